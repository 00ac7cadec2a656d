import { atMost, group, line, list, person, ref, required, text } from '../fields.ts';
import { kind } from '../kind.ts';

/** What a persona does from first contact on, and the gaps between the features. */
export const journey = kind({
  folder: 'journeys',
  fields: {
    persona: ref('persona'),
    stages: list(
      group({
        id: required(line()),
        title: required(line()),
        goal: text(),
        actions: list(group({ who: line(), when: line(), what: required(text()) })),
        gaps: list(group({ id: required(line()), text: required(text()) })),
      }),
    ),
    agreedBy: atMost('internal', group({ product: person(), cs: person() })),
  },
});

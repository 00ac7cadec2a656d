import { atMost, choice, group, line, list, person, text } from '../fields.ts';
import { kind } from '../kind.ts';

/** Someone who buys or uses the product. */
export const persona = kind({
  folder: 'personas',
  fields: {
    role: line(),
    buyer: choice('executive', 'it', 'end-user'),
    pains: list(text()),
    wants: list(text()),
    agreedBy: atMost('internal', group({ product: person(), cs: person() })),
  },
});

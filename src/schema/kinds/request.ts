import {
  atMost,
  choice,
  day,
  group,
  list,
  number,
  partOf,
  person,
  ref,
  required,
  text,
  withDefault,
} from '../fields.ts';
import { kind } from '../kind.ts';

/** A problem that customers have (the body), and who said so. */
export const request = kind({
  folder: 'requests',
  fields: {
    source: choice('sales', 'cs', 'support', 'community', 'survey', 'interview', 'usage', 'lost-deal'),
    /** That it shipped is derived from the releases. */
    status: withDefault(choice('new', 'triaged', 'planned', 'declined'), 'new'),
    raised: day(),
    triagedBy: atMost('internal', person()),
    /** The solution the customer asked for; the problem is the body. */
    wanted: text(),
    stage: partOf('journey'),
    voices: atMost(
      'internal',
      list(
        group({
          account: ref('account'),
          date: day(),
          by: person(),
          quote: text(),
          weight: group({
            value: required(choice(1, 2, 3)),
            pickedBy: person(),
            reason: text(),
            until: day(),
          }),
        }),
      ),
    ),
    lostDeals: atMost('confidential', list(group({ account: ref('account'), date: day(), size: number() }))),
    /** Why it was declined, and what sales may say about it. */
    reason: atMost('internal', text()),
    reply: atMost('internal', text()),
  },
});

import { atMost, choice, line, list, listed, number, text } from '../fields.ts';
import { kind } from '../kind.ts';

/** A company that we sell to. */
export const account = kind({
  folder: 'accounts',
  csv: true,
  fields: {
    status: choice('prospect', 'customer', 'lost', 'churned'),
    segment: listed('segments'),
    industry: line(),
    plans: list(listed('plans')),
    size: atMost('confidential', number()),
    /** How it is described outside the company. */
    alias: line(),
    /** Why it must not be approached again. */
    doNotReapproach: atMost('confidential', text()),
  },
});

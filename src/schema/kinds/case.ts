import { choice, day, flag, group, line, list, listed, ref, required } from '../fields.ts';
import { kind } from '../kind.ts';

/** A customer's outcome. `case` is a reserved word, hence the longer name. */
export const customerCase = kind({
  folder: 'cases',
  fields: {
    account: ref('account'),
    customer: line(),
    /** named: everywhere · anonymous: by its alias outside the company · internal: not outside the company. */
    consent: choice('named', 'anonymous', 'internal'),
    industry: line(),
    segments: list(listed('segments')),
    releases: list(ref('release')),
    results: list(group({ measure: required(line()), before: line(), after: line(), unit: line() })),
    /** Whether the customer takes reference calls. */
    reference: flag(),
    expires: day(),
  },
});

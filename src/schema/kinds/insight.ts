import { choice, day, list, listed, number, ref } from '../fields.ts';
import { kind } from '../kind.ts';

/** What was heard or read, what it informs, and who is told. */
export const insight = kind({
  folder: 'insights',
  fields: {
    type: choice('roundtable', 'interview', 'support', 'survey', 'usage', 'lost-deal', 'beta'),
    date: day(),
    n: number(),
    accounts: list(ref('account')),
    informs: list(ref('request', 'prd', 'release', 'goal', 'persona', 'journey', 'enablement', 'case', 'insight')),
    feedbackTo: list(listed('teams')),
  },
});

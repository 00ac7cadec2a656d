import type { Period } from '../../summary/summary.ts';

/** The fixed words around what people wrote, in messages. */
export const summary = {
  heading: (site: string, audience: string) => `${site}: release news for ${audience}`,
  period: (period: Period): string =>
    ({
      days: period.type === 'days' ? `${period.first} to ${period.last}` : '',
      latest: 'The latest releases',
      release: '',
      range: 'Releases in this change',
      due: 'New since the last message',
    })[period.type],
  none: 'There is nothing to tell.',
  /** Groups of a message inside the company … */
  tiers: { 1: 'Everyone must act', 2: 'Good to know', 3: 'Also released' },
  /** … and of one to partners and customers. */
  tiersOutside: { 1: 'Important', 2: 'News', 3: 'Other changes' },
  withdrawn: 'Withdrawn',
  planned: 'Planned',
  beta: 'Beta',
  mark: (status: string) => `[${status}] `,
  /** Facts behind a headline in a list. */
  aside: (facts: string) => ` (${facts})`,
  why: 'Why it matters (the problem)',
  segments: 'Mainly for',
  askedBy: 'Asked for by',
  talkTrack: 'Talk track',
  discovery: 'Discovery',
  objections: 'Objections',
  plans: 'Plans',
  allPlans: 'All plans',
  doNotPromise: 'Do not promise',
  actions: 'To do',
  by: (day: string) => ` (by ${day})`,
  pages: 'How to sell it',
  portal: 'Portal',
  open: 'Open in the portal',
  cut: 'Shortened; the rest is in the portal.',
  cutHere: 'Shortened.',
  more: (count: number) => `and ${count} more`,
  bullet: '- ',
  colon: ': ',
  comma: ', ',
};

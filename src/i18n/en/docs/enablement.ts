import type { KindDoc } from '../../docs.ts';

export const enablement: KindDoc<'enablement'> = {
  about:
    'A page that sales can use as it is: a talk track, a battlecard, an FAQ, pricing, criteria, the hand-off to customer success. Product marketing writes it and sales approves. It is reviewed at intervals, and one that grew old is marked.',
  fields: {
    type: ['What the page is for. Without it, no type is shown.', 'talk-track'],
    releases: [
      'The ids of the releases that it is about. When one of them changes, this page becomes due for review.',
      '[2026-11-shift-csv-import]',
    ],
    personas: ['Whom one talks to with it, by the ids of personas.', '[hitori-roumu]'],
    buyer: ['The part that person plays in buying: an executive, IT, or somebody who will use it.', 'end-user'],
    motion: ['Whether sales sells with it, or the product spreads by being tried.', 'sales-led'],
    approvedBy: [
      'The person in sales who committed to selling this way. Written after that person agreed; without it, nobody has approved yet.',
      'sales/kuwabara',
    ],
  },
  example: {
    path: 'enablement/shift-import-talk-track.md',
    text: `---
title: Shift import is a reason to meet again
summary: For companies that we lost over shift entry, from the first thirty seconds to the template.
owner: pmm/okudaira
products: [attendance]
type: talk-track
releases: [2026-11-shift-csv-import]
personas: [hitori-roumu]
buyer: end-user
motion: sales-led
approvedBy: sales/kuwabara
reviewed: 2026-11-16
---

## The first thirty seconds

"In spring you told us that entering shifts was too much work. It no longer is."

## When you meet

1. Ask to see their table first
2. Paste three people into the template, no more
`,
  },
};

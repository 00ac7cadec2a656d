import type { KindDoc } from '../../docs.ts';

export const request: KindDoc<'request'> = {
  about:
    'One problem that customers have: the problem in the text, the solution they asked for in `wanted`, kept apart. Written by whoever heard it in sales, customer success or support; the product manager looks at it and answers yes or no. Voices on the same problem are gathered on one page.',
  fields: {
    source: ['Where it came from. Without it, no source is shown.', 'lost-deal'],
    status: [
      'What the product manager decided. Without it, it is new. Shipped is never written: it follows from the releases.',
      'planned',
    ],
    raised: ['The day on which it first came up, so that one can see how long it has been waiting.', '2026-05-25'],
    triagedBy: [
      'Who looked at it and judged; written by that person, from product or product marketing.',
      'product/mikuriya',
    ],
    wanted: [
      'The solution that customers asked for, in their words. The problem itself stands in the text.',
      'Read our Excel file as it is',
    ],
    stage: ['The stage of a journey in which it hurts, as `journey-id#stage-id`.', 'monthly-close#shift'],
    voices: [
      'What customers said, one item a company, added by whoever heard it. Never the name of a person at the customer.',
    ],
    'voices.account': ['The company that said it, by the id of the account.', 'komorebi-souzai'],
    'voices.date': ['The day on which it was heard.', '2026-06-09'],
    'voices.by': ['Our colleague who heard it.', 'cs/sonobe'],
    'voices.quote': ['The words of the customer, not yours.', 'The managers make the table and I type it all in again'],
    'voices.weight': [
      'How much this voice counts, chosen by customer success with a reason and an end. Without it, it counts like any other.',
    ],
    'voices.weight.value': ['The weight, from 1 to 3; 3 is the heaviest.', '3'],
    'voices.weight.pickedBy': ['Who in customer success chose it.', 'cs/sonobe'],
    'voices.weight.reason': ['Why it counts more.', 'More than 40 shops next spring, and one person to do it'],
    'voices.weight.until': ['Until when. Things change, so there is an end.', '2027-03-31'],
    lostDeals: ['Deals that were lost over this problem, written by sales.'],
    'lostDeals.account': ['The company that was lost, by the id of the account.', 'komorebi-souzai'],
    'lostDeals.date': ['The day on which it was lost.', '2026-05-22'],
    'lostDeals.size': ['The size of the deal, as a number without separators.', '1209600'],
    reason: [
      'Why it was declined; the product manager writes it with `status: declined`.',
      'The law knows leave by the hour, not by the half hour',
    ],
    reply: [
      'How sales tells the customer that it was declined, in words that can be said as they are.',
      'The law does not allow half hours; many of our customers use leave by the hour',
    ],
  },
  example: {
    path: 'requests/shift-reentry.md',
    text: `---
title: Headquarters types in again what the shops made in Excel
owner: product/mikuriya
products: [attendance]
source: cs
status: planned
raised: 2026-05-25
triagedBy: product/mikuriya
wanted: Read our Excel file as it is
stage: monthly-close#shift
voices:
  - account: komorebi-souzai
    date: 2026-06-09
    by: cs/sonobe
    quote: The managers make the table and I type it all in again
    weight:
      value: 3
      pickedBy: cs/sonobe
      reason: More than 40 shops next spring, and one person to do it
      until: 2027-03-31
---

The shop managers make the shifts, and that is no problem. Typing them in at headquarters, person by person and day by
day, is: three days for 34 shops.
`,
  },
};

import type { KindDoc } from '../../docs.ts';

export const customerCase: KindDoc<'case'> = {
  about:
    'What a customer gained, in numbers from before and after. Customer success writes it once the result is certain and the customer has consented. It stands as proof on the pages of the releases that were used.',
  fields: {
    account: [
      'The customer, by the id of the account. An anonymous case still shows this name inside the company.',
      'komorebi-souzai',
    ],
    customer: [
      'The name of the customer where there is no page of the account. Not needed beside `account`.',
      'Komorebi Foods',
    ],
    consent: [
      'What the customer agreed to: `named` the name may be shown, `anonymous` not outside the company, `internal` nothing outside the company. Without it, the case counts as `named`: write `internal` until you have asked.',
      'anonymous',
    ],
    industry: ['The industry of the customer; sales looks for similar ones.', 'Food'],
    segments: ['The size of the customer, by the ids under `segments` in `kairanban.yaml`.', '[enterprise]'],
    releases: [
      'The ids of the releases that made the difference. Their pages then show the case.',
      '[2026-11-shift-csv-import]',
    ],
    results: ['The numbers: what was measured, from what it came, to what it went.'],
    'results.measure': ['What was measured.', 'Days a month spent on entering shifts'],
    'results.before': ['The value before.', '3'],
    'results.after': ['The value after.', '0.5'],
    'results.unit': ['The unit of both values. Without it, only the numbers are shown.', 'days'],
    reference: ['`true` if the customer answers calls of prospects. Ask before you write it.', 'true'],
    expires: ['The day on which the consent ends. Without it, no end is recorded.', '2027-11-30'],
  },
  example: {
    path: 'cases/komorebi-shift-import.md',
    text: `---
title: Shifts of 34 shops, from three days to half a day
owner: cs/sonobe
products: [attendance]
visibility: partner
account: komorebi-souzai
consent: anonymous
industry: Food
segments: [enterprise]
releases: [2026-11-shift-csv-import]
results:
  - { measure: Time spent on entering shifts, before: 3, after: 0.5, unit: days a month }
reference: true
expires: 2027-11-30
reviewed: 2026-11-18
---

One person at headquarters typed in the tables of 34 shops. Now each shop's table is pasted into the template.
`,
  },
};

import type { KindDoc } from '../../docs.ts';

export const account: KindDoc<'account'> = {
  about:
    'A company that we sell to. Sales or sales operations writes only those that requests and cases name; this is no CRM. One file a company, or all of them in one CSV file (`id` and the names of fields on its first line; `;` between several values in a cell).',
  fields: {
    status: ['What they are to us: a prospect, a customer, lost, or churned.', 'customer'],
    segment: ['The size of the company: an id of `segments` in `kairanban.yaml`.', 'enterprise'],
    industry: ['The industry.', 'Food'],
    plans: ['The plans they pay for, by their ids under `plans` in `kairanban.yaml`.', '[pro]'],
    size: ['How large the company or its contract is: headcount, or what you agreed on, as a number.', '640'],
    alias: [
      'What it is called outside the company. An anonymous case shows this in place of the name, so nobody should be able to guess it.',
      'A food company with about 600 employees',
    ],
    doNotReapproach: [
      'Why we decided never to approach it again, with the day of the decision. Nobody calls such a company, however well a feature fits.',
      'Asked for false records of working hours (decided on 2026-06-18)',
    ],
  },
  example: {
    path: 'accounts/komorebi-souzai.md',
    text: `---
title: Komorebi Foods
owner: cs/sonobe
products: [attendance]
visibility: partner
status: customer
segment: enterprise
industry: Food
plans: [pro]
size: 640
alias: A food company with about 600 employees
---

34 shops and a factory. Renewal at the end of March 2027.
`,
  },
};

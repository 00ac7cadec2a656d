import type { KindDoc } from '../../docs.ts';

export const persona: KindDoc<'persona'> = {
  about:
    'Somebody who buys or uses the product, on one page. Product and customer success write it together from what they heard in person, and look at it again every half year.',
  fields: {
    role: ['What that person does for a living.', 'HR and payroll, often accounting and hiring too'],
    buyer: ['The part that person plays in buying: an executive, IT, or somebody who will use it.', 'end-user'],
    pains: [
      'What troubles that person, close to the words used.',
      '[Three days of telephone calls after every closing day]',
    ],
    wants: ['What would make that person glad.', '[A good night of sleep before pay day]'],
    agreedBy: ['Who agreed that this is the person.'],
    'agreedBy.product': ['Who agreed for product.', 'product/mikuriya'],
    'agreedBy.cs': ['Who agreed for customer success.', 'cs/sonobe'],
  },
  example: {
    path: 'personas/hitori-roumu.md',
    text: `---
title: The one who does payroll alone
owner: [product/mikuriya, cs/sonobe]
role: HR and payroll, often accounting and hiring too
buyer: end-user
pains:
  - Three days of telephone calls after every closing day
wants:
  - A good night of sleep before pay day
agreedBy:
  product: product/mikuriya
  cs: cs/sonobe
reviewed: 2026-09-14
---

This person does not decide to buy. But no deal survives this person's "we are fine as we are".
`,
  },
};

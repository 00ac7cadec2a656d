import type { KindDoc } from '../../docs.ts';

export const goal: KindDoc<'goal'> = {
  about:
    'One number that product and customer success pursue together. Both agree on it at the start of a period, and readings are added at a fixed interval. Why this number was chosen stands in the text.',
  fields: {
    layer: [
      'What the number is about: the business, adoption, outcomes for customers, or their experience.',
      'adoption',
    ],
    northStar: ['`true` for the one number that matters most in the company.', 'true'],
    unit: ['The unit of the numbers. Without it, only the numbers are shown.', '"%"'],
    baseline: ['The number at the start, without its unit.', '30.9'],
    target: ['The number to reach, without its unit.', '45'],
    period: ['The time it is for: a quarter or a year.', '2026Q4'],
    agreedBy: ['Who agreed on it. With both names it is a shared goal.'],
    'agreedBy.product': ['Who agreed for product.', 'product/mikuriya'],
    'agreedBy.cs': ['Who agreed for customer success.', 'cs/sonobe'],
    parent: ['The id of the company goal behind it, where this is the goal of a department.', 'payroll-close-days'],
    translation: [
      'What the company goal means for this department; written beside `parent`.',
      'To close the month sooner, more sites have their shifts in before it begins',
    ],
    cadence: ['How often it is measured.', 'weekly'],
    readings: [
      'The readings: days and values, or the name of a CSV file in the same folder. Added by whoever measured.',
    ],
    'readings.date': ['The day of the reading.', '2026-11-16'],
    'readings.value': ['The value on that day, without its unit.', '31.5'],
  },
  example: {
    path: 'goals/shift-publish-rate.md',
    text: `---
title: Share of sites whose next month's shifts are published
owner: [product/mikuriya, cs/sonobe]
products: [attendance]
layer: adoption
unit: "%"
baseline: 30.9
target: 45
period: 2026Q4
agreedBy:
  product: product/mikuriya
  cs: cs/sonobe
cadence: weekly
readings:
  - { date: 2026-11-09, value: 30.9 }
  - { date: 2026-11-16, value: 31.5 }
---

Published, not drafted: employees do not see a draft.
`,
  },
};

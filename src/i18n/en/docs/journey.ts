import type { KindDoc } from '../../docs.ts';

export const journey: KindDoc<'journey'> = {
  about:
    "A customer's work in stages, from beginning to end. Product writes the stages and what is done in them; customer success writes the gaps, the trouble between one feature and the next. Releases say which gap they close.",
  fields: {
    persona: ['Whose work it is, by the id of the persona.', 'hitori-roumu'],
    stages: ['The stages, in the order of the work.'],
    'stages.id': ['The id of the stage. `stage` of a request points at it, so do not change it later.', 'shift'],
    'stages.title': ['The name of the stage.', 'Making the shifts'],
    'stages.goal': [
      'What the customer wants to have reached by its end.',
      'Every employee sees the plan before the month begins',
    ],
    'stages.actions': ['Who does what in it, and when.'],
    'stages.actions.who': ["A role in the customer's company, never a person's name.", 'Payroll'],
    'stages.actions.when': ['When.', '21st to 25th of the month before'],
    'stages.actions.what': ['What is done.', 'Enters the tables of the shops and publishes them'],
    'stages.gaps': ['Manual work and waiting that no feature reaches yet, written by customer success.'],
    'stages.gaps.id': ['The id of the gap. `closes` of a release points at it, so do not change it later.', 'retype'],
    'stages.gaps.text': ['What happens.', 'Headquarters types in again what the shops made in Excel'],
    agreedBy: ['Who agreed that the work goes like this.'],
    'agreedBy.product': ['Who agreed for product.', 'product/mikuriya'],
    'agreedBy.cs': ['Who agreed for customer success.', 'cs/sonobe'],
  },
  example: {
    path: 'journeys/monthly-close.md',
    text: `---
title: Closing a month, from shifts to pay
owner: [product/mikuriya, cs/sonobe]
products: [attendance]
persona: hitori-roumu
stages:
  - id: shift
    title: Making the shifts
    goal: Every employee sees the plan before the month begins
    actions:
      - { who: Payroll, when: 21st to 25th of the month before, what: Enters the tables of the shops and publishes them }
    gaps:
      - { id: retype, text: Headquarters types in again what the shops made in Excel }
agreedBy:
  product: product/mikuriya
  cs: cs/sonobe
reviewed: 2026-10-28
---

Written for companies that close on the 20th and pay on the 25th.
`,
  },
};

import type { KindDoc } from '../../docs.ts';

export const insight: KindDoc<'insight'> = {
  about:
    'What was heard or seen at a round table, in an interview, a survey, usage logs or a lost deal. Whoever was there writes it within the week, with what it informs and which team is told.',
  fields: {
    type: ['How it was heard. Without it, no type is shown.', 'roundtable'],
    date: ['The day on which it was heard.', '2026-09-11'],
    n: ['From how many people or cases, as a number.', '5'],
    accounts: [
      'The companies that were heard, by the ids of accounts. Never the name of a person at the customer.',
      '[komorebi-souzai]',
    ],
    informs: [
      'What it informs, as ids with their kind: `prd:shift-import`. The pages that it names show it too.',
      '[prd:shift-import, request:shift-reentry]',
    ],
    feedbackTo: ['The teams that are told, by their ids under `teams` in `kairanban.yaml`.', '[product, sales]'],
  },
  example: {
    path: 'insights/2026-09-shift-roundtable.md',
    text: `---
title: A round table with those who make the shifts
owner: cs/sonobe
products: [attendance]
type: roundtable
date: 2026-09-11
n: 5
accounts: [komorebi-souzai]
informs: [prd:shift-import, request:shift-reentry]
feedbackTo: [product, sales]
---

Five people, five different tables. They do not want to give up making shifts; they want to give up copying them.
`,
  },
};

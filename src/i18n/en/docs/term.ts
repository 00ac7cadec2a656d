import type { KindDoc } from '../../docs.ts';

export const term: KindDoc<'term'> = {
  about:
    'What one word means in the company. Written by whoever notices that departments use it differently. `title` is the word.',
  fields: {
    reading: ['For a word in kanji: how it is read, in kana. The glossary is in that order.', 'ていちゃく'],
    aliases: [
      'Other words and abbreviations for it. Searching for any of them finds the page.',
      '[stickiness, uptake]',
    ],
    avoid: ['Spellings that we decided not to use.', '[adaption]'],
    metric: ['For a word that stands for a number: how it is computed.'],
    'metric.formula': ['The formula, in words.', 'sites that published shifts ÷ sites with shifts enabled'],
    'metric.unit': ['The unit of the number.', '"%"'],
  },
  example: {
    path: 'terms/adoption.md',
    text: `---
title: Adoption
owner: pmm/okudaira
visibility: public
aliases: [stickiness, uptake]
avoid: [adaption]
metric:
  formula: sites that published shifts ÷ sites with shifts enabled
  unit: "%"
---

That a customer under contract uses a feature in the work of every month.
`,
  },
};

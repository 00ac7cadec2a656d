import type { KindDoc } from '../../docs.ts';

export const term: KindDoc<'term'> = {
  about:
    '社内の言葉 1 つの意味を決める用語集のページです。同じ言葉が部門で違う意味に使われていると気づいたときに、気づいた人が書きます。`title` がその言葉になります。',
  fields: {
    reading: ['漢字で始まる言葉の読みを、ひらがなで。用語集がこの順に並びます。', 'りようていちゃく'],
    aliases: ['同じ意味の別の言い方や略語。検索でどれを入れても見つかるようになります。', '[アドプション, 定着]'],
    avoid: ['使わないことにした書き方。', '[定着化率]'],
    metric: ['数字を表す言葉のとき、どう計算するか。'],
    'metric.formula': ['計算式を言葉で。', 'シフトを公開した事業所 ÷ シフト機能を有効にした事業所'],
    'metric.unit': ['数字の単位。', '"%"'],
  },
  example: {
    path: 'terms/adoption.md',
    text: `---
title: 利用定着
owner: pmm/okudaira
visibility: public
aliases: [アドプション, 定着]
avoid: [定着化率]
metric:
  formula: シフトを公開した事業所 ÷ シフト機能を有効にした事業所
  unit: "%"
---

契約したお客様が、機能を毎月の仕事の中で使っていること。
`,
  },
};

import type { KindDoc } from '../../docs.ts';

export const goal: KindDoc<'goal'> = {
  about:
    'プロダクトと CS が一緒に追う数字 1 つのページです。期の初めに両方で合意して書き、実績を決まった間隔で足していきます。なぜこの数字なのかを本文に書きます。',
  fields: {
    layer: ['どの層の数字か。事業、利用定着、お客様の成果、お客様の体験のどれか。', 'adoption'],
    northStar: ['会社全体でいちばん大切な数字なら `true`。1 つだけに付けます。', 'true'],
    unit: ['数字の単位。書かなければ、数字だけが出ます。', '"%"'],
    baseline: ['始めたときの数字。単位は付けません。', '30.9'],
    target: ['期末に届かせたい数字。単位は付けません。', '45'],
    period: ['いつまでの目標か。四半期や年度を書きます。', '2026Q4'],
    agreedBy: ['この目標に合意した人。両方そろって、はじめて共通の目標になります。'],
    'agreedBy.product': ['合意したプロダクト側の人。', 'product/mikuriya'],
    'agreedBy.cs': ['合意した CS 側の人。', 'cs/sonobe'],
    parent: ['もとになる全社の目標の ID。部門の目標のときだけ書きます。', 'payroll-close-days'],
    translation: [
      '全社の目標を、この部門ではどう読み替えたか。`parent` と一緒に書きます。',
      '締めを早くするために、月が始まる前にシフトが入っている事業所を増やす',
    ],
    cadence: ['どのくらいの間隔で測るか。', 'weekly'],
    readings: ['実績。日付と値を並べるか、同じフォルダーにある CSV ファイルの名前を書きます。測った人が足します。'],
    'readings.date': ['測った日。', '2026-11-16'],
    'readings.value': ['その日の値。単位は付けません。', '31.5'],
  },
  example: {
    path: 'goals/shift-publish-rate.md',
    text: `---
title: 翌月のシフトを画面で公開している事業所の割合
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

下書きのシフトは従業員に見えないので、「作成」ではなく「公開」を数えます。
`,
  },
};

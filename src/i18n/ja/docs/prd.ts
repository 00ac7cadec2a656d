import type { KindDoc } from '../../docs.ts';

export const prd: KindDoc<'prd'> = {
  about:
    '何を、どの課題のために作り、何をもって成功とするかを決めるページです。作るかどうかを考え始めたら PdM が書き、やめたときも理由を残します。ロードマップはこのページから自動でできます。',
  fields: {
    status: ['いまの段階。PdM が進むたびに書き換えます。書かなければ、段階は表示されません。', 'delivery'],
    decider: ['最後に決める 1 人。相談相手ではなく、決める人を書きます。', 'product/mikuriya'],
    team: ['作るチーム。`kairanban.yaml` の `teams` の ID です。', 'product'],
    requests: ['応える要望の ID。書くと、要望を出した人がその後を追えます。', '[shift-reentry]'],
    evidence: ['要望のほかに、課題が本当にあると考えた根拠。'],
    'evidence.kind': ['どうやって調べたか。インタビュー、利用ログ、アンケートなど自由に書けます。', 'interview'],
    'evidence.n': ['何人・何件から得たか。数字だけを書きます。', '8'],
    'evidence.note': ['わかったこと。', '8 人中 7 人が、自動作成ではなく転記をなくしたいと回答'],
    'evidence.link': ['元の資料の場所。', 'https://docs.example.com/interviews/2026-09'],
    goal: ['動かしたい目標の ID。部門で合意した目標を選びます。', 'shift-publish-rate'],
    success: ['成功の基準。合う目標がないときだけ書きます。目標があるなら `goal` を書きます。'],
    'success.measure': ['何を測るか。', 'シフト登録にかかる時間'],
    'success.baseline': ['いまの数字。単位は付けません。', '3'],
    'success.target': ['届かせたい数字。単位は付けません。', '0.5'],
    'success.unit': ['数字の単位。', '日'],
    horizon: [
      'いつごろ出すか。`2026Q4` のような四半期か、`now`（いま）・`next`（次）・`later`（その先）。書かなければ、時期は未定です。',
      '2026Q4',
    ],
    personas: ['誰の課題か（ペルソナの ID）。', '[hitori-roumu]'],
    journey: ['どのジャーニーの中の課題か（ジャーニーの ID）。', 'monthly-close'],
    levers: ['どの成長につながるか。PdM と PMM が選びます。', '[acquisition, activation]'],
    confidence: ['どれだけ自信があるか。根拠が増えたら PdM が上げます。', 'high'],
  },
  example: {
    path: 'prds/shift-import.md',
    text: `---
title: シフト表の一括取り込み
owner: product/mikuriya
products: [attendance]
status: shipped
decider: product/mikuriya
team: product
requests: [shift-reentry]
evidence:
  - { kind: interview, n: 8, note: 8 人中 7 人が、自動作成ではなく転記をなくしたいと回答 }
goal: shift-publish-rate
horizon: 2026Q4
personas: [hitori-roumu]
journey: monthly-close
levers: [acquisition, activation]
confidence: high
---

## 課題

拠点の Excel を、本部がもう一度打ち直している。

## やること

- 6 列の CSV の取り込み

## やらないこと

- シフトの自動作成
`,
  },
};

import type { KindDoc } from '../../docs.ts';

export const persona: KindDoc<'persona'> = {
  about:
    '製品を買う人・使う人の姿を 1 人分にまとめたページです。実際に会って聞いたことから、PdM と CS が一緒に書き、半年ごとに見直します。',
  fields: {
    role: ['どんな仕事をしている人か。', '総務部・労務担当（経理や採用を兼ねることが多い）'],
    buyer: ['買うときの立場。経営者、情報システム、実際に使う人のどれか。', 'end-user'],
    pains: ['困っていること。本人の言葉に近い形で並べます。', '[締め日の翌日から 3 日間、拠点への電話で終わる]'],
    wants: ['こうなったらうれしいこと。', '[25 日の前の晩に、ちゃんと寝たい]'],
    agreedBy: ['「この人だ」と合意した人。'],
    'agreedBy.product': ['合意したプロダクト側の人。', 'product/mikuriya'],
    'agreedBy.cs': ['合意した CS 側の人。', 'cs/sonobe'],
  },
  example: {
    path: 'personas/hitori-roumu.md',
    text: `---
title: ひとり労務（中堅企業・多拠点）
owner: [product/mikuriya, cs/sonobe]
role: 総務部・労務担当（経理や採用を兼ねることが多い）
buyer: end-user
pains:
  - 締め日の翌日から 3 日間、拠点への電話で終わる
wants:
  - 25 日の前の晩に、ちゃんと寝たい
agreedBy:
  product: product/mikuriya
  cs: cs/sonobe
reviewed: 2026-09-14
---

買うと決める人ではありません。でも、この人が「今のままでいい」と言うと、案件は止まります。
`,
  },
};

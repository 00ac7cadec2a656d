import type { KindDoc } from '../../docs.ts';

export const insight: KindDoc<'insight'> = {
  about:
    '座談会、面談、アンケート、利用ログ、失注の振り返りなどで見聞きしたことの記録です。聞いたその週のうちに、聞いた人が書きます。何に活かすかと、どのチームに返すかまで書きます。',
  fields: {
    type: ['どうやって聞いたか。書かなければ、種類は表示されません。', 'roundtable'],
    date: ['聞いた日。', '2026-09-11'],
    n: ['何人・何件から聞いたか。数字だけを書きます。', '5'],
    accounts: ['聞いた会社（顧客の ID）。お客様個人の名前は書きません。', '[komorebi-souzai]'],
    informs: [
      '活かす先。`prd:shift-import` のように、種類を付けた ID で書きます。活かした先のページにも、この記録が出ます。',
      '[prd:shift-import, request:shift-reentry]',
    ],
    feedbackTo: ['結果を返すチーム。`kairanban.yaml` の `teams` の ID です。', '[product, sales]'],
  },
  example: {
    path: 'insights/2026-09-shift-roundtable.md',
    text: `---
title: シフトを組む人たちの座談会
owner: cs/sonobe
products: [attendance]
type: roundtable
date: 2026-09-11
n: 5
accounts: [komorebi-souzai]
informs: [prd:shift-import, request:shift-reentry]
feedbackTo: [product, sales]
---

5 人の表は、全部ちがう形をしていた。組むことは手放したい仕事ではない。手放したいのは、そのあとの転記。
`,
  },
};

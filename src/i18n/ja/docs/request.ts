import type { KindDoc } from '../../docs.ts';

export const request: KindDoc<'request'> = {
  about:
    'お客様が困っていること 1 つを書くページです。本文に課題を、`wanted` にお客様が求めた解決策を、分けて書きます。お客様から聞いた営業・CS・サポートが書き、PdM が見て、やる・やらないを返します。同じ課題の声は 1 つのページに集めます。',
  fields: {
    source: ['どこから届いたか。書かなければ、経路は表示されません。', 'lost-deal'],
    status: [
      'PdM の判断。書かなければ「未トリアージ」です。対応済みかどうかはリリースから決まるので、書きません。',
      'planned',
    ],
    raised: ['最初に届いた日。書いておくと、いつから待っているかがわかります。', '2026-05-25'],
    triagedBy: ['内容を見て判断した人。判断したときに PdM か PMM が書きます。', 'product/mikuriya'],
    wanted: [
      'お客様が「こうしてほしい」と言った解決策を、言葉どおりに。課題そのものは本文に書きます。',
      'Excel のファイルをそのまま読み込ませてほしい',
    ],
    stage: ['ジャーニーのどの段階で困っているか。`ジャーニーの ID#段階の ID` と書きます。', 'monthly-close#shift'],
    voices: ['お客様の声。会社ごとに 1 つずつ、聞いた人が足していきます。お客様個人の名前は書きません。'],
    'voices.account': ['どの会社の声か（顧客の ID）。', 'komorebi-souzai'],
    'voices.date': ['聞いた日。', '2026-06-09'],
    'voices.by': ['聞いた社内の人。', 'cs/sonobe'],
    'voices.quote': ['お客様の言葉。言い換えずに書きます。', '店長が作った表を、本部の私がもう一回打つんです'],
    'voices.weight': [
      'この声をどれだけ重く見るか。CS が理由と期限を付けて選びます。書かなければ、ほかの声と同じ重さです。',
    ],
    'voices.weight.value': ['重さ。1 から 3 までで、3 がいちばん重い声です。', '3'],
    'voices.weight.pickedBy': ['選んだ CS の人。', 'cs/sonobe'],
    'voices.weight.reason': ['なぜ重く見るか。', '来春に店舗が 40 を超え、担当のお一人では回らない'],
    'voices.weight.until': ['いつまで重く見るか。事情は変わるので、期限を決めます。', '2027-03-31'],
    lostDeals: ['この課題が理由で失った商談。営業が書きます。'],
    'lostDeals.account': ['失注した会社（顧客の ID）。', 'komorebi-souzai'],
    'lostDeals.date': ['失注した日。', '2026-05-22'],
    'lostDeals.size': ['商談の金額。数字だけを書き、桁区切りのカンマは入れません。', '1209600'],
    reason: [
      '見送った理由。`status: declined` にするときに PdM が書きます。',
      '法令では時間単位までのため、30 分単位の取得はできません',
    ],
    reply: [
      '見送ったことを、営業がお客様にどう伝えるか。そのまま話せる言葉で書きます。',
      '30 分単位の有給は法令にないため、時間単位でのご利用をご案内しています',
    ],
  },
  example: {
    path: 'requests/shift-reentry.md',
    text: `---
title: 店舗の Excel シフトを、本部がもう一度打ち直している
owner: product/mikuriya
products: [attendance]
source: cs
status: planned
raised: 2026-05-25
triagedBy: product/mikuriya
wanted: Excel のファイルをそのまま読み込ませてほしい
stage: monthly-close#shift
voices:
  - account: komorebi-souzai
    date: 2026-06-09
    by: cs/sonobe
    quote: 店長が作った表を、本部の私がもう一回打つんです
    weight:
      value: 3
      pickedBy: cs/sonobe
      reason: 来春に店舗が 40 を超え、担当のお一人では回らない
      until: 2027-03-31
---

シフトを作るのは店長で、そこは困っていない。困っているのは、できた表を本部が 1 人 1 日ずつ打ち直していること。
34 店舗で 3 日かかる。
`,
  },
};

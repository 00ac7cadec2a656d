import type { KindDoc } from '../../docs.ts';

export const customerCase: KindDoc<'case'> = {
  about:
    'お客様が得た成果を、導入前と導入後の数字で書く事例のページです。成果が確かめられ、お客様の許可をいただいたときに、CS が書きます。使われたリリースのページに証拠として並びます。',
  fields: {
    account: ['どのお客様か（顧客の ID）。匿名の事例でも社内ではこの名前で表示されます。', 'komorebi-souzai'],
    customer: ['顧客のページがないときの、お客様の名前。`account` を書いたなら不要です。', '株式会社こもれび惣菜'],
    consent: [
      'お客様がどこまで許可したか。`named` は社名を出してよい、`anonymous` は社外では名前を伏せる、`internal` は社内だけ。書かなければ `named` と同じ扱いになるので、確かめるまでは `internal` にします。',
      'anonymous',
    ],
    industry: ['お客様の業種。営業が似た事例を探すときに使います。', '食品製造・小売'],
    segments: ['お客様の規模。`kairanban.yaml` の `segments` の ID で書きます。', '[enterprise]'],
    releases: [
      '成果につながったリリースの ID。書くと、そのリリースのページに事例が出ます。',
      '[2026-11-shift-csv-import]',
    ],
    results: ['成果の数字。1 つずつ、何が、いくつから、いくつになったかを書きます。'],
    'results.measure': ['何を測ったか。', 'シフトの登録にかかる時間'],
    'results.before': ['導入前の値。', '3'],
    'results.after': ['導入後の値。', '0.5'],
    'results.unit': ['値の単位。書かなければ、数字だけが出ます。', '日／月'],
    reference: ['見込み客からの電話に答えてくださるなら `true`。お客様に確かめてから書きます。', 'true'],
    expires: ['許可の期限。書かなければ、期限の記録はありません。', '2027-11-30'],
  },
  example: {
    path: 'cases/komorebi-shift-import.md',
    text: `---
title: 34 店舗のシフト登録が、3 日から半日に
owner: cs/sonobe
products: [attendance]
visibility: partner
account: komorebi-souzai
consent: anonymous
industry: 食品製造・小売
segments: [enterprise]
releases: [2026-11-shift-csv-import]
results:
  - { measure: シフトの登録にかかる時間, before: 3, after: 0.5, unit: 日／月 }
reference: true
expires: 2027-11-30
reviewed: 2026-11-18
---

本部の担当の方がお一人で、34 店舗の表を打ち直していました。いまは各店舗の表をひな型に貼るだけです。
`,
  },
};

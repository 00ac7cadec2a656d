import type { KindDoc } from '../../docs.ts';

export const account: KindDoc<'account'> = {
  about:
    '取引先の会社 1 社です。要望や事例で名前を挙げる会社だけを、営業か営業企画が書きます。顧客管理の代わりではありません。1 社 1 ファイルでも、全社を 1 つの CSV ファイル（1 行目に `id` と項目の名前、同じ項目の 2 つ目からは `;` で区切る）でもかまいません。',
  fields: {
    status: ['いまの関係。見込み客、契約中、失注、解約のどれか。', 'customer'],
    segment: ['会社の規模。`kairanban.yaml` の `segments` の ID です。', 'enterprise'],
    industry: ['業種。', '食品製造・小売'],
    plans: ['契約しているプラン。`kairanban.yaml` の `plans` の ID です。', '[pro]'],
    size: ['会社や契約の大きさ。従業員数など、社内で決めたものを数字だけで書きます。', '640'],
    alias: [
      '社外での呼び方。匿名の事例では、社名の代わりにこれが出ます。どの会社かわからない書き方にします。',
      '惣菜を製造・販売する食品会社（約600名）',
    ],
    doNotReapproach: [
      '二度と提案しないと決めた理由。書いてある会社には、機能が合っていても連絡しません。決めた日も書きます。',
      '実態と異なる労働時間の記録を求められた（2026-06-18 判断）',
    ],
  },
  example: {
    path: 'accounts/komorebi-souzai.md',
    text: `---
title: 株式会社こもれび惣菜
owner: cs/sonobe
products: [attendance]
visibility: partner
status: customer
segment: enterprise
industry: 食品製造・小売
plans: [pro]
size: 640
alias: 惣菜を製造・販売する食品会社（約600名）
---

34 店舗と工場が 1 つ。更新は 2027 年 3 月末。
`,
  },
};

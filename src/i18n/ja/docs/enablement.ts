import type { KindDoc } from '../../docs.ts';

export const enablement: KindDoc<'enablement'> = {
  about:
    '営業がそのまま使える「売り方」のページです。トークトラック、競合との比べ方、FAQ、価格、見極め基準、CS への引き継ぎなど。PMM が書き、営業が承認します。定期的に見直し、古くなったページには印が付きます。',
  fields: {
    type: ['何のためのページか。書かなければ、種類は表示されません。', 'talk-track'],
    releases: [
      'このページのもとになっているリリースの ID。書くと、リリースが変わったときに「見直しが必要」と知らされます。',
      '[2026-11-shift-csv-import]',
    ],
    personas: ['誰に話すときに使うか（ペルソナの ID）。', '[hitori-roumu]'],
    buyer: ['相手の立場。経営者、情報システム、実際に使う人のどれか。', 'end-user'],
    motion: ['営業が売るときのものか、製品を試してもらって広げるときのものか。', 'sales-led'],
    approvedBy: [
      '「これで売る」と約束した営業の人。営業の承認を得てから書きます。書かなければ、まだ承認されていません。',
      'sales/kuwabara',
    ],
  },
  example: {
    path: 'enablement/shift-import-talk-track.md',
    text: `---
title: シフトの一括登録で、もう一度会いに行く
summary: シフト入力で失注した会社向け。電話の最初の 30 秒から、ひな型を見せるところまで。
owner: pmm/okudaira
products: [attendance]
type: talk-track
releases: [2026-11-shift-csv-import]
personas: [hitori-roumu]
buyer: end-user
motion: sales-led
approvedBy: sales/kuwabara
reviewed: 2026-11-16
---

## 最初の 30 秒

「春にご提案したとき、シフトの入力が重いとおっしゃっていましたよね。できるようになりました」

## 会えたら

1. 先に相手のシフト表を見せてもらう
2. ひな型に 3 人ぶんだけ貼って見せる
`,
  },
};

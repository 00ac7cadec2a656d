import type { KindDoc } from '../../docs.ts';

export const release: KindDoc<'release'> = {
  about:
    'お客様にとって変わったこと 1 つを、営業・CS・お客様それぞれに必要な説明と一緒に書くページです。新機能、改善、修正、値上げ、提供終了などを出すときに、PdM が書き、PMM が「営業向け」を仕上げます。マージされ、日付が来ると、営業に知らされます。',
  fields: {
    date: [
      'お客様が使えるようになる日。PdM が書きます。先の日付なら「予定」になり、その日が来たあとの最初の push で知らされます。',
      '2026-11-10',
    ],
    version: ['製品のバージョン。番号で呼ばないなら書きません。書いたとおりに表示されます。', '5.12.0'],
    status: [
      'いまの段階。書かなければ日付で決まります（今日までなら「リリース済み」、先なら「予定」）。ベータ版か、取り下げたときに PdM が書きます。',
      'beta',
    ],
    type: ['何が起きたか。書かなければ、種類は表示されません。', 'feature'],
    tier: [
      '営業にとっての重さ。1 は全員が動く、2 は知っておく、3 はまとめの 1 行だけ。PMM が決めます。1 を使いすぎると読まれなくなります。',
      '1',
    ],
    plans: [
      'どの契約プランで使えるか。`kairanban.yaml` の `plans` の ID で書きます。書かなければ、プランを限らない話とみなされます。',
      '[standard, pro]',
    ],
    segments: [
      'どの規模のお客様に関係するか。`kairanban.yaml` の `segments` の ID で書きます。書かなければ、規模を限りません。',
      '[mid, enterprise]',
    ],
    audiences: [
      '誰に知らせるか。書かなければ、すべての読み手に知らされます。関係のない人を外すために書きます。',
      '[sales, cs]',
    ],
    prds: ['もとになった PRD の ID。書くと、要望からリリースまでのつながりが表示されます。', '[shift-import]'],
    requests: [
      'PRD を作らずに応えた要望の ID。書くと、その要望が「対応済み」になります。PRD があるなら `prds` だけで足ります。',
      '[shift-reentry]',
    ],
    levers: [
      'どの成長につながるか。PdM と PMM が選びます。書かなければ、表示されません。',
      '[acquisition, activation]',
    ],
    closes: [
      'このリリースで埋まった、ジャーニーのギャップ。`ジャーニーの ID#ギャップの ID` と書きます。書かなければ、どのギャップも埋めていません。',
      '[monthly-close#retype]',
    ],
    announceAt: [
      '情報解禁の日時。時差まで書きます。この時刻までは極秘として扱われ、誰にも知らされません。過ぎたあとの最初の push で知らされます。書かなければ `date` の日が基準です。',
      '2026-12-01T10:00+09:00',
    ],
    actions: [
      'このリリースを受けて社内の誰が何をするか。PMM が書きます。書かなければ、やることのない知らせになります。',
    ],
    'actions.who': ['動くチーム。`kairanban.yaml` の `teams` か `audiences` の ID です。', 'sales'],
    'actions.what': [
      'やること。読んだ人がそのまま動ける 1 文にします。',
      'シフト入力を理由に失注した企業へ、トークトラックを使って連絡する',
    ],
    'actions.by': ['いつまでに。書かなければ、期限なしです。', '2026-12-04'],
    expects: ['どの目標の数字が、どれだけ動く見込みか。PdM が書き、あとで実績と見比べます。'],
    'expects.goal': ['動かしたい目標の ID。', 'shift-publish-rate'],
    'expects.baseline': ['リリース前の数字。単位は付けません。', '31.5'],
    'expects.target': ['届かせたい数字。単位は付けません。', '42'],
    supersedes: [
      'このリリースが置き換える、前のリリースの ID。書かなければ、どれも置き換えません。',
      '[2026-11-payroll-auto-lock]',
    ],
  },
  example: {
    path: 'releases/2026-11-shift-csv-import.md',
    text: `---
title: シフト表を CSV で一括登録できるようになりました
owner: [product/mikuriya, pmm/okudaira]
products: [attendance]
visibility: public
date: 2026-11-10
version: 5.12.0
type: feature
tier: 1
plans: [standard, pro]
audiences: [sales, cs, customer]
prds: [shift-import]
closes: [monthly-close#retype]
actions:
  - who: sales
    what: シフト入力を理由に失注した企業へ、トークトラックを使って連絡する
    by: 2026-12-04
expects:
  - { goal: shift-publish-rate, baseline: 31.5, target: 42 }
---

## 概要

店舗で作ったシフト表を、打ち直さずにまとめて登録できます。

## 営業向け

### トークトラック

「店舗のシフト表は、どなたが画面に入れていますか」

### 切り返し

「Excel をそのまま読めないの？」→ 読めません。変換用のひな型をお渡しします。

## CS向け

最初の取り込みは、過去の月で試してもらってください。

## お客様向け

シフト表をまとめて登録できるようになりました。「シフト ＞ 一括登録」からお使いください。

## 約束しないこと

- Excel ファイルの直接の読み込み
`,
  },
};

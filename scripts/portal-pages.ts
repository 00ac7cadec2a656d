/** What `docs/portal.md` and `docs/portal.ja.md` show: each type of page that a portal has, and what it is for. */

export interface Shown {
  /** As `pageTypes` calls it. */
  readonly type: string;
  /** The page to show, where it is not the one with the most on it. */
  readonly path?: string;
  /** Some are shown as a phone shows them, some in the dark. */
  readonly phone?: boolean;
  readonly dark?: boolean;
  readonly en: readonly [title: string, text: string];
  readonly ja: readonly [title: string, text: string];
}

export const shownPages: readonly Shown[] = [
  {
    type: 'home',
    en: ['Home', 'What is new for you since your last visit, what you have to do and by when, and search.'],
    ja: ['ホーム', '前回からの新着、あなたがやることと期限、そして検索。毎朝ここから始められます。'],
  },
  {
    type: 'releases/*',
    path: 'releases/2026-11-shift-csv-import/',
    en: [
      'A release',
      'First what a salesperson needs: the pitch with buttons to copy it, questions to ask, answers to objections and what not to promise. Then plans, price and proof, the details, and the trace from request to outcome.',
    ],
    ja: [
      'リリース',
      '商談で使うものが先に並びます。トークトラック（コピーできます）、ヒアリング、切り返し、約束しないこと。そのあとにプランと価格、実績、詳細、要望から成果までのつながりが続きます。',
    ],
  },
  {
    type: 'releases',
    phone: true,
    en: [
      'Releases',
      'By month, narrowed by time, product, plan, audience and lever. The address holds what is chosen.',
    ],
    ja: [
      'リリースの一覧',
      '月ごとに並びます。時期、製品、プラン、読む人、効果で絞り込め、そのままアドレスを共有できます。',
    ],
  },
  {
    type: 'search',
    path: `search/?q=${encodeURIComponent('シフト CSV')}`,
    en: [
      'Search',
      'Finds what customers call it, spelled as they spell it. A talk track can be copied from the result.',
    ],
    ja: ['検索', 'お客様の言葉のまま、表記がゆれても見つかります。トークトラックは結果の中からコピーできます。'],
  },
  {
    type: 'enablement',
    en: [
      'How to sell it',
      'Talk tracks, battlecards, prices and playbooks, each with the day it was last verified and by whom.',
    ],
    ja: ['売り方', 'トークトラック、バトルカード、価格、プレイブック。いつ誰が確かめたかが分かります。'],
  },
  {
    type: 'enablement/*',
    phone: true,
    en: ['A talk track', 'On a phone, minutes before the meeting.'],
    ja: ['トークトラック', '商談の直前に、スマートフォンで。'],
  },
  {
    type: 'cases',
    en: ['Cases', 'Who has it already, and what became of it.'],
    ja: ['導入事例', 'すでに使っているお客様と、その成果。'],
  },
  {
    type: 'cases/*',
    en: ['A case', 'Before and after in figures, the releases that made it possible, and what the customer agreed to.'],
    ja: ['ひとつの事例', '導入前と導入後の数字、きっかけになったリリース、公開の範囲。'],
  },
  {
    type: 'requests',
    en: ['Requests', 'By status, with the weight of each and how long it has waited.'],
    ja: ['要望', '状態ごとに並び、重みと、待っている日数が見えます。'],
  },
  {
    type: 'requests/page/#',
    ja: ['要望の一覧', '並べきれないときの、すべての要望の一覧。'],
    en: ['The list of requests', 'All requests, where the board cannot hold them.'],
  },
  {
    type: 'requests/by/*/*',
    path: 'requests/by/product/segment/',
    en: [
      'Requests, counted',
      'By two of product, segment, source, stage and quarter; each figure leads to the list behind it.',
    ],
    ja: ['要望の集計', '製品、セグメント、経路、段階、四半期から二つを選んで数えます。数字を押すと一覧が開きます。'],
  },
  {
    type: 'requests/*',
    path: 'requests/shift-reentry/',
    en: ['A request', 'In the customers’ own words, with what became of it.'],
    ja: ['ひとつの要望', 'お客様の言葉のまま。そのあと何になったかまで追えます。'],
  },
  {
    type: 'prds',
    dark: true,
    en: ['PRDs', 'What is looked into, built and shipped.'],
    ja: ['PRD', '調べているもの、作っているもの、届けたもの。'],
  },
  {
    type: 'prds/*',
    path: 'prds/shift-import/',
    en: ['A PRD', 'For which requests, towards which goal, and how success will be told.'],
    ja: ['ひとつの PRD', 'どの要望のために、どの目標に向けて、何をもって成功とするか。'],
  },
  {
    type: 'roadmap',
    dark: true,
    en: ['Roadmap', 'By quarter and product, with how sure we are.'],
    ja: ['ロードマップ', '四半期と製品ごとに、確度を添えて。'],
  },
  {
    type: 'goals',
    en: ['Goals', 'The north star first.'],
    ja: ['目標', '北極星から順に。'],
  },
  {
    type: 'goals/*',
    path: 'goals/payroll-close-days/',
    en: [
      'A goal',
      'Its readings towards the target, with the releases that were meant to move it, and the same in a table.',
    ],
    ja: ['ひとつの目標', '目標値までの推移と、動かすために出したリリース。同じ数字の表も添えます。'],
  },
  {
    type: 'journeys',
    en: ['Journeys', 'What a persona does from first contact on.'],
    ja: ['ジャーニー', 'ペルソナが何をしているか。'],
  },
  {
    type: 'journeys/*',
    path: 'journeys/monthly-close/',
    en: ['A journey', 'The map of it, the gaps in it, and which release closed which.'],
    ja: ['ひとつのジャーニー', '段階ごとの行動とギャップ、それを埋めたリリース。'],
  },
  {
    type: 'personas',
    en: ['Personas', 'Who buys and who uses it.'],
    ja: ['ペルソナ', '買う人と使う人。'],
  },
  {
    type: 'personas/*',
    en: ['A persona', 'What hurts, what is wished for, and what was made for it.'],
    ja: ['ひとりのペルソナ', '困っていること、望んでいること、そのために作ったもの。'],
  },
  {
    type: 'insights',
    en: ['Insights', 'What was heard and counted, and what it informs.'],
    ja: ['インサイト', '聞いたこと、数えたこと、それを何に生かしたか。'],
  },
  {
    type: 'insights/*',
    path: 'insights/2026-09-shift-roundtable/',
    en: ['An insight', 'Who is told of it is part of it.'],
    ja: ['ひとつのインサイト', '誰に伝えるかまでが一枚です。'],
  },
  {
    type: 'accounts',
    en: ['Accounts', 'Where they may be seen.'],
    ja: ['顧客', '見てよい人にだけ見えます。'],
  },
  {
    type: 'accounts/*',
    en: ['An account', 'What they asked for and what became of it: ready for the next visit.'],
    ja: ['ひとつの顧客', '何を求められ、どうなったか。次の訪問の前に。'],
  },
  {
    type: 'terms',
    en: ['Glossary', 'The words of the trade and of the product. In a text, a word leads here.'],
    ja: ['用語集', '業界と製品の言葉。本文の中の用語からも開けます。'],
  },
  {
    type: 'terms/*',
    phone: true,
    en: ['A term', 'What it means, what else it is called, and what not to call it.'],
    ja: ['ひとつの用語', '意味、別の呼び方、使わない言い方。'],
  },
  {
    type: 'loop',
    en: ['The loop', 'From request to outcome: how many are where, and what is stuck.'],
    ja: ['要望から成果まで', 'どこに何件あって、どこで止まっているか。'],
  },
  {
    type: 'executive',
    en: ['For executives', 'The last quarter, the goals and what comes next, on one sheet of A4.'],
    ja: ['経営サマリー', '直近の四半期と目標、次に出すものを A4 一枚に。'],
  },
  {
    type: 'releases/*/handout',
    path: 'releases/2026-11-shift-csv-import/handout/',
    en: ['To hand out', 'A release for a customer: nothing in it that is not public.'],
    ja: ['お客様に渡す資料', '公開してよいことだけで組んだ一枚です。'],
  },
  {
    type: 'write',
    en: ['Writing', 'A new page of any kind, with its template, by one link.'],
    ja: ['書く', 'どの種類のページも、ひな型つきで書き始められます。'],
  },
  {
    type: '404.html',
    path: 'releases/nothing/',
    en: ['A page that is not there', 'It says so, and offers search.'],
    ja: ['ページが見つからないとき', 'その場で検索できます。'],
  },
];

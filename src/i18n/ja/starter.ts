import type { StarterWords } from '../starter.ts';

export const starter: StarterWords = {
  questions: {
    locale: 'ポータルの言語',
    title: 'ポータルの名前',
    products: '製品（名前か「ID=名前」を、カンマ区切りで。あとからでも書けます）',
    badProducts: '「payroll=給与計算, 勤怠管理」のように書いてください。',
    kinds: '例を作る種類',
  },
  language: '日本語',
  title: 'ナレッジポータル',

  purposes: {
    config: 'ポータルの名前・言語・製品の設定',
    example: (kind) => `書き方の例: ${kind}`,
    workflow: 'プルリクエストを確認し、ポータルを作り、リリースを営業に知らせる',
    requestForm: '営業や CS が、お客様の要望を送るフォーム',
    feedbackForm: 'ページの間違いを知らせるフォーム',
    pullRequest: 'マージの前に見ること',
    owners: 'どのフォルダーに誰の承認が要るかの見本',
    schema: 'エディターで kairanban.yaml の説明を出す',
    snippets: 'VS Code で、書くページのひな型を出す',
    extensions: '説明を出すための VS Code の拡張機能',
    ignore: '作られるもの（portal/、.kairanban/、node_modules/）と、取り込めなかった行を Git に入れない',
  },

  written: (count) => `${count} ファイルを書きました。`,
  nothing: '書くものはありません。すべてそろっています。',
  kept: 'すでにあるため、そのままにしました（作り直すには、消してからもう一度実行してください）。',
  ignore:
    'お使いの `.gitignore` に次の行を足してください（取り込めなかった行のファイルには、個人の情報が入ることがあります）。',
  noExamples: (content) => `\`${content}\` にもうページがあるため、書き方の例は作っていません。`,
  belowTop: (top, command) =>
    `GitHub が .github を読むのはリポジトリの一番上だけなので、ここには書いていません。使うには、\`${top}\` で \`${command}\` を実行してください。`,
  next: '次にすること',
  steps: {
    look: (command) => `ポータルを見る: \`${command}\``,
    replace: (command) =>
      `「例」と付いたページを、自社の内容に置き換える（例のままでは、誰にも知らされません）。新しいページは \`${command}\` で書き始められます`,
    write: (command) => `新しいページを書く: \`${command}\``,
    push: 'コミットして push する。シークレット SLACK_WEBHOOK_URL に Slack の Incoming Webhook のアドレスを入れると、リリースが知らされます',
  },
  example: (title) => `【例】${title}`,
  exampleNote: '書き方の例です。自社の内容に書き換えるか、ファイルごと消してください。',
  exampleNotTold:
    '書き方の例です。自社の内容に書き換えるか、ファイルごと消してください。status が beta のあいだは、誰にも知らされません。',

  config: {
    about: [
      '上の行は消さないでください。エディターが項目の説明を出し、書き間違いに印を付けてくれます。',
      '先頭に「# 」が付いた項目は、その 2 文字を消すと使えます。',
    ],
    timeZone: ['「今日」を決める時間帯。'],
    timeZoneSample: 'timeZone: Asia/Tokyo',
    products: ['製品の一覧。左が ID（ほかのファイルに書く名前）、右が画面に出る名前です。'],
    productsSample: 'products: { payroll: 給与計算, attendance: 勤怠管理 }',
    portal: ['ポータルを公開する場所。書くと、お知らせからページに飛べるようになります。'],
    linked: ['「このページを直す」と「古い・わかりにくいと思ったら」のリンク先。'],
    lists: ['ほかの一覧。書くと、各ページの ID が合っているかが確かめられます。必要になってからで十分です。'],
    listsSample: [
      'plans: { standard: スタンダード, pro: プロ }',
      'teams: { product: プロダクト, pmm: PMM, sales: 営業, cs: カスタマーサクセス }',
    ],
  },

  workflow: {
    about: 'プルリクエストの内容を確認します。マージされたらポータルを作り、新しいリリースを営業に知らせます。',
    build: 'ポータルを作る',
    deploy: [
      'お知らせより先に、フォルダー `portal` をここで公開します。社内のナレッジが入っているので、社内の人だけが',
      '入れる場所に置いてください。GitHub Pages は誰でも見られます。',
    ],
    check: '確認して、営業に知らせる',
  },

  forms: {
    request: {
      name: 'お客様の要望',
      description: 'お客様が困っていることを PdM に知らせます。1 つの困りごとにつき 1 件です。',
      title: '要望: ',
      intro: 'PdM が読んで、ここで返事をします。お客様個人の名前や連絡先は書かないでください。',
      problem: ['何に困っていますか', 'どんなときに起き、何を失っているか。解決策ではなく、困りごとを書きます。'],
      wanted: ['お客様が求めた解決策', '「こうしてほしい」と言われたことを、できるだけ言葉どおりに。'],
      source: ['どこから届きましたか', 'お客様の声を聞いた場面を選びます。'],
      product: ['どの製品のことですか', '複数選べます。'],
      account: ['どの会社ですか', '会社名だけを書きます。'],
      date: ['いつ聞きましたか', '2026-11-21 のように書きます。'],
      quote: ['お客様の言葉', 'そのまま引用できる一言があれば。'],
    },
    feedback: {
      name: 'ポータルの間違い',
      description: '古い、違う、わかりにくいと思ったページを知らせます。',
      title: 'ポータル: ',
      page: ['どのページですか', 'アドレスかタイトルを書きます。'],
      wrong: ['何が違いますか', '書いてあったことと、違うと思った理由を書きます。'],
      right: ['正しくは？', 'わかれば書きます。空のままでもかまいません。'],
    },
  },

  pullRequest: {
    what: '誰にとって、何が変わりますか',
    look: 'マージの前に',
    checks: [
      '日付（`date`）は、お客様が使えるようになる日になっている（マージされ、その日が来ると、営業に知らされます）',
      '「営業向け」はそのまま話せる言葉で、「約束しないこと」も書いてある',
      '公開範囲（`visibility`）は合っていて、お客様個人の名前は入っていない',
    ],
  },

  owners: {
    about: [
      'どのフォルダーの変更に、誰の承認が要るかを決めます。使うには、行の先頭の「# 」を消し、',
      '@your-organisation/… を自社のチームに書き換えてください。1 つのファイルに合う行がいくつもあれば、最後の行が効きます。',
    ],
  },

  snippet: (kind) => `${kind}のページのひな型`,
};

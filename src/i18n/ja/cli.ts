import { quote } from '../code.ts';
import type { Messages } from '../index.ts';

const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `もしかして ${quote(suggestion)} ですか？`;

export const cli: Messages['cli'] = {
  severity: { error: 'エラー', warning: '警告' },
  counts: ({ errors, warnings, checked }) =>
    errors + warnings === 0
      ? `問題はありません（${checked} ファイルを確認）。`
      : `エラー ${errors} 件、警告 ${warnings} 件（${checked} ファイルを確認）。`,
  corrected: (line) => `直した行: ${line}`,
  lineNow: 'いまの行:',
  lineThen: '直した行:',
  lineAdded: '足す行:',
  foreign:
    'ほかの道具で書いたノートなら、kairanban.yaml に `import: { unknownFields: warn }` と書けば、直さずに読めるものが増えます（手持ちの項目名の対応は `fields` に書きます）。',
  fixable: (count) => `このうち ${count} 件は \`kairanban check --fix\` で直せます。`,
  fixed: (file, count) => `${file} を ${count} か所直しました。`,
  notFixed: (file, why) =>
    `${file} は${typeof why === 'object' ? `書き込めないため（${why.code}）` : { link: 'リンクなので', changed: '確認しているあいだに変わったため' }[why]}、そのままにしました。${why === 'changed' ? 'もう一度実行してください。' : ''}`,
  nothingFixed: '自動で直せるものはありません。',
  sarifCut: (left, limit) =>
    `ほか ${left} 件の問題は除いています。GitHub が 1 回に受け取るのは ${limit.toLocaleString('en')} 件までです。`,
  nothingNew: (checked) => `増えた問題はありません（${checked} ファイルを確認）。`,
  olderLeftOut: (count) => `以前からある問題 ${count} 件は除いています。\`kairanban check\` ですべて確認できます。`,
  badSince: (ref, detail) => `${quote(ref)} と比べられません: ${detail}`,
  watching: (time) => `${time} に確認しました。変更を待っています（Ctrl+C で終了）。`,
  watchFormat: (format) =>
    `\`--watch\` と \`--format ${format}\` は同時に使えません。\`--format\` を外すか、\`pretty\` にしてください。`,
  watchInCi: 'CI（環境変数 `CI` がある所）では `--watch` は使えません。外してください。',
  watchLimit: (folder, code) =>
    `${quote(folder)} の変更を見張れません（${code}）。このシステムで見張れる数の上限です。ほかの見張りを止めるか、上限を上げてください。`,
  unknownCommand: (command, suggestion) =>
    `${quote(command)} というコマンドはありません。${mean(suggestion)}\`kairanban --help\` をご覧ください。`,
  unknownOption: (option, command, suggestion) =>
    `${quote(option)} というオプションはありません。${mean(suggestion)}\`kairanban ${command === undefined ? '' : `${command} `}--help\` をご覧ください。`,
  missingValue: (option) => `${quote(option)} の後ろに値がありません。`,
  badOption: (option, value, expected) =>
    `${quote(option)} に ${quote(value)} は使えません。${expected}を指定してください。`,
  formLike: (example) => `${quote(example)} の形`,
  forms: {
    count: () => '0 以上の整数',
    day: (example) => `${quote(example)} のような実在する日付`,
    days: (example) => `${quote(example)} のような 1 日以上の日数`,
    week: (example) => `${quote(example)} のような、その年にある週`,
  },
  productsExample: 'payroll=給与計算',
  oneOf: (values) => `${values.map(quote).join('、')} のどれか`,
  exclusive: (options) => `${options.map(quote).join(' と ')} は同時に使えません。どれか 1 つにしてください。`,
  unexpectedArgument: (argument, command) =>
    `${quote(argument)} は余分です。\`kairanban ${command} --help\` をご覧ください。`,
  missingArgument: (name, command) => `${name} がありません。\`kairanban ${command} --help\` をご覧ください。`,
  contentTooDeep: (folder, around) =>
    `${quote(folder)} はコンテンツの中のフォルダーです。その 1 つ上の \`--content ${around}\` を指定してください。`,
  unknownAudience: (audience, known, suggestion) =>
    `${quote(audience)} という読み手はありません。${mean(suggestion)}使えるのは ${known.map(quote).join('、')} です。`,
  unknownRelease: (id, suggestion) => `この読み手に見せられるリリース ${quote(id)} はありません。${mean(suggestion)}`,
  badRange: (range, detail) => `コミット ${quote(range)} を読めません: ${detail}`,
  bug: (detail) => `kairanban の不具合です。下の行を添えてお知らせください。\n${detail}`,
  nodeTooOld: (found) => `kairanban には Node.js 22.12 以上が必要です（いまは ${found}）。`,
  checking: 'コンテンツを確認しています …',
  building: 'ページを作っています …',
  built: (pages, folder, seconds) => `${quote(folder)} に ${pages} ページを作りました（${seconds} 秒）。`,
  notBuilt: '上のエラーがあるため、何も書き出していません。',
  leftOut: (files) => `エラーのある ${files} ファイルは除いています。\`kairanban check\` で確認できます。`,
  builtWithErrors: '読めなかったものを除いてポータルを作りました。上のエラーをご覧ください。',
  outInside: (folder) =>
    `${quote(folder)} には書き出せません。コンテンツか作業中のフォルダーが入っています。\`--out フォルダー\` で別の場所を指定してください。`,
  outWithin: (folder) =>
    `${quote(folder)} には書き出せません。コンテンツのフォルダーの中です。\`--out フォルダー\` で別の場所を指定してください。`,
  outForeign: (folder) =>
    `${quote(folder)} には書き出せません。空ではなく、kairanban が作ったものでもありません。\`--out フォルダー\` で別の場所を指定するか、空にしてください。`,
  outUnwritable: (folder, reason) =>
    `${quote(folder)} に書き込めません（${reason}）。\`--out フォルダー\` で別の場所を指定するか、書き込めるようにしてください。`,
  workUnwritable: (folder, reason) =>
    `ポータルを準備する ${quote(folder)} に書き込めません（${reason}）。書き込めるフォルダーで実行してください。`,
  noPortal: (folder) => `${quote(folder)} にポータルがありません。先に \`npx kairanban build\` を実行してください。`,
  serving: (url) => `ポータル: ${url}  （Ctrl+C で終了）`,
  portsTaken: (first, last) => `ポート ${first}〜${last} はすべて使用中です。\`--port 番号\` で指定してください。`,
  importUnreadable: (file, reason) =>
    reason === 'ENOENT' ? `${quote(file)} というファイルはありません。` : `${quote(file)} を読めません（${reason}）。`,
  importNotFile: (file) =>
    `${quote(file)} は取り込めません。フォルダーやデバイスではなく、ファイルを指定してください。`,
  importUnknownSource: (source, known) =>
    `${quote(source)} からは取り込めません。${known.map(quote).join(' か ')} を指定してください。`,
  importForeignOption: (option, source) => `${quote(option)} は \`import ${source}\` では使えません。`,
  importOutside: (folder) =>
    `${quote(folder)} はコンテンツのフォルダーの外を指すリンクなので、書き込めません。普通のフォルダーにしてください。`,
  importUnwritable: (path, reason) => `${quote(path)} に書き込めません（${reason}）。`,
  importUnknownProduct: (id, known, suggestion) =>
    known.length === 0
      ? `製品 ${quote(id)} は kairanban.yaml にありません。\`products\` に \`{ payroll: 給与計算 }\` のように「ID: 名前」で書いてください。`
      : `製品 ${quote(id)} は kairanban.yaml にありません（${known.map(quote).join('、')}）。${mean(suggestion)}`,
  importNoVersions: (file) =>
    `${quote(file)} にバージョンが見つかりません。\`## 1.2.0 - 2026-11-21\` のような見出しか、\`1.2.0 (2026-11-21)\` とだけ書いた行・太字の行・箇条書きの項目が必要です。`,
  imported: (written, same, folder) =>
    `${quote(folder)} にリリースを ${written} 件書き出しました${same > 0 ? `（ほか ${same} 件は同じものがすでにあります）` : ''}。`,
  wouldImport: (written, same, folder) =>
    `${quote(folder)} にリリースを ${written} 件書き出します${same > 0 ? `（ほか ${same} 件は同じものがすでにあります）` : ''}。`,
  importDifferent: (path) =>
    `${quote(path)} は内容の違うものがすでにあるため、そのままにしました。取り込み直すには削除してください。`,
  importMoreDifferent: (count) => `内容が違うため、そのままにしたものが、ほかに ${count} 件あります。`,
  importUndated: (file, line, version, date, whose) =>
    `${file}:${line}: ${quote(version)} に日付がないため、${whoseDate(whose).trimStart()}\`date: ${date}\` としました。正しい日付に直してください。`,
  importMoreUndated: (file, versions, folder) =>
    `${file}: ほかに ${versions.length} 件の日付が確かではありません（${versions.slice(0, 10).map(quote).join('、')}${versions.length > 10 ? ' …' : ''}）。${quote(folder)} のファイルの \`date:\` の行に理由があるので、正しい日付に直してください。`,
  importUndatedComment: '変更履歴に日付がありません',
  importDoubt: {
    calendar: (file, line, version, given, date, whose) =>
      `${file}:${line}: ${quote(given)} という日はないため、${quote(version)} は${whoseDate(whose)}\`date: ${date}\` としました。正しい日付に直してください。`,
    order: (file, line, version, given, date, whose) =>
      `${file}:${line}: ${quote(given)} は月と日のどちらが先かわからないため、${quote(version)} は${whoseDate(whose)}\`date: ${date}\` としました。正しい日付に直してください。`,
    month: (file, line, version, given, date) =>
      `${file}:${line}: ${quote(given)} には日がないため、${quote(version)} は \`date: ${date}\` としました。日がわかれば直してください。`,
  },
  importDoubtComment: {
    calendar: (given) => `変更履歴の日付（${given}）は暦にありません`,
    order: (given) => `変更履歴の日付（${given}）は、月と日のどちらが先かわかりません`,
    month: (given) => `変更履歴には「${given}」とだけあります`,
  },
  importUnreleased: (file, line) =>
    `${file}:${line}: まだ出ていないものなので、除きました。出たあとで、もう一度取り込んでください。`,
  importPreamble: (file) => `${file}:1: 最初のバージョンより前の文は、どのリリースのものでもないため、除きました。`,
  importNews: (count, past) =>
    `日付が確かでないリリースのうち ${count} 件は、このままマージすると新しいものとして投稿されます。過去のものなら、ファイルを消し、\`--date ${past}\` のように過去の日付を付けて取り込み直してください。`,
  importNoProduct: (known) =>
    `\`--product\` がないため、すべての製品のリリースとして取り込みます。kairanban.yaml の製品は ${known.map(quote).join('、')} です。`,
  newKind: '何を書きますか',
  newFrom: 'どれをもとに書きますか',
  newNothing: 'もとになるものはない',
  newSome: '（スペースで選び、Enter で決める）',
  newLater: 'あとで書く',
  newTitle: 'タイトルを書いてください（あとで変えられます）。',
  newDay: '2026-11-21 のような実在する日付を書いてください。',
  newId: 'ファイル名（そのまま ID になります）',
  newNext: '空いているところを書いたら、`npx kairanban check` で確かめてください。',
  newStopped: '取りやめました。何も書き出していません。',
  unknownKind: (name, known, suggestion) =>
    `${quote(name)} という種類はありません。${mean(suggestion)}使えるのは ${known.map(quote).join('、')} です。`,
  unknownEntry: (name, suggestion) => `${quote(name)} が見つかりません。${mean(suggestion)}`,
  notFollowing: (kind, from, known) =>
    known.length === 0
      ? `${kind} は、ほかのページをもとには作れません。\`--from\` を外してください。`
      : `${kind} は ${from} をもとには作れません。もとにできるのは ${known.map(quote).join('、')} です。`,
  badId: (id) =>
    `${quote(id)} はファイル名に使えません。文字・数字・\`-\`・\`_\`・\`.\`・スペースだけの名前にしてください（Windows で使えない名前と \`readme\` も避けてください）。`,
  takenId: (id) => `${quote(id)} という ID はすでに使われています。別の名前にするか、\`--id\` を外してください。`,
  unwritable: (path, reason) => `${quote(path)} に書き込めません（${reason}）。`,
  noEditUrl:
    'GitHub で書くためのアドレスを作れません。`kairanban.yaml` の `portal.edit` に `https://github.com/会社/リポジトリ/edit/main/content` の形で書いてください。',
  initNotFolder: (path) =>
    `${quote(path)} はフォルダーではないため、その下に書けません。別のフォルダーを指定してください。`,
  initUnwritable: (path, reason) =>
    `${quote(path)} に書けません（${reason}）。書き込めるようにするか、別のフォルダーを指定してください。`,
  initOutside: (path) =>
    `${quote(path)} はリンクでフォルダーの外につながっているため、書けません。リンクを外すか、別のフォルダーを指定してください。`,
  initContent: (content) =>
    `\`--content\` に ${quote(content)} は使えません。作る先の中のフォルダーを指定してください。`,
  help: {
    intro: 'kairanban（回覧板）: Git の Markdown から作るナレッジポータル',
    usage: '使い方',
    commands: 'コマンド',
    options: 'オプション',
    examples: '例',
    default: (value) => `省略時: ${value}`,
    more: '各コマンドの詳しい説明: kairanban コマンド --help · バージョン: kairanban --version',
    exit: '終了コード: 0 問題なし · 1 問題あり · 2 使い方の誤り · 70 kairanban の不具合',
    command: {
      init: 'リポジトリに、設定・例・ワークフロー・フォーム・エディターの設定を用意する',
      check: 'コンテンツを確認し、どこがどう違うかを示す',
      summary: '読み手に知らせることをまとめて出す',
      build: 'ポータルと検索の索引を作る',
      dev: '書きながらポータルを見る',
      preview: '作ったポータルをこのマシンで見る',
      search: '作ったポータルを端末で検索する。うまく見つかるかも確かめる',
      new: '書き込むだけのページ（release、request、prd など）を用意し、そのパスを出す',
      import: '既存の CHANGELOG.md をリリースに、CSV を要望か顧客に取り込む',
    },
    option: {
      content: 'コンテンツのフォルダー',
      visibility: 'どの範囲の読み手に向けて出すか',
      lang: 'メッセージの言語（省略時: KAIRANBAN_LANG、なければサイトの言語）',
      now: '現在とみなす日時（例 2026-11-21T10:00+09:00）',
      help: 'この説明を表示',
      version: 'バージョンを表示',
      format: '出力の形式',
      maxWarnings: '警告がこの数を超えたら失敗にする',
      changedSince: 'このコミットやブランチから分かれたあとに生じた問題だけを示す（コミット前の変更も含む）',
      fix: '聞かなくても直せるもの（日付の書き方、全角の英数字、用語集が避ける表記）を直す',
      watch: 'Ctrl+C まで待ち、コンテンツが変わるたびに確認する',
      audience: '読み手',
      since: 'この日からのリリース',
      last: '直近の日数（例 7d）',
      week: 'ISO 週（例 2026-W47）',
      release: 'リリース 1 件（ID）',
      range: 'コミットの範囲で知らせられるようになったリリース',
      out: 'ポータルの書き出し先',
      locale: 'ポータルの言語（省略時: --lang、なければサイトの言語）',
      strict: 'エラーがあれば何も書き出さない',
      port: 'ポート番号（使用中なら次の番号）',
      site: '作ったポータルのフォルダー（省略時: portal。--judge ではいまのコンテンツ）',
      json: 'プログラム向けのデータで出す',
      limit: '出す件数の上限',
      explain: 'それぞれがなぜその順番かを示す',
      judge: 'CSV（query,pages,category）の質問をすべて検索し、正しいページが出るかを数える',
      record: '--judge の結果を控え、次からそれより悪ければ失敗にする',
      suggestTerms: 'コンテンツと --judge の質問から、用語集に足すとよい言い換えを挙げる（何も書き込まない）',
      product: '取り込むものの製品',
      date: '変更履歴で、日付のないバージョンに付ける日付（省略時: 日付のある近くの版の日付、なければ今日）',
      dryRun: '何が書き出されるかだけを示す',
      kind: 'CSV の行が何か',
      map: 'CSV の列をどの項目にするか（例 件名=title）。何度でも指定できる',
      title: 'タイトル',
      from: 'もとになるページ。タイトル・製品・担当・目標などを引き継ぐ（例 prd:shift-import）',
      set: 'そのほかの項目（例 tier=1、products=payroll,attendance）。何度でも指定できる',
      id: 'ファイル名（省略時: タイトルから作る）',
      url: 'ファイルを作らず、GitHub で書き始めるアドレスを出す',
      yes: '何も質問しない（端末でないときは、いつも質問しません）',
      siteTitle: 'ポータルの名前',
      products: '製品（名前か「ID=名前」を、カンマ区切りで）',
      kinds: '例を作る種類（カンマ区切り）',
    },
  },
};

/** 日付のないバージョンに、どのバージョンの日付を使ったか。 */
function whoseDate(version: string | undefined): string {
  return version === undefined ? ' ' : ` ${quote(version)} と同じ `;
}

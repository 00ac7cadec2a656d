import type { Actual, Expected, YamlReason } from '../../problem.ts';
import type { Messages } from '../index.ts';

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.slice(0, 12).map(code).join('、');
const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `もしかして ${code(suggestion)} ですか？`;

function expectation(expected: Expected): string {
  switch (expected.what) {
    case 'line':
      return '1 行の文字';
    case 'text':
      return '文章';
    case 'number':
      return '`12` や `3.5` のような数字だけ（単位は付けない）';
    case 'flag':
      return '`true` か `false`';
    case 'day':
      return '`2026-11-21` のような実在する日付';
    case 'instant':
      return '`2026-11-21T10:00+09:00` のような日時（時差つき）';
    case 'interval':
      return '`90d` のような日数';
    case 'person':
      return '`チーム/名前` か `チーム`（メールアドレスは書かない）';
    case 'list':
      return '`[ひとつめ, ふたつめ]` のような一覧';
    case 'mapping':
      return '次の行から字下げした `項目: 値` の組';
    case 'choice':
      return `${codes(expected.values)} のどれか`;
    case 'reference':
      return expected.kinds.length > 1
        ? `${codes(expected.kinds.slice(0, 2).map((kind) => `${kind}:ID`))} のように種類を付けた ID`
        : expected.part
          ? `${code(`${expected.kinds[0]} の ID#部分の ID`)}`
          : `${expected.kinds[0]} の ID（ファイル名から拡張子を除いたもの）`;
    case 'time-zone':
      return '`Asia/Tokyo` のようなタイムゾーン';
    case 'url':
      return '`https://` で始まるアドレス';
    case 'csv-file':
      return '同じフォルダーにある CSV ファイルの名前';
  }
}

const actual: { readonly [A in Actual]: string } = { blank: '空', text: '文字', list: '一覧', mapping: '項目と値の組' };

const corrected = (detail: string): string => (detail === '' ? '' : `${code(detail)} と書いてください。`);

const yaml: { readonly [R in YamlReason]: (detail: string) => string } = {
  tab: () => 'タブが入っています。字下げはタブではなく半角スペースで書いてください。',
  'duplicate-key': (detail) => `${code(detail)} が 2 回書かれています。1 つにまとめてください。`,
  colon: (detail) =>
    `コロンの書き方が違います。「項目: 値」のコロンは半角で、後ろにスペースを入れ、値の中にコロンがあるときは値を引用符で囲みます。${corrected(detail)}`,
  indent: () => '字下げがずれています。項目は行の先頭から、その中の一覧や組は半角スペース 2 つ下げて書いてください。',
  quote: (detail) => `引用符が閉じていません。値全体を引用符で始めて引用符で終えてください。${corrected(detail)}`,
  flow: () => '一覧のかっこが閉じていません。`[` や `{` は同じ行で閉じてください。',
  character: (detail) => `この記号で始まる値は引用符で囲んでください。${corrected(detail)}`,
  depth: () => '入れ子が深すぎます。20 段までにしてください。',
  other: (detail) => `YAML として読めません（${detail}）。\`title: 名前\` のような行を書いてください。`,
};

const lists = { products: '製品', plans: 'プラン', segments: 'セグメント', teams: 'チーム', audiences: '読み手' };

export const problems: Messages['problems'] = {
  'content-missing': ({ folder }) =>
    `コンテンツのフォルダー ${code(folder)} がありません。\`--content フォルダー\` で指定するか、\`releases/\` に Markdown ファイルを置いて作ってください。`,
  'content-empty': ({ folder }) =>
    `${code(folder)} にコンテンツがありません。${code(`${folder}/releases/`)} に front matter 付きの Markdown ファイルを置いてください。`,
  'file-unreadable': ({ reason }) => `ファイルを読めません（${reason}）。読み取りの許可を確かめてください。`,
  'file-type': ({ what }) =>
    ({
      'link-outside': 'コンテンツのフォルダーの外を指すリンクです。ファイルをこのフォルダーの中にコピーしてください。',
      'link-broken': 'リンク先がありません。リンクを消すか、リンク先を戻してください。',
      special: '普通のファイルではありません。削除してください。',
      name: 'ファイル名に使えない文字があります。文字・数字・`-`・`_`・`.`・スペースだけの名前に変えてください。',
    })[what],
  'file-size': ({ bytes, limit }) =>
    `ファイルが大きすぎます（${bytes.toLocaleString('en')} バイト）。${limit.toLocaleString('en')} バイトまでに分けてください。`,
  'file-encoding': ({ what }) =>
    what === 'nul'
      ? 'テキストではない文字（NUL）が入っています。UTF-8 のテキストとして保存し直してください。'
      : `文字コードが UTF-8 ではありません${what === 'utf16' ? '（UTF-16 です）' : ''}。UTF-8 で保存し直してください。`,
  'file-empty': () => 'ファイルが空です。front matter と本文を書くか、ファイルを削除してください。',
  'file-place': ({ folder, suggestion }) =>
    `${folder === '' ? 'ここには記事を置けません' : `${code(folder)} は種類のフォルダーではありません`}。\`releases\` や \`requests\` など種類ごとのフォルダーに置いてください（この中は表示されません）。${mean(suggestion)}`,
  'front-matter-missing': () =>
    'front matter がありません。1 行目を `---` にして、`title: 名前` などの項目を書き、`---` で閉じてください。',
  'front-matter-open': () => 'front matter が閉じていません。項目のあとに `---` だけの行を入れてください。',
  'front-matter-language': ({ language }) =>
    `\`---\` の後ろの ${code(language)} は不要です。front matter は YAML だけで、プログラムとして実行されることはありません。`,
  'front-matter-mapping': () => 'front matter の形が違います。`title: 名前` のような行を並べてください。',
  'yaml-syntax': ({ reason, detail }) => yaml[reason](detail),
  'yaml-feature': ({ feature }) =>
    `YAML の${{ anchor: 'アンカー（`&`）', alias: 'エイリアス（`*`）', tag: 'タグ（`!`）' }[feature]}は使えません。値を引用符で囲んでください。`,
  'csv-syntax': ({ detail }) =>
    `CSV として読めません（${detail}）。1 行目に列の名前、2 行目から 1 件 1 行で書いてください。`,
  'csv-id': () => 'この行に `id` がありません。`id` の列に、行ごとに違う値を入れてください。',
  'body-depth': ({ limit }) => `引用や一覧の入れ子が深すぎます。${limit} 段までにしてください。`,
  'unknown-field': ({ field, suggestion, known }) =>
    `${code(field)} という項目はありません。${mean(suggestion)}${suggestion === undefined ? `使える項目: ${codes(known)}${known.length > 12 ? ' …' : ''}` : ''}`,
  'missing-field': ({ field, expected }) => `${code(field)} がありません。${expectation(expected)}を書いてください。`,
  'wrong-type': ({ field, expected, actual: what }) =>
    `${code(field)} が${actual[what]}になっています。${expectation(expected)}を書いてください。`,
  'bad-value': ({ field, value, expected, suggestion }) =>
    `${code(field)} の ${code(value)} は使えません。${expectation(expected)}を書いてください。${mean(suggestion)}`,
  'duplicate-id': ({ id, other }) =>
    `${code(id)} という ID は ${code(other)} が先に使っていて、そちらが有効です。どちらかのファイル名を変えてください。`,
  'unknown-reference': ({ field, kind, id, suggestion }) =>
    `${code(field)} の ${code(id)} という ${kind} が見つかりません。${mean(suggestion)}`,
  'unknown-part': ({ field, id, part, suggestion }) =>
    `${code(id)} に ${code(`#${part}`)} がありません（${code(field)}）。${mean(suggestion)}`,
  'unknown-id': ({ field, id, list, known, suggestion }) =>
    `${code(field)} の ${code(id)} は kairanban.yaml の${lists[list]}（\`${list}\`）にありません。${suggestion === undefined ? `使える ID: ${codes(known)}` : mean(suggestion)}`,
  'stale-page': ({ days, reviewed, release }) =>
    release === undefined
      ? `最後の確認から ${days} 日たち（${reviewed}）、見直しの時期を過ぎています。内容を確かめて \`reviewed\` を今日にしてください。`
      : `最後の確認（${reviewed}）のあとにリリース ${code(release)} が変わっています。内容を確かめて \`reviewed\` を今日にしてください。`,
  'unknown-heading': ({ heading, level, suggestion }) =>
    `${level === 'public' ? '公開' : 'パートナー向け'}のページに、決められていない見出し ${code(heading)} があります。この節は社内限りになります。${mean(suggestion)}`,
};

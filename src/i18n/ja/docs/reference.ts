import type { Docs } from '../../docs.ts';

const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join('・');

/** A space between a Latin word and what follows. */
const spaced = (name: string): string => name.replace(/[A-Za-z]$/, '$& ');

export const reference: Docs['reference'] = {
  title: '書き方のリファレンス',
  intro: 'ページの先頭の `---` と `---` の間に書く項目と、設定ファイル `kairanban.yaml` の項目の説明です。',
  omitted:
    '**必須**と書かれた項目のほかは、書かなくても動きます。何も断りがなければ、書かない項目は表示されないだけです。',
  rules: '[規則](rules.md): `kairanban check` が見ることの一覧です。',
  mistakes: '[よくある間違いと直し方](mistakes.md): メッセージと、直した行の一覧です。',
  generated: 'このページは `npm run generate` が作ります。直すときは `src/i18n/ja/docs/` を直してください。',
  own: 'この種類の項目',
  common: 'どの種類にもある項目',
  example: (path) => `例: \`content/${path}\``,
  columns: ['項目', '意味', '書き方', '例'],
  required: '必須',
  requiredIn: (group) => `\`${group}\` を書くなら必須`,
  default: (value) => `省略時: \`${value}\``,
  level: (level) => `ページを公開しても、この項目が見えるのは「${level}」の範囲までです。`,
  said: (level) =>
    `社外向けのページやお知らせでも選び方や並び順に使われますが、表示されるのは「${level}」の範囲までです。`,
  placed: (folder) => `置き場所: \`content/${folder}/\`。ファイルの名前（拡張子を除く）がそのまま ID になります。`,
  rows: 'CSV ファイルの行でも書けます。',
  several: '2 つ以上なら `[ひとつめ, ふたつめ]`',
  map: (form) => `\`左: 右\` の組。右は ${form}`,
  form: {
    line: '1 行の文字',
    text: '文章',
    id: '以前のファイル名（拡張子を除く）',
    web: '`https://` で始まるアドレス',
    color: "`'#1f4e80'` のような色",
    picture: 'コンテンツのフォルダーにある画像（SVG・PNG・JPEG・WebP）',
    link: '`https://` か `mailto:` で始まるアドレス',
    number: '数字だけ',
    flag: '`true` か `false`',
    day: '`2026-11-21` の形の日付',
    instant: '`2026-11-21T10:00+09:00` の形の日時',
    interval: '`90d` の形の日数',
    person: '`チーム/名前` か `チーム`',
    group: '次の行から字下げして、下の項目を書く',
    csv: 'または CSV ファイルの名前',
  },
  listed: (lists) => `\`kairanban.yaml\` の ${codes(lists)} にある ID`,
  ref: (kind) => `${spaced(kind)}の ID`,
  prefixed: (kinds) => `種類を付けた ID。ID の前に ${kinds.join('・')} のどれかを書く`,
  part: (kind) => `\`${spaced(kind)}の ID#部分の ID\``,
};

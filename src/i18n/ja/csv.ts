import { quote } from '../code.ts';
import type { Messages } from '../index.ts';
import { words } from './words.ts';

const quotes = (texts: readonly string[]): string => texts.map(quote).join('、');
const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `もしかして ${quote(suggestion)} ですか？`;
const some = (texts: readonly string[]): string => `${quotes(texts.slice(0, 12))}${texts.length > 12 ? ' …' : ''}`;
const candidatesOf = (texts: readonly string[]): string => (texts.length > 0 ? `候補: ${some(texts)}` : '');

export const csv: Messages['csv'] = {
  body: '本文',
  noKind: '何の一覧かを、`--kind request`（要望）か `--kind account`（顧客）で指定してください。',
  badMap: (pair) =>
    `\`--map\` に ${quote(pair)} は使えません。\`件名=title\` のように「列の名前=項目」の形で指定してください。`,
  unknownColumn: (column, known, suggestion) =>
    `${quote(column)} という列はありません。${mean(suggestion)}ある列: ${some(known)}`,
  unknownField: (field, kind, known, suggestion) =>
    `${words.kind[kind]}に ${quote(field)} という項目はありません。${mean(suggestion)}使える項目: ${quotes(known)}`,
  sameField: (field, columns) =>
    `${columns.map(quote).join(' と ')} を両方 ${quote(field)} にすることはできません。どちらか 1 つにしてください。`,
  twins: (name, columns) =>
    `${quote(name)} という名前の列が ${columns.length} つあり（${columns.map((column) => `${column} 列目`).join('と ')}）、どれを取り込むのかわかりません。CSV の最初の行で、ほかの列の名前を変えてください。`,
  noColumn: {
    id: (candidates) =>
      `行を見分ける番号（ID）の列がわかりません。\`--map 列の名前=id\` で指定してください。${candidatesOf(candidates)}`,
    title: (candidates) =>
      `タイトルの列がわかりません。\`--map 列の名前=title\` で指定してください。${candidatesOf(candidates)}`,
  },
  insideContent: (file) =>
    `${quote(file)} は取り込み先のフォルダーの中にあるため、取り込めません。ほかの場所に移してください。`,
  workbook: (file) =>
    `${quote(file)} は Excel ブックなので読めません。Excel で「CSV UTF-8」として保存し直してください。`,
  encoding: (file, encoding) =>
    `${quote(file)} は読めません。文字コードが ${encoding} のようです。UTF-8 で保存し直してください（Excel なら「CSV UTF-8」を選びます）。`,
  noRows: (file) => `${quote(file)} には、列の名前の下に行がありません。`,
  brokenTarget: (place, problem) =>
    `いまある一覧を読めないため、行を足せません。先に直してください。${place}: ${problem}`,
  tooLarge: (path, limit) =>
    `${quote(path)} が ${limit.toLocaleString('en')} バイトを超えるため、書き出せません。CSV を分けてください。`,
  noId: '番号（ID）が空です。次に取り込むとき同じ行だとわかるように、入れてください。',
  sameId: (id, row) => `番号（ID）${quote(id)} は ${row} 行目と重なっています。行ごとに違うものにしてください。`,
  unreadable:
    '読めない文字（文字化け）があります。入力し直してください（このような行が多いときは、ファイルを UTF-8 で保存し直してください）。',
  active: 'Excel で開くと計算式として実行されます。先頭の文字を変えてください。',
  inColumn: (column, reason) => `「${column}」の列: ${reason}`,
  kept: (path, fields, id) =>
    `${quote(path)} ${id === undefined ? 'は' : `の ${quote(id)} は`}内容が違うため${fields.length > 0 ? `（${quotes(fields)}）` : ''}、そのままにしました。`,
  more: (count) => `… ほか ${count} 件`,
  rejects: { line: '行', reason: '取り込めなかった理由' },
  taken: (pairs) =>
    `取り込む列: ${pairs.map(([column, field]) => (column === field ? quote(field) : `${column} → ${quote(field)}`)).join('、')}`,
  unnamed: (number) => `${number} 列目（名前なし）`,
  left: (columns, body) =>
    `取り込まない列: ${columns.join('、')}（取り込むには \`--map 列の名前=項目\`${body ? '、本文に残すには `--map 列の名前=body`' : ''}）`,
  personal: (file) =>
    `${quote(file)} にはもとの CSV の列がすべて入っています。個人の情報を含むことがあるので、コミットしないでください。\`.gitignore\` に \`*.rejected*.csv\` の行を足すと防げます。`,
  done: (kind, { written, same, kept, rejected }, place, rejects, dryRun) =>
    [
      `${words.kind[kind]} ${written} 件を ${quote(place)} に書き出${dryRun ? 'します' : 'しました'}。`,
      ...(same > 0 ? [`${same} 件は同じものがすでにあります。`] : []),
      ...(kept > 0
        ? [
            `${kept} 件は内容の違うものがすでにあるため、そのままに${dryRun ? 'します' : 'しました'}（同じものなら間違っているほうを手で直し、別のものなら \`crm2-1001\` のように番号を変えてください）。`,
          ]
        : []),
      ...(rejected > 0
        ? [
            `${rejected} 行は取り込め${dryRun ? 'ません' : 'ませんでした'}${rejects ? `（理由: ${quote(rejects)}）` : ''}。`,
          ]
        : []),
    ].join(''),
};

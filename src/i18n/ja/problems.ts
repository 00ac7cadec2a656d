import type { Actual, Expected } from '../../problem.ts';
import { folderOf, type Kind } from '../../schema/index.ts';
import { fieldMeant, folderMeant, labelled, valueMeant } from '../by-label.ts';
import { code, isRule, lastOf } from '../code.ts';
import type { Messages } from '../index.ts';
import { fields } from './fields.ts';
import { words } from './words.ts';
import { yaml } from './yaml.ts';

const codes = (texts: readonly string[]): string => texts.slice(0, 12).map(code).join('、');
const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `もしかして ${code(suggestion)} ですか？`;

/** A space between code or a Latin word and what follows. */
const spaced = (text: string): string => text.replace(/[`A-Za-z]$/, '$& ');

/** Ids, each with what readers see in its place. */
const listed = (ids: readonly string[], labels: { readonly [id: string]: string }): string =>
  ids
    .slice(0, 12)
    .map((id) => code(id) + (labels[id] !== undefined && labels[id] !== id ? `（${labels[id]}）` : ''))
    .join('、');

const kindOf = (kind: Kind | undefined): string => (kind === undefined ? '' : words.kind[kind]);

/** A space on both sides of a Latin word. */
const amid = (label: string): string => (/^[A-Za-z]/.test(label) ? ` ${label} ` : label);

const choices = (field: string, values: readonly string[]): string =>
  labelled(field, values.slice(0, 12), words, (value, label) => code(value) + (label ? `（${label}）` : '')).join('、');

function expectation(expected: Expected, field: string): string {
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
      return '`2026-11-21` のように年から書いた実在する日付';
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
      return expected.values.length === 1
        ? codes(expected.values)
        : `${spaced(choices(field, expected.values))}のどれか`;
    case 'reference':
      return expected.kinds.length > 1
        ? `${codes(expected.kinds.slice(0, 2).map((kind) => `${kind}:ID`))} のように種類を付けた ID`
        : expected.part
          ? code(`${expected.kinds[0]} の ID#部分の ID`)
          : `${spaced(kindOf(expected.kinds[0]))}の ID（ファイル名から拡張子を除いたもの）`;
    case 'time-zone':
      return '`Asia/Tokyo` のようなタイムゾーン';
    case 'url':
      return '`https://intra.example.com/kb/` のようなアドレス（`?` と `#` は付けない）';
    case 'id':
      return '文字・数字・`-`・`_`・`.`・スペースだけの ID（`/` は使えません）';
    case 'color':
      return "`'#1f4e80'` のように引用符で囲んだ色";
    case 'contrast':
      return '明るい背景でも文字が読める濃さの色（コントラスト比 4.5 以上）';
    case 'picture':
      return 'コンテンツのフォルダーにある画像の場所（`brand/logo.svg` など。SVG・PNG・JPEG・WebP）';
    case 'csv-file':
      return '同じフォルダーにある CSV ファイルの名前';
  }
}

const actual: { readonly [A in Actual]: string } = { blank: '空', text: '文字', list: '一覧', mapping: '項目と値の組' };

/** Whether a field stands in no other. */
const isTop = (field: string): boolean => !/[.[]/.test(field);

const csv: { readonly [detail: string]: string } = {
  open: 'この `"` が閉じていません。セルの終わりにも `"` を書いてください。',
  quote: 'セルの途中に `"` があります。セル全体を `"` で囲み、中の `"` は `""` と 2 つ続けて書いてください。',
  cells: '1 行目の列より多くのセルがあります。カンマを含むセルは `"` で囲んでください。',
};

const lists = { products: '製品', plans: 'プラン', segments: 'セグメント', teams: 'チーム', audiences: '読み手' };

export const problems: Messages['problems'] = {
  'content-missing': ({ folder }) =>
    `コンテンツのフォルダー ${code(folder)} がありません。\`npx kairanban init\` で用意するか、リポジトリの先頭で実行してください（別の場所にあるなら \`--content フォルダー\`）。`,
  'content-empty': ({ folder }) =>
    `${code(folder)} にコンテンツがありません。${code(`${folder}/releases/`)} に front matter 付きの Markdown ファイルを置いてください。`,
  'file-unreadable': ({ reason }) => `ファイルを読めません（${reason}）。読み取りの許可を確かめてください。`,
  'file-type': ({ what }) =>
    ({
      'link-outside': 'コンテンツのフォルダーの外を指すリンクです。ファイルをこのフォルダーの中にコピーしてください。',
      'link-broken': 'リンク先がありません。リンクを消すか、リンク先を戻してください。',
      special: '普通のファイルではありません。削除してください。',
      name: 'ファイル名に使えない文字（`: * ? " < > | # % \\` か、目に見えない文字）があります。名前を変えてください。',
      extension: 'この拡張子のファイルは読まれません。`.md` で終わる名前に変えてください。',
      windows:
        'Windows では使えない名前です（`con` などの予約された名前や、最後の `.` とスペース）。名前を変えてください。',
    })[what],
  'file-size': ({ bytes, limit }) =>
    `ファイルが大きすぎます（${bytes.toLocaleString('en')} バイト）。${limit.toLocaleString('en')} バイトまでに分けてください。`,
  'file-encoding': ({ what }) =>
    what === 'nul'
      ? 'テキストではない文字（NUL）が入っています。UTF-8 のテキストとして保存し直してください。'
      : `文字コードが UTF-8 ではありません${what === 'utf16' ? '（UTF-16 です）' : ''}。UTF-8 で保存し直してください（Excel なら「CSV UTF-8」を選びます）。`,
  'file-empty': () => 'ファイルが空です。内容を書くか、ファイルを削除してください。',
  'file-place': (args) => {
    const { folder } = args;
    return `${folder === '' ? 'ここに置いたファイルは読まれません' : `${code(folder)} は種類のフォルダーではないため、中のファイルは表示されません`}。\`releases\` や \`requests\` など種類ごとのフォルダーに移してください（GitHub なら、編集画面でファイル名の欄を書き換えます）。${mean(folderMeant(args, words.kinds, words.kind))}`;
  },
  'front-matter-missing': ({ first, needed }) =>
    needed !== undefined
      ? `タイトルは見出しから読みましたが、必須の ${code(needed)} がありません。1 行目の上に \`---\`、${code(`${needed}: 2026-11-21`)} などの項目、\`---\` の行を足してください${needed === 'date' ? '（ファイル名を `2026-11-21-名前.md` のように日付で始めてもかまいません）' : ''}。`
      : {
          blank:
            '1 行目が空いているため、項目の部分（front matter）が読まれません。`---` が 1 行目になるように、上の空行を消してください。',
          dashes:
            '項目の部分（front matter）は、半角のハイフン 3 つの行で始めてください。1 行目を `---` に直してください。',
          other:
            '先頭に項目の部分（front matter）がありません。1 行目を `---` にして、`title: 名前` などの項目を書き、`---` だけの行で閉じてください。',
          field:
            '項目が 1 行目から始まっています。その上に `---` だけの行を入れ、項目のあとも `---` だけの行で閉じてください。',
          fence:
            'ページがコードの囲みの中に入っています。1 行目の ` ``` ` と、対になる最後の ` ``` ` の行を消し、`---` を 1 行目にしてください。',
        }[first],
  'front-matter-open': ({ fence }) =>
    `先頭の項目の部分（front matter）が閉じていません。項目のあとに ${code(fence)} だけの行を入れてください。`,
  'front-matter-language': ({ language }) =>
    `\`---\` の後ろの ${code(language)} は不要なので消してください。front matter は YAML だけで、プログラムとして実行されることはありません。`,
  'front-matter-mapping': () =>
    'この行は項目の形になっていません。`title: 名前` のように「項目: 値」で書いてください。',
  'yaml-syntax': ({ reason, detail }) => yaml[reason](detail),
  'toml-syntax': ({ detail }) =>
    `この行は TOML として読めません（${detail}）。\`title = "名前"\` のような行を書いてください。`,
  'yaml-feature': ({ feature }) =>
    `値を ${{ anchor: '`&`', alias: '`*`', tag: '`!`' }[feature]} で始めることはできません（YAML では${{ anchor: 'アンカー', alias: 'エイリアス', tag: 'タグ' }[feature]}になります）。値を引用符で囲んでください。`,
  'csv-syntax': ({ detail }) => csv[detail] ?? `${code(detail)} の列がありません。1 行目に列の名前を加えてください。`,
  'csv-id': () =>
    '`id` がありません。1 行目に `id` という列の名前を、2 行目からは行ごとに違う ID を、半角のカンマで区切って入れてください。',
  'body-depth': ({ limit }) => `引用・一覧・注の入れ子が深すぎます。${limit} 段までにしてください。`,
  'unknown-field': (args) => {
    const { field, known, instead, below } = args;
    const suggestion = fieldMeant(args, fields);
    if (below !== undefined && suggestion === undefined)
      return `${code(field)} は ${code(`${below}:`)} の下に、字下げして書く項目です。そちらに移してください。`;
    if (isRule(field) && known.includes('unknown-field'))
      return `${code(field)} は黙らせることのできない規則です。この項目を消して、問題のほうを直してください。`;
    return instead !== undefined
      ? `${code(field)} は ${code(instead)} と同じ項目${suggestion === undefined || suggestion === instead ? '' : `（${code(suggestion)}）`}です。${code(instead)} のほうを読みました。どちらかを消してください。`
      : `${code(field)} という項目はありません。${mean(suggestion)}${suggestion === undefined ? `使える項目: ${codes(known)}${known.length > 12 ? ' …' : ''}` : ''}`;
  },
  'missing-field': ({ field, expected, toml, suggestion }) =>
    suggestion !== undefined
      ? `必須の ${code(field)} がありません。この ${code(suggestion)} がそれなら、${code(lastOf(field))} に直してください。`
      : `必須の ${code(field)} がありません。${isTop(field) ? `最初の \`${toml ? '+++' : '---'}\` の下に ` : ''}${code(`${lastOf(field)}${toml ? ' =' : ':'}`)} の行を足して、${spaced(expectation(expected, field))}を書いてください。`,
  'wrong-type': ({ field, expected, actual: what }) =>
    `${code(field)} が${actual[what]}になっています。${spaced(expectation(expected, field))}を書いてください。`,
  'bad-value': (args) => {
    const expected = spaced(expectation(args.expected, args.field));
    return `${code(args.field)} の ${code(args.value)} は使えません。${expected}を書いてください。${mean(valueMeant(args))}`;
  },
  'duplicate-id': ({ id, other, apart }) =>
    `${code(id)} という ID は ${code(other)} が先に使っていて、そちらが有効です。どちらかの名前を変えてください。${apart ? '数が多ければ、kairanban.yaml に `import: { ids: path }` と書く方法もあります。' : ''}`,
  'unknown-reference': ({ field, kind, id, suggestion, rows }) => {
    const folder = code(`${folderOf(kind)}/`);
    const advice = rows
      ? `${folder} の CSV の \`id\` の列にある値か、Markdown ファイルの名前（拡張子なし）を書いてください。`
      : `${folder} にあるファイルの名前を拡張子なしで書いてください。`;
    return `${code(field)} の ${code(id)} という${amid(kindOf(kind))}が見つかりません。${suggestion === undefined ? advice : mean(suggestion)}`;
  },
  'unknown-part': ({ field, id, part, suggestion }) =>
    `${code(field)} の ${code(`#${part}`)} が ${code(id)} にありません。${suggestion === undefined ? `${field === 'stage' ? 'ステージ' : 'ギャップ'}の \`id\` を書いてください。` : mean(suggestion)}`,
  'unknown-id': ({ field, id, list, known, suggestion, labels, person }) => {
    const ids = listed(known, { ...words.audiences, ...labels });
    return person && suggestion === undefined && known.length > 0
      ? `${code(field)} の ${code(id)} というチームはありません。${code(`${known[0]}/${id}`)} のように「チーム/名前」で書いてください。使えるチーム: ${ids}`
      : `${code(field)} の ${code(id)} は kairanban.yaml の${lists[list]}（\`${list}\`）にありません。${suggestion !== undefined ? mean(suggestion) : ids === '' ? '' : `使える ID: ${ids}`}`;
  },
  'former-id': ({ id, other }) =>
    `${code(id)} は以前の ID ですが、いまは ${code(other)} がその ID です。古いリンクはそちらへ行きます。どちらかの ID を変えてください。`,
  cycle: ({ field, ids }) =>
    ids.length === 2 && ids[0] === ids[1]
      ? `${code(field)} がこのページ自身を指しています。${code(ids[0] as string)} を消してください。`
      : `${code(field)} をたどると元に戻ります（${ids.map(code).join(' → ')}）。どれか 1 つの ${code(field)} を消してください。`,
  'broken-link': ({ href, what, known = [], suggestion }) =>
    what === 'local'
      ? `${code(href)} は書いた人のパソコンの中にあり、ほかの人には見えません。${suggestion === undefined ? '画像やファイルをコンテンツのフォルダーに入れ（このページと同じ場所など）、その名前を書いてください。' : mean(suggestion)}`
      : what === 'outside'
        ? `リンク先 ${code(href)} はコンテンツのフォルダーの外です。ポータルからは開けません。フォルダーの中のファイルか、\`https://\` から始まるアドレスにしてください。`
        : what === 'anchor'
          ? `リンク先 ${code(href)} の見出しがありません。${suggestion === undefined ? `\`#\` のあとを、見出しの言葉（空白は \`-\`）にしてください。${known.length > 0 ? `使えるもの: ${codes(known)}${known.length > 12 ? ' …' : ''}` : 'そのページに見出しはありません。'}` : mean(suggestion)}`
          : `リンク先 ${code(href)} がありません。${suggestion === undefined ? 'ファイルの場所と名前を確かめてください。' : mean(suggestion)}`,
  'missing-alt': () =>
    '画像の説明がありません。`![画面の説明](…)` のように、見えない人にも伝わる言葉を角かっこの中に書いてください。',
  component: ({ what, name, value = '', known = [], suggestion }) => {
    const tag = code(`<${name}>`);
    const end = code(`</${name}>`);
    switch (what) {
      case 'unknown':
        return `${tag} という部品はありません。使えるのは ${codes(known.map((one) => `<${one}>`))} です。${suggestion === undefined ? '文字として見せたいなら、バッククォート（`）で囲んでください。' : mean(suggestion)}`;
      case 'open':
        return `${tag} が閉じていません。次の見出しより前に、${end} だけの行を入れてください。`;
      case 'close':
        return `${end} の前に、開いたままの ${tag} がありません。この行を消すか、始まりの行を入れてください。`;
      case 'line':
        return `${tag} が文字のまま出ます。タグだけで 1 行にし、値は \`type="warning"\` のように二重引用符で囲んでください。`;
      case 'attribute':
        return `${tag} に ${code(value)} は付けられません。${known.length === 0 ? 'タグの名前だけにしてください。' : `付けられるのは ${codes(known)} です。`}`;
      case 'type':
        return `${tag} の \`type\` に ${code(value)} はありません。使えるのは ${codes(known)} です。${mean(suggestion)}`;
      case 'url':
        return `${tag} の \`url\` が ${code(value)} です。\`https://\` から始まるアドレスにしてください。`;
    }
  },
  'mdx-code': ({ what }) =>
    what === 'expression'
      ? '`{` から始まる式は計算されず、文字として出ます。値をそのまま書くか、バッククォート（`）で囲んでください。'
      : `${code(what)} は実行されず、文字として出ます。この行を消してください。部品は読み込まなくても使えます。`,
  unclosed: ({ what }) =>
    what === 'comment'
      ? 'コメント（`<!--`）が閉じていません。コメントの終わりに `-->` を入れてください。このままでは、続く文が表示されないか、コメントが文字のまま表示されます。'
      : 'コードの囲み（` ``` ` など）が閉じていません。コードの終わりに、同じ印だけの行を入れてください。このままでは、続く文がすべてコードになります。',
  'audience-section': ({ audience, headings }) =>
    `\`audiences\` に ${code(audience)} がありますが、その読み手に向けた内容がありません。${code(`## ${headings[0] ?? ''}`)} の節に書くか、\`audiences\` から外してください。`,
  'sales-section': ({ headings, depth }) =>
    `全員対応（\`tier: 1\`）のリリースに「${headings[0]}」の内容がありません。${code(`${'#'.repeat(depth)} ${headings[0]}`)} の節に書くか、\`tier: 2\` にしてください。`,
  'status-date': ({ what, date }) =>
    ({
      'released-later': `\`status: released\` ですが、\`date\`（${date}）はまだ来ていません。日付を直すか、\`status\` の行を消してください。`,
      'planned-past': `\`status: planned\` ですが、\`date\`（${date}）は過ぎています。出したなら \`status\` の行を消し、延びたなら新しい日付にしてください。`,
      'withdrawn-embargo':
        '取り下げたリリースに、これから明ける `announceAt`（情報解禁）があります。`announceAt` の行を消してください。',
    })[what],
  'prd-without-release': () =>
    '`status: shipped` ですが、この PRD を指すリリースがありません。リリースの `prds:` にこのファイルの名前を書くか、`status` を直してください。',
  'prd-not-shipped': ({ release, status }) =>
    `リリース ${code(release)} はもう出ていますが、この PRD は ${code(status)} のままです。\`status: shipped\` にしてください。`,
  'declined-unexplained': ({ missing }) =>
    `見送った要望に${missing.map((field) => ({ reason: '理由（`reason`）', reply: 'お客様への返し方（`reply`）' })[field]).join('と')}がありません。営業が何と答えればよいか分かるように書いてください。`,
  'weight-unexplained': ({ field, missing }) =>
    `${code(field)} の重みに${missing.map((name) => ({ pickedBy: '選んだ人（`pickedBy`）', reason: '理由（`reason`）', until: '期限（`until`）' })[name]).join('・')}がありません。重みは、誰がなぜいつまで付けたかとあわせて書いてください。`,
  'weight-expired': ({ field, until }) =>
    `${code(field)} の重みは ${until} で期限が切れています。続けるなら新しい \`until\` を、終えたなら \`weight\` を消してください。`,
  'not-agreed': ({ missing }) =>
    `${missing.map((side) => ({ product: 'プロダクト', cs: 'CS' })[side]).join('と')}の合意がありません。\`agreedBy: { product: チーム/名前, cs: チーム/名前 }\` に、合意した人を書いてください。`,
  'output-goal': ({ word }) =>
    `「${word}」は作った量で、お客様の変化ではありません。プロダクトと CS が一緒に追える、お客様に起きる変化で書いてください。`,
  'not-approved': ({ approvedBy }) =>
    approvedBy === undefined
      ? '営業の確認がありません。営業の誰かに読んでもらい、`approvedBy: sales/名前` を書いてください。'
      : `${code(approvedBy)} は営業チームではありません。営業の誰かに読んでもらい、\`approvedBy: sales/名前\` を書いてください。`,
  'consent-expired': ({ expires }) =>
    `掲載の許可は ${expires} で切れています。お客様に確かめて \`expires\` を新しくするか、\`consent: internal\` にしてください。`,
  'named-beyond-consent': ({ name }) =>
    `社外の人が読むところに ${code(name)} の名前がありますが、公開してよいという事例（\`consent: named\`）がありません。名前を「小売業のお客様」のように言い換えるか、社内向けの節に移してください。`,
  'hidden-section': ({ heading, level, wanted }) =>
    `「${heading}」は「${words.values[wanted]}」の読み手に向けた節ですが、このページは ${code(`visibility: ${level}`)}（${words.values[level]}）なので読まれません。届けるなら ${code(`visibility: ${wanted}`)} にしてください。`,
  'almost-heading': ({ heading, suggestion, loose, more }) =>
    more
      ? `${code(heading)} の行は見出しになっていません。${code(suggestion)} だけの行にし、続きの文は次の行に書いてください（いまは、社内向けの見出しとして扱います）。`
      : loose
        ? `${code(heading)} は見出しになっていません。${code(suggestion)} のように、行の先頭に半角の「#」と半角スペースを書いてください（いまは、社内向けの見出しとして扱います）。`
        : `見出し ${code(heading)} は、決められた見出し ${code(suggestion)} に似ています。同じ意味なら ${code(suggestion)} と書いてください（このままでは読み手に届きません）。`,
  'avoided-spelling': ({ word, term }) => `${code(word)} は使わない書き方です。${code(term)} と書いてください。`,
  'bad-suppression': ({ what, rule, suggestion }) =>
    what === 'reason'
      ? `${code(rule)} を黙らせる理由がありません。${code(`kairanban-disable-next-line ${rule} -- 理由`)} のように書いてください。`
      : rule === ''
        ? `どの規則を黙らせるかが書かれていません。${code('kairanban-disable-next-line 規則 -- 理由')} のように書いてください。`
        : isRule(rule)
          ? `${code(rule)} は黙らせることのできない規則です。この行を消して、問題のほうを直してください。`
          : `${rule === '' ? '規則の名前がありません。' : `${code(rule)} という${rule.startsWith('kairanban-') ? '書き方' : '規則'}はありません。`}${suggestion === undefined ? '問題の後ろに出る規則の名前を書いてください。' : mean(suggestion)}`,
  'stale-page': ({ days, reviewed, release }) =>
    release === undefined
      ? `最後の確認から ${days} 日たち（${reviewed}）、見直しの時期を過ぎています。内容を確かめて \`reviewed\` を今日にしてください。`
      : `最後の確認（${reviewed}）のあとにリリース ${code(release)} が変わっています。内容を確かめて \`reviewed\` を今日にしてください。`,
  'unknown-heading': ({ heading, level, known, suggestion }) =>
    `「${words.values[level]}」のページに、決められていない見出し ${code(heading)} があります。この節は社内限りになります。${suggestion === undefined ? `${codes(known.slice(0, 4))} などにするか、その下の小さな見出しにしてください。` : mean(suggestion)}`,
};

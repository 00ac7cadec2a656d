/** The page of ordinary mistakes, made of broken notes and what the check says of them: `docs/reference/LANG/mistakes.md`. */
import { fileURLToPath } from 'node:url';
import { fixesIn, openSource } from '../src/commands/context.ts';
import { lineOf, messageOf } from '../src/commands/report.ts';
import { type Locale, locales } from '../src/config.ts';
import { messages } from '../src/i18n/index.ts';
import { decode } from '../src/load/decode.ts';
import { readFolder, type SourceFile } from '../src/load/read.ts';

const folder = fileURLToPath(new URL('../tests/fixtures/mistakes/content', import.meta.url));
const now = Date.parse('2026-11-21T09:00+09:00');

/** The notes, and what their authors did. */
export const mistakes: { readonly [path: string]: { readonly [L in Locale]: string } } = {
  'releases/slashes.md': { ja: '日付を `/` で区切った', en: 'A day with slashes' },
  'releases/no-year.md': { ja: '日付に年がない', en: 'A day without its year' },
  'releases/weekday.md': { ja: '日付に曜日を付けた', en: 'A day with its day of the week' },
  'releases/no-such-day.md': { ja: '実在しない日付', en: 'A day that does not exist' },
  'releases/curly-quotes.md': { ja: 'Word から “ ” ごと貼った', en: 'Pasted with curly quotation marks' },
  'releases/full-width.md': { ja: '全角の数字', en: 'A full-width digit' },
  'releases/full-width-colon.md': { ja: '全角のコロン', en: 'A full-width colon' },
  'releases/no-space.md': { ja: 'コロンの後ろにスペースがない', en: 'No space behind the colon' },
  'releases/two-lines.md': { ja: '値の途中で改行した', en: 'A value that goes on in the next line' },
  'releases/colon.md': { ja: '引用符なしの値に `: ` がある', en: 'A `: ` in a value without quotation marks' },
  'releases/quote.md': { ja: '引用符を閉じ忘れた', en: 'A quotation mark that nothing closes' },
  'releases/tab.md': { ja: 'タブで字下げした', en: 'Indented with a tab' },
  'releases/not-closed.md': { ja: '2 つ目の `---` を忘れた', en: 'The second `---` forgotten' },
  'releases/long-dashes.md': { ja: '`---` の「-」が長い線に変わった', en: 'A `---` whose hyphens became a dash' },
  'releases/fields-in-a-list.md': { ja: '項目を箇条書きにした', en: 'Fields written as a list' },
  'releases/fields-in-bold.md': { ja: '項目の名前を太字にした', en: 'The name of a field in bold' },
  'releases/misspelt.md': { ja: '項目の名前の打ち間違い', en: 'A misspelt field' },
  'releases/missing.md': { ja: '必須の項目がない', en: 'A required field forgotten' },
  'releases/tier.md': { ja: '`tier` に「高」', en: 'A word where a number is expected' },
  'releases/yes.md': { ja: '`true` の代わりに `yes`', en: '`yes` for `true`' },
  'releases/plan.md': { ja: '存在しないプラン', en: 'A plan that does not exist' },
  'releases/list.md': { ja: '一覧にかっこがない', en: 'A list without brackets' },
  'releases/bullets.md': { ja: '一覧を「・」で書いた', en: 'A list with other marks than `-`' },
  'releases/as-shown.md': { ja: '説明の「ID（名前）」をそのまま写した', en: 'A value copied with its label' },
  'releases/person.md': { ja: '担当に名前だけを書いた', en: 'A name without its team' },
  'releases/reference.md': { ja: 'PRD の ID の打ち間違い', en: 'A misspelt id of a PRD' },
  'releases/heading.md': { ja: '見出しが「営業むけ」', en: 'A heading that is almost the right one' },
  'releases/spelling.md': { ja: '用語集が避ける表記', en: 'A spelling that the glossary avoids' },
  'release/folder.md': { ja: '違うフォルダーに保存した', en: 'Saved in the wrong folder' },
};

const texts = {
  ja: {
    title: 'よくある間違いと直し方',
    generated: 'このページは `npm run generate` が、壊れたノートを実際に確認して作ります。',
    intro: [
      '書いた行、`kairanban check` とプルリクエストに出るメッセージ、直した行の一覧です。「自動」に ○ がある間違いは `kairanban check --fix` でも直せます。',
      '自動で直すのは、言っていることが変わらないものだけです。日付の書き方、説明から写した `ID（名前）`、全角の英数字とコロン、大文字と小文字、用語集が避ける表記（コード・リンク・引用・かぎかっこの中は除く）、`営業むけ` のような見出し。見せる範囲を決める項目（`visibility`、`draft`、`announceAt`、`consent`）は自動では直しません。',
    ],
    columns: ['間違い', '書いた行', 'メッセージ', '直した行', '自動'],
    yes: '○',
  },
  en: {
    title: 'Ordinary mistakes and how to mend them',
    generated: 'Made by `npm run generate` from broken notes that are really checked.',
    intro: [
      'The line as written, what `kairanban check` and the pull request say, and the line corrected. Those marked under “auto” are mended by `kairanban check --fix` as well.',
      'It mends only what goes on saying the same: date formats, values copied with their labels, full-width letters, digits and colons, case, spellings that the glossary avoids (not in code, links, quotations or quotation marks), and headings such as `営業むけ`. Fields that decide who may see a page (`visibility`, `draft`, `announceAt`, `consent`) are left to people.',
    ],
    columns: ['Mistake', 'As written', 'Message', 'Corrected', 'Auto'],
    yes: 'yes',
  },
} as const;

/** Path and text of each page. */
export function mistakePages(): [path: string, text: string][] {
  return locales.map((locale) => [`docs/reference/${locale}/mistakes.md`, page(locale)]);
}

function page(locale: Locale): string {
  const workspace = openSource({ ...readFolder(folder), folder: 'content' }, { now });
  const words = messages(locale);
  const fixOf = fixesIn(workspace, words);
  const said = texts[locale];
  const rows = Object.entries(mistakes).map(([path, mistake]) => {
    const problems = workspace.problems.filter((problem) => problem.path === `content/${path}`);
    const [first] = problems;
    if (!first) throw new Error(`${path} has no problem to show`);
    const fix = fixOf(first);
    const written = first.rule === 'file-place' ? first.path : fix && lineOf(fix, 'before');
    const cells = [
      mistake[locale],
      code(written ?? sourceLine(workspace.source.files, path, first.line)),
      problems.map((problem) => messageOf(problem, words)).join('<br>'),
      code(fix ? lineOf(fix, 'after') : ''),
      fix?.safe ? said.yes : '',
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const head = [`| ${said.columns.join(' | ')} |`, `| ${said.columns.map(() => '---').join(' | ')} |`];
  const blocks = [`<!-- ${said.generated} -->`, `# ${said.title}`, ...said.intro, [...head, ...rows].join('\n')];
  return `${blocks.join('\n\n')}\n`;
}

/** A line of a note; what fences the fields says nothing. */
function sourceLine(files: readonly SourceFile[], path: string, line: number): string {
  const text = decode(files.find((file) => file.path === path) as SourceFile);
  const found = typeof text === 'string' ? (text.split('\n')[line - 1] ?? '') : '';
  return found === '---' ? '' : found;
}

function code(text: string): string {
  return text.trim() === '' ? '' : `\`${text}\``;
}

/** The tables of the READMEs that say what the code says: commands, options, the Action's inputs and outputs. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { newFileUrl } from '../src/authoring/link.ts';
import { commandNames, commands, optionsOf } from '../src/commands/options.ts';
import { completeConfig, type Locale } from '../src/config.ts';
import { messages } from '../src/i18n/index.ts';

interface ActionFile {
  readonly inputs: { readonly [name: string]: { readonly description: string; readonly default?: string } };
  readonly outputs: { readonly [name: string]: { readonly description: string } };
}

/** The READMEs with their generated parts written anew: path and text. */
export function readmeTables(): [string, string][] {
  return [
    ['README.md', fill('README.md', 'en')],
    ['README.ja.md', fill('README.ja.md', 'ja')],
  ];
}

function fill(path: string, locale: Locale): string {
  const tables = { write: writeLink(locale), commands: commandTable(locale), action: actionTable(locale) };
  return Object.entries(tables).reduce(
    (text, [name, table]) => {
      const part = new RegExp(`(<!-- generated: ${name} -->\\n)[^]*?(<!-- end -->)`);
      if (!part.test(text)) throw new Error(`${path} has no place for the generated table of ${name}`);
      return text.replace(part, (_all, start: string, end: string) => `${start}\n${table}\n\n${end}`);
    },
    readFileSync(path, 'utf8'),
  );
}

/** Where the example's pages are edited, were this repository a company's. */
const edit = 'https://github.com/kairanban/kairanban/edit/main/content';

/** A link to GitHub's page for a new release note, as a company would put it into its own README. */
function writeLink(locale: Locale): string {
  const url = newFileUrl(edit, 'release', { config: completeConfig({}), locale });
  return `**[${{ en: 'Write a release note', ja: 'リリースノートを書く' }[locale]}](${url})**`;
}

function commandTable(locale: Locale): string {
  const { help } = messages(locale).cli;
  const rows = commandNames.map((name) => {
    const own = optionsOf(name).filter((option) => commands[name].options.includes(option.name));
    const flags = own.map(({ spec }) => `\`--${spec.flag}${spec.value ? ` ${spec.value}` : ''}\``).join(' ');
    // A bar would end the cell, in code too.
    const usage = ['kairanban', name, ...commands[name].arguments].join(' ').replaceAll('|', '\\|');
    return `| \`${usage}\` | ${help.command[name]} | ${flags} |`;
  });
  return [`| ${help.commands} | | ${help.options} |`, '| --- | --- | --- |', ...rows].join('\n');
}

/** `action.yml` speaks English only; this is what it says in Japanese. */
const inJapanese: { readonly [name: string]: string } = {
  command: 'auto（プルリクエストは確認、既定のブランチへの push は確認と投稿）、check、summary、post のどれか',
  content: 'コンテンツのフォルダー',
  audience: '知らせる相手（読み手の ID）',
  visibility: 'お知らせに入れてよい最も厳しい範囲（confidential、internal、partner、public）',
  'slack-webhook-url': 'Slack の Incoming Webhook。シークレットから渡します。なければ投稿しません',
  'dry-run': '投稿せず、内容をジョブの概要に示す',
  'search-queries':
    'よく聞かれることと答えのページの CSV（kairanban search --judge）。検索を悪くするプルリクエストは失敗になります。ファイルがなければ飛ばします',
  'fail-on': '何があればステップを失敗にするか（error、warning、never）',
  'fail-on-delivery': '投稿できなかったときにステップを失敗にするか',
  locale: 'メッセージの言語（ja か en）。省略するとサイトの言語',
  errors: '確認で見つかったエラーの数',
  warnings: '確認で見つかった警告の数',
  releases: '新しくお知らせするリリースの数',
  summary: 'お知らせの要約（Markdown）',
  'summary-json':
    '同じものの JSON。文ごとに元のファイルと行が付きます。GitHub の上限（出力全体で 1 MB）を超えるときは重要なものだけです',
  'slack-message': 'Slack のメッセージ（Block Kit）の JSON',
  truncated: '長さのために Slack のメッセージから何かを省いたか',
  posted: '投稿したか',
};

function actionTable(locale: Locale): string {
  const action = load(readFileSync('action.yml', 'utf8')) as ActionFile;
  const describe = (name: string, english: string): string => {
    if (locale === 'en') return english;
    const japanese = inJapanese[name];
    if (japanese === undefined) throw new Error(`${name} of action.yml has no Japanese in scripts/readme-tables.ts`);
    return japanese;
  };
  const words = { en: ['Input', 'Output', 'Default'], ja: ['入力', '出力', '省略時'] }[locale];
  const inputs = Object.entries(action.inputs).map(
    ([name, input]) =>
      `| \`${name}\` | ${describe(name, input.description)} | ${input.default ? `\`${input.default}\`` : ''} |`,
  );
  const outputs = Object.entries(action.outputs).map(
    ([name, output]) => `| \`${name}\` | ${describe(name, output.description)} |`,
  );
  return [
    `| ${words[0]} | | ${words[2]} |`,
    '| --- | --- | --- |',
    ...inputs,
    '',
    `| ${words[1]} | |`,
    '| --- | --- |',
    ...outputs,
  ].join('\n');
}

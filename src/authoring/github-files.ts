/** What GitHub reads below `.github`. */
import { posix } from 'node:path';
import { configFile, type Locale } from '../config.ts';
import { messages } from '../i18n/index.ts';
import { starterWords } from '../i18n/starter.ts';
import { type Kind, kinds } from '../schema/index.ts';
import { blocks, comments, shellWord, yaml } from './lines.ts';

/**
 * The workflow: checks every pull request, and after a push builds the portal before the news goes out. `version` is
 * that of kairanban.
 */
export function workflow(
  locale: Locale,
  { content, branch, version }: { content: string; branch: string; version: string },
): string {
  const { workflow: words } = starterWords(locale);
  const release = releaseOf(version);
  const own = content === 'content' ? undefined : content;
  const build = `npx kairanban@${release} build${own === undefined ? '' : ` --content ${shellWord(own)}`}`;
  return `${comments([words.about]).join('\n')}
name: kairanban
on:
  pull_request:
  push:
    branches: [${branch}]
permissions:
  contents: read
jobs:
  portal:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      ${comments(words.left).join('\n      ')}
      - name: ${words.build}
        if: github.event_name == 'push'
        run: ${yaml(`${build} || [ $? -eq 1 ]`)}
      ${comments(words.deploy).join('\n      ')}
      - name: ${words.check}
        uses: kairanban/kairanban@v${release}
        with:
${own === undefined ? '' : `          content: ${yaml(own)}\n`}          slack-webhook-url: \${{ secrets.SLACK_WEBHOOK_URL }}
`;
}

/** The part of a version that promises to stay compatible. */
function releaseOf(version: string): string {
  const [major, minor] = version.split('.');
  return major === '0' ? `0.${minor}` : String(major);
}

/** The form of what a customer asks for, so that sales can send it in without writing a page. `products` are names. */
export function requestForm(locale: Locale, products: readonly string[]): string {
  const { request: words } = starterWords(locale).forms;
  const { values } = messages(locale).words;
  const sources = kinds.request.fields.source.values.map((value) => values[value]);
  const names = [...new Set(products)];
  return form(words, [
    { type: 'markdown', attributes: { value: words.intro } },
    asked('textarea', 'problem', words.problem, true),
    asked('textarea', 'wanted', words.wanted),
    asked('dropdown', 'source', words.source, false, { options: sources }),
    ...(names.length > 0
      ? [asked('dropdown', 'product', words.product, false, { multiple: true, options: names })]
      : []),
    asked('input', 'account', words.account),
    asked('input', 'date', words.date),
    asked('textarea', 'quote', words.quote),
  ]);
}

/** The form of what is wrong with a page. */
export function feedbackForm(locale: Locale): string {
  const { feedback: words } = starterWords(locale).forms;
  return form(words, [
    asked('input', 'page', words.page, true),
    asked('textarea', 'wrong', words.wrong, true),
    asked('textarea', 'right', words.right),
  ]);
}

/** An issue form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms */
function form(words: { name: string; description: string; title: string }, body: readonly object[]): string {
  const { name, description, title } = words;
  return `${yaml({ name, description, title, body })}\n`;
}

function asked(
  type: 'input' | 'textarea' | 'dropdown',
  id: string,
  [label, description]: readonly [string, string],
  required = false,
  more: object = {},
) {
  return { type, id, attributes: { label, description, ...more }, validations: { required } };
}

/** What a pull request begins with. */
export function pullRequest(locale: Locale): string {
  const { what, look, checks } = starterWords(locale).pullRequest;
  return blocks(
    [`## ${what}`],
    [`## ${look}`],
    checks.map((line) => `- [ ] ${line}`),
  );
}

/** Which teams usually answer for a kind. */
const answering: { readonly [K in Kind]?: readonly string[] } = {
  release: ['product', 'pmm'],
  prd: ['product'],
  request: ['product', 'cs'],
  enablement: ['pmm', 'sales'],
  case: ['cs', 'marketing'],
};

/** A `CODEOWNERS` in which every line is a comment: names that GitHub does not know would be errors. */
export function owners(locale: Locale, content: string): string {
  const rows = Object.entries(answering).map(([kind, teams]) => [kinds[kind as Kind].folder, teams] as const);
  const path = (name: string) => posix.join('/', content, name).replaceAll(' ', '\\ ');
  const lines = [
    ...rows.map(([folder, teams]) => [path(`${folder}/`), ...teams]),
    [path(configFile), 'ops'],
    ['/.github/', 'ops'],
  ].map(([place, ...teams]) => [place, ...teams.map((team) => `@your-organisation/${team}`)].join(' '));
  return blocks(comments(starterWords(locale).owners.about), comments(lines));
}

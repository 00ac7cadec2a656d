/** What a repository starts with: the files that `kairanban init` writes, as paths and texts. */
import { posix } from 'node:path';
import { completeConfig, configFile, type Locale } from '../config.ts';
import { messages } from '../i18n/index.ts';
import { starterWords } from '../i18n/starter.ts';
import type { Kind } from '../schema/index.ts';
import { examplesOf } from './examples.ts';
import { feedbackForm, owners, pullRequest, requestForm, workflow } from './github-files.ts';
import { blocks, comments, yaml } from './lines.ts';
import { snippetsOf } from './snippets.ts';

/** What the user answered. */
export interface Answers {
  readonly locale: Locale;
  readonly title: string;
  /** Names by id. */
  readonly products: { readonly [id: string]: string };
  /** Of which kinds there is to be an example. */
  readonly kinds: readonly Kind[];
}

/** Where the files go. */
export interface Surroundings {
  /** The content folder, from the folder that is set up; with `/`. */
  readonly content: string;
  /** The folder that is set up, from the top of its repository; empty where it is the top, or there is no repository. */
  readonly below: string;
  /** The repository's address on GitHub, as far as that is known. */
  readonly repository: string | undefined;
  /** The branch that counts. */
  readonly branch: string;
  /** Of the content folder's JSON Schema. */
  readonly schema: string;
  /** That of kairanban. */
  readonly version: string;
  /** Today, for the examples. */
  readonly today: string;
}

export interface StarterFile {
  /** Relative to the folder that is set up; with `/`. */
  readonly path: string;
  readonly text: string;
  /** What it is for, on one line. */
  readonly purpose: string;
}

/** Where the files are that are not content. */
export const starterPaths = {
  schema: '.vscode/kairanban.schema.json',
  snippets: '.vscode/kairanban.code-snippets',
  extensions: '.vscode/extensions.json',
  ignore: '.gitignore',
  workflow: '.github/workflows/kairanban.yml',
  requestForm: '.github/ISSUE_TEMPLATE/kairanban-request.yml',
  feedbackForm: '.github/ISSUE_TEMPLATE/kairanban-feedback.yml',
  pullRequest: '.github/pull_request_template.md',
  owners: '.github/CODEOWNERS',
} as const;

/** The files, in the order in which people meet them. What belongs to GitHub is left out below a repository's top. */
export function starterFiles(answers: Answers, around: Surroundings): StarterFile[] {
  const { locale } = answers;
  const { purposes } = starterWords(locale);
  const { kind: kindNames } = messages(locale).words;
  const texts = {
    schema: () => around.schema,
    snippets: () => snippetsOf(locale, completeConfig({ products: answers.products })),
    extensions: () => json({ recommendations: ['redhat.vscode-yaml'] }),
    // Rows that were not imported hold what an export of customers holds.
    ignore: () => 'node_modules/\nportal/\n.kairanban/\n*.rejected*.csv\n',
    workflow: () => workflow(locale, around),
    requestForm: () => requestForm(locale, Object.values(answers.products)),
    feedbackForm: () => feedbackForm(locale),
    pullRequest: () => pullRequest(locale),
    owners: () => owners(locale, around.content),
  };
  const names = (Object.keys(starterPaths) as (keyof typeof starterPaths)[]).filter(
    (name) => around.below === '' || !starterPaths[name].startsWith('.github/'),
  );
  const examples = examplesOf(answers.kinds, locale, around.today, Object.keys(answers.products)[0]);
  return [
    { path: posix.join(around.content, configFile), text: configuration(answers, around), purpose: purposes.config },
    ...examples.map(({ kind, path, text }) => ({
      path: posix.join(around.content, path),
      text,
      purpose: purposes.example(kindNames[kind]),
    })),
    ...names.map((name) => ({ path: starterPaths[name], text: texts[name](), purpose: purposes[name] })),
  ];
}

function configuration({ locale, title, products }: Answers, around: Surroundings): string {
  const { config } = starterWords(locale);
  const schema = posix.relative(around.content, starterPaths.schema);
  const { repository, branch } = around;
  const folder = posix.join(around.below, around.content).split('/').map(encodeURIComponent).join('/');
  const links = repository && {
    edit: `${repository}/edit/${branch}/${folder}`,
    feedback: `${repository}/issues/new?template=${starterPaths.feedbackForm.split('/').at(-1)}`,
  };
  const url = 'url: https://portal.example.com';
  return blocks(
    [`# yaml-language-server: $schema=${schema}`, ...comments(config.about)],
    [yaml({ title, locale }), ...(locale === 'ja' ? [] : [...comments(config.timeZone), `# ${config.timeZoneSample}`])],
    [
      ...comments(config.products),
      Object.keys(products).length > 0 ? yaml({ products }) : `# ${config.productsSample}`,
    ],
    links
      ? ['portal:', ...[...comments(config.portal), `# ${url}`, ...comments(config.linked), yaml(links)].map(indented)]
      : [...comments(config.portal), `# portal: { ${url} }`],
    [...comments(config.lists), ...comments(config.listsSample)],
  );
}

function indented(lines: string): string {
  return lines.replace(/^/gm, '  ');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

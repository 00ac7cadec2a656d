/** Every command and option, as data: parsing, help and the README's tables are made of it. */
import { parseArgs } from 'node:util';
import { type Locale, locales } from '../config.ts';
import { weekDays } from '../graph/time.ts';
import type { Messages } from '../i18n/index.ts';
import { levels } from '../schema/level.ts';
import { isDay, isInstant } from '../schema/read-scalar.ts';
import { closest } from '../suggest.ts';
import { csvKinds } from './csv-kinds.ts';
import { UsageError } from './usage.ts';

export type OptionName = keyof Messages['cli']['help']['option'];
export type CommandName = keyof Messages['cli']['help']['command'];

export const checkFormats = ['pretty', 'json', 'github', 'sarif'] as const;
export const summaryFormats = ['markdown', 'text', 'json', 'slack'] as const;

interface OptionSpec {
  /** As typed, without the dashes. */
  readonly flag: string;
  /** How the value is called in help; none for a switch. */
  readonly value?: string;
  readonly values?: readonly string[];
  readonly default?: string;
  /** May be given more than once. */
  readonly several?: true;
  /** Whether a value has the right form, and what the form is: in words where an example does not say it. */
  readonly form?: {
    readonly test: (value: string) => boolean;
    readonly example: string;
    readonly words?: keyof Messages['cli']['forms'];
  };
}

const day = { test: isDay, example: '2026-11-21', words: 'day' } as const;
const count = { test: (value: string) => /^\d{1,9}$/.test(value), example: '0', words: 'count' } as const;
const week = {
  test: (value: string) => weekDays(value) !== undefined,
  example: '2026-W47',
  words: 'week',
} as const;
const portNumber = { test: (value: string) => /^\d{1,5}$/.test(value) && Number(value) < 65536, example: '4321' };

const specs: { readonly [N in OptionName]: OptionSpec } = {
  content: { flag: 'content', value: 'DIR', default: 'content' },
  visibility: { flag: 'visibility', value: 'LEVEL', values: levels, default: 'internal' },
  lang: { flag: 'lang', value: 'LANG', values: locales },
  now: { flag: 'now', value: 'INSTANT', form: { test: isInstant, example: '2026-11-21T10:00+09:00' } },
  help: { flag: 'help' },
  version: { flag: 'version' },
  format: { flag: 'format', value: 'FORMAT' },
  maxWarnings: { flag: 'max-warnings', value: 'N', form: count },
  changedSince: { flag: 'changed-since', value: 'REF' },
  watch: { flag: 'watch' },
  fix: { flag: 'fix' },
  audience: { flag: 'audience', value: 'ID', default: 'sales' },
  since: { flag: 'since', value: 'DAY', form: day },
  last: {
    flag: 'last',
    value: 'DAYS',
    form: { test: (value) => /^[1-9]\d{0,4}d$/.test(value), example: '7d', words: 'days' },
  },
  week: { flag: 'week', value: 'WEEK', form: week },
  release: { flag: 'release', value: 'ID' },
  range: { flag: 'range', value: 'A..B', form: { test: (value) => value.includes('..'), example: 'main..HEAD' } },
  out: { flag: 'out', value: 'DIR', default: 'portal' },
  locale: { flag: 'locale', value: 'LANG', values: locales },
  strict: { flag: 'strict' },
  port: { flag: 'port', value: 'N', default: '4321', form: portNumber },
  site: { flag: 'site', value: 'DIR' },
  json: { flag: 'json' },
  limit: { flag: 'limit', value: 'N', form: { test: (value) => /^[1-9]\d*$/.test(value), example: '5' } },
  explain: { flag: 'explain' },
  judge: { flag: 'judge', value: 'FILE' },
  record: { flag: 'record' },
  suggestTerms: { flag: 'suggest-terms' },
  product: { flag: 'product', value: 'ID' },
  date: { flag: 'date', value: 'DAY', form: day },
  dryRun: { flag: 'dry-run' },
  kind: { flag: 'kind', value: 'KIND', values: csvKinds },
  map: { flag: 'map', value: 'COLUMN=FIELD', several: true },
  title: { flag: 'title', value: 'TEXT' },
  from: {
    flag: 'from',
    value: 'KIND:ID',
    form: { test: (value) => /^[^:]+:./.test(value), example: 'prd:shift-import' },
  },
  set: {
    flag: 'set',
    value: 'FIELD=VALUE',
    several: true,
    form: { test: (value) => /^[^=]+=./.test(value), example: 'tier=1' },
  },
  id: { flag: 'id', value: 'ID' },
  url: { flag: 'url' },
  yes: { flag: 'yes' },
  siteTitle: { flag: 'title', value: 'TEXT' },
  products: { flag: 'products', value: 'LIST' },
  kinds: { flag: 'kinds', value: 'LIST' },
};

interface CommandSpec {
  /** Arguments without dashes, as help shows them; of one with `...` there may be many. */
  readonly arguments: readonly string[];
  readonly options: readonly OptionName[];
  readonly overrides?: { readonly [N in OptionName]?: Partial<OptionSpec> };
  readonly examples: readonly string[];
}

/** Options that every command has, last in help. */
const common: readonly OptionName[] = ['content', 'visibility', 'lang', 'now', 'help'];

export const commands: { readonly [N in CommandName]: CommandSpec } = {
  init: {
    arguments: ['[DIR]'],
    options: ['yes', 'locale', 'siteTitle', 'products', 'kinds'],
    examples: [
      'kairanban init',
      'kairanban init --yes --title "ほしぞら労務 ナレッジ" --products payroll=給与計算,attendance=勤怠管理',
      'kairanban init --kinds release,request,prd,enablement',
    ],
  },
  check: {
    arguments: [],
    options: ['fix', 'format', 'maxWarnings', 'changedSince', 'watch'],
    overrides: { format: { values: checkFormats, default: 'pretty' } },
    examples: [
      'kairanban check',
      'kairanban check --content docs/knowledge --max-warnings 0',
      'kairanban check --changed-since origin/main',
      'kairanban check --fix',
      'kairanban check --watch',
      'kairanban check --format sarif > kairanban.sarif',
    ],
  },
  summary: {
    arguments: [],
    options: ['audience', 'format', 'since', 'last', 'week', 'release', 'range'],
    overrides: { format: { values: summaryFormats, default: 'markdown' } },
    examples: [
      'kairanban summary',
      'kairanban summary --audience sales --last 7d --format slack',
      'kairanban summary --range v1.0..HEAD --format text',
    ],
  },
  build: {
    arguments: [],
    options: ['out', 'locale', 'strict'],
    examples: ['kairanban build', 'kairanban build --visibility public --locale en --out public-portal'],
  },
  dev: { arguments: [], options: ['port', 'locale'], examples: ['kairanban dev', 'kairanban dev --port 8080'] },
  preview: { arguments: [], options: ['out', 'port'], examples: ['kairanban preview'] },
  search: {
    arguments: ['[QUERY ...]'],
    options: ['site', 'limit', 'explain', 'json', 'judge', 'record', 'suggestTerms'],
    examples: [
      'kairanban search 年末調整 差し戻し',
      'kairanban search --explain "CSV 取り込み"',
      'kairanban search --judge search-queries.csv',
      'kairanban search --suggest-terms --judge search-queries.csv',
    ],
  },
  new: {
    arguments: ['KIND'],
    options: ['title', 'from', 'set', 'id', 'url'],
    examples: [
      'kairanban new release',
      'kairanban new release --from prd:shift-import --set date=2026-12-01 --set tier=1',
      'kairanban new request --title "Shifts are typed in twice" --set products=attendance,payroll',
      'kairanban new release --url',
    ],
  },
  import: {
    arguments: ['changelog|csv', 'FILE'],
    options: ['kind', 'map', 'product', 'date', 'dryRun'],
    examples: [
      'kairanban import changelog CHANGELOG.md --product payroll',
      'kairanban import changelog CHANGELOG.md --dry-run',
      'kairanban import csv accounts.csv --kind account --dry-run',
      'kairanban import csv tickets.csv --kind request --map 番号=id --map 件名=title --map 取引先=voices.account',
    ],
  },
};

export const commandNames = Object.keys(commands) as CommandName[];

/** The options of a command with all that is particular to it, its own first. */
export function optionsOf(command: CommandName): { name: OptionName; spec: OptionSpec }[] {
  const { options, overrides } = commands[command];
  return [...options, ...common].map((name) => ({ name, spec: { ...specs[name], ...overrides?.[name] } }));
}

export interface Parsed {
  /** Of an option that was given more than once, the last. */
  readonly values: { readonly [N in OptionName]?: string };
  /** All values, in their order, of the options that may be given more than once. */
  readonly several: { readonly [N in OptionName]?: readonly string[] };
  readonly arguments: readonly string[];
}

/** Reads the words after a command's name. Throws `UsageError` for anything that the command does not take. */
export function parseCommand(command: CommandName, argv: readonly string[]): Parsed {
  const options = optionsOf(command);
  const config = Object.fromEntries(
    options.map(({ spec }) => [
      spec.flag,
      { type: spec.value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...config },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: { [N in OptionName]?: string } = {};
  const several: { [N in OptionName]?: string[] } = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const found = options.find(({ spec }) => spec.flag === token.name);
    const typed = token.rawName;
    if (!found) {
      const near = closest(
        token.name,
        options.map(({ spec }) => spec.flag),
      );
      throw new UsageError((words) => words.cli.unknownOption(typed, command, near && `--${near}`));
    }
    if (found.spec.value === undefined && token.value !== undefined) {
      throw new UsageError((words) => words.cli.unexpectedArgument(`${typed}=${token.value}`, command));
    }
    // The next option was meant as an option, not as this one's value.
    const forgotten = token.inlineValue === false && token.value.startsWith('--');
    const value = readOption(found.spec, typed, forgotten ? undefined : token.value);
    values[found.name] = value;
    if (found.spec.several) several[found.name] = [...(several[found.name] ?? []), value];
  }
  for (const { name, spec } of options)
    if (values[name] === undefined && spec.default !== undefined) values[name] = spec.default;
  const taken = commands[command].arguments;
  const extra = positionals[taken.length];
  if (extra !== undefined && !taken.at(-1)?.includes('...'))
    throw new UsageError((words) => words.cli.unexpectedArgument(extra, command));
  return { values, several, arguments: positionals };
}

function readOption(spec: OptionSpec, typed: string, value: string | undefined): string {
  if (spec.value === undefined) return 'true';
  if (value === undefined || value === '') throw new UsageError((words) => words.cli.missingValue(typed));
  const { values, form } = spec;
  if (values && !values.includes(value)) {
    throw new UsageError((words) => words.cli.badOption(typed, value, words.cli.oneOf(values)));
  }
  if (form && !form.test(value)) {
    throw new UsageError(({ cli }) => {
      const expected = form.words === undefined ? cli.formLike(form.example) : cli.forms[form.words](form.example);
      return cli.badOption(typed, value, expected);
    });
  }
  return value;
}

/** The language that the words of a command line or the environment ask for, before anything else is read. */
export function askedLanguage(
  argv: readonly string[],
  env: { readonly [name: string]: string | undefined },
): Locale | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at];
  const asked =
    word === undefined ? env.KAIRANBAN_LANG : word === '--lang' ? argv[at + 1] : word.slice('--lang='.length);
  return locales.find((locale) => locale === asked);
}

/** The words of a command line → one command → an exit code. Both entries come through here. */

import { type Locale, locales } from '../config.ts';
import { messages } from '../i18n/index.ts';
import type { Memory } from '../load/memory.ts';
import { levels } from '../schema/level.ts';
import { closest } from '../suggest.ts';
import { runCheck } from './check.ts';
import type { CommonOptions, Io } from './context.ts';
import { csvKinds } from './csv-kinds.ts';
import { commandHelp, generalHelp } from './help.ts';
import { type CommandName, checkFormats, commandNames, type Parsed, parseCommand, summaryFormats } from './options.ts';
import type { Selection } from './summary.ts';
import { UsageError } from './usage.ts';

/** What the world looks like at the start. */
export interface Setting {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly lang: Locale | undefined;
  readonly version: string;
  readonly remember?: CommonOptions['remember'];
  readonly rememberPortal?: (folder: string) => Memory;
}

/** Runs a command line (without `node` and the script). Gives the exit code; throws `UsageError` for wrong usage. */
export async function run(argv: readonly string[], setting: Setting, io: Io): Promise<number> {
  const [name, ...rest] = languageLast(argv);
  const words = messages(setting.lang ?? 'ja');
  if (name === '--version') {
    io.out(`${setting.version}\n`);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = commandNames.find((known) => known === rest[0]);
    io.out(topic ? commandHelp(topic, words) : generalHelp(words));
    return 0;
  }
  const command = commandNames.find((known) => known === name);
  if (!command) {
    if (!name.startsWith('-')) throw new UsageError(({ cli }) => cli.unknownCommand(name, closest(name, commandNames)));
    const meant = /^-v$/i.test(name) ? '--version' : closest(name, ['--version', '--help', '--lang']);
    throw new UsageError(({ cli }) => cli.unknownOption(name, undefined, meant));
  }
  const parsed = parseCommand(
    command,
    rest.map((word) => (word === '-h' ? '--help' : word)),
  );
  if (parsed.values.help) {
    io.out(commandHelp(command, words));
    return 0;
  }
  return dispatch(command, parsed, setting, io);
}

/** `--lang` may also stand before the command. */
function languageLast(argv: readonly string[]): readonly string[] {
  const count = argv[0] === '--lang' ? 2 : argv[0]?.startsWith('--lang=') ? 1 : 0;
  return argv.length > count ? [...argv.slice(count), ...argv.slice(0, count)] : [];
}

async function dispatch(command: CommandName, parsed: Parsed, setting: Setting, io: Io): Promise<number> {
  const { values } = parsed;
  // Each command brings what it needs when it is asked for; starting is a good part of a run over a small folder. What
  // `check` needs they all need.
  const common: CommonOptions = {
    content: values.content as string,
    visibility: one(levels, values.visibility) ?? 'internal',
    now: values.now === undefined ? setting.now : Date.parse(values.now),
    lang: setting.lang,
    ...(setting.remember && { remember: setting.remember }),
  };
  const locale = one(locales, values.locale);
  const port = Number(values.port);
  switch (command) {
    case 'init': {
      const { runInit } = await import('./init.ts');
      const { siteTitle: title, products, kinds } = values;
      const [folder = '.'] = parsed.arguments;
      const given = { folder, yes: values.yes !== undefined, locale, title, products, kinds };
      return runInit({ ...common, ...given, version: setting.version }, io);
    }
    case 'check': {
      const maxWarnings = values.maxWarnings === undefined ? undefined : Number(values.maxWarnings);
      const format = one(checkFormats, values.format) ?? 'pretty';
      const { changedSince } = values;
      const { version } = setting;
      const [watch, fix] = [values.watch !== undefined, values.fix !== undefined];
      return runCheck({ ...common, format, maxWarnings, changedSince, watch, fix, version }, io);
    }
    case 'summary': {
      const { runSummary } = await import('./summary.ts');
      const audience = values.audience as string;
      const format = one(summaryFormats, values.format) ?? 'markdown';
      return runSummary({ ...common, audience, format, selection: selectionOf(parsed) }, io);
    }
    case 'build': {
      const { runBuild } = await import('./build.ts');
      const [out, strict] = [values.out as string, values.strict !== undefined];
      const { version, rememberPortal } = setting;
      return runBuild({ ...common, out, locale, strict, version, ...(rememberPortal && { rememberPortal }) }, io);
    }
    case 'dev': {
      const { runDev } = await import('./dev.ts');
      return runDev({ ...common, locale, port }, io);
    }
    case 'preview': {
      const { runPreview } = await import('./preview.ts');
      return runPreview({ ...common, out: values.out as string, port }, io);
    }
    case 'search': {
      const { runSearch } = await import('./search.ts');
      const query = parsed.arguments.length > 0 ? parsed.arguments.join(' ') : undefined;
      const { site, limit, judge } = values;
      const [json, explain] = [values.json !== undefined, values.explain !== undefined];
      const [record, suggestTerms] = [values.record !== undefined, values.suggestTerms !== undefined];
      const asked = { query, site, limit, judge, json, explain, record, suggestTerms };
      return runSearch({ ...common, ...asked, version: setting.version }, io);
    }
    case 'new': {
      const { runNew } = await import('./new.ts');
      const { title, from, id, url } = values;
      const [kind] = parsed.arguments;
      return runNew({ ...common, kind, title, from, id, set: parsed.several.set ?? [], url: url !== undefined }, io);
    }
    case 'import': {
      const { runImport } = await import('./import.ts');
      const [source, file] = parsed.arguments;
      const dryRun = values.dryRun !== undefined;
      const kind = one(csvKinds, values.kind);
      const { product, date } = values;
      return runImport({ ...common, source, file, product, date, kind, map: parsed.several.map, dryRun }, io);
    }
  }
}

function selectionOf({ values }: Parsed): Selection {
  const names = ['since', 'last', 'week', 'release', 'range'] as const;
  const given = names.filter((name) => values[name] !== undefined);
  if (given.length > 1) throw new UsageError((words) => words.cli.exclusive(given.map((name) => `--${name}`)));
  const { since, week, release, range } = values;
  const last = values.last === undefined ? undefined : Number(values.last.slice(0, -1));
  return {
    ...(since !== undefined && { since }),
    ...(last !== undefined && { last }),
    ...(week !== undefined && { week }),
    ...(release !== undefined && { release }),
    ...(range !== undefined && { range }),
  };
}

/** The member of a list that a text names; option parsing has already refused any other. */
function one<const V extends string>(values: readonly V[], text: string | undefined): V | undefined {
  return values.find((value) => value === text);
}

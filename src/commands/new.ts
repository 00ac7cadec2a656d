/** A new page: what is known of it from flags, questions and the page that it follows from, then its file. */
import { followingFrom, sourceKinds } from '../authoring/from.ts';
import { newFileUrl } from '../authoring/link.ts';
import { freeId, isFileName, pagePath, proposedId, takenIds } from '../authoring/name.ts';
import { templateOf } from '../authoring/template.ts';
import { type Locale, locales } from '../config.ts';
import { find, foldId, type Graph } from '../graph/graph.ts';
import { byLabel } from '../i18n/by-label.ts';
import { messages } from '../i18n/index.ts';
import type { AnyEntry } from '../load/entry.ts';
import { isLocated, readYaml } from '../load/front-matter.ts';
import { folderPrefix } from '../load/limits.ts';
import { writeNew } from '../load/write.ts';
import type { Finding, Problem } from '../problem.ts';
import type { Field, Shape } from '../schema/fields.ts';
import { type Kind, kindNames, kinds } from '../schema/index.ts';
import { nested, partsOf } from '../schema/paths.ts';
import { type RawMap, type RawValue, unknownField } from '../schema/read-fields.ts';
import { isDay } from '../schema/read-scalar.ts';
import { closest } from '../suggest.ts';
import { type CommonOptions, type Io, languageOf, openSource, openWorkspace, type Workspace } from './context.ts';
import type * as Questions from './new-questions.ts';
import { UsageError } from './usage.ts';

export interface NewOptions extends CommonOptions {
  readonly kind: string | undefined;
  readonly title: string | undefined;
  /** `kind:id` of the page that it follows from. */
  readonly from: string | undefined;
  /** `field=value`, the value as one would write it in the file. */
  readonly set: readonly string[];
  readonly id: string | undefined;
  /** Print the address at which it is written in the browser, and write nothing. */
  readonly url: boolean;
}

/**
 * `kairanban new KIND`: writes a page to be filled in, never over another, and prints its path alone; what is left to
 * do goes to standard error. A person at a terminal is asked for what no flag says. Throws `UsageError` for an answer
 * that cannot be used; nothing is written then.
 */
export async function runNew(options: NewOptions, io: Io): Promise<number> {
  const { Stopped, canAsk } = await import('./ask.ts');
  try {
    return await write(options, canAsk() && !options.url ? await import('./new-questions.ts') : undefined, io);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    io.err(`${messages(options.lang ?? 'ja').cli.newStopped}\n`);
    return 1;
  }
}

async function write(options: NewOptions, person: typeof Questions | undefined, io: Io): Promise<number> {
  const workspace = openWorkspace(options);
  const { graph, source } = workspace;
  const { config } = graph;
  if (source.missing) throw unusable({ rule: 'content-missing', args: { folder: options.content } });
  const locale = languageOf(options, config);
  const words = messages(locale);
  const kind = kindNamed(options.kind) ?? (await person?.askKind(words));
  if (kind === undefined) throw new UsageError(({ cli }) => cli.missingArgument('KIND', 'new'));
  const given = { ...givenFields(kind, options.set), ...(options.title !== undefined && { title: options.title }) };
  const from =
    options.from === undefined ? await person?.askSource(graph, kind, words) : entryNamed(graph, options.from);
  const carried = from ? carriedFrom(graph, kind, from) : {};
  const known = { ...carried, ...given };
  refuseUnusable(workspace, options, kind, known, given);
  const answers = { ...known, ...(await person?.askFields(graph, kind, known, Object.keys(given), words)) };
  const proposed = proposal(graph, kind, answers);
  const wanted = options.id ?? (await person?.askId(kind, proposed, words)) ?? proposed;
  const id = wanted === proposed ? proposed : chosen(graph, kind, wanted);
  if (options.url) {
    const named = options.id !== undefined || answers.title !== undefined;
    io.out(`${addressOf(graph, kind, answers, named ? id : undefined, locale)}\n`);
    return 0;
  }
  const text = templateOf(kind, answers, { config, locale });
  const root = folderPrefix(options.content);
  const path = writePage(options, kind, id, text);
  io.out(`${root}${path}\n`);
  for (const { line, column, rule, args } of problemsOf(workspace, options, path, text)) {
    io.err(`${root}${path}:${line}:${column} ${words.problems[rule](args as never)}\n`);
  }
  io.err(`${words.cli.newNext}\n`);
  return 0;
}

function kindNamed(name: string | undefined): Kind | undefined {
  const kind = kindNames.find((known) => known === name);
  if (name === undefined || kind) return kind;
  // The folder's name and the label are near at hand, and as good.
  const labelled = locales.map((locale) => byLabel(name, messages(locale).words.kind, kindNames));
  const near =
    kindNames.find((known) => kinds[known].folder === name) ??
    labelled.find((known) => known !== undefined) ??
    closest(name, kindNames);
  throw new UsageError(({ cli }) => cli.unknownKind(name, kindNames, near));
}

/**
 * The fields that `--set` gives, those in a group by their path. A list is divided at its commas, unless it stands in
 * brackets.
 */
function givenFields(kind: Kind, set: readonly string[]): RawMap {
  const shape: Shape = kinds[kind].fields;
  const fields = new Map([...Object.entries(shape), ...partsOf(shape)]);
  const given = new Map<string, RawValue>();
  for (const pair of set) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const field = fields.get(name);
    if (!field) throw unusable(unknownField([...fields.keys()], name));
    const [before, value] = [given.get(name), givenValue(field, pair.slice(at + 1))];
    given.set(name, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
  }
  return { ...nested(shape, given), ...Object.fromEntries([...given].filter(([name]) => Object.hasOwn(shape, name))) };
}

function unusable({ rule, args }: Finding): UsageError {
  return new UsageError(({ problems }) => problems[rule](args as never));
}

function givenValue(field: Field, value: string): RawValue {
  if (/^\s*[[{]/.test(value) && field.type !== 'text') {
    const raw = readYaml(`value: ${value}`);
    if (isLocated(raw)) throw unusable(raw.finding);
    return raw.value as RawValue;
  }
  // Sentences hold commas.
  const divided = field.type === 'list' && !(field.of.type === 'text' && !field.of.oneLine);
  return divided ? value.split(',').map((item) => item.trim()) : value;
}

function entryNamed(graph: Graph, name: string): AnyEntry {
  const at = name.indexOf(':');
  const kind = kindNamed(name.slice(0, at)) as Kind;
  const id = name.slice(at + 1);
  const entry = find(graph, kind, id);
  if (entry) return entry as AnyEntry;
  const ids = graph.entries.filter((one) => one.kind === kind).map((one) => one.id);
  throw new UsageError(({ cli }) => cli.unknownEntry(name, closest(id, ids)));
}

function carriedFrom(graph: Graph, kind: Kind, entry: AnyEntry): RawMap {
  const carried = followingFrom(graph, kind, entry);
  if (carried) return carried;
  throw new UsageError(({ cli }) => cli.notFollowing(kind, entry.kind, sourceKinds(kind)));
}

function proposal(graph: Graph, kind: Kind, { title, date }: RawMap): string {
  const day = typeof date === 'string' && isDay(date) ? date : graph.today;
  return freeId(proposedId(kind, typeof title === 'string' ? title : '', day), takenIds(graph, kind));
}

/** An id that somebody asked for: it is theirs or nobody's. */
function chosen(graph: Graph, kind: Kind, wanted: string): string {
  const id = wanted.replace(/\.md$/, '').normalize('NFC');
  if (!isFileName(kind, id)) throw new UsageError(({ cli }) => cli.badId(wanted));
  if (takenIds(graph, kind).has(foldId(id))) throw new UsageError(({ cli }) => cli.takenId(wanted));
  return id;
}

/** What check will say of the file. */
function problemsOf({ source }: Workspace, options: NewOptions, path: string, text: string): Problem[] {
  const files = [
    ...source.files.filter((file) => file.path !== path),
    { path, content: new TextEncoder().encode(text) },
  ];
  const { problems } = openSource({ ...source, files }, { now: options.now });
  return problems.filter((problem) => problem.path === folderPrefix(options.content) + path);
}

/** Throws for the first answer given that check would refuse, before anything is written. */
function refuseUnusable(workspace: Workspace, options: NewOptions, kind: Kind, answers: RawMap, given: RawMap): void {
  const { config } = workspace.graph;
  const text = templateOf(kind, answers, { config, locale: config.locale });
  const path = pagePath(kind, proposal(workspace.graph, kind, {}));
  const isGiven = ({ args }: Problem) => 'field' in args && Object.hasOwn(given, args.field.replace(/\W.*$/s, ''));
  const bad = problemsOf(workspace, options, path, text).find((one) => one.severity === 'error' && isGiven(one));
  if (bad) throw unusable(bad);
}

function addressOf(graph: Graph, kind: Kind, answers: RawMap, id: string | undefined, locale: Locale): string {
  const { config } = graph;
  const url = newFileUrl(config.portal.edit, kind, { config, locale, answers, ...(id !== undefined && { id }) });
  if (url !== undefined) return url;
  throw new UsageError(({ cli }) => cli.noEditUrl);
}

/** Writes the file under its id or, should there be a file that is no page, the next free one. Gives its path. */
function writePage(options: NewOptions, kind: Kind, id: string, text: string): string {
  const tried = new Set<string>();
  for (;;) {
    const path = pagePath(kind, freeId(id, tried));
    try {
      if (writeNew(options.content, path, text, false, () => false) === 'written') return path;
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code;
      if (reason === undefined) throw error;
      throw new UsageError(({ cli }) => cli.unwritable(folderPrefix(options.content) + path, reason));
    }
  }
}

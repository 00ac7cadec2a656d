/** Files in memory → configuration and entries. Every file that can be used is used; every problem is kept. */
import { type Config, configFile } from '../config.ts';
import { type Finding, type Problem, problemAt } from '../problem.ts';
import type { Shape } from '../schema/fields.ts';
import { type Kind, kindNames, kindOfFolder, kinds } from '../schema/index.ts';
import { type FieldReport, type RawMap, readFields } from '../schema/read-fields.ts';
import { isId } from '../schema/read-scalar.ts';
import { suggestion } from '../suggest.ts';
import { readRows } from './csv.ts';
import { decode } from './decode.ts';
import { type AnyEntry, type Entry, type Origin, placeOf } from './entry.ts';
import { bareNote, fromElsewhere, withNeeded } from './from-elsewhere.ts';
import { type HeadedPage, isLocated, type Located, type Page, readPage } from './front-matter.ts';
import { isGuarding, isHeldBack, isMappedToGuard } from './guarding.ts';
import { depthLimit, folderPrefix, idOf, isContent, isCsv, topFolder } from './limits.ts';
import { judgedBy, loadConfig } from './load-config.ts';
import { tooDeep, withoutComments } from './markdown.ts';
import { joined } from './meant-fields.ts';
import { keyOf, type Memory, type PageRead, recalled, remembered } from './memory.ts';
import type { Source } from './read.ts';
import { dividersOf } from './sections.ts';

/** What a content folder holds. */
export interface Content {
  readonly config: Config;
  /** Sorted by kind, then id. Entries with problems in single fields are here without those fields. */
  readonly entries: readonly AnyEntry[];
  /** Entries that nobody can be shown: files that could not be read, and those that lack a required field. */
  readonly unusable: readonly AnyEntry[];
  /** Paths of all files in the content folder, those that are no content too, relative to it (NFC). */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** What is known before a folder is read. */
interface Known {
  /** Pages that it knows are not read again; what it does not know yet is put in. */
  readonly memory?: Memory | undefined;
  /** The configuration whose severities count. */
  readonly held?: Config | undefined;
  /** The configuration, in the place of that of the folder. */
  readonly config?: Config | undefined;
}

/** Loads a content folder: every path in problems and entries begins with the folder as the user names it. */
export function loadContent(source: Source, known: Known = {}): Content {
  const problems: Problem[] = [];
  const entries: AnyEntry[] = [];
  const unusable: AnyEntry[] = [];
  const top = { path: source.folder, line: 1, column: 1 };
  if (source.missing) problems.push(problemAt(top, { rule: 'content-missing', args: { folder: source.folder } }));
  const root = folderPrefix(source.folder);
  const texts = new Map<string, string>();
  for (const file of source.files) {
    const text = decode(file);
    if (typeof text === 'string') {
      texts.set(file.path, text);
      continue;
    }
    problems.push(located(root + file.path, text));
  }
  const { memory, held } = known;
  const files = [...source.files.map(({ path }) => path), ...(source.others ?? [])].map((path) =>
    path.normalize('NFC'),
  );
  const own =
    known.config ??
    loadConfig(root + configFile, texts.get(configFile), (problem) => problems.push(problem), source.others && files);
  const config = held ? judgedBy(own, held) : own;
  const misplaced = new Set<string>();
  for (const { path, content } of source.files) {
    const text = texts.get(path);
    if (path === configFile) continue;
    const kind = kindOf(path);
    if (text === undefined || !(content instanceof Uint8Array)) {
      if (kind !== undefined && isContent(path) && !isCsv(path)) unusable.push(unreadEntry(kind, root, path, config));
      continue;
    }
    const context = { root, path, id: idIn(config, path), config, texts, problems, entries, unusable };
    if (kind === undefined) reportPlace(context, misplaced);
    else if (!isCsv(path)) {
      add(context, memory ? recall(context, kind, text, content, memory) : readEntry(context, kind, text));
    } else if ('csv' in kinds[kind]) loadRows(context, kind, text);
  }
  if (!source.missing && source.files.length === 0) {
    problems.push(problemAt(top, { rule: 'content-empty', args: { folder: source.folder } }));
  }
  return { config, entries: entries.sort(compareEntries), unusable: unusable.sort(compareEntries), files, problems };
}

function kindOf(path: string): Kind | undefined {
  return kindOfFolder(topFolder(path));
}

function idIn(config: Config, path: string): string {
  return idOf(path, config.import?.ids);
}

/** What is known of an entry of which nothing could be read. */
function unreadEntry(kind: Kind, root: string, file: string, config: Config): AnyEntry {
  const origin: Origin = { type: 'page', yaml: '' };
  const nothing = { fields: {}, body: '', bodyLine: 1, headings: [] };
  return { kind, id: idIn(config, file), path: root + file, file, ...nothing, origin } as unknown as AnyEntry;
}

interface Context {
  readonly root: string;
  /** Relative to the content folder. */
  readonly path: string;
  readonly id: string;
  readonly config: Config;
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: Problem[];
  readonly entries: AnyEntry[];
  readonly unusable: AnyEntry[];
}

/** By kind in the order of the kinds, then id by code unit. */
export function compareEntries(a: Pick<Entry, 'kind' | 'id'>, b: Pick<Entry, 'kind' | 'id'>): number {
  return kindNames.indexOf(a.kind) - kindNames.indexOf(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function add({ problems, entries, unusable }: Context, read: PageRead): void {
  for (const problem of read.problems) problems.push(problem);
  (read.usable ? entries : unusable).push(read.entry);
}

/** A page as an earlier run read it under the same configuration, else read now and remembered. */
function recall(context: Context, kind: Kind, text: string, content: Uint8Array, memory: Memory): PageRead {
  const { root, path, id } = context;
  const key = keyOf(context.config, path, content);
  const known = memory.get(key);
  if (known !== undefined) return recalled(known, text, { kind, id, path: root + path, file: path });
  const read = readEntry(context, kind, text);
  // What a table beside the page holds is not in the key.
  const alone = !(read.entry.kind === 'goal' && read.entry.fields.readings);
  const value = alone ? remembered(read) : undefined;
  if (value !== undefined) memory.set(key, value);
  return read;
}

function readEntry(context: Context, kind: Kind, text: string): PageRead {
  const path = context.root + context.path;
  const page = readPage(text);
  if (isLocated(page)) {
    const bare = context.config.import && page.finding.rule === 'front-matter-missing' ? bareNote(text) : undefined;
    const read = bare && readBody(context, kind, bare);
    if (read?.usable) return read;
    return unread(context, kind, located(path, withNeeded(page, read?.problems ?? [])));
  }
  return readBody(context, kind, page);
}

/** What is known of a page that keeps from being read what a problem says. */
function unread(context: Context, kind: Kind, problem: Problem): PageRead {
  return { entry: unreadEntry(kind, context.root, context.path, context.config), usable: false, problems: [problem] };
}

/** An entry of a page whose front matter has been read. */
function readBody(context: Context, kind: Kind, page: Page): PageRead {
  const deep = tooDeep(page.body);
  if (deep !== undefined) {
    const place = { path: context.root + context.path, line: page.bodyLine + deep, column: 1 };
    return unread(context, kind, problemAt(place, { rule: 'body-depth', args: { limit: depthLimit } }));
  }
  const headings = dividersOf(withoutComments(page.body), context.config);
  return entryOf(context, kind, context.id, page.raw, originOf(page), { ...page, headings });
}

function originOf({ yaml, locate, toml }: Page): Origin {
  return { type: 'page', yaml, ...(locate && { locate }), ...(toml !== undefined && { toml }) };
}

function loadRows(context: Context, kind: Kind, text: string): void {
  const path = context.root + context.path;
  const shape: Shape = kinds[kind].fields;
  const needed = ['id', ...requiredOf(shape)];
  const rows = readRows(text, shape, needed, (spot, finding) => {
    addProblem(context, problemAt({ path, ...spot }, finding), isGuarding(finding, []));
  });
  for (const { cells, line, placeOf: cellPlace } of rows) {
    const { id = '', ...rest } = cells;
    if (id === '') {
      context.problems.push(problemAt({ path, line, column: 1 }, { rule: 'csv-id', args: {} }));
      continue;
    }
    if (!isId(id)) {
      const args = {
        field: 'id',
        value: id.length > 80 ? `${id.slice(0, 80)}…` : id,
        expected: { what: 'id' },
      } as const;
      const spot = cellPlace('id') ?? { line, column: 1 };
      context.problems.push(problemAt({ path, ...spot }, { rule: 'bad-value', args }));
      continue;
    }
    const raw: RawMap = Object.fromEntries(
      Object.entries(rest).map(([column, cell]) => {
        const several = shape[column]?.type === 'list' && cell !== '';
        return [column, several ? cell.split(';').map((part) => part.trim()) : cell];
      }),
    );
    add(context, entryOf(context, kind, id.normalize('NFC'), raw, { type: 'row', line, placeOf: cellPlace }));
  }
}

const required = new WeakMap<Shape, readonly string[]>();

function requiredOf(shape: Shape): readonly string[] {
  const known = required.get(shape) ?? Object.keys(shape).filter((name) => shape[name]?.required);
  required.set(shape, known);
  return known;
}

/** Adds a problem of content. Names that we do not know weigh what `import.unknownFields` says, unless they `guard`. */
function addProblem({ config, problems }: Context, problem: Problem, guard: boolean): void {
  const weight = problem.rule === 'unknown-field' && !guard ? config.import?.unknownFields : undefined;
  if (weight !== 'ignore') problems.push(weight === 'warn' ? { ...problem, severity: 'warning' } : problem);
}

/** An entry; one that lacks a required field cannot be shown, and the problem says why. */
function entryOf(context: Context, kind: Kind, id: string, raw: RawMap, source: Origin, page?: HeadedPage): PageRead {
  const { config } = context;
  const problems: Problem[] = [];
  const own = { ...context, problems };
  const path = context.root + context.path;
  const shape: Shape = kinds[kind].fields;
  let guarded = false;
  const reportIn =
    (origin: Origin): FieldReport =>
    (finding, where, want) => {
      const ofOthers = isMappedToGuard(finding, shape, config) || isHeldBack(finding, shape, raw, config);
      const guard = isGuarding(finding, where) || ofOthers;
      guarded ||= guard;
      addProblem(own, problemAt(placeOf({ path, origin }, where, want), inLanguage(origin, finding)), guard);
    };
  const adapted = page && config.import ? fromElsewhere(shape, page, id, config, reportIn(source)) : undefined;
  const origin = source.type === 'page' && adapted ? { ...source, elsewhere: adapted.elsewhere } : source;
  const report = reportIn(origin);
  const fields = readFields(shape, adapted?.raw ?? raw, report);
  if (guarded) fields.visibility = 'confidential';
  if (typeof fields.readings === 'string') fields.readings = loadTable(own, fields.readings, report);
  const usable = requiredOf(shape).every((name) => fields[name] !== undefined);
  const { body, bodyLine, headings } = page ?? { body: '', bodyLine: 1, headings: [] };
  const text = { body, bodyLine, headings };
  const entry = { kind, id, path, file: context.path, fields, ...text, origin } as unknown as AnyEntry;
  return { entry, usable, problems: joined(problems) };
}

/** A finding that says how to write a field, for the language of its page. */
function inLanguage(origin: Origin, finding: Finding): Finding {
  if (finding.rule !== 'missing-field' || origin.type !== 'page' || !origin.locate) return finding;
  return { ...finding, args: { ...finding.args, toml: true } };
}

/** The rows of the CSV file that a goal names for its readings. */
function loadTable(context: Context, name: string, report: FieldReport): unknown[] {
  const folder = context.path.slice(0, context.path.lastIndexOf('/') + 1);
  const path = folder + name;
  const text = context.texts.get(path);
  if (text === undefined) {
    const beside = [...context.texts.keys()].filter((other) => other.startsWith(folder) && isCsv(other));
    const names = beside.map((other) => other.slice(folder.length));
    const near = suggestion(name.slice(name.lastIndexOf('/') + 1), names);
    const args = { field: 'readings', value: name, expected: { what: 'csv-file' }, ...near } as const;
    report({ rule: 'bad-value', args }, ['readings'], 'value');
    return [];
  }
  const shape: Shape = kinds.goal.fields.readings.of.shape;
  const at = (spot: { line: number; column: number }, finding: Finding) => {
    addProblem(context, problemAt({ path: context.root + path, ...spot }, finding), false);
  };
  return readRows(text, shape, requiredOf(shape), at).flatMap((row) => {
    let bad = false;
    const values = readFields(shape, row.cells, (finding, [column]) => {
      bad = true;
      at(row.placeOf(String(column ?? '')), finding);
    });
    return bad ? [] : [values];
  });
}

/** One warning a folder, not one a file; tables may lie beside pictures in folders of their own. */
function reportPlace(context: Context, misplaced: Set<string>): void {
  const folder = topFolder(context.path);
  if (folder !== '' && (isCsv(context.path) || misplaced.has(folder))) return;
  misplaced.add(folder);
  const folders: string[] = kindNames.map((kind) => kinds[kind].folder);
  const near = suggestion(folder || context.path.replace(/\.[^.]*$/, ''), [...folders, 'kairanban']).suggestion;
  const whole = folder !== '' ? near : near === 'kairanban' ? configFile : near && `${near}/${context.path}`;
  const args = { folder, ...(whole !== undefined && { suggestion: whole }) };
  context.problems.push(
    problemAt({ path: context.root + context.path, line: 1, column: 1 }, { rule: 'file-place', args }),
  );
}

function located(path: string, { finding, line, column }: Located): Problem {
  return problemAt({ path, line, column }, finding);
}

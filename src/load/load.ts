/** Files in memory → configuration and entries. Every file that can be used is used; every problem is kept. */
import { type Config, completeConfig, configFile, configShape } from '../config.ts';
import { type Finding, type Problem, problemAt } from '../problem.ts';
import { type Kind, kindNames, kindOfFolder, kinds } from '../schema/index.ts';
import { type FieldReport, type RawMap, readFields } from '../schema/read-fields.ts';
import { closest } from '../suggest.ts';
import { readCsv } from './csv.ts';
import { type AnyEntry, type Entry, type Origin, placeOf } from './entry.ts';
import { type Located, type Page, readPage, readYaml } from './front-matter.ts';
import { depthLimit } from './limits.ts';
import { deeperThan } from './markdown.ts';
import type { Source, SourceFile } from './read.ts';

/** What a content folder holds. */
export interface Content {
  readonly config: Config;
  /** Sorted by kind, then id. Entries with problems in single fields are here without those fields. */
  readonly entries: readonly AnyEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Loads a content folder. `root` is put before every path in problems and entries: the folder as the user names it.
 */
export function loadContent(source: Source): Content {
  const problems: Problem[] = [];
  const entries: AnyEntry[] = [];
  const top = { path: source.folder, line: 1, column: 1 };
  if (source.missing) problems.push(problemAt(top, { rule: 'content-missing', args: { folder: source.folder } }));
  const root = folderPrefix(source.folder);
  const texts = new Map<string, string>();
  for (const file of source.files) {
    const text = decode(file);
    if (typeof text === 'string') texts.set(file.path, text);
    else problems.push(problemAt({ path: root + file.path, line: 1, column: 1 }, text));
  }
  const config = loadConfig(root, texts.get(configFile), problems);
  const misplaced = new Set<string>();
  for (const [path, text] of texts) {
    if (path === configFile) continue;
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
    const kind = kindOfFolder(folder);
    const context = { root, path, config, texts, problems, entries };
    if (kind === undefined) reportPlace(context, folder, misplaced);
    else if (!path.endsWith('.csv')) loadPage(context, kind, text);
    else if ('csv' in kinds[kind]) loadRows(context, kind, text);
  }
  if (!source.missing && source.files.length === 0) {
    problems.push(problemAt(top, { rule: 'content-empty', args: { folder: source.folder } }));
  }
  return { config, entries: entries.sort(compareEntries), problems };
}

interface Context {
  readonly root: string;
  /** Relative to the content folder. */
  readonly path: string;
  readonly config: Config;
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: Problem[];
  readonly entries: AnyEntry[];
}

/** By kind in the order of the kinds, then id by code unit. */
export function compareEntries(a: Pick<Entry, 'kind' | 'id'>, b: Pick<Entry, 'kind' | 'id'>): number {
  return kindNames.indexOf(a.kind) - kindNames.indexOf(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function loadConfig(root: string, text: string | undefined, problems: Problem[]): Config {
  if (text === undefined) return completeConfig({});
  const path = root + configFile;
  const raw = readYaml(text);
  if (isLocated(raw)) {
    problems.push(located(path, raw));
    return completeConfig({});
  }
  const report: FieldReport = (finding, where, want) => {
    problems.push(problemAt(placeOf({ path, origin: { type: 'page', yaml: text } }, where, want), finding));
  };
  const config = completeConfig(readFields(configShape, raw, report));
  if (isTimeZone(config.timeZone)) return config;
  report(
    { rule: 'bad-value', args: { field: 'timeZone', value: config.timeZone, expected: { what: 'time-zone' } } },
    ['timeZone'],
    'value',
  );
  return { ...config, timeZone: 'Asia/Tokyo' };
}

function loadPage(context: Context, kind: Kind, text: string): void {
  const path = context.root + context.path;
  const page = readPage(text);
  if (isLocated(page)) {
    context.problems.push(located(path, page));
    return;
  }
  const deep = deeperThan(page.body, depthLimit);
  if (deep !== undefined) {
    const place = { path, line: page.bodyLine + deep, column: 1 };
    context.problems.push(problemAt(place, { rule: 'body-depth', args: { limit: depthLimit } }));
    return;
  }
  const id = (context.path.split('/').at(-1) as string).replace(/\.mdx?$/, '').normalize('NFC');
  addEntry(context, kind, id, page.raw, { type: 'page', yaml: page.yaml }, page);
}

function loadRows(context: Context, kind: Kind, text: string): void {
  const path = context.root + context.path;
  const rows = readCsv(text);
  if (isLocated(rows)) {
    context.problems.push(located(path, rows));
    return;
  }
  const shape = kinds[kind].fields;
  for (const row of rows) {
    const { id = '', ...cells } = row.cells;
    if (id === '') {
      context.problems.push(problemAt({ path, line: row.line, column: 1 }, { rule: 'csv-id', args: {} }));
      continue;
    }
    const raw: RawMap = Object.fromEntries(
      Object.entries(cells).map(([column, cell]) => {
        const field = Object.hasOwn(shape, column) ? shape[column as keyof typeof shape] : undefined;
        const several = field?.type === 'list' && cell !== '';
        return [column, several ? cell.split(';').map((part) => part.trim()) : cell];
      }),
    );
    addEntry(context, kind, id.normalize('NFC'), raw, { type: 'row', line: row.line, columns: row.columns });
  }
}

/** Adds an entry unless a required field is missing: then it cannot be shown, and the problem says why. */
function addEntry(context: Context, kind: Kind, id: string, raw: RawMap, origin: Origin, page?: Page): void {
  const path = context.root + context.path;
  const report: FieldReport = (finding, where, want) => {
    context.problems.push(problemAt(placeOf({ path, origin }, where, want), finding));
  };
  const shape = kinds[kind].fields;
  const fields = readFields(shape, raw, report);
  if (typeof fields.readings === 'string') fields.readings = loadTable(context, fields.readings, report);
  const whole = Object.entries(shape).every(([name, field]) => !('required' in field) || fields[name] !== undefined);
  if (!whole) return;
  const { body, bodyLine } = page ?? { body: '', bodyLine: 1 };
  context.entries.push({ kind, id, path, file: context.path, fields, body, bodyLine, origin } as unknown as AnyEntry);
}

/** The rows of the CSV file that a goal names for its readings. */
function loadTable(context: Context, name: string, report: FieldReport): unknown[] {
  const folder = context.path.slice(0, context.path.lastIndexOf('/') + 1);
  const path = folder + name;
  const text = context.texts.get(path);
  if (text === undefined) {
    const beside = [...context.texts.keys()].filter((other) => other.startsWith(folder) && other.endsWith('.csv'));
    const found = closest(
      name,
      beside.map((other) => other.slice(folder.length)),
    );
    const suggestion = found === undefined ? {} : { suggestion: found };
    const args = { field: 'readings', value: name, expected: { what: 'csv-file' }, ...suggestion } as const;
    report({ rule: 'bad-value', args }, ['readings'], 'value');
    return [];
  }
  const rows = readCsv(text);
  if (isLocated(rows)) {
    context.problems.push(located(context.root + path, rows));
    return [];
  }
  const shape = kinds.goal.fields.readings.of.shape;
  return rows.flatMap((row) => {
    let bad = false;
    const values = readFields(shape, row.cells, (finding, [column]) => {
      bad = true;
      const place = { path: context.root + path, line: row.line, column: row.columns[String(column)] ?? 1 };
      context.problems.push(problemAt(place, finding));
    });
    return bad ? [] : [values];
  });
}

/** One warning a folder, not one a file. */
function reportPlace(context: Context, folder: string, misplaced: Set<string>): void {
  if (context.path.endsWith('.csv') || misplaced.has(folder)) return;
  misplaced.add(folder);
  const found = closest(
    folder,
    kindNames.map((kind) => kinds[kind].folder),
  );
  const args = found === undefined ? { folder } : { folder, suggestion: found };
  context.problems.push(
    problemAt({ path: context.root + context.path, line: 1, column: 1 }, { rule: 'file-place', args }),
  );
}

function decode(file: SourceFile): string | Finding {
  if (!(file.content instanceof Uint8Array)) return file.content;
  const bytes = file.content;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { rule: 'file-encoding', args: { what: 'utf16' } };
  }
  try {
    const text = utf8.decode(bytes);
    return text.includes('\0') ? { rule: 'file-encoding', args: { what: 'nul' } } : text;
  } catch {
    return { rule: 'file-encoding', args: { what: 'not-utf8' } };
  }
}

/** Takes a byte order mark away and throws on anything that is not UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function located(path: string, { finding, line, column }: Located): Problem {
  return problemAt({ path, line, column }, finding);
}

function isLocated(value: object): value is Located {
  // A mapping that somebody wrote holds text only, never a number.
  return 'finding' in value && 'line' in value && typeof value.line === 'number';
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `content` → `content/`; the working directory itself → ``. */
function folderPrefix(folder: string): string {
  const clean = folder.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/+$/, '');
  return clean === '' || clean === '.' ? '' : `${clean}/`;
}

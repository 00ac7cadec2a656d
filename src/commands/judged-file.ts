/** The CSV files of judged queries: what people ask with the pages that answer, and how it went when recorded. */
import { find, type Graph } from '../graph/graph.ts';
import { entryRoute } from '../graph/routes.ts';
import type { Messages } from '../i18n/index.ts';
import { readRows, type Spot } from '../load/csv.ts';
import { decode } from '../load/decode.ts';
import { sizeLimit } from '../load/limits.ts';
import { readNamed } from '../load/read.ts';
import type { Finding } from '../problem.ts';
import { inertLine } from '../render/inert.ts';
import { line, type Reference, ref } from '../schema/fields.ts';
import { kindNames } from '../schema/index.ts';
import { readScalar } from '../schema/read-scalar.ts';
import type { Judged, Result } from '../search/judge.ts';
import { suggestion } from '../suggest.ts';
import type { Io } from './context.ts';
import { csvLine, guarded, unguarded } from './csv-text.ts';
import { messageOf } from './report.ts';
import { UsageError } from './usage.ts';

/** A row: its pages are their addresses in the index. */
export interface JudgedRow extends Judged<string> {
  /** The pages as written, by which the row is known again. */
  readonly written: string;
  readonly category: string;
  readonly line: number;
}

/** What is wrong in a file, and where. */
type Report = (spot: Spot, say: (words: Messages) => string) => void;

const page = ref(...kindNames);
const expected = { what: 'reference', kinds: kindNames, part: false } as const;

/** What is wrong with a file, one line each. */
class BadRows extends Error {
  readonly say: (words: Messages) => string[];
  constructor(say: (words: Messages) => string[]) {
    super('rows');
    this.say = say;
  }
}

/** What `read` gives; nothing when a file has bad rows, which are then said. */
export function withRowsOf<T>(read: () => T, words: Messages, io: Pick<Io, 'err'>): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadRows)) throw error;
    io.err(
      error
        .say(words)
        .map((line) => `${inertLine(line)}\n`)
        .join(''),
    );
    return undefined;
  }
}

/**
 * Reads `query,pages,category`. `everything` is the whole content, `visible` what of it the index is made of. Throws
 * `UsageError` for a file that cannot be read, and `BadRows` for what is wrong in it, all of it at once.
 */
export function readJudged(file: string, everything: Graph, visible: Graph): JudgedRow[] {
  const lines = new Map<string, number>();
  return readSound(file, { category: line() }, ['query', 'pages'], (row, report) => {
    const { query = '', pages = '', category = '' } = row.cells;
    const spot = row.placeOf('query');
    if (query === '') report(spot, (words) => words.search.noQuery);
    const other = lines.get(query);
    if (other !== undefined) report(spot, (words) => words.search.sameQuery(query, other));
    lines.set(query, row.line);
    const names = pages.split(/[;；]/).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
    const found = names.flatMap((name) => pageNamed(name, everything, visible, row.placeOf('pages'), report));
    return { query, pages: found, written: names.join(';'), category, line: row.line };
  });
}

function pageNamed(name: string, everything: Graph, visible: Graph, spot: Spot, report: Report): string[] {
  const named = readScalar(page, name) as Reference | undefined;
  if (!named) {
    reportFinding(report, spot, { rule: 'bad-value', args: { field: 'pages', value: name, expected } });
    return [];
  }
  const { kind, id } = named;
  const entry = find(visible, kind, id);
  if (entry) return [`/${entryRoute(entry)}`];
  if (find(everything, kind, id)) report(spot, (words) => words.search.hiddenPage(name));
  else {
    const ids = visible.entries.filter((one) => one.kind === kind).map((one) => one.id);
    const args = { field: 'pages', kind, id, ...suggestion(id, ids) };
    reportFinding(report, spot, { rule: 'unknown-reference', args });
  }
  return [];
}

/** The file in which results are recorded, beside that of the queries. */
export function recordOf(file: string): string {
  return `${file.replace(/\.csv$/i, '')}.recorded.csv`;
}

/** By what a query is known again: judged otherwise, it is another. */
export function keyOf({ query, written }: Pick<JudgedRow, 'query' | 'written'>): string {
  return `${query}\n${written}`;
}

/** Whether there is such a file, readable or not. */
export function isThere(file: string): boolean {
  const bytes = readNamed(file, sizeLimit(file));
  return bytes instanceof Uint8Array || bytes.rule !== 'file-unreadable' || bytes.args.reason !== 'ENOENT';
}

const results = /^(?:0|[1-9]\d{0,3}|nothing|something)$/;

/** Reads `query,pages,result`, if there is such a file. Throws as `readJudged` does. */
export function readRecorded(file: string): Map<string, Result> | undefined {
  if (!isThere(file)) return undefined;
  const rows = readSound(file, {}, ['query', 'pages', 'result'], (row, report) => {
    const { query = '', pages = '', result = '' } = row.cells;
    if (!results.test(result)) report(row.placeOf('result'), (words) => words.search.badResult(result));
    const read = /^\d/.test(result) ? Number(result) : (result as Result);
    return [keyOf({ query: unguarded(query), written: pages }), read] as const;
  });
  return new Map(rows);
}

/** The text of a file of results, in the order of the queries. */
export function recordedText(rows: readonly { readonly row: JudgedRow; readonly result: Result }[]): string {
  const cells = rows.map(({ row, result }) => [guarded(row.query), row.written, String(result)]);
  return [['query', 'pages', 'result'], ...cells].map((line) => `${csvLine(line)}\n`).join('');
}

type Rows = ReturnType<typeof readRows>;

/** The rows of a file, each read by `read`. */
function readSound<T>(
  file: string,
  shape: Parameters<typeof readRows>[1],
  needed: readonly string[],
  read: (row: Rows[number], report: Report) => T,
): T[] {
  const bytes = readNamed(file, sizeLimit(file));
  if (!(bytes instanceof Uint8Array)) {
    throw new UsageError((words) => {
      return bytes.rule === 'file-unreadable'
        ? words.cli.importUnreadable(file, bytes.args.reason)
        : `${file}:1:1: ${messageOf(bytes, words)}`;
    });
  }
  const wrong: { readonly spot: Spot; readonly say: (words: Messages) => string }[] = [];
  const report: Report = (spot, say) => wrong.push({ spot, say });
  const text = decode({ path: file, content: bytes });
  const rows =
    typeof text === 'string'
      ? readRows(text, shape, needed, (spot, finding) => reportFinding(report, spot, finding)).map((row) =>
          read(row, report),
        )
      : [];
  if (typeof text !== 'string') reportFinding(report, text, text.finding);
  if (wrong.length === 0) return rows;
  wrong.sort((a, b) => a.spot.line - b.spot.line || a.spot.column - b.spot.column);
  throw new BadRows((words) => wrong.map(({ spot, say }) => `${file}:${spot.line}:${spot.column}: ${say(words)}`));
}

function reportFinding(report: Report, spot: Spot, finding: Finding): void {
  report(spot, (words) => messageOf(finding, words));
}

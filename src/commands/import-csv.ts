import { basename, dirname, join } from 'node:path';
import { buildGraph } from '../graph/graph.ts';
import { type Messages, messages } from '../i18n/index.ts';
import { decode } from '../load/decode.ts';
import { slug } from '../load/file-names.ts';
import { isLocated } from '../load/front-matter.ts';
import { checkName, folderPrefix, sizeLimit } from '../load/limits.ts';
import { loadContent } from '../load/load.ts';
import { isCommittable } from '../load/read-git.ts';
import { readTable, type Table } from '../load/table.ts';
import { replaceText, writeNew } from '../load/write.ts';
import type { Finding } from '../problem.ts';
import { inertLine } from '../render/inert.ts';
import { kinds } from '../schema/index.ts';
import { type Io, languageOf, readContent } from './context.ts';
import { type Columns, columnsOf } from './csv-columns.ts';
import { type Among, fileColumns, judge, pagePath } from './csv-judge.ts';
import type { CsvKind } from './csv-kinds.ts';
import { type Planned, planRows } from './csv-plan.ts';
import { rejectsText, withoutReasons } from './csv-rejects.ts';
import { pageText, rowCells, withRows } from './csv-text.ts';
import { bytesOf, type ImportOptions, requireKnownProduct } from './import-options.ts';
import { guardInside, isWithin } from './out-folder.ts';
import { messageOf } from './report.ts';
import { UsageError } from './usage.ts';

interface CsvOptions extends ImportOptions {
  readonly kind: CsvKind;
  /** `COLUMN=FIELD`. */
  readonly map: readonly string[];
}

/** After so many rows, a list tells nothing more. */
const mostListed = 10;
const mostShown = 3;

/**
 * `kairanban import csv FILE`: an entry for each row, by its id. What is there already is never changed; rows that would
 * be an error stand in a file beside FILE, with the reason. 0 fine, 1 when there are such rows.
 */
export function importCsv(options: CsvOptions, io: Io): number {
  const { file, kind, product, dryRun, content: folder } = options;
  const place = kinds[kind].folder;
  if (isWithin(file, join(folder, place))) throw new UsageError((said) => said.csv.insideContent(file));
  guardInside(folder, place);
  const table = withoutReasons(tableOf(file));
  const columns = columnsOf(table, kind, options.map);
  const source = readContent(folder);
  const content = loadContent(source);
  requireKnownProduct(product, content.config);
  const among: Among = { source, content, now: options.now };
  const words = messages(languageOf(options, content.config));
  const plan = planRows(table, { kind, columns, product, graph: buildGraph(content, options.now) }, words);
  io.progress(words.cli.checking);
  const { good, rejected } = judge(plan.fresh, kind, columns, among, words);
  io.progress('');
  const refused = [...plan.rejected, ...rejected].sort((a, b) => a.row.line - b.row.line);

  io.out(`${describe(columns, kind, words)}\n`);
  list(plan.kept, ({ line, path, fields, id }) => `${file}:${line}: ${words.csv.kept(path, fields, id)}`, words, io);
  list(refused, ({ line, column, reason }) => `${file}:${line}:${column}: ${reason}`, words, io);
  const files = 'csv' in kinds[kind] ? rowsFile(good, kind, file, among) : pagesOf(good, kind);
  for (const { path, sample } of dryRun ? files.slice(0, mostShown) : []) {
    io.out(`\n==> ${inertLine(`${folderPrefix(folder)}${path}`)} <==\n${inertShown(sample)}\n`);
  }
  // The reasons first: where they cannot be written, nothing is.
  const beside = dryRun || refused.length === 0 ? undefined : writeRejects(file, rejectsText(table, refused, words));
  let written = good.length;
  let kept = plan.kept.length;
  for (const { path, text, replaces } of dryRun ? [] : files) {
    if (replaces) replaceText(folder, path, text);
    else if (writeNew(folder, path, text, false, () => false) === 'different') {
      written -= 1;
      kept += 1;
      io.err(`${words.csv.kept(`${folderPrefix(folder)}${path}`, [])}\n`);
    }
  }
  const target = ('csv' in kinds[kind] && files[0]?.path) || `${place}/`;
  const counts = { written, same: plan.same, kept, rejected: refused.length };
  io.out(`${words.csv.done(kind, counts, folderPrefix(folder) + target, beside, dryRun)}\n`);
  if (beside !== undefined && isCommittable(beside)) io.err(`${words.csv.personal(beside)}\n`);
  return refused.length > 0 ? 1 : 0;
}

/** A file to write, below the content folder; one that `replaces` holds all that the file before it held. */
interface Output {
  readonly path: string;
  readonly text: string;
  /** What is new in it, or some of that. */
  readonly sample: string;
  readonly replaces?: true;
}

function tableOf(file: string): Table {
  const bytes = bytesOf(file);
  // What .xlsx (a ZIP archive) and .xls (OLE2) begin with.
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (['504b0304', 'd0cf11e0'].includes(start)) throw new UsageError((said) => said.csv.workbook(file));
  const table = readTable(bytes);
  if ('rule' in table) throw new UsageError((said) => `${file}:1:1: ${messageOf(table, said)}`);
  if ('encoding' in table) throw new UsageError((said) => said.csv.encoding(file, table.encoding));
  const { slip } = table.header;
  if (slip) {
    const { line, column } = table.header.spots()[slip.column] ?? { line: 1, column: 1 };
    const finding: Finding = { rule: 'csv-syntax', args: { detail: slip.what } };
    throw new UsageError((said) => `${file}:${line}:${column}: ${messageOf(finding, said)}`);
  }
  if (table.rows.length === 0) throw new UsageError((said) => said.csv.noRows(file));
  return table;
}

function pagesOf(planned: readonly Planned[], kind: CsvKind): Output[] {
  return planned.map(({ id, raw, body }) => {
    const text = pageText(raw, body);
    return { path: pagePath(kind, id), text, sample: text };
  });
}

/** The one CSV file of a kind whose entries are rows: named as the imported one, with what it held before. */
function rowsFile(planned: readonly Planned[], kind: CsvKind, file: string, { source, content }: Among): Output[] {
  if (planned.length === 0) return [];
  const path = rowsPath(kind, file);
  const shown = folderPrefix(source.folder) + path;
  const old = source.files.find((one) => one.path === path);
  const broken = content.problems.find((problem) => problem.path === shown && /^(csv|file|yaml)-/.test(problem.rule));
  if (old && (broken || !(old.content instanceof Uint8Array) || isLocatedText(decode(old)))) {
    const place = broken ? `${broken.path}:${broken.line}:${broken.column}` : shown;
    throw new UsageError((said) => said.csv.brokenTarget(place, broken ? messageOf(broken, said) : ''));
  }
  const before = old ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(old.content as Uint8Array) : '';
  const used = fileColumns(planned, kind);
  const added = (to: string, some: readonly Planned[]) =>
    withRows(to, used, (columns) => some.map(({ id, raw }) => rowCells(id, raw, columns)));
  const text = added(before, planned);
  const limit = sizeLimit(path);
  if (Buffer.byteLength(text) > limit) throw new UsageError((said) => said.csv.tooLarge(shown, limit));
  return [{ path, text, sample: added('', planned.slice(0, mostShown)), ...(old && { replaces: true as const }) }];
}

function isLocatedText(text: ReturnType<typeof decode>): boolean {
  return typeof text !== 'string' && isLocated(text);
}

function rowsPath(kind: CsvKind, file: string): string {
  const { folder } = kinds[kind];
  const name = slug(bareName(file).toLowerCase()).slice(0, 60);
  const path = `${folder}/${name}.csv`;
  return name === '' || checkName(path) ? `${folder}/${folder}.csv` : path;
}

/** The name of a file without its ending; of rejected rows that of the file which they come from. */
function bareName(file: string): string {
  return basename(file)
    .replace(/\.[^.]*$/, '')
    .replace(/\.rejected(-\d+)?$/, '');
}

/** Writes the rejected rows beside the file that they come from, over nothing: under the first name that is free. */
function writeRejects(file: string, text: string): string {
  for (let n = 1; ; n++) {
    const name = `${bareName(file)}.rejected${n === 1 ? '' : `-${n}`}.csv`;
    if (writeNew(dirname(file), name, text, false, (there) => there === text) !== 'different') {
      return join(dirname(file), name);
    }
  }
}

/** Which columns were taken for what, and which were not. */
function describe({ taken, left }: Columns, kind: CsvKind, { csv }: Messages): string {
  const pairs = taken.map(({ name, at, target }) => [name || String(at + 1), target] as const);
  const others = left.map((name) => (typeof name === 'number' ? csv.unnamed(name) : name));
  const lines = [csv.taken(pairs), ...(others.length > 0 ? [csv.left(others, !('csv' in kinds[kind]))] : [])];
  return lines.map(inertLine).join('\n');
}

function list<T>(items: readonly T[], say: (item: T) => string, words: Messages, io: Io): void {
  for (const item of items.slice(0, mostListed)) io.err(`${inertLine(say(item))}\n`);
  if (items.length > mostListed) io.err(`${words.csv.more(items.length - mostListed)}\n`);
}

/** What a file will hold, as a terminal may show it; of a long one the first lines. */
function inertShown(text: string): string {
  const lines = text.trimEnd().split('\n');
  return [...lines.slice(0, 20), ...(lines.length > 20 ? ['…'] : [])].map((line) => `${inertLine(line)}\n`).join('');
}

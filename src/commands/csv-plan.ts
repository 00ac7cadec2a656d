/** The rows of a table → what there is to write, what is there already, and what cannot be taken, and why. */

import type { Config } from '../config.ts';
import { entriesOf, find, foldId, type Graph } from '../graph/graph.ts';
import type { Messages } from '../i18n/index.ts';
import { cellValue, withoutControls } from '../load/cells.ts';
import { type CsvRecord, spotOf } from '../load/csv.ts';
import type { AnyEntry } from '../load/entry.ts';
import { idFor } from '../load/file-names.ts';
import { isCsv } from '../load/limits.ts';
import { asMarkdown, withoutEscapes } from '../load/plain-text.ts';
import { dividersOf } from '../load/sections.ts';
import { isUnreadable, type Table } from '../load/table.ts';
import type { Finding } from '../problem.ts';
import { kinds } from '../schema/index.ts';
import { nested } from '../schema/paths.ts';
import { type RawMap, type RawValue, readFields } from '../schema/read-fields.ts';
import { type Column, type Columns, targetsOfKind } from './csv-columns.ts';
import type { CsvKind } from './csv-kinds.ts';
import { isActive } from './csv-text.ts';
import { messageOf } from './report.ts';

/** An entry that a row becomes. */
export interface Planned {
  readonly row: CsvRecord;
  readonly id: string;
  readonly raw: RawMap;
  /** Markdown. */
  readonly body: string;
}

export interface Rejected {
  readonly row: CsvRecord;
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

/** A row whose entry is there and says something else. */
interface Kept {
  readonly line: number;
  readonly path: string;
  readonly fields: readonly string[];
  /** Of a file with several. */
  readonly id?: string;
}

export interface Plan {
  readonly fresh: readonly Planned[];
  readonly same: number;
  readonly kept: readonly Kept[];
  readonly rejected: readonly Rejected[];
}

/** What rows are read by. */
export interface Reading {
  readonly kind: CsvKind;
  readonly columns: Columns;
  /** The product of rows that name none. */
  readonly product: string | undefined;
  /** What is there already. */
  readonly graph: Graph;
}

/**
 * Plans the rows of a table. A row is the same when the entry of its id says all that the row says; what people added
 * since makes no difference. Nothing is written here.
 */
export function planRows(table: Table, reading: Reading, words: Messages): Plan {
  const { kind, columns, graph } = reading;
  const plan = { fresh: [] as Planned[], same: 0, kept: [] as Kept[], rejected: [] as Rejected[] };
  const unusable = new Map(graph.unusable.map((entry) => [`${entry.kind}:${foldId(entry.id)}`, entry]));
  const seen = new Map<string, number>();
  const accounts = accountsByName(graph);
  for (const row of table.rows) {
    const reject = (reason: string, at?: number) => {
      plan.rejected.push({ row, ...spotOf(row, at ?? -1), reason });
    };
    const at = columns.taken.find(({ target }) => target === 'id')?.at ?? -1;
    const id = idIn(row.cells[at] ?? '');
    const before = id === undefined ? undefined : seen.get(foldId(id));
    // A row that is rejected has its id too: once it is mended, it would find another in its place.
    if (id !== undefined && before === undefined) seen.set(foldId(id), row.number);
    const broken = brokenBy(row, table, words);
    if (broken) {
      reject(broken.reason, broken.at);
      continue;
    }
    if (id === undefined) {
      reject(words.csv.noId, at);
      continue;
    }
    if (before !== undefined) {
      reject(words.csv.sameId(row.cells[at] ?? '', before), at);
      continue;
    }
    const active = 'csv' in kinds[kind] && columns.taken.find((column) => isActive(row.cells[column.at] ?? ''));
    if (active) {
      reject(inColumn(active, words.csv.active, words), active.at);
      continue;
    }
    const { raw, body } = readRow(row, reading, accounts);
    const there = find(graph, kind, id) ?? unusable.get(`${kind}:${foldId(id)}`);
    if (!there) {
      plan.fresh.push({ row, id, raw, body });
      continue;
    }
    const findings: Finding[] = [];
    const values = readFields(kinds[kind].fields, raw, (finding) => findings.push(finding));
    const fields = differences(there as AnyEntry, raw, values, body);
    if (findings.length > 0) plan.rejected.push({ row, ...whyNot(row, findings, columns, words) });
    else if (fields.length === 0) plan.same += 1;
    else plan.kept.push({ line: row.line, path: there.path, fields, ...(isCsv(there.path) && { id: there.id }) });
  }
  return plan;
}

/** A rejection for findings about the fields of a row: the place of the first and the words of all. */
export function whyNot(
  row: CsvRecord,
  findings: readonly Finding[],
  { taken }: Columns,
  words: Messages,
): Pick<Rejected, 'line' | 'column' | 'reason'> {
  const reasons = findings.slice(0, 3).map((finding) => {
    const field = 'field' in finding.args ? finding.args.field.replace(/\[\d+\]/g, '') : '';
    const column = taken.find(({ target }) => target === field);
    const said = messageOf(finding, words);
    return { at: column?.at, said: column ? inColumn(column, said, words) : said };
  });
  return { ...spotOf(row, reasons[0]?.at ?? -1), reason: reasons.map(({ said }) => said).join(' ') };
}

function inColumn({ name, at }: Column, reason: string, words: Messages): string {
  return words.csv.inColumn(name || String(at + 1), reason);
}

/** What keeps a row from being read at all. */
function brokenBy(row: CsvRecord, table: Table, words: Messages): { reason: string; at?: number } | undefined {
  const say = (detail: string) => messageOf({ rule: 'csv-syntax', args: { detail } }, words);
  if (row.slip) return { reason: say(row.slip.what), at: row.slip.column };
  const width = table.header.cells.length;
  const extra = row.cells.findIndex((cell, at) => at >= width && cell !== '');
  if (extra >= 0) return { reason: say('cells'), at: extra };
  return isUnreadable(row, table.damaged) ? { reason: words.csv.unreadable } : undefined;
}

function readRow(
  row: CsvRecord,
  { kind, columns, product, graph }: Reading,
  accounts: AccountNames,
): { raw: RawMap; body: string } {
  const targets = targetsOfKind(kind);
  const values = new Map<string, RawValue>();
  const texts: string[] = [];
  for (const { at, name, target } of columns.taken) {
    const cell = written(row.cells[at] ?? '');
    const field = targets.get(target);
    if (!field || target === 'id' || (cell === '' && !field.required)) continue;
    if (target === 'body')
      texts.push(`${texts.length === 0 ? '' : `**${bare(name)}**: `}${bodyOf(cell, graph.config)}`);
    else {
      const known = field.type === 'ref' && field.kinds.includes('account') ? accountOf(cell, graph, accounts) : cell;
      const value = cellValue(field, target, known, graph.config);
      const before = values.get(target);
      values.set(target, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value);
    }
  }
  if (product !== undefined && !values.has('products')) values.set('products', [product]);
  return { raw: nested(kinds[kind].fields, values), body: texts.join('\n\n') };
}

/** Our id for the one in a cell. */
function idIn(cell: string): string | undefined {
  const text = written(cell);
  return text === '' ? undefined : idFor(text);
}

/** What a cell says: people write dashes where there is nothing to write. */
function written(cell: string): string {
  const text = withoutControls(cell);
  return /^[-\u2010-\u2015\u2212\u30fc\uff0d]+$/.test(text) ? '' : text;
}

/** A text as Markdown, none of whose lines is taken for a heading that says who reads what. */
function bodyOf(text: string, config: Config): string {
  const lines = asMarkdown(text).split('\n');
  for (const { line, end } of dividersOf(lines.join('\n'), config)) {
    const whole = lines[line] as string;
    lines[line] = end === line ? whole.replace('【', '&#12304;') : whole.replace(/ *$/, '&#32;$&');
  }
  return lines.join('\n');
}

/** A column's name as Markdown shows it. */
function bare(name: string): string {
  return withoutControls(name)
    .replace(/\s/g, ' ')
    .replace(/[\\`*_[\]<&!]/g, '\\$&');
}

/** The fields of a row that its entry does not have so. */
function differences(there: AnyEntry, raw: RawMap, values: Record<string, unknown>, body: string): string[] {
  const fields: Record<string, unknown> = there.fields;
  const other = Object.keys(raw).filter((name) => !says(fields[name], values[name]));
  const lines = (text: string) => text.split('\n').map((line) => line.trimEnd());
  const plain = (text: string) => lines(withoutEscapes(text)).join('\n').trim();
  return plain(there.body).includes(plain(body)) ? other : [...other, 'body'];
}

/** Whether a value holds all that another says: more items and more fields are no contradiction. */
function says(there: unknown, said: unknown): boolean {
  if (typeof said !== 'object' || said === null) return there === said;
  if (typeof there !== 'object' || there === null) return false;
  if (Array.isArray(said)) return Array.isArray(there) && said.every((item) => there.some((one) => says(one, item)));
  return Object.entries(said).every(([name, value]) => says((there as Record<string, unknown>)[name], value));
}

/** The ids of the accounts by their names, without what tells no company from another. */
type AccountNames = ReadonlyMap<string, readonly string[]>;

function accountsByName(graph: Graph): AccountNames {
  const names = new Map<string, string[]>();
  for (const { id, fields } of entriesOf(graph, 'account')) {
    const name = nameKey(fields.title);
    names.set(name, [...(names.get(name) ?? []), id]);
  }
  return names;
}

/** The id of the account that somebody meant: by our id, by theirs, or by the one company of that name. */
function accountOf(cell: string, graph: Graph, names: AccountNames): string {
  for (const id of [cell, idFor(cell)]) {
    const found = find(graph, 'account', id);
    if (found) return found.id;
  }
  const [only, ...others] = names.get(nameKey(cell)) ?? [];
  return only !== undefined && others.length === 0 ? only : cell;
}

function nameKey(name: string): string {
  const whole = name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  return whole.replace(/^(株式会社|有限会社|\(株\)|\(有\))|(株式会社|有限会社|\(株\)|\(有\)|様|御中)$/g, '') || whole;
}

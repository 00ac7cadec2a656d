/** CSV → rows with the place of every cell. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Finding } from '../problem.ts';
import type { Shape } from '../schema/fields.ts';
import { unknownField } from '../schema/read-fields.ts';
import type { CellPlace } from './entry.ts';

export interface Row {
  readonly cells: { readonly [column: string]: string };
  /** The line of the file on which the row begins. */
  readonly line: number;
  readonly placeOf: CellPlace;
}

interface Spot {
  readonly line: number;
  readonly column: number;
}

type Report = (spot: Spot, finding: Finding) => void;

const top: Spot = { line: 1, column: 1 };

/**
 * Reads CSV with a header line (RFC 4180), its columns the fields of a shape. Rows may be shorter than the header and
 * empty ones are passed over. What keeps all rows from being read is reported once, and there are no rows then.
 */
export function readRows(text: string, shape: Shape, needed: readonly string[], report: Report): readonly Row[] {
  const { starts, open } = recordStarts(text);
  const spotsOf = (index: number) => scanRecord(text, starts[index] ?? { offset: 0, line: 1 }).spots;
  const records = readRecords(text, starts, open, report);
  const first = records?.findIndex(hasText) ?? -1;
  if (!records) return [];
  const header = records[first];
  if (!header) {
    report(top, { rule: 'file-empty', args: {} });
    return [];
  }
  if (!isHeader(header, spotsOf(first), shape, needed, report)) return [];
  const columns = new Map(
    [...header.entries()].flatMap(([column, name]) => (isKnown(name, shape, needed) ? [[name, column] as const] : [])),
  );
  const rows: Row[] = [];
  for (const [index, record] of records.entries()) {
    if (index <= first || !hasText(record)) continue;
    const extra = record.findIndex((cell, column) => column >= header.length && cell !== '');
    if (extra >= 0) {
      report(spotsOf(index)[extra] ?? top, { rule: 'csv-syntax', args: { detail: 'cells' } });
      continue;
    }
    const cells = [...columns].flatMap(([name, column]) =>
      column in record ? [[name, record[column] as string]] : [],
    );
    const placeOf: CellPlace = (name) => spotsOf(index)[columns.get(name) ?? -1];
    rows.push({ cells: Object.fromEntries(cells), line: starts[index]?.line ?? 1, placeOf });
  }
  return rows;
}

function readRecords(
  text: string,
  starts: readonly Start[],
  open: Spot | undefined,
  report: Report,
): string[][] | undefined {
  try {
    return parse(text, { relax_column_count: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const start = starts.findLast(({ line }) => line <= Number(error.lines));
    const spots = start ? scanRecord(text, start).spots : [];
    const spot = open ?? spots[Number(error.column)] ?? spots[0] ?? top;
    report(spot, { rule: 'csv-syntax', args: { detail: open ? 'open' : 'quote' } });
    return undefined;
  }
}

/** Reports what is wrong with the header. Whether the rows below it can be read all the same. */
function isHeader(
  header: readonly string[],
  spots: readonly Spot[],
  shape: Shape,
  needed: readonly string[],
  report: Report,
): boolean {
  const spotOf = (column: number) => spots[column] ?? top;
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.includes('id')) {
    report(spotOf(0), { rule: 'csv-id', args: {} });
    return false;
  }
  for (const [column, name] of header.entries()) {
    if (name === '') continue;
    if (!isKnown(name, shape, needed))
      report(spotOf(column), unknownField([...new Set([...needed, ...Object.keys(shape)])], name));
    else if (header.indexOf(name) < column) {
      report(spotOf(column), { rule: 'yaml-syntax', args: { reason: 'duplicate-key', detail: name } });
    }
  }
  for (const name of missing) {
    report(spotOf(0), { rule: 'csv-syntax', args: { detail: name } });
  }
  return missing.length === 0;
}

function isKnown(name: string, shape: Shape, needed: readonly string[]): boolean {
  return Object.hasOwn(shape, name) || needed.includes(name);
}

function hasText(record: readonly string[]): boolean {
  return record.some((cell) => cell !== '');
}

/** Where a record begins. */
interface Start {
  readonly offset: number;
  readonly line: number;
}

/** Where each record begins, and where a quotation mark opens that nothing closes. */
function recordStarts(text: string): { starts: Start[]; open?: Spot } {
  const starts: Start[] = [];
  let open: Spot | undefined;
  for (let start: Start = { offset: 0, line: 1 }; start.offset < text.length; ) {
    const record = scanRecord(text, start);
    starts.push(start);
    open ??= record.open;
    start = record.next;
  }
  return { starts, ...(open && { open }) };
}

/** Where the cells of one record begin, and where the next record does. */
function scanRecord(text: string, start: Start): { spots: Spot[]; next: Start; open?: Spot } {
  const spots: Spot[] = [];
  let { offset: at, line } = start;
  let lineStart = at;
  let open: Spot | undefined;
  for (let more = true; more && at <= text.length; at++) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    const spot = { line, column: at - lineStart + 1 };
    spots.push(spot);
    if (text[at] === '"') {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += text[at] === '"' ? 2 : 1) {
        if (text[at] !== '\n') continue;
        line += 1;
        lineStart = at + 1;
      }
      if (at >= text.length) open = spot;
    }
    while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++;
    more = text[at] === ',';
  }
  return { spots, next: { offset: at, line: line + 1 }, ...(open && { open }) };
}

/** CSV → rows with the place of every cell. */
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

export interface Spot {
  readonly line: number;
  readonly column: number;
}

type Report = (spot: Spot, finding: Finding) => void;

/**
 * Reads CSV with a header line, its columns the fields of a shape. Rows may be shorter than the header and empty ones
 * are passed over. What is wrong with a column is reported once; without a `needed` one there are no rows.
 */
export function readRows(text: string, shape: Shape, needed: readonly string[], report: Report): readonly Row[] {
  const rows: Row[] = [];
  let header: CsvRecord | undefined;
  let columns = new Map<string, number>();
  for (const record of recordsOf(text)) {
    const { cells, line, slip } = record;
    const extra = header ? cells.findIndex((cell, at) => at >= (header as CsvRecord).cells.length && cell !== '') : -1;
    const wrong = slip ?? (extra >= 0 ? ({ what: 'cells', column: extra } as const) : undefined);
    if (wrong) report(spotOf(record, wrong.column), { rule: 'csv-syntax', args: { detail: wrong.what } });
    if (!header) {
      if (wrong || !isHeader(record, shape, needed, report)) return [];
      header = record;
      const known = [...cells.entries()].filter(([, name]) => isKnown(name, shape, needed));
      columns = new Map(known.map(([column, name]) => [name, column]));
    } else if (!wrong) {
      const named = [...columns].flatMap(([name, at]) => (at in cells ? [[name, cells[at] as string]] : []));
      rows.push({ cells: Object.fromEntries(named), line, placeOf: (name) => spotOf(record, columns.get(name) ?? -1) });
    }
  }
  if (!header) report({ line: 1, column: 1 }, { rule: 'file-empty', args: {} });
  return rows;
}

/** Reports what is wrong with the header. Whether the rows below it can be read all the same. */
function isHeader(header: CsvRecord, shape: Shape, needed: readonly string[], report: Report): boolean {
  const spots = header.spots();
  const missing = needed.filter((name) => !header.cells.includes(name));
  if (missing.includes('id')) {
    report(spotOf(header, 0), { rule: 'csv-id', args: {} });
    return false;
  }
  const seen = new Set<string>();
  const known = [...new Set([...needed, ...Object.keys(shape)])];
  for (const [column, name] of header.cells.entries()) {
    const spot = spots[column] as Spot;
    if (name === '') continue;
    if (!isKnown(name, shape, needed)) report(spot, unknownField(known, name));
    else if (seen.has(name)) report(spot, { rule: 'yaml-syntax', args: { reason: 'duplicate-key', detail: name } });
    seen.add(name);
  }
  for (const name of missing) report(spotOf(header, 0), { rule: 'csv-syntax', args: { detail: name } });
  return missing.length === 0;
}

function isKnown(name: string, shape: Shape, needed: readonly string[]): boolean {
  return Object.hasOwn(shape, name) || needed.includes(name);
}

export interface CsvRecord {
  /** Without quotation marks and the white space around them. */
  readonly cells: readonly string[];
  /** What is wrong with its quotation marks: one that nothing closes, or text outside of them. */
  readonly slip?: { readonly what: 'open' | 'quote'; readonly column: number };
  readonly line: number;
  /** Its row in a spreadsheet, from 1: a cell may hold several lines. */
  readonly number: number;
  /** Where its cells begin. Only what has a problem needs to know. */
  readonly spots: () => readonly Spot[];
  /** As written. */
  readonly source: () => string;
}

/** Where a cell begins, counted from 0; where there is none, the record. */
export function spotOf(record: CsvRecord, column: number): Spot {
  return record.spots()[column] ?? { line: record.line, column: 1 };
}

/** The records that hold anything, the first of the text being row `first`. Lines of the text end in `\n`. */
export function* recordsOf(text: string, delimiter = ',', first = 1): Generator<CsvRecord> {
  for (let offset = 0, line = 1, number = first; offset < text.length; number++) {
    const [from, top] = [offset, line];
    const { cells, slip, end, lines } = scanRecord(text, from, delimiter);
    const spots = (): Spot[] => {
      const found: Spot[] = [];
      scanRecord(text, from, delimiter, (row, column) => found.push({ line: top + row, column }));
      return found;
    };
    const source = () => text.slice(from, end).trimEnd();
    if (slip || cells.some((cell) => cell !== '')) yield { cells, line, number, spots, source, ...(slip && { slip }) };
    offset = end;
    line += lines;
  }
}

/** Reads the record (RFC 4180) at an offset. `visit` is told the row, from 0, and the column, from 1, of each cell. */
function scanRecord(text: string, offset: number, delimiter: string, visit?: (row: number, column: number) => void) {
  const cells: string[] = [];
  let slip: CsvRecord['slip'];
  let at = offset;
  let row = 0;
  let lineStart = offset;
  for (let more = true; more && at <= text.length; at++) {
    while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at++;
    visit?.(row, at - lineStart + 1);
    const from = at;
    let quoted: string | undefined;
    if (text[at] === '"') {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += text[at] === '"' ? 2 : 1) {
        if (text[at] !== '\n') continue;
        row += 1;
        lineStart = at + 1;
      }
      if (at >= text.length) slip ??= { what: 'open', column: cells.length };
      quoted = text.slice(from + 1, at++).replaceAll('""', '"');
    }
    const rest = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
    const plain = text.slice(rest, at).trim();
    if (quoted === undefined ? plain.includes('"') : plain !== '') slip ??= { what: 'quote', column: cells.length };
    cells.push(quoted?.trim() ?? plain);
    more = text[at] === delimiter;
  }
  return { cells, slip, end: at, lines: row + 1 };
}

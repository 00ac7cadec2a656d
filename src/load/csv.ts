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

interface Spot {
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
  let columns: Map<string, number> | undefined;
  let width = 0;
  for (let at: Start = { offset: 0, line: 1 }; at.offset < text.length; ) {
    const start = at;
    const beginning = { line: start.line, column: 1 };
    const { cells, slip, next } = scanRecord(text, start);
    at = next;
    if (cells.every((cell) => cell === '') && !slip) continue;
    const extra = columns ? cells.findIndex((cell, column) => column >= width && cell !== '') : -1;
    const wrong = slip ?? (extra >= 0 ? ({ what: 'cells', column: extra } as const) : undefined);
    if (wrong) {
      report(spotsOf(text, start)[wrong.column] ?? beginning, { rule: 'csv-syntax', args: { detail: wrong.what } });
      if (!columns) return [];
    } else if (columns) {
      const known = columns;
      const named = [...known].flatMap(([name, column]) => (column in cells ? [[name, cells[column] as string]] : []));
      const placeOf: CellPlace = (name) => spotsOf(text, start)[known.get(name) ?? -1] ?? beginning;
      rows.push({ cells: Object.fromEntries(named), line: start.line, placeOf });
    } else {
      const header = cells;
      width = header.length;
      if (!isHeader(header, spotsOf(text, start), shape, needed, report)) return [];
      const wanted = [...header.entries()].filter(([, name]) => isKnown(name, shape, needed));
      columns = new Map(wanted.map(([column, name]) => [name, column]));
    }
  }
  if (!columns) report({ line: 1, column: 1 }, { rule: 'file-empty', args: {} });
  return rows;
}

/** Reports what is wrong with the header. Whether the rows below it can be read all the same. */
function isHeader(
  header: readonly string[],
  spots: readonly Spot[],
  shape: Shape,
  needed: readonly string[],
  report: Report,
): boolean {
  const spot = (column: number) => spots[column] ?? { line: 1, column: 1 };
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.includes('id')) {
    report(spot(0), { rule: 'csv-id', args: {} });
    return false;
  }
  const seen = new Set<string>();
  const known = [...new Set([...needed, ...Object.keys(shape)])];
  for (const [column, name] of header.entries()) {
    if (name === '') continue;
    if (!isKnown(name, shape, needed)) report(spot(column), unknownField(known, name));
    else if (seen.has(name)) {
      report(spot(column), { rule: 'yaml-syntax', args: { reason: 'duplicate-key', detail: name } });
    }
    seen.add(name);
  }
  for (const name of missing) report(spot(0), { rule: 'csv-syntax', args: { detail: name } });
  return missing.length === 0;
}

function isKnown(name: string, shape: Shape, needed: readonly string[]): boolean {
  return Object.hasOwn(shape, name) || needed.includes(name);
}

/** Where a record begins. */
interface Start {
  readonly offset: number;
  readonly line: number;
}

interface CsvRecord {
  /** Without quotation marks and the white space around them. */
  readonly cells: readonly string[];
  /** What is wrong with its quotation marks: one that nothing closes, or text outside of them. */
  readonly slip?: { readonly what: 'open' | 'quote'; readonly column: number };
  readonly next: Start;
}

/** Reads one record (RFC 4180). `visit` is told where each cell begins. */
function scanRecord(text: string, start: Start, visit?: (spot: Spot) => void): CsvRecord {
  const cells: string[] = [];
  let { offset: at, line } = start;
  let lineStart = at;
  let slip: CsvRecord['slip'];
  for (let more = true; more && at <= text.length; at++) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    visit?.({ line, column: at - lineStart + 1 });
    const from = at;
    let quoted: string | undefined;
    if (text[at] === '"') {
      for (at++; at < text.length && (text[at] !== '"' || text[at + 1] === '"'); at += text[at] === '"' ? 2 : 1) {
        if (text[at] !== '\n') continue;
        line += 1;
        lineStart = at + 1;
      }
      if (at >= text.length) slip ??= { what: 'open', column: cells.length };
      quoted = text.slice(from + 1, at++).replaceAll('""', '"');
    }
    const rest = at;
    while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++;
    const plain = text.slice(rest, at).trim();
    if (quoted === undefined ? plain.includes('"') : plain !== '') slip ??= { what: 'quote', column: cells.length };
    cells.push(quoted?.trim() ?? plain);
    more = text[at] === ',';
  }
  return { cells, next: { offset: at, line: line + 1 }, ...(slip && { slip }) };
}

function spotsOf(text: string, start: Start): Spot[] {
  const spots: Spot[] = [];
  scanRecord(text, start, (spot) => spots.push(spot));
  return spots;
}

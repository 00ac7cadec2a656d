/** CSV → rows with the place of every cell. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Located } from './front-matter.ts';

export interface Row {
  readonly cells: { readonly [column: string]: string };
  /** The line of the file on which the row begins. */
  readonly line: number;
  /** The column of that line at which a cell begins; cells behind a quoted line break count on from it. */
  readonly columns: { readonly [column: string]: number };
}

/** Reads CSV with a header line (RFC 4180; rows may be shorter than the header), or says where it breaks. */
export function readCsv(text: string): readonly Row[] | Located {
  try {
    const records = parse(text, {
      columns: true,
      info: true,
      raw: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count_less: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number }; raw: string }[];
    return records.map(({ record, info, raw }) => ({
      cells: record,
      line: info.lines - raw.trimEnd().split('\n').length + 1,
      columns: columnsOf(Object.keys(record), raw),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { line, column: 1, finding: { rule: 'csv-syntax', args: { detail: error.message } } };
  }
}

function columnsOf(names: readonly string[], raw: string): Record<string, number> {
  const columns: Record<string, number> = {};
  let at = 0;
  for (const name of names) {
    columns[name] = at + 1;
    for (let quoted = false; at < raw.length && (quoted || raw[at] !== ','); at++)
      if (raw[at] === '"') quoted = !quoted;
    at += 1;
  }
  return columns;
}

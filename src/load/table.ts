/** A CSV file as other programs write it → its columns and rows. */
import type { Finding } from '../problem.ts';
import { type CsvRecord, recordsOf } from './csv.ts';
import { decodeForeign, type Foreign } from './decode-foreign.ts';

export interface Table {
  readonly header: CsvRecord;
  readonly rows: readonly CsvRecord[];
  /** Whether some bytes were no characters, which are U+FFFD now. */
  readonly damaged: boolean;
}

/**
 * Reads CSV in UTF-8, UTF-16 (Excel's “Unicode text”) or Shift_JIS, with commas, tabs or semicolons. The lines of its
 * places are those of the file. Gives a finding for what holds no table at all, and the encoding if it is another.
 */
export function readTable(bytes: Uint8Array): Table | Finding | Foreign {
  const decoded = decodeForeign(bytes);
  if ('encoding' in decoded) return decoded;
  const { text, damaged } = decoded;
  // Excel's own way to say how the cells are divided; as an empty line it leaves the places true.
  const said = /^sep=([,;\t])[,;\t]*(?=\n)/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  if (body.trim() === '') return { rule: 'file-empty', args: {} };
  const [header, ...rows] = recordsOf(body, said?.[1] ?? delimiterIn(body), said ? 0 : 1);
  if (!header || isUnreadable(header, damaged)) {
    return { rule: 'file-encoding', args: { what: text.includes('\0') ? 'nul' : 'not-utf8' } };
  }
  return { header, rows, damaged };
}

/** Whether a record holds what is no text. */
export function isUnreadable(record: CsvRecord, damaged: boolean): boolean {
  return record.cells.some((cell) => cell.includes('\0') || (damaged && cell.includes('\ufffd')));
}

/** The one of the usual delimiters that stands most often in the first line, outside quotation marks. */
function delimiterIn(text: string): string {
  const line = /\S[^\n]*/.exec(text)?.[0] ?? '';
  const plain = line.replace(/"[^"]*"/g, '');
  const count = (mark: string) => plain.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

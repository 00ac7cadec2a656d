/** A CSV file as other programs write it → its columns and rows. */
import type { Finding } from '../problem.ts';
import { type CsvRecord, recordsOf } from './csv.ts';

export interface Table {
  readonly header: CsvRecord;
  readonly rows: readonly CsvRecord[];
  /** Whether some bytes were no characters, which are U+FFFD now. */
  readonly damaged: boolean;
}

/**
 * Reads CSV in UTF-8, UTF-16 (Excel's “Unicode text”) or Shift_JIS, with commas, tabs or semicolons. The lines of its
 * places are those of the file. Gives a finding for what holds no table at all.
 */
export function readTable(bytes: Uint8Array): Table | Finding {
  const { text, damaged } = decodeForeign(bytes);
  // Excel's own way to say how the cells are divided; as an empty line it leaves the places true.
  const said = /^sep=([,;\t])[,;\t]*(?=\n)/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  if (body.trim() === '') return { rule: 'file-empty', args: {} };
  const [header, ...rows] = recordsOf(body, said?.[1] ?? delimiterIn(body));
  if (!header || isUnreadable(header, damaged)) return { rule: 'file-encoding', args: { what: 'nul' } };
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

/**
 * The text of bytes, with lines that end in `\n` alone. What is neither marked nor valid UTF-8 is Shift_JIS with the
 * characters of Windows (code page 932), as `TextDecoder` reads it by the Encoding Standard; unless most of its other
 * characters are valid UTF-8, which Japanese in Shift_JIS never is.
 */
function decodeForeign(bytes: Uint8Array): { text: string; damaged: boolean } {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  const unicode = new TextDecoder(marked ?? 'utf-8').decode(bytes);
  let text = unicode;
  let damaged = !isValid(marked ?? 'utf-8', bytes);
  if (damaged && marked === undefined) {
    const bad = unicode.split('\ufffd').length - 1;
    const good = unicode.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
    if (good <= bad) {
      text = new TextDecoder('shift_jis').decode(bytes);
      damaged = !isValid('shift_jis', bytes);
    }
  }
  return { text: text.replace(/\r\n?/g, '\n'), damaged };
}

function isValid(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

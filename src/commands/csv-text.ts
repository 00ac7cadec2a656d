/** Planned entries → the text of their files, and CSV that a spreadsheet program opens safely. */
import { dump, FAILSAFE_SCHEMA } from 'js-yaml';
import { recordsOf } from '../load/csv.ts';
import type { RawMap } from '../schema/read-fields.ts';

/** A page with its fields in the order given. Whatever they hold is text to whoever reads the page. */
export function pageText(raw: RawMap, body: string): string {
  const yaml = dump(raw, { schema: FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true });
  return `---\n${yaml}---\n${body === '' ? '' : `\n${body}\n`}`;
}

/** A line of CSV, without its end. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",;\t\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** The cells of a row as a CSV file of ours has them. */
export function rowCells(id: string, raw: RawMap, columns: readonly string[]): string[] {
  return columns.map((column) => {
    const value = column === 'id' ? id : Object.hasOwn(raw, column) ? raw[column] : '';
    return typeof value === 'string' ? value : Array.isArray(value) ? value.join(';') : '';
  });
}

/**
 * What begins a formula, for Excel in Japanese in full width too (https://owasp.org/www-community/attacks/CSV_Injection).
 * Numbers with a sign are numbers.
 */
const formula = /^'*(?:[=@＝＠]|[+\-＋－](?![\d.,]*$))/;

/** A cell that a spreadsheet program shows and does not calculate. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Whether a spreadsheet program would run something: guards are no part of content, and such a cell says nothing. */
export function isActive(cell: string): boolean {
  return /^[=＝]|^[+\-@＋－＠]\S*[(|!]/.test(cell);
}

/**
 * The text of a CSV file with rows added at its end, and columns where they need some that it lacks; all that was there
 * stays as it was. `rows` gets the columns of the file.
 */
export function withRows(
  text: string,
  columns: readonly string[],
  rows: (columns: readonly string[]) => readonly (readonly string[])[],
): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const old = text.slice(mark.length);
  const end = old.includes('\r\n') ? '\r\n' : '\n';
  const [header] = recordsOf(old);
  const there = header?.cells ?? [];
  const missing = columns.filter((column) => !there.includes(column));
  const first = header?.source() ?? '';
  const top = [first, csvLine(missing)].filter((part) => part !== '').join(',');
  const at = old.indexOf(first) + first.length;
  const rest = old.slice(at).replace(/(?<![\r\n])[\r\n]+$/, '');
  const added = rows([...there, ...missing]).map(csvLine);
  return mark + [old.slice(0, old.indexOf(first)) + top + rest, ...added].join(end) + end;
}

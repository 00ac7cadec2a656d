/** Rows that were not taken → a CSV file that people mend and import again. */
import { locales } from '../config.ts';
import { type Messages, messages } from '../i18n/index.ts';
import type { Table } from '../load/table.ts';
import type { Rejected } from './csv-plan.ts';
import { csvLine, guarded, unguarded } from './csv-text.ts';

/**
 * The columns of the table, the number that a row had, and the reason; in UTF-8 with a mark and Windows' line ends, so
 * that Excel opens it, and with nothing in it that Excel would calculate. A row whose quotation marks are wrong stands
 * in the first column as it was written.
 */
export function rejectsText({ header }: Table, rejected: readonly Rejected[], { csv }: Messages): string {
  const width = header.cells.length;
  const rows = rejected.map(({ row, reason }) => {
    const cells = row.slip ? [row.source()] : row.cells.slice(0, width);
    const rest = row.slip ? [] : row.cells.slice(width).filter((cell) => cell !== '');
    return [...cells, ...Array<string>(width - cells.length).fill(''), String(row.number), [reason, ...rest].join(' ')];
  });
  const lines = [[...header.cells, csv.rejects.line, csv.rejects.reason], ...rows];
  return `\ufeff${lines.map((cells) => `${csvLine(cells.map(guarded))}\r\n`).join('')}`;
}

/** The table as it was before its rows were rejected, if they were. */
export function withoutReasons(table: Table): Table {
  const { header } = table;
  const at = locales.map(messages).flatMap(({ csv }) => {
    const line = header.cells.indexOf(csv.rejects.line);
    return line >= 0 && header.cells[line + 1] === csv.rejects.reason ? [line] : [];
  })[0];
  if (at === undefined) return table;
  const plain = (cells: readonly string[]) => cells.slice(0, at).map(unguarded);
  const rows = table.rows.map((row) => ({ ...row, cells: plain(row.cells) }));
  return { ...table, header: { ...header, cells: plain(header.cells) }, rows };
}

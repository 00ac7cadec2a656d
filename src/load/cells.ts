/** A cell of somebody else's table → the value of a field, as text. What is not surely meant stays as it is. */
import { type Config, locales } from '../config.ts';
import { byLabel } from '../i18n/by-label.ts';
import { messages } from '../i18n/index.ts';
import type { Field } from '../schema/fields.ts';
import { guards } from '../schema/index.ts';
import type { RawValue } from '../schema/read-fields.ts';
import { lenientNumber, lenientValue } from './lenient.ts';

/**
 * Writes a cell as its field wants it, for our own reader to take or to report: days and numbers as people write them,
 * ids for labels in either language, several values divided by `;`, a comma, `、` or a line break. Fields that keep
 * something from somebody take no labels: what “public” means elsewhere nobody here knows.
 */
export function cellValue(field: Field, name: string, cell: string, config: Config): RawValue {
  switch (field.type) {
    case 'list': {
      const parts = linesOf(cell.replace(/[;；,，、]/g, '\n'));
      return parts.map((part) => cellValue(field.of, name, part, config));
    }
    case 'choice':
      return (guards.includes(name) ? undefined : chosen(cell, field.values.map(String))) ?? cell;
    case 'number':
      return lenientNumber(cell) ?? cell;
    case 'text':
      return field.oneLine ? linesOf(cell).join(' ') : cell;
    default:
      return lenientValue(field, cell, config, () => {}, [name]);
  }
}

function linesOf(cell: string): string[] {
  const lines = cell.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** The value that a cell names: itself in whatever case, by its label, or by another word for it. */
function chosen(cell: string, values: readonly string[]): string | undefined {
  const word = cell.normalize('NFKC').trim().toLowerCase();
  const named = values.find((value) => value === word);
  if (named !== undefined) return named;
  for (const { words } of locales.map(messages)) {
    const other = Object.hasOwn(words.alsoCalled, word) ? words.alsoCalled[word] : undefined;
    const found = byLabel(cell, words.values, values) ?? values.find((value) => value === other);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Text without characters that nobody sees and that mean nothing; those that some programs break lines with do. */
export function withoutControls(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g, '')
      .trim()
  );
}

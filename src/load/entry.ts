/** One entry: a page, or a row of a CSV file. */
import type { Place } from '../problem.ts';
import type { FieldsOf, Kind } from '../schema/index.ts';
import type { FieldPath } from '../schema/read-fields.ts';
import { locate } from './locate.ts';

export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  /** The file name without its extension, NFC; for a row, its `id` column. */
  readonly id: string;
  /** The file as the user knows it, relative to the working directory, with `/`. */
  readonly path: string;
  /** The same file relative to the content folder. */
  readonly file: string;
  readonly fields: FieldsOf<K>;
  /** Markdown. Parts that a reader may not see are blank lines, so that line numbers stay true. */
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  readonly origin: Origin;
}

/** What tells where an entry's fields stand. */
export type Origin =
  | { readonly type: 'page'; readonly yaml: string }
  | { readonly type: 'row'; readonly line: number; readonly columns: { readonly [field: string]: number } };

/** An entry of any kind, told apart by `kind`. */
export type AnyEntry = { [K in Kind]: Entry<K> }[Kind];

/** Where a field of an entry stands in its file. */
export function placeOf(
  entry: Pick<Entry, 'path' | 'origin'>,
  path: FieldPath,
  want: 'key' | 'value' = 'value',
): Place {
  if (entry.origin.type === 'page') return { path: entry.path, ...locate(entry.origin.yaml, path, want) };
  return { path: entry.path, line: entry.origin.line, column: entry.origin.columns[String(path[0])] ?? 1 };
}

/** One entry: a page, or a row of a CSV file. */
import type { Place } from '../problem.ts';
import type { FieldsOf, Kind } from '../schema/index.ts';
import type { FieldPath } from '../schema/read-fields.ts';
import { type Locate, locator } from './locate.ts';
import type { Heading } from './markdown.ts';

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
  /** The headings that divide the body, those in comments left out. */
  readonly headings: readonly Heading[];
  readonly origin: Origin;
}

/** What tells where an entry's fields stand. */
export type Origin =
  | {
      readonly type: 'page';
      readonly yaml: string;
      /** Where the fields stand, if not in YAML. */
      readonly locate?: Locate;
      /** The front matter where it is TOML. */
      readonly toml?: string;
      /** Fields that stand under another name than ours, or at a place in the body. */
      readonly elsewhere?: Elsewhere;
    }
  | { readonly type: 'row'; readonly line: number; readonly placeOf: CellPlace };

/** Our name of a field → the name that it has in the file, or its place outside the front matter. */
export type Elsewhere = ReadonlyMap<string, string | { readonly line: number; readonly column: number }>;

/** Where the cell of a row in a column begins; where there is none, the row. */
export type CellPlace = (column: string) => { readonly line: number; readonly column: number };

/** An entry of any kind, told apart by `kind`. */
export type AnyEntry = { [K in Kind]: Entry<K> }[Kind];

const locators = new WeakMap<Origin, Locate>();

/** Where a field of an entry stands in its file. */
export function placeOf(
  entry: Pick<Entry, 'path' | 'origin'>,
  path: FieldPath,
  want: 'key' | 'value' = 'value',
): Place {
  const { origin } = entry;
  if (origin.type === 'row') return { path: entry.path, ...origin.placeOf(String(path[0] ?? '')) };
  const [name, ...rest] = path;
  const other = origin.elsewhere?.get(String(name));
  if (typeof other === 'object') return { path: entry.path, ...other };
  let locate = origin.locate ?? locators.get(origin);
  if (!locate) {
    locate = locator(origin.yaml);
    locators.set(origin, locate);
  }
  return { path: entry.path, ...locate(other === undefined ? path : [other, ...rest], want) };
}

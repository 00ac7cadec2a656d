/** A place in a text, and changes of its line. Rows and columns count from 0. */

export interface Spot {
  readonly lines: readonly string[];
  readonly row: number;
  /** The line of the row. */
  readonly line: string;
  readonly at: number;
  readonly csv: boolean;
}

/** Another text at a place in a line. */
export interface Change {
  readonly at: number;
  readonly old: string;
  readonly text: string;
  /** Whether it says the same as before, so that nobody needs to be asked. */
  readonly safe: boolean;
}

/** The change that makes one line of another, no wider than it has to be; none where they are the same. */
export function rewritten(line: string, next: string, safe = false): readonly Change[] {
  if (line === next) return [];
  const shorter = Math.min(line.length, next.length);
  let at = 0;
  while (at < shorter && line[at] === next[at]) at++;
  let end = 0;
  while (end < shorter - at && line.at(-1 - end) === next.at(-1 - end)) end++;
  return [{ at, old: line.slice(at, line.length - end), text: next.slice(at, next.length - end), safe }];
}

/** Where a name stands as a key: at the spot itself, within quotation marks, or as a cell of CSV. */
export function keyAt({ line, at, csv }: Spot, name: string): number | undefined {
  const start = /^["']/.test(line.slice(at)) ? at + 1 : at;
  const end = csv ? /^["']?[ \t]*(,|$)/ : /^["']?\s*[:=]/;
  return line.startsWith(name, start) && end.test(line.slice(start + name.length)) ? start : undefined;
}

/**
 * Puts a text in the place of another that is the scalar at the spot, or the id in it: behind `kind:`, before or behind
 * `#`, before `/`. Scalars that are written in any other way (over several lines, with escapes) are left.
 */
export function inScalar({ line, at }: Spot, old: string, text: string, safe: boolean): readonly Change[] {
  const mark = /^["']/.exec(line.slice(at))?.[0] ?? '';
  const start = at + mark.length;
  const found = line.indexOf(old, start);
  if (found < 0 || !/^([a-z]+:\s*|[^#\s]+#)?$/.test(line.slice(start, found))) return [];
  const before = line.slice(start, found);
  const behind = line.slice(found + old.length);
  const whole = before === '' && (mark === '' ? /^(\s|[,\]}]|$)/.test(behind) : behind.startsWith(mark));
  if (!whole && !/^([#/]|["']|\s|[,\]}]|$)/.test(behind)) return [];
  if (mark !== '') return /["'\\]/.test(text) ? [] : [{ at: found, old, text, safe }];
  if (isPlain(before + text)) return [{ at: found, old, text, safe }];
  return whole && !/["\\]/.test(text) ? [{ at: found, old, text: `"${text}"`, safe }] : [];
}

/**
 * Puts texts in the place of the item at the spot and of its neighbours in brackets that `meantBy` knows better, so that
 * one line mends them all; nothing where it would be the one item only.
 */
export function inBrackets(
  { line, at }: Spot,
  old: string,
  text: string,
  meantBy: (item: string) => string | undefined,
): readonly Change[] {
  const start = line.lastIndexOf('[', at) + 1;
  const end = line.indexOf(']', at);
  const inner = line.slice(start, end);
  if (start === 0 || end < 0 || /["'[\]{}#]/.test(inner)) return [];
  let column = start;
  let others = 0;
  const items = inner.split(',').map((item) => {
    const own = item.trim();
    const isHere = column + item.indexOf(own) === at && own === old;
    const meant = isHere ? text : (meantBy(own) ?? own);
    if (!isHere && meant !== own) others += 1;
    column += item.length + 1;
    return item.replace(own, () => meant);
  });
  if (others === 0 || !items.every((item) => isPlain(item.trim()))) return [];
  return rewritten(line, line.slice(0, start) + items.join(',') + line.slice(end));
}

/** Whether YAML takes a text for nothing but that text, wherever it stands. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}_]([\p{L}\p{M}\p{N}_./+#: ・-]*[\p{L}\p{M}\p{N}_])?$/u.test(text) && !/: | #/.test(text);
}

/** Puts a text in the place of another that stands once in the cell at the spot. */
export function inCell({ line, at }: Spot, old: string, text: string, safe: boolean): readonly Change[] {
  const cell = /^("(?:[^"]|"")*"|[^",]*)/.exec(line.slice(at))?.[0] ?? '';
  const found = cell.indexOf(old);
  if (found < 0 || old === '' || cell.includes(old, found + 1) || /[",;\n]/.test(text)) return [];
  return [{ at: at + found, old, text, safe }];
}

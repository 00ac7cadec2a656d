/** Where a field stands in front matter. Asked only of files that have a problem. */
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import type { FieldPath } from '../schema/read-fields.ts';

/** The offsets at which a key and its value begin. */
export interface Spot {
  readonly key: number;
  readonly value: number;
}

/** Answers for one text: the line and column, from 1, of the key or the value at a path. */
export type Locate = (path: FieldPath, want: 'key' | 'value') => { line: number; column: number };

/** Reads YAML at most once, to tell where its fields are; most places are plain to see without. */
export function locator(yaml: string): Locate {
  let read: Locate | undefined;
  let looks = 0;
  return (path, want) => {
    // Looking takes as long as the text is; whoever asks often is better off with a list.
    looks += 1;
    const seen = read || looks > 3 ? undefined : placeInSight(yaml, path, want);
    if (seen) return seen;
    read ??= locateIn(yaml, collectSpots(yaml));
    return read(path, want);
  };
}

/** A field at the left edge with its value behind it, or one that is not there; `undefined` for all that may be else. */
function placeInSight(yaml: string, [name, ...rest]: FieldPath, want: 'key' | 'value') {
  if (typeof name !== 'string' || !/^\w+$/.test(name)) return undefined;
  if (!yaml.includes(name)) return yaml.includes('\\') ? undefined : { line: 1, column: 1 };
  const start = yaml.indexOf(`\n${name}: `) + 1;
  // Once only: the other might be the field, and this one part of a text.
  if (start === 0 || yaml.indexOf(name) !== start || yaml.includes(name, start + 1)) return undefined;
  const value = start + name.length + 2;
  const line = yaml.slice(0, start).split('\n').length;
  if (rest.length > 0) {
    const item = itemInSight(yaml.slice(value), rest);
    return item === undefined ? undefined : { line, column: name.length + 3 + item };
  }
  if (want === 'value' && !/[\p{L}\p{N}"'[]/u.test(yaml.charAt(value))) return undefined;
  return { line, column: want === 'key' ? 1 : name.length + 3 };
}

/** Where an item of a list begins that is written in plain words on one line, `[sales, cs]`. */
function itemInSight(text: string, [index, ...rest]: FieldPath): number | undefined {
  if (typeof index !== 'number' || rest.length > 0) return undefined;
  const [list = ''] = /^\[\w[\w/.-]*(, *\w[\w/.-]*)*\]\n/.exec(text) ?? [];
  return [...list.matchAll(/\w[\w/.-]*/g)][index]?.index;
}

/**
 * Tells where the fields of a text are by their spots, each under its path as JSON; where a path ends early (a missing
 * field), the last step that exists is the answer.
 */
export function locateIn(text: string, spots: ReadonlyMap<string, Spot>): Locate {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (path, want) => {
    for (let length = path.length; length > 0; length--) {
      const spot = spots.get(JSON.stringify(path.slice(0, length)));
      if (spot) return toPlace(starts, length === path.length && want === 'value' ? spot.value : spot.key);
    }
    return { line: 1, column: 1 };
  };
}

function collectSpots(yaml: string): Map<string, Spot> {
  const events = parseEvents(yaml, {});
  const spots = new Map<string, Spot>();
  let at = events.findIndex((event) => event.type !== EVENT_ID.DOCUMENT);
  /** The end of the last scalar. */
  let behind = 0;

  const startOf = (event: Event): number => {
    if (event.type !== EVENT_ID.SCALAR) return 'start' in event ? event.start : -1;
    const { style, valueStart } = event;
    const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    const block = style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : style === SCALAR_STYLE.FOLDED_BLOCK ? '>' : undefined;
    return block ? yaml.lastIndexOf(block, valueStart) : quoted ? valueStart - 1 : valueStart;
  };

  /** Walks one node, notes its place under `path`, and leaves `at` behind it. */
  const node = (path: FieldPath, key: number): void => {
    const event = events[at++];
    if (!event) return;
    const start = startOf(event);
    const value = start >= 0 ? start : key;
    if (event.type === EVENT_ID.SCALAR) behind = Math.max(behind, event.valueEnd);
    if (path.length > 0) spots.set(JSON.stringify(path), { key: key >= 0 ? key : value, value });
    if (event.type === EVENT_ID.MAPPING) {
      while (events[at] && events[at]?.type !== EVENT_ID.POP) {
        const keyEvent = events[at] as Event;
        const name = keyEvent.type === EVENT_ID.SCALAR ? getScalarValue(yaml, keyEvent) : '?';
        // A key may be a whole list; it is passed over.
        if (keyEvent.type === EVENT_ID.SCALAR) at++;
        else node([...path, name], -1);
        const start = startOf(keyEvent);
        if (keyEvent.type === EVENT_ID.SCALAR) behind = Math.max(behind, keyEvent.valueEnd);
        node([...path, name], start >= 0 ? start : nextMark(yaml, behind));
      }
      at++;
    } else if (event.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; events[at] && events[at]?.type !== EVENT_ID.POP; index++) node([...path, index], -1);
      at++;
    }
  };
  node([], 0);
  return spots;
}

/** Where a key without a name is: at the next `:` or `?` that stands alone. */
function nextMark(yaml: string, from: number): number {
  const mark = /[:?](?=\s|$)/g;
  mark.lastIndex = from;
  return mark.exec(yaml)?.index ?? from;
}

/** The line that an offset is on, by halving. `starts` are the offsets at which lines begin. */
function toPlace(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1 };
}

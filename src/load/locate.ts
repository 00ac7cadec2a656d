/** Where a field stands in YAML. Asked only of files that have a problem. */
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';
import type { FieldPath } from '../schema/read-fields.ts';

interface Spot {
  readonly key: number;
  readonly value: number;
}

/**
 * The line and column (from 1) of the key or the value at `path`; where the path ends early (a missing field, a lone
 * scalar read as a list), of the last step that exists.
 */
export function locate(yaml: string, path: FieldPath, want: 'key' | 'value'): { line: number; column: number } {
  const spots = collectSpots(yaml);
  for (let length = path.length; length > 0; length--) {
    const spot = spots.get(JSON.stringify(path.slice(0, length)));
    if (spot) return toPlace(yaml, length === path.length && want === 'value' ? spot.value : spot.key);
  }
  return { line: 1, column: 1 };
}

function collectSpots(yaml: string): Map<string, Spot> {
  const events = parseEvents(yaml, {});
  const spots = new Map<string, Spot>();
  let at = events.findIndex((event) => event.type !== EVENT_ID.DOCUMENT);

  /** Walks one node, notes its place under `path`, and leaves `at` behind it. */
  const node = (path: FieldPath, key: number): void => {
    const event = events[at++];
    if (!event) return;
    const start = startOf(event);
    const value = start >= 0 ? start : key;
    if (path.length > 0) spots.set(JSON.stringify(path), { key: key >= 0 ? key : value, value });
    if (event.type === EVENT_ID.MAPPING) {
      while (events[at] && events[at]?.type !== EVENT_ID.POP) {
        const keyEvent = events[at++] as Event;
        const name = keyEvent.type === EVENT_ID.SCALAR ? getScalarValue(yaml, keyEvent) : '';
        node([...path, name], startOf(keyEvent));
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

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) {
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return quoted ? event.valueStart - 1 : event.valueStart;
  }
  return 'start' in event ? event.start : -1;
}

function toPlace(yaml: string, offset: number): { line: number; column: number } {
  const before = yaml.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Fields in fields by their paths, as the columns of a table and words of a command line name them: `voices.account`. */
import type { Field, Shape } from './fields.ts';
import type { RawMap, RawValue } from './read-fields.ts';

/** Every field of a shape that holds one value or a list of them. Groups are divided, free keys are not there. */
export function partsOf(shape: Shape, prefix = ''): Map<string, Field> {
  const parts = new Map<string, Field>();
  for (const [name, field] of Object.entries(shape)) {
    const inner: Field = field.type === 'list' ? field.of : field;
    if (inner.type === 'group') {
      for (const [path, part] of partsOf(inner.shape, `${prefix}${name}.`)) parts.set(path, part);
    } else if (inner.type !== 'map') parts.set(prefix + name, field);
  }
  return parts;
}

/** Values by their paths → mappings in mappings, in the order of the shape. A list of groups has one item. */
export function nested(shape: Shape, values: ReadonlyMap<string, RawValue>, prefix = ''): RawMap {
  const entries = Object.entries(shape).flatMap(([name, field]): [string, RawValue][] => {
    const inner = field.type === 'list' ? field.of : field;
    if (inner.type !== 'group') {
      const value = values.get(prefix + name);
      return value === undefined ? [] : [[name, value]];
    }
    const group = nested(inner.shape, values, `${prefix}${name}.`);
    return Object.keys(group).length === 0 ? [] : [[name, field.type === 'list' ? [group] : group]];
  });
  return Object.fromEntries(entries);
}

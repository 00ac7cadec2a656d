/** Going through the values of a shape, whatever its depth. */
import type { Field, Shape } from './fields.ts';
import { type FieldPath, writtenIndex } from './read-fields.ts';

export type Leaf = Exclude<Field, { type: 'list' | 'group' | 'map' }>;

/** Calls `visit` for every scalar in `values`, with its field and where it stands as written. */
export function walkFields(
  shape: Shape,
  values: Record<string, unknown>,
  visit: (field: Leaf, value: unknown, path: FieldPath) => void,
  path: FieldPath = [],
): void {
  for (const name of Object.keys(values)) {
    const field = shape[name];
    if (field) walkValue(field, values[name], visit, [...path, name]);
  }
}

function walkValue(
  field: Field,
  value: unknown,
  visit: (field: Leaf, value: unknown, path: FieldPath) => void,
  path: FieldPath,
): void {
  if (value === undefined) return;
  if (field.type === 'list') {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) {
      const at = writtenIndex(value, index);
      walkValue(field.of, item, visit, at === undefined ? path : [...path, at]);
    }
  } else if (field.type === 'group') {
    walkFields(field.shape, value as Record<string, unknown>, visit, path);
  } else if (field.type === 'map') {
    for (const [key, item] of Object.entries(value as object)) walkValue(field.of, item, visit, [...path, key]);
  } else {
    visit(field, value, path);
  }
}

/**
 * A copy of `values` in which every field and every scalar was asked for: what `keep` refuses is gone, a list loses
 * the refused items, a group the refused fields, and a group that lost a required field or all of its fields goes too.
 * A value that lost nothing is the very value, so that `===` tells.
 */
export function filterFields(
  shape: Shape,
  values: Record<string, unknown>,
  keep: (field: Field, value: unknown) => boolean,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = shape[name];
    const left = field && filterValue(field, value, keep);
    if (left !== undefined) kept[name] = left;
  }
  return kept;
}

function filterValue(field: Field, value: unknown, keep: (field: Field, value: unknown) => boolean): unknown {
  if (value === undefined || !keep(field, value)) return undefined;
  if (field.type === 'list' && Array.isArray(value)) {
    const left = value.map((item) => filterValue(field.of, item, keep)).filter((item) => item !== undefined);
    if (left.length === value.length && left.every((item, index) => item === value[index])) return value;
    return left.length === 0 ? undefined : left;
  }
  if (field.type === 'group') {
    const all = value as Record<string, unknown>;
    const left = filterFields(field.shape, all, keep);
    if (Object.keys(all).every((name) => left[name] === all[name])) return value;
    const whole = Object.entries(field.shape as Shape).every(
      ([name, part]) => !part.required || left[name] !== undefined,
    );
    return whole && Object.keys(left).length > 0 ? left : undefined;
  }
  return value;
}

/** Going through the values of a shape, whatever its depth. */
import type { Field, Shape } from './fields.ts';
import { type Kind, kindNames, kinds } from './index.ts';
import { type FieldPath, writtenIndex } from './read-fields.ts';

type Leaf = Exclude<Field, { type: 'list' | 'group' | 'map' }>;

/** Takes a scalar. `path` is only lent: whoever keeps it takes a copy. */
export type Visit = (field: Leaf, value: unknown, path: FieldPath) => void;

/** The shape of each kind without the fields that lead to none of a sort: walking by it passes over everything else. */
export function shapesWith(isWanted: (field: Field) => boolean): { readonly [K in Kind]: Shape } {
  const shapes = kindNames.map((kind) => [kind, narrowed(kinds[kind].fields, isWanted)] as const);
  return Object.fromEntries(shapes) as { [K in Kind]: Shape };
}

function narrowed(shape: Shape, isWanted: (field: Field) => boolean): Shape {
  const parts = Object.entries(shape).map(([name, field]) => [name, narrowedField(field, isWanted)] as const);
  return Object.fromEntries(parts.flatMap(([name, field]) => (field ? [[name, field]] : [])));
}

function narrowedField(field: Field, isWanted: (field: Field) => boolean): Field | undefined {
  if (isWanted(field)) return field;
  if (field.type === 'list' || field.type === 'map') {
    const of = narrowedField(field.of, isWanted);
    return of && ({ ...field, of } as Field);
  }
  if (field.type !== 'group') return undefined;
  const inner = narrowed(field.shape, isWanted);
  return Object.keys(inner).length > 0 ? { ...field, shape: inner } : undefined;
}

/** Whether what stands at a path is an item of a list, or a lone value in the place of one. */
export function isItem(shape: Shape, path: FieldPath): boolean {
  let field: Field = { type: 'group', shape };
  for (const [at, step] of path.entries()) {
    if (field.type === 'list') field = field.of as Field;
    if (typeof step === 'number') {
      if (at === path.length - 1) return true;
    } else if (field.type === 'group' && Object.hasOwn(field.shape, step))
      field = (field.shape as Shape)[step] as Field;
    else if (field.type === 'map') field = field.of as Field;
    else return false;
  }
  return field.type === 'list';
}

/** The names of all fields of a sort, and of the lists of such, whatever their kind and depth. */
export function namesOf(isWanted: (field: Field) => boolean): ReadonlySet<string> {
  return new Set(kindNames.flatMap((kind) => namesIn(kinds[kind].fields, isWanted)));
}

function namesIn(shape: Shape, isWanted: (field: Field) => boolean): string[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const one: Field = field.type === 'list' ? field.of : field;
    const inner = one.type === 'group' ? namesIn(one.shape, isWanted) : [];
    return isWanted(one) ? [name, ...inner] : inner;
  });
}

/** Calls `visit` for every scalar in `values`, with its field and where it stands as written. */
export function walkFields(shape: Shape, values: Record<string, unknown>, visit: Visit): void {
  walkGroup(shape, values, visit, []);
}

function walkGroup(shape: Shape, values: Record<string, unknown>, visit: Visit, path: (string | number)[]): void {
  for (const name of Object.keys(shape)) {
    const value = values[name];
    if (value !== undefined) walkStep(shape[name] as Field, value, visit, path, name);
  }
}

function walkStep(field: Field, value: unknown, visit: Visit, path: (string | number)[], step: string | number): void {
  path.push(step);
  walkValue(field, value, visit, path);
  path.pop();
}

function walkValue(field: Field, value: unknown, visit: Visit, path: (string | number)[]): void {
  if (field.type === 'list') {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index++) {
      const at = writtenIndex(value, index);
      if (at === undefined) walkValue(field.of, value[index], visit, path);
      else walkStep(field.of, value[index], visit, path, at);
    }
  } else if (field.type === 'group') {
    walkGroup(field.shape, value as Record<string, unknown>, visit, path);
  } else if (field.type === 'map') {
    for (const [key, item] of Object.entries(value as object)) walkStep(field.of, item, visit, path, key);
  } else {
    visit(field, value, path);
  }
}

/**
 * A copy of `values` in which every field and every scalar of the shape was asked for: what `keep` refuses is gone, a
 * list loses the refused items, a group the refused fields, and a group that lost a required field or all of its fields
 * goes too. What is not in the shape stays. A value that lost nothing is the very value, so that `===` tells.
 */
export function filterFields(
  shape: Shape,
  values: Record<string, unknown>,
  keep: (field: Field, value: unknown) => boolean,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = shape[name];
    const left = field ? filterValue(field, value, keep) : value;
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

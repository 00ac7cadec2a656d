/** Text as YAML or CSV gave it → typed values, by the fields' declarations. */
import type { Actual, Expected, Finding } from '../problem.ts';
import { suggestion } from '../suggest.ts';
import type { Field, Shape } from './fields.ts';
import { nearestValue, nearestValues, readScalar } from './read-scalar.ts';

/** Where a value stands in the front matter: keys and list indexes from the top. */
export type FieldPath = readonly (string | number)[];

/** Takes a finding and where it is; `at` says whether the key or the value is meant. */
export type FieldReport = (finding: Finding, path: FieldPath, at: 'key' | 'value') => void;

/** What the failsafe schema of YAML gives: text, lists and mappings of text. */
export type RawValue = string | readonly RawValue[] | { readonly [key: string]: RawValue };
export type RawMap = { readonly [key: string]: RawValue };

/**
 * Reads a mapping by a shape. Unknown, missing and wrong fields are reported and left out; blank ones, and groups of
 * blank ones, count as absent.
 * `ignore` are keys that are somebody else's business.
 */
export function readFields(
  shape: Shape,
  raw: RawMap,
  report: FieldReport,
  path: FieldPath = [],
  ignore: readonly string[] = [],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  let misspelt: Map<string, string> | undefined;
  for (const key of Object.keys(raw)) {
    if (Object.hasOwn(shape, key) || ignore.includes(key)) continue;
    const finding = unknownField(Object.keys(shape), key);
    if (finding.rule === 'unknown-field' && finding.args.suggestion !== undefined) {
      misspelt ??= new Map();
      misspelt.set(finding.args.suggestion, key);
    }
    report(withGroup(finding, shape), [...path, key], 'key');
  }
  for (const name in shape) {
    const field = shape[name] as Field;
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (value === undefined && !field.required) {
      if (field.default !== undefined) values[name] = field.default;
      continue;
    }
    const here = [...path, name];
    if (value !== undefined && isMap(value)) {
      const shifted = shiftedUnder(field, value, shape);
      for (const inner of shifted)
        report({ rule: 'yaml-syntax', args: { reason: 'indent', detail: '' } }, [...here, inner], 'key');
      if (shifted.length > 0) continue;
    }
    const read = value === undefined || isUnfilled(field, value) ? undefined : readValue(field, value, report, here);
    if (read !== undefined) values[name] = read;
    else if (field.default !== undefined) values[name] = field.default;
    else if (field.required && value === undefined) {
      const key = misspelt?.get(name);
      const args = {
        field: fieldName(here),
        expected: expectedOf(field),
        ...(key !== undefined && { suggestion: key }),
      };
      if (key === undefined) report({ rule: 'missing-field', args }, path, 'value');
      else report({ rule: 'missing-field', args }, [...path, key], 'key');
    } else if (field.required && value !== undefined && isBlank(value)) wrongType(field, value, report, here);
  }
  return values;
}

/** Fields that stand below a blank one which takes none, and that belong beside it. */
function shiftedUnder(field: Field, raw: RawMap, shape: Shape): readonly string[] {
  const one: Field = field.type === 'list' ? field.of : field;
  if (one.type === 'group' || one.type === 'map') return [];
  const keys = Object.keys(raw);
  return keys.every((key) => Object.hasOwn(shape, key)) ? keys : [];
}

/** Names by which people and other systems keep a page back, and our fields that do. */
const othersGuards: ReadonlyMap<string, string> = new Map([
  ...['access', 'accesslevel', 'confidential', 'confidentiality'].map((name) => [name, 'visibility'] as const),
  ...['機密', '機密区分', '極秘', '社外秘', '閲覧権限'].map((name) => [name, 'visibility'] as const),
  ...['embargo', 'embargodate', 'embargountil'].map((name) => [name, 'announceAt'] as const),
]);

/** The field of ours that guards as one of this name is meant to, whether or not its kind has it. */
export function guardMeant(key: string): string | undefined {
  const folded = key.normalize('NFKC').toLowerCase();
  return othersGuards.get(folded.replace(/[-_ ]/g, ''));
}

/** What there is to say about a name that is no field. */
export function unknownField(known: readonly string[], key: string): Finding {
  // A full-width space is no indentation to YAML but part of the name.
  if (key === '') return { rule: 'front-matter-mapping', args: {} };
  if (/^\s/.test(key)) return { rule: 'yaml-syntax', args: { reason: 'indent', detail: '' } };
  const guard = guardMeant(key);
  const near = guard !== undefined && known.includes(guard) ? { suggestion: guard } : suggestion(key, known);
  return { rule: 'unknown-field', args: { field: key, known, ...near } };
}

/** A name that is none with the group of fields that has it: `unknownFields` stands below `import`. */
function withGroup(finding: Finding, shape: Shape): Finding {
  if (finding.rule !== 'unknown-field' || finding.args.suggestion !== undefined) return finding;
  const [below] =
    Object.entries(shape).find(([, field]) => {
      const one: Field = field.type === 'list' ? field.of : field;
      return one.type === 'group' && Object.hasOwn(one.shape, finding.args.field);
    }) ?? [];
  return below === undefined ? finding : { ...finding, args: { ...finding.args, below } };
}

/** `several`: whether it stands where there may be several. */
function readValue(field: Field, raw: RawValue, report: FieldReport, path: FieldPath, several = false): unknown {
  switch (field.type) {
    case 'list':
      return readList(field, raw, report, path);
    case 'group':
      if (!isMap(raw)) return wrongType(field, raw, report, path);
      return readGroup(field.shape, raw, report, path);
    case 'map': {
      if (!isMap(raw)) return wrongType(field, raw, report, path);
      // A key without a value is there all the same: a text is the key again, a group says nothing.
      const blank = (key: string) => (field.of.type === 'group' ? {} : key);
      // Through fromEntries and without a prototype, so that `__proto__` and `constructor` are keys like any other.
      const items = Object.entries(raw).map(([key, item]) => [
        key,
        readValue(field.of, isBlank(item) ? blank(key) : item, report, [...path, key]),
      ]);
      return Object.setPrototypeOf(Object.fromEntries(items.filter(([, item]) => item !== undefined)), null);
    }
    default: {
      if (typeof raw !== 'string') return wrongType(field, raw, report, path);
      const read = readScalar(field, raw);
      if (read !== undefined) return read;
      const shown = raw.includes('\n') ? `${raw.trim().split('\n', 1)[0]} …` : raw;
      const list = several ? nearestValues(field, raw) : undefined;
      const near = list === undefined ? nearestValue(field, raw) : { suggestion: list };
      const more = { ...near, ...(several && { several }) };
      const args = { field: fieldName(path), value: shown, expected: expectedOf(field), ...more };
      report({ rule: 'bad-value', args }, path, 'value');
      return undefined;
    }
  }
}

function readList(
  field: Extract<Field, { type: 'list' }>,
  raw: RawValue,
  report: FieldReport,
  path: FieldPath,
): unknown {
  const lone = !Array.isArray(raw);
  if (isMap(raw) && field.of.type !== 'group') return wrongType(field, raw, report, path);
  if (field.csv && typeof raw === 'string') return raw;
  // `-one` without a space is text to YAML, and so is `・one`.
  if (typeof raw === 'string' && /^[-・•][^\s\d]/.test(raw)) {
    report({ rule: 'yaml-syntax', args: { reason: 'dash', detail: '' } }, path, 'value');
    return undefined;
  }
  const items = (lone ? [raw] : (raw as readonly RawValue[])).map((item, index) =>
    isUnfilled(field.of, item) ? undefined : readValue(field.of, item, report, lone ? path : [...path, index], true),
  );
  if (!lone && !items.includes(undefined)) return items;
  const kept = [...items.keys()].filter((index) => items[index] !== undefined);
  const values = kept.map((index) => items[index]);
  written.set(
    values,
    kept.map((index) => (lone ? undefined : index)),
  );
  return values;
}

/** Where the items of a list that was read stood before the bad and blank ones were left out. */
const written = new WeakMap<readonly unknown[], Indexes>();

type Indexes = readonly (number | undefined)[];

/**
 * The lists within values that were read of which items were left out, with where the others stood; as data. `path` is
 * changed on the way and back.
 */
export function writtenIndexes(
  value: object,
  path: string[] = [],
  found: [FieldPath, (number | null)[]][] = [],
): [FieldPath, (number | null)[]][] {
  const own = Array.isArray(value) ? written.get(value) : undefined;
  if (own) found.push([[...path], own.map((index) => index ?? null)]);
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item !== 'object' || item === null) continue;
    path.push(key);
    writtenIndexes(item, path, found);
    path.pop();
  }
  return found;
}

/** Says the same of values that were read before. */
export function restoreIndexes(values: unknown, indexes: ReturnType<typeof writtenIndexes>): void {
  for (const [path, own] of indexes) {
    const list = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], values);
    const known: Indexes = own.map((index) => index ?? undefined);
    written.set(list as readonly unknown[], known);
  }
}

/** The index that an item of a list had as written; `undefined` for a lone value that stood for a list. */
export function writtenIndex(list: readonly unknown[], index: number): number | undefined {
  const indexes = written.get(list);
  return indexes ? indexes[index] : index;
}

/** A group whose required fields are missing is left out, for nobody can use half of it. */
function readGroup(shape: Shape, raw: RawMap, report: FieldReport, path: FieldPath): unknown {
  const values = readFields(shape, raw, report, path);
  const whole = Object.keys(shape).every((name) => !shape[name]?.required || values[name] !== undefined);
  return whole ? values : undefined;
}

function expectedOf(field: Field): Expected {
  switch (field.type) {
    case 'text':
      if (field.form !== undefined) return { what: field.form === 'web' || field.form === 'link' ? 'url' : field.form };
      return { what: field.oneLine ? 'line' : 'text' };
    case 'listed':
      return { what: 'line' };
    case 'choice':
      return { what: 'choice', values: field.values.map(String) };
    case 'ref':
      return { what: 'reference', kinds: field.kinds, part: field.part };
    case 'group':
    case 'map':
      return { what: 'mapping' };
    default:
      return { what: field.type };
  }
}

function wrongType(field: Field, raw: RawValue, report: FieldReport, path: FieldPath): undefined {
  const actual: Actual = typeof raw === 'string' ? (isBlank(raw) ? 'blank' : 'text') : isMap(raw) ? 'mapping' : 'list';
  const pair = isMap(raw) && typeof path.at(-1) === 'number' ? Object.entries(raw) : [];
  const [key, value] = pair[0] ?? [];
  if (pair.length === 1 && typeof value === 'string' && field.type !== 'group') {
    // `- Note: text` was meant as one text, and the colon made a mapping of it.
    report({ rule: 'yaml-syntax', args: { reason: 'value-colon', detail: `- "${key}: ${value}"` } }, path, 'value');
    return undefined;
  }
  const want = actual === 'blank' ? 'key' : 'value';
  report({ rule: 'wrong-type', args: { field: fieldName(path), expected: expectedOf(field), actual } }, path, want);
  return undefined;
}

/** Whether nothing but white space was written. */
export function isBlank(raw: RawValue): boolean {
  return typeof raw === 'string' && raw.trim() === '';
}

/** Whether a field was named and nothing was written into it yet, as in a template: `agreedBy:` with two blank names. */
function isUnfilled(field: Field, raw: RawValue): boolean {
  if (typeof raw === 'string') return isBlank(raw);
  if (Array.isArray(raw)) {
    return field.type === 'list' && raw.length > 0 && raw.every((item) => isUnfilled(field.of, item));
  }
  const inner = field.type === 'list' ? field.of : field;
  if (inner.type !== 'group') return false;
  const pairs = Object.entries(raw);
  return (
    pairs.length > 0 &&
    pairs.every(([key, value]) => Object.hasOwn(inner.shape, key) && isUnfilled(inner.shape[key], value))
  );
}

/** Whether `key: value` pairs were written. */
export function isMap(raw: RawValue): raw is RawMap {
  return typeof raw === 'object' && !Array.isArray(raw);
}

/** `voices[1].quote` for a person to read: the first item is 1. */
export function fieldName(path: FieldPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** Text as YAML or CSV gave it → typed values, by the fields' declarations. */
import type { Actual, Expected, Finding } from '../problem.ts';
import { suggestion } from '../suggest.ts';
import type { Field, Reference, RefKind, Shape } from './fields.ts';

/** Where a value stands in the front matter: keys and list indexes from the top. */
export type FieldPath = readonly (string | number)[];

/** Takes a finding and where it is; `at` says whether the key or the value is meant. */
export type FieldReport = (finding: Finding, path: FieldPath, at: 'key' | 'value') => void;

/** What the failsafe schema of YAML gives: text, lists and mappings of text. */
export type RawValue = string | readonly RawValue[] | { readonly [key: string]: RawValue };
export type RawMap = { readonly [key: string]: RawValue };

/**
 * Reads a mapping by a shape. Unknown, missing and wrong fields are reported and left out; blank ones count as absent.
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
  for (const key of Object.keys(raw)) {
    if (Object.hasOwn(shape, key) || ignore.includes(key)) continue;
    const known = Object.keys(shape);
    report({ rule: 'unknown-field', args: { field: key, known, ...suggestion(key, known) } }, [...path, key], 'key');
  }
  for (const [name, field] of Object.entries(shape)) {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
    const here = [...path, name];
    const read = value === undefined || value === '' ? undefined : readValue(field, value, report, here);
    if (read !== undefined) values[name] = read;
    else if (field.default !== undefined) values[name] = field.default;
    else if (field.required && (value === undefined || value === '')) {
      const finding: Finding = { rule: 'missing-field', args: { field: name, expected: expectedOf(field) } };
      if (value === undefined) report(finding, path, 'value');
      else report(finding, here, 'key');
    }
  }
  return values;
}

function readValue(field: Field, raw: RawValue, report: FieldReport, path: FieldPath): unknown {
  switch (field.type) {
    case 'list': {
      if (isMap(raw) && field.of.type !== 'group') return wrongType(field, raw, report, path);
      if (field.csv && typeof raw === 'string') return raw;
      const items = Array.isArray(raw) ? (raw as readonly RawValue[]) : [raw];
      const lone = !Array.isArray(raw);
      return items
        .map((item, index) =>
          item === '' ? undefined : readValue(field.of, item, report, lone ? path : [...path, index]),
        )
        .filter((item) => item !== undefined);
    }
    case 'group':
      if (!isMap(raw)) return wrongType(field, raw, report, path);
      return readGroup(field.shape, raw, report, path);
    case 'map': {
      if (!isMap(raw)) return wrongType(field, raw, report, path);
      // Through fromEntries, so that a key named `__proto__` is a key like any other.
      const items = Object.entries(raw).map(([key, item]) => [key, readValue(field.of, item, report, [...path, key])]);
      return Object.fromEntries(items.filter(([, item]) => item !== undefined));
    }
    default: {
      if (typeof raw !== 'string') return wrongType(field, raw, report, path);
      const read = readScalar(field, raw);
      if (read !== undefined) return read;
      const values = field.type === 'choice' ? field.values.map(String) : [];
      const args = { field: fieldName(path), value: raw, expected: expectedOf(field), ...suggestion(raw, values) };
      report({ rule: 'bad-value', args }, path, 'value');
      return undefined;
    }
  }
}

/** A group whose required fields are missing is left out, for nobody can use half of it. */
function readGroup(shape: Shape, raw: RawMap, report: FieldReport, path: FieldPath): unknown {
  const values = readFields(shape, raw, report, path);
  const whole = Object.entries(shape).every(([name, field]) => !field.required || values[name] !== undefined);
  return whole ? values : undefined;
}

/** The typed value of one scalar, or `undefined` when the text is not of the field's form. */
function readScalar(field: Exclude<Field, { type: 'list' | 'group' | 'map' }>, raw: string): unknown {
  const value = raw.trim().normalize('NFC');
  switch (field.type) {
    case 'text':
      return field.oneLine ? (value.includes('\n') ? undefined : value) : value;
    case 'number':
      return /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(value) ? Number(value) : undefined;
    case 'flag':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'day':
      return isDay(value) ? value : undefined;
    case 'instant':
      return isInstant(value) ? value : undefined;
    case 'interval':
      return /^[1-9]\d{0,4}d$/.test(value) ? Number(value.slice(0, -1)) : undefined;
    case 'choice':
      return field.values.find((candidate) => String(candidate) === value);
    case 'person':
      return /^[^\s/@]+(\/[^\s/@]+)?$/.test(value) ? value : undefined;
    case 'listed':
      return value;
    case 'ref':
      return readReference(field.kinds, field.part, value);
  }
}

function readReference(kinds: readonly RefKind[], part: boolean, value: string): Reference | undefined {
  const prefix = kinds.find((kind) => value.startsWith(`${kind}:`));
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const kind = prefix ?? only;
  if (kind === undefined) return undefined;
  const target = prefix === undefined ? value : value.slice(prefix.length + 1).trim();
  if (!part) return target === '' ? undefined : { kind, id: target };
  const [id, name, ...rest] = target.split('#');
  return id && name && rest.length === 0 ? { kind, id, part: name } : undefined;
}

/** Whether the text is a day that the calendar has, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the text is an instant with its offset, `YYYY-MM-DDThh:mm[:ss](Z|±hh:mm)`. */
export function isInstant(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  return match?.[1] !== undefined && isDay(match[1]);
}

function expectedOf(field: Field): Expected {
  switch (field.type) {
    case 'text':
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
  const actual: Actual = typeof raw === 'string' ? (raw === '' ? 'blank' : 'text') : isMap(raw) ? 'mapping' : 'list';
  report({ rule: 'wrong-type', args: { field: fieldName(path), expected: expectedOf(field), actual } }, path, 'value');
  return undefined;
}

function isMap(raw: RawValue): raw is RawMap {
  return typeof raw === 'object' && !Array.isArray(raw);
}

/** `voices[0].quote` for a person to read. */
export function fieldName(path: FieldPath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`))
    .join('');
}

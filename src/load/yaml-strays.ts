/** Lines of YAML that are neither a field nor an item nor the rest of one: what their writers meant. */
import type { YamlReason } from '../problem.ts';
import { kindNames, kinds } from '../schema/index.ts';
import { namesOf } from '../schema/walk.ts';
import { type Line, readColonless, readLine } from './yaml-lines.ts';

/** What is wrong with a line; rows and columns count from 0. `detail` is the line as it should be, if that is known. */
export interface Slip {
  readonly reason: YamlReason;
  readonly row: number;
  readonly column: number;
  readonly detail?: string;
}

/** A line that stands where a field should and says nothing of what it belongs to. */
export interface Fieldless {
  readonly reason: 'fieldless';
  readonly row: number;
  readonly column: number;
}

/**
 * The first stray among some rows of YAML, which are those outside of quoted texts, blocks and brackets: the second line
 * of a value, an item whose dash is none, a field without its colon, or a field that has a value beside and below it.
 */
export function firstStray(lines: readonly string[], rows: readonly number[]): Slip | Fieldless | undefined {
  let parent: Line | undefined;
  for (const row of rows) {
    const text = lines[row] as string;
    if (isEmpty(text)) continue;
    const line = readLine(text);
    const dash = dashSlip(text, row, line, parent);
    if (dash) return dash;
    if (!line && text.search(/\S/) <= depthOf(parent)) return strayAt(lines, row, parent);
    const item = line && fieldBelow(lines, row, line);
    if (item) return { reason: 'fieldless', row: item, column: 0 };
    if (line && hasMoreBelow(lines, row, line)) return { reason: 'both', row, column: line.at, detail: line.key ?? '' };
    parent = line ?? parent;
  }
  return undefined;
}

/** Whether a line holds nothing, or a comment. */
export function isEmpty(text: string): boolean {
  return /^\s*(#|$)/.test(text);
}

/** The column that the rest of a value has to stand behind. */
function depthOf(parent: Line | undefined): number {
  if (!parent) return Number.POSITIVE_INFINITY;
  return parent.key === undefined ? parent.lead.lastIndexOf('-') : parent.lead.length;
}

function strayAt(lines: readonly string[], row: number, parent: Line | undefined): Slip | Fieldless {
  const text = (lines[row] as string).trimEnd();
  const column = text.search(/\S/);
  const colon = readColonless(text) ?? nameOnly(lines, text);
  if (colon) return { reason: 'colon', row, column: colon.at, detail: colon.corrected };
  // What begins with no letter is no text that somebody went on with.
  if (!parent || !/^\s*[\p{L}\p{N}「『（(]/u.test(text)) return { reason: 'fieldless', row, column };
  return { reason: 'continued', row, column, detail: `${' '.repeat(depthOf(parent) + 2)}${text.trim()}` };
}

const bullet = /^( *)(?:-(?![-\s\d])|-(?=\u3000)|[*＊•◦・･－‐–—―](?![*＊－‐–—―]))\s*(\S.*)$/;

/** An item whose dash is another mark or has no space behind it. */
function dashSlip(text: string, row: number, line: Line | undefined, parent: Line | undefined): Slip | undefined {
  if (asItem(text) === undefined || line?.lead.includes('-')) return undefined;
  const isList = parent !== undefined && (parent.key === undefined || isEmpty(parent.value));
  return line?.key !== undefined || isList ? { reason: 'dash', row, column: text.search(/\S/) } : undefined;
}

/** The line as an item of a list, if it begins with what people take for the mark of one. */
export function asItem(text: string): string | undefined {
  const [, blank, rest] = bullet.exec(text.trimEnd()) ?? [];
  return rest === undefined ? undefined : `${blank}- ${rest}`;
}

/** `title Something`: the name of a field that is not there yet. */
function nameOnly(lines: readonly string[], text: string): { at: number; corrected: string } | undefined {
  const [, blank = '', name = '', value = ''] = /^( *(?:- +)*)([A-Za-z]+)[ \t\u3000]+(.+)$/.exec(text) ?? [];
  names ??= namesOf(() => true);
  if (!names.has(name) || lines.some((other) => readLine(other)?.key === name)) return undefined;
  return { at: blank.length + name.length, corrected: `${blank.trimStart()}${name}: ${value}` };
}

let names: ReadonlySet<string> | undefined;

let groups: ReadonlySet<string> | undefined;

/** The row of a field that stands as an item below another: `- date: …`. */
function fieldBelow(lines: readonly string[], row: number, { lead, key, value }: Line): number | undefined {
  const next = lines.findIndex((text, at) => at > row && !isEmpty(text));
  const below = readLine(lines[next] ?? '');
  groups ??= namesOf((field) => field.type === 'group');
  if (lead !== '' || key === undefined || isEmpty(value) || groups.has(key) || below?.lead !== '- ') return undefined;
  const isField = kindNames.some((kind) => Object.hasOwn(kinds[kind].fields, below.key ?? ''));
  return isField ? next : undefined;
}

/** Whether a field with a value has an item with a field, or fields of its own, below it as well. */
function hasMoreBelow(lines: readonly string[], row: number, { lead, key, value }: Line): boolean {
  if (key === undefined || isEmpty(value) || /^["'[{|>&*!]/.test(value)) return false;
  let next = row + 1;
  while (next < lines.length && isEmpty(lines[next] as string)) next++;
  const below = readLine(lines[next] ?? '');
  if (below?.key === undefined || below.lead.length <= lead.length) return false;
  groups ??= namesOf((field) => field.type === 'group');
  return below.lead.includes('-') || groups.has(key);
}

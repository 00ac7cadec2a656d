/** What YAML says is wrong → what a person did, on the line where they did it. */
import type { YamlReason } from '../problem.ts';
import { namesOf } from '../schema/walk.ts';
import type { Located } from './front-matter.ts';
import { corrected, type Line, readColonless, readLine } from './yaml-lines.ts';
import { type Fieldless, firstStray, isEmpty, type Slip } from './yaml-strays.ts';

/**
 * Explains a syntax error at `line` and `column` (from 0) of some YAML. The parser notices most mistakes only lines
 * later, so the first line up to there that cannot be right by itself is the one to blame. In a page, prose among the
 * fields means that nothing closed them.
 */
export function explainYaml(yaml: string, message: string, line: number, column: number, page: boolean): Located {
  const lines = linesOf(yaml);
  const conflict = conflictIn(lines);
  if (conflict) return toLocated(conflict);
  const last = Math.min(line, lines.length - 1);
  const slip = slipBefore(lines, last, column, message);
  // Brackets that are whole are blamed where nothing is: not for a line above them that is no field.
  const isWhole = slip?.reason === 'flow' && slip.row === last && isClosed(lines[last] as string);
  if (slip && !isWhole) return toLocated(slip);
  const stray = firstStray(lines, rowsOutside(lines, isWhole ? last - 1 : last));
  if (slip && !stray) return toLocated(slip);
  const gap = lines.findIndex((text, row) => row > 0 && text.trim() === '');
  if (page && gap > 0 && gap < (stray?.row ?? last) && lines.some((_, row) => row <= last && isProse(lines, row))) {
    return { line: gap + 1, column: 1, finding: { rule: 'front-matter-open', args: { fence: '---' } } };
  }
  if (stray) return toLocated(stray);
  const text = lines[last] ?? '';
  const start = Math.min(column, text.search(/\S|$/));
  if (/indentation|block collections/.test(message)) return toLocated(shifted(lines, last, start));
  if (readLine(text)) return toLocated({ reason: 'other', row: last, column, detail: message });
  return toLocated({ reason: 'fieldless', row: last, column: start });
}

/** Where Git left both sides of a merge. */
function conflictIn(lines: readonly string[]): Slip | undefined {
  const row = lines.findIndex((text) => text.startsWith('<<<<<<< '));
  return row < 0 ? undefined : { reason: 'conflict', row, column: 0 };
}

/** Whether a line ends with the bracket that its value began with. */
function isClosed(text: string): boolean {
  const { value = '' } = readLine(text) ?? {};
  return /^(\[[^[\]{}]*\]|\{[^[\]{}]*\})\s*(#.*)?$/.test(value);
}

/** The line whose indentation is not that of its neighbours: the one found, or the dash above all of its fields. */
function shifted(lines: readonly string[], last: number, column: number): Slip {
  const depth = (lines[last] ?? '').search(/\S/);
  const rows = lines.flatMap((text, row) => (isEmpty(text) ? [] : [row]));
  const beside = rows.slice(rows.indexOf(last), rows.indexOf(last) + 2);
  const above = rows[rows.indexOf(last) - 1];
  const dash = above === undefined ? -1 : (lines[above] as string).search(/(?<=^ *)- /);
  const isAlone = beside.length < 2 || beside.some((row) => (lines[row] as string).search(/\S/) !== depth);
  if (above === undefined || dash < 0 || isAlone) return { reason: 'indent', row: last, column };
  return { reason: 'indent', row: above, column: dash };
}

/** The rows up to one that no quoted text, block or list in brackets above them takes up. */
function rowsOutside(lines: readonly string[], last: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row <= last; row++) {
    rows.push(row);
    const line = readLine(lines[row] as string);
    const end = line && valueSlip(lines, row, line, last);
    if (typeof end === 'number') row = end;
  }
  return rows;
}

/** Why YAML took the whole for a text or a list: the first line of it that is no field. */
export function explainText(yaml: string): Located {
  const lines = linesOf(yaml);
  const conflict = conflictIn(lines);
  if (conflict) return toLocated(conflict);
  const first = Math.max(0, firstRow(lines));
  return toLocated(firstStray(lines, [...lines.keys()]) ?? { reason: 'fieldless', row: first, column: 0 });
}

/**
 * The first text that YAML takes for a comment though no space follows its `#`: `title: Issue #12`. `isText` tells
 * whether an offset lies inside a value.
 */
export function hiddenText(yaml: string, isText: (offset: number) => boolean): Located | undefined {
  for (const match of yaml.matchAll(/[^\s#][ \t]+#[^\s#!]/g)) {
    const offset = match.index + match[0].length - 2;
    if (isText(offset)) continue;
    const before = linesOf(yaml.slice(0, offset));
    const row = before.length - 1;
    const line = readLine(linesOf(yaml.slice(offset - (before[row] ?? '').length))[0] ?? '');
    const detail = line ? corrected(line, line.value) : '';
    return toLocated({ reason: 'character', row, column: (before[row] ?? '').length, detail });
  }
  return undefined;
}

function slipBefore(lines: readonly string[], last: number, column: number, message: string): Slip | undefined {
  const text = lines[last] ?? '';
  if (/nesting|depth/.test(message)) return { reason: 'depth', row: last, column };
  if (/non-printable|valid JSON/.test(message)) return { reason: 'other', row: last, column, detail: 'control' };
  if (message.includes('duplicated mapping key')) {
    const start = /["']/.test(text[column - 1] ?? '') ? column - 1 : column;
    const key = /^("[^"]*"|'[^']*'|[^:]*)/.exec(text.slice(start))?.[0] ?? '';
    return { reason: 'duplicate-key', row: last, column: start, detail: key.replace(/^["']|["']$/g, '').trim() };
  }
  if (message.includes('complex keys')) return keySlip(lines);
  const sure = firstSlip(lines, last);
  const run = colonRun(lines, last);
  if (sure || run) return sure && run ? (run.row < sure.row ? run : sure) : (sure ?? run);
  const first = firstRow(lines);
  const indent = (lines[first] ?? '').search(/\S/);
  if (message.includes('end of the stream') && indent > 0) return { reason: 'indent', row: first, column: indent };
  return undefined;
}

/** A list or mapping where a name belongs, `{{ name }}`; the parser does not say where. */
function keySlip(lines: readonly string[]): Slip | undefined {
  const row = lines.findIndex((text) => /^\s*(\?\s|[[{])|[[{]\s*[[{]/.test(text));
  const line = readLine(lines[row] ?? '');
  if (row < 0) return undefined;
  return { reason: 'character', row, column: line?.at ?? 0, detail: line ? corrected(line) : '' };
}

/** The first line that is wrong whatever stands around it. */
function firstSlip(lines: readonly string[], last: number): Slip | undefined {
  for (let row = 0; row <= last; row++) {
    const text = lines[row] as string;
    const [lead, blank] = /^ *([\t\u3000\u00a0])/.exec(text) ?? [];
    if (lead !== undefined && text.trim() !== '') {
      const column = lead.length - 1;
      return blank === '\t' ? { reason: 'tab', row, column } : { reason: 'indent', row, column };
    }
    const line = readLine(text);
    const found = line && valueSlip(lines, row, line, last);
    if (typeof found === 'object') return found;
    row = found ?? row;
  }
  return undefined;
}

/** What is wrong with a value, or the last row that it takes up. */
function valueSlip(lines: readonly string[], row: number, line: Line, last: number): Slip | number | undefined {
  const { value, at } = line;
  const slip = (reason: YamlReason, detail = ''): Slip => ({ reason, row, column: at, detail });
  if (/^[|>][-+\d]{0,2}(\s+#.*)?$/.test(value)) return blockEnd(lines, row);
  if (/^["']/.test(value)) return quoteSlip(lines, row, line);
  if (/^[[{]/.test(value)) return flowSlip(lines, row, line, last);
  if (/^@\S+$/.test(value) && isPerson(lines, row, line)) return slip('person');
  if (/^([@`%&*!,\]}|>]|[-?](\s|$))/.test(value)) return slip('character', corrected(line));
  const comment = value.search(/(^|\s)#/);
  const text = comment < 0 ? value : value.slice(0, comment);
  return /:([ \t]|$)/.test(text) ? slip('value-colon', corrected(line)) : undefined;
}

let people: ReadonlySet<string> | undefined;

/** Whether a line is for somebody's name: that of a field which takes one, or an item below. */
function isPerson(lines: readonly string[], row: number, { key }: Line): boolean {
  people ??= namesOf((field) => field.type === 'person');
  const owner = key ?? readLine(lines.slice(0, row).findLast((text) => readLine(text)?.key !== undefined) ?? '')?.key;
  return owner !== undefined && people.has(owner);
}

function blockEnd(lines: readonly string[], row: number): number {
  const indent = (lines[row] as string).search(/\S/);
  let end = row;
  for (let next = row + 1; next < lines.length; next++) {
    const at = (lines[next] as string).search(/\S/);
    if (at >= 0 && at <= indent) break;
    end = next;
  }
  return end;
}

function quoteSlip(lines: readonly string[], row: number, line: Line): Slip | number | undefined {
  const { value, at } = line;
  const mark = value[0] as string;
  const slip = (text: string): Slip => ({ reason: 'quote', row, column: at, detail: corrected(line, text) });
  for (let next = row, from = at + 1; next < lines.length; next++, from = 0) {
    const text = lines[next] as string;
    if (next > row && isField(text)) break;
    const end = closing(text, from, mark);
    if (end === undefined) continue;
    const rest = text.slice(end + 1).trim();
    if (rest === '' || rest.startsWith('#')) return next === row && badEscape(value, mark) ? slip(inner(value)) : next;
    break;
  }
  return slip(inner(value));
}

/** What stands between the quotation marks: all of it, where they do not surround the value. */
function inner(value: string): string {
  const mark = value[0] as string;
  const text = value.trimEnd();
  if (text.length > 1 && text.endsWith(mark)) {
    const between = text.slice(1, -1);
    // `"A" and "B"` begins and ends with a mark, and yet the marks belong to the words.
    return between.includes(mark) && /^\S+["']\s.*\s["']\S+$/.test(between) ? text : between;
  }
  return text.slice(1).includes(mark) ? text : text.slice(1);
}

function closing(text: string, from: number, mark: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (mark === '"' && text[at] === '\\') at += 1;
    else if (text[at] === mark) {
      if (mark === '"' || text[at + 1] !== "'") return at;
      at += 1;
    }
  }
  return undefined;
}

function badEscape(value: string, mark: string): boolean {
  const known = /\\([0abtnvfre "/\\N_LP\t]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/gi;
  return mark === '"' && value.replace(known, '').includes('\\');
}

/** Walks through `[…]` or `{…}`: a slip, or the row on which it closes. */
function flowSlip(lines: readonly string[], row: number, line: Line, last: number): Slip | number | undefined {
  const flow: Slip = { reason: 'flow', row, column: line.at };
  const open: string[] = [];
  for (let next = row; next < lines.length; next++) {
    const text = lines[next] as string;
    if (next > row && isField(text)) return flow;
    let fresh = next > row;
    for (let at = next === row ? line.at : 0; at < text.length; at++) {
      const mark = text[at] as string;
      if (fresh && /["']/.test(mark)) {
        const end = closing(text, at + 1, mark);
        if (end === undefined) return { reason: 'quote', row: next, column: at };
        at = end;
      } else if (fresh && /[@`%]/.test(mark)) {
        const item = /^[^,\]}]*/.exec(text.slice(at))?.[0].trim() ?? '';
        const detail = `${text.slice(0, at)}"${item}"${text.slice(at + item.length)}`.trim();
        return { reason: 'character', row: next, column: at, detail };
      } else if (mark === '#' && /\s/.test(text[at - 1] ?? '')) break;
      else if (/[[{]/.test(mark)) open.push(mark === '[' ? ']' : '}');
      else if (/[\]}]/.test(mark)) {
        if (open.pop() !== mark) return flow;
        const rest = text.slice(at + 1).trim();
        if (open.length > 0) continue;
        if (rest === '' || rest.startsWith('#')) return next < last ? next : flow;
        return /^[\]}]/.test(rest) ? flow : { ...flow, reason: 'character', detail: corrected(line) };
      }
      fresh = /[[{,]/.test(mark) || (/[\s:]/.test(mark) && (fresh || mark === ':'));
    }
  }
  return flow;
}

/** The first of the lines just above (and at) the error whose colon is none. */
function colonRun(lines: readonly string[], last: number): Slip | undefined {
  let found: Slip | undefined;
  for (let row = last; row >= 0; row--) {
    const text = lines[row] as string;
    const here = readColonless(text);
    if (here) found = { reason: 'colon', row, column: here.at, detail: here.corrected };
    else if (!isEmpty(text) && (found || row < last)) break;
  }
  return found;
}

/** A line of text at the left edge, below a blank line or a heading, among the fields. */
function isProse(lines: readonly string[], row: number): boolean {
  const text = lines[row] as string;
  return row > 1 && /^\s*$|^##/.test(lines[row - 1] as string) && /^[^\s#-]/.test(text) && !readLine(text);
}

/** Whether a line begins the next field, so that whatever was open should have been closed. */
function isField(text: string): boolean {
  return /^[^\s#]/.test(text) && readLine(text)?.key !== undefined;
}

function firstRow(lines: readonly string[]): number {
  return lines.findIndex((text) => /^\s*[^\s#]/.test(text));
}

function linesOf(yaml: string): string[] {
  return yaml.split('\n').map((text) => text.replace(/\r$/, ''));
}

function toLocated(slip: Slip | Fieldless): Located {
  const place = { line: slip.row + 1, column: slip.column + 1 };
  if (slip.reason === 'fieldless') return { ...place, finding: { rule: 'front-matter-mapping', args: {} } };
  const { reason, detail = '' } = slip;
  return { ...place, finding: { rule: 'yaml-syntax', args: { reason, detail } } };
}

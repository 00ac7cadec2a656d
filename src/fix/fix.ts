/** A problem and the line that it is on → the change that would mend it, as data. Whether it does is asked elsewhere. */

import { byLabel, fieldMeant, isLabelled, valueMeant, valueNamed, withLabel } from '../i18n/by-label.ts';
import type { Messages } from '../i18n/index.ts';
import { foldName } from '../load/from-elsewhere.ts';
import { corrected, readLine } from '../load/yaml-lines.ts';
import { asItem } from '../load/yaml-strays.ts';
import type { Expected, Finding, ProblemArgs, RuleId } from '../problem.ts';
import { guards } from '../schema/index.ts';
import { levels } from '../schema/level.ts';
import { bareText, leadingDay, lenientFlag } from '../schema/read-scalar.ts';
import { isOurs, isWord, mayBeNamed } from './prose.ts';
import { type Change, inBrackets, inCell, inScalar, keyAt, rewritten, type Spot } from './spot.ts';

/** The changes that may mend a finding at a place, the likeliest first. */
export function changesFor(finding: Finding, spot: Spot, words: Messages): readonly Change[] {
  const changes = changesOf[finding.rule] as ChangesOf<RuleId> | undefined;
  return changes?.(finding.args, spot, words) ?? [];
}

/** Whether there are changes that mend what a rule finds. Where there are none, nobody needs to open the file. */
export function isMendable(rule: RuleId): boolean {
  return changesOf[rule] !== undefined;
}

type ChangesOf<R extends RuleId> = (args: ProblemArgs[R], spot: Spot, words: Messages) => readonly Change[];

const changesOf: { readonly [R in RuleId]?: ChangesOf<R> } = {
  'front-matter-language': (_, { line, at }) => rewritten(line, line.slice(0, at).trimEnd()),
  'front-matter-missing': ({ first }, { line }) => (first === 'dashes' ? rewritten(line, '---') : []),
  'front-matter-mapping': (_, { line }) => {
    // As people write fields in a list, or bold.
    const [, name, value = ''] =
      /^\s*(?:[-*+・]\s+)?(?:\*\*|__)?([A-Za-z]+)\s*(?:\*\*|__)?\s*[:：]\s*(?:\*\*|__)?(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : rewritten(line, `${name}: ${value.trim()}`.trimEnd());
  },
  'front-matter-open': ({ fence }, { line }) => (/\p{L}|\p{N}/u.test(line) ? [] : rewritten(line, fence)),
  'yaml-syntax': ({ reason, detail }, spot) => {
    const { line, at } = spot;
    if (reason === 'tab' || reason === 'indent')
      return leads(spot).flatMap((lead) => rewritten(line, lead + line.trimStart()));
    if (reason === 'dash') return rewritten(line, asItem(line) ?? line);
    if (reason === 'continued') return rewritten(line, detail);
    if (reason === 'flow') return rewritten(line, line.replace(/\s*( #.*)?$/, ']$1'));
    if (detail === '' || /^(duplicate-key|both|other)$/.test(reason)) return [];
    const comment = detail.includes('#') ? '' : (/\s+#\s.*$/.exec(line)?.[0] ?? '');
    const wide = reason === 'colon' && /^(：|:\u3000)/.test(line.slice(at)) && !line.includes('#');
    const key = line.slice(0, at).replace(/^[\s-]+/, '');
    return rewritten(line, indentOf(line) + detail + comment, wide && !isGuard(key));
  },
  'yaml-feature': (_, { line, at }) => (readLine(line)?.at === at ? inQuotes(line) : []),
  'wrong-type': ({ expected, actual }, { line }) =>
    /^(line|text)$/.test(expected.what) && /^(list|mapping)$/.test(actual) ? inQuotes(line) : [],
  'missing-field': ({ field, suggestion }, spot) =>
    suggestion === undefined ? [] : renamed(suggestion, field.replace(/^.*\./, ''), spot),
  'unknown-field': (args, spot, { fields }) => {
    const name = args.instead === undefined ? fieldMeant(args, fields) : undefined;
    if (name === undefined) return [];
    if (name === 'visibility') return levelled(args.field, spot);
    // `embargo: true` does not say until when.
    if (name === 'announceAt' && switchIn(args.field, spot).flag !== undefined) return [];
    return renamed(args.field, name, spot);
  },
  'bad-value': (args, spot) => {
    const meant = valueMeant(args);
    if (meant === undefined) return [];
    if (meant.startsWith('[')) return severalFor(spot, args.value, args.field, meant);
    const isSame = isSameValue(args.expected, args.value, meant) || isLabelled(args);
    const changes = inField(spot, args.value, meant, isSame && !isGuard(args.field));
    if (isSame || !args.field.endsWith(']')) return changes;
    return [...inBrackets(spot, args.value, meant, (value) => valueNamed(value, args)), ...changes];
  },
  'unknown-id': ({ id, field, suggestion, known, labels }, spot) => {
    if (suggestion === undefined) return [];
    if (suggestion.startsWith('[')) return severalFor(spot, id, field, suggestion);
    const same = known.filter((one) => foldValue(one) === foldValue(id));
    const isSame = (same.length === 1 && same[0] === suggestion) || withLabel(id, labels, known) === suggestion;
    const changes = inField(spot, id, suggestion, isSame);
    if (isSame || !field.endsWith(']')) return changes;
    const meantBy = (item: string) =>
      known.includes(item) ? item : (byLabel(item, labels, known) ?? withLabel(item, labels, known));
    return [...inBrackets(spot, id, suggestion, meantBy), ...changes];
  },
  'unknown-reference': ({ id, field, suggestion }, spot) =>
    suggestion?.startsWith('[') ? severalFor(spot, id, field, suggestion) : inField(spot, id, suggestion),
  'unknown-part': ({ part, suggestion }, spot) => inField(spot, part, suggestion),
  'broken-link': ({ href, suggestion }, { line, at }) => {
    if (suggestion === undefined || /[\s()<>]/.test(suggestion) || !line.startsWith(href, at)) return [];
    return [{ at, old: href, text: suggestion, safe: false }];
  },
  component: ({ what, name, value, suggestion }, { line, at }) => {
    const old = what === 'type' ? value : name;
    const from = old === undefined || suggestion === undefined ? -1 : line.indexOf(old, at);
    return from === -1 ? [] : [{ at: from, old: old as string, text: suggestion as string, safe: false }];
  },
  'almost-heading': ({ heading, suggestion, loose, more }, spot) => {
    if (more) return [];
    const safe = foldHeading(heading) === foldHeading(suggestion);
    // What keeps it from being a heading may be the blanks before it.
    return loose ? rewritten(spot.line, suggestion, safe) : headed(spot, heading, suggestion, safe);
  },
  // On a page for outsiders the heading says what they may read: that is for a person to say.
  'unknown-heading': ({ heading, suggestion }, spot) => headed(spot, heading, suggestion, false),
  'avoided-spelling': ({ word, term }, spot) => {
    const { line, at } = spot;
    if (!line.startsWith(word, at) || !isWord(spot, word.length)) return [];
    const safe = isOurs(spot) && !mayBeNamed(spot, word.length) && /^[\p{L}\p{N} ・－ー-]+$/u.test(term);
    return [{ at, old: word, text: term, safe }];
  },
};

/**
 * What can stand before a line's text: for a dash what puts it before its fields, as much as now in half-width blanks, as
 * much as above, or nothing.
 */
function leads({ lines, row, line }: Spot): readonly string[] {
  const isText = (text: string) => /^\s*[^\s#]/.test(text);
  const above = lines.slice(0, row).findLast(isText) ?? '';
  const below = lines.slice(row + 1).find(isText) ?? '';
  const isItem = line.trimStart().startsWith('-');
  // A field stands below the one beside the dash above, an item below that dash.
  const depth = (isItem ? /^ */ : /^ *(?:- +)*/).exec(above)?.[0].length ?? 0;
  const now = indentOf(line).replace(/[\t\u3000\u00a0]/g, '  ');
  const dashed = isItem && /^ {2,}[^\s-]/.test(below) ? [indentOf(below).slice(2)] : [];
  return [...dashed, now, ' '.repeat(depth), ''];
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

function inQuotes(line: string): readonly Change[] {
  const read = readLine(line);
  const comment = /\s+#\s.*$/.exec(line)?.[0] ?? '';
  return read ? rewritten(line, indentOf(line) + corrected(read) + comment) : [];
}

function renamed(written: string, name: string, spot: Spot): readonly Change[] {
  const at = keyAt(spot, written);
  // Of a page, reading it again tells.
  const twice = spot.csv && spot.line.split(',').some((cell) => cell.trim() === name);
  if (at === undefined || twice) return [];
  const safe = foldName(written) === foldName(name) && !isGuard(name);
  return [{ at, old: written, text: name, safe }];
}

/** `confidential: true` says with its name what `visibility` says with its value; what other switches say, nobody knows. */
function levelled(written: string, spot: Spot): readonly Change[] {
  const { value, flag } = switchIn(written, spot);
  if (flag === undefined) return renamed(written, 'visibility', spot);
  const level = flag === 'true' ? valueNamed(written, asLevel) : undefined;
  const [key] = level === undefined ? [] : renamed(written, 'visibility', spot);
  if (key === undefined || spot.csv) return [];
  const old = spot.line.slice(key.at, spot.line.indexOf(value, key.at + written.length) + value.length);
  const text = old.replace(written, 'visibility').slice(0, -value.length);
  return [{ ...key, old, text: text + (/=\s*$/.test(text) ? `"${level}"` : level), safe: false }];
}

/** The value behind a name, and what it says as a switch in any language. */
function switchIn(written: string, spot: Spot): { value: string; flag: string | undefined } {
  const [, value = ''] = /[:=]\s*(.*?)\s*(#.*)?$/.exec(spot.line.slice(spot.at + written.length)) ?? [];
  const bare = bareText(value);
  return { value, flag: valueNamed(lenientFlag(bare) ?? bare, { ...asLevel, expected: { what: 'flag' } }) };
}

/** How a name is asked whether it is that of a level. */
const asLevel = { field: 'visibility', value: '', expected: { what: 'choice', values: levels } } as const;

function inField(spot: Spot, old: string, text: string | undefined, safe = false): readonly Change[] {
  if (text === undefined) return [];
  return spot.csv ? inCell(spot, old, text, safe) : inScalar(spot, old, text, safe);
}

/** `pro, standard` was meant as a list: brackets around it, unless it stands in some already. */
function severalFor(spot: Spot, old: string, field: string, list: string): readonly Change[] {
  const { line, at } = spot;
  const items = list.slice(1, -1);
  const inList = field.endsWith(']');
  if (spot.csv || (inList && !/[[,]\s*["']?$/.test(line.slice(0, at)))) return [];
  const quoted = /^["']/.test(line.slice(at)) ? 1 : 0;
  if (!line.startsWith(old, at + quoted)) return [];
  const written = line.slice(at, at + old.length + 2 * quoted);
  return [{ at, old: written, text: inList ? items : list, safe: false }];
}

function headed({ line }: Spot, heading: string, known: string | undefined, safe: boolean): readonly Change[] {
  const at = line.indexOf(heading);
  return known === undefined || at < 0 ? [] : [{ at, old: heading, text: known, safe }];
}

/** Whether a field decides who sees something, `level` that of an audience: what it says is for a person to say. */
function isGuard(field: string): boolean {
  const last = foldName(field.replace(/^.*\./, ''));
  return [...guards, 'level'].some((name) => foldName(name) === last);
}

/** Whether two texts of a field say the same, differing in width, case, quotation marks or how a day is written. */
function isSameValue({ what }: Expected, written: string, meant: string): boolean {
  if (foldValue(written) === foldValue(meant)) return true;
  const [there, here] = [leadingDay(bareText(written)), leadingDay(meant)];
  if ((what !== 'day' && what !== 'instant') || there?.day !== here?.day) return false;
  const time = (rest = '') => rest.replace(/^[T\s]\s*0?/, '').replace(/\s/g, '');
  return time(there?.rest) === time(here?.rest);
}

function foldValue(text: string): string {
  return bareText(text).toLowerCase();
}

/** A heading without what people write differently and mean the same: `営業 むけ：` is `営業向け`. */
function foldHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s|[::。.]+$/g, '')
    .replace(/むけ$/, '向け');
}

/** Changelogs as people keep them → the versions in them, nothing lost. */
import { isDay } from '../schema/read-scalar.ts';
import { headingsOf } from './markdown.ts';

export interface Version {
  /** As written, without brackets; `Unreleased` for what is not out yet. */
  readonly name: string;
  readonly unreleased: boolean;
  /** `YYYY-MM-DD`, when the heading gives one that the calendar has. */
  readonly date?: string;
  readonly yanked: boolean;
  /** What the heading says besides name and date. */
  readonly title: string;
  readonly body: string;
  /** The line of the heading, from 1. */
  readonly line: number;
}

export interface Changelog {
  /** The text before the first version. */
  readonly preamble: string;
  readonly versions: readonly Version[];
}

/** `1.2.3`, `v1.2.3-rc.1+5`, `pkg@1.2.3`, `2026.11`, within a heading. */
const versionPattern = /(?:^|[\s[(@]|\bv)(\d+\.\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]+)?)(?=$|[\s\])(,:/（、])/;
const isoDate = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const wordDate = /(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})/g;

interface Found extends Omit<Version, 'body' | 'line'> {
  readonly depth: number;
  /** The lines, from 0, of the heading and behind it. */
  readonly line: number;
  readonly end: number;
}

/**
 * Reads Keep a Changelog (`## [1.2.3] - 2026-11-21`), plain (`## 1.2.3 - date`, `1.2.3 / date` underlined),
 * changesets (`## 1.2.3` below `# package`) and conventional-changelog (`## [1.2.3](url) (date)`, `#` for majors)
 * shapes. A heading that names no version belongs to the version before it.
 */
export function readChangelog(text: string): Changelog {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const found = headingsOf(lines.join('\n')).flatMap(({ depth, line, end, text: heading }): Found[] => {
    const version = readHeading(heading);
    return version ? [{ ...version, depth, line, end }] : [];
  });
  const kept = found.filter((version) => isVersion(version, topOf(found)));
  const definitions = definitionsIn(lines);
  const tail = tailOf(lines, kept.at(-1)?.end ?? 0);
  const used = labelsIn(lines.slice(0, tail).join('\n'));
  const unused = lines.slice(tail).filter((line) => line.trim() !== '' && !used.has(labelOf(line) ?? ''));
  const versions = kept.map(({ depth: _, line, end, ...version }, index): Version => {
    const next = kept[index + 1]?.line;
    const own = lines.slice(end, next ?? tail).join('\n');
    // The heading becomes a title, which holds no links: they go to the end of the text.
    const links = linksOf(lines.slice(line, end).join(' '), definitions);
    const parts = [withoutBlankEnds(own), ...links, next === undefined ? unused.join('\n') : ''];
    return { ...version, body: withDefinitions(parts.filter(Boolean).join('\n\n'), definitions), line: line + 1 };
  });
  const preamble = withoutBlankEnds(lines.slice(0, kept[0]?.line ?? lines.length).join('\n'));
  return { preamble: kept.length > 0 ? withDefinitions(preamble, definitions) : preamble, versions };
}

/** The first line keeps its indentation: it may be that of a list. */
function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** The depth at which versions stand: that of the highest heading that says nothing else. */
function topOf(found: readonly Found[]): number {
  const bare = found.filter((version) => version.title === '');
  return Math.min(...(bare.length > 0 ? bare : found).map((version) => version.depth));
}

/**
 * Whether a heading that begins with a version stands for one. At the depth of the versions it may say more; patches
 * may stand a level deeper, and with a date anywhere; else it is content (`### 1.2 API`).
 */
function isVersion({ title, date, depth }: Found, top: number): boolean {
  return depth === top || (title === '' && (depth <= top + 1 || date !== undefined));
}

function readHeading(text: string): Omit<Version, 'body' | 'line'> | undefined {
  // `[1.2.3](url)` and `[1.2.3]` are the name, other links no words of the title; `<small>` is layout.
  const bare = text
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, (_, words: string) => (/\d\.\d|unreleased/i.test(words) ? words : ''))
    .replace(/[[\]]/g, '')
    .trim();
  if (/^(unreleased\b.*|(next|upcoming)( version| release)?|未リリース|未定)$/i.test(bare)) {
    return { name: 'Unreleased', unreleased: true, yanked: false, title: '' };
  }
  for (const date of [...datesIn(bare), undefined]) {
    const undated = date ? bare.replace(date.text, ' ') : bare;
    const match = versionPattern.exec(undated);
    // The version leads: `Migrating from 1.2.3` is prose. A package's name may stand before it.
    if (!match || undated.slice(0, match.index).split(/\s+/).filter(Boolean).length > 1) continue;
    const name = match[1] as string;
    const title = undated
      .slice(match.index + match[0].length)
      .replace(/\byanked\b/i, '')
      .replace(/^[\s\-–—/:,()（）、]+|[\s\-–—/:,()（）、]+$/g, '');
    const day = date?.day ?? datesIn(name)[0]?.day;
    return { name, unreleased: false, yanked: /\byanked\b/i.test(undated), title, ...(day && { date: day }) };
  }
  return undefined;
}

/** The dates in a heading, as written and as days, the last first: a version such as `2026.11.2` looks like one. */
function datesIn(text: string): { text: string; day?: string }[] {
  const iso = Array.from(text.matchAll(isoDate), ([all, year, month, day]) => dated(all, year, month, day));
  const words = Array.from(text.matchAll(wordDate), ([all, before, name, after, year]) => {
    const month = months.indexOf((name as string).slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? undefined : dated(all, year, String(month), before ?? after);
  });
  return [...iso.reverse(), ...words.filter((date) => date !== undefined)];
}

function dated(text: string, year = '', month = '', day = ''): { text: string; day?: string } {
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { text, ...(isDay(whole) && { day: whole }) };
}

/** The links of a heading, those by definition too. */
function linksOf(heading: string, definitions: ReadonlyMap<string, string>): string[] {
  const inline = [...heading.matchAll(/\[[^\]]*\]\([^)\s]+\)/g)].map(([link]) => link);
  const named = [...heading.matchAll(reference)].filter(([, label]) =>
    definitions.has((label as string).toLowerCase()),
  );
  return [...inline, ...named.map(([link]) => link)];
}

/** `[label]` that is no `[words](address)`. */
const reference = /\[([^\][]+)\](?![(:])/g;

function labelsIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(reference), ([, label]) => (label as string).toLowerCase()));
}

/** The label that a line defines: `[label]: address`. */
function labelOf(line: string): string | undefined {
  return /^ {0,3}\[([^\]^][^\]]*)\]:\s*\S/.exec(line)?.[1]?.toLowerCase();
}

/** Link definitions stand at the end of a changelog, whichever versions use them. */
function definitionsIn(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.flatMap((line) => [[labelOf(line) ?? '', line.trim()] as const]).filter(([label]) => label !== ''),
  );
}

/** The line, not before `from`, from which on there are only link definitions. */
function tailOf(lines: readonly string[], from: number): number {
  const last = lines.findLastIndex((line) => line.trim() !== '' && labelOf(line) === undefined);
  return Math.max(last + 1, from);
}

/** The text with the definitions that it uses and does not hold itself. */
function withDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  const own = definitionsIn(text.split('\n'));
  const missing = [...labelsIn(text)]
    .filter((label) => !own.has(label))
    .flatMap((label) => definitions.get(label) ?? []);
  return missing.length === 0 ? text : `${text.trimEnd()}\n\n${missing.join('\n')}`;
}

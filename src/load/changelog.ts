/** Changelogs as people keep them → the versions in them, with all that they say. */
import { areDays, type Doubt, datesIn, dayBelow, type ReadDate } from './changelog-dates.ts';
import { headingsOf, withoutComments } from './markdown.ts';

export interface Version {
  /** As written, without brackets; `YYYY-MM-DD` where a day is all there is, `Unreleased` for what is not out yet. */
  readonly name: string;
  /** The package whose version it is, where the heading says so: `@scope/pkg` of `@scope/pkg@1.2.3`. */
  readonly package?: string;
  /** Whether the name is that of a version, rather than a day or `Unreleased`. */
  readonly numbered: boolean;
  readonly unreleased: boolean;
  /** `YYYY-MM-DD`, when the heading gives one that the calendar has. */
  readonly date?: string;
  /** What stands for a date in a heading that gives no day. */
  readonly doubt?: Doubt;
  readonly yanked: boolean;
  /** What the heading says besides name and date. */
  readonly title: string;
  readonly body: string;
  /** The line of the heading, from 1. */
  readonly line: number;
}

export interface Changelog {
  /** The text before the first version, which is of none, unless it is only a title such as `# Changelog`. */
  readonly preamble: string;
  readonly versions: readonly Version[];
}

/** `1.2.3`, `v1.2.3-rc.1+5`, `pkg@1.2.3`, `2026.11`, within a heading. */
const dotted =
  /(?:^|[\s[(@]|(?<![\p{L}\p{N}])(?:v|ver\.?|version|バージョン|リリース))(\d+\.\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]+)?)(?=$|[\s\])(,:/（、])/iu;
/** `v2`, `Version 2`, `第3版` at the beginning of a heading. */
const edition = /^((?:v|ver\.? ?|version |バージョン ?)\d+(?=$|[\s,:(（、])|第 ?[\d０-９]+(?:\.\d+)* ?版)/i;
/** What may stand before a version's number without being a package's name. */
const versionWord = /^(version|ver\.?|release|バージョン|リリース)$/i;
const unreleasedName =
  /^(unreleased\b|((next|upcoming)( version| release)?|not (yet )?released( yet)?|in development|wip|tb[ad]|yyyy-mm-dd|未リリース|未公開|未定|開発中|(リリース|公開)予定)$)/i;
/** A line that only gives the heading below it a name for links to lead to. */
const anchor = /^\s*<a (name|id)=["'][^"']*["']\s*(\/>|>(\s*<\/a>)?)\s*$/;
/** What is left of brackets around a date: nothing, or a word that says what the date is. */
const dateBrackets = /[(（【]\s*(?:(?:公開|リリース|配信|提供開始|released?)日?(?: on)?[:：]?)?\s*[)）】]/gi;

/** The most signs in a heading that may name a version. */
const longestHeading = 1000;

/** What a heading says. */
type Said = Omit<Version, 'body' | 'line'> & {
  /** Whether its date is the version itself: `2026.11.22`. */
  readonly named?: boolean;
};

interface Found {
  readonly said: Said;
  readonly depth: number;
  /** The lines, from 0, of the heading, of the anchors before it, and behind it. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads Keep a Changelog (`## [1.2.3] - 2026-11-21`), plain (`## 1.2.3 - date`, `1.2.3 / date` underlined, `## v2`,
 * `## 第3版`), dated (`## 2026-11-21`, `## 令和8年11月21日`), changesets (`## 1.2.3` below `# package`), monorepo
 * (`## @scope/pkg@1.2.3`) and conventional-changelog (`## [1.2.3](url) (date)`, `#` for majors) shapes. A heading that
 * names no version belongs to the version before it, and so does what stands in an HTML comment.
 */
export function readChangelog(text: string): Changelog {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  // What stands in a comment is between authors: a template of theirs is no version.
  const shown = withoutComments(lines.join('\n'));
  const found = headingsOf(shown).flatMap(({ depth, line, end, text: heading }): Found[] => {
    const said = readHeading(heading);
    return said ? [{ said, depth, line, start: startOf(lines, line), end }] : [];
  });
  const top = topOf(found);
  const kept = found.filter(({ said, depth }) => isVersion(said, depth, top));
  const definitions = definitionsIn(shown.split('\n'));
  const tail = tailOf(lines, kept.at(-1)?.end ?? 0);
  const used = labelsIn(lines.slice(0, tail).join('\n'));
  const unused = lines.slice(tail).filter((line) => line.trim() !== '' && !used.has(labelOf(line) ?? ''));
  const days = kept.map(({ said, end }) => {
    const isKnown = said.unreleased || said.doubt !== undefined || (said.date !== undefined && !said.named);
    return isKnown ? { day: said.date, from: end } : dayBelow(lines, end);
  });
  const byName = areDays(kept.map(({ said }, index) => ({ name: said.name, day: days[index]?.day })));
  const versions = kept.map(({ said: { named, date, ...said }, line, end }, index): Version => {
    const next = kept[index + 1]?.start;
    const { day = byName ? date : undefined, from = end } = days[index] ?? {};
    const own = lines.slice(from, next ?? tail).join('\n');
    // The heading becomes a title, which holds no links: they go to the end of the text.
    const links = said.unreleased ? [] : linksOf(lines.slice(line, end).join(' '), definitions);
    const parts = [withoutBlankEnds(own), ...links, next === undefined ? unused.join('\n') : ''];
    const body = withDefinitions(parts.filter(Boolean).join('\n\n'), definitions);
    return { ...said, ...(day !== undefined && { date: day }), body, line: line + 1 };
  });
  const preamble = withoutBlankEnds(lines.slice(0, kept[0]?.start ?? lines.length).join('\n'));
  return { preamble: isTitle(withoutComments(preamble).trim()) ? '' : preamble, versions };
}

/** The line, from 0, of the first of the anchors before a heading, or of the heading itself. */
function startOf(lines: readonly string[], line: number): number {
  let start = line;
  for (let above = line - 1; above >= 0; above -= 1) {
    const text = lines[above] as string;
    if (anchor.test(text)) start = above;
    else if (text.trim() !== '') break;
  }
  return start;
}

/** Whether a text is a heading and no more: what the changelog is called. */
function isTitle(text: string): boolean {
  const [title] = headingsOf(text);
  return title?.line === 0 && title.end === text.split('\n').length && title.text.length <= longestHeading;
}

/** The first line keeps its indentation: it may be that of a list. */
function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** Whether a heading says nothing besides its name and a date, be it an impossible one. */
function isBare({ title }: Said): boolean {
  return title === '';
}

/** Whether a heading names what can only be a version of that which the changelog is about. */
function isFirm({ numbered, name, package: owner }: Said): boolean {
  return numbered && owner === undefined && /\d\.\d/.test(name);
}

/** The depth at which versions stand: that of the highest heading that is surely one, else of one that is bare. */
function topOf(found: readonly Found[]): number {
  const bare = found.filter(({ said }) => isBare(said));
  const firm = bare.filter(({ said }) => isFirm(said));
  const best = [firm, bare].find((some) => some.length > 0) ?? found;
  return Math.min(...best.map(({ depth }) => depth));
}

/**
 * Whether a heading that begins with a version stands for one. At the depth of the versions it may say more; patches
 * may stand a level deeper, and with a date anywhere; else it is content (`### 1.2 API`, `### lodash@4.0.0`, a day).
 */
function isVersion(said: Said, depth: number, top: number): boolean {
  if (depth === top) return true;
  if (!isBare(said)) return false;
  return (said.numbered && said.date !== undefined) || ((isFirm(said) || said.unreleased) && depth <= top + 1);
}

function readHeading(text: string): Said | undefined {
  // What is longer is prose, and stays in the text; some of the expressions below take quadratic time.
  if (text.length > longestHeading) return undefined;
  // `[1.2.3](url)` and `[1.2.3]` are the name, other links no words of the title; `<small>` is layout.
  const bare = text
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, (_, words: string) => (isName(words) ? words : ''))
    .replace(/[[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const unreleased = unreleasedName.exec(bare)?.[0];
  if (unreleased !== undefined) {
    const title = withoutMarks(bare.slice(unreleased.length));
    return { name: 'Unreleased', numbered: false, unreleased: true, yanked: false, title };
  }
  const dates = datesIn(bare);
  const possible = dates.filter((date) => date.day !== undefined);
  const doubtful = dates.filter((date) => date.day === undefined);
  for (const date of [...possible, undefined, ...doubtful]) {
    const named = readNumber(date ? bare.replace(date.text, ' ').replace(dateBrackets, ' ').trim() : bare);
    if (!named) continue;
    const day = date?.day ?? datesIn(named.name)[0]?.day;
    const isName = day !== undefined && date === undefined;
    return day !== undefined
      ? { ...named, date: day, ...(isName && { named: true }) }
      : doubted(named, date ? [date] : doubtful);
  }
  return readDay(bare, [...possible, ...doubtful]);
}

/** What a heading says that gives no day; a month amid the words of its title is one of them. */
function doubted(named: Said, dates: readonly ReadDate[]): Said {
  for (const { text, month, why } of dates) {
    if (named.name.includes(text)) continue;
    // `What came of March 2025` is a title, `Faster - March 2025` has a date.
    const isPart = month !== undefined && new RegExp(`[^\\s–—/:：,、-] ?${text}$`, 'u').test(named.title);
    const title = isPart ? undefined : withoutDate(named.title, text);
    if (month === undefined) return { ...named, title: title ?? named.title, doubt: { text, why } };
    if (title !== undefined) return { ...named, title, date: month, doubt: { text, why } };
  }
  return named;
}

/** Whether the words of a link name a version. */
function isName(words: string): boolean {
  return /\d\.\d/.test(words) || edition.test(words) || unreleasedName.test(words) || datesIn(words).length > 0;
}

/** The version that leads a heading without its date. */
function readNumber(text: string): Said | undefined {
  const match = edition.exec(text) ?? dotted.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index).trim();
  // The version leads: `Migrating from 1.2.3` is prose. A package's name may stand before it.
  if (before.includes(' ') || datesIn(before).length > 0) return undefined;
  const name = match[1] as string;
  const rest = text.slice(match.index + match[0].length);
  const owner = before.replace(/[-/:@]+$/, '');
  const title = withoutMarks(rest.replace(/\byanked\b/i, ''));
  const isPackage = /[\p{L}\p{N}]/u.test(owner) && !versionWord.test(owner);
  return {
    name,
    ...(isPackage && { package: owner }),
    numbered: true,
    unreleased: unreleasedName.test(title),
    yanked: /\byanked\b/i.test(rest),
    title,
  };
}

/** The day that leads a heading which names no version. */
function readDay(text: string, dates: readonly ReadDate[]): Said | undefined {
  const date = dates.find((one) => text.startsWith(one.text));
  if (!date) return undefined;
  const { day, month, why, text: written } = date;
  const title = withoutMarks(text.slice(written.length).replace(dateBrackets, ' '));
  const known = day ?? month;
  return {
    name: day ?? written,
    numbered: false,
    unreleased: false,
    yanked: false,
    title,
    ...(known !== undefined && { date: known }),
    ...(day === undefined && { doubt: { text: written, why } }),
  };
}

/** A title without the date that it begins or ends with, in brackets or not; nothing if it stands amid its words. */
function withoutDate(title: string, date: string): string | undefined {
  if (title === '' || title === date) return '';
  for (const text of [`（${date}）`, `(${date})`, date]) {
    if (title.startsWith(text)) return withoutMarks(title.slice(text.length));
    if (title.endsWith(text)) return withoutMarks(title.slice(0, -text.length));
  }
  return undefined;
}

/** A text without the marks around it that stood between it and a name or a date, and without brackets around it all. */
function withoutMarks(text: string): string {
  const bare = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—/:：,、)）]+|[\s\-–—/:：,、(（]+$/g, '')
    .replace(/^[(（]([^()（）]*)[)）]?$|^([^()（）]*)[)）]$/, '$1$2');
  return bare === text ? bare : withoutMarks(bare);
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

/** Changelogs as people keep them → the versions in them, with all that they say. */
import { areDays, dayBelow } from './changelog-dates.ts';
import { longestHeading, readHeading, type Said } from './changelog-heading.ts';
import { lineHeadings, unindented } from './changelog-lines.ts';
import { definitionsIn, labelOf, labelsIn, linksOf, tailOf, withDefinitions } from './changelog-links.ts';
import { type Heading, headingsOf, withoutComments } from './markdown.ts';

/** A version: what its heading says, and what stands below that. */
export interface Version extends Omit<Said, 'named'> {
  readonly body: string;
  /** The line of the heading, from 1. */
  readonly line: number;
}

export interface Changelog {
  /** The text before the first version, which is of none, unless it is only a title such as `# Changelog`. */
  readonly preamble: string;
  readonly versions: readonly Version[];
}

/** A line that only gives the heading below it a name for links to lead to. */
const anchor = /^\s*<a (name|id)=["'][^"']*["']\s*(\/>|>(\s*<\/a>)?)\s*$/;

/** Lines about the page at its top, the last of which would be a heading to Markdown. */
const frontMatter = /^---\n(?:#.*\n)*[\w-]+:(?:(?!\n##)[\s\S])*?\n---[ \t]*(?=\n|$)/;

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
 * `## 第3版`), dated (`## 2026-11-21`, `## 令和8年11月21日`, `### 11月21日` below `## 2026年`), changesets (`## 1.2.3` below `# package`), monorepo
 * (`## @scope/pkg@1.2.3`) and conventional-changelog (`## [1.2.3](url) (date)`, `#` for majors) shapes. A heading that
 * names no version belongs to the version before it, and so does what stands in an HTML comment. Without such headings,
 * `**1.2.3** (date)`, `- 1.2.3 (date)` and `1.2.3 (date)` on lines of their own are read, and without those headings of
 * release notes (`## What's new in 1.2.3`, `## Sprint 42 (date)`).
 */
export function readChangelog(text: string): Changelog {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  // What stands in a comment is between authors: a template of theirs is no version.
  const shown = withoutComments(lines.join('\n')).replace(frontMatter, (all) => all.replace(/.+/g, ''));
  const { headings, above } = withYears(headingsOf(shown));
  const strict = versionsOf(foundIn(headings, lines, above));
  // Where no heading is one, versions may be bold lines, items of a list, or lines by themselves.
  const inLines = strict.length === 0 ? foundIn(lineHeadings(shown), lines) : [];
  const firmLines = inLines.filter(({ said }) => isBare(said) && isFirm(said));
  const headed = firmLines.length > 0 ? [] : bestOf(strict, () => foundIn(headings, lines, above, true), headings);
  const kept = headed.length > 0 ? headed : firmLines;
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
    const below = lines.slice(from, next ?? tail).join('\n');
    const own = headed.length > 0 ? below : unindented(below);
    // The heading becomes a title, which holds no links: they go to the end of the text.
    const links = said.unreleased ? [] : linksOf(lines.slice(line, end).join(' '), definitions);
    const parts = [withoutBlankEnds(own), ...links, next === undefined ? unused.join('\n') : ''];
    const body = withDefinitions(parts.filter(Boolean).join('\n\n'), definitions);
    return { ...said, ...(day !== undefined && { date: day }), body, line: line + 1 };
  });
  const preamble = withoutBlankEnds(lines.slice(0, kept[0]?.start ?? lines.length).join('\n'));
  const said = withoutComments(preamble).replace(frontMatter, '').trim();
  return { preamble: said === '' || isTitle(said) ? '' : preamble, versions };
}

type Line = Pick<Heading, 'depth' | 'text' | 'line' | 'end'>;

function foundIn(
  headings: readonly Line[],
  lines: readonly string[],
  above: ReadonlySet<number> = new Set(),
  loosely = false,
): Found[] {
  return headings.flatMap(({ depth, line, end, text }) => {
    // Several lines above a line of hyphens are a paragraph.
    const said = text.includes('\n') ? undefined : readHeading(text, loosely);
    return said ? [{ said, depth, line, start: startOf(lines, line, above), end }] : [];
  });
}

/** All that a heading says above those of its days: `2026年11月`, `令和8年`. */
const yearAlone = /^((?:令和|平成|昭和)(?:元|[\d０-９]{1,2})年|[\d０-９]{4}年)(?:[\d０-９]{1,2}月)?$/;

/**
 * Headings of which those that give a day without its year (`11月22日`) have that of the heading above them, and its place, and without
 * the latter: its lines are `above`.
 */
function withYears(all: readonly Heading[]): { headings: Heading[]; above: ReadonlySet<number> } {
  const years: { depth: number; year: string; heading: Heading }[] = [];
  const above = new Set<number>();
  const headings = all.map((heading) => {
    const { depth, text } = heading;
    while ((years.at(-1)?.depth ?? 0) >= depth) years.pop();
    const [, year] = yearAlone.exec(text) ?? [];
    if (year !== undefined) years.push({ depth, year, heading });
    const of = /^[\d０-９]{1,2}月[\d０-９]{1,2}日/.test(text) ? years.at(-1) : undefined;
    if (!of) return heading;
    for (let line = of.heading.line; line < of.heading.end; line++) above.add(line);
    return { ...heading, depth: of.depth, text: of.year + text };
  });
  return { headings: headings.filter(({ line }) => !above.has(line)), above };
}

/** The line, from 0, of the first of the anchors before a heading and headings `above` it, or of the heading itself. */
function startOf(lines: readonly string[], line: number, above: ReadonlySet<number>): number {
  let start = line;
  for (let at = line - 1; at >= 0; at -= 1) {
    const text = lines[at] as string;
    if (anchor.test(text) || above.has(at)) start = at;
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

/** Those of the headings found that stand for versions. */
function versionsOf(found: readonly Found[]): Found[] {
  const top = topOf(found);
  return found.filter(({ said, depth }, index) => isVersion(said, depth, top, index === 0));
}

/**
 * The versions, unless all of them may be sections (`### Python 3.9 support`): then those that are found `loosely`
 * above them, and none where there is one section alone behind others.
 */
function bestOf(versions: Found[], loosely: () => Found[], all: readonly Line[]): Found[] {
  if (versions.some(({ said }) => isBare(said) || said.date !== undefined)) return versions;
  const loose = versionsOf(loosely());
  const depth = Math.min(...versions.map((version) => version.depth));
  if (loose.some((one) => one.depth < depth)) return loose;
  const [only, another] = versions;
  const before = all.filter(({ line }) => only && line < only.line);
  return only && !another && before.some((one) => one.depth >= only.depth) ? [] : versions;
}

/** The depth at which versions stand: that of the highest heading that is surely one, else of one that is bare. */
function topOf(found: readonly Found[]): number {
  const bare = found.filter(({ said }) => isBare(said));
  const firm = found.filter(({ said }) => isFirm(said) && (isBare(said) || said.date !== undefined));
  const best = [firm, bare].find((some) => some.length > 0) ?? found;
  return Math.min(...best.map(({ depth }) => depth));
}

/**
 * Whether a heading that begins with a version stands for one. At the depth of the versions it may say more; patches
 * may stand a level deeper, and with a date anywhere, and so may what is not out yet if it is the first; else it is
 * content (`### 1.2 API`, `### lodash@4.0.0`, a day, `### Upcoming`).
 */
function isVersion(said: Said, depth: number, top: number, isFirst: boolean): boolean {
  if (depth === top) return true;
  if (!isBare(said)) return false;
  return (
    (said.numbered && said.date !== undefined) ||
    ((isFirm(said) || (said.unreleased && (isFirst || said.numbered))) && depth <= top + 1)
  );
}

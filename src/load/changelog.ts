/** Changelogs as people keep them → the versions in them, with all that they say. */
import { areDays, dayBelow } from './changelog-dates.ts';
import { longestHeading, readHeading, type Said } from './changelog-heading.ts';
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
 * names no version belongs to the version before it, and so does what stands in an HTML comment.
 */
export function readChangelog(text: string): Changelog {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  // What stands in a comment is between authors: a template of theirs is no version.
  const shown = withoutComments(lines.join('\n'));
  const { headings, above } = withYears(headingsOf(shown));
  const found = headings.flatMap(({ depth, line, end, text: heading }): Found[] => {
    const said = readHeading(heading);
    return said ? [{ said, depth, line, start: startOf(lines, line, above), end }] : [];
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

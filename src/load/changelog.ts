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
const versionPattern = /(?:^|[\s[(@v])(\d+\.\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]+)?)(?=$|[\s\])(,:/])/;
const isoDate = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const wordDate = /(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})/;

/**
 * Reads Keep a Changelog (`## [1.2.3] - 2026-11-21`), plain (`## 1.2.3 - date`, `1.2.3 / date` underlined),
 * changesets (`## 1.2.3` below `# package`) and conventional-changelog (`## [1.2.3](url) (date)`, `#` for majors)
 * shapes. A heading that names no version belongs to the version before it.
 */
export function readChangelog(text: string): Changelog {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const links = definitions(lines);
  const headings = headingsOf(lines.join('\n'));
  const found = headings.flatMap((heading) => {
    const version = readHeading(heading.text);
    return version ? [{ ...version, depth: heading.depth, line: heading.line, end: heading.end }] : [];
  });
  // Versions stand at one or two depths; a deeper heading that looks like one (`### 1.2 API`) is content.
  const top = Math.min(...found.map((version) => version.depth));
  const kept = found.filter((version) => version.depth <= top + 1);
  const preamble = lines
    .slice(0, kept[0]?.line ?? lines.length)
    .join('\n')
    .trim();
  const versions = kept.map(({ depth: _depth, line, end, ...version }, index): Version => {
    const own = lines.slice(end, kept[index + 1]?.line ?? lines.length).join('\n');
    const body = withDefinitions(own, links).trim();
    // The heading becomes a title, which holds no link: its link goes to the end of the text.
    const link = /\[[^\]]*\]\([^)\s]+\)/.exec(lines[line] ?? '')?.[0];
    return { ...version, body: [body, link].filter(Boolean).join('\n\n'), line: line + 1 };
  });
  return { preamble, versions };
}

function readHeading(text: string): Omit<Version, 'body' | 'line'> | undefined {
  // `[1.2.3](url)` and `[1.2.3]` are the name; `<small>` is layout.
  const bare = text
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[[\]]/g, '')
    .trim();
  if (/^(unreleased|未リリース|next)\b/i.test(bare) || bare === '未リリース') {
    return { name: 'Unreleased', unreleased: true, yanked: false, title: '' };
  }
  const dated = dateIn(bare);
  const undated = dated ? bare.replace(dated.text, ' ') : bare;
  const match = versionPattern.exec(undated);
  // The version leads: `Migrating from 1.2.3` is prose. A package's name may stand before it.
  if (!match || undated.slice(0, match.index).split(/\s+/).filter(Boolean).length > 1) return undefined;
  const name = match[1] as string;
  const yanked = /\byanked\b/i.test(undated);
  const title = undated
    .slice(match.index + match[0].length)
    .replace(/\byanked\b/i, '')
    .replace(/^[\s\-–—/:,()]+|[\s\-–—/:,()]+$/g, '');
  return { name, unreleased: false, yanked, title, ...(dated?.day && { date: dated.day }) };
}

function dateIn(text: string): { text: string; day?: string } | undefined {
  const iso = isoDate.exec(text);
  if (iso) {
    const day = dayOf(iso[1], iso[2], iso[3]);
    return { text: iso[0], ...(day && { day }) };
  }
  const word = wordDate.exec(text);
  const month = months.indexOf(word?.[2]?.slice(0, 3).toLowerCase() ?? '') + 1;
  if (!word || month === 0) return undefined;
  const day = dayOf(word[4], String(month), word[1] ?? word[3]);
  return { text: word[0], ...(day && { day }) };
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const text = `${year}-${month?.padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** Link definitions stand at the end of a changelog, whichever versions use them. */
function definitions(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const match = /^ {0,3}\[([^\]^][^\]]*)\]:\s*\S/.exec(line);
    if (match) found.set((match[1] as string).toLowerCase(), line.trim());
  }
  return found;
}

/** The body with the definitions that it uses and does not hold itself. */
function withDefinitions(body: string, links: ReadonlyMap<string, string>): string {
  const own = new Set(definitions(body.split('\n')).keys());
  const used = new Set([...body.matchAll(/\[([^\][]+)\](?!\()/g)].map((match) => (match[1] as string).toLowerCase()));
  const missing = [...used].filter((label) => !own.has(label)).flatMap((label) => links.get(label) ?? []);
  return missing.length === 0 ? body : `${body.trimEnd()}\n\n${missing.join('\n')}\n`;
}

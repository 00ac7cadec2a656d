/** The body of an entry → its sections: which audience each is for, and who may see it. */
import type { Config } from '../config.ts';
import { isVisible, type Level, levels, mostRestricted } from '../schema/level.ts';
import { closest } from '../suggest.ts';
import { looseHeadings, namesIn } from './loose-headings.ts';
import { type Heading, headingsOf, withoutComments } from './markdown.ts';

/** The parts of a sales section, and the section with what must not be promised, by their headings. */
export const allRoles = {
  summary: ['概要', 'Summary'],
  talkTrack: ['トークトラック', 'Talk track'],
  discovery: ['ヒアリング', 'Discovery'],
  objections: ['切り返し', 'Objections'],
  doNotPromise: ['約束しないこと', 'Do not promise'],
} as const;

export type SectionRole = keyof typeof allRoles;

/** These are for sales wherever they stand. */
const salesRoles: ReadonlySet<string> = new Set(['talkTrack', 'discovery', 'objections']);

export interface Section {
  /** Empty for the text before the first heading. */
  readonly heading: string;
  /** 1–6, as in `#`; 0 for the text before the first heading. */
  readonly depth: number;
  /** The audience whose heading this is, or inside whose section it stands. */
  readonly audience?: string;
  /** The part it plays, of its own heading. */
  readonly role?: SectionRole;
  readonly level: Level;
  /** Whether its heading is one that we know; text before the first heading counts as known. */
  readonly known: boolean;
  /** The Markdown below the heading, up to the next heading of any depth. */
  readonly text: string;
  /** The line of the body, from 0, of the heading, and the line after the section's text. */
  readonly line: number;
  readonly end: number;
  /** The line of the body, from 0, on which `text` begins. */
  readonly textLine: number;
  /** The heading's line as written, where Markdown does not take it for one. */
  readonly loose?: string;
}

/** What sections are made of. A leading `# Title` that repeats the title divides nothing. */
interface Divided {
  readonly fields: { readonly title: string };
  readonly body: string;
  readonly headings: readonly Heading[];
}

interface Meaning {
  readonly audience?: string;
  readonly role?: SectionRole;
}

interface Vocabulary {
  /** Every heading that means something, folded. */
  readonly words: ReadonlyMap<string, Meaning>;
  /** What the headings that were asked for mean, as written: they are few, and on every page. */
  readonly asked: Map<string, Meaning | undefined>;
}

const vocabularies = new WeakMap<Config['audiences'], Vocabulary>();

function vocabularyOf(audiences: Config['audiences']): Vocabulary {
  const known = vocabularies.get(audiences);
  if (known) return known;
  const words = new Map<string, Meaning>();
  for (const [role, headings] of Object.entries(allRoles) as [SectionRole, readonly string[]][]) {
    for (const heading of headings)
      words.set(foldHeading(heading), salesRoles.has(role) ? { role, audience: 'sales' } : { role });
  }
  for (const [audience, { headings }] of Object.entries(audiences)) {
    for (const heading of headings) words.set(foldHeading(heading), { audience });
  }
  const made = { words, asked: new Map() };
  vocabularies.set(audiences, made);
  return made;
}

/** What a heading means under a configuration, if anything. */
function meaningOf(heading: string, audiences: Config['audiences']): Meaning | undefined {
  const { words, asked } = vocabularyOf(audiences);
  if (!asked.has(heading)) asked.set(heading, words.get(foldHeading(heading)));
  return asked.get(heading);
}

/** Whether every heading of a page is one to Markdown and means something. */
export function allHeadingsKnown({ headings }: Pick<Divided, 'headings'>, config: Pick<Config, 'audiences'>): boolean {
  return headings.every(({ text, loose }) => loose === undefined && isKnownHeading(text, config));
}

/**
 * What divides a text (without comments): its headings, and the lines that were to be headings for readers inside the
 * company. Were those passed over, what stands below them would be told outside.
 */
export function dividersOf(body: string, { audiences }: Pick<Config, 'audiences'>): Heading[] {
  const headings = headingsOf(body);
  const { inside, words: insideWord } = insideHeadings(audiences);
  const loose = looseHeadings(body, headings, insideWord, (text, isMarked) => {
    const folded = foldHeading(text);
    const near =
      inside.get(folded) ??
      onlyInside(text, audiences) ??
      (isMarked && text.length <= 20 ? closest(text, [...inside.values()]) : undefined);
    if (near === undefined) return undefined;
    return salesRoles.has(meaningOf(near, audiences)?.role ?? '') ? 3 : 2;
  });
  return loose.length === 0 ? headings : [...headings, ...loose].sort((a, b) => a.line - b.line);
}

/** What people call a part that is for nobody outside, besides the headings that we know. */
const insideWords = [
  ...['社内向け', '社内', '社内限り', '社内限定', '社内メモ', '社外秘'],
  ...['Internal', 'Internal only', 'Internal notes', 'For internal'],
];

interface Inside {
  /** Headings of sections that stay inside, folded → as written. */
  readonly inside: ReadonlyMap<string, string>;
  /** Finds any of them in a text. */
  readonly words: RegExp;
}

const insides = new WeakMap<Config['audiences'], Inside>();

function insideHeadings(audiences: Config['audiences']): Inside {
  const known = insides.get(audiences);
  if (known) return known;
  const { summary: _open, ...roles } = allRoles;
  const own = Object.values(audiences).filter(({ level }) => !isVisible(level, 'partner'));
  const all = [...own.flatMap(({ headings }) => headings), ...Object.values(roles).flat(), ...insideWords];
  const inside = new Map(all.map((heading) => [foldHeading(heading), heading]));
  const escaped = [...inside.values()].map((heading) => heading.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const made = { inside, words: new RegExp(escaped.join('|'), 'iu') };
  insides.set(audiences, made);
  return made;
}

/** The names in a heading, each as the heading that stays inside which it is, if it is one. */
function insideNames(heading: string, audiences: Config['audiences']): (string | undefined)[] {
  const { inside, words } = insideHeadings(audiences);
  return words.test(heading) ? namesIn(heading).map((name) => inside.get(foldHeading(name))) : [];
}

/** The first of them, of a line that says nothing else: in a sentence, code, a table or a link it is a word. */
function onlyInside(line: string, audiences: Config['audiences']): string | undefined {
  const names = /[`|]|\]\(/.test(line) ? [] : insideNames(line, audiences);
  return names.includes(undefined) ? undefined : names[0];
}

/** The heading of readers inside the company that somebody meant by one that is not known. */
export function meantInside(heading: string, { audiences }: Pick<Config, 'audiences'>): string | undefined {
  return insideNames(heading, audiences).find((name) => name && meaningOf(name, audiences));
}

/** The audience whose heading this is. */
export function audienceOf(heading: string, config: Pick<Config, 'audiences'>): string | undefined {
  return meaningOf(heading, config.audiences)?.audience;
}

/** Whether a heading means something under a configuration: it divides a page and says who may read what. */
export function isKnownHeading(heading: string, config: Pick<Config, 'audiences'>): boolean {
  return meaningOf(heading, config.audiences) !== undefined;
}

/**
 * The headings of a page that have something to read below them, down to the next heading of their depth. Comments are
 * nothing to read: a template's sections wait to be written.
 */
export function filledHeadings({ body, headings }: Pick<Divided, 'body' | 'headings'>): Heading[] {
  if (headings.length === 0) return [];
  const lines = withoutComments(body).split('\n');
  const filled = headings.map(({ end }, index) =>
    lines.slice(end, headings[index + 1]?.line).some((line) => line.trim() !== ''),
  );
  return headings.filter(({ depth }, index) => {
    const next = headings.findIndex((other, at) => at > index && other.depth <= depth);
    return filled.slice(index, next === -1 ? undefined : next).includes(true);
  });
}

/** The audiences and the parts that a page has something for, by its headings. */
export function headedIn(
  page: Pick<Divided, 'body' | 'headings'>,
  config: Pick<Config, 'audiences'>,
): { readonly audiences: ReadonlySet<string>; readonly roles: ReadonlySet<SectionRole> } {
  const meanings = filledHeadings(page).flatMap(({ text }) => meaningOf(text, config.audiences) ?? []);
  return {
    audiences: new Set(meanings.flatMap(({ audience }) => audience ?? [])),
    roles: new Set(meanings.flatMap(({ role }) => role ?? [])),
  };
}

/** The headings that a section may have, as written, for suggestions: those that outsiders may read come first. */
export function knownHeadings(config: Pick<Config, 'audiences'>): string[] {
  const audiences = Object.values(config.audiences).sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
  const { summary, ...others } = allRoles;
  return [...summary, ...audiences.flatMap(({ headings }) => headings), ...Object.values(others).flat()];
}

/**
 * Divides a page at its top-level headings. `level` is the entry's own level. A section is as restricted as its
 * audience, as everything it stands in, and as the entry; an unknown heading on an entry for outsiders is `internal`.
 */
export function sectionsOf(page: Divided, level: Level, config: Pick<Config, 'audiences'>): Section[] {
  const { body, headings, fields } = page;
  const lines = body.split('\n');
  const sections: Section[] = [];
  const open: Section[] = [];
  const firstLine = headings[0]?.line ?? lines.length;
  const intro = lines.slice(0, firstLine).join('\n');
  if (intro.trim() !== '' || headings.length === 0) {
    sections.push({ heading: '', depth: 0, level, known: true, text: intro, line: 0, end: firstLine, textLine: 0 });
  }
  for (const [index, heading] of headings.entries()) {
    while (open.length > 0 && (open.at(-1) as Section).depth >= heading.depth) open.pop();
    const parent = open.at(-1);
    const meaning = meaningOf(heading.text, config.audiences);
    const title = index === 0 && heading.depth === 1 && repeatsTitle(heading.text, fields.title);
    const end = headings[index + 1]?.line ?? lines.length;
    const audience = meaning?.audience ?? parent?.audience;
    const section: Section = {
      heading: heading.text,
      depth: heading.depth,
      ...(audience !== undefined && { audience }),
      ...(meaning?.role && { role: meaning.role }),
      level: mostRestricted(level, ownLevel(heading.text, meaning, parent, title, config), parent?.level ?? 'public'),
      known: meaning !== undefined || parent !== undefined || title,
      text: lines.slice(heading.end, end).join('\n'),
      line: heading.line,
      end,
      textLine: heading.end,
      ...(heading.loose !== undefined && { loose: heading.loose }),
    };
    sections.push(section);
    if (!title) open.push(section);
  }
  return sections;
}

/** A section as Markdown again, to stand in a page that has a title. */
export function sectionSource({ depth, heading, text }: Section): string {
  return `${'#'.repeat(Math.max(2, depth))} ${heading}\n${text}`;
}

/** The level that a heading asks for by itself. */
function ownLevel(
  heading: string,
  meaning: Meaning | undefined,
  parent: Section | undefined,
  title: boolean,
  config: Pick<Config, 'audiences'>,
): Level {
  if (meaning?.role === 'doNotPromise') return 'internal';
  if (meaning?.audience !== undefined) return config.audiences[meaning.audience]?.level ?? 'internal';
  if (meaning !== undefined || title) return 'public';
  // `### 📣 営業向け` below お客様向け.
  const named = insideNames(heading, config.audiences).map((name) => {
    const meant = name && meaningOf(name, config.audiences)?.audience;
    return name === undefined ? 'public' : (config.audiences[meant ?? '']?.level ?? 'internal');
  });
  return mostRestricted(parent ? 'public' : 'internal', ...named);
}

/** The body with every line that an output at `level` may not show left blank. */
export function visibleBody(
  page: Divided,
  entryLevel: Level,
  output: Level,
  config: Pick<Config, 'audiences'>,
): string {
  const { body } = page;
  if (body === '') return body;
  const strictest = mostRestricted('internal', ...Object.values(config.audiences).map((audience) => audience.level));
  if (isVisible(strictest, output)) return body;
  const hidden = sectionsOf(page, entryLevel, config).filter((section) => !isVisible(section.level, output));
  if (hidden.length === 0) return body;
  const lines = body.split('\n');
  for (const section of hidden) lines.fill('', section.line, section.end);
  return lines.join('\n');
}

/** Whether a heading says what the page's title says: other systems put an anchor or a mark beside it. */
export function repeatsTitle(heading: string, title: string): boolean {
  return foldHeading(heading.replace(/<[^<>]*>/g, '')) === foldHeading(title);
}

/** Width, case, emphasis marks, characters that nobody sees and a closing colon do not make another heading. */
function foldHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`\p{Cf}]/gu, '')
    .replace(/[::]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

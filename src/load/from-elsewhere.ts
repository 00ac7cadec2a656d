/** Front matter that was written for another system → ours, where `kairanban.yaml` has an `import:`. */
import type { Config } from '../config.ts';
import type { Problem } from '../problem.ts';
import { offsetOn } from '../schema/day-in.ts';
import type { Shape } from '../schema/fields.ts';
import { guards } from '../schema/index.ts';
import { isVisible, levels } from '../schema/level.ts';
import { type FieldReport, isBlank, type RawMap, type RawValue } from '../schema/read-fields.ts';
import { isDay, isInstant, lenientFlag } from '../schema/read-scalar.ts';
import { suggestion } from '../suggest.ts';
import type { Elsewhere } from './entry.ts';
import type { HeadedPage, Located, Page } from './front-matter.ts';
import { lenientDay, lenientValue } from './lenient.ts';
import { meantBy } from './meant-fields.ts';
import { isKnownHeading } from './sections.ts';

/** A page's fields under our names and in our forms, and where those are that are not under our names. */
interface Adapted {
  readonly raw: RawMap;
  readonly elsewhere: Elsewhere;
}

/** Their names of fields → ours. */
type FieldNames = NonNullable<NonNullable<Config['import']>['fields']>;

/**
 * Reads a page as `import:` says: their names of fields, the forms in which others write values, and a title or a day
 * that stands outside the front matter. `id` is the file's name. Of two names for one field ours counts, else the first,
 * and the other is reported. Values that are not surely meant stay as they are, for our own reader to report. Paths in
 * reports hold the names that the file has.
 */
export function fromElsewhere(
  shape: Shape,
  page: HeadedPage,
  id: string,
  config: Config,
  report: FieldReport,
): Adapted {
  const elsewhere = new Map<string, string | { line: number; column: number }>();
  const keys = keysByName(shape, page.raw, config.import?.fields ?? {}, report);
  const raw = new Map<string, RawValue>();
  for (const [name, key] of keys) {
    if (key !== name) elsewhere.set(name, key);
    const written = page.raw[key] as RawValue;
    const value = name === 'draft' ? draftOf(key, written) : written;
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    raw.set(name, field ? lenientValue(field, value, config, report, [key]) : value);
  }
  const isAbsent = (name: string) => shape[name]?.required && isBlank(raw.get(name) ?? '');
  const title = isAbsent('title') && !isForOutsiders(raw.get('visibility')) ? titleOf(page, config) : undefined;
  if (title) {
    raw.set('title', title.text);
    elsewhere.set('title', { line: title.line, column: 1 });
  }
  const day = isAbsent('date') ? dayOf(id) : undefined;
  if (day !== undefined) raw.set('date', day);
  const later = isBlank(raw.get('announceAt') ?? '') ? laterIn(shape, raw, config.timeZone) : undefined;
  if (later) {
    elsewhere.set('announceAt', later.key);
    raw.set('announceAt', later.instant);
    raw.delete(later.key);
  }
  return { raw: Object.fromEntries(raw), elsewhere };
}

/**
 * A page without front matter that begins with a `# Title`, as Notion writes it. Not one that says at its top who may read
 * it, as a property in its text or in front matter below the title: there nobody would keep it from anybody.
 */
export function bareNote(text: string): Page | undefined {
  if (!/^# +\S/.test(text)) return undefined;
  const top = text.split('\n', 30);
  const isFence = (line: string) => /^(---|\+\+\+)\s*$/.test(line);
  const isKept = top.some((line, index) => {
    const [, name = ''] = /^[-*\s]*([^\s:：=][^:：=]{0,40}?)[*\s]*[:：=]/.exec(line.slice(0, 200)) ?? [];
    return namesGuard(name) || (isFence(line) && /^\w+\s*[:：=]/.test(top[index + 1] ?? ''));
  });
  return isKept ? undefined : { raw: {}, yaml: '', body: text, bodyLine: 1 };
}

/** That a page has no front matter, with the one field that it needs it for, if `problems` say so of the note it is. */
export function withNeeded(page: Located, problems: readonly Problem[]): Located {
  const [lacking, ...others] = problems;
  const { finding } = page;
  if (finding.rule !== 'front-matter-missing' || lacking?.rule !== 'missing-field' || others.length > 0) return page;
  return { ...page, finding: { ...finding, args: { ...finding.args, needed: lacking.args.field } } };
}

/** Whether a word is the name or the label of a field that guards, or nearly, or of another system's switch. */
function namesGuard(name: string): boolean {
  const isSwitch = [...outSwitches, ...draftSwitches, ...hidingSwitches, ...laterNames].includes(foldName(name));
  const args = { field: name, known: guards, ...suggestion(foldName(name), guards) };
  return name !== '' && (isSwitch || meantBy(args).some((field) => field !== undefined));
}

/**
 * Our name of each field of a page → the key that it has there. A key stands for what `import.fields` says, else for the
 * field of its name, in whatever case; what we do not know keeps its name.
 */
function keysByName(shape: Shape, raw: RawMap, names: FieldNames, report: FieldReport): Map<string, string> {
  const known = Object.keys(shape);
  const mapped = Object.entries(names).filter(([, ours]) => Object.hasOwn(shape, ours));
  const folded = new Map([...known.map((name) => [name, name] as const), ...mapped].map(([a, b]) => [foldName(a), b]));
  const meaningOf = (key: string): string | undefined => {
    const exact = Object.hasOwn(names, key) ? names[key] : undefined;
    if (exact !== undefined && Object.hasOwn(shape, exact)) return exact;
    if (Object.hasOwn(shape, key)) return key;
    return folded.get(foldName(key)) ?? (isDraftSwitch(key, raw[key] as RawValue) ? 'draft' : undefined);
  };
  const meant = Map.groupBy(Object.keys(raw), (key) => meaningOf(key) ?? key);
  return new Map(
    [...meant].map(([name, keys]) => {
      const written = keys.filter((key) => !isBlank(raw[key] as RawValue));
      const first = written.find((key) => key === name) ?? written[0] ?? (keys[0] as string);
      const draft = (key: string) => (name === 'draft' ? draftOf(key, raw[key] as RawValue) : key);
      for (const field of written.filter((key) => draft(key) !== draft(first))) {
        const args = { field, known, suggestion: name, instead: first };
        report({ rule: 'unknown-field', args }, [field], 'key');
      }
      return [name, first];
    }),
  );
}

/** What `import.fields` says of a name, in whatever case. */
export function mappedName(key: string, names: FieldNames): string | undefined {
  if (Object.hasOwn(names, key)) return names[key];
  const folded = foldName(key);
  return Object.entries(names).find(([theirs]) => foldName(theirs) === folded)?.[1];
}

/** A name without what systems write differently: case, width, and the mark between its words. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\S)[-_ ](?=\S)/g, '');
}

/** Switches that say that a page is out: Jekyll, Zenn and esa have `published`, Obsidian Publish has `publish`. */
const outSwitches = ['published', 'publish'];
/** Switches that say that a page is none yet: esa has `wip`, Qiita `ignorePublish`. */
const draftSwitches = ['isdraft', 'wip', 'ignorepublish'];
/**
 * Switches that keep a page from lists or from people: Qiita has `private`, Docusaurus `unlisted`, Mintlify and ReadMe
 * `hidden`. We have nothing between a draft and a page, and a page without them may be a draft all the same.
 */
const hidingSwitches = ['private', 'unlisted', 'hidden'];

/** Whether a key of another system says if the page is a draft; one of theirs that nobody can read is to be reported. */
function isDraftSwitch(key: string, value: RawValue): boolean {
  const name = foldName(key);
  const flag = typeof value === 'string' ? lenientFlag(value) : undefined;
  // In many systems `published` is a day.
  if (outSwitches.includes(name)) return flag !== undefined || !/\d{4}/.test(String(value));
  return draftSwitches.includes(name) || (hidingSwitches.includes(name) && flag !== 'false');
}

/** What a key says of whether the page is a draft. */
function draftOf(key: string, value: RawValue): RawValue {
  const flag = typeof value === 'string' ? lenientFlag(value) : undefined;
  if (flag === undefined || !outSwitches.includes(foldName(key))) return flag ?? value;
  return flag === 'true' ? 'false' : 'true';
}

/** When a page goes out, if not on its day: Hugo has `publishDate` and `pubDate`, Zenn `published_at`. */
export const laterNames = ['publishdate', 'pubdate', 'publishedat'];

/** The key by which a page goes out after its `date`, and when: without an offset it is the site's time. */
function laterIn(shape: Shape, raw: ReadonlyMap<string, RawValue>, timeZone: string) {
  const key = [...raw.keys()].find((name) => laterNames.includes(foldName(name)) && !Object.hasOwn(shape, name));
  const written = raw.get(key ?? '');
  const date = raw.get('date');
  if (key === undefined || !Object.hasOwn(shape, 'announceAt') || typeof date !== 'string') return undefined;
  if (typeof written !== 'string' || isBlank(written)) return undefined;
  const day = lenientDay(written, timeZone);
  if (day !== undefined && day <= date) return undefined;
  const clock = /^\d{4}-\d\d-\d\d(?:[T ](\d\d:\d\d(?::\d\d)?))?$/.exec(written.trim());
  const local = clock && `${day}T${clock[1] ?? '00:00'}${offsetOn(day ?? '', timeZone)}`;
  return { key, instant: !isInstant(written.trim()) && local && day !== undefined ? local : written };
}

/**
 * Whether a page is for readers outside. There a heading that we do not know hides what stands below it, and one that
 * became the title would not.
 */
function isForOutsiders(visibility: RawValue | undefined): boolean {
  const level = levels.find((name) => typeof visibility === 'string' && visibility.trim() === name);
  return level !== undefined && isVisible(level, 'partner');
}

/**
 * The first heading, if it is a `# Title`. One that says who may read what divides the page and is no title, and what
 * stands in a comment is between authors.
 */
function titleOf({ headings, bodyLine }: HeadedPage, config: Config): { text: string; line: number } | undefined {
  const first = headings.find(({ loose }) => loose === undefined);
  if (first?.depth !== 1 || isKnownHeading(first.text, config)) return undefined;
  // Emphasis is looked for in what can be a title only: in a long text it takes quadratic time.
  const heading = first.text.replace(/\s+/g, ' ');
  const text = heading.length > 300 ? heading : heading.replace(/(\*\*|\*|`)(?=\S)(.+?)(?<=\S)\1/g, '$2');
  return text === '' ? undefined : { text, line: bodyLine + first.line };
}

/** The day with which a file's name begins. */
function dayOf(id: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(id)?.[1];
  return day !== undefined && isDay(day) ? day : undefined;
}

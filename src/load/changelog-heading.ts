/** The heading of a version in a changelog → its name, its day, and what else it says. */
import { type Doubt, datesIn, type ReadDate } from './changelog-dates.ts';

/** What a heading says. */
export interface Said {
  /** As written, without brackets; `YYYY-MM-DD` where a day is all there is, `Unreleased` for what is not out yet. */
  readonly name: string;
  /** The package whose version it is, where the heading says so: `@scope/pkg` of `@scope/pkg@1.2.3`. */
  readonly package?: string;
  /** Whether the name is that of a version, rather than a day or `Unreleased`. */
  readonly numbered: boolean;
  readonly unreleased: boolean;
  /** `YYYY-MM-DD`, when the heading gives one that the calendar has. */
  readonly date?: string;
  /** Whether its date is the version itself: `2026.11.22`. */
  readonly named?: boolean;
  /** What stands for a date in a heading that gives no day. */
  readonly doubt?: Doubt;
  readonly yanked: boolean;
  /** What the heading says besides name and date. */
  readonly title: string;
}

/** What tells a version from the final one, as far as others than Semantic Versioning write it: `rc1`, `.Final`, `k`. */
const stage = String.raw`(?:[._]?(?:alpha|beta|pre|preview|dev|post|final|ga|release|rc)\.?\d*|[._]?(?:a|b|c|cr|m|p|sp)\.?\d+|(?<=\.\d+\.\d+)[a-wyz])`;
/** `1.2.3`, `v1.2.3-rc.1+5`, `3.0.0rc5`, `pkg@1.2.3`, `2026.11`, within a heading. */
const dotted = new RegExp(
  String.raw`(?:^|[\s[(@：]|(?<![\p{L}\p{N}])(?:v|ver\.?|version|バージョン|リリース)|(?<=^\p{L}[\w-]*)-(?=\d+\.\d+\.\d))(\d+\.\d+(?:\.\d+)*${stage}?(?:[-+][0-9A-Za-z.+-]+)?)(?=$|[\s\])(,:/（、\p{So}]|\. [-–—/(])`,
  'iu',
);
/** `v2`, `Version 2`, `第3版` at the beginning of a heading. */
const edition =
  /^((?:v|ver\.? ?|version |release |build |バージョン ?)\d+(?=$|[\s,:(（、])|第 ?[\d０-９]+(?:\.\d+)* ?版)/i;
/** What may stand before a version's number without being a package's name. */
const versionWord = /^(v\.?|version|ver\.?|release|バージョン|リリース|版本)$/i;
const unreleasedName =
  /^(unreleased\b|((next|upcoming)( version| release)?|v\.?next|head|pending|not (yet )?released( yet)?|in (development|progress)|development version|coming soon|wip|(\d{4}-)?tb[acd]|(\d{4}|\d\dxx|[yx?]{4})[-/](\d\d|[mx?]{2})[-/][dx?]{2}|未リリース|未公開|未定|開発中|準備中|(リリース|公開)?予定|(リリース|公開)前|次(期|の|回の?)(バージョン|リリース))$)/i;
/** What is left of brackets around a date: nothing, or a word that says what the date is. */
const dateBrackets = /[(（【]\s*(?:(?:公開|リリース|配信|提供開始|released?)日?(?: on)?[:：]?)?\s*[)）】]/gi;

/** What stands before a heading for the eye: emoji or their names, and signs such as `■`. */
const ornaments = /^(?::[a-z0-9_+-]+:|\p{So}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s)+/u;
/** The words beside a name and a date that only say what a heading is. */
const fillers = /^(?:(?:was )?(?:released?|published)(?: on)?|week of|リリース|公開)$/i;

/** What a heading of release notes says before a product's name, and between that and the number of its version. */
const notesOf =
  /^(?:release notes?|change ?log|changes|updates?|what['’]s new|リリースノート|更新履歴|新機能)(?: (?:for|in|of|to))?(?=$|[\s:：–—-])[\s:：–—-]*/i;
const versionOf = /(?:^|[\s:：–—-])(?:version|ver\.?|v|release|バージョン)$/i;
/** What no name of a product has in it: with it a heading is a sentence. */
const inSentences = /(?:^| )(?:from|for|to|since|until|in|of|with|before|after|on|by|is|are)(?= |$)/i;

/** The most signs in a heading that may name a version. */
export const longestHeading = 1000;

/**
 * What the words of a heading say; nothing where they name neither a version nor a day. Read `loosely`, a product's name
 * of several words may stand before a version, and any words before a day (`Sprint 42 (2026-11-22)`).
 */
export function readHeading(text: string, loosely = false): Said | undefined {
  // What is longer is prose, and stays in the text; some of the expressions below take quadratic time.
  if (text.length > longestHeading) return undefined;
  // `[1.2.3](url)` and `[1.2.3]` are the name, other links no words of the title; `<small>` is layout.
  const bare = unmarked(text)
    .replace(/(?<=\w)[[\]]+(?=\w)/g, ' ')
    .replace(/[[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ornaments, '');
  const unreleased = unreleasedName.exec(bare)?.[0];
  if (unreleased !== undefined) {
    const title = withoutMarks(bare.slice(unreleased.length));
    return { name: 'Unreleased', numbered: false, unreleased: true, yanked: false, title };
  }
  const dates = datesIn(bare);
  const possible = dates.filter((date) => date.day !== undefined);
  const doubtful = dates.filter((date) => date.day === undefined);
  for (const date of [...possible, undefined, ...doubtful]) {
    const named = readNumber(date ? bare.replace(date.text, ' ').replace(dateBrackets, ' ').trim() : bare, loosely);
    if (!named) continue;
    // A name that begins with a year may be a day; `10.3.2026` is none.
    const day = date?.day ?? (/^\d{4}/.test(named.name) ? datesIn(named.name)[0]?.day : undefined);
    const isName = day !== undefined && date === undefined;
    return day !== undefined
      ? { ...named, date: day, ...(isName && { named: true }) }
      : doubted(named, date ? [date] : doubtful);
  }
  const day = readDay(bare, [...possible, ...doubtful]);
  return day ?? (loosely ? readDayBehind(bare, possible) : undefined);
}

/** The day that a heading ends with which names no version. */
function readDayBehind(text: string, dates: readonly ReadDate[]): Said | undefined {
  const [date] = dates;
  if (date?.day === undefined) return undefined;
  const title = withoutDate(withoutMarks(text), date.text);
  if (title === undefined) return undefined;
  const said = { numbered: false, unreleased: false, yanked: false, title: fillers.test(title) ? '' : title };
  return { ...said, name: date.day, date: date.day };
}

/** A heading without the Markdown around its name and its date; the marks in its title stay. */
function unmarked(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/ *\{:? ?[#.][^}]*\}/g, '')
    .replace(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^)]*\)/g, (_, words: string) => (isName(words) ? words : ''))
    .replace(/(\[[^[\]]+\])\[([^[\]]*)\]/g, (all, words: string, label: string) =>
      isName(words) && datesIn(label).length === 0 ? words : all.replace('][', ' '),
    )
    .replace(/(\*\*|__|~~|[*_`])(?=\S)([^*_~`]+)\1/g, (all, _, words: string) => (isName(words) ? words : all))
    .replace(/[【［]([^】］]*)[】］]/g, (all, words: string) => (/^(v|ver\.?)? ?\d/i.test(words) ? ` ${words} ` : all))
    .replace(/(?<=\d{4})[‐-―−](\d{1,2})[‐-―−](?=\d)/g, '-$1-');
}

/** What a heading says that gives no day; a month amid the words of its title is one of them. */
function doubted(named: Said, dates: readonly ReadDate[]): Said {
  for (const { text, month, why } of dates) {
    if (named.name.includes(text)) continue;
    // `What came of March 2025` is a title, `Faster - March 2025` has a date.
    const isPart = month !== undefined && new RegExp(`[^\\s–—/:：,、-] ?${text}$`, 'u').test(named.title);
    const title = isPart ? undefined : withoutDate(named.title, text);
    if (month === undefined) return { ...named, title: title ?? named.title, doubt: { text, why } };
    if (title !== undefined) {
      const unreleased = named.unreleased || unreleasedName.test(title);
      return { ...named, unreleased, title, date: month, doubt: { text, why } };
    }
  }
  return named;
}

/** Whether the words of a link name a version. */
function isName(words: string): boolean {
  return /\d\.\d/.test(words) || edition.test(words) || unreleasedName.test(words) || datesIn(words).length > 0;
}

/** The version that leads a heading without its date. */
function readNumber(text: string, loosely: boolean): Said | undefined {
  const match = edition.exec(text) ?? dotted.exec(text);
  if (!match) return undefined;
  const before = text
    .slice(0, match.index)
    .replace(/^[\s,、:：–—-]+/, '')
    .trim();
  // The version leads: `Migrating from 1.2.3` is prose. A package's name may stand before it.
  if ((before.includes(' ') && !loosely) || datesIn(before).length > 0) return undefined;
  const name = match[1] as string;
  const rest = text.slice(match.index + match[0].length);
  const owner = loosely ? productIn(before) : before.replace(/[-/:：@]+$/, '');
  if ((inSentences.test(owner) && !match[0].startsWith('@')) || owner.split(' ').length > 5) return undefined;
  const words = withoutMarks(rest.replace(/^\.(?= |$)/, '').replace(/\( *yanked *\)|\byanked\b/i, ''));
  const title = fillers.test(words) ? '' : words;
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

/** The name of a product among the words before its version. */
function productIn(before: string): string {
  return before
    .replace(/[\s\-–—/:：@]+$/, '')
    .replace(notesOf, '')
    .replace(versionOf, '')
    .replace(/[\s\-–—:：]+$/, '');
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
    .replace(/^(?:[\s\-–—/|·•:：,、)）]|[~@](?= |$))+|[\s\-–—/|·•~@:：,、(（]+$/g, '')
    .replace(/^[(（]([^()（）]*)[)）]?$|^([^()（）]*)[)）]$/, '$1$2');
  return bare === text ? bare : withoutMarks(bare);
}

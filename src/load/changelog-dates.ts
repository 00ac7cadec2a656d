/** The dates in the headings of changelogs, as people write them. */
import { isDay } from '../schema/read-scalar.ts';

/** A date that is no day: a month, whose first is taken, one that may be two days, or none that the calendar has. */
export interface Doubt {
  readonly text: string;
  readonly why: 'month' | 'order' | 'calendar';
}

const numericDate =
  /(?:(令和|平成|昭和)(元|[\d０-９]{1,2})年|([\d０-９]{4})[-/.年])([\d０-９]{1,2})[-/.月]([\d０-９]{1,2})日?( ?[(（](?:[日月火水木金土](曜日?)?|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)[)）])?([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?(Z|UTC|JST|\((?:UTC|JST)\)|[+-]\d{2}:?\d{2})(?![\w.]))?)?/g;
/** `20260201`, alone: within a version it is part of it. */
const compactDate = /(?<![\w.+-])(\d{4})(\d{2})(\d{2})(?![\w.])/g;
/** `01/04/2026`, in either order; `01.04.2026`, where the day comes first. */
const trailingYear = /(?<![\w.+/-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\w./-])/g;
const monthDate =
  /(?:(令和|平成|昭和)(元|[\d０-９]{1,2})年|([\d０-９]{4})年)([\d０-９]{1,2})月(?![\d０-９])|(?<![\w.+/-])(\d{4})[-/](\d{1,2})(?![\w./-])/g;
/** The year before the first of an era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const months = 'january february march april may june july august september october november december'.split(' ');
const wordDate =
  /(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*[.,]?\s+)?(?:(?:(?<![\w.])(\d{1,2})(?:st|nd|rd|th)?(?:\s+|-))?([A-Za-z]{3,9})[.,]?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?(?: ?,)?(?:\s+|-)(\d{4})|(?<![\w.-])(\d{4})[\s-]([A-Za-z]{3,9})\.?[\s-](\d{1,2})(?!\w|[./-]\d))/g;

/** A date as written, and as a day if it is one that the calendar has, or as the first of its month. */
export interface ReadDate {
  readonly text: string;
  readonly day?: string;
  readonly month?: string;
  /** Why it is no day, where it is none. */
  readonly why: Doubt['why'];
}

/** The dates in a heading, the last first: a version such as `2026.11.2` looks like one. Months come behind days. */
export function datesIn(text: string): ReadDate[] {
  const numeric = Array.from(text.matchAll(numericDate), ([all, era, eraYear, year, month, day]) =>
    dated(all, era === undefined ? year : yearOf(era, eraYear), month, day),
  );
  const compact = Array.from(text.matchAll(compactDate), ([all, year, month, day]) => dated(all, year, month, day));
  const trailing = Array.from(text.matchAll(trailingYear), ([all, first, mark, second, year]) => {
    const orders = [dated(all, year, second, first), ...(mark === '.' ? [] : [dated(all, year, first, second)])];
    const days = orders.flatMap(({ day }) => day ?? []);
    const isOne = days.length > 0 && days.every((day) => day === days[0]);
    return { text: all, ...(isOne && { day: days[0] }), why: days.length > 0 ? 'order' : 'calendar' } as ReadDate;
  });
  const words = Array.from(text.matchAll(wordDate), ([all, before, name, after, year, first, second, third]) => {
    const month = months.findIndex((full) => full.startsWith((name ?? second ?? '').toLowerCase())) + 1;
    return month === 0 ? undefined : dated(all, year ?? first, String(month), before ?? after ?? third);
  });
  const rough = Array.from(text.matchAll(monthDate), ([all, era, eraYear, year, month, plainYear, plainMonth]) =>
    dated(all, era === undefined ? (year ?? plainYear) : yearOf(era, eraYear), month ?? plainMonth),
  ).filter((date) => date.month !== undefined);
  return [
    ...numeric.reverse(),
    // Eight digits that are no day are some number.
    ...compact.filter(({ day }) => day !== undefined),
    ...trailing,
    ...words.filter((date) => date !== undefined),
    ...rough,
  ];
}

/** What may stand beside a date that is all a line says. */
const dateLabel =
  /^(?:(?:リリース|公開|配信|提供開始|発売|発行|更新)?日?(?:付|時)?|(?:released?|published|date)(?: date| on)?)$/i;

/** A day that begins a sentence which says that the version came out then. */
const cameOut = /^(?:This version was )?Released?:?(?: on)? $/i;

/**
 * The day in the first line at or after `from` with words in it, if it says nothing else (`**リリース日**: 2026-11-22`),
 * and the line from which on there is other text: that line itself if it goes on (`Released on 2026-11-22. It is …`).
 */
export function dayBelow(lines: readonly string[], from: number): { day: string | undefined; from: number } {
  const first = lines.findIndex((line, at) => at >= from && line.trim() !== '');
  const plain = (lines[first] ?? '').replace(/[*_`]/g, '').replace(/^[\s>#+-]+/, '');
  const rest = (date: string) => plain.replace(date, '').replace(/[\s:：。.()（）]+/g, ' ');
  const dates = plain.length > 1000 ? [] : datesIn(plain);
  const alone = plain.length > 100 ? undefined : dates.find(({ text }) => dateLabel.test(rest(text).trim()))?.day;
  if (alone !== undefined) return { day: alone, from: first + 1 };
  return { day: dates.find(({ text }) => cameOut.test(plain.slice(0, plain.indexOf(text))))?.day, from };
}

/**
 * Whether the versions of a changelog are the days on which they came out: `2026.11.22`. One that is no day, or that came
 * out on another `day`, says that they only look like it.
 */
export function areDays(versions: readonly { readonly name: string; readonly day: string | undefined }[]): boolean {
  return versions.every(({ name, day }) => {
    if (!/^\d{4}\.\d{1,2}\.\d{1,2}$/.test(name)) return true;
    const named = datesIn(name)[0]?.day;
    return named !== undefined && (day ?? named) === named;
  });
}

/** The year of an era (`令和8`; its first is `元`) as the others count. */
function yearOf(era: string, year = ''): string {
  return String((eras[era] ?? 0) + (year === '元' ? 1 : Number(year.normalize('NFKC'))));
}

/** A date by its parts; without a day it is a month. */
function dated(text: string, year = '', month = '', day?: string): ReadDate {
  const whole = `${year}-${month.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`.normalize('NFKC');
  if (!isDay(whole)) return { text, why: 'calendar' };
  return day === undefined ? { text, month: whole, why: 'month' } : { text, day: whole, why: 'calendar' };
}

/** How much of a summary goes into a message: from everything to hardly more than the names of what matters. */
import type { Messages } from '../i18n/index.ts';
import type { Detail, Summary, SummaryItem } from '../summary/summary.ts';
import { groupsOf } from './outline.ts';

export interface Fit {
  /** Items told whole (tier 1) that keep their parts. All of them are named, up to `must`, whatever happens. */
  readonly whole: number;
  readonly wholeDetail: Detail;
  /** What a quotation of theirs may take. */
  readonly wholeQuote: number;
  readonly must: number;
  /** Items told in short (tier 2) that keep their parts, what a quotation may take, and how many others are named. */
  readonly short: number;
  readonly shortQuote: number;
  readonly named: number;
  /** Items told in a line (tier 3). */
  readonly lines: number;
  /** What a headline may take. */
  readonly title: number;
  /** Whether lists of names are links. */
  readonly links: boolean;
}

const everything: Fit = {
  whole: Number.POSITIVE_INFINITY,
  wholeDetail: 'whole',
  wholeQuote: Number.POSITIVE_INFINITY,
  must: Number.POSITIVE_INFINITY,
  short: Number.POSITIVE_INFINITY,
  shortQuote: Number.POSITIVE_INFINITY,
  named: Number.POSITIVE_INFINITY,
  lines: Number.POSITIVE_INFINITY,
  title: Number.POSITIVE_INFINITY,
  links: true,
};

/** What is given up, one after the other: the least important first. */
const losses: readonly Partial<Fit>[] = [
  { title: 600 },
  { lines: 20 },
  { lines: 8 },
  ...[1200, 600, 300].map((shortQuote) => ({ shortQuote })),
  { short: 8, named: 30 },
  ...[4, 2, 0].map((short) => ({ short })),
  { named: 8 },
  ...[7000, 4000, 2500, 1200, 600].map((wholeQuote) => ({ wholeQuote })),
  { wholeDetail: 'short' },
  ...[300, 150].map((wholeQuote) => ({ wholeQuote })),
  ...[12, 6, 3, 1, 0].map((whole) => ({ whole })),
  { title: 150 },
  { title: 60, links: false },
  { title: 40, lines: 0, named: 0 },
  { title: 20, must: 250 },
];

/** The first message that keeps the limits, trying them from whole to smallest; the smallest if none does. */
export function fitted<T>(build: (fit: Fit) => T, keepsLimits: (message: T) => boolean): T {
  let fit = everything;
  let message = build(fit);
  for (const loss of losses) {
    if (keepsLimits(message)) break;
    fit = { ...fit, ...loss };
    message = build(fit);
  }
  return message;
}

export interface FittedGroup {
  /** Empty where a heading would say nothing. */
  readonly label: string;
  /** Items with their parts. */
  readonly told: readonly { readonly item: SummaryItem; readonly detail: Detail; readonly quote: number }[];
  /** Items of which the name is told. */
  readonly listed: readonly SummaryItem[];
  /** How many more there are. */
  readonly rest: number;
}

/** The groups of a summary as far as they fit, and whether something had to be given up. */
export function fittedGroups(
  summary: Summary,
  fit: Fit,
  words: Messages,
): { groups: readonly FittedGroup[]; truncated: boolean } {
  let truncated = false;
  const groups = groupsOf(summary, words).map(({ label, items }) => {
    const detail = items[0]?.detail ?? 'line';
    const count = { whole: fit.whole, short: fit.short, line: 0 }[detail];
    const told = items.slice(0, count).map((item) => ({
      item,
      detail: detail === 'whole' ? fit.wholeDetail : detail,
      quote: detail === 'whole' ? fit.wholeQuote : fit.shortQuote,
    }));
    const others = items.slice(told.length);
    const listed = others.slice(0, { whole: fit.must, short: fit.named, line: fit.lines }[detail]);
    const rest = others.length - listed.length;
    if (rest > 0 || (detail !== 'line' && others.length > 0)) truncated = true;
    if (told.some(({ item, detail: left }) => left !== detail && (item.discovery || item.objections))) truncated = true;
    return { label, told, listed, rest };
  });
  return { groups, truncated };
}

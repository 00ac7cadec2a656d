/** What a message says about one release, in order: the same for every channel. */
import { locales } from '../config.ts';
import { type Messages, messages } from '../i18n/index.ts';
import { isVisible } from '../schema/level.ts';
import type { Quote } from '../summary/quotes.ts';
import type { Detail, LinkedPage, Summary, SummaryItem } from '../summary/summary.ts';
import { cutText } from './cut.ts';
import { toPlain } from './plain.ts';

/** Facts (plain text), a quotation (Markdown; without a label it follows the headline), or links. */
export type Part =
  | { readonly label: string; readonly facts: readonly string[] }
  | { readonly label?: string; readonly quote: Quote }
  | { readonly label: string; readonly links: readonly Pick<LinkedPage, 'title' | 'url'>[] };

export interface Group {
  /** Empty where a heading would say nothing. */
  readonly label: string;
  readonly items: readonly SummaryItem[];
}

/** The groups of a summary that have items: must act, good to know, the rest. */
export function groupsOf(summary: Summary, words: Messages): Group[] {
  const labels = isOutside(summary) ? words.summary.tiersOutside : words.summary.tiers;
  const tiers = ([1, 2, 3] as const).filter((tier) => summary.items.some((item) => item.tier === tier));
  return tiers.map((tier) => {
    // “Also released” needs something before it, and a release asked for by name needs no group.
    const says = tier === 1 || (summary.period.type !== 'release' && (tier === 2 || tiers.length > 1));
    return { label: says ? labels[tier] : '', items: summary.items.filter((item) => item.tier === tier) };
  });
}

/** The title of a message: the site and the audience. */
export function headingOf(summary: Summary, words: Messages): string {
  return words.summary.heading(summary.site, audienceLabel(summary, words));
}

function audienceLabel({ audience }: Summary, words: Messages): string {
  return audience.label ?? words.words.audiences[audience.id] ?? audience.id;
}

/** The headline of a release: the title as written, marked with its status where it is not simply out. */
export function headlineOf(item: SummaryItem, words: Messages): string {
  if (item.status === 'released' || saysStatus(item.title.text, item.status)) return item.title.text;
  return `${words.summary.mark(words.summary[item.status])}${item.title.text}`;
}

/** Whether a title names its status itself, in either language: `【取り下げ】…`, `… (beta)`, `Withdrawn: …`. */
function saysStatus(title: string, status: Exclude<SummaryItem['status'], 'released'>): boolean {
  const labels = locales.map((locale) => messages(locale).summary[status]).join('|');
  return new RegExp(`(^|[【\\[(（「〈《])\\s*(${labels})(版)?\\s*($|[】\\])）」〉》:：])`, 'iu').test(title);
}

/** Day, products and version of a release, in one line. */
export function factsOf(item: SummaryItem, words: Messages): string {
  const { products } = item;
  const version = item.version === undefined || wordIn(item.title.text, item.version) ? '' : item.version;
  const names = products.join(words.summary.comma);
  const facts = products.length === 1 ? [`${names} ${version}`.trim()] : [names, version];
  return [item.date, ...facts].filter((fact) => fact !== '').join(' · ');
}

/** What a title that is only a name and a number (`payroll 8.4.0`, from a changelog) leaves unsaid; else nothing. */
export function gistOf(item: SummaryItem): string | undefined {
  if (item.version === undefined || !item.title.text.endsWith(item.version) || !item.lead) return undefined;
  const [first] = toPlain(item.lead.tree, '').split('\n');
  return first ? cutText(first, 60) : undefined;
}

function wordIn(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at !== -1 && !/[\d.]/.test(text[at - 1] ?? '') && !/^\.?\d/.test(text.slice(at + word.length));
}

/** What an audience does not need to read. */
const omitted: { readonly [audience: string]: readonly (keyof SummaryItem)[] } = {
  cs: ['pages'],
  product: ['pages'],
  executive: ['segments', 'plans', 'doNotPromise', 'pages'],
};

/** What nobody needs to read of a release that was withdrawn. */
const unsold: readonly (keyof SummaryItem)[] = ['segments', 'plans', 'pages'];

/** Names of customers or pages that a message lists; more are counted. */
const listed = 8;

/** The parts of a release at a level of detail. `line` has none beyond its headline. */
export function partsOf(item: SummaryItem, detail: Detail, summary: Summary, words: Messages): Part[] {
  if (detail === 'line') return [];
  const s = words.summary;
  const unread = [...(omitted[summary.audience.id] ?? []), ...(item.status === 'withdrawn' ? unsold : [])];
  const tells = (part: keyof SummaryItem) => !unread.includes(part);
  const plans = tells('plans') ? plansPart(item, words) : [];
  // Outside the company a customer's own section says what happened, in words meant for customers.
  if (isOutside(summary)) return [...quotePart(undefined, item.section ?? item.lead), ...plans];
  return [
    ...quotePart(undefined, item.lead),
    ...linksPart(s.why, item.why, words),
    ...factsPart(
      s.actions,
      item.actions.map(({ what, by }) => (by === undefined ? what : `${what}${s.by(by)}`)),
    ),
    ...(tells('segments') ? factsPart(s.segments, joined(item.segments, words)) : []),
    ...factsPart(s.askedBy, joined(item.askedBy, words)),
    ...quotePart(item.section?.heading, item.section),
    ...quotePart(s.talkTrack, item.talkTrack),
    ...(detail === 'whole' ? quotePart(s.discovery, item.discovery) : []),
    ...(detail === 'whole' ? quotePart(s.objections, item.objections) : []),
    ...plans,
    ...(tells('doNotPromise') ? quotePart(s.doNotPromise, item.doNotPromise) : []),
    ...(tells('pages') ? linksPart(s.pages, item.pages, words) : []),
  ];
}

/** Whether a message leaves the company. */
function isOutside(summary: Summary): boolean {
  return !isVisible('internal', summary.level);
}

function quotePart(label: string | undefined, quote: Quote | undefined): Part[] {
  return quote ? [label === undefined ? { quote } : { label, quote }] : [];
}

function factsPart(label: string, facts: readonly string[]): Part[] {
  return facts.length > 0 ? [{ label, facts }] : [];
}

function linksPart(label: string, pages: readonly LinkedPage[], words: Messages): Part[] {
  const rest = pages.length - listed;
  const more = rest > 0 ? [{ title: words.summary.more(rest) }] : [];
  return pages.length > 0 ? [{ label, links: [...pages.slice(0, listed), ...more] }] : [];
}

function plansPart({ plans, allPlans }: SummaryItem, words: Messages): Part[] {
  return factsPart(words.summary.plans, allPlans ? [words.summary.allPlans] : joined(plans, words));
}

/** Values as one fact. */
function joined(values: readonly string[], words: Messages): string[] {
  if (values.length === 0) return [];
  const rest = values.length - listed;
  return [[...values.slice(0, listed), ...(rest > 0 ? [words.summary.more(rest)] : [])].join(words.summary.comma)];
}

/** What a message says about one release, in order: the same for every channel. */
import type { Messages } from '../i18n/index.ts';
import type { Detail, Quote, Summary, SummaryItem } from '../summary/summary.ts';

/** A labelled fact (plain text) or a labelled quotation (Markdown). */
export type Part =
  | { readonly label: string; readonly fact: string }
  | { readonly label: string; readonly quote: Quote }
  | { readonly label: string; readonly links: SummaryItem['pages'] };

export interface Section {
  readonly label: string;
  readonly items: readonly SummaryItem[];
}

/** The groups of a summary that have items: must act, good to know, the rest. */
export function groupsOf(summary: Summary, words: Messages): Section[] {
  const { tier1, tier2, tier3 } = words.summary;
  const labels = { 1: tier1, 2: tier2, 3: tier3 };
  return ([1, 2, 3] as const)
    .map((tier) => ({ label: labels[tier], items: summary.items.filter((item) => item.tier === tier) }))
    .filter((group) => group.items.length > 0);
}

/** The title of a message: the site and the audience. */
export function headingOf(summary: Summary, words: Messages): string {
  return words.summary.heading(summary.site, audienceLabel(summary, words));
}

/** How the audience is called. */
export function audienceLabel({ audience }: Summary, words: Messages): string {
  return audience.label ?? words.words.audiences[audience.id] ?? audience.id;
}

/** The headline of a release: its status where it is not simply out, the title, the version. */
export function headlineOf(item: SummaryItem, words: Messages, title = plainTitle(item)): string {
  const label = item.status === 'released' ? undefined : words.summary[item.status];
  const status = label === undefined || title.includes(label) ? '' : words.summary.mark(label);
  const version = item.version !== undefined && !title.includes(item.version) ? ` ${item.version}` : '';
  return `${status}${title}${version}`;
}

/** The title as written: titles are text, not Markdown. */
export function plainTitle(item: SummaryItem): string {
  return item.title.text;
}

/** The parts of a release at a level of detail. `line` has none beyond its headline. */
export function partsOf(item: SummaryItem, detail: Detail, summary: Summary, words: Messages): Part[] {
  if (detail === 'line') return [];
  const s = words.summary;
  const parts: Part[] = [];
  const fact = (label: string, values: readonly string[]) => {
    if (values.length > 0) parts.push({ label, fact: values.join(s.comma) });
  };
  const quote = (label: string, value: Quote | undefined) => {
    if (value) parts.push({ label, quote: value });
  };
  quote(s.why, item.why);
  quote(summary.audience.id === 'sales' ? s.section.sales : s.section.other, item.section);
  fact(s.segments, item.segments);
  fact(s.askedBy, item.askedBy);
  quote(s.talkTrack, item.talkTrack);
  if (detail === 'whole') {
    quote(s.discovery, item.discovery);
    quote(s.objections, item.objections);
  }
  parts.push({ label: s.plans, fact: item.plans.length > 0 ? item.plans.join(s.comma) : s.allPlans });
  quote(s.doNotPromise, item.doNotPromise);
  for (const { what, by } of item.actions) {
    parts.push({ label: s.actions, fact: by === undefined ? what : `${what}${s.by(by)}` });
  }
  if (item.pages.length > 0) parts.push({ label: s.pages, links: item.pages });
  return parts;
}

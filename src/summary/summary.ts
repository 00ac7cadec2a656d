/** Graph + audience + releases → what is to be told, neutral of any channel. */
import type { Root } from 'mdast';
import { entriesOf, find, type Graph, pointingAt, targets } from '../graph/graph.ts';
import { entryUrl, portalUrl } from '../graph/routes.ts';
import { newsDay, type ReleaseStatus, releaseStatus } from '../graph/state.ts';
import type { AnyEntry, Entry } from '../load/entry.ts';
import { placeOf } from '../load/entry.ts';
import { type Section, sectionsOf } from '../load/sections.ts';
import type { Level } from '../schema/level.ts';
import { parseMarkdown } from './markdown.ts';

/** Words that somebody wrote: Markdown, its tree with links resolved, and the line it stands on. */
export interface Quote {
  readonly text: string;
  readonly tree: Root;
  readonly path: string;
  readonly line: number;
}

export interface LinkedPage {
  readonly title: string;
  readonly url?: string;
}

/** How much of a release is told: tier 1 `whole`, tier 2 `short`, tier 3 `line`. */
export type Detail = 'whole' | 'short' | 'line';

export interface SummaryItem {
  readonly id: string;
  readonly detail: Detail;
  readonly tier: 1 | 2 | 3;
  readonly status: ReleaseStatus;
  readonly date: string;
  readonly version?: string;
  readonly title: Quote;
  readonly url?: string;
  /** Labels, as `kairanban.yaml` gives them. */
  readonly products: readonly string[];
  readonly plans: readonly string[];
  readonly segments: readonly string[];
  /** Accounts that asked for it. */
  readonly askedBy: readonly string[];
  readonly why?: Quote;
  /** What the audience's own section says before its parts; for sales: whom to pitch it to, and how. */
  readonly section?: Quote;
  readonly talkTrack?: Quote;
  readonly discovery?: Quote;
  readonly objections?: Quote;
  readonly doNotPromise?: Quote;
  /** What the audience itself has to do. */
  readonly actions: readonly { readonly what: string; readonly by?: string }[];
  /** Enablement pages about it. */
  readonly pages: readonly LinkedPage[];
}

/** What the releases have in common. */
export type Period =
  | { readonly type: 'days'; readonly first: string; readonly last: string }
  | { readonly type: 'latest' | 'release' | 'range' | 'due' };

export interface Summary {
  readonly version: 1;
  /** The site's title. */
  readonly site: string;
  readonly portal?: string;
  readonly audience: { readonly id: string; readonly label?: string };
  /** Nothing in it is more restricted than this. */
  readonly level: Level;
  readonly period: Period;
  /** By tier, then newest first. */
  readonly items: readonly SummaryItem[];
}

/**
 * Summarises releases for an audience. `graph` is already filtered to `level`; releases that it lacks are left out.
 */
export function summarise(
  graph: Graph,
  level: Level,
  audience: string,
  releases: readonly Entry<'release'>[],
  period: Period,
): Summary {
  const known = new Set<unknown>(entriesOf(graph, 'release'));
  const items = releases
    .filter((release) => known.has(release))
    .map((release) => itemOf(graph, level, audience, release));
  const label = graph.config.audiences[audience]?.label;
  const portal = portalUrl(graph);
  return {
    version: 1,
    site: graph.config.title,
    ...(portal && { portal }),
    audience: { id: audience, ...(label !== undefined && { label }) },
    level,
    period,
    items: items.sort((a, b) => a.tier - b.tier || order(b.date, a.date) || order(a.id, b.id)),
  };
}

function itemOf(graph: Graph, level: Level, audience: string, release: Entry<'release'>): SummaryItem {
  const { fields } = release;
  const entry = release as AnyEntry;
  const { config } = graph;
  const sections = sectionsOf({ title: fields.title, body: release.body }, level, config);
  const quote = (section: Section | undefined) => section && quoteSection(graph, entry, section);
  const role = (wanted: Section['role']) => quote(sections.find((section) => section.role === wanted));
  const url = entryUrl(graph, release);
  const parts = {
    why: whyOf(graph, entry, sections),
    section: audienceSection(graph, entry, sections, audience),
    doNotPromise: role('doNotPromise'),
    ...(audience === 'sales' && {
      talkTrack: role('talkTrack'),
      discovery: role('discovery'),
      objections: role('objections'),
    }),
  };
  return {
    id: release.id,
    detail: fields.tier === 1 ? 'whole' : fields.tier === 2 ? 'short' : 'line',
    tier: fields.tier,
    status: releaseStatus(release, graph.today),
    date: newsDay(release, config.timeZone),
    ...(fields.version !== undefined && { version: fields.version }),
    title: makeQuote(graph, entry, fields.title, placeOf(entry, ['title']).line),
    ...(url && { url }),
    products: labels(config.products, fields.products),
    plans: labels(config.plans, fields.plans),
    segments: labels(config.segments, fields.segments),
    askedBy: audience === 'customer' || fields.status === 'withdrawn' ? [] : askedBy(graph, release),
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
    actions: (fields.actions ?? []).filter(({ who }) => who === audience).map(({ who: _, ...action }) => action),
    pages: pointingAt(graph, entry, 'enablement').map((page) => {
      const address = entryUrl(graph, page);
      return { title: page.fields.title, ...(address && { url: address }) };
    }),
  };
}

/** Why it matters: the `summary` field, else the first paragraph of 概要, else of the text before any heading. */
function whyOf(graph: Graph, entry: AnyEntry, sections: readonly Section[]): Quote | undefined {
  if (entry.fields.summary !== undefined) {
    return makeQuote(graph, entry, entry.fields.summary, placeOf(entry, ['summary'], 'key').line);
  }
  const section = sections.find((one) => one.role === 'summary') ?? sections.find((one) => one.depth === 0);
  return section && quoteSection(graph, entry, section, true);
}

/** The audience's own section, and those of its parts that have no role of their own. */
function audienceSection(
  graph: Graph,
  entry: AnyEntry,
  sections: readonly Section[],
  audience: string,
): Quote | undefined {
  const own = sections.filter((section) => section.audience === audience && section.role === undefined);
  const quotes = own.flatMap((section, index) => {
    const heading = index === 0 ? '' : `${'#'.repeat(section.depth)} ${section.heading}\n`;
    const quote = quoteSection(graph, entry, section);
    return quote ? [{ ...quote, text: heading + quote.text }] : [];
  });
  const [first] = quotes;
  return first && makeQuote(graph, entry, quotes.map((quote) => quote.text).join('\n\n'), first.line);
}

function quoteSection(graph: Graph, entry: AnyEntry, section: Section, firstParagraph = false): Quote | undefined {
  const text = section.text.trim();
  if (text === '') return undefined;
  const leading = section.text.slice(0, section.text.indexOf(text)).split('\n').length - 1;
  const shown = firstParagraph ? (text.split(/\n[ \t]*\n/)[0] as string) : text;
  return makeQuote(graph, entry, shown, entry.bodyLine + section.textLine + leading);
}

function makeQuote(graph: Graph, entry: AnyEntry, text: string, line: number): Quote {
  return { text, tree: parseMarkdown(text, graph, entry), path: entry.path, line };
}

/** Whose voices asked for what shipped, without those who must not be approached. */
function askedBy(graph: Graph, release: Entry<'release'>): string[] {
  const prds = targets(graph, release as AnyEntry, 'prds');
  const requests = [release as AnyEntry, ...prds].flatMap((entry) => targets(graph, entry, 'requests'));
  const names = requests.flatMap((request) =>
    request.kind === 'request'
      ? (request.fields.voices ?? []).flatMap((voice) => {
          const account = voice.account && find(graph, 'account', voice.account.id);
          return account && account.fields.status !== 'churned' ? [account.fields.title] : [];
        })
      : [],
  );
  return [...new Set(names)];
}

function labels(list: { readonly [id: string]: string } | undefined, ids: readonly string[] | undefined): string[] {
  return (ids ?? []).map((id) => list?.[id] ?? id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

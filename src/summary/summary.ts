/** Graph + audience + releases → what is to be told, neutral of any channel. */
import { entriesOf, find, type Graph, pointingAt, targets } from '../graph/graph.ts';
import { entryUrl, portalUrl } from '../graph/routes.ts';
import { compareVersions, newsDay, type ReleaseStatus, releaseStatus } from '../graph/state.ts';
import type { AnyEntry, Entry } from '../load/entry.ts';
import { placeOf } from '../load/entry.ts';
import { sectionsOf } from '../load/sections.ts';
import type { Level } from '../schema/level.ts';
import { openPage, type Quote, quoteAudience, quoteLead, quoteRole, type Words } from './quotes.ts';

/** The title of another entry. */
export interface LinkedPage {
  readonly title: string;
  readonly url?: string;
  readonly path: string;
  readonly line: number;
}

/** Something the audience has to do. `line` is missing where the front matter may not be shown as a whole. */
interface Action {
  readonly what: string;
  readonly by?: string;
  readonly path: string;
  readonly line?: number;
}

/** How much of a release is told: tier 1, or the one release asked for, `whole`; tier 2 `short`; tier 3 `line`. */
export type Detail = 'whole' | 'short' | 'line';

export interface SummaryItem {
  readonly id: string;
  readonly detail: Detail;
  readonly tier: 1 | 2 | 3;
  readonly status: ReleaseStatus;
  readonly date: string;
  readonly version?: string;
  /** Plain text. */
  readonly title: Words;
  readonly url?: string;
  /** Labels, as `kairanban.yaml` gives them. */
  readonly products: readonly string[];
  readonly plans: readonly string[];
  /** Whether `plans` are all that there are. */
  readonly allPlans: boolean;
  readonly segments: readonly string[];
  /** What changed, in a sentence or two. */
  readonly lead?: Quote;
  /** Why it matters: the requests that it answers, whose titles are customers' problems. */
  readonly why: readonly LinkedPage[];
  /** Accounts that asked for it. */
  readonly askedBy: readonly string[];
  /** What the audience's own section says, without the parts below, and its heading as written. */
  readonly section?: Quote & { readonly heading: string };
  readonly talkTrack?: Quote;
  readonly discovery?: Quote;
  readonly objections?: Quote;
  readonly doNotPromise?: Quote;
  readonly actions: readonly Action[];
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
  /** By tier, then newest first; on one day the higher version, then by id. */
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
    .map((release) => itemOf(graph, level, audience, release, period));
  const label = graph.config.audiences[audience]?.label;
  const portal = portalUrl(graph);
  return {
    version: 1,
    site: graph.config.title,
    ...(portal && { portal }),
    audience: { id: audience, ...(label !== undefined && { label }) },
    level,
    period,
    items: items.sort(
      (a, b) => a.tier - b.tier || order(b.date, a.date) || compareVersions(b.version, a.version) || order(a.id, b.id),
    ),
  };
}

function itemOf(graph: Graph, level: Level, audience: string, release: Entry<'release'>, period: Period): SummaryItem {
  const { fields } = release;
  const entry = release as AnyEntry;
  const { config } = graph;
  const page = openPage(graph, entry, sectionsOf(release, level, config));
  const url = entryUrl(graph, release);
  const status = releaseStatus(release, graph.today);
  const requests = status === 'withdrawn' ? [] : requestsOf(graph, release);
  const quotes = {
    lead: quoteLead(page, fields.summary, fieldLine(entry, ['summary'], fields.summary) ?? 1),
    section: quoteAudience(page, audience),
    ...(audience === 'sales' && {
      talkTrack: quoteRole(page, 'talkTrack'),
      discovery: quoteRole(page, 'discovery'),
      objections: quoteRole(page, 'objections'),
    }),
    doNotPromise: quoteRole(page, 'doNotPromise'),
  };
  return {
    id: release.id,
    detail: period.type === 'release' || fields.tier === 1 ? 'whole' : fields.tier === 2 ? 'short' : 'line',
    tier: fields.tier,
    status,
    date: newsDay(release, config.timeZone),
    ...(fields.version !== undefined && { version: fields.version }),
    title: { text: fields.title, path: entry.path, line: titleLine(entry) },
    ...(url && { url }),
    products: labels(config.products, fields.products),
    plans: labels(config.plans, fields.plans),
    allPlans: Object.keys(config.plans ?? {}).length > 0 && all(config.plans, fields.plans),
    segments: labels(config.segments, fields.segments),
    why: requests.map((request) => linkTo(graph, request as AnyEntry)),
    askedBy: audience === 'customer' ? [] : askedBy(graph, requests),
    ...Object.fromEntries(Object.entries(quotes).filter(([, quote]) => quote !== undefined)),
    actions: actionsOf(entry, fields.actions ?? [], audience),
    pages: pointingAt(graph, entry, 'enablement').map((one) => linkTo(graph, one as AnyEntry)),
  };
}

/** The requests that a release answers, itself or through its PRDs; not those that were declined. */
function requestsOf(graph: Graph, release: Entry<'release'>): Entry<'request'>[] {
  const prds = targets(graph, release as AnyEntry, 'prds');
  const found = [release as AnyEntry, ...prds].flatMap((entry) => targets(graph, entry, 'requests'));
  const requests = found.flatMap((entry) => (entry.kind === 'request' ? [entry as Entry<'request'>] : []));
  return [...new Set(requests)].filter((request) => request.fields.status !== 'declined');
}

/** Whose voices asked for it. Lost and churned accounts are the win-back list's, which knows whom to leave alone. */
function askedBy(graph: Graph, requests: readonly Entry<'request'>[]): string[] {
  const voices = requests.flatMap((request) => request.fields.voices ?? []);
  const names = voices.flatMap((voice) => {
    const account = voice.account && find(graph, 'account', voice.account.id);
    const gone = account?.fields.status === 'churned' || account?.fields.status === 'lost';
    return account && !gone ? [account.fields.title] : [];
  });
  return [...new Set(names)];
}

function actionsOf(
  entry: AnyEntry,
  actions: NonNullable<Entry<'release'>['fields']['actions']>,
  audience: string,
): Action[] {
  return actions.flatMap(({ who, what, by }, index) => {
    if (who !== audience) return [];
    const line = fieldLine(entry, ['actions', index, 'what'], what);
    return [{ what, ...(by !== undefined && { by }), path: entry.path, ...(line !== undefined && { line }) }];
  });
}

function linkTo(graph: Graph, entry: AnyEntry): LinkedPage {
  const url = entryUrl(graph, entry);
  return { title: entry.fields.title, ...(url && { url }), path: entry.path, line: titleLine(entry) };
}

function titleLine(entry: AnyEntry): number {
  return fieldLine(entry, ['title'], entry.fields.title) ?? placeOf(entry, ['title']).line;
}

/** The line on which a text field begins, if the front matter that is left shows it there. */
function fieldLine(entry: AnyEntry, path: (string | number)[], text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const { line } = placeOf(entry, path);
  if (entry.origin.type === 'row' || entry.origin.locate) return line;
  const shown = entry.origin.yaml.split('\n');
  const start = (text.trimStart().split(/\s/)[0] as string).slice(0, 10);
  return [line, line + 1].find((at) => shown[at - 1]?.includes(start));
}

function labels(list: { readonly [id: string]: string } | undefined, ids: readonly string[] | undefined): string[] {
  return (ids ?? []).map((id) => list?.[id] ?? id);
}

function all(list: { readonly [id: string]: string } | undefined, ids: readonly string[] | undefined): boolean {
  return Object.keys(list ?? {}).every((id) => ids?.includes(id));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

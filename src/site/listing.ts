/** Which entries of a kind stand under which heading, in which order, and what they can be narrowed by. */
import { type AnyEntry, daysBetween, entriesOf, type Graph, type Kind, kinds, requestStatus, staleness } from '#core';
import type { PageContext } from './context.ts';
import {
  type Dimension,
  dimensionLabel,
  horizonRank,
  inOrder,
  none,
  requestStatuses,
  valueLabel,
  valuesOf,
} from './dimensions.ts';
import { digits, elsewhere, initialOf, initialRank } from './initials.ts';

/** Kinds with lists like this. Releases have a page of their own. */
export type ListedKind = Exclude<Kind, 'release'>;

export interface Filter {
  readonly name: Dimension;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly count: number }[];
}

export interface Group {
  readonly key: string;
  readonly entries: readonly AnyEntry[];
}

const filterNames: { readonly [K in Kind]?: readonly Dimension[] } = {
  enablement: ['type', 'product', 'buyer', 'freshness'],
  case: ['industry', 'segment', 'product'],
  prd: ['status', 'product', 'horizon', 'confidence'],
  request: ['status', 'product', 'segment', 'source', 'stage', 'quarter'],
  insight: ['type', 'product', 'team'],
  account: ['status', 'segment', 'industry', 'plan'],
  goal: ['layer', 'product'],
};

/** Fewer entries than this are seen at a glance. */
const worthFiltering = 6;

const counted = new WeakMap<Graph, Map<Kind, Map<Dimension, ReadonlyMap<string, number>>>>();

/** How many entries of a kind have which value of what they can be narrowed by: only of what tells them apart. */
export function countsOf(graph: Graph, kind: ListedKind): ReadonlyMap<Dimension, ReadonlyMap<string, number>> {
  const known = counted.get(graph) ?? new Map<Kind, Map<Dimension, ReadonlyMap<string, number>>>();
  counted.set(graph, known);
  const found = known.get(kind) ?? count(graph, kind);
  known.set(kind, found);
  return found;
}

function count(graph: Graph, kind: ListedKind): Map<Dimension, ReadonlyMap<string, number>> {
  const entries = entriesOf(graph, kind) as unknown as AnyEntry[];
  const found = new Map<Dimension, ReadonlyMap<string, number>>();
  if (entries.length < worthFiltering) return found;
  for (const name of filterNames[kind] ?? []) {
    const counts = new Map<string, number>();
    for (const entry of entries)
      for (const value of valuesOf(graph, entry, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > 1) found.set(name, counts);
  }
  return found;
}

/** What a list can be narrowed by, in words. */
export function filtersOf(context: PageContext, kind: ListedKind): Filter[] {
  return [...countsOf(context.graph, kind)].map(([name, counts]) => ({
    name,
    label: dimensionLabel(context, name),
    options: inOrder(context, name, kind, counts.keys()).map((value) => ({
      value,
      text: valueLabel(context, name, value),
      count: counts.get(value) ?? 0,
    })),
  }));
}

/** The values of an entry as `client/filter.ts` reads them. */
export function filterData({ graph }: PageContext, entry: AnyEntry): Record<string, string> {
  return Object.fromEntries(
    (filterNames[entry.kind] ?? []).map((name) => [`data-${name}`, valuesOf(graph, entry, name).join('\n')]),
  );
}

/** The heading that an entry stands under; empty for none. */
function groupKey(graph: Graph, entry: AnyEntry): string {
  switch (entry.kind) {
    case 'enablement':
      return staleness(graph, entry) ? 'stale' : (entry.fields.type ?? none);
    case 'request':
      return requestStatus(graph, entry);
    case 'prd':
    case 'account':
      return entry.fields.status ?? none;
    case 'insight':
      return entry.fields.type ?? none;
    case 'case':
      return entry.fields.industry ?? none;
    case 'goal':
      return entry.fields.northStar ? 'northStar' : (entry.fields.layer ?? none);
    case 'term':
      return initialOf(entry.fields.reading ?? entry.fields.title, entry.fields.aliases);
    default:
      return '';
  }
}

/** Headings in their order; those not named here stand after them by text, before `none`. What nobody should open first is last. */
const order: { readonly [K in Kind]?: readonly string[] } = {
  prd: ['delivery', 'validated', 'discovery', 'shipped', 'cancelled'],
  request: requestStatuses,
  goal: ['northStar', ...kinds.goal.fields.layer.values],
  enablement: kinds.enablement.fields.type.values,
  insight: kinds.insight.fields.type.values,
  account: ['customer', 'prospect', 'lost', 'churned'],
};

const arranged = new WeakMap<Graph, Map<Kind, readonly Group[]>>();

/** All entries of a kind under their headings. */
export function groupsOf(graph: Graph, kind: ListedKind): readonly Group[] {
  const known = arranged.get(graph) ?? new Map<Kind, readonly Group[]>();
  arranged.set(graph, known);
  const found = known.get(kind) ?? arrange(graph, kind);
  known.set(kind, found);
  return found;
}

function arrange(graph: Graph, kind: ListedKind): Group[] {
  const all = entriesOf(graph, kind) as unknown as AnyEntry[];
  const rank = (key: string) => {
    if (kind === 'term') return initialRank(key);
    if (key === 'stale') return Number.POSITIVE_INFINITY;
    return key === none ? Number.MAX_SAFE_INTEGER : (order[kind] ?? []).indexOf(key) >>> 0;
  };
  const sorted = all.map((entry) => ({ entry, key: sortKey(graph, entry) }));
  sorted.sort((a, b) => compare(a.key, b.key) || compare(a.entry.fields.title, b.entry.fields.title));
  const groups = Map.groupBy(
    sorted.map(({ entry }) => entry),
    (entry) => groupKey(graph, entry),
  );
  const inOrder = [...groups]
    .map(([key, entries]) => ({ key, entries }))
    .sort((a, b) => compare(rank(a.key), rank(b.key)) || compare(a.key, b.key));
  const isIndex = kind === 'term' || kind === 'request';
  return isIndex || (groups.size > 1 && all.length >= worthHeading * groups.size)
    ? inOrder
    : [{ key: '', entries: inOrder.flatMap(({ entries }) => entries) }];
}

/** Entries under a heading, on average, below which headings only make a list longer. The order stays. */
const worthHeading = 2;

/** What goes before what under one heading, as text that sorts: mostly the newest first, and who waits longest. */
function sortKey(graph: Graph, entry: AnyEntry): string {
  switch (entry.kind) {
    case 'request': {
      const day = entry.fields.raised ?? '9999-12-31';
      return requestStatus(graph, entry) === 'new' ? day : backwards(entry.fields.raised);
    }
    case 'insight':
      return backwards(entry.fields.date);
    case 'prd':
      return horizonRank(entry.fields.horizon ?? '');
    case 'term':
      return entry.fields.reading ?? '';
    default:
      return '';
  }
}

/** A day as text that sorts the other way round; days that nobody wrote come last. */
function backwards(day: string | undefined): string {
  return day === undefined ? '~' : day.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

/** What the heading of a group says. */
export function groupTitle({ words }: PageContext, kind: ListedKind, key: string): string {
  if (key === none || key === elsewhere) return words.boards.other;
  if (key === 'northStar') return words.fields.northStar;
  if (key === 'stale') return words.portal.stale;
  if (kind === 'term') return key === digits ? words.boards.digits : key;
  return kind === 'case' ? key : (words.words.values[key] ?? key);
}

/** How long the first of the requests that nobody has triaged waits; empty for other groups. */
export function longestWait({ graph, words }: PageContext, { key, entries: [first] }: Group): string {
  const raised = key === 'new' && first?.kind === 'request' ? first.fields.raised : undefined;
  return raised === undefined || raised > graph.today ? '' : words.boards.oldest(daysBetween(raised, graph.today));
}

/** A part of a group: those of its entries that stand on one page. */
export interface GroupPart extends Group {
  /** The group's place among all groups, of which its anchor is made. */
  readonly index: number;
  /** Entries in the whole group. */
  readonly total: number;
  /** Whether the group began on an earlier page. */
  readonly continued: boolean;
}

/** Entries on one page of a list. */
export const pageSize = 60;

/** Cards in one column of the board of requests: more make a column that nobody reads to its end. */
export const inColumn = 6;

/** Whether the board of requests shows them all, so that they need no list beside it. */
export function boardHoldsAll(graph: Graph): boolean {
  return groupsOf(graph, 'request').every(({ entries }) => entries.length <= inColumn);
}

const cut = new WeakMap<readonly Group[], GroupPart[][]>();

/** All entries of a kind on pages of a bounded size, under their headings. */
export function pagesOf(graph: Graph, kind: ListedKind): readonly GroupPart[][] {
  const groups = groupsOf(graph, kind);
  const known = cut.get(groups);
  if (known) return known;
  const pages: GroupPart[][] = [];
  let room = 0;
  for (const [index, { key, entries }] of groups.entries()) {
    for (let at = 0; at < entries.length; ) {
      if (room === 0) room = pages.push([]) && pageSize;
      const part = entries.slice(at, at + room);
      pages.at(-1)?.push({ key, index, total: entries.length, continued: at > 0, entries: part });
      at += part.length;
      room -= part.length;
    }
  }
  cut.set(groups, pages);
  return pages;
}

function compare<V extends string | number>(a: V, b: V): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What entries are told apart by: product, segment, stage, quarter … Each entry has none, one or several values of each. */
import {
  type AnyEntry,
  entriesOf,
  find,
  type Graph,
  type Kind,
  kinds,
  type Messages,
  productsFor,
  type Reference,
  requestStatus,
  spokenWord,
  staleness,
} from '#core';
import type { PageContext } from './context.ts';

export type Dimension =
  | 'product'
  | 'segment'
  | 'plan'
  | 'source'
  | 'stage'
  | 'quarter'
  | 'status'
  | 'type'
  | 'buyer'
  | 'freshness'
  | 'industry'
  | 'horizon'
  | 'confidence'
  | 'team'
  | 'layer';

/** What an entry without a value of a dimension counts under. */
export const none = '-';

/** The values of an entry in a dimension; `none` alone where it has none. */
export function valuesOf(graph: Graph, entry: AnyEntry, dimension: Dimension): readonly string[] {
  const found = [...new Set(written(graph, entry, dimension))].filter((value) => value !== undefined);
  return found.length > 0 ? found : [none];
}

function written(graph: Graph, entry: AnyEntry, dimension: Dimension): readonly (string | undefined)[] {
  const fields = entry.fields as Record<string, unknown>;
  switch (dimension) {
    case 'product':
      return productsFor(graph, entry);
    case 'plan':
      return (fields.plans as string[] | undefined) ?? [];
    case 'team':
      return (fields.feedbackTo as string[] | undefined) ?? [];
    case 'segment':
      if (entry.kind === 'request') return (entry.fields.voices ?? []).map((voice) => segmentOf(graph, voice.account));
      return (fields.segments as string[] | undefined) ?? [fields.segment as string | undefined];
    case 'stage':
      return [partName(fields.stage as Reference | undefined)];
    case 'quarter':
      return [quarterOf(fields.raised as string | undefined)];
    case 'status':
      return [entry.kind === 'request' ? requestStatus(graph, entry) : (fields.status as string | undefined)];
    case 'freshness':
      return [staleness(graph, entry) ? 'stale' : 'fresh'];
    default:
      return [fields[dimension] as string | undefined];
  }
}

/** The segment of a voice's account, where both may be seen. */
export function segmentOf(graph: Graph, account: Reference | undefined): string | undefined {
  return account && find(graph, 'account', account.id)?.fields.segment;
}

function partName(stage: Reference | undefined): string | undefined {
  return stage && (stage.part === undefined ? stage.id : `${stage.id}#${stage.part}`);
}

/** `2026-11-21` → `2026Q4`. */
export function quarterOf(day: string | undefined): string | undefined {
  return day && `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** What a dimension is called. */
export function dimensionLabel({ words }: PageContext, dimension: Dimension): string {
  const { fields, boards, portal } = words;
  if (dimension === 'quarter') return boards.quarter;
  if (dimension === 'freshness') return portal.searchFreshness;
  const field = ({ product: 'products', plan: 'plans', team: 'feedbackTo' } as const)[dimension as 'plan'];
  return fields[field ?? (dimension as 'status')];
}

/** What a value of a dimension is called. */
export function valueLabel({ graph, words }: PageContext, dimension: Dimension, value: string): string {
  if (value === none) return words.boards.unsaid;
  const { products, segments, plans, teams } = graph.config;
  const listed = { product: products, segment: segments, plan: plans, team: teams }[dimension as 'plan'];
  if (listed) return listed[value] ?? value;
  if (dimension === 'stage') return stageLabel(graph, value, words.boards.stageOf);
  if (dimension === 'freshness') return value === 'stale' ? words.portal.stale : words.portal.fresh;
  return dimension === 'industry' ? value : timeLabel(words, value);
}

/** What a time is called: a quarter, `now`, another word of ours, or what somebody wrote in its place. */
export function timeLabel(words: Messages, value: string): string {
  const quarter = /^(\d{4})Q([1-4])$/i.exec(value);
  if (quarter) return words.boards.quarterName(quarter[1] as string, Number(quarter[2]));
  const { times } = words.boards;
  return Object.hasOwn(times, value) ? (times[value] as string) : spokenWord(words, value);
}

function stageLabel(graph: Graph, value: string, stageOf: (stage: string, journey: string) => string): string {
  const at = value.lastIndexOf('#');
  const journey = find(graph, 'journey', at === -1 ? value : value.slice(0, at));
  const stage = journey?.fields.stages?.find(({ id }) => at !== -1 && id === value.slice(at + 1));
  if (!journey || !stage) return journey?.fields.title ?? value;
  const isShared = entriesOf(graph, 'journey').some(
    (other) => other.id !== journey.id && other.fields.stages?.some(({ title }) => title === stage.title),
  );
  return isShared ? stageOf(stage.title, journey.fields.title) : stage.title;
}

/** The values that some entries have of a dimension, in the order in which people think of them; `none` last. */
export function inOrder(context: PageContext, dimension: Dimension, kind: Kind, values: Iterable<string>): string[] {
  const { products, segments, plans, teams } = context.graph.config;
  const listed = { product: products, segment: segments, plan: plans, team: teams }[dimension as 'plan'];
  const field = (kinds[kind].fields as Record<string, { values?: readonly string[] }>)[dimension];
  const known =
    dimension === 'status' && kind === 'request'
      ? requestStatuses
      : dimension === 'stage'
        ? stagesOf(context)
        : listed
          ? Object.keys(listed)
          : (field?.values ?? []);
  const rank = (value: string) => (value === none ? Number.POSITIVE_INFINITY : known.indexOf(value) >>> 0);
  const key = (value: string) => (dimension === 'horizon' ? horizonRank(value) : value);
  return [...new Set(values)].sort((a, b) => rank(a) - rank(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The order in which requests come along. */
export const requestStatuses = ['new', 'triaged', 'planned', 'shipped', 'declined'] as const;

function stagesOf({ graph }: PageContext): string[] {
  return graph.entries.flatMap((entry) =>
    entry.kind === 'journey' ? (entry.fields.stages ?? []).map(({ id }) => `${entry.id}#${id}`) : [],
  );
}

/** now, quarters in their order, next, later, what is written otherwise, then what has no time: as text that sorts. */
export function horizonRank(horizon: string): string {
  const fixed = { now: '0', next: '5', later: '8', '': '9', [none]: '9' }[horizon];
  return fixed ?? `${/^\d{4}Q[1-4]$/i.test(horizon) ? 1 : 6}${horizon.toUpperCase()}`;
}

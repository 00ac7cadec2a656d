/** The visible graph → what its entries can be narrowed by. */
import { plansFor, productsFor } from '../graph/products.ts';
import { releaseStatus, requestStatus, staleness } from '../graph/state.ts';
import { isSaidAt } from '../graph/visibility.ts';
import { dayOf, type Worded } from '../labels.ts';
import type { AnyEntry } from '../load/entry.ts';
import { kindNames } from '../schema/index.ts';
import { levers } from '../schema/levers.ts';
import { type FacetName, type Facets, facetNames } from './facets.ts';

/** The facets of a portal, its entries in the graph's order. Those by which nothing can be told apart are left out. */
export function facetsOf(portal: Worded): Facets {
  const { entries } = portal.graph;
  const facets = facetNames.map((name) => {
    const own = entries.map((entry) => valuesOf[name](portal, entry));
    const found = [...new Set(own.flat())].sort(orderOf(portal, name));
    const values = found.map((value): [string, string] => [value, labelOf(portal, name, value)]);
    return [name, { values, pages: own.map((some) => some.map((value) => found.indexOf(value))) }] as const;
  });
  return Object.fromEntries(facets.filter(([, { values }]) => values.length > 1));
}

const valuesOf: { readonly [N in FacetName]: (portal: Worded, entry: AnyEntry) => readonly string[] } = {
  kind: (_, entry) => [entry.kind],
  product: ({ graph }, entry) => productsFor(graph, entry),
  plan: ({ graph }, entry) => plansFor(graph, entry),
  audience: ({ level }, entry) =>
    entry.kind === 'release' && isSaidAt('release', 'audiences', level) ? (entry.fields.audiences ?? []) : [],
  lever: (_, entry) => (entry.kind === 'release' || entry.kind === 'prd' ? (entry.fields.levers ?? []) : []),
  status: ({ graph }, entry) => {
    if (entry.kind === 'release') return [releaseStatus(entry, graph.today)];
    if (entry.kind === 'request') return [requestStatus(graph, entry)];
    const { status } = entry.fields as { readonly status?: string };
    return status === undefined ? [] : [status];
  },
  year: (portal, entry) => {
    const day = dayOf(portal, entry);
    return day === undefined ? [] : [day.slice(0, 4)];
  },
  freshness: ({ graph }, entry) =>
    entry.fields.reviewed === undefined ? [] : [staleness(graph, entry) ? 'stale' : 'fresh'],
};

function labelOf({ graph: { config }, words: { words, portal } }: Worded, name: FacetName, value: string): string {
  if (name === 'kind') return words.kinds[value as AnyEntry['kind']];
  if (name === 'product' || name === 'plan') return config[`${name}s`]?.[value] ?? value;
  if (name === 'audience') return config.audiences[value]?.label ?? words.audiences[value] ?? value;
  if (name === 'freshness') return value === 'stale' ? portal.stale : portal.fresh;
  return words.values[value] ?? value;
}

/** As `kairanban.yaml` and our lists have them; years newest first. */
function orderOf({ graph: { config }, words }: Worded, name: FacetName): (a: string, b: string) => number {
  const lists: { readonly [N in FacetName]: readonly string[] } = {
    kind: kindNames,
    product: Object.keys(config.products ?? {}),
    plan: Object.keys(config.plans ?? {}),
    audience: Object.keys(config.audiences),
    lever: levers,
    status: Object.keys(words.words.values),
    year: [],
    freshness: ['fresh', 'stale'],
  };
  const place = (value: string) => lists[name].indexOf(value) >>> 0;
  const turn = name === 'year' ? -1 : 1;
  return (a, b) => place(a) - place(b) || turn * (a < b ? -1 : a > b ? 1 : 0);
}

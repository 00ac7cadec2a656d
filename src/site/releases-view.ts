/** All releases in the order of their list, also for a browser that narrows it down, and what it can be narrowed by. */
import {
  type AnyEntry,
  badgesOf,
  compareText,
  type Entry,
  entriesOf,
  type Graph,
  isSaidAt,
  leadOf,
  newsDay,
  productsOf,
  releaseStatus,
} from '#core';
import type { ReleaseData, ReleaseRow } from './client/releases.ts';
import type { PageContext } from './context.ts';

/** What a release is narrowed down by, as in the address. */
const dimensions = ['product', 'plan', 'audience', 'lever', 'tier'] as const;
type Dimension = (typeof dimensions)[number];

export interface Choice {
  readonly name: Dimension;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

const valuesOf: { readonly [D in Dimension]: (release: Entry<'release'>) => readonly string[] } = {
  product: ({ fields }) => fields.products ?? [],
  plan: ({ fields }) => fields.plans ?? [],
  audience: ({ fields }) => fields.audiences ?? [],
  lever: ({ fields }) => fields.levers ?? [],
  tier: ({ fields }) => [String(fields.tier)],
};

const fieldOf = { product: 'products', plan: 'plans', audience: 'audiences', lever: 'levers', tier: 'tier' } as const;

/** The dimensions that readers of a portal are told of. */
function dimensionsOf({ level }: PageContext): Dimension[] {
  return dimensions.filter((name) => isSaidAt('release', fieldOf[name], level));
}

/** The choices by which releases can be told apart, in the order of `kairanban.yaml`. */
export function choicesOf(context: PageContext): Choice[] {
  const { config } = context.graph;
  const { fields, words } = context.words;
  const releases = entriesOf(context.graph, 'release');
  const labels: { readonly [D in Dimension]: (value: string) => string | undefined } = {
    product: (id) => config.products?.[id],
    plan: (id) => config.plans?.[id],
    audience: (id) => config.audiences[id]?.label ?? words.audiences[id],
    lever: (id) => words.values[id],
    tier: (tier) => words.tiers[tier as unknown as 1],
  };
  const orders = { product: config.products, plan: config.plans, audience: config.audiences, lever: words.values };
  return dimensionsOf(context).flatMap((name) => {
    const order = Object.keys(orders[name as 'plan'] ?? {});
    const found = [...new Set(releases.flatMap((release) => valuesOf[name](release)))].sort(
      (a, b) => (order.indexOf(a) >>> 0) - (order.indexOf(b) >>> 0) || (a < b ? -1 : 1),
    );
    if (found.length < 2) return [];
    return [
      {
        name,
        label: fields[fieldOf[name]],
        options: found.map((value) => ({ value, label: labels[name](value) ?? value })),
      },
    ];
  });
}

/** Whether a release is still to come: it is planned, or its day is. */
export function isComing({ config, today }: Graph, release: Entry<'release'>): boolean {
  return releaseStatus(release, today) === 'planned' || newsDay(release, config.timeZone) > today;
}

/** What is out, the newest first, and what is to come, the soonest first. */
export function releasesInOrder(graph: Graph): { out: Entry<'release'>[]; coming: Entry<'release'>[] } {
  const dayOf = (release: Entry<'release'>) => newsDay(release, graph.config.timeZone);
  const sorted = entriesOf(graph, 'release').toSorted(
    (a, b) => compareText(dayOf(b), dayOf(a)) || compareText(b.id, a.id),
  );
  const { out = [], coming = [] } = Object.groupBy(sorted, (release) => (isComing(graph, release) ? 'coming' : 'out'));
  return { out, coming: coming.reverse() };
}

/** Every release in the order of the list. */
export function releaseData(context: PageContext): ReleaseData {
  const { graph, toEntry, lang } = context;
  const { out, coming } = releasesInOrder(graph);
  const toCome = new Set(coming);
  const shown = dimensionsOf(context);
  return [...out, ...coming].map((release): ReleaseRow => {
    const entry = release as AnyEntry;
    const { title, updated } = release.fields;
    const lead = leadOf(entry);
    const [titleLang, leadLang] = [lang(title), lang(lead)];
    return {
      url: toEntry(entry),
      title,
      lead,
      ...(titleLang && { titleLang }),
      ...(leadLang && { leadLang }),
      day: newsDay(release, graph.config.timeZone),
      ...(toCome.has(release) && { coming: true }),
      ...(updated !== undefined && { updated }),
      badges: badgesOf(context, entry, false),
      products: productsOf(context, entry),
      // For nobody in particular is for everybody, and so with products and plans.
      values: Object.fromEntries(
        shown
          .filter((name) => name === 'lever' || release.fields[fieldOf[name]] !== undefined)
          .map((name) => [name, valuesOf[name](release)]),
      ),
    };
  });
}

/** All releases, for a browser that narrows them down, and what they can be narrowed by. */
import { type AnyEntry, badgesOf, type Entry, entriesOf, leadOf, newsDay, productsOf } from '#core';
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
  const names = {
    product: fields.products,
    plan: fields.plans,
    audience: fields.audiences,
    lever: fields.levers,
    tier: fields.tier,
  };
  const orders = { product: config.products, plan: config.plans, audience: config.audiences, lever: words.values };
  return dimensions.flatMap((name) => {
    const order = Object.keys(orders[name as 'plan'] ?? {});
    const found = [...new Set(releases.flatMap((release) => valuesOf[name](release)))].sort(
      (a, b) => (order.indexOf(a) >>> 0) - (order.indexOf(b) >>> 0) || (a < b ? -1 : 1),
    );
    if (found.length < 2) return [];
    return [
      { name, label: names[name], options: found.map((value) => ({ value, label: labels[name](value) ?? value })) },
    ];
  });
}

/** Every release, newest first. */
export function releaseData(context: PageContext): ReleaseData {
  const { graph, toEntry } = context;
  const rows = entriesOf(graph, 'release').map((release): ReleaseRow => {
    const entry = release as AnyEntry;
    const { updated, tier } = release.fields;
    return {
      url: toEntry(entry),
      title: release.fields.title,
      lead: leadOf(entry),
      day: newsDay(release, graph.config.timeZone),
      ...(updated !== undefined && { updated }),
      badges: badgesOf(context, entry, false),
      products: productsOf(context, entry),
      values: {
        product: valuesOf.product(release),
        plan: valuesOf.plan(release),
        lever: valuesOf.lever(release),
        tier: [String(tier)],
        // For nobody in particular is for everybody.
        ...(release.fields.audiences && { audience: release.fields.audiences }),
      },
    };
  });
  return rows.sort((a, b) => (a.day === b.day ? (a.url < b.url ? 1 : -1) : a.day < b.day ? 1 : -1));
}

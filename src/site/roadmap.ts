/** PRDs → the roadmap: when, for which product, how sure. It promises no date that a PRD does not hold. */
import { type AnyEntry, type Entry, entriesOf, pointingAt, productsOf, releaseStatus } from '#core';
import type { PageContext } from './context.ts';
import { horizonRank, none, quarterOf, valueLabel } from './dimensions.ts';

export interface RoadmapItem {
  readonly prd: Entry<'prd'>;
  /** The release that it came out with, where it is out. */
  readonly release?: AnyEntry;
}

export interface RoadmapColumn {
  readonly horizon: string;
  readonly title: string;
  /** Whether its quarter is over and something in it is not out. */
  readonly late: boolean;
  readonly products: readonly {
    readonly name: string;
    readonly items: readonly RoadmapItem[];
    readonly rest: number;
  }[];
}

/** PRDs of one time that are shown, as many as fit of each product; the list of PRDs has the others. */
const inColumn = 18;

/** The columns of the roadmap in the order of time. What is out stays until its quarter is over. */
export function roadmapOf(context: PageContext): RoadmapColumn[] {
  const { graph, words } = context;
  const current = quarterOf(graph.today) as string;
  const isOver = (horizon: string) => /^\d{4}Q[1-4]$/.test(horizon) && horizon < current;
  const shown = entriesOf(graph, 'prd')
    .map((prd) => ({ prd, horizon: prd.fields.horizon?.replace(/^(\d{4})q/, '$1Q') ?? none, ...releaseOf(prd) }))
    .filter(({ prd: { fields }, horizon }) =>
      fields.status === 'shipped'
        ? horizon === 'now' || (isQuarter(horizon) && !isOver(horizon))
        : fields.status !== 'cancelled',
    );
  return [...Map.groupBy(shown, ({ horizon }) => horizon)]
    .sort(([a], [b]) => (horizonRank(a) < horizonRank(b) ? -1 : 1))
    .map(([horizon, items]) => ({
      horizon,
      title: horizon === none ? words.portal.unset : valueLabel(context, 'horizon', horizon),
      late: isOver(horizon),
      products: byProduct(items),
    }));

  function releaseOf(prd: Entry<'prd'>): { release?: AnyEntry } {
    const out = pointingAt(graph, prd as AnyEntry, 'release').filter(
      (release) => releaseStatus(release, graph.today) === 'released',
    );
    const [release] = out.sort((a, b) => (a.fields.date < b.fields.date ? 1 : -1));
    return prd.fields.status === 'shipped' && release ? { release: release as AnyEntry } : {};
  }
  function byProduct(items: readonly RoadmapItem[]) {
    const order = Object.keys(graph.config.products ?? {});
    const rank = ({ prd }: RoadmapItem) => order.indexOf(prd.fields.products?.[0] ?? '') >>> 0;
    const sorted = [...items].sort((a, b) => rank(a) - rank(b) || certainty(b) - certainty(a));
    const groups = Map.groupBy(
      sorted,
      ({ prd }) => productsOf(context, prd as AnyEntry).join(' · ') || words.boards.allProducts,
    );
    const most = mostOfEach([...groups.values()].map(({ length }) => length));
    return [...groups].map(([name, all]) => ({
      name,
      items: all.slice(0, most),
      rest: Math.max(0, all.length - most),
    }));
  }
}

/** How many of each group fit into a column; one at least. */
function mostOfEach(sizes: readonly number[]): number {
  const shown = (most: number) => sizes.reduce((sum, size) => sum + Math.min(size, most), 0);
  let most = 1;
  while (most < inColumn && shown(most + 1) <= inColumn) most++;
  return most;
}

function isQuarter(horizon: string): boolean {
  return /^\d{4}Q[1-4]$/.test(horizon);
}

const levels = ['low', 'medium', 'high'] as const;

/** What is said of it beside its title: how far it has come and, until it is out, how sure it is. */
export function roadmapFacts({ words }: PageContext, item: RoadmapItem): { status?: string; confidence?: string } {
  const { status, confidence } = item.prd.fields;
  const value = (name: string) => words.words.values[name] ?? name;
  const isOut = status === 'shipped';
  return {
    ...(status !== undefined && { status: isOut ? words.boards.delivered : value(status) }),
    ...(confidence !== undefined && !isOut && { confidence: words.boards.sure(value(confidence)) }),
  };
}

/** How sure it is, 0 (nobody said) to 3. */
export function certainty({ prd }: RoadmapItem): number {
  return prd.fields.confidence === undefined ? 0 : levels.indexOf(prd.fields.confidence) + 1;
}

/** Every page of a portal: its path and what it shows. The one place that decides which pages there are. */
import { type AnyEntry, entriesOf, entryRoute, type Kind, kindNames, kinds, type Portal } from '#core';
import { type FrontView, frontRoutes } from './front-routes.ts';
import { boardHoldsAll, type GroupPart, type ListedKind, pageSize, pagesOf } from './listing.ts';
import { type PivotPair, pivotPairs, pivotPath } from './pivots.ts';
import { releasesInOrder } from './releases-view.ts';
import { canWrite, writePath } from './write.ts';

export type View =
  | { readonly type: 'home' }
  | { readonly type: 'search' }
  | {
      readonly type: 'list';
      readonly page: number;
      readonly pages: number;
      readonly entries: readonly AnyEntry[];
      readonly coming: readonly AnyEntry[];
    }
  | {
      readonly type: 'listing';
      readonly kind: ListedKind;
      readonly page: number;
      readonly pages: number;
      readonly groups: readonly GroupPart[];
    }
  | { readonly type: 'board' }
  | { readonly type: 'pivot'; readonly pair: PivotPair }
  | { readonly type: 'roadmap' }
  | { readonly type: 'write' }
  | FrontView
  | { readonly type: 'entry'; readonly entry: AnyEntry }
  | { readonly type: 'moved'; readonly to: string };

export interface Route {
  /** Below the portal's root, decoded, without slashes at the ends; empty for the home page. */
  readonly path: string;
  readonly view: View;
}

const known = new WeakMap<Portal['graph'], readonly Route[]>();

/** The pages of a portal. A kind without entries has none. */
export function routesOf(portal: Portal): readonly Route[] {
  const routes = known.get(portal.graph) ?? findRoutes(portal);
  known.set(portal.graph, routes);
  return routes;
}

function findRoutes(portal: Portal): Route[] {
  const { graph, base } = portal;
  const routes: Route[] = [
    { path: '', view: { type: 'home' } },
    { path: 'search', view: { type: 'search' } },
  ];
  for (const kind of kindNames) {
    const { folder } = kinds[kind];
    const entries = entriesOf(graph, kind) as unknown as AnyEntry[];
    if (entries.length === 0) continue;
    routes.push(...(kind === 'release' ? releaseLists(graph) : listsOf(graph, kind)));
    for (const entry of entries) {
      routes.push({ path: `${folder}/${entry.id}`, view: { type: 'entry', entry } });
      for (const old of entry.fields.formerly ?? []) {
        if (entries.some((other) => other.id === old)) continue;
        routes.push({ path: `${folder}/${old}`, view: { type: 'moved', to: base + entryRoute(entry) } });
      }
    }
  }
  if (entriesOf(graph, 'prd').length > 0) routes.push({ path: 'roadmap', view: { type: 'roadmap' } });
  routes.push(...frontRoutes(portal));
  if (canWrite(portal)) routes.push({ path: writePath, view: { type: 'write' } });
  return routes;
}

function releaseLists(graph: Portal['graph']): Route[] {
  const { out, coming } = releasesInOrder(graph) as unknown as Record<'out' | 'coming', AnyEntry[]>;
  const pages = Math.max(1, Math.ceil(out.length / pageSize));
  return Array.from({ length: pages }, (_, at) => ({
    path: pathOf('release', at + 1),
    view: {
      type: 'list',
      page: at + 1,
      pages,
      entries: out.slice(at * pageSize, (at + 1) * pageSize),
      coming: at === 0 ? coming : [],
    },
  }));
}

/** Requests stand on a board, and are listed as well where a board cannot hold them all. */
function listsOf(graph: Portal['graph'], kind: ListedKind): Route[] {
  const parts = pagesOf(graph, kind);
  const pages = parts.length;
  const lists = parts.map((groups, at): Route => {
    const path = kind === 'request' ? `${kinds[kind].folder}/page/${at + 1}` : pathOf(kind, at + 1);
    return { path, view: { type: 'listing', kind, page: at + 1, pages, groups } };
  });
  if (kind !== 'request') return lists;
  return [
    { path: kinds[kind].folder, view: { type: 'board' } },
    ...(boardHoldsAll(graph) ? [] : lists),
    ...pivotPairs(graph).map((pair): Route => ({ path: pivotPath(pair), view: { type: 'pivot', pair } })),
  ];
}

function pathOf(kind: Kind, page: number): string {
  return page === 1 ? kinds[kind].folder : `${kinds[kind].folder}/page/${page}`;
}

/** Every page of a portal: its path and what it shows. The one place that decides which pages there are. */
import { type AnyEntry, entriesOf, entryRoute, type Kind, kindNames, kinds, type Portal } from '#core';
import { type FrontView, frontRoutes } from './front-routes.ts';
import { boardHoldsAll, type GroupPart, type ListedKind, pageSize, pagesOf } from './listing.ts';
import { type PivotPair, pivotPairs, pivotPath } from './pivots.ts';
import { canWrite, writePath } from './write.ts';

export type View =
  | { readonly type: 'home' }
  | { readonly type: 'search' }
  | {
      readonly type: 'list';
      readonly kind: 'release';
      readonly page: number;
      readonly pages: number;
      readonly entries: readonly AnyEntry[];
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

/** The pages of a portal. A kind without entries has none. */
export function routesOf(portal: Portal): Route[] {
  const { graph, base } = portal;
  const routes: Route[] = [
    { path: '', view: { type: 'home' } },
    { path: 'search', view: { type: 'search' } },
  ];
  for (const kind of kindNames) {
    const { folder } = kinds[kind];
    const entries = sorted(kind, entriesOf(graph, kind) as unknown as AnyEntry[]);
    if (entries.length === 0) continue;
    routes.push(...(kind === 'release' ? releaseLists(entries) : listsOf(graph, kind)));
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

function releaseLists(entries: readonly AnyEntry[]): Route[] {
  const pages = Math.ceil(entries.length / pageSize);
  return Array.from({ length: pages }, (_, at) => ({
    path: pathOf('release', at + 1),
    view: {
      type: 'list',
      kind: 'release',
      page: at + 1,
      pages,
      entries: entries.slice(at * pageSize, (at + 1) * pageSize),
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

/** Releases newest first, the rest by title: the order of their pages. */
function sorted(kind: Kind, entries: AnyEntry[]): AnyEntry[] {
  if (kind === 'release') {
    const day = (entry: AnyEntry) => ('date' in entry.fields ? (entry.fields.date ?? '') : '');
    return entries.sort((a, b) => compare(day(b), day(a)) || compare(b.id, a.id));
  }
  return entries.sort((a, b) => compare(a.fields.title, b.fields.title) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

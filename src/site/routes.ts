/** Every page of a portal: its path and what it shows. The one place that decides which pages there are. */
import { type AnyEntry, entriesOf, entryRoute, type Kind, kindNames, kinds, type Portal } from '#core';
import { canWrite, writePath } from './write.ts';

export type View =
  | { readonly type: 'home' }
  | { readonly type: 'search' }
  | {
      readonly type: 'list';
      readonly kind: Kind;
      readonly page: number;
      readonly pages: number;
      readonly entries: readonly AnyEntry[];
    }
  | { readonly type: 'board'; readonly kind: BoardKind }
  | { readonly type: 'write' }
  | { readonly type: 'entry'; readonly entry: AnyEntry }
  | { readonly type: 'moved'; readonly to: string };

export interface Route {
  /** Below the portal's root, decoded, without slashes at the ends; empty for the home page. */
  readonly path: string;
  readonly view: View;
}

/** Kinds whose entries stand in columns. */
const boardKinds = ['request', 'prd'] as const satisfies readonly Kind[];
export type BoardKind = (typeof boardKinds)[number];

/** Entries on one page of a list. */
const pageSize = 60;

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
    const board = boardKinds.find((name) => name === kind);
    if (board) routes.push({ path: folder, view: { type: 'board', kind: board } });
    else {
      const pages = Math.ceil(entries.length / pageSize);
      for (let page = 1; page <= pages; page++) {
        const part = entries.slice((page - 1) * pageSize, page * pageSize);
        const path = page === 1 ? folder : `${folder}/page/${page}`;
        routes.push({ path, view: { type: 'list', kind, page, pages, entries: part } });
      }
    }
    for (const entry of entries) {
      routes.push({ path: `${folder}/${entry.id}`, view: { type: 'entry', entry } });
      for (const old of entry.fields.formerly ?? []) {
        if (entries.some((other) => other.id === old)) continue;
        routes.push({ path: `${folder}/${old}`, view: { type: 'moved', to: base + entryRoute(entry) } });
      }
    }
  }
  if (canWrite(portal)) routes.push({ path: writePath, view: { type: 'write' } });
  return routes;
}

/** Releases and insights newest first, terms and the rest by title. */
function sorted(kind: Kind, entries: AnyEntry[]): AnyEntry[] {
  if (kind === 'release' || kind === 'insight') {
    const day = (entry: AnyEntry) => ('date' in entry.fields ? (entry.fields.date ?? '') : '');
    return entries.sort((a, b) => compare(day(b), day(a)) || compare(b.id, a.id));
  }
  return entries.sort((a, b) => compare(a.fields.title, b.fields.title) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

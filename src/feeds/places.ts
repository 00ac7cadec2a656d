/** Where the files that machines read stand in a portal, and what their addresses are. */
import { find } from '../graph/graph.ts';
import { entryRoute, portalUrl } from '../graph/routes.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Portal } from '../portal.ts';
import { type Kind, kindOfFolder, kinds } from '../schema/index.ts';

/** A file of a portal. */
export interface PortalFile {
  /** Below the portal's root, decoded. */
  readonly path: string;
  readonly content: () => string;
  /** Whether a build may keep it for the next, which asks for its content only if what it is made of has changed. */
  readonly isKept?: boolean;
}

/** What every address begins with: the portal's own, or its path where `kairanban.yaml` does not say where it is. */
export function rootOf({ graph, base }: Portal): string {
  const url = portalUrl(graph);
  return url === undefined ? encodeURI(base) : new URL(url).href;
}

/** The page of an entry, or the list of a kind, as Markdown. */
export function twinPath(of: Kind | Pick<AnyEntry, 'kind' | 'id'>): string {
  return typeof of === 'string' ? `${kinds[of].folder}.md` : `${kinds[of.kind].folder}/${of.id}.md`;
}

/** The Markdown twin of a page by its path, `releases/2026-11-import/`; of the first page, which has none, `index.md`. */
export function twinOfRoute(route: string): string {
  return route === '' ? 'index.md' : `${route.replace(/\/$/, '')}.md`;
}

/** The twin of an entry's page, percent-encoded. */
export function twinRoute(entry: Pick<AnyEntry, 'kind' | 'id'>): string {
  return twinOfRoute(entryRoute(entry));
}

/** The twin of the page at an address's path, percent-encoded, if that page is one of those that have one. */
export function twinAt({ graph, base }: Portal, pathname: string): string | undefined {
  const path = decodeURIComponent(pathname).slice(base.length).replace(/\/$/, '');
  if (path === '') return twinOfRoute('');
  const [folder = '', id, ...more] = path.split('/');
  const kind = kindOfFolder(folder);
  if (kind === undefined) return undefined;
  if (id === undefined || (id === 'page' && more.length === 1)) return twinPath(kind);
  const entry = more.length === 0 ? find(graph, kind, id) : undefined;
  return entry && twinRoute(entry as unknown as AnyEntry);
}

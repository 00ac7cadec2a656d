/** Where the files that machines read stand in a portal, and what their addresses are. */
import { entryRoute, portalUrl } from '../graph/routes.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Portal } from '../portal.ts';
import { kinds } from '../schema/index.ts';

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

/** The file of the twin of an entry's page. */
export function twinPath({ kind, id }: Pick<AnyEntry, 'kind' | 'id'>): string {
  return `${kinds[kind].folder}/${id}.md`;
}

/** The Markdown twin of a page by its path, `releases/2026-11-import/`; of the first page, whose path is empty, `index.md`. */
export function twinOfRoute(route: string): string {
  return route === '' ? 'index.md' : `${route.replace(/\/$/, '')}.md`;
}

/** The twin of an entry's page, percent-encoded. */
export function twinRoute(entry: Pick<AnyEntry, 'kind' | 'id'>): string {
  return twinOfRoute(entryRoute(entry));
}

/** Pages that have no twin: one asks in the first, and the other leads to forms of GitHub's. */
const alone = new Set(['search', 'write']);

/** The twin of the page at an address's path, percent-encoded; the pages of a list share that of the first. */
export function twinAt({ base }: Pick<Portal, 'base'>, pathname: string): string | undefined {
  const path = decodeURIComponent(pathname)
    .slice(base.length)
    .replace(/\/$/, '')
    .replace(/^([^/]+)\/page\/\d+$/, '$1');
  return alone.has(path) ? undefined : twinOfRoute(path.split('/').map(encodeURIComponent).join('/'));
}

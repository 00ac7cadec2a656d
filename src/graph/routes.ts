/** Where entries live in the portal, and where links between their files lead. */
import { posix } from 'node:path';
import type { AnyEntry } from '../load/entry.ts';
import { kinds } from '../schema/index.ts';
import type { Graph } from './graph.ts';

/** The path of an entry's page below the portal's root, percent-encoded: `releases/2026-11-import/`. */
export function entryRoute(entry: Pick<AnyEntry, 'kind' | 'id'>): string {
  return `${kinds[entry.kind].folder}/${encodeURIComponent(entry.id)}/`;
}

/** The full address of an entry's page, if `kairanban.yaml` says where the portal is. */
export function entryUrl(graph: Graph, entry: Pick<AnyEntry, 'kind' | 'id'>): string | undefined {
  const portal = portalUrl(graph);
  return portal && portal + entryRoute(entry);
}

/** The portal's address, ending in `/`; only web addresses count. */
export function portalUrl({ config }: Pick<Graph, 'config'>): string | undefined {
  const { url } = config.portal;
  return url !== undefined && /^https?:\/\//.test(url) ? url.replace(/\/*$/, '/') : undefined;
}

const byPath = new WeakMap<Graph, Map<string, AnyEntry>>();

/** The entry whose file a relative link in another entry's body leads to (`../prds/import.md#scope`). */
export function resolveLink(graph: Graph, from: AnyEntry, href: string): AnyEntry | undefined {
  if (!isFileLink(href)) return undefined;
  let paths = byPath.get(graph);
  if (!paths) {
    paths = new Map(graph.entries.map((entry) => [entry.path.normalize('NFC'), entry]));
    byPath.set(graph, paths);
  }
  try {
    const target = decodeURIComponent(href.replace(/[?#].*$/s, '')).normalize('NFC');
    return paths.get(posix.join(posix.dirname(from.path), target));
  } catch {
    return undefined; // not percent-encoding
  }
}

/**
 * Where a link within the portal leads from another entry's body, as a path below the portal's root: to the page of an
 * entry by its file or its address, former ones too, or to the list of a kind by its folder. Nothing if there is no such
 * page. `/…` counts from the root of the portal, which may be written with its `base`, or of the repository.
 */
export function linkRoute(graph: Graph, from: AnyEntry, href: string, base = '/'): string | undefined {
  const file = resolveLink(graph, from, href);
  if (file) return entryRoute(file);
  const pages = pagesOf(graph);
  for (const candidate of meantPaths(from, href, base)) {
    const route = pages.get(candidate.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, ''));
    if (route !== undefined) return route;
  }
  return undefined;
}

/** The files that an address in another entry's body may mean, as paths within the content folder; the likeliest first. */
export function meantFiles(from: AnyEntry, href: string, base: string): string[] {
  return meantPaths(from, href, base).filter((path) => path !== '' && !/^(\.\.)?\//.test(path));
}

function meantPaths(from: AnyEntry, href: string, base: string): string[] {
  let path: string;
  try {
    path = decodeURIComponent(href.replace(/[?#].*$/s, '')).normalize('NFC');
  } catch {
    return [];
  }
  if (path === '') return [];
  if (!path.startsWith('/')) return [posix.join(posix.dirname(from.file), path)];
  const root = from.path.slice(0, -from.file.length);
  return [base, `/${root}`, '/'].filter((start) => path.startsWith(start)).map((start) => path.slice(start.length));
}

const pages = new WeakMap<Graph, Map<string, string>>();

/** Everything below the content folder or the portal's root that a link may name → the page it means. */
function pagesOf(graph: Graph): Map<string, string> {
  const known = pages.get(graph);
  if (known) return known;
  const found = new Map([['', '']]);
  const former = new Map<string, string>();
  for (const entry of graph.entries) {
    const { folder } = kinds[entry.kind];
    const route = entryRoute(entry);
    found.set(folder, `${folder}/`).set(`${folder}/${entry.id}`, route);
    if (entry.origin.type === 'page') found.set(entry.file.normalize('NFC'), route);
    for (const old of entry.fields.formerly ?? [])
      former.set(`${folder}/${old}`, route).set(`${folder}/${old}.md`, route);
  }
  for (const [path, route] of former) if (!found.has(path)) found.set(path, route);
  pages.set(graph, found);
  return found;
}

/** Whether a link is to a page's file rather than to an address or a place on the same page. */
export function isFileLink(href: string): boolean {
  return !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(href) && /\.mdx?([?#]|$)/i.test(href);
}

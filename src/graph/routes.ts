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
export function portalUrl(graph: Graph): string | undefined {
  const { url } = graph.config.portal;
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

/** Whether a link is to a page's file rather than to an address or a place on the same page. */
export function isFileLink(href: string): boolean {
  return !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(href) && /\.mdx?([?#]|$)/i.test(href);
}

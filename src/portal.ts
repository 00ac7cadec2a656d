/** What a portal is built from, handed to the pages by the build around them. */
import type { Locale } from './config.ts';
import type { Graph } from './graph/graph.ts';
import type { Level } from './schema/level.ts';

export interface Portal {
  /** Already filtered to `level`: pages never meet what is hidden. */
  readonly graph: Graph;
  readonly level: Level;
  readonly locale: Locale;
  /** The path that the portal is served from, with a slash at both ends. */
  readonly base: string;
}

/** Kept globally and not in this module, because `dev` runs the pages with copies of the modules of their own. */
const shared: { [key: symbol]: Portal | undefined } = globalThis;
const key = Symbol.for('kairanban.portal');

/** Sets what the pages are made of. A page asked for later shows the portal of that time. */
export function setPortal(portal: Portal): void {
  shared[key] = portal;
}

/** The portal being built or shown. Throws outside a build: that would be a bug of ours. */
export function currentPortal(): Portal {
  const portal = shared[key];
  if (!portal) throw new Error('pages were asked for before the content was loaded');
  return portal;
}

/** The path that a portal is served from, by the address it has in `kairanban.yaml`. */
export function basePath(url: string | undefined): string {
  return url === undefined ? '/' : decodeURI(new URL(url).pathname).replace(/\/*$/, '/');
}

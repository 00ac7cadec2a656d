/** The pages that navigation leads to beside the lists of the kinds. */
import { currentPortal, type Graph, type Portal } from '#core';
import { routesOf } from './routes.ts';

const pages = new WeakMap<Graph, ReadonlySet<string>>();

/** Whether a portal has a page, by its path. */
export function hasPage(portal: Portal, path: string): boolean {
  let known = pages.get(portal.graph);
  if (!known) {
    known = new Set(routesOf(currentPortal()).map((route) => route.path));
    pages.set(portal.graph, known);
  }
  return known.has(path);
}

/** The pages beside lists and entries: the loop, the executive page, what customers are handed. */
import { type AnyEntry, entriesOf, type Portal } from '#core';
import { hasHandout } from './handout-view.ts';
import { isInside } from './write.ts';

export type FrontView =
  | { readonly type: 'loop' }
  | { readonly type: 'executive' }
  | { readonly type: 'handout'; readonly id: string };

/** Their routes; a page that would be empty is not there. How the work goes is the company's own business. */
export function frontRoutes(portal: Portal): { readonly path: string; readonly view: FrontView }[] {
  const { graph } = portal;
  const inside = isInside(portal) && graph.entries.length > 0;
  const telling = inside && (entriesOf(graph, 'release').length > 0 || entriesOf(graph, 'goal').length > 0);
  return [
    ...(inside ? [{ path: 'loop', view: { type: 'loop' } as const }] : []),
    ...(telling ? [{ path: 'executive', view: { type: 'executive' } as const }] : []),
    // A portal for the public is that already.
    ...(portal.level === 'public' ? [] : entriesOf(graph, 'release'))
      .filter((release) => hasHandout(portal, release as AnyEntry))
      .map(({ id }) => ({ path: `releases/${id}/handout`, view: { type: 'handout', id } as const })),
  ];
}

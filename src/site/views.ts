/** The ways to look at the entries of a kind, where there are several. */
import { entriesOf } from '#core';
import type { PageContext } from './context.ts';
import { boardHoldsAll, type ListedKind } from './listing.ts';
import { defaultPivot, pivotPath } from './pivots.ts';

export type ViewName = 'board' | 'list' | 'pivot' | 'roadmap';

/** Addresses of what the requests, or the PRDs, can be looked at as. */
export function viewsOf(context: PageContext, kind: ListedKind, here: ViewName) {
  const { graph, words, to, toKind } = context;
  const view = (name: ViewName, href: string) => ({ text: words.boards[name], href, here: name === here });
  if (kind === 'prd') return [view('list', toKind('prd')), view('roadmap', to('roadmap/'))];
  if (kind !== 'request' || entriesOf(graph, 'request').length === 0) return [];
  const pivot = defaultPivot(graph);
  return [
    view('board', toKind('request')),
    ...(!boardHoldsAll(graph) ? [view('list', `${toKind('request')}page/1/`)] : []),
    ...(pivot ? [view('pivot', to(`${pivotPath(pivot)}/`))] : []),
  ];
}

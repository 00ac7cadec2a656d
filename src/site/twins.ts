/** Pages → their Markdown twins, made of what the pages themselves show. Entries have theirs from `feeds/`. */
import { twinOfRoute } from '#core';
import type { PageContext } from './context.ts';
import { routesOf, type View } from './routes.ts';
import { executiveTwin } from './twins/executive.ts';
import { handoutTwin } from './twins/handout.ts';
import { listTwin, releasesTwin } from './twins/lists.ts';
import { loopTwin } from './twins/loop.ts';
import { pivotTwin } from './twins/pivot.ts';
import { roadmapTwin } from './twins/roadmap.ts';
import { startTwin } from './twins/start.ts';

export interface Twin {
  /** Below the portal's root, decoded. */
  readonly path: string;
  readonly view: View;
}

/** The twins that there are. That of the first page is there under the name that machines look for as well. */
export function twinsOf(context: PageContext): Twin[] {
  return routesOf(context).flatMap(({ path, view }) => {
    if (twinOf(context, view) === undefined) return [];
    const twin = { path: twinOfRoute(path), view };
    return view.type === 'home' ? [twin, { path: 'llms.txt', view }] : [twin];
  });
}

/** The twin of what a page shows, if it is for us to make: the pages of a list share one, a board is such a list. */
export function twinOf(context: PageContext, view: View): (() => string) | undefined {
  switch (view.type) {
    case 'home':
      return () => startTwin(context);
    case 'list':
      return view.page === 1 ? () => releasesTwin(context) : undefined;
    case 'listing':
      return view.page === 1 && view.kind !== 'request' ? () => listTwin(context, view.kind) : undefined;
    case 'board':
      return () => listTwin(context, 'request');
    case 'pivot':
      return () => pivotTwin(context, view.pair);
    case 'roadmap':
      return () => roadmapTwin(context);
    case 'loop':
      return () => loopTwin(context);
    case 'executive':
      return () => executiveTwin(context);
    case 'handout':
      return () => handoutTwin(context, view.id);
    default:
      return undefined;
  }
}

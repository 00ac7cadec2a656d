/** A page → what it holds in a sentence or two, for search engines and previews of links. */
import { type AnyEntry, cutText, leadOf } from '#core';
import type { PageContext } from './context.ts';
import { dimensionLabel } from './dimensions.ts';
import { groupsOf } from './listing.ts';
import { pointsOf } from './points.ts';
import { releasesInOrder } from './releases-view.ts';
import type { View } from './routes.ts';

/** About what a search engine shows. */
const most = 140;

/** What a page holds, by the visible graph alone. */
export function descriptionOf(context: PageContext, view: View): string | undefined {
  const written = sayOf(context, view);
  return written && cutText(written, most);
}

function sayOf(context: PageContext, view: View): string | undefined {
  const { graph, words } = context;
  const { boards, front, portal } = words;
  const { kinds } = words.words;
  const listed = (name: string, entries: readonly { readonly fields: AnyEntry['fields'] }[]) =>
    name + portal.colon + entries.map(({ fields }) => fields.title).join(' / ');
  switch (view.type) {
    case 'home': {
      const { out } = releasesInOrder(graph);
      return out.length > 0 ? listed(portal.latest, out.slice(0, few)) : graph.config.title;
    }
    case 'search':
      return portal.searchHint;
    case 'list':
      return listed(kinds.release, [...view.entries, ...view.coming].slice(0, few));
    case 'listing':
      return listed(kinds[view.kind], view.groups.flatMap(({ entries }) => entries).slice(0, few));
    case 'board':
      return listed(
        kinds.request,
        groupsOf(graph, 'request').flatMap(({ entries }) => entries.slice(0, 2)),
      );
    case 'pivot':
      return boards.pivotCaption(dimensionLabel(context, view.pair.rows), dimensionLabel(context, view.pair.columns));
    case 'roadmap':
      return boards.roadmapNote;
    case 'loop':
      return front.loopLead;
    case 'executive':
      return front.executiveLead;
    case 'write':
      return portal.writeHow;
    case 'entry':
      return leadOf(view.entry) || factsOf(context, view.entry);
    default:
      return undefined;
  }
}

/** Titles that may fit. */
const few = 10;

/** What stands for the text of an entry that has none. */
function factsOf(context: PageContext, entry: AnyEntry): string {
  const { boards, portal, words } = context.words;
  const points = pointsOf(context, entry).map(({ label, text }) => (label === '' ? text : `${label} ${text}`));
  return [words.kind[entry.kind] + portal.colon + entry.fields.title, ...points].join(boards.comma);
}

/** The lists of entries as Markdown: all that a kind has, on one page. */
import { type AnyEntry, dayOf, entriesOf, feedsOf, oneLine, paragraphs, rootOf } from '#core';
import type { PageContext } from '../context.ts';
import { hasHandout } from '../handout-view.ts';
import { groupsOf, groupTitle, type ListedKind, longestWait } from '../listing.ts';
import { pointsOf } from '../points.ts';
import { releasesInOrder } from '../releases-view.ts';
import { entryItem, labelled, linkToPage, section, viewLinks } from './parts.ts';

/** Releases by month, the newest first, then what is to come. */
export function releasesTwin(context: PageContext): string {
  const { graph, words, level, toEntry } = context;
  const { out, coming } = releasesInOrder(graph) as unknown as Record<'out' | 'coming', AnyEntry[]>;
  const months = Map.groupBy(out, (entry) => dayOf(context, entry)?.slice(0, 7) ?? '');
  const [feed] = feedsOf(context);
  const items = (entries: readonly AnyEntry[]) =>
    entries
      .map((entry) => {
        const handout = level !== 'public' && hasHandout(context, entry);
        const more = handout ? [linkToPage(context, words.front.handout, `${toEntry(entry)}handout/`)] : [];
        return entryItem(context, entry, more);
      })
      .join('\n');
  return paragraphs(
    `# ${words.words.kinds.release}`,
    feed ? `[${words.front.subscribe}](${rootOf(context)}${encodeURI(feed.path)})` : '',
    ...[...months].map(([month, entries]) =>
      section(2, words.portal.month(Number(month.slice(0, 4)), Number(month.slice(5))), items(entries)),
    ),
    section(2, words.front.coming, items(coming)),
  );
}

/** The entries of a kind under their headings, with what one compares them by. */
export function listTwin(context: PageContext, kind: ListedKind): string {
  const { graph, words } = context;
  const points = (entry: AnyEntry) => pointsOf(context, entry).map(({ label, text }) => labelled(context, label, text));
  return paragraphs(
    `# ${words.words.kinds[kind]}`,
    words.portal.count(entriesOf(graph, kind).length),
    viewLinks(context, kind, kind === 'request' ? 'board' : 'list'),
    ...groupsOf(graph, kind).map(({ key, entries }) => {
      const wait = longestWait(context, { key, entries });
      const items = entries.map((entry) => entryItem(context, entry, points(entry))).join('\n');
      if (key === '') return items;
      const title = words.boards.option(groupTitle(context, kind, key), entries.length);
      return section(2, oneLine(wait === '' ? title : `${title} · ${wait}`), items);
    }),
  );
}

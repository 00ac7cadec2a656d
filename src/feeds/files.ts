/** The visible graph → the files that machines read: feeds, Markdown twins of entries, the graph, what crawlers want. */
import { portalUrl } from '../graph/routes.ts';
import { toldReleases } from '../graph/state.ts';
import { type Messages, messages } from '../i18n/index.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Portal } from '../portal.ts';
import { kinds } from '../schema/index.ts';
import { escapeXml, feedsOf, renderFeed } from './atom.ts';
import { graphJson } from './graph-json.ts';
import { type PortalFile, rootOf, twinPath } from './places.ts';
import { entryTwin, type WordedPortal } from './twin.ts';

/**
 * Every file but the twins of other pages, which are made where those pages are. `pages` are the paths of all pages below the portal's root, percent-encoded, with a slash at the end. What is
 * kept follows from the portal alone, and looks at the texts that it shows each time it is made.
 */
export function* machineFiles(portal: Portal, pages: readonly string[]): Generator<PortalFile> {
  const worded: WordedPortal = { ...portal, words: messages(portal.locale) };
  for (const entry of portal.graph.entries)
    yield { path: twinPath(entry), content: () => entryTwin(worded, entry), isKept: true };
  yield { path: 'graph.json', content: () => graphJson(portal), isKept: true };
  for (const feed of feedsOf(portal)) yield { path: feed.path, content: () => renderFeed(portal, feed) };
  yield* crawlerFiles(portal, pages);
}

/** A public portal is shown to crawlers, any other is kept from them. A host has one `robots.txt`, at its root. */
function* crawlerFiles(portal: Portal, pages: readonly string[]): Generator<PortalFile> {
  const isPublic = portal.level === 'public';
  const isFound = isPublic && portalUrl(portal.graph) !== undefined;
  const root = rootOf(portal);
  if (portal.base === '/') {
    const sitemap = isFound ? `Sitemap: ${root}sitemap.xml\n` : '';
    yield { path: 'robots.txt', content: () => `User-agent: *\n${isPublic ? 'Allow' : 'Disallow'}: /\n${sitemap}` };
  }
  if (isFound) yield { path: 'sitemap.xml', content: () => sitemapOf(portal, pages) };
}

/** Addresses of former names, the page of search and that of what is missing are nothing to be found. */
function sitemapOf(portal: Portal, pages: readonly string[]): string {
  const { entries } = portal.graph;
  const former = new Set(entries.flatMap(({ kind, fields }) => (fields.formerly ?? []).map((id) => pathOf(kind, id))));
  const days = new Map(entries.map((entry) => [pathOf(entry.kind, entry.id), lastDay(entry)]));
  const root = rootOf(portal);
  const urls = pages
    .filter((page) => page !== '404/' && page !== 'search/' && (days.has(page) || !former.has(page)))
    .map((page) => {
      const day = days.get(page);
      return `<url><loc>${escapeXml(root + page)}</loc>${day === undefined ? '' : `<lastmod>${day}</lastmod>`}</url>\n`;
    });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}

function pathOf(kind: AnyEntry['kind'], id: string): string {
  return `${kinds[kind].folder}/${encodeURIComponent(id)}/`;
}

/** The last day that an entry says it was changed on. */
function lastDay({ fields }: AnyEntry): string | undefined {
  const { date } = fields as { readonly date?: string };
  const days = [date, fields.updated, fields.reviewed].filter((day) => day !== undefined).sort();
  return days.at(-1);
}

/** What is said of the files that could not be made, if there are any. */
export function leftOut({ graph }: Portal, words: Messages): string | undefined {
  return portalUrl(graph) === undefined && toldReleases(graph).length > 0 ? words.feeds.needsUrl : undefined;
}

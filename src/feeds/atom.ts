/** Releases → Atom feeds (RFC 4287), one for each audience and product. */
import type { Graph } from '../graph/graph.ts';
import { productsFor } from '../graph/products.ts';
import { entryRoute, portalUrl } from '../graph/routes.ts';
import { newsDay, releaseStatus, toldReleases } from '../graph/state.ts';
import { visibleAt } from '../graph/visibility.ts';
import { type Messages, messages } from '../i18n/index.ts';
import { leadOf, productsOf } from '../labels.ts';
import type { AnyEntry, Entry } from '../load/entry.ts';
import type { Portal } from '../portal.ts';
import { offsetOn } from '../schema/day-in.ts';
import { kinds } from '../schema/index.ts';
import { isVisible, type Level, morePublic } from '../schema/level.ts';
import { rootOf } from './places.ts';

type Release = Entry<'release'>;

export interface Feed {
  /** Below the portal's root, percent-encoded where it is an address. */
  readonly path: string;
  readonly title: string;
  /** Whose or of what it is, and what that is called; nothing for all releases. */
  readonly of?: { readonly dimension: 'audience' | 'product'; readonly id: string; readonly name: string };
  /** Newest first. */
  readonly releases: readonly Release[];
}

/** Releases in one feed: a reader that looks once a month misses none. */
const newest = 50;

const known = new WeakMap<Graph, readonly Feed[]>();

/** Most releases stand in several feeds. */
const rendered = new WeakMap<Release, string>();

/**
 * The feeds of a portal, the one of all releases first; of those without a release there is none. An audience's feed
 * holds what that audience may see, if that is less than the portal shows. Without the portal's address there are no
 * feeds: ids and links of Atom are whole addresses.
 */
export function feedsOf(portal: Portal): readonly Feed[] {
  const { graph } = portal;
  if (portalUrl(graph) === undefined) return [];
  const found = known.get(graph) ?? makeFeeds(portal);
  known.set(graph, found);
  return found;
}

function makeFeeds({ graph, level, locale }: Portal): Feed[] {
  const { config } = graph;
  const words = messages(locale);
  const graphs = new Map<Level, Graph>([[level, graph]]);
  const graphAt = (at: Level) => {
    const own = graphs.get(at) ?? visibleAt(graph, at);
    graphs.set(at, own);
    return own;
  };
  const paths = new Set<string>();
  const feed = (of: Feed['of'], releases: readonly Release[]): Feed[] => {
    if (releases.length === 0) return [];
    const newestOnes = releases.slice(0, newest);
    if (!of) return [{ path: freePath('', 'all', paths), title: words.feeds.all(config.title), releases: newestOnes }];
    const path = freePath(`${of.dimension}s/`, of.id, paths);
    return [{ path, title: words.feeds.of(config.title, of.name), of, releases: newestOnes }];
  };
  const all = toldReleases(graph);
  return [
    ...feed(undefined, all),
    ...Object.entries(config.audiences).flatMap(([id, audience]) => {
      // Outsiders learn of no audience that is not theirs.
      if (!isVisible('internal', level) && !isVisible(audience.level, level)) return [];
      const own = toldReleases(graphAt(morePublic(audience.level, level)), id);
      const name = audience.label ?? words.words.audiences[id] ?? id;
      return feed({ dimension: 'audience', id, name }, own);
    }),
    ...Object.entries(config.products ?? {}).flatMap(([id, label]) => {
      const own = all.filter((release) => productsFor(graph, release).includes(id));
      return feed({ dimension: 'product', id, name: label || id }, own);
    }),
  ];
}

/** An id is anything that somebody writes; a file's name is not. */
function freePath(folder: string, id: string, taken: Set<string>): string {
  const name = id.normalize('NFC').replace(/[^\p{L}\p{N}_-]+/gu, '-');
  let path = `feeds/${folder}${name}.xml`;
  for (let count = 2; taken.has(path.toLowerCase()); count++) path = `feeds/${folder}${name}-${count}.xml`;
  taken.add(path.toLowerCase());
  return path;
}

/** One feed as XML. Its bytes follow from the content alone. */
export function renderFeed(portal: Portal, { path, title, releases }: Feed): string {
  const { graph, locale } = portal;
  const words = messages(locale);
  const root = rootOf(portal);
  const entries = releases.map((release) => ({ release, updated: updatedOf(release, graph.config.timeZone) }));
  const last = entries.reduce((latest, { updated }) => (updated.at > latest.at ? updated : latest), noTime);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    element('title', title),
    element('id', root + encodeURI(path)),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(root + encodeURI(path))}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${root}${kinds.release.folder}/`)}"/>`,
    element('updated', last.text),
    `<author>${element('name', graph.config.title)}</author>`,
    '<generator>kairanban</generator>',
    ...entries.map(({ release, updated }) => {
      const text = rendered.get(release) ?? renderEntry(portal, release, updated.text, root, words);
      rendered.set(release, text);
      return text;
    }),
    '</feed>\n',
  ].join('\n');
}

function renderEntry(portal: Portal, release: Release, updated: string, root: string, words: Messages): string {
  const { graph } = portal;
  const { timeZone } = graph.config;
  const entry = release as AnyEntry;
  const { title, type, formerly } = release.fields;
  // What it was called first: a reader that has seen it must not take it for another.
  const id = root + entryRoute({ kind: 'release', id: formerly?.[0] ?? release.id });
  const withdrawn = words.words.values.withdrawn as string;
  // Who sees but the title must not go on to offer it.
  const isSaid = releaseStatus(release, graph.today) !== 'withdrawn' || title.includes(withdrawn);
  const name = isSaid ? title : `${withdrawn}${words.portal.colon}${title}`;
  const lead = leadOf(entry);
  const categories = [...productsOf({ ...portal, words }, entry), ...(type ? [words.words.values[type] ?? type] : [])];
  return [
    '<entry>',
    element('title', name),
    element('id', id),
    `<link rel="alternate" type="text/html" href="${escapeXml(root + entryRoute(entry))}"/>`,
    element('published', dayStart(newsDay(release, timeZone), timeZone)),
    element('updated', updated),
    ...(lead === '' ? [] : [element('summary', lead)]),
    ...categories.map((category) => `<category term="${escapeXml(category)}"/>`),
    '</entry>',
  ].join('\n');
}

const noTime = { at: Number.NEGATIVE_INFINITY, text: '' };

/** When a release was told or, if later, changed: by its own days and never by the clock. */
function updatedOf({ fields: { date, updated, announceAt } }: Release, timeZone: string): typeof noTime {
  const told = announceAt === undefined ? dayStart(date, timeZone) : new Date(announceAt).toISOString();
  const texts = updated === undefined ? [told] : [told, dayStart(updated, timeZone)];
  return texts.reduce(
    (latest, text) => (Date.parse(text) > latest.at ? { at: Date.parse(text), text } : latest),
    noTime,
  );
}

/** The first instant of a day in a time zone, as RFC 3339 wants it: `2026-11-10T00:00:00+09:00`. */
function dayStart(day: string, timeZone: string): string {
  return `${day}T00:00:00${offsetOn(day, timeZone)}`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const entities: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, in elements and attributes; what XML cannot hold at all is left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] as string);
}

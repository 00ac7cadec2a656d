/** A release → what a customer may be handed: made of the public content alone, whatever the portal shows. */
import {
  type AnyEntry,
  type Entry,
  entriesOf,
  find,
  type Graph,
  type Portal,
  pageRenderer,
  releaseStatus,
  type Section,
  sectionSource,
  sectionsOf,
  visibleAt,
} from '#core';
import type { PageContext } from './context.ts';

export interface HandoutView {
  readonly title: string;
  readonly summary?: string;
  readonly date: string;
  /** Whether it is there already. */
  readonly out: boolean;
  readonly products: readonly string[];
  readonly plans: readonly string[];
  readonly body: string;
}

const publicGraphs = new WeakMap<Graph, Graph>();

function publicGraph(graph: Graph): Graph {
  let known = publicGraphs.get(graph);
  if (!known) {
    known = visibleAt(graph, 'public');
    publicGraphs.set(graph, known);
  }
  return known;
}

/** The releases with something for customers to read: public ones that were not taken back. */
export function handedOut({ graph }: Portal): Entry<'release'>[] {
  const outside = publicGraph(graph);
  return entriesOf(outside, 'release').filter(
    (release) => releaseStatus(release, graph.today) !== 'withdrawn' && partsOf(outside, release).length > 0,
  );
}

/** Whether the page of an entry leads to a hand-out. */
export function hasHandout({ graph }: Portal, entry: AnyEntry): boolean {
  const release = entry.kind === 'release' ? find(publicGraph(graph), 'release', entry.id) : undefined;
  return (
    release !== undefined &&
    releaseStatus(release, graph.today) !== 'withdrawn' &&
    partsOf(publicGraph(graph), release).length > 0
  );
}

/** What the hand-out of a public release says. `release` is that of `handedOut`. */
export function handoutView({ graph, words, base, pictures }: PageContext, release: Entry<'release'>): HandoutView {
  const { config, today } = graph;
  // Without pages to link to, addresses of this portal stay inside: its links are words.
  const alone: Graph = { ...publicGraph(graph), entries: [] };
  const render = pageRenderer(alone, release as AnyEntry, base, words, { pictures });
  const parts = partsOf(publicGraph(graph), release);
  const { title, summary, date, products = [], plans = [] } = release.fields;
  return {
    title,
    ...(summary !== undefined && { summary }),
    date,
    out: releaseStatus(release, today) !== 'planned',
    products: products.map((id) => config.products?.[id] ?? id),
    plans: plans.map((id) => config.plans?.[id] ?? id),
    body: render(
      parts.map((part) => (isHeaded(graph, part) ? sectionSource(part) : part.text)).join('\n\n'),
      parts.filter((part) => isHeaded(graph, part)).map(({ line }) => line),
    ),
  };
}

/** The customers' own section, else all that the public may read; a title that is the page's is left out. */
function partsOf({ config: { audiences } }: Graph, release: Entry<'release'>): Section[] {
  const sections = sectionsOf(release, 'public', { audiences }).filter(
    ({ depth, heading, text }) => text.trim() !== '' && (depth !== 1 || heading !== release.fields.title),
  );
  const own = sections.filter(({ audience }) => audience !== undefined && audiences[audience]?.level === 'public');
  return own.length > 0 ? own : sections;
}

/** Whether a section has a heading to show: to say that it is for customers is no news to them. */
function isHeaded({ config: { audiences } }: Graph, { depth, audience, heading }: Section): boolean {
  return depth > 0 && (audience === undefined || !audiences[audience]?.headings.includes(heading));
}

/** A release → what a customer may be handed: made of the public content alone, whatever the portal shows. */
import {
  type AnyEntry,
  dividersOf,
  type Entry,
  find,
  type Graph,
  type Portal,
  pageRenderer,
  releaseStatus,
  repeatsTitle,
  type Section,
  sectionSource,
  sectionsOf,
  textOf,
  visibleAt,
  visibleBodyOf,
} from '#core';
import type { PageContext } from './context.ts';

export interface HandoutView {
  readonly title: string;
  readonly summary?: string;
  readonly date: string;
  /** What the date is of. */
  readonly dateLabel: string;
  readonly products: readonly string[];
  readonly plans: readonly string[];
  readonly html: () => string;
  readonly markdown: () => string;
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

/**
 * A release as the public may see it, if it may. Its text is made of the portal's own each time, for which texts a page
 * looks at is noted while it is made.
 */
function publicRelease(graph: Graph, id: string): Entry<'release'> | undefined {
  const own = find(graph, 'release', id);
  const seen = own && find(publicGraph(graph), 'release', own.id);
  if (!seen) return undefined;
  const { kind, path, file, bodyLine, origin } = own;
  const body = visibleBodyOf(graph, own as AnyEntry, 'public') ?? '';
  return {
    kind,
    id: own.id,
    path,
    file,
    bodyLine,
    origin,
    fields: seen.fields,
    body,
    headings: body === own.body ? own.headings : dividersOf(body, graph.config),
  };
}

/** Whether a release has something for customers to read: a public one that was not taken back. */
export function hasHandout({ graph }: Portal, entry: AnyEntry): boolean {
  const release = entry.kind === 'release' ? publicRelease(graph, entry.id) : undefined;
  if (!release || releaseStatus(release, graph.today) === 'withdrawn') return false;
  return partsOf(graph, release).length > 0;
}

/** What the hand-out of a release says. Throws for one that has none. */
export function handoutView(context: PageContext, id: string): HandoutView {
  const { graph, words, base, pictures } = context;
  const { config, today } = graph;
  const release = publicRelease(graph, id);
  if (!release) throw new Error(`${id} is not for the public`);
  // Without pages to link to, addresses of this portal stay inside: its links are words.
  const alone: Graph = { ...publicGraph(graph), entries: [] };
  const entry = release as AnyEntry;
  const parts = partsOf(graph, release);
  const headed = parts.filter((part) => isHeaded(graph, part));
  const text = parts.map((part) => (headed.includes(part) ? sectionSource(part) : part.text)).join('\n\n');
  const { title, summary, date, type, products = [], plans = [] } = release.fields;
  const news = type === undefined || type === 'feature' || type === 'improvement' ? 'new' : type;
  return {
    title,
    ...(summary !== undefined && { summary }),
    date,
    dateLabel: words.front.dayOf[news][releaseStatus(release, today) === 'planned' ? 'planned' : 'out'],
    products: products.map((id) => config.products?.[id] ?? id),
    plans: plans.map((id) => config.plans?.[id] ?? id),
    html: () =>
      pageRenderer(alone, entry, base, words, { pictures })(
        text,
        headed.map(({ line }) => line),
      ),
    markdown: () => textOf({ ...context, graph: alone }, entry, text),
  };
}

/** The customers' own section, else all that the public may read; a title that is the page's is left out. */
function partsOf({ config: { audiences } }: Graph, release: Entry<'release'>): Section[] {
  const sections = sectionsOf(release, 'public', { audiences }).filter(
    ({ depth, heading, text }) => text.trim() !== '' && (depth !== 1 || !repeatsTitle(heading, release.fields.title)),
  );
  const own = sections.filter(({ audience }) => audience !== undefined && audiences[audience]?.level === 'public');
  return own.length > 0 ? own : sections;
}

/** Whether a section has a heading to show: to say that it is for customers is no news to them. */
function isHeaded({ config: { audiences } }: Graph, { depth, audience, heading }: Section): boolean {
  return depth > 0 && (audience === undefined || !audiences[audience]?.headings.includes(heading));
}

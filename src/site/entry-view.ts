/** An entry → its page: what sales needs first, then the rest, then where it comes from and leads. */
import {
  type AnyEntry,
  type Kind,
  levelOf,
  pageRenderer,
  releaseStatus,
  type Section,
  sectionsOf,
  staleness,
  traceKinds,
  traceOf,
} from '#core';
import type { PageContext } from './context.ts';
import { type Fact, type FactTable, factsOf, tablesOf } from './facts.ts';

/** A piece of the body, ready to be placed. `html` is safe: raw HTML in content came out as text. */
interface Block {
  readonly heading: string;
  readonly html: string;
}

export interface EntryView {
  readonly notices: readonly string[];
  /** What a salesperson says and asks, in the order of a conversation. */
  readonly sales: readonly Block[];
  readonly talkTrack?: Block;
  readonly doNotPromise?: Block;
  /** The rest of the body, in its own order. */
  readonly body: string;
  readonly facts: readonly Fact[];
  readonly tables: readonly FactTable[];
  readonly actions: readonly { readonly who: string; readonly what: string; readonly by?: string }[];
  readonly trace: readonly { readonly kind: Kind; readonly entries: readonly AnyEntry[]; readonly here: boolean }[];
  readonly linkedFrom: readonly AnyEntry[];
  readonly editUrl?: string;
}

/** What the page of an entry shows. */
export function entryView(context: PageContext, entry: AnyEntry): EntryView {
  const { graph, words } = context;
  const sections = sectionsOf({ title: entry.fields.title, body: entry.body }, levelOf(entry, graph.now), graph.config);
  const render = pageRenderer(graph, entry, context.base);
  // Link definitions stand anywhere in a page, and sections are rendered one by one.
  const definitions = entry.body.match(/^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gm)?.join('\n') ?? '';
  const block = (section: Section): Block => ({
    heading: section.heading,
    html: render(`${section.text}\n\n${definitions}`),
  });
  const filled = (section: Section | undefined) => (section && section.text.trim() !== '' ? block(section) : undefined);
  const isRelease = entry.kind === 'release';
  const role = (name: Section['role']) =>
    isRelease ? filled(sections.find((section) => section.role === name)) : undefined;
  const talkTrack = role('talkTrack');
  const doNotPromise = role('doNotPromise');
  const forSales = (section: Section) => section.audience === 'sales' || section.role === 'doNotPromise';
  const sales = isRelease
    ? sections.filter((section) => section.audience === 'sales' && section.role !== 'talkTrack')
    : [];
  const rest = isRelease ? sections.filter((section) => !forSales(section)) : sections;
  const trace = traceOf(graph, entry);
  const inTrace = new Set(Object.values(trace).flat());
  const linked = (graph.linksTo.get(entry) ?? []).map((link) => link.from).filter((from) => !inTrace.has(from));
  const editUrl = editUrlOf(context, entry);
  return {
    notices: noticesOf(context, entry),
    sales: sales.flatMap((section) => filled(section) ?? []),
    ...(talkTrack && { talkTrack }),
    ...(doNotPromise && { doNotPromise }),
    body: render(rest.map((section) => sectionSource(section, entry)).join('\n\n')),
    facts: factsOf(context, entry),
    tables: tablesOf(context, entry),
    actions: (isRelease ? (entry.fields.actions ?? []) : []).map((action) => ({
      ...action,
      who: whoOf(context, action.who),
    })),
    trace: traceKinds.map((kind) => ({ kind, entries: trace[kind], here: kind === entry.kind })),
    linkedFrom: [...new Set(linked)],
    ...(editUrl !== undefined && { editUrl }),
  };

  function noticesOf({ words: { portal } }: PageContext, page: AnyEntry): string[] {
    const notices: string[] = [];
    if (page.kind === 'release' && releaseStatus(page, graph.today) === 'withdrawn')
      notices.push(portal.withdrawnNotice);
    if (page.kind === 'release' && page.fields.type === 'sunset') notices.push(portal.sunsetNotice);
    const stale = staleness(graph, page);
    if (stale)
      notices.push(stale.release ? portal.staleSince(stale.release.fields.title) : portal.staleFor(stale.days));
    return notices;
  }
  function whoOf({ graph: { config } }: PageContext, who: string): string {
    return config.teams?.[who] ?? config.audiences[who]?.label ?? words.words.audiences[who] ?? who;
  }
}

/** A section as Markdown again; a heading that repeats the title is left out, for the page has one. */
function sectionSource(section: Section, entry: AnyEntry): string {
  if (section.depth === 0 || (section.depth === 1 && section.heading === entry.fields.title)) return section.text;
  return `${'#'.repeat(Math.max(2, section.depth))} ${section.heading}\n${section.text}`;
}

/** Where a writer changes the page, if `kairanban.yaml` says where the content folder is edited. */
function editUrlOf({ graph, level }: PageContext, entry: AnyEntry): string | undefined {
  const { edit } = graph.config.portal;
  if (edit === undefined || !/^https?:\/\//.test(edit) || level === 'public') return undefined;
  return `${edit.replace(/\/$/, '')}/${entry.file.split('/').map(encodeURIComponent).join('/')}`;
}

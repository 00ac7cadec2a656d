/** An entry → its page: what sales needs first, then the rest, then where it comes from and leads. */
import {
  type AnyEntry,
  type Copies,
  entriesOf,
  gapsIn,
  type Kind,
  levelOf,
  pageRenderer,
  releaseStatus,
  repeatsTitle,
  type Section,
  sectionSource,
  sectionsOf,
  staleness,
  type TraceKind,
  traceKinds,
  traceOf,
} from '#core';
import type { PageContext } from './context.ts';
import { type Fact, type FactTable, factsOf, tablesOf } from './facts.ts';
import { copiesOfPage, type ForSales, forSales, type Offer, offerOf } from './sales-view.ts';
import { isInside } from './write.ts';

export interface EntryView {
  readonly notices: readonly string[];
  readonly sales: ForSales;
  readonly offer?: Offer;
  /** The whole page as text, where somebody says it to customers. */
  readonly copies?: Copies;
  /** The rest of the body, in its own order. */
  readonly body: string;
  readonly facts: readonly Fact[];
  readonly tables: readonly FactTable[];
  readonly actions: readonly {
    readonly who: string;
    readonly what: string;
    readonly by?: string;
    readonly past: boolean;
  }[];
  readonly trace: readonly {
    readonly kind: TraceKind;
    readonly gap: boolean;
    readonly entries: readonly AnyEntry[];
    readonly here: boolean;
  }[];
  readonly linkedFrom: readonly AnyEntry[];
  readonly editUrl?: string;
}

/** What the figure of a kind shows already. */
const inFigure: { readonly [K in Kind]?: readonly Kind[] } = {
  account: ['request'],
  goal: ['goal'],
  journey: ['release', 'request'],
};

/** What the page of an entry shows. */
export function entryView(context: PageContext, entry: AnyEntry): EntryView {
  const { graph, words } = context;
  const sections = sectionsOf(entry, levelOf(entry, graph.now), graph.config);
  const render = pageRenderer(graph, entry, context.base, words, { pictures: context.pictures, hints: true });
  const isRelease = entry.kind === 'release';
  const sales = forSales(context, entry, sections, render);
  const offer = offerOf(context, entry);
  const copies = copiesOfPage(context, entry);
  const rest = sections.filter((section, index) => !sales.sections.has(section) && hasWords(sections, index));
  const trace = traceOf(graph, entry);
  const gaps = gapsIn(graph, entry, trace);
  const inTrace = new Set(Object.values(trace).flat());
  const linked = (graph.linksTo.get(entry) ?? [])
    .map((link) => link.from)
    .filter((from) => !inTrace.has(from) && !inFigure[entry.kind]?.includes(from.kind));
  const editUrl = editUrlOf(context, entry);
  return {
    notices: noticesOf(context, entry),
    sales,
    ...(offer && { offer }),
    ...(copies && { copies }),
    body: render(
      rest.map((section) => (hasHeading(section, entry) ? sectionSource(section) : section.text)).join('\n\n'),
      rest.filter((section) => hasHeading(section, entry)).map(({ line }) => line),
    ),
    facts: factsOf(context, entry),
    tables: tablesOf(context, entry),
    actions: (isRelease ? (entry.fields.actions ?? []) : []).map((action) => ({
      ...action,
      who: whoOf(context, action.who),
      past: action.by !== undefined && action.by < graph.today,
    })),
    trace: traceKinds
      .map((kind) => ({ kind, entries: trace[kind], here: kind === entry.kind, gap: gaps.has(kind) }))
      // What was not done, or not yet, is the company's own business; a stage that nobody uses is nobody's.
      .filter(
        ({ kind, entries, here }) =>
          here || entries.length > 0 || (isInside(context) && entriesOf(graph, kind).length > 0),
      ),
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

/** Whether a section, or one inside it, says something: those of a template wait to be written. */
function hasWords(sections: readonly Section[], index: number): boolean {
  const depth = sections[index]?.depth ?? 0;
  const end = sections.findIndex((section, at) => at > index && section.depth <= depth);
  return sections.slice(index, end === -1 ? undefined : end).some(({ text }) => text.trim() !== '');
}

/** A heading that repeats the title is left out, for the page has one. */
function hasHeading({ depth, heading }: Section, entry: AnyEntry): boolean {
  return depth > 1 || (depth === 1 && !repeatsTitle(heading, entry.fields.title));
}

/** Where a writer changes the page, if `kairanban.yaml` says where the content folder is edited. */
function editUrlOf(context: PageContext, entry: AnyEntry): string | undefined {
  const { edit } = context.graph.config.portal;
  if (edit === undefined || !/^https?:\/\//.test(edit) || !isInside(context)) return undefined;
  return `${edit.replace(/\/$/, '')}/${entry.file.split('/').map(encodeURIComponent).join('/')}`;
}

/** A release → what a salesperson says, asks, answers and does not promise, in the order of a conversation. */
import {
  type AnyEntry,
  type Copies,
  copiesOf,
  type Entry,
  type PageRenderer,
  pointingAt,
  type Section,
  sectionSource,
} from '#core';
import type { PageContext } from './context.ts';

/** A piece of the body, ready to be placed. */
interface SalesPart {
  /** Nothing for what stands under the audience's own heading. */
  readonly heading?: string;
  readonly id: string | undefined;
  readonly role: Section['role'];
  readonly html: string;
  /** What is taken to other places. */
  readonly copies?: Copies;
}

export interface ForSales {
  /** The id of the heading that all of these stand under. */
  readonly id: string | undefined;
  readonly parts: readonly SalesPart[];
  /** The sections that are in the parts. */
  readonly sections: ReadonlySet<Section>;
}

/** What a customer gets for which plan, and who has it already. */
export interface Offer {
  readonly plans: readonly string[];
  readonly prices: readonly AnyEntry[];
  readonly cases: readonly Entry<'case'>[];
}

const order = ['talkTrack', 'discovery', 'objections', undefined, 'doNotPromise'] as const;

/** The parts for sales. Rendered in the order of the page, which is that of its footnotes. */
export function forSales(
  { graph, words }: PageContext,
  entry: AnyEntry,
  sections: readonly Section[],
  render: PageRenderer,
): ForSales {
  if (entry.kind !== 'release') return { id: undefined, parts: [], sections: new Set() };
  const { heading, groups } = groupsOf(sections);
  const rank = (group: readonly Section[]) => (group[0] === heading ? -1 : order.indexOf(group[0]?.role as never));
  const written = groups.filter((group) => group.some(({ text }) => text.trim() !== ''));
  const sorted = written.sort((a, b) => rank(a) - rank(b));
  const said = sorted.find(([first]) => first?.role === 'talkTrack') ?? sorted.find(([first]) => first === heading);
  const parts = sorted.map((group): SalesPart => {
    const [first, ...rest] = group as [Section, ...Section[]];
    const text = [first.text, ...rest.map(sectionSource)].join('\n\n');
    return {
      ...(first !== heading && { heading: first.heading }),
      id: first === heading ? undefined : render.idAt(first.line),
      role: first.role,
      html: render(
        text,
        rest.map(({ line }) => line),
      ),
      ...(group === said && { copies: copiesOf(text, graph, entry, words.summary.bullet) }),
    };
  });
  return { id: heading && render.idAt(heading.line), parts, sections: new Set(groups.flat()) };
}

/** The audience's own heading, and every part with the sections that stand in it. */
function groupsOf(sections: readonly Section[]): { heading: Section | undefined; groups: Section[][] } {
  const groups: Section[][] = [];
  let heading: Section | undefined;
  let first: Section | undefined;
  let open: Section[] | undefined;
  for (const section of sections) {
    const [top] = open ?? [];
    const inside = top !== undefined && top !== heading && section.depth > top.depth && section.role === undefined;
    if (inside) open?.push(section);
    else if (section.audience === 'sales' || section.role === 'doNotPromise') {
      if (section.role === undefined && (heading === undefined || section.depth <= heading.depth)) heading = section;
      first ??= heading;
      open = [section];
      groups.push(open);
    } else open = undefined;
  }
  return { heading: first, groups };
}

/** The plans of a release, what says their price, and its cases. */
export function offerOf({ graph }: PageContext, entry: AnyEntry): Offer | undefined {
  if (entry.kind !== 'release') return undefined;
  const { plans: names } = graph.config;
  const plans = (entry.fields.plans ?? []).map((plan) => names?.[plan] ?? plan);
  const pages = pointingAt(graph, entry as AnyEntry, 'enablement').filter(({ fields }) => fields.type === 'pricing');
  const cases = pointingAt(graph, entry as AnyEntry, 'case');
  if (plans.length + pages.length + cases.length === 0) return undefined;
  return { plans, prices: pages as unknown as AnyEntry[], cases };
}

/** A talk track that is a page of its own, to be taken to other places. */
export function copiesOfPage({ graph, words }: PageContext, entry: AnyEntry): Copies | undefined {
  if (entry.kind !== 'enablement' || entry.fields.type !== 'talk-track') return undefined;
  return copiesOf(entry.body, graph, entry, words.summary.bullet);
}

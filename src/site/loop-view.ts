/** The portal → the loop with how much is at each stage, and what is stuck there. */
import {
  type AnyEntry,
  entriesOf,
  type Graph,
  type Kind,
  levelOf,
  type Messages,
  pointingAt,
  releaseStatus,
  requestStatus,
  sectionsOf,
  staleness,
  traceKinds,
} from '#core';

type GapName = keyof Messages['front']['gaps'];

/** Entries that wait for the same thing. */
interface Gap {
  readonly name: GapName;
  /** The stage at which they stand. */
  readonly kind: Kind;
  readonly entries: readonly AnyEntry[];
}

/** So many of what waits for the same thing are shown by name. */
export const shownStuck = 20;

export interface LoopView {
  readonly stages: readonly { readonly kind: Kind; readonly count: number; readonly stuck: number }[];
  /** Those that there are, in the order of the loop. */
  readonly gaps: readonly Gap[];
  readonly stuck: number;
}

/** The loop of a portal. Not kept, for which texts a page looks at is noted while it is made; two pages show it. */
export function loopView(graph: Graph): LoopView {
  const gaps = gapsOf(graph).filter(({ entries }) => entries.length > 0);
  const count = (some: readonly Gap[]) => some.reduce((sum, { entries }) => sum + entries.length, 0);
  const stages = traceKinds.map((kind) => ({
    kind,
    count: entriesOf(graph, kind).length,
    stuck: count(gaps.filter((gap) => gap.kind === kind)),
  }));
  return { stages, gaps, stuck: count(gaps) };
}

/** What waits, for a stage that this portal has: what a team does not use is not in its way. */
function gapsOf(graph: Graph): Gap[] {
  const all = <K extends Kind>(kind: K) => entriesOf(graph, kind) as unknown as Extract<AnyEntry, { kind: K }>[];
  const uses = (kind: Kind) => all(kind).length > 0;
  const led = (entry: AnyEntry, kind: Kind) => pointingAt(graph, entry, kind).length > 0;
  const status = new Map(all('request').map((request) => [request, requestStatus(graph, request)]));
  const requests = (wanted: string) => all('request').filter((request) => status.get(request) === wanted);
  // What was mended or ends is not sold, and what is in a digest only is not told one by one.
  const told = all('release').filter(
    (release) =>
      release.fields.tier < 3 &&
      releaseStatus(release, graph.today) === 'released' &&
      !['fix', 'sunset', 'change'].includes(release.fields.type ?? ''),
  );
  const forSales = told.filter(({ fields }) => fields.audiences?.includes('sales') ?? true);
  const unplanned = () => requests('triaged').filter((one) => !led(one, 'prd'));
  const unreleased = () => all('prd').filter((prd) => prd.fields.status === 'shipped' && !led(prd, 'release'));
  const untold = () => forSales.filter((release) => !led(release, 'enablement') && !hasTalk(graph, release));
  const talks = uses('enablement') || forSales.some((release) => hasTalk(graph, release));
  const unproven = () => told.filter((release) => !led(release, 'case'));
  return [
    { name: 'untriaged', kind: 'request', entries: requests('new') },
    { name: 'unplanned', kind: 'request', entries: uses('prd') ? unplanned() : [] },
    { name: 'unreleased', kind: 'prd', entries: uses('release') ? unreleased() : [] },
    { name: 'untold', kind: 'release', entries: talks ? untold() : [] },
    { name: 'stale', kind: 'enablement', entries: all('enablement').filter((page) => staleness(graph, page)) },
    { name: 'unproven', kind: 'release', entries: uses('case') ? unproven() : [] },
    { name: 'unmeasured', kind: 'goal', entries: all('goal').filter(({ fields }) => !fields.readings?.length) },
  ];
}

function hasTalk(graph: Graph, release: AnyEntry): boolean {
  const sections = sectionsOf(release, levelOf(release, graph.now), graph.config);
  return sections.some(({ role, text }) => role === 'talkTrack' && text.trim() !== '');
}

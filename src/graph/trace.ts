/** The chain request → PRD → release → talk track → case → goal that an entry is part of. */
import type { AnyEntry, Entry } from '../load/entry.ts';
import { compareEntries } from '../load/load.ts';
import type { Kind } from '../schema/index.ts';
import { entriesOf, type Graph, pointingAt, targets } from './graph.ts';
import { releaseStatus } from './state.ts';

/** The stages of the loop, in its order. */
export const traceKinds = [
  'request',
  'prd',
  'release',
  'enablement',
  'case',
  'goal',
] as const satisfies readonly Kind[];

export type TraceKind = (typeof traceKinds)[number];

type Trace = { readonly [K in TraceKind]: readonly AnyEntry[] };

const inLoop: ReadonlySet<Kind> = new Set(traceKinds);

/**
 * Everything that an entry came from and everything that came from it. Going back stops at goals, and going forth never
 * turns back: two PRDs with one goal are not each other's trace. Talk tracks and cases of one release are.
 */
export function traceOf(graph: Graph, entry: AnyEntry): Trace {
  const found = new Set<AnyEntry>();
  const follow = (from: AnyEntry, next: (entry: AnyEntry) => AnyEntry[]): void => {
    for (const other of next(from)) {
      if (!inLoop.has(other.kind) || other === entry || found.has(other)) continue;
      found.add(other);
      follow(other, next);
    }
  };
  follow(entry, (at) => (graph.linksFrom.get(at) ?? []).flatMap((link) => (chained(link.path) && link.to) || []));
  const back = [...found];
  follow(entry, (at) => (graph.linksTo.get(at) ?? []).flatMap((link) => (chained(link.path) ? link.from : [])));
  // What came from the entry serves goals too.
  for (const other of [...found].filter((one) => !back.includes(one))) {
    for (const link of graph.linksFrom.get(other) ?? [])
      if (link.to?.kind === 'goal' && link.to !== entry) found.add(link.to);
  }
  for (const other of besides(graph, entry, back)) found.add(other);
  const all = [...found].sort(compareEntries);
  return Object.fromEntries(
    traceKinds.map((kind) => [kind, all.filter((one) => one.kind === kind)]),
  ) as unknown as Trace;
}

/**
 * What belongs to the story of an entry at the end of the chain besides what it came from: for a talk track or a case, the
 * others of its releases; for a goal, the requests behind what serves it.
 */
function besides(graph: Graph, entry: AnyEntry, back: readonly AnyEntry[]): AnyEntry[] {
  if (entry.kind === 'goal')
    return (graph.linksTo.get(entry) ?? [])
      .filter(({ path }) => chained(path))
      .flatMap(({ from }) => targets(graph, from, 'requests'));
  if (entry.kind !== 'enablement' && entry.kind !== 'case') return [];
  return targets(graph, entry, 'releases')
    .filter((release) => back.includes(release))
    .flatMap((release) => [...pointingAt(graph, release, 'enablement'), ...pointingAt(graph, release, 'case')])
    .filter((other) => (other as AnyEntry) !== entry) as AnyEntry[];
}

/**
 * The stages that should be there and are not. Once a release that people should know of is out, all of the loop is looked
 * for; before that, what a PRD rests on and leads to. A reason of its own counts: evidence instead of requests, a measure of
 * success instead of a goal. A kind of which there is nothing at all is not used here, and nobody misses it.
 */
export function gapsIn(graph: Graph, entry: AnyEntry, trace: Trace): ReadonlySet<TraceKind> {
  const chain = [entry, ...traceKinds.flatMap((kind) => trace[kind])];
  const isMissing = (kind: TraceKind) => !chain.some((one) => one.kind === kind);
  const prds = chain.filter(
    (one) => one.kind === 'prd' && one.fields.status !== 'cancelled',
  ) as unknown as Entry<'prd'>[];
  const isOut = chain.some(
    (one) => one.kind === 'release' && one.fields.tier < 3 && releaseStatus(one, graph.today) === 'released',
  );
  const expected: { readonly [K in TraceKind]: boolean } = {
    request: (isOut || prds.length > 0) && !prds.some(({ fields }) => fields.evidence?.length),
    prd: isOut,
    release: prds.some(({ fields }) => fields.status === 'shipped'),
    enablement: isOut,
    case: isOut,
    goal: (isOut || prds.length > 0) && !prds.some(({ fields }) => fields.success),
  };
  return new Set(traceKinds.filter((kind) => expected[kind] && isMissing(kind) && entriesOf(graph, kind).length > 0));
}

/** The fields that make the chain; `supersedes`, say, is another story. */
function chained(path: readonly (string | number)[]): boolean {
  return ['requests', 'prds', 'goal', 'releases', 'expects'].includes(String(path[0]));
}

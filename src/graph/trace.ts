/** The chain request → PRD → release → talk track → case → goal that an entry is part of. */
import type { AnyEntry } from '../load/entry.ts';
import { compareEntries } from '../load/load.ts';
import type { Kind } from '../schema/index.ts';
import type { Graph } from './graph.ts';

/** The stages of the loop, in its order. */
export const traceKinds = [
  'request',
  'prd',
  'release',
  'enablement',
  'case',
  'goal',
] as const satisfies readonly Kind[];

type Trace = { readonly [K in (typeof traceKinds)[number]]: readonly AnyEntry[] };

const inLoop: ReadonlySet<Kind> = new Set(traceKinds);

/**
 * Everything that an entry came from and everything that came from it. Going back stops at goals, and going forth never
 * turns back: two PRDs with one goal are not each other's trace.
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
  const all = [...found].sort(compareEntries);
  return Object.fromEntries(
    traceKinds.map((kind) => [kind, all.filter((one) => one.kind === kind)]),
  ) as unknown as Trace;
}

/** The fields that make the chain; `supersedes`, say, is another story. */
function chained(path: readonly (string | number)[]): boolean {
  return ['requests', 'prds', 'goal', 'releases', 'expects'].includes(String(path[0]));
}

/** What an entry is of that names no product or plan. */
import type { AnyEntry } from '../load/entry.ts';
import { entriesOf, type Graph } from './graph.ts';

type Said = 'products' | 'plans';

const named = new WeakMap<Graph, { [S in Said]?: readonly string[] }>();

/** The products that something in a graph names, or the plans, in the order of the entries. */
function namedIn(graph: Graph, said: Said): readonly string[] {
  const known = named.get(graph) ?? {};
  named.set(graph, known);
  known[said] ??= [
    ...new Set(
      said === 'products'
        ? graph.entries.flatMap(({ fields }) => fields.products ?? [])
        : entriesOf(graph, 'release').flatMap(({ fields }) => fields.plans ?? []),
    ),
  ];
  return known[said];
}

/**
 * The products of an entry, by which it can be found. What sales say and show of no product in particular is of each that
 * is known here; a request or a PRD without one is not sorted yet.
 */
export function productsFor(graph: Graph, entry: AnyEntry): readonly string[] {
  const ofAll = entry.kind === 'release' || entry.kind === 'enablement' || entry.kind === 'case';
  return entry.fields.products ?? (ofAll ? namedIn(graph, 'products') : []);
}

/** The plans that a release is for, by which it can be found: all where it names none. */
export function plansFor(graph: Graph, entry: AnyEntry): readonly string[] {
  return entry.kind === 'release' ? (entry.fields.plans ?? namedIn(graph, 'plans')) : [];
}

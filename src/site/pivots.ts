/** The tables that requests are counted in: any two of what tells them apart. */
import { type AnyEntry, type Entry, entriesOf, type Graph, kinds } from '#core';
import type { PageContext } from './context.ts';
import { type Dimension, inOrder, none, segmentOf, valuesOf } from './dimensions.ts';
import { countsOf } from './listing.ts';
import { type Pivot, pivot } from './pivot.ts';
import { weightOf } from './points.ts';

export interface PivotPair {
  readonly rows: Dimension;
  readonly columns: Dimension;
}

/** What requests can be counted by. A cell leads to the board, so that this is what the board can be narrowed by. */
export function pivotDimensions(graph: Graph): Dimension[] {
  return [...countsOf(graph, 'request').keys()].filter((name) => name !== 'status');
}

/** Every choice of two. */
export function pivotPairs(graph: Graph): PivotPair[] {
  const names = pivotDimensions(graph);
  return names.flatMap((rows) => names.filter((name) => name !== rows).map((columns) => ({ rows, columns })));
}

/** The choice that is shown first. */
export function defaultPivot(graph: Graph): PivotPair | undefined {
  const pairs = pivotPairs(graph);
  return pairs.find(({ rows, columns }) => rows === 'product' && columns === 'segment') ?? pairs[0];
}

/** The path of a choice's page below the portal's root. */
export function pivotPath({ rows, columns }: PivotPair): string {
  return `${kinds.request.folder}/by/${rows}/${columns}`;
}

/** The counts of requests by two dimensions, in the order in which these are thought of. */
export function pivotOf(context: PageContext, { rows, columns }: PivotPair): Pivot {
  const { graph } = context;
  const inSegment = (request: Entry<'request'>, segment: string | undefined) =>
    weightOf(graph, request, (account) => segment === undefined || (segmentOf(graph, account) ?? none) === segment);
  const found = pivot(entriesOf(graph, 'request'), {
    rowsOf: (request) => valuesOf(graph, request as AnyEntry, rows),
    columnsOf: (request) => valuesOf(graph, request as AnyEntry, columns),
    weightOf: (request, row, column) =>
      inSegment(request, rows === 'segment' ? row : columns === 'segment' ? column : undefined),
  });
  return {
    ...found,
    rows: inOrder(context, rows, 'request', found.rows),
    columns: inOrder(context, columns, 'request', found.columns),
  };
}

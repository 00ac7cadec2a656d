/** Entries in columns: requests by status, PRDs by when they are planned. */
import { type AnyEntry, entriesOf, requestStatus } from '#core';
import type { PageContext } from './context.ts';
import type { BoardKind } from './routes.ts';

export interface Column {
  readonly title: string;
  readonly entries: readonly AnyEntry[];
}

/** The columns of a board, in their order; those without entries are left out. */
export function boardColumns(context: PageContext, kind: BoardKind): Column[] {
  const { graph, words } = context;
  const label = (value: string) => words.words.values[value] ?? value;
  if (kind === 'request') {
    const requests = entriesOf(graph, 'request');
    return (['new', 'triaged', 'planned', 'shipped', 'declined'] as const).flatMap((status) =>
      column(
        label(status),
        requests.filter((request) => requestStatus(graph, request) === status) as unknown as AnyEntry[],
      ),
    );
  }
  const prds = entriesOf(graph, 'prd');
  const open = prds.filter((prd) => prd.fields.status !== 'shipped' && prd.fields.status !== 'cancelled');
  const horizons = [...new Set(open.map((prd) => prd.fields.horizon ?? ''))].sort((a, b) =>
    rank(a) < rank(b) ? -1 : 1,
  );
  return [
    ...horizons.flatMap((horizon) =>
      column(
        horizon === '' ? words.portal.unset : label(horizon),
        open.filter((prd) => (prd.fields.horizon ?? '') === horizon) as unknown as AnyEntry[],
      ),
    ),
    ...(['shipped', 'cancelled'] as const).flatMap((status) =>
      column(label(status), prds.filter((prd) => prd.fields.status === status) as unknown as AnyEntry[]),
    ),
  ];
}

/** now, quarters in their order, next, later, then what has no time. */
function rank(horizon: string): string {
  const fixed = { now: '0', next: '5', later: '8', '': '9' }[horizon];
  return fixed ?? `1${horizon}`;
}

function column(title: string, entries: readonly AnyEntry[]): Column[] {
  return entries.length === 0 ? [] : [{ title, entries }];
}

/** Items → how many there are, and what they weigh, by two of their properties. */

interface PivotCell {
  readonly count: number;
  readonly weight: number;
}

export interface Pivot {
  /** The cell of a row and a column; nothing where there are no items. */
  cell(row: string, column: string): PivotCell | undefined;
  /** Each item once, though it may stand in several cells of its row or column. */
  row(row: string): PivotCell;
  column(column: string): PivotCell;
  readonly total: PivotCell;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The largest count in a cell. */
  readonly most: number;
}

export interface PivotAxes<T> {
  readonly rowsOf: (item: T) => readonly string[];
  readonly columnsOf: (item: T) => readonly string[];
  /** What an item weighs in a row, a column, in a cell (both given) or at all. */
  readonly weightOf: (item: T, row?: string, column?: string) => number;
}

/** Counts and weighs items by their rows and columns; an item of several rows counts in each of them. */
export function pivot<T>(items: readonly T[], { rowsOf, columnsOf, weightOf }: PivotAxes<T>): Pivot {
  const cells = new Map<string, Map<string, PivotCell>>();
  const rows = new Map<string, PivotCell>();
  const columns = new Map<string, PivotCell>();
  let total = empty;
  for (const item of items) {
    total = plus(total, weightOf(item));
    for (const column of columnsOf(item)) add(columns, column, weightOf(item, undefined, column));
    for (const row of rowsOf(item)) {
      add(rows, row, weightOf(item, row));
      const inRow = cells.get(row) ?? new Map<string, PivotCell>();
      cells.set(row, inRow);
      for (const column of columnsOf(item)) add(inRow, column, weightOf(item, row, column));
    }
  }
  return {
    cell: (row, column) => cells.get(row)?.get(column),
    row: (row) => rows.get(row) ?? empty,
    column: (column) => columns.get(column) ?? empty,
    total,
    rows: [...rows.keys()],
    columns: [...columns.keys()],
    most: Math.max(0, ...[...cells.values()].flatMap((row) => [...row.values()].map(({ count }) => count))),
  };
}

const empty: PivotCell = { count: 0, weight: 0 };

function plus({ count, weight }: PivotCell, more: number): PivotCell {
  return { count: count + 1, weight: weight + more };
}

function add(cells: Map<string, PivotCell>, key: string, weight: number): void {
  cells.set(key, plus(cells.get(key) ?? empty, weight));
}

/** Requests counted by two of their properties, as Markdown. */
import { paragraphs } from '#core';
import type { PageContext } from '../context.ts';
import { type Dimension, dimensionLabel, valueLabel } from '../dimensions.ts';
import { type PivotPair, pivotOf, pivotPairs, pivotPath } from '../pivots.ts';
import { labelled, linkToPage, section, table, viewLinks } from './parts.ts';

/** The counts, with the weight that CS gave, and the other tables that there are. */
export function pivotTwin(context: PageContext, pair: PivotPair): string {
  const { words, to, graph } = context;
  const b = words.boards;
  const { rows, columns, cell, row, column, total } = pivotOf(context, pair);
  const label = (dimension: Dimension) => dimensionLabel(context, dimension);
  const named = (dimension: Dimension, value: string) => labelled(context, '', valueLabel(context, dimension, value));
  const counted = (found: ReturnType<typeof cell>) => {
    if (!found) return '';
    return found.weight > 0
      ? b.within(String(found.count), labelled(context, b.weight, String(found.weight)))
      : `${found.count}`;
  };
  const caption = ({ rows, columns }: PivotPair) => b.pivotCaption(label(rows), label(columns));
  const others = pivotPairs(graph).filter((other) => other.rows !== pair.rows || other.columns !== pair.columns);
  return paragraphs(
    `# ${b.pivotTitle}`,
    caption(pair),
    viewLinks(context, 'request', 'pivot'),
    table(
      ['', ...columns.map((value) => named(pair.columns, value)), b.total],
      [
        ...rows.map((value) => [
          named(pair.rows, value),
          ...columns.map((other) => counted(cell(value, other))),
          String(row(value).count),
        ]),
        [b.total, ...columns.map((value) => String(column(value).count)), String(total.count)],
      ],
    ),
    b.pivotNote,
    section(
      2,
      b.views,
      others.map((other) => `- ${linkToPage(context, caption(other), to(`${pivotPath(other)}/`))}`).join('\n'),
    ),
  );
}

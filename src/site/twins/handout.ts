/** What a customer may be handed, as Markdown. */
import { oneLine, paragraphs } from '#core';
import type { PageContext } from '../context.ts';
import { handoutView } from '../handout-view.ts';
import { labelled } from './parts.ts';

/** The hand-out of a release: a text alone, without links to the portal. */
export function handoutTwin(context: PageContext, id: string): string {
  const { words } = context;
  const { title, summary, date, dateLabel, products, plans, markdown } = handoutView(context, id);
  return paragraphs(
    oneLine(context.graph.config.title),
    `# ${oneLine(title)}`,
    products.map(oneLine).join(' · '),
    summary === undefined ? '' : `> ${oneLine(summary)}`,
    markdown(),
    [
      `- ${labelled(context, dateLabel, date)}`,
      ...(plans.length > 0 ? [`- ${labelled(context, words.fields.plans, plans.join(words.boards.comma))}`] : []),
    ].join('\n'),
  );
}

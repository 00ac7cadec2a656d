/** The roadmap as Markdown. */
import { type AnyEntry, find, itemOf, linkTo, oneLine, paragraphs } from '#core';
import type { PageContext } from '../context.ts';
import { type RoadmapItem, roadmapFacts, roadmapOf } from '../roadmap.ts';
import { isInside } from '../write.ts';
import { linkToPage, section, viewLinks } from './parts.ts';

/** What is planned when, for which product and how sure. */
export function roadmapTwin(context: PageContext): string {
  const { graph, words, toKind } = context;
  const { boards: b, portal: p } = words;
  const columns = roadmapOf(context);
  return paragraphs(
    `# ${b.roadmap}`,
    `> ${b.asOf(graph.today)}${p.colon}${b.roadmapNote}${isInside(context) ? b.roadmapInside : ''}`,
    viewLinks(context, 'prd', 'roadmap'),
    columns.length === 0 ? b.roadmapEmpty : '',
    ...columns.map(({ title, late, products }) =>
      section(
        2,
        oneLine(late ? `${title} · ${b.late}` : title),
        ...products.map(({ name, items, rest }) => {
          const more = rest > 0 ? [`- ${linkToPage(context, b.restOf(rest), toKind('prd'))}`] : [];
          return section(3, oneLine(name), [...items.map((item) => itemTwin(context, item)), ...more].join('\n'));
        }),
      ),
    ),
  );
}

function itemTwin(context: PageContext, item: RoadmapItem): string {
  const { graph, words } = context;
  const { prd, release } = item;
  const { status, confidence } = roadmapFacts(context, item);
  const goal = prd.fields.goal && find(graph, 'goal', prd.fields.goal.id);
  const { colon } = words.portal;
  const facts = [
    ...(status === undefined ? [] : [oneLine(status)]),
    ...(confidence === undefined ? [] : [confidence]),
    ...(goal ? [words.fields.goal + colon + linkTo(context, goal as AnyEntry)] : []),
    ...(release ? [words.words.kind.release + colon + linkTo(context, release)] : []),
  ];
  return itemOf(context, prd as AnyEntry) + (facts.length === 0 ? '' : `\n  - ${facts.join(' · ')}`);
}

/** The loop as Markdown: how much is at each stage, and what is stuck there. */
import { linkTo, paragraphs } from '#core';
import type { PageContext } from '../context.ts';
import { loopView, shownStuck } from '../loop-view.ts';
import { linkToPage, section, table } from './parts.ts';

/** The figure as a table, then what waits, by what it waits for. */
export function loopTwin(context: PageContext): string {
  const { graph, words, toKind } = context;
  const { portal: p, front: f } = words;
  const { stages, gaps } = loopView(graph);
  const nameOf = (kind: (typeof stages)[number]['kind']) => words.words.kinds[kind];
  return paragraphs(
    `# ${p.loop}`,
    f.loopLead,
    table(
      [f.loopStage, f.loopEntries, f.stuck],
      stages.map(({ kind, count, stuck }) => [
        count > 0 ? linkToPage(context, nameOf(kind), toKind(kind)) : nameOf(kind),
        String(count),
        String(stuck),
      ]),
    ),
    section(2, f.stuck, gaps.length === 0 ? f.stuckNone : '', ...gaps.map(gapTwin)),
  );

  function gapTwin({ name, kind, entries }: (typeof gaps)[number]): string {
    const rest = entries.length - shownStuck;
    const list = linkToPage(context, f.seeList(nameOf(kind)), toKind(kind));
    return section(
      3,
      words.boards.option(f.gaps[name], entries.length),
      entries
        .slice(0, shownStuck)
        .map((entry) => `- ${linkTo(context, entry)}`)
        .join('\n'),
      rest > 0 ? `${f.stuckMore(rest)} · ${list}` : list,
    );
  }
}

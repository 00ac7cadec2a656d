/** The executive page as Markdown. */
import { type AnyEntry, linkTo, oneLine, paragraphs } from '#core';
import type { PageContext } from '../context.ts';
import { executiveView } from '../executive-view.ts';
import { amount, labelled, section, table } from './parts.ts';

/** How the goals stand, what came out and why, what comes next. */
export function executiveTwin(context: PageContext): string {
  const { words } = context;
  const { front: f, portal: p } = words;
  const { from, to, goals, told, others, next } = executiveView(context);
  const also = others.map(({ entry, day }) => `- ${day} ${linkTo(context, entry)}`).join('\n');
  return paragraphs(
    `# ${f.executive}`,
    `> ${f.quarter(from, to)} · ${f.executiveLead}`,
    section(2, f.goals, goals.length === 0 ? '' : goalTable()),
    section(
      2,
      f.cameOut,
      ...told.map(({ entry, day, levers, markdown, expects }) =>
        section(
          3,
          linkTo(context, entry),
          [day, ...levers.map(oneLine)].join(' · '),
          markdown(),
          expects
            .map(({ goal, from, to }) => {
              const { unit } = goal.fields;
              return `- ${f.expects}${p.colon}${linkTo(context, goal as AnyEntry)} ${amount(from)} → ${amount(to, unit)}`;
            })
            .join('\n'),
        ),
      ),
      told.length > 0 ? section(3, f.alsoOut, also) : also,
    ),
    section(
      2,
      f.comesNext,
      next
        .map(({ entry, when, confidence }) => {
          const sure = confidence === undefined ? '' : ` · ${labelled(context, words.fields.confidence, confidence)}`;
          return `- ${oneLine(when)} ${linkTo(context, entry)}${sure}`;
        })
        .join('\n'),
    ),
  );

  function goalTable(): string {
    return table(
      [f.goal, f.baseline, f.last, f.target, f.progress],
      goals.map(({ entry, last, reached }) => {
        const { unit, baseline, target, northStar } = entry.fields;
        return [
          linkTo(context, entry as AnyEntry) + (northStar ? ` · ${words.fields.northStar}` : ''),
          amount(baseline, unit),
          last ? `${amount(last.value, unit)} · ${last.date}` : f.noReading,
          amount(target, unit),
          reached === undefined ? '' : `${reached} %`,
        ];
      }),
    );
  }
}

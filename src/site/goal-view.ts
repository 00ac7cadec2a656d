/** A goal → its chart and what stands beside it. */
import { type AnyEntry, type Entry, newsDay, pointingAt, releaseStatus, traceOf } from '#core';
import { type Chart, chartOf, type Reading } from './chart.ts';
import type { PageContext } from './context.ts';

export interface GoalView {
  readonly chart?: Chart<AnyEntry>;
  readonly label: string;
  readonly target?: string;
  readonly baseline?: string;
  /** The newest first. */
  readonly readings: readonly Reading[];
  /** Goals that read this one for a department. */
  readonly children: readonly AnyEntry[];
}

/** What a goal's figure shows. Releases that serve the goal are marked in it; that they caused anything is not said. */
export function goalView({ graph, words }: PageContext, goal: Entry<'goal'>): GoalView {
  const { readings = [], target, baseline, unit = '' } = goal.fields;
  const amount = (value: number) => `${value.toLocaleString('en')}${unit === '' ? '' : ` ${unit}`}`;
  // In the figure a line has room for so much; the words beside it say the unit whole.
  const drawn = (value: number) => (unit.length > 12 ? value.toLocaleString('en') : amount(value));
  const { boards, fields } = words;
  const marks = traceOf(graph, goal as AnyEntry).release.flatMap((release) =>
    release.kind === 'release' && ['released', 'beta'].includes(releaseStatus(release, graph.today))
      ? [{ date: newsDay(release, graph.config.timeZone), of: release as AnyEntry }]
      : [],
  );
  const chart = chartOf<AnyEntry>({ readings, target, baseline, marks });
  const sorted = [...readings].sort((a, b) => (a.date < b.date ? 1 : -1));
  const [last, first] = [sorted[0], sorted.at(-1)];
  const label =
    first && last
      ? boards.chartLabel(goal.fields.title, first.date, amount(first.value), last.date, amount(last.value))
      : goal.fields.title;
  return {
    ...(chart && { chart }),
    label: target === undefined ? label : `${label} ${fields.target} ${amount(target)}`,
    ...(target !== undefined && { target: `${fields.target} ${drawn(target)}` }),
    ...(baseline !== undefined && { baseline: `${fields.baseline} ${drawn(baseline)}` }),
    readings: sorted,
    children: pointingAt(graph, goal as AnyEntry, 'goal') as unknown as AnyEntry[],
  };
}

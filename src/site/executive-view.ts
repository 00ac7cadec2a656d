/** The portal → one page for executives: what came out and why, how the goals stand, what comes next. */
import {
  type AnyEntry,
  addDays,
  compareText,
  type Entry,
  entriesOf,
  find,
  levelOf,
  newsDay,
  pageRenderer,
  releaseStatus,
  sectionsOf,
  textOf,
} from '#core';
import type { PageContext } from './context.ts';
import { timeLabel } from './dimensions.ts';

interface Told {
  readonly entry: AnyEntry;
  readonly day: string;
  /** The executives' own section, else what the release is about in a sentence or two. */
  readonly html: () => string;
  readonly markdown: () => string;
  readonly levers: readonly string[];
  readonly expects: readonly { readonly goal: Entry<'goal'>; readonly from?: number; readonly to?: number }[];
}

interface Standing {
  readonly entry: Entry<'goal'>;
  readonly last?: { readonly date: string; readonly value: number };
  /** Hundredths of the way from the baseline to the target, from 0 to 100. */
  readonly reached?: number;
}

export interface ExecutiveView {
  readonly from: string;
  readonly to: string;
  readonly told: readonly Told[];
  /** Those of lesser weight, by name only. */
  readonly others: readonly { readonly entry: AnyEntry; readonly day: string }[];
  readonly goals: readonly Standing[];
  readonly next: readonly { readonly entry: AnyEntry; readonly when: string; readonly confidence?: string }[];
}

/** A quarter of a year, in days. */
const quarter = 91;
/** What one sheet of paper holds. */
const room = { told: 5, others: 10, goals: 8, next: 8 } as const;

/** What the executive page shows. */
export function executiveView(context: PageContext): ExecutiveView {
  const { graph, words } = context;
  const { today, config } = graph;
  const from = addDays(today, -quarter);
  const dated = entriesOf(graph, 'release').map((release) => ({ release, day: newsDay(release, config.timeZone) }));
  const out = dated
    .filter(({ release, day }) => releaseStatus(release, today) === 'released' && day > from && day <= today)
    .filter(({ release }) => release.fields.tier < 3)
    .sort(
      (a, b) =>
        a.release.fields.tier - b.release.fields.tier || compareText(b.day, a.day) || byId(a.release, b.release),
    );
  const isForExecutives = ({ release }: (typeof out)[number]) =>
    release.fields.tier === 1 || (release.fields.audiences?.includes('executive') ?? false);
  const told = out.filter(isForExecutives).slice(0, room.told);
  const others = out.filter((one) => !told.includes(one)).slice(0, room.others);
  return {
    from,
    to: today,
    told: told.map(({ release, day }) => ({
      entry: release as AnyEntry,
      day,
      ...whyOf(context, release as AnyEntry),
      levers: (release.fields.levers ?? []).map((lever) => words.words.values[lever] ?? lever),
      expects: (release.fields.expects ?? []).flatMap(({ goal, baseline, target }) => {
        const entry = find(graph, 'goal', goal.id);
        if (!entry) return [];
        return [
          {
            goal: entry,
            ...(baseline !== undefined && { from: baseline }),
            ...(target !== undefined && { to: target }),
          },
        ];
      }),
    })),
    others: others.map(({ release, day }) => ({ entry: release as AnyEntry, day })),
    goals: entriesOf(graph, 'goal')
      .toSorted((a, b) => Number(b.fields.northStar ?? false) - Number(a.fields.northStar ?? false) || byId(a, b))
      .slice(0, room.goals)
      .map(standingOf),
    next: nextOf(context).slice(0, room.next),
  };
}

function whyOf(context: PageContext, release: AnyEntry): Pick<Told, 'html' | 'markdown'> {
  const { graph, base, words } = context;
  const own = sectionsOf(release, levelOf(release, graph.now), graph.config).filter(
    ({ audience, text }) => audience === 'executive' && text.trim() !== '',
  );
  const written = own.map((section) => section.text).join('\n\n');
  const text = written === '' ? (release.fields.summary ?? '') : written;
  return {
    html: () => pageRenderer(graph, release, base, words)(text),
    markdown: () => textOf(context, release, text),
  };
}

function standingOf(entry: Entry<'goal'>): Standing {
  const { readings = [], baseline, target } = entry.fields;
  const last = [...readings].sort((a, b) => compareText(a.date, b.date)).at(-1);
  if (!last) return { entry };
  if (baseline === undefined || target === undefined || baseline === target) return { entry, last };
  const part = (last.value - baseline) / (target - baseline);
  return { entry, last, reached: Math.round(Math.min(1, Math.max(0, part)) * 100) };
}

/** Releases with a day, then PRDs by their time. */
function nextOf({ graph, words }: PageContext): ExecutiveView['next'][number][] {
  const { today } = graph;
  const label = (value: string) => words.words.values[value] ?? value;
  const releases = entriesOf(graph, 'release')
    .filter((release) => release.fields.date > today && releaseStatus(release, today) !== 'withdrawn')
    .sort((a, b) => compareText(a.fields.date, b.fields.date) || byId(a, b));
  const coming = new Set(releases.flatMap(({ fields }) => (fields.prds ?? []).map(({ id }) => find(graph, 'prd', id))));
  const prds = entriesOf(graph, 'prd')
    .filter((prd) => ['validated', 'delivery'].includes(prd.fields.status ?? '') && !coming.has(prd))
    .sort((a, b) => compareText(rank(a.fields.horizon), rank(b.fields.horizon)) || byId(a, b));
  return [
    ...releases.map((release) => ({ entry: release as AnyEntry, when: release.fields.date })),
    ...prds.map((prd) => ({
      entry: prd as AnyEntry,
      when: prd.fields.horizon === undefined ? words.portal.unset : timeLabel(words, prd.fields.horizon),
      ...(prd.fields.confidence && { confidence: label(prd.fields.confidence) }),
    })),
  ];
}

/** now, quarters, next, later, unknown. */
function rank(horizon = '~'): string {
  return { now: '0', next: '3', later: '4' }[horizon] ?? `2${horizon}`;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}

/** The portal → its first page. */
import { type AnyEntry, type Entry, entriesOf, newsDay, releaseStatus } from '#core';
import type { PageContext } from './context.ts';

interface Action {
  readonly who: string;
  readonly what: string;
  readonly by?: string;
  readonly release: AnyEntry;
}

export interface HomeView {
  /** The newest releases that are out, the important ones first among those of the last two months. */
  readonly latest: readonly AnyEntry[];
  /** What is still to be done, soonest first. */
  readonly actions: readonly Action[];
  readonly selling: readonly AnyEntry[];
}

/** What the first page shows. */
export function homeView(context: PageContext): HomeView {
  const { graph, words } = context;
  const { config, today } = graph;
  const releases = entriesOf(graph, 'release');
  const out = releases
    .filter(
      (release) =>
        ['released', 'beta'].includes(releaseStatus(release, today)) && newsDay(release, config.timeZone) <= today,
    )
    .sort((a, b) => compare(newsDay(b, config.timeZone), newsDay(a, config.timeZone)) || compare(a.id, b.id));
  const actions = releases
    .filter((release) => releaseStatus(release, today) !== 'planned')
    .flatMap((release) => (release.fields.actions ?? []).map((action) => ({ ...action, release: release as AnyEntry })))
    .filter((action) => action.by === undefined || action.by >= today)
    .map((action) => ({
      ...action,
      who: config.teams?.[action.who] ?? words.words.audiences[action.who] ?? action.who,
    }))
    .sort((a, b) => compare(a.by ?? '9', b.by ?? '9') || compare(a.what, b.what));
  const selling = entriesOf(graph, 'enablement').sort(
    (a, b) => compare(b.fields.reviewed, a.fields.reviewed) || compare(a.id, b.id),
  );
  const recent = important(out.slice(0, 6));
  return { latest: recent, actions: actions.slice(0, 8), selling: selling.slice(0, 4) as unknown as AnyEntry[] };
}

function important(releases: readonly Entry<'release'>[]): AnyEntry[] {
  return [...releases].sort((a, b) => a.fields.tier - b.fields.tier) as unknown as AnyEntry[];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The portal → its first page. */
import { type AnyEntry, compareText, type Entry, entriesOf, type Graph, isSaidAt, newsDay, releaseStatus } from '#core';
import type { PageContext } from './context.ts';
import { isComing } from './releases-view.ts';
import { isInside } from './write.ts';

interface Action {
  /** The team or audience, and what it is called. */
  readonly team: string;
  readonly who: string;
  readonly what: string;
  readonly by?: string;
  readonly release: AnyEntry;
}

interface News {
  readonly entry: AnyEntry;
  /** What makes it news again: another state, a change that its writer dates. */
  readonly key: string;
  /** The roles that it is for; nothing for all. */
  readonly roles: readonly string[];
}

export interface HomeView {
  /** Whom it can be shown for. */
  readonly roles: readonly { readonly id: string; readonly label: string }[];
  /** Newest first: enough of it for every role. */
  readonly news: readonly News[];
  /** What is still to be done, soonest first: enough of it for every team. */
  readonly actions: readonly Action[];
  readonly selling: readonly AnyEntry[];
}

/** So many news are shown at once, and kept ready for each role. */
export const shownNews = 3;
const readyNews = 4;
/** So many things to do are shown to everybody, and kept ready for each team. */
export const shownActions = 8;

/** The parts of the first page that are asked for, in their order. */
export function homeSections({ config }: Graph) {
  return config.portal.home ?? (['new', 'todo', 'selling', 'loop', 'all'] as const);
}

/** What the first page shows. */
export function homeView(context: PageContext): HomeView {
  const { graph, words, level } = context;
  const { config, today } = graph;
  const day = (release: Entry<'release'>) => newsDay(release, config.timeZone);
  const releases = entriesOf(graph, 'release');
  const out = releases
    .filter((release) => !isComing(graph, release))
    .sort((a, b) => compareText(day(b), day(a)) || a.fields.tier - b.fields.tier || compareText(a.id, b.id));
  const nameOf = (id: string) => config.audiences[id]?.label ?? words.words.audiences[id] ?? id;
  const roles = Object.keys(isInside(context) ? config.audiences : {})
    .filter((id) => config.audiences[id]?.level !== 'public')
    .map((id) => ({ id, label: nameOf(id) }));
  const isFor = ({ fields }: Entry<'release'>, role: string) => fields.audiences?.includes(role) ?? true;
  const ready = new Set([
    ...out.slice(0, shownNews),
    ...roles.flatMap(({ id }) => out.filter((release) => isFor(release, id)).slice(0, readyNews)),
  ]);
  const actions = releases
    .filter((release) => !['planned', 'withdrawn'].includes(releaseStatus(release, today)))
    .flatMap((release) => (release.fields.actions ?? []).map((action) => ({ ...action, release: release as AnyEntry })))
    .filter((action) => action.by === undefined || action.by >= today)
    .map((action) => ({ ...action, team: action.who, who: config.teams?.[action.who] ?? nameOf(action.who) }))
    .sort((a, b) => compareText(a.by ?? '9', b.by ?? '9') || compareText(a.what, b.what));
  const selling = entriesOf(graph, 'enablement').toSorted(
    (a, b) => compareText(b.fields.reviewed, a.fields.reviewed) || compareText(a.id, b.id),
  );
  return {
    roles,
    news: out
      .filter((release) => ready.has(release))
      .map((release) => ({
        entry: release as AnyEntry,
        key: [release.id, releaseStatus(release, today), release.fields.updated ?? ''].join('@'),
        roles: isSaidAt('release', 'audiences', level) ? (release.fields.audiences ?? []) : [],
      })),
    actions: readyOf(actions),
    selling: selling.slice(0, 4) as unknown as AnyEntry[],
  };
}

/** The first, and the first of each team. */
function readyOf(actions: readonly Action[]): Action[] {
  const counts = new Map<string, number>();
  return actions.filter(({ team }, index) => {
    const count = (counts.get(team) ?? 0) + 1;
    counts.set(team, count);
    return index < shownActions || count <= shownActions;
  });
}

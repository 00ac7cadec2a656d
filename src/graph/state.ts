/** What follows from the entries and the day, and is never written. */
import type { AnyEntry, Entry } from '../load/entry.ts';
import { dayIn } from '../schema/day-in.ts';
import { entriesOf, foldId, type Graph, pointingAt, targets } from './graph.ts';
import { addDays, daysBetween } from './time.ts';

export type ReleaseStatus = 'planned' | 'beta' | 'released' | 'withdrawn';

/** The status of a release: as written, else by its date. */
export function releaseStatus(release: Entry<'release'>, today: string): ReleaseStatus {
  return release.fields.status ?? (release.fields.date <= today ? 'released' : 'planned');
}

/** Whether an embargo still holds. */
export function underEmbargo(entry: AnyEntry, now: number): boolean {
  return entry.kind === 'release' && entry.fields.announceAt !== undefined && Date.parse(entry.fields.announceAt) > now;
}

/** The day on which a release is news: that of its embargo's end, else its date. */
export function newsDay(release: Entry<'release'>, timeZone: string): string {
  const { announceAt, date } = release.fields;
  return announceAt === undefined ? date : dayIn(Date.parse(announceAt), timeZone);
}

/** Whether a release may be told: no draft, released or withdrawn, and its day (or embargo) has come. */
function isTold(graph: Graph, release: Entry<'release'>): boolean {
  const status = releaseStatus(release, graph.today);
  const reached =
    release.fields.announceAt === undefined
      ? release.fields.date <= graph.today
      : !underEmbargo(release as AnyEntry, graph.now);
  return !release.fields.draft && (status === 'released' || status === 'withdrawn') && reached;
}

/** Whether a release is for an audience: it names it, or names none. */
function isFor(release: Entry<'release'>, audience: string): boolean {
  return release.fields.audiences === undefined || release.fields.audiences.includes(audience);
}

/** The releases that an audience (without one: anybody) may be told of, newest first. */
export function toldReleases(graph: Graph, audience?: string): Entry<'release'>[] {
  const { timeZone } = graph.config;
  return entriesOf(graph, 'release')
    .filter((release) => isTold(graph, release) && (audience === undefined || isFor(release, audience)))
    .sort(
      (a, b) =>
        compareDays(newsDay(b, timeZone), newsDay(a, timeZone)) ||
        compareVersions(b.fields.version, a.fields.version) ||
        compareDays(a.id, b.id),
    );
}

/**
 * The releases of which `head` has something to tell an audience that `base`, each seen at its own instant, had not:
 * newly told ones, and those withdrawn (or brought back) after they were told. Newest first.
 */
export function becameDue(base: Graph, head: Graph, audience: string): Entry<'release'>[] {
  const before = new Map(toldReleases(base, audience).map((release) => [foldId(release.id), release]));
  const told = toldReleases(head, audience);
  const former = (release: Entry<'release'>) => (release.fields.formerly ?? []).map(foldId);
  const renamed = new Set(told.flatMap((release) => former(release).filter((id) => id !== foldId(release.id))));
  const ids = new Set(told.map(({ id }) => foldId(id)));
  const titled = ({ fields: { title, date } }: Entry<'release'>) => `${date} ${title}`;
  const gone = [...before].filter(([id]) => !ids.has(id) && !renamed.has(id));
  // Who gives a file another name may not write `formerly`.
  const left = new Map(gone.map(([, release]) => [titled(release), release]));
  const moved = (release: Entry<'release'>) => {
    const from = left.get(titled(release));
    left.delete(titled(release));
    return from;
  };
  return told.filter((release) => {
    // An id that another release gives as its former one was that release's, even if it is used anew.
    const own = renamed.has(foldId(release.id)) ? undefined : before.get(foldId(release.id));
    const earlier =
      own ??
      former(release)
        .map((id) => before.get(id))
        .find((found) => found !== undefined) ??
      moved(release);
    return earlier === undefined || releaseStatus(earlier, base.today) !== releaseStatus(release, head.today);
  });
}

/** A release that was this many days old before anything was compared is history when it is added. */
const newsDays = 30;

/** Whether what came out on a day would still be told on another. */
export function isNews(day: string, today: string): boolean {
  return day >= addDays(today, -newsDays);
}

/**
 * Whether a release of a later state than `base` (all of it, hidden things too) is history: brought along, or not
 * `opened`, which is to say that nothing but an error kept it from being told in `base`.
 */
export function isHistory(base: Graph, release: Entry<'release'>, opened: boolean): boolean {
  if (isNews(newsDay(release, base.config.timeZone), base.today)) return false;
  if (!opened) return true;
  const ids = new Set([release.id, ...(release.fields.formerly ?? [])].map(foldId));
  return !entriesOf(base, 'release').some(({ id }) => ids.has(foldId(id)));
}

type RequestStatus = 'new' | 'triaged' | 'planned' | 'declined' | 'shipped';

/** The status of a request: shipped once a release that answers it is out, else as written. */
export function requestStatus(graph: Graph, request: Entry<'request'>): RequestStatus {
  const releases = [
    ...pointingAt(graph, request as AnyEntry, 'release'),
    ...pointingAt(graph, request as AnyEntry, 'prd').flatMap((prd) => pointingAt(graph, prd as AnyEntry, 'release')),
  ];
  const shipped = releases.some((release) => releaseStatus(release, graph.today) === 'released');
  return shipped ? 'shipped' : request.fields.status;
}

/** The status of what has one that follows from the day and from other entries, whatever is written. */
export function stateOf(graph: Graph, entry: AnyEntry): ReleaseStatus | RequestStatus | undefined {
  if (entry.kind === 'release') return releaseStatus(entry, graph.today);
  return entry.kind === 'request' ? requestStatus(graph, entry) : undefined;
}

/** Why a page cannot be relied on any more. */
export interface Staleness {
  readonly reviewed: string;
  /** Days since the review. */
  readonly days: number;
  /** The release that changed since, where that is the reason. */
  readonly release?: Entry<'release'>;
}

/** Whether a reviewed page is past its interval, or older than a release that it depends on. */
export function staleness(graph: Graph, entry: AnyEntry): Staleness | undefined {
  const { reviewed, reviewEvery } = entry.fields;
  if (reviewed === undefined) return undefined;
  const days = daysBetween(reviewed, graph.today);
  const releases = targets(graph, entry, 'releases').filter(
    (target) => target.kind === 'release',
  ) as Entry<'release'>[];
  const changed = releases.find((release) => {
    const last = release.fields.updated ?? release.fields.date;
    return last > reviewed && last <= graph.today;
  });
  if (changed) return { reviewed, days, release: changed };
  const interval = reviewEvery ?? graph.config.review[entry.kind];
  return interval !== undefined && addDays(reviewed, interval) < graph.today ? { reviewed, days } : undefined;
}

function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By the numbers in them, so that 1.10 comes after 1.9; no version at all comes first. */
export function compareVersions(a: string | undefined, b: string | undefined): number {
  const [left = [], right = []] = [a, b].map((version) => (version?.match(/\d+/g) ?? []).map(Number));
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const gap = (left[at] ?? -1) - (right[at] ?? -1);
    if (gap !== 0) return gap;
  }
  return 0;
}

/** How well search answers queries whose right pages are known. */

export interface Judged<P> {
  readonly query: string;
  /** Pages that answer; none where finding nothing is right. */
  readonly pages: readonly P[];
}

export interface Verdict<J> {
  readonly judged: J;
  /** What came, best first, at most `depth`. */
  readonly found: readonly string[];
  /** Where the first page that answers came, from 1; 0 if none did. */
  readonly place: number;
}

/** So many results are looked at. */
const depth = 10;

/** Asks every query. `ask` gives the pages found, best first. */
export async function judge<J extends Judged<string>>(
  queries: readonly J[],
  ask: (query: string, limit: number) => Promise<readonly string[]>,
): Promise<Verdict<J>[]> {
  const verdicts: Verdict<J>[] = [];
  for (const judged of queries) {
    const found = await ask(judged.query, depth);
    verdicts.push({ judged, found, place: found.findIndex((page) => judged.pages.includes(page)) + 1 });
  }
  return verdicts;
}

/** What is measured, each 0 to 1 and better when higher; absent where no query is of the sort that it is about. */
export interface Figures {
  /** Queries that a page answers, and those that none does. */
  readonly answerable: number;
  readonly unanswerable: number;
  /** Of the answerable, for how many a right page came first, and among the first five. */
  readonly first?: number;
  readonly five?: number;
  /** Of the answerable, the mean of 1 ÷ place of the first right page, 0 where none came (mean reciprocal rank). */
  readonly rank?: number;
  /** Of the unanswerable, for how many nothing was found. */
  readonly nothing?: number;
}

const measures = ['first', 'five', 'rank', 'nothing'] as const;

/** How a query went: the place of its first right page; 0: none came; for one that no page answers, whether nothing did. */
export type Result = number | 'nothing' | 'something';

export function resultOf({ judged, found, place }: Verdict<Judged<string>>): Result {
  if (judged.pages.length > 0) return place;
  return found.length === 0 ? 'nothing' : 'something';
}

export function figuresOf(results: readonly Result[]): Figures {
  const places = results.filter((result) => typeof result === 'number');
  const unanswerable = results.length - places.length;
  const share = (count: (place: number) => number) =>
    places.reduce((sum, place) => sum + count(place), 0) / places.length;
  return {
    answerable: places.length,
    unanswerable,
    ...(places.length > 0 && {
      first: share((place) => Number(place === 1)),
      five: share((place) => Number(place > 0 && place <= 5)),
      rank: share((place) => (place > 0 ? 1 / place : 0)),
    }),
    ...(unanswerable > 0 && { nothing: results.filter((result) => result === 'nothing').length / unanswerable }),
  };
}

/** 1 is best, 0 worst: right page first, or nothing where there is none. */
export function worthOf(result: Result): number {
  if (typeof result === 'string') return Number(result === 'nothing');
  return result > 0 ? 1 / result : 0;
}

/** What became of the queries that were recorded and are still the same. */
export interface Comparison {
  readonly before: Figures;
  readonly now: Figures;
  /** Which figures are worse than recorded, and which better. */
  readonly worse: readonly (typeof measures)[number][];
  readonly better: readonly (typeof measures)[number][];
  /** Queries, in their order, by how they went before. */
  readonly fell: ReadonlyMap<string, Result>;
  readonly rose: ReadonlyMap<string, Result>;
}

/**
 * Compares with what was recorded. Queries that are new, or judged otherwise since, are left out: a harder question added
 * to the file makes nothing worse. `recorded` and `now` go by a key of query and pages.
 */
export function compare(recorded: ReadonlyMap<string, Result>, now: ReadonlyMap<string, Result>): Comparison {
  const keys = [...now.keys()].filter((key) => recorded.has(key));
  const of = (results: ReadonlyMap<string, Result>) => keys.map((key) => results.get(key) as Result);
  const [before, after] = [figuresOf(of(recorded)), figuresOf(of(now))];
  // Sums of thirds in another order differ in the last digit.
  const change = (measure: (typeof measures)[number]) => Math.sign(rounded(after[measure]) - rounded(before[measure]));
  const moved = (direction: number) =>
    new Map(
      keys
        .map((key) => [key, recorded.get(key) as Result] as const)
        .filter(([key, old]) => Math.sign(worthOf(now.get(key) as Result) - worthOf(old)) === direction),
    );
  return {
    before,
    now: after,
    worse: measures.filter((measure) => change(measure) < 0),
    better: measures.filter((measure) => change(measure) > 0),
    fell: moved(-1),
    rose: moved(1),
  };
}

function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 1e9);
}

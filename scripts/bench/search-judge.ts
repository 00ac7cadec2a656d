/** What an engine finds of judged queries, counted. */
import type { Judged } from './search-set.ts';

/** Shares of queries, and the mean reciprocal rank within ten. */
export interface Score {
  readonly count: number;
  readonly first: number;
  readonly five: number;
  readonly rank: number;
  /** Without any answer. */
  readonly none: number;
}

/** Ids of pages for a query, best first, at most ten. */
export type Ask = (query: string) => Promise<readonly number[]>;

/** Queries that no page answers have a category of their own; the others are counted by category and as `all`. */
export async function judge(queries: readonly Judged[], ask: Ask): Promise<Map<string, Score>> {
  const sums = new Map<string, { count: number; first: number; five: number; rank: number; none: number }>();
  for (const { query, relevant, category } of queries) {
    const found = await ask(query);
    const place = found.findIndex((id) => relevant.includes(id)) + 1;
    for (const name of relevant.length > 0 ? ['all', category] : ['unanswerable']) {
      const sum = sums.get(name) ?? { count: 0, first: 0, five: 0, rank: 0, none: 0 };
      sum.count++;
      sum.first += Number(place === 1);
      sum.five += Number(place > 0 && place <= 5);
      sum.rank += place > 0 ? 1 / place : 0;
      sum.none += Number(found.length === 0);
      sums.set(name, sum);
    }
  }
  return new Map(
    [...sums].map(([name, { count, first, five, rank, none }]) => [
      name,
      { count, first: first / count, five: five / count, rank: rank / count, none: none / count },
    ]),
  );
}

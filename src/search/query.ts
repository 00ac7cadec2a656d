/** A query → entries, best first. Runs in the browser, over the index that `index.ts` made. */
import { wordEnd, wordsOf } from './words.ts';

/** What of Pagefind's browser API is used. */
export interface Engine {
  search(query: string): Promise<{ results: EngineResult[] }>;
}

interface EngineResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<EngineData>;
}

interface EngineData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly [name: string]: string };
}

export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** HTML by Pagefind: escaped text with `<mark>`. */
  readonly excerpt: string;
}

/** The entries that hold all words of the query; where there are none, those that hold most of them. */
export async function search(engine: Engine, query: string, limit: number): Promise<Hit[]> {
  const { words } = wordsOf(query);
  if (words.length === 0) return [];
  let { results } = await engine.search(words.join(' '));
  if (results.length === 0) results = await searchEach(engine, [...new Set(words)]);
  const found = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return found.map(({ url, excerpt, meta }) => ({
    ...{ url, title: meta.title ?? url, kind: meta.kind ?? '' },
    excerpt: excerpt.replace(marked, '</mark>$1').replaceAll(wordEnd, ''),
  }));
}

/** The end of a mark that goes beyond its word. */
const marked = new RegExp(`${wordEnd}([^<${wordEnd}]*)</mark>`, 'g');

/** By the words that an entry holds, of which rare ones count more; then by Pagefind's score. */
async function searchEach(engine: Engine, words: readonly string[]): Promise<EngineResult[]> {
  const lists = await Promise.all(words.map((word) => engine.search(word)));
  const all = new Set(lists.flatMap(({ results }) => results.map(({ id }) => id))).size;
  const best = new Map<string, { result: EngineResult; covered: number; score: number }>();
  for (const { results } of lists) {
    const weight = Math.log(1 + all / (1 + results.length));
    for (const result of results) {
      const known = best.get(result.id) ?? { result, covered: 0, score: 0 };
      known.covered += weight;
      known.score += result.score * weight;
      best.set(result.id, known);
    }
  }
  return [...best.values()].sort((a, b) => b.covered - a.covered || b.score - a.score).map(({ result }) => result);
}

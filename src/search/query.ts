/** A query → entries, best first. Runs in the browser, over the index that `index.ts` made. */
import { fold } from './fold.ts';

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

/** The entries that hold all of the query; where there are none, those that hold most of its words. */
export async function search(engine: Engine, query: string, limit: number): Promise<Hit[]> {
  const folded = fold(query).trim();
  if (folded === '') return [];
  let { results } = await engine.search(folded);
  if (results.length === 0) results = await searchPieces(engine, piecesOf(folded));
  const found = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return found.map(({ url, excerpt, meta }) => ({ url, excerpt, title: meta.title ?? url, kind: meta.kind ?? '' }));
}

/** The words of a query: at spaces, and where kanji, kana and Latin letters meet. */
function piecesOf(query: string): string[] {
  const runs =
    query.match(/[\p{Script=Han}々]+|[\p{Script=Katakana}ー]+|[\p{Script=Hiragana}]{2,}|[\p{L}\p{N}.]+/gu) ?? [];
  return [...new Set(runs)];
}

async function searchPieces(engine: Engine, pieces: readonly string[]): Promise<EngineResult[]> {
  const lists = await Promise.all(pieces.map((piece) => engine.search(piece)));
  const best = new Map<string, { result: EngineResult; pieces: number; score: number }>();
  for (const { results } of lists) {
    for (const result of results) {
      const known = best.get(result.id);
      if (known) {
        known.pieces += 1;
        known.score += result.score;
      } else best.set(result.id, { result, pieces: 1, score: result.score });
    }
  }
  return [...best.values()].sort((a, b) => b.pieces - a.pieces || b.score - a.score).map(({ result }) => result);
}

/** What was indexed, as a query reads it: through Pagefind's own reader, in a browser and in Node. */
import type { Card } from './card.ts';

/** What of Pagefind's API is used. */
export interface Engine {
  search(token: string | null): Promise<{ results: EngineResult[] }>;
  /** The words of the team that mean the same, from `terms.json` beside the index. */
  terms(): Promise<readonly (readonly string[])[]>;
}

interface EngineResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<{ readonly url: string; readonly meta: { readonly [name: string]: string } }>;
}

/** What a reader is shown of a page. It stands in the page's fragment, in place of the tokens. */
export interface Page {
  readonly title: string;
  readonly kind: string;
  /** Words that it is searched by and that its text need not have: id, version, tags, other words of a term. */
  readonly tags: string;
  /** Paragraphs of plain text, a line each. */
  readonly text: string;
  /** Headings and their ids, in the page's order. */
  readonly headings: readonly (readonly [text: string, id: string])[];
  /** How much fresher and more important than others, about −0.1 to 0.1. */
  readonly boost: number;
  /** What else a result says of it (`card.ts`). */
  readonly card?: Card;
}

/** Pages by their names in the index, and how much of what was asked for each holds, up to 2.7. */
type Found = ReadonlyMap<string, number>;

export interface Store {
  /** How many pages there are. */
  size(): Promise<number>;
  /** Everything that begins with a token. */
  find(token: string): Promise<Found>;
  page(id: string): Promise<Loaded>;
  /** The pages that were loaded so far. */
  readonly loaded: ReadonlySet<Loaded>;
}

export type Loaded = Page & { readonly url: string };

/** As set for every search, so that a score is rarity × impact and nothing else (`index.ts` has the formula). */
export const ranking = {
  termSaturation: 2,
  termFrequency: 1,
  termSimilarity: 1,
  pageLength: 0,
  metaWeights: { title: 0 },
} as const;

/** Remembers what it was asked, so that a query typed letter by letter loads everything once. */
const stores = new WeakMap<Engine, Store>();

export function storeOf(engine: Engine): Store {
  const known = stores.get(engine);
  if (known) return known;
  const found = new Map<string, Promise<Found>>();
  const results = new Map<string, EngineResult>();
  const pages = new Map<string, Promise<Loaded>>();
  const loaded = new Set<Loaded>();
  let size: Promise<number> | undefined;
  const sizeOnce = () => {
    size ??= engine.search(null).then((all) => all.results.length);
    return size;
  };
  const find = async (token: string): Promise<Found> => {
    const [{ results: list }, pages] = await Promise.all([engine.search(token), sizeOnce()]);
    const rarity = rarityOf(pages, list.length);
    for (const result of list) results.set(result.id, result);
    return new Map(list.map(({ id, score }) => [id, score / rarity]));
  };
  const load = async (id: string): Promise<Loaded> => {
    const { url, meta } = await (results.get(id) as EngineResult).data();
    const page = { ...JSON.parse(meta.page as string), url };
    loaded.add(page);
    return page;
  };
  const store: Store = {
    size: sizeOnce,
    find: (token) => {
      const asked = found.get(token) ?? find(token);
      found.set(token, asked);
      // What failed is asked again.
      asked.catch(() => found.delete(token));
      return asked;
    },
    page: (id) => {
      const asked = pages.get(id) ?? load(id);
      pages.set(id, asked);
      asked.catch(() => pages.delete(id));
      return asked;
    },
    loaded,
  };
  stores.set(engine, store);
  return store;
}

/** How much it says that a page has what `count` of `pages` have: BM25's idf, as Pagefind counts it. */
export function rarityOf(pages: number, count: number): number {
  return Math.log(1 + (pages - count + 0.5) / (count + 0.5));
}

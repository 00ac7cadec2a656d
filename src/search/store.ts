/** What was indexed, as a query reads it: the same in a browser and in Node. */
import type { Card } from './card.ts';
import { type Group, otherWords } from './glossary.ts';

/** An opened index. */
export interface Engine {
  /** How many pages there are. */
  readonly size: number;
  /** The words of the team that mean the same. */
  readonly terms: readonly Group[];
  /** Words of everyday language, folded, that pages say otherwise; `~` is the ending of a verb. */
  readonly said: readonly string[];
  /** Pages that can be named before they are loaded: of a large portal not all. */
  readonly titles: readonly Titled[];
  /** The pages that have a token, or longer ones that begin with it, with scores of rarity × impact. */
  search(token: string): Promise<readonly { readonly id: string; readonly score: number }[]>;
  /** Loads what is shown of a page. */
  page(id: string): Promise<Loaded>;
}

/** What is known of a page before it is loaded. */
export interface Titled extends Pick<Page, 'title' | 'kind'> {
  readonly id: string;
  readonly url: string;
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
  /** How much fresher and more important than others, about −0.1 to 0.2. */
  readonly boost: number;
  /** What else a result says of it (`card.ts`). */
  readonly card?: Card;
}

/** Pages by their names in the index, and how much of what was asked for each holds, up to 2.7. */
type Found = ReadonlyMap<string, number>;

export interface Store {
  /** How many pages there are. */
  readonly size: number;
  /** The team's words that have others, folded. */
  readonly terms: readonly string[];
  /** Everything that begins with a token. */
  find(token: string): Promise<Found>;
  page(id: string): Promise<Loaded>;
  /** The pages that were loaded so far, and of the others those whose titles are known, with nothing else of them. */
  readonly known: ReadonlyMap<string, Loaded>;
}

export type Loaded = Page & { readonly url: string };

/** What is not known of a page of which only the title is. */
const unread = { tags: '', text: '', headings: [], boost: 0 } as const;

/** Remembers what it was asked, so that a query typed letter by letter loads everything once. */
const stores = new WeakMap<Engine, Store>();

export function storeOf(engine: Engine): Store {
  const opened = stores.get(engine);
  if (opened) return opened;
  const found = new Map<string, Promise<Found>>();
  const pages = new Map<string, Promise<Loaded>>();
  const known = new Map(engine.titles.map(({ id, ...titled }): [string, Loaded] => [id, { ...unread, ...titled }]));
  const find = async (token: string): Promise<Found> => {
    const list = await engine.search(token);
    const rarity = rarityOf(engine.size, list.length);
    return new Map(list.map(({ id, score }) => [id, score / rarity]));
  };
  const load = async (id: string): Promise<Loaded> => {
    const page = await engine.page(id);
    known.set(id, page);
    return page;
  };
  const store: Store = {
    size: engine.size,
    terms: [...otherWords(engine.terms, false).keys()],
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
    known,
  };
  stores.set(engine, store);
  return store;
}

/** How much it says that a page has what `count` of `pages` have: BM25's idf, as Pagefind counts it. */
export function rarityOf(pages: number, count: number): number {
  return Math.log(1 + (pages - count + 0.5) / (count + 0.5));
}

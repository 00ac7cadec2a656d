/** A query → pages, best first. The same in a browser, in Node and in tests, over the index that `index.ts` made. */
import { everyday } from './everyday.ts';
import { excerptOf } from './excerpt.ts';
import { foldText } from './fold.ts';
import { closestWords } from './glossary.ts';
import { type Question, questionOf } from './question.ts';
import { type Read, readPage, Sought } from './rank.ts';
import { type Engine, type Page, storeOf } from './store.ts';
import { isKanji } from './tokens.ts';

export { type Engine, ranking } from './store.ts';

export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** HTML: the text as written, escaped, with `<mark>`. */
  readonly excerpt: string;
  /** Parts of the page whose headings have something of the query. */
  readonly sections: readonly { readonly heading: string; readonly url: string }[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** Whether pages were left out because they share a common word with the query and nothing else. */
  readonly cutOff: boolean;
  /** When there are no hits: terms of the glossary that look like the query, likest first. */
  readonly closest?: readonly string[];
}

/** So many pages are loaded and compared with the query. */
const compared = { first: 5, more: 10 } as const;

/** Shares of a query that a page must have of it, by how many words it has; and of what the best page has. */
const cut = { word: 0.3, pair: 0.51, sentence: 0.405, tiled: 0.45, relative: 0.5 } as const;

/** The pages that answer a query, at most `limit` of them. */
export async function search(engine: Engine, query: string, limit: number): Promise<Answer> {
  const store = storeOf(engine);
  const question = questionOf(query);
  if (question.terms.length === 0) return { hits: [], cutOff: false };
  const sought = new Sought(question);
  await sought.ask(store);
  const load = (id: string) => store.page(id);
  let read = await compare(sought, compared.first, load);
  if (!read.some(isWhole)) {
    // No page has the whole query: the team's words, then everyday ones, and a look at more pages.
    await sought.askOthers(store, await engine.terms(), false);
    await sought.askOthers(store, everyday, true);
    read = await compare(sought, compared.more, load);
  }
  const [top] = read;
  const enough =
    top && isAnswered(sought, top) ? sought.covered(top.id, top.text) * cut.relative : Number.POSITIVE_INFINITY;
  const answers = read.filter(({ id, tiled, text }) => sought.covered(id, text) >= enough || tiled >= cut.tiled);
  const rest = sought.ranked().filter(({ id }) => !read.some((one) => one.id === id));
  const left = answers.length === 0 ? 0 : Math.max(0, limit - answers.length);
  const others = rest.filter((one) => sought.share(one) >= 0.5).slice(0, left);
  const pages = [
    ...answers.slice(0, limit).map(({ page }) => page),
    ...(await Promise.all(others.map(({ id }) => load(id)))),
  ];
  const hits = pages.map((page) => hitOf(page, question));
  const cutOff = hits.length < limit && hits.length < read.length + rest.length;
  if (hits.length > 0) return { hits, cutOff };
  return { hits, cutOff, closest: closestWords(question.folded.text, await engine.terms(), 5) };
}

/**
 * Whether the best page has enough of the query to answer it, or shares a common word with it and no more. A single word
 * may be mistyped, and a sentence says much that its answer does not; of two words, one is not enough.
 */
function isAnswered(sought: Sought, { id, tiled, text }: Compared): boolean {
  const { parts, content, folded } = sought.question;
  if (parts.length > 1 && parts.some((part) => part.length > 1 && text.includes(part))) return true;
  const words = content.length;
  const typed = !content.some(({ at }) => isKanji(folded.text[at]));
  const needed = words === 1 || typed ? cut.word : words === 2 ? cut.pair : cut.sentence;
  return tiled >= cut.tiled || Math.max(sought.covered(id, text), words === 1 ? tiled : 0) >= needed;
}

const isWhole = ({ tiled }: Read) => tiled > 0.999;

type Loaded = Page & { readonly url: string };

interface Compared extends Read {
  readonly id: string;
  readonly page: Loaded;
}

/** The best pages by the index, in the order of what their texts say. */
async function compare(sought: Sought, count: number, load: (id: string) => Promise<Loaded>): Promise<Compared[]> {
  const ranked = sought.ranked();
  // Some are taken for having nearly all of the query, whatever else speaks for others.
  const whole = new Set(
    sought
      .ranked(3)
      .slice(0, Math.floor(count * 0.4))
      .map(({ id }) => id),
  );
  const loose = ranked.filter(({ id }) => !whole.has(id)).slice(0, count - whole.size);
  const best = ranked.filter((one) => whole.has(one.id) || loose.includes(one));
  const read = await Promise.all(
    best.map(async ({ id, score }) => {
      const page = await load(id);
      return { id, page, ...readPage(sought.question, page, score / (best[0]?.score ?? 1)) };
    }),
  );
  return read.sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1));
}

function hitOf(page: Loaded, question: Question): Hit {
  const words = question.parts.filter((part) => part.length > 1);
  const sections = page.headings
    .filter(([heading]) => words.some((word) => foldText(heading).includes(word)))
    .slice(0, 3)
    .map(([heading, id]) => ({ heading, url: `${page.url}#${id}` }));
  const { url, title, kind } = page;
  return { url, title, kind, excerpt: excerptOf(page.text, question), sections };
}

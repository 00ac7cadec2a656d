/** A query → pages, best first. The same in a browser, in Node and in tests, over the index that `index.ts` made. */
import { everyday } from './everyday.ts';
import { excerptOf } from './excerpt.ts';
import { foldText } from './fold.ts';
import { closestWords } from './glossary.ts';
import { type Question, questionOf } from './question.ts';
import { type Read, readPage, Sought } from './rank.ts';
import { type Engine, type Page, storeOf } from './store.ts';

export { type Engine, ranking } from './store.ts';

export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** HTML: the text as written, escaped, with `<mark>`. */
  readonly excerpt: string;
  /** Parts of the page whose headings have something of the query. */
  readonly sections: readonly { readonly heading: string; readonly url: string }[];
  /** How much of the query's words the page has, itself or by other words: 0 to 1. */
  readonly covered: number;
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

/** A page that has less of the query's words than this, and no long piece of it, is no answer. */
const cut = { covered: 0.5, tiled: 0.45 } as const;

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
  const answers = read.filter(({ id, tiled }) => sought.covered(id) >= cut.covered || tiled >= cut.tiled);
  const rest = sought.ranked().slice(read.length);
  const others = rest.filter(({ id }) => sought.covered(id) >= 0.8).slice(0, Math.max(0, limit - answers.length));
  const hits = [
    ...answers.slice(0, limit),
    ...(await Promise.all(others.map(async ({ id }) => ({ id, page: await load(id) })))),
  ].map(({ id, page }) => hitOf(page, question, sought.covered(id)));
  const cutOff = hits.length < limit && hits.length < read.length + rest.length;
  if (hits.length > 0) return { hits, cutOff };
  return { hits, cutOff, closest: closestWords(question.folded.text, await engine.terms(), 5) };
}

const isWhole = ({ tiled }: Read) => tiled > 0.999;

type Loaded = Page & { readonly url: string };

/** The best pages by the index, in the order of what their texts say. */
async function compare(
  sought: Sought,
  count: number,
  load: (id: string) => Promise<Loaded>,
): Promise<(Read & { readonly id: string; readonly page: Loaded })[]> {
  const ranked = sought.ranked();
  // Some are taken for having nearly all of the query, whatever else speaks for others.
  const whole = new Set(sought.ranked(3).slice(0, Math.floor(count * 0.4)).map(({ id }) => id));
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

function hitOf(page: Loaded, question: Question, covered: number): Hit {
  const words = question.parts.filter((part) => part.length > 1);
  const sections = page.headings
    .filter(([heading]) => words.some((word) => foldText(heading).includes(word)))
    .slice(0, 3)
    .map(([heading, id]) => ({ heading, url: `${page.url}#${id}` }));
  const { url, title, kind } = page;
  return { url, title, kind, excerpt: excerptOf(page.text, question), sections, covered };
}

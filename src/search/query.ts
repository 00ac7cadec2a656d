/** A query → pages, best first. The same in a browser, in Node and in tests, over the index that `index.ts` made. */
import type { Card } from './card.ts';
import { excerptOf, markedText } from './excerpt.ts';
import { foldText } from './fold.ts';
import { closestWords, wordsIn } from './glossary.ts';
import { likeliest } from './likeliest.ts';
import { foldedText, foldsOf } from './page-folds.ts';
import { type Question, questionOf, worthOf } from './question.ts';
import { type Read, readPage, Sought } from './rank.ts';
import { kanaOf } from './romaji.ts';
import { type Engine, type Loaded, type Store, storeOf } from './store.ts';
import { isKana, isKanji } from './tokens.ts';

export { type Choice, type FacetCount, type Facets, narrow } from './facets.ts';
export { openReader } from './reader.ts';
export type { Engine } from './store.ts';

export interface Hit {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** HTML: the text as written, escaped, with `<mark>`. */
  readonly excerpt: string;
  /** Parts of the page whose headings have something of the query. */
  readonly sections: readonly { readonly heading: string; readonly url: string }[];
  readonly card?: Card;
  /** The card's lead as HTML, like the excerpt. */
  readonly lead?: string;
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** Whether pages were left out because they share a common word with the query and nothing else. */
  readonly cutOff: boolean;
  /** When there are no hits: terms of the glossary that look like the query, likest first. */
  readonly closest?: readonly string[];
}

/** So many pages are loaded and compared with the query: more of a few words, one of which may be mistyped. */
const compared = { first: 5, more: 10 } as const;

/** With so many pages that have the whole query, everyday words for the same are not looked for. */
const many = 3;

/** With more pages the files of the index are so many that hardly two pieces of a sentence are in one. */
const large = 400;

/** Shares of a query that a page must have of it, by how many words it has; and of what the best page has. */
const cut = { word: 0.3, pair: 0.51, spaced: 0.4, sentence: 0.405, tiled: 0.45, relative: 0.5 } as const;

/** The pages that answer a query, at most `limit` of them. */
export async function search(engine: Engine, query: string, limit: number): Promise<Answer> {
  const { ids, hit, cutOff, closest } = await find(engine, query);
  const hits = await Promise.all(ids.slice(0, limit).map(hit));
  return { hits, cutOff: cutOff && hits.length < limit, ...(closest && { closest }) };
}

export interface Found extends Omit<Answer, 'hits'> {
  /** The query as it was looked up: in kana, if only so something was found. */
  readonly query: string;
  /** Every page that answers, best first. */
  readonly ids: readonly string[];
  /** What is shown of one, which is loaded only now unless it was compared with the query. */
  readonly hit: (id: string) => Promise<Hit>;
  /** What `explain.ts` needs to tell why: what the index said, and the pages that were compared with the query. */
  readonly sought: Sought;
  readonly compared: readonly Compared[];
}

/**
 * All the pages that answer a query; where there are none, of one typed in Latin letters those that have all of it in
 * kana. `early` is given what can be shown as soon as the index has answered, while the
 * pages themselves are on their way: by their titles, those that have nearly all of the query.
 */
export async function find(engine: Engine, query: string, early?: (hits: Hit[]) => void): Promise<Found> {
  const found = await findAs(engine, query, early);
  const kana = found.ids.length === 0 ? kanaOf(query) : undefined;
  if (kana === undefined) return found;
  const meant = await findAs(engine, kana);
  if (meant.compared.some(isWhole)) return meant;
  return found.closest?.length ? found : { ...found, ...(meant.closest && { closest: meant.closest }) };
}

async function findAs(engine: Engine, query: string, early?: (hits: Hit[]) => void): Promise<Found> {
  const store = storeOf(engine);
  const sought = await lookUp(store, query);
  const { question } = sought;
  const hit = async (id: string) => hitOf(await store.page(id), question);
  if (question.terms.length === 0) return { query, ids: [], hit, cutOff: false, sought, compared: [] };
  early?.(titlesOf(store, sought));
  // No page can have the whole query of which the index lacks a piece: nothing is loaded to find that out.
  const maybe = sought.ranked().some((one) => sought.share(one) > 0.999);
  let read = maybe ? await compare(sought, compared.first, store) : [];
  const { text } = question.folded;
  const whole = read.filter(isWhole).length;
  const team = wordsIn(text, store.terms).map((said) => ({ ...said, source: 'glossary' as const }));
  const everybody = wordsIn(text, engine.said).map((said) => ({ ...said, source: 'everyday' as const }));
  // Who has the team's word may be its entry in the glossary; who has an everyday word may speak of another thing.
  const said = whole < many ? [...team, ...everybody] : team;
  if (whole === 0 || said.length > 0) {
    await sought.askOthers(store, said);
    // If none has the whole query, for a word or two a look at more pages.
    read = await compare(sought, whole > 0 || question.long ? compared.first : compared.more, store);
  }
  // The best page by its score may have only the rarest word; one of the next ones that has them all answers as well.
  const best = read.slice(0, 3).find((page, at) => {
    const free = at === 0 || question.parts.length > 1 || (question.content.length > 1 && sought.covered(page) >= 0.9);
    return free && isAnswered(sought, page);
  });
  const enough = best ? sought.covered(best) * cut.relative : Number.POSITIVE_INFINITY;
  const answers = read.filter((page) => {
    if (tiledOf(sought, page) >= cut.tiled && hasWord(sought, page)) return true;
    // Where the best has no word of the query, but most of its letters, the others are held to the same.
    return enough > 0 ? sought.covered(page) >= enough : isAnswered(sought, page);
  });
  const rest = sought.ranked().filter(({ id }) => !read.some((one) => one.id === id));
  const others = answers.length === 0 ? [] : rest.filter((one) => sought.share(one) >= 0.5);
  const ids = [...answers, ...others].map(({ id }) => id);
  const cutOff = ids.length < read.length + rest.length;
  const found = { query, ids, hit, cutOff, sought, compared: read };
  if (ids.length > 0) return found;
  return { ...found, closest: closestWords(question.folded.text, engine.terms, 5) };
}

/** Asks the index, of a large one for few pieces of a sentence; for the others as well where many pages have all those. */
async function lookUp(store: Store, query: string): Promise<Sought> {
  const sought = new Sought(questionOf(query, { sparing: store.size > large }));
  await sought.ask(store);
  const whole = sought.ranked().filter((one) => sought.share(one) > 0.999);
  if (!sought.question.long || whole.length <= compared.first) return sought;
  const closer = new Sought(questionOf(query));
  await closer.ask(store);
  return closer;
}

/**
 * Pages that have all of a query as it is typed, of those that are loaded, and of the others in their titles: what is
 * shown until the index has answered.
 */
export function guess(engine: Engine, query: string, limit: number): Hit[] {
  const question = questionOf(query);
  const { parts } = question;
  if (parts.length === 0) return [];
  const whole = [...storeOf(engine).known.values()].filter((page) => {
    const { all } = foldsOf(page);
    return parts.every((part) => all.includes(part));
  });
  return bestHits(
    question,
    whole.map((page) => ({ page, share: 0 })),
    limit,
  );
}

/** The best pages by the index, if they have nearly all of the query and something is known of them. */
function titlesOf(store: Store, sought: Sought): Hit[] {
  const best = likeliest(sought, compared.first, store.known).filter((one) => sought.share(one) > 0.9);
  const known = best.flatMap(({ id, score }) => {
    const page = store.known.get(id);
    return page ? [{ page, share: score / (best[0]?.score ?? 1) }] : [];
  });
  return bestHits(sought.question, known, compared.first);
}

function bestHits(
  question: Question,
  pages: readonly { readonly page: Loaded; readonly share: number }[],
  limit: number,
): Hit[] {
  return pages
    .map(({ page, share }) => ({ page, score: readPage(question, page, share).score }))
    .sort((a, b) => b.score - a.score || (a.page.url < b.page.url ? -1 : 1))
    .slice(0, limit)
    .map(({ page }) => hitOf(page, question));
}

/**
 * Whether the best page has enough of the query to answer it, or shares a common word with it and no more. A single word
 * may be mistyped, and a sentence says much that its answer does not; of two words, one is not enough. Words between
 * spaces are what must be there.
 */
function isAnswered(sought: Sought, page: Compared): boolean {
  const { parts, content, folded } = sought.question;
  const [covered, words] = [sought.covered(page), content.length];
  if (!hasWord(sought, page)) return false;
  const tiled = tiledOf(sought, page);
  if (tiled >= cut.tiled || (parts.length > 1 && covered >= cut.spaced)) return true;
  const typed = !content.some(({ at }) => isKanji(folded.text[at]));
  const needed = words === 1 || typed ? cut.word : words === 2 ? cut.pair : cut.sentence;
  if (covered >= needed) return true;
  const { length } = folded.text;
  const bare = isKana(folded.text[0]) && content[0]?.at === 0 && content[0].end === length;
  return words === 1 && tiled >= Math.max(needed, bare ? mistypedTiling(length) : 0);
}

/** How much of the query stands on a page in long pieces; they say nothing of one that has another code: PAY-119. */
function tiledOf({ question }: Sought, { tiled, text }: Read): number {
  return question.codes.every(({ number }) => number.test(text)) ? tiled : 0;
}

/** What is tiled at least of a word that has one letter wrong, which is worst in its middle. */
function mistypedTiling(length: number): number {
  const [half, rest] = [Math.floor((length - 1) / 2), Math.ceil((length - 1) / 2)];
  return (half ** 2 + rest ** 2) / length ** 2;
}

/** Whether a page has, of several words, others than those that say nothing of what is asked: `SSO できる`. */
function hasWord(sought: Sought, page: Compared): boolean {
  const { folded, parts, worth } = sought.question;
  const says = (part: string) => {
    const at = folded.text.indexOf(part);
    return worth.slice(at, at + part.length).some((one) => one > worthOf.empty);
  };
  return parts.length === 1 || sought.covered(page) > 0 || parts.some((part) => says(part) && page.text.includes(part));
}

const isWhole = ({ tiled }: Pick<Read, 'tiled'>) => tiled > 0.999;

interface Compared extends Read {
  readonly id: string;
  readonly page: Loaded;
}

/** The best pages by the index, in the order of what their texts say. */
async function compare(sought: Sought, count: number, store: Store): Promise<Compared[]> {
  const best = likeliest(sought, count, store.known);
  const read = await Promise.all(
    best.map(async ({ id, score }) => {
      const page = await store.page(id);
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
  const { url, title, kind, card } = page;
  const excerpt = excerptOf(page.text, question, foldedText(page));
  return { url, title, kind, excerpt, sections, ...(card && { card, lead: markedText(card.lead, question) }) };
}

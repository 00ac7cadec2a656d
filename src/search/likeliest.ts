/** Which pages to load and compare with a question, by what is known of them without their texts. */
import { foldsOf, letters } from './page-folds.ts';
import type { Question, Term } from './question.ts';
import { type Candidate, fits, type Sought } from './rank.ts';
import type { Page } from './store.ts';

/** So many pages are looked at; a share of those that are taken have nearly all of the question, whatever else is so. */
const looked = 20;
const strict = 0.4;

/**
 * The pages most likely to answer, at most `count`, in the order of the index: those that say most of the question, of
 * these the ones with long pieces of it or with a title like it. `known`: pages of which at least the title is.
 */
export function likeliest(sought: Sought, count: number, known: ReadonlyMap<string, Page>): Candidate[] {
  const { question } = sought;
  const ranked = sought.ranked();
  const whole = sought.ranked(3).map(({ id }) => id);
  const pool = new Set([...ranked.slice(0, looked).map(({ id }) => id), ...whole.slice(0, looked)]);
  const asked = letters(question.parts.join(''));
  const best = ranked[0]?.score ?? 1;
  const promise = (one: Candidate) => {
    const page = known.get(one.id);
    const title = page ? fits(foldsOf(page).title, asked, 2, 0.1) : 0;
    return one.score / best + 2 * tilingAtMost(question, one.has) ** 2 + title;
  };
  const taken = new Set(whole.slice(0, Math.floor(count * strict)));
  const others = ranked
    .filter(({ id }) => pool.has(id) && !taken.has(id))
    .map((one) => ({ id: one.id, promise: promise(one) }))
    .sort((a, b) => b.promise - a.promise || (a.id < b.id ? -1 : 1));
  for (const { id } of others.slice(0, count - taken.size)) taken.add(id);
  return ranked.filter(({ id }) => taken.has(id));
}

/** What `tiling` may find on a page with these terms of the question: pieces that overlap are taken for one. */
function tilingAtMost({ terms, folded }: Question, has: readonly number[]): number {
  const pieces: { at: number; end: number }[] = [];
  const places = has.map((index) => terms[index] as Term).sort((a, b) => a.at - b.at);
  for (const { at, length } of places) {
    const last = pieces.at(-1);
    if (last && at < last.end) last.end = Math.max(last.end, at + length);
    else pieces.push({ at, end: at + length });
  }
  return pieces.reduce((sum, { at, end }) => sum + (end - at) ** 2, 0) / folded.text.length ** 2;
}

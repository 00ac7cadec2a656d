/** Pages by other words than those that are asked for, found when the index is made: a query then looks up one token. */
import { everyday } from './everyday.ts';
import type { Postings } from './files.ts';
import { type Group, othersScale, otherToken, otherWords, type Source } from './glossary.ts';
import { questionOf } from './question.ts';
import { rarityOf } from './store.ts';
import { mark } from './tokens.ts';
import { impactOf, weightFor } from './weight.ts';

/** Adds the pages that have another word; gives the words of everyday language for which there are any. */
export function addOthers(postings: Map<string, readonly number[]>, pages: number, terms: readonly Group[]): string[] {
  const made = [
    ...tokensOf(postings, pages, otherWords(terms, false), 'glossary'),
    ...tokensOf(postings, pages, otherWords(everyday, true), 'everyday'),
  ];
  for (const [token, list] of made) postings.set(token, list);
  return made.flatMap(([token]) => (token.startsWith(mark.everyday) ? token.slice(1) : []));
}

function tokensOf(
  postings: Postings,
  pages: number,
  words: ReadonlyMap<string, ReadonlySet<string>>,
  source: Source,
): [string, number[]][] {
  const known = new Map<string, Map<number, number>>();
  return [...words].flatMap(([word, others]): [string, number[]][] => {
    const best = new Map<number, number>();
    for (const other of others) {
      const found = known.get(other) ?? pagesWith(postings, pages, other);
      known.set(other, found);
      for (const [page, worth] of found) if (worth > (best.get(page) ?? 0)) best.set(page, worth);
    }
    if (best.size === 0) return [];
    const list = [...best]
      .sort(([a], [b]) => a - b)
      .map(([page, worth]) => page * 256 + weightFor(worth / othersScale, 1.1));
    return [[otherToken(word, source), list]];
  });
}

/** Of several words for one, the best on each page counts; a piece of the other word is not the other word. */
function pagesWith(postings: Postings, pages: number, word: string): Map<number, number> {
  const { terms } = questionOf(word, { bare: true });
  let found: Map<number, number> | undefined;
  for (const { token, weight } of terms) {
    const list = postings.get(token) ?? [];
    const says = (rarityOf(pages, list.length) * weight) / Math.sqrt(terms.length);
    const next = new Map<number, number>();
    for (const one of list) {
      const before = found ? found.get(one >>> 8) : 0;
      if (before !== undefined) next.set(one >>> 8, before + says * impactOf(one & 0xff));
    }
    found = next;
  }
  return found ?? new Map();
}

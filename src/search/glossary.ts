/** Other words for those of a query: the team's own (`terms/`), and what people say instead of what pages write. */
import { foldText } from './fold.ts';
import { isKana, isKanji, mark } from './tokens.ts';

/** Words that mean the same; or one that is said, and those that are written for it. */
export type Group = readonly string[];

/** A word of a query that pages may say otherwise. */
export interface Said {
  /** Where in the folded query it stands. */
  readonly at: number;
  readonly length: number;
  /** As in the list of words that it was found by. */
  readonly word: string;
}

/** For each word that has others, folded, those others. `oneWay`: only the first word of a group has others. */
export function otherWords(groups: readonly Group[], oneWay: boolean): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const group of groups) {
    const written = group.filter((word) => !word.endsWith('~')).map(foldText);
    for (const word of oneWay ? group.slice(0, 1) : group) {
      const key = foldText(word);
      const others = all.get(key) ?? new Set();
      for (const other of written) if (other !== key) others.add(other);
      all.set(key, others);
    }
  }
  return all;
}

const sorted = new WeakMap<readonly string[], readonly string[]>();

/** Longest words first. */
function byLength(words: readonly string[]): readonly string[] {
  const made = sorted.get(words) ?? words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  sorted.set(words, made);
  return made;
}

/** Which of some words, as `otherWords` has them, stand in a folded query; none of them overlap. */
export function wordsIn(folded: string, words: readonly string[]): Said[] {
  const taken: boolean[] = [];
  const found: Said[] = [];
  for (const word of byLength(words)) {
    const stem = word.endsWith('~');
    const length = word.length - (stem ? 1 : 0);
    const written = word.slice(0, length);
    for (let at = folded.indexOf(written); at >= 0; at = folded.indexOf(written, at + 1)) {
      const end = at + length;
      if (taken.slice(at, end).some(Boolean) || !standsAlone(folded, at, end, stem)) continue;
      for (let index = at; index < end; index++) taken[index] = true;
      found.push({ at, length, word });
    }
  }
  return found;
}

/** Who says that words mean the same: the team, in `terms/`, or everybody. */
export type Source = 'glossary' | 'everyday';

/** The token by which the index has the pages that say a word, as `otherWords` has it, otherwise. */
export function otherToken(word: string, source: Source): string {
  return mark[source] + word;
}

/** What such a page is worth, by its impact in the index: another word counts like several pieces of the query. */
export const othersScale = 12;

/** Whether a word at a place is that word, not a piece of a longer one. */
function standsAlone(text: string, at: number, end: number, stem: boolean): boolean {
  const [before, first, last, after] = [text[at - 1], text[at], text[end - 1], text[end]];
  if (stem && !isKana(after)) return false;
  if (isKanji(first) && isKanji(before)) return false;
  if (!stem && end - at === 1 && isKanji(after)) return false;
  const latin = (sign: string | undefined) => sign !== undefined && /[a-z0-9]/.test(sign);
  if ((latin(first) && latin(before)) || (latin(last) && latin(after))) return false;
  return !(isKana(first) && isKana(before) && end - at < 4 && !/[をがにはのもで]/.test(before as string));
}

/**
 * A word looks like a query by this share of both their pairs of signs, or stands in it with this share of its own. Kana
 * and letters say less each than kanji: エクセル and 無断キャンセル end alike.
 */
const alike = { both: 0.3, spelt: 0.5, own: 0.6 } as const;

/** The words of groups that look most like a query, likest first: what may have been meant. */
export function closestWords(folded: string, groups: readonly Group[], limit: number): string[] {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  // Ends count: of a word of two signs one may be mistyped.
  const ended = (text: string) => pairs(`^${text}$`);
  const shared = (some: Set<string>, others: Set<string>) => [...some].filter((pair) => others.has(pair)).length;
  const [inside, asked] = [pairs(folded), ended(folded)];
  const least = Array.from(folded).some(isKanji) ? alike.both : alike.spelt;
  const likeness = (text: string) => {
    const word = foldText(text);
    const [whole, own] = [ended(word), pairs(word)];
    const both = (2 * shared(whole, asked)) / (whole.size + asked.size);
    const part = shared(own, inside) / own.size;
    return Math.max(both >= least ? both : 0, part >= alike.own ? part : 0);
  };
  return groups
    .flatMap((group) => ({ word: group[0] as string, like: Math.max(...group.map(likeness)) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}

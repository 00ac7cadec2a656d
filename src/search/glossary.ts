/** Other words for those of a query: the team's own (`terms/`), and what people say instead of what pages write. */
import { foldText } from './fold.ts';
import { isKana, isKanji } from './tokens.ts';

/** Words that mean the same; or one that is said, and those that are written for it. */
export type Group = readonly string[];

export interface Alternative {
  /** Where in the folded query the word stands that they are for. */
  readonly at: number;
  readonly length: number;
  readonly words: readonly string[];
}

interface Wording {
  readonly word: string;
  /** Must go on in kana, as verbs and adjectives do. */
  readonly stem: boolean;
  readonly others: ReadonlySet<string>;
}

const known = new WeakMap<readonly Group[], Wording[]>();

/** Longest words first. `oneWay`: only the first word of a group has others. */
function wordingsOf(groups: readonly Group[], oneWay: boolean): Wording[] {
  let wordings = known.get(groups);
  if (wordings) return wordings;
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
  wordings = [...all]
    .map(([key, others]) => ({ word: key.replace(/~$/, ''), stem: key.endsWith('~'), others }))
    .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  known.set(groups, wordings);
  return wordings;
}

/** The words of groups that stand in a folded query, and what else may be looked for; none of them overlap. */
export function alternativesIn(folded: string, groups: readonly Group[], oneWay: boolean): Alternative[] {
  const taken: boolean[] = [];
  const found: Alternative[] = [];
  for (const { word, stem, others } of wordingsOf(groups, oneWay)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (taken.slice(at, end).some(Boolean) || !standsAlone(folded, at, end, stem)) continue;
      for (let index = at; index < end; index++) taken[index] = true;
      found.push({ at, length: word.length, words: [...others] });
    }
  }
  return found;
}

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

/** The words of groups that look most like a query, likest first: what may have been meant. */
export function closestWords(folded: string, groups: readonly Group[], limit: number): string[] {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
  const asked = pairs(folded);
  const likeness = (word: string) => {
    const own = pairs(foldText(word));
    const shared = [...own].filter((pair) => asked.has(pair)).length;
    return (2 * shared) / (own.size + asked.size);
  };
  return groups
    .flatMap((group) => ({ word: group[0] as string, like: Math.max(...group.map(likeness)) }))
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}

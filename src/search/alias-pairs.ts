/** Words that the content uses for one thing, and where it says so: few and sure rather than many. */
import { foldText, kanji } from './fold.ts';
import { soundsAlike } from './sound.ts';
import { latinWords } from './tokens.ts';

/** A line that people read, or the value of a field. */
export interface Line {
  readonly path: string;
  /** Where in the file; few lines are ever asked. */
  readonly line: () => number;
  readonly text: string;
}

/**
 * Why two words may be one: `brackets` 解約（退会） · `said` “X とは Y のこと” · `sound` ワークフロー and workflow on one
 * page · `short` 年調 on the pages of 年末調整.
 */
export type Reason = 'brackets' | 'said' | 'sound' | 'short';

export interface Pair {
  readonly words: readonly [string, string];
  readonly reason: Reason;
  /** Where it is said, or where each of the words stands. */
  readonly places: readonly Line[];
}

/** A name of something: no hiragana, which would make it a phrase. */
const name = `(?:[A-Za-z][A-Za-z0-9.+#& -]{0,38}[A-Za-z0-9]|[${kanji}ァ-ヺー・A-Za-z0-9]{2,20})`;
const japanese = `[${kanji}ァ-ヺーA-Za-z0-9・]{2,20}`;

/**
 * Pairs with what says so, surest first; the same pair comes once, with all its places. `terms` are the folded words of
 * the glossary.
 */
export function aliasPairs(lines: readonly Line[], terms: ReadonlySet<string>): Pair[] {
  const found = [...said(lines), ...inBrackets(lines, terms), ...byShortForm(lines), ...bySound(lines)];
  const pairs = new Map<string, Pair>();
  for (const pair of found) {
    const [a, b] = pair.words.map(foldText) as [string, string];
    if (a === b || a.includes(b) || b.includes(a)) continue; // Search finds one by the other.
    const key = [a, b].sort().join('\n');
    const known = pairs.get(key);
    pairs.set(key, known ? { ...known, places: [...known.places, ...pair.places] } : pair);
  }
  return [...pairs.values()].map((pair) => ({ ...pair, places: [...new Set(pair.places)] }));
}

// Said outright: once is enough.
const outright = [
  new RegExp(`「?(${japanese})」?とは、?「?(${japanese})」?の(?:こと|略|略称|別名|通称)`, 'g'),
  new RegExp(`「?(${japanese})」?は、?「?(${japanese})」?の(?:略|略称|別名|通称)`, 'g'),
  new RegExp(`「?(${japanese})」?[（(]以下、?「(${japanese})」[）)]`, 'g'),
  new RegExp(`「?(${japanese})」?[（(](?:別名|略称|略して|通称|いわゆる)[:：、]?\\s?「?(${name})」?[）)]`, 'g'),
  new RegExp(`「(${japanese})」を「(${japanese})」と(?:も)?(?:呼(?:ぶ|び|ん)|言(?:う|い|っ))`, 'g'),
  /\b([A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,4}),? \(?(?:also known as|also called|a\.?k\.?a\.?) ([A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,3})/g,
  /\b([A-Z][A-Za-z0-9]{1,9}) (?:stands for|is short for) ([A-Za-z][a-z-]*(?: [A-Za-z][a-z-]*){1,4})/g,
];

/** Most lines say nothing of the sort; to look for this first takes a tenth of the time. */
const telling =
  /とは|の略|の別名|の通称|以下|別名|略し?|通称|いわゆる|と(?:も)?[呼言]|known as|called|a\.?k\.?a|stands|short for/;

/** Words that point at what follows. */
const pointing = /^(?:以下|上記|次|自分|複数|同様|今回|下記|前述|通常)$/;

function said(lines: readonly Line[]): Pair[] {
  const some = lines.filter(({ text }) => telling.test(text));
  return some.flatMap((line) =>
    outright.flatMap((pattern) =>
      [...line.text.matchAll(pattern)]
        .map(([, a, b]): Pair => pairOf(a as string, b as string, 'said', [line]))
        .filter(({ words }) => !words.some((word) => pointing.test(word))),
    ),
  );
}

function pairOf(a: string, b: string, reason: Reason, places: readonly Line[]): Pair {
  return { words: [a.trim(), b.trim()], reason, places };
}

const bracketed = new RegExp(`(${name})」? ?[（(]「?(${name})」?[）)]`, 'g');

/** What stands in brackets after several names is no name of one of them but says which sort: （税込）, （Pro）. */
const sorts = 2;

/** On so many pages brackets mean it, unless the words show by themselves that they are one; fewer for abbreviations and terms. */
const enoughPages = { any: 3, known: 2 } as const;

function inBrackets(lines: readonly Line[], terms: ReadonlySet<string>): Pair[] {
  const byPair = new Map<string, { words: [string, string]; places: Line[] }>();
  const before = new Map<string, Set<string>>();
  for (const line of lines) {
    if (!/[（(]/.test(line.text)) continue;
    for (const [, outer, inner] of line.text.matchAll(bracketed)) {
      const words: [string, string] = [(outer as string).trim(), (inner as string).trim()];
      // Two English words are code, a call or a sort, but for initials.
      const english = words.every((word) => /^[\x20-\x7e]+$/.test(word));
      if (words.some(isNumber) || (english && !isInitials(...words) && !isInitials(words[1], words[0]))) continue;
      const [a, b] = words.map(foldText) as [string, string];
      before.set(b, (before.get(b) ?? new Set()).add(a));
      const known = byPair.get(`${a}\n${b}`) ?? { words, places: [] };
      known.places.push(line);
      byPair.set(`${a}\n${b}`, known);
    }
  }
  return [...byPair.values()]
    .filter(({ words: [outer, inner], places }) => {
      if (isInitials(inner, outer) || isInitials(outer, inner) || isSound(outer, inner)) return true;
      if ((before.get(foldText(inner))?.size ?? 0) >= sorts) return false;
      const known = /^[A-Z]{2,6}$/.test(inner) || terms.has(foldText(outer)) || terms.has(foldText(inner));
      return pagesOf(places).size >= (known ? enoughPages.known : enoughPages.any);
    })
    .map(({ words, places }) => pairOf(...words, 'brackets', places));
}

/** Days, amounts and numbers of things. */
function isNumber(word: string): boolean {
  return /^[\d.,]+|\d+(?:[年月日時分秒円名人社件回]|$)/.test(word.normalize('NFKC')) || word.length < 2;
}

/** NRR for Net Revenue Retention. */
function isInitials(short: string, long: string): boolean {
  const words = long.split(/[ -]+/).filter((word) => /^[A-Za-z]/.test(word));
  return /^[A-Z]{2,6}$/.test(short) && words.map((word) => word.charAt(0).toUpperCase()).join('') === short;
}

function isSound(a: string, b: string): boolean {
  return soundsAlike(a, b) || soundsAlike(b, a);
}

/** Where words stand. */
type Uses = ReadonlyMap<string, readonly Line[]>;

function usesOf(lines: readonly Line[], pattern: RegExp, key: (word: string) => string): Uses {
  const uses = new Map<string, Line[]>();
  for (const line of lines) {
    for (const word of new Set(line.text.match(pattern)?.map(key))) {
      const known = uses.get(word);
      if (known) known.push(line);
      else uses.set(word, [line]);
    }
  }
  return uses;
}

const pagesOf = (lines: readonly Line[] = []) => new Set(lines.map(({ path }) => path));

/** A katakana word needs so many signs that count, to sound like one English word only. */
const leastKana = 4;

/** Katakana and English of one sound that stand on a page together; not where several words would do. */
function bySound(lines: readonly Line[]): Pair[] {
  const katakana = usesOf(lines, /[ァ-ヺ][ァ-ヺー]{3,}/g, (word) => word);
  const latin = usesOf(lines, /(?<![\w./:@-])[A-Za-z][a-z]{3,}(?![\w./:@-])/g, (word) => word.toLowerCase());
  return [...katakana].flatMap(([kana, here]): Pair[] => {
    if (kana.replace(/[ー・ッ]/g, '').length < leastKana) return [];
    const pages = pagesOf(here);
    const alike = [...latin].filter(
      ([word, there]) => soundsAlike(kana, word) && there.some(({ path }) => pages.has(path)),
    );
    const stems = new Set(alike.map(([word]) => latinWords(word).join(' ')));
    const [best] = alike.sort(([a], [b]) => a.length - b.length);
    if (!best || stems.size !== 1) return [];
    const [word, there] = best;
    const shared = there.find(({ path }) => pages.has(path)) as Line;
    return [pairOf(kana, word, 'sound', [here.find(({ path }) => path === shared.path) as Line, shared])];
  });
}

/** Of the pages with the short form so many have the long one as well. */
const sharedPages = 0.6;

/** 年調 for 年末調整: the first kanji of each half, on the same pages. */
function byShortForm(lines: readonly Line[]): Pair[] {
  const runs = usesOf(lines, new RegExp(`(?<![${kanji}])[${kanji}]{2,6}(?![${kanji}])`, 'g'), (word) => word);
  return [...runs].flatMap(([long, there]): Pair[] => {
    if (long.length !== 4) return [];
    const short = `${long[0]}${long[2]}`;
    const here = runs.get(short);
    if (!here) return [];
    const pages = pagesOf(there);
    const own = [...pagesOf(here)];
    const shared = own.filter((path) => pages.has(path));
    if (shared.length === 0 || shared.length / own.length < sharedPages) return [];
    const at = (uses: readonly Line[]) => uses.find(({ path }) => path === shared[0]) as Line;
    return [pairOf(long, short, 'short', [at(there), at(here)])];
  });
}

/** What of a folded text is looked up: pieces of Japanese, and words of Latin letters. The same at build and in a query. */
import { foldText, kanji } from './fold.ts';

/**
 * Pagefind finds every word that begins with what is asked for. Marks keep the sorts of tokens apart, so that a pair does
 * not find all longer pieces. They are letters, because Pagefind drops all else, of a script that no text here is in.
 */
export const mark = { pair: 'ա', single: 'բ', end: 'գ', everyday: 'դ', glossary: 'ե' } as const;

const latin = 'a-z0-9\\u00df-\\u024f';
const runPattern = new RegExp(`([${latin}]+(?:[.+#_/:@'-]{1,3}[${latin}]+)*(?:\\+\\+|#)?)|([${kanji}ぁ-ゖー]+)`, 'g');
const partPattern = new RegExp(`[${latin}]+`, 'g');
const kanjiPattern = new RegExp(`[${kanji}]`);

export const isKanji = (sign: string | undefined): boolean => sign !== undefined && kanjiPattern.test(sign);
export const isKana = (sign: string | undefined): boolean => sign !== undefined && /[ぁ-ゖー]/.test(sign);

/** Letters of one sort that stand together: Latin words with the signs inside them, or kanji and kana. */
export interface Run {
  readonly text: string;
  /** Where it begins in the folded text. */
  readonly at: number;
  readonly latin: boolean;
}

export function runsOf(folded: string): Run[] {
  return Array.from(folded.matchAll(runPattern), ({ 0: text, 1: latin, index: at }) => ({
    ...{ text, at, latin: latin !== undefined },
  }));
}

/** The words of a Latin run: all of it without its signs (`5.12.0` → 5120), and what stands between them. */
export function latinWords(run: string): string[] {
  const parts = run.match(partPattern) ?? [];
  return parts.length > 1 ? [...new Set([parts.join(''), ...parts.map(stem)])] : parts.map(stem);
}

/** An English word without the endings that a question and a page differ in. Short words and codes stay whole. */
function stem(word: string): string {
  if (word.length < 5 || /[^a-z]/.test(word)) return word;
  return word
    .replace(/(ss|us|is)$|ies$|(?<=ch|sh|x|z)es$|s$/, (end, kept) => kept ?? (end === 'ies' ? 'y' : ''))
    .replace(/(?<=[aeiouy][a-z]+)(?:ing|ed)$/, '');
}

/** Words in which code joins several: `useState`, `HTMLElement`. */
const joined = /(?<![A-Za-z])(?:[A-Za-z]*[a-z][A-Z][A-Za-z]*|[A-Z]{2,}[a-z]+)/g;

/** The words inside such words, as tokens. They are found in a text as written, because case tells them. */
export function humpsOf(text: string, take: (token: string) => void): void {
  for (const [word] of text.matchAll(joined)) {
    const parts = word.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
    if (parts.length > 1) for (const part of parts) take(stem(part.toLowerCase()) + mark.end);
  }
}

/** Words of two katakana. Folded they are often particles: デモ and でも. */
const shortWord = /(?<![ァ-ヺー])[ァ-ヺ][ァ-ヺー](?![ァ-ヺー])/g;

/** Those words in a text as written, folded and as tokens. */
export function shortWordsOf(text: string, take: (token: string, word: string) => void): void {
  for (const [found] of text.matchAll(shortWord)) {
    const word = foldText(found);
    take(word + mark.end, word);
  }
}

/** Calls `take` with every token of a folded text, as often as it stands there. */
export function tokensOf(folded: string, take: (token: string) => void): void {
  for (const run of runsOf(folded)) {
    if (run.latin) for (const word of latinWords(run.text)) take(word + mark.end);
    else {
      const { text } = run;
      if (text.length === 1) take(text + mark.single);
      for (let at = 0; at + 1 < text.length; at++) {
        if (at + 2 < text.length) take(text.slice(at, at + 3));
        if (isIndexedPair(text, at)) take(text.slice(at, at + 2) + mark.pair);
      }
      const end = text.at(-1);
      if (text.length > 1 && isKanji(end) && isKanji(text.at(-2))) take(end + mark.single);
    }
  }
}

/** Pairs that a query may ask for: those that begin with kanji, and whole runs. Others stand in longer pieces. */
function isIndexedPair(text: string, at: number): boolean {
  return text.length === 2 || isKanji(text[at]) || (/[おご]/.test(text[at] as string) && isKanji(text[at + 1]));
}

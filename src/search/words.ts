/** A text as it is searched: in words, divided the same way at build and in the browser. */

/** The words of a text, in their order. `gaps[0]`, `shown[0]`, `gaps[1]`, `shown[1]` … make the text again. */
export interface Words {
  /** As search compares them: full-width letters and half-width kana are usual ones (NFKC). */
  readonly words: readonly string[];
  /** The same words as written. */
  readonly shown: readonly string[];
  /** What stands before each word, and after the last: marks, spaces, and words that say nothing. */
  readonly gaps: readonly string[];
}

/**
 * Words that stand on every page: single hiragana and the commonest endings. They are a third of a Japanese text; without
 * them the index is a fifth smaller and finds the same (`docs/decisions/0008-search-in-our-own-words.md`).
 */
const empty =
  /^([ぁ-ゖ]|です|ます|まし|ませ|した|して|する|れる|られ|いる|ある|こと|ため|よう|から|まで|でき|ない|など|この|その|また|には|では|とき|もの)$/;

/** Japanese has no spaces; the platform knows its words (and those of English, with their apostrophes and dots). */
let segmenter: Intl.Segmenter | undefined;

export function wordsOf(text: string): Words {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const words: string[] = [];
  const shown: string[] = [];
  const gaps: string[] = [];
  const usual = text.normalize('NFKC') === text;
  let gap = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const word = isWordLike ? (usual ? segment : segment.normalize('NFKC').replace(/\s/g, '')) : '';
    if (word === '' || empty.test(word)) {
      gap += segment;
      continue;
    }
    words.push(word);
    shown.push(segment);
    gaps.push(gap);
    gap = '';
  }
  gaps.push(gap);
  return { words, shown, gaps };
}

/** Between a word and what follows it, in the text that Pagefind shows: it marks both, and `query.ts` the word alone. */
export const wordEnd = '\u2060';

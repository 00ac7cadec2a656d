/** A text as it is searched: in words, divided the same way at build and in the browser. */

/** Two lists of equal length. */
export interface Words {
  /** As search compares them: full-width letters and half-width kana are usual ones (NFKC). */
  readonly words: readonly string[];
  /** The piece of the text that each stands for, with the marks and spaces around it: together they are the text. */
  readonly shown: readonly string[];
}

/** Japanese has no spaces; the platform knows its words (and those of English, with their apostrophes and dots). */
let segmenter: Intl.Segmenter | undefined;

/** The words of a text, in their order. */
export function wordsOf(text: string): Words {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const words: string[] = [];
  const shown: string[] = [];
  const usual = text.normalize('NFKC') === text;
  let between = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const word = isWordLike ? (usual ? segment : segment.normalize('NFKC').replace(/\s/g, '')) : '';
    if (word === '') {
      between += segment;
      continue;
    }
    if (shown.length > 0) shown[shown.length - 1] += between;
    shown.push(shown.length > 0 ? segment : between + segment);
    words.push(word);
    between = '';
  }
  if (shown.length > 0) shown[shown.length - 1] += between;
  return { words, shown };
}

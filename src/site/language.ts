/** Texts → the language that they are written in, as far as that can be seen: a content folder may mix the two. */
import type { Locale } from '#core';

/**
 * The language of a text, if it is plain: Japanese where its signs outnumber words in Latin letters (`CSVを取り込む`),
 * English where hardly any of them are among its words. A single word, a name, an address are of either.
 */
export function languageOf(text: string): Locale | undefined {
  const signs = text.match(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/gu)?.length ?? 0;
  const words = text.match(/\p{sc=Latin}+/gu)?.length ?? 0;
  if (signs > words) return 'ja';
  const isLatin =
    /[a-z]{2}.*\s.*[a-z]{2}/s.test(text) && !/[^\P{L}\p{sc=Latin}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text);
  return isLatin && words >= 10 * signs ? 'en' : undefined;
}

/** The language of a piece of a page, by its words: neither code nor what is between angle brackets counts. */
export function languageOfHtml(html: string): Locale | undefined {
  return languageOf(html.replace(/<pre[\s>][\s\S]*?<\/pre>|<[^>]*>/g, ' '));
}

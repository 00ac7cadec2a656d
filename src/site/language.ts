/** Texts → the language that they are written in, as far as that can be seen: a content folder may mix the two. */
import type { Locale } from '#core';

// Ranges, not names of scripts: three times as fast, and every text of a portal is looked at.
const japanese = /[\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f]+/g;
const latin = /[A-Za-z\u00c0-\u024f]+/g;

/**
 * The language of a text, if it is plain: Japanese where its signs outnumber words in Latin letters (`CSVを取り込む`),
 * English where hardly any of them are among its words. A single word, a name, an address are of either.
 */
export function languageOf(text: string): Locale | undefined {
  const signs = text.length - text.replace(japanese, '').length;
  const words = text.match(latin)?.length ?? 0;
  if (signs > words) return 'ja';
  if (words < 10 * signs || text.split(/\s+/).filter((word) => /[a-z]{2}/.test(word)).length < 2) return undefined;
  return /[^\P{L}\p{sc=Latin}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text) ? undefined : 'en';
}

/** The language of a piece of a page, by its words: neither code nor what is between angle brackets counts. */
export function languageOfHtml(html: string): Locale | undefined {
  return languageOf(html.replace(/<pre[\s>][\s\S]*?<\/pre>|<[^>]*>/g, ' '));
}

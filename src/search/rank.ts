/** Which pages answer a question, best first. The numbers are those that did best on the even queries of the bench. */
import { kanji } from './fold.ts';
import { othersScale, otherToken, type Said, type Source } from './glossary.ts';
import { foldsOf, letters } from './page-folds.ts';
import type { Question, Term } from './question.ts';
import { type Page, rarityOf, type Store } from './store.ts';
import { isKana, isKanji } from './tokens.ts';

export interface Candidate {
  readonly id: string;
  score: number;
  /** How much of what the question says is on the page, of `Sought.all`. */
  matched: number;
  /** The terms of the question that the page has, by their places in the list. */
  readonly has: number[];
}

/** A word of the question, and the pages that say it otherwise. */
export interface Span extends Said {
  readonly source: Source;
  readonly pages: { readonly has: (id: string) => boolean };
}

/** What is known of the pages after the index was asked, before any page was loaded. */
export class Sought {
  readonly question: Question;
  readonly spans: Span[] = [];
  private readonly candidates = new Map<string, Candidate>();
  private all = 0;

  constructor(question: Question) {
    this.question = question;
  }

  /** Looks up every term. */
  async ask(store: Store): Promise<void> {
    const terms = this.question.terms;
    const found = await Promise.all(terms.map((term) => pagesOf(store, term)));
    for (const [index, term] of terms.entries()) {
      const holders = found[index] as Map<string, number>;
      const says = rarityOf(store.size, holders.size) * term.weight;
      if (!term.loose) this.all += says;
      for (const [id, impact] of holders) {
        const candidate = this.add(id, says * impact, term.loose ? 0 : says);
        if (!term.loose) candidate.has.push(index);
      }
    }
  }

  /** Looks up the pages that say a word of the query otherwise. */
  async askOthers(store: Store, words: readonly (Said & Pick<Span, 'source'>)[]): Promise<void> {
    const found = await Promise.all(words.map(({ word, source }) => store.find(otherToken(word, source))));
    for (const [index, said] of words.entries()) {
      const pages = found[index] as ReadonlyMap<string, number>;
      this.spans.push({ ...said, pages });
      for (const [id, impact] of pages) this.add(id, impact * othersScale, 0);
    }
  }

  private add(id: string, score: number, matched: number): Candidate {
    const known = this.candidates.get(id) ?? { id, score: 0, matched: 0, has: [] };
    known.score += score;
    known.matched += matched;
    this.candidates.set(id, known);
    return known;
  }

  /**
   * Every page that has something, best first. `strictness`: how much it matters to have all of the question. Little, as
   * a rule, because a question has words that its answer has not.
   */
  ranked(strictness = 0.1): Candidate[] {
    return [...this.candidates.values()]
      .map(({ id, score, matched, has }) => ({
        id,
        matched,
        has,
        score: score * Math.max(0.02, matched / (this.all || 1)) ** strictness,
      }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  /** How much of the words that say something a page has, itself or by other words: 0 to 1. */
  covered({ id, text, names }: Pick<Read, 'text' | 'names'> & { readonly id: string }): number {
    const { folded, content, codes } = this.question;
    const others = this.spans.filter(({ pages }) => pages.has(id));
    let [got, all] = [0, 0];
    for (const { at, end } of content) {
      const word = folded.text.slice(at, end);
      const other = others.some((span) => span.at < end && span.at + span.length > at);
      const says = [...word].reduce((sum, sign) => sum + saysOf(sign), 0);
      const code = codes.find((one) => one.at <= at && end <= one.end);
      const own = code?.whole.test(text) ? 1 : code && !code.number.test(text) ? 0 : undefined;
      got += says * (own ?? Math.max(shareOf(word, text), other ? 0.8 : 0, mistyped(word, names) ? 0.7 : 0));
      all += says;
    }
    return all === 0 ? 1 : got / all;
  }

  /** How much of the question, by rarity, a page has in the index: 0 to 1. */
  share({ matched }: Candidate): number {
    return matched / (this.all || 1);
  }
}

/** How much of a word a text has. The end of a compound of kanji says what it is; of long other words, half may differ. */
function shareOf(word: string, text: string): number {
  if (text.includes(word)) return 1;
  const compound = isKanji(word[0]);
  // 寿司屋 is about 寿司: these endings say only that somebody does it.
  if (compound && word.length > 2 && /[屋業店様]$/.test(word) && text.includes(word.slice(0, -1)))
    return (word.length - 1) / word.length;
  for (let length = word.length - 1; length >= 2 && length * 2 >= word.length; length--) {
    if (compound && text.includes(word.slice(-length))) {
      const head = word.slice(0, -length);
      // 口座の名義 is nearly 口座名義.
      return (length + (head.length > 1 ? 0.8 * head.length * shareOf(head, text) : 0)) / word.length;
    }
    for (let at = 0; !compound && at + length <= word.length; at++)
      if (length > 4 && text.includes(word.slice(at, at + length))) return length / word.length;
  }
  return 0;
}

/** Whether a text has a word of three letters or more with one letter wrong, or two that changed their places. */
function mistyped(word: string, text: string): boolean {
  if (word.length < (isKana(word[0]) || isKanji(word[0]) ? 3 : 4)) return false;
  for (let at = 0; at < word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    if (word.length > 3 && at + 1 < word.length && text.includes(before + word[at + 1] + word[at] + after.slice(1)))
      return true;
    // Of three letters, those at the ends say which word it is.
    if (word.length === 3 && at !== 1) continue;
    const [longer, skip] = before.length > after.length ? [before, 0] : [after, at + 1];
    for (let found = text.indexOf(longer); found >= 0; found = text.indexOf(longer, found + 1)) {
      const start = found - skip;
      if (start < 0 || !text.startsWith(before, start) || !text.startsWith(after, start + at + 1)) continue;
      // What stands for the letter is one, and a Latin word is not the end of another: `app-e` is not apple.
      const latin = /[a-z0-9]/.test(word);
      if (/[\p{L}\p{N}ー]/u.test(text[start + at] as string) && !(latin && /[a-z0-9]/.test(text[start - 1] ?? '')))
        return true;
    }
  }
  return false;
}

/** A kanji says more than a kana or a letter. */
function saysOf(sign: string): number {
  return isKanji(sign) ? 1 : isKana(sign) ? 0.6 : 0.5;
}

/** The pages of a term; for a word that is on none, those of ever shorter beginnings of it (a typing mistake). */
async function pagesOf(store: Store, { token, loose, start }: Term): Promise<Map<string, number>> {
  const [own, begun] = await Promise.all([store.find(token), start === undefined ? undefined : store.find(start)]);
  const pages = new Map(own);
  const add = (more: ReadonlyMap<string, number>, worth: number) => {
    for (const [id, impact] of more) pages.set(id, Math.max(pages.get(id) ?? 0, Math.min(impact, 2) * worth));
  };
  if (loose) return new Map(Array.from(own, ([id, impact]) => [id, Math.min(impact, 2)]));
  if (begun) add(begun, 0.5);
  if (start !== undefined && /^[a-z]/.test(start)) {
    for (let length = start.length - 1; pages.size === 0 && length >= 3 && length > start.length / 3; length--)
      add(await store.find(start.slice(0, length)), (0.5 * length) / start.length);
  }
  return pages;
}

/** A loaded page as it is compared with a question. */
export interface Read {
  /** The sum of its parts. */
  readonly score: number;
  readonly parts: Parts;
  /** How much of the question stands on the page in long pieces: 1 when every part stands there as asked. */
  readonly tiled: number;
  /** The text, folded. */
  readonly text: string;
  /** Its title, tags and headings, folded. */
  readonly names: string;
}

/** What a page's score is made of. */
export interface Parts {
  /** Its score in the index, of the best one's. */
  readonly index: number;
  readonly title: number;
  /** Of the best heading. */
  readonly heading: number;
  /** Of long pieces of the question that stand there as asked. */
  readonly pieces: number;
  /** Fresh news and important releases. */
  readonly boost: number;
}

/** Compares the text of a page with a question. `share`: its score in the index, of the best one's. */
export function readPage({ parts }: Question, page: Page, share: number): Read {
  const asked = letters(parts.join(''));
  const folds = foldsOf(page);
  const title = fits(folds.title, asked, 2, 0.1);
  const heading = Math.max(0, ...folds.headings.map((one) => fits(one, asked, 0.6, 0.2)));
  const tiled = tiling(folds.all, parts);
  const pieces = 2 * tiled ** 2;
  const made: Parts = { index: share, title, heading, pieces, boost: page.boost };
  return {
    tiled,
    text: folds.all,
    names: folds.names,
    score: share + title + heading + pieces + page.boost,
    parts: made,
  };
}

export function fits(text: string, asked: string, same: number, part: number): number {
  if (text === asked) return same;
  return asked !== '' && text.includes(asked) ? part + (0.5 * asked.length) / text.length : 0;
}

/** Where a piece of a part would begin within the first word of 賞与明細: four kanji are two words, and 与明細 is none. */
function splitPairs(part: string): ReadonlySet<number> {
  return new Set(Array.from(part.matchAll(fourKanji), ({ index }) => index + 1));
}

const fourKanji = new RegExp(`(?<![${kanji}])[${kanji}]{4}(?![${kanji}])`, 'g');

/** Covers each part with the longest pieces that the text has; long pieces count by the square of their length. */
function tiling(text: string, parts: readonly string[]): number {
  let [sum, all] = [0, 0];
  for (const part of parts) {
    let squares = 0;
    const split = splitPairs(part);
    for (let at = 0; at < part.length; ) {
      if (split.has(at)) {
        at++;
        continue;
      }
      let length = 0;
      while (at + length < part.length && text.includes(part.slice(at, at + length + 1))) length++;
      if (length >= Math.min(2, part.length)) squares += length * length;
      at += Math.max(1, length < 2 && part.length > 1 ? 1 : length);
    }
    sum += squares / part.length;
    all += part.length;
  }
  return all === 0 ? 0 : sum / all;
}

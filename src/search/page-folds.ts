/** What is compared of a loaded page, made once: whoever types on meets the same pages again. */
import { type Folded, fold, foldText } from './fold.ts';
import type { Page } from './store.ts';

interface Folds {
  readonly title: string;
  readonly headings: readonly string[];
  /** Title, tags and headings. */
  readonly names: string;
  /** The same and the text. */
  readonly all: string;
}

const folds = new WeakMap<Page, Folds>();
const texts = new WeakMap<Page, Folded>();

/** A space between Latin and Japanese says nothing. */
const border = /(?<=[a-z0-9]) (?=[ぁ-ゖー\u3400-\u9fff])|(?<=[ぁ-ゖー\u3400-\u9fff]) (?=[a-z0-9])/g;

export const letters = (text: string): string => text.replace(/[^\p{L}\p{N}ー]/gu, '');

/** A page in one spelling; of its title and headings the letters alone. */
export function foldsOf(page: Page): Folds {
  const known = folds.get(page);
  if (known) return known;
  const [title, headings] = [foldText(page.title), page.headings.map(([heading]) => foldText(heading))];
  const names = [title, foldText(page.tags), ...headings].join('\n').replace(border, '');
  const all = `${names}\n${foldText(page.text).replace(border, '')}`;
  const made = { title: letters(title), headings: headings.map(letters), names, all };
  folds.set(page, made);
  return made;
}

/** The text of a page with the way back. */
export function foldedText(page: Page): Folded {
  const known = texts.get(page) ?? fold(page.text);
  texts.set(page, known);
  return known;
}

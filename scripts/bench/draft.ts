/** What the writers of every kind of document share. */
import type { Folder, Plan, PlannedPage } from './plan.ts';
import type { Writer } from './prose.ts';
import type { Language } from './words.ts';

/** A document about to be written. */
export interface Draft extends Writer {
  readonly page: PlannedPage;
  readonly plan: Plan;
  /** The page of another kind that belongs to this one. */
  to(folder: Folder, shift?: number): PlannedPage;
  /** A Markdown link to it. */
  link(folder: Folder, shift?: number): string;
}

/** Lines of front matter and blocks of the body; those that do not apply are `false`. */
export interface Parts {
  readonly fields: readonly (string | false)[];
  readonly body: readonly (string | false)[];
}

/** A heading in the document's language. */
export function heading(depth: number, language: Language, ja: string, en: string): string {
  return `${'#'.repeat(depth)} ${language === 'ja' ? ja : en}`;
}

/** The ids of some pages, each once, for a list in front matter. */
export function unique(...pages: readonly PlannedPage[]): string {
  return [...new Set(pages.map(({ id }) => id))].join(', ');
}

/** A YAML scalar in double quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

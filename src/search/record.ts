/** What of an entry is searched. */
import type { AnyEntry } from '../load/entry.ts';
import { kinds } from '../schema/index.ts';
import { walkFields } from '../schema/walk.ts';

export interface SearchRecord {
  readonly title: string;
  /** Words that people search by: version, tags, aliases, ids. */
  readonly tags: string;
  /** Paragraphs of plain text, the summary first. */
  readonly text: readonly string[];
}

/** The words of an entry, Markdown's marks taken off. */
export function recordText(entry: AnyEntry): SearchRecord {
  const tags: string[] = [entry.id, ...(entry.fields.tags ?? [])];
  if (entry.kind === 'release' && entry.fields.version !== undefined) tags.push(entry.fields.version);
  if (entry.kind === 'term') tags.push(...(entry.fields.aliases ?? []));
  const prose: string[] = [];
  walkFields(kinds[entry.kind].fields, entry.fields, (field, value, path) => {
    const known =
      path.length === 1 && ['title', 'summary', 'tags', 'version', 'aliases', 'formerly'].includes(String(path[0]));
    if (field.type === 'text' && !known) prose.push(String(value));
  });
  const paragraphs = plainMarkdown(entry.body).split(/\n\s*\n/);
  const summary = entry.fields.summary === undefined ? [] : [entry.fields.summary];
  return {
    title: entry.fields.title,
    tags: tags.join(' '),
    text: [...summary, ...paragraphs, ...prose].filter((text) => text.trim() !== ''),
  };
}

/** Markdown without its marks: good enough to search and to show a line of, at a hundredth of a parser's cost. */
function plainMarkdown(body: string): string {
  return body
    .replace(/^ {0,3}(`{3,}|~{3,}).*$/gm, '')
    .replace(/!?\[([^\][]{0,1000})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/^[ \t]*(#{1,6}|>|[-+*]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/^[ \t:|-]+$/gm, '')
    .replace(/[*`|]+/g, ' ');
}

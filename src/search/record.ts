/** What of an entry is searched. */
import GithubSlugger from 'github-slugger';
import { entriesOf, find, type Graph } from '../graph/graph.ts';
import { newsDay } from '../graph/state.ts';
import { daysBetween } from '../graph/time.ts';
import { spokenWord, type Worded } from '../labels.ts';
import type { AnyEntry } from '../load/entry.ts';
import { createMarkdown, plainText } from '../load/markdown.ts';
import { withoutTags } from '../load/tags.ts';
import type { Reference } from '../schema/fields.ts';
import { kinds } from '../schema/index.ts';
import { walkFields } from '../schema/walk.ts';

export interface SearchRecord {
  readonly title: string;
  /** Words that people search by: version, tags, aliases, ids; names of products, plans, customers; what it is. */
  readonly tags: string;
  /** Headings as read, and the ids that links lead to. */
  readonly headings: readonly (readonly [text: string, id: string])[];
  /** Paragraphs of plain text, the summary first. */
  readonly text: readonly string[];
}

/** Fields whose choices people search by: `トークトラック`, `座談会`. */
const searched = new Set(['type', 'source', 'levers', 'buyer']);

const unread: ReadonlySet<string> = new Set(['id', 'horizon', 'period']);

/** The words of an entry, Markdown's marks taken off. */
export function recordText({ graph, words }: Worded, entry: AnyEntry): SearchRecord {
  const tags: string[] = [entry.id, ...(entry.fields.tags ?? [])];
  if (entry.kind === 'release' && entry.fields.version !== undefined) tags.push(entry.fields.version);
  if (entry.kind === 'term') tags.push(...(entry.fields.aliases ?? []));
  tags.push(words.words.searchedAs[entry.kind]);
  const prose: string[] = [];
  const names = new Set<string>();
  walkFields(kinds[entry.kind].fields, entry.fields, (field, value, path) => {
    const known =
      path.length === 1 && ['title', 'summary', 'tags', 'version', 'aliases', 'formerly'].includes(String(path[0]));
    // Ids of its parts and times are for looking up, not for reading.
    if (field.type === 'text' && unread.has(String(path.at(-1)))) tags.push(String(value));
    else if (field.type === 'text' && !known)
      prose.push(field.oneLine ? spokenWord(words, value as string) : String(value));
    else if (field.type === 'choice' && searched.has(String(path[0])))
      names.add(words.words.values[String(value)] ?? '');
    else if (field.type === 'listed')
      for (const list of field.lists) if (list !== 'audiences') names.add(graph.config[list]?.[String(value)] ?? '');
    if (field.type === 'ref') names.add(accountName(graph, value as Reference));
  });
  const paragraphs = plainMarkdown(entry.body).split(/\n\s*\n/);
  const summary = entry.fields.summary === undefined ? [] : [entry.fields.summary];
  const slugger = new GithubSlugger();
  return {
    title: entry.fields.title,
    tags: [...tags, ...names].filter((tag) => tag !== '').join(' '),
    headings: entry.headings.map(({ text }) => {
      const words = plainHeading(text);
      return [words, slugger.slug(words)];
    }),
    text: [...summary, ...paragraphs, ...prose].filter((text) => text.trim() !== '' && text !== entry.fields.title),
  };
}

/** The name of a customer; other entries that are referred to have pages of their own to be found. */
function accountName(graph: Graph, { kind, id }: Reference): string {
  return kind === 'account' ? (find(graph, kind, id)?.fields.title ?? '') : '';
}

let parser: ReturnType<typeof createMarkdown> | undefined;

/** A heading as its page shows it, so that its id is the page's. Few have marks that need a parser. */
function plainHeading(text: string): string {
  if (!/[\\`*_~[\]<>&!:^]/.test(text)) return text;
  parser ??= createMarkdown();
  return plainText(parser.parseInline(text.replace(/\[\^[^\][\s]+\]/g, ''), {})[0]?.children);
}

/** The team's words that mean the same: each term with its aliases, and in kana. */
export function termGroups(graph: Graph): string[][] {
  return entriesOf(graph, 'term')
    .map(({ fields }) => [...new Set([fields.title, ...(fields.aliases ?? []), fields.reading ?? fields.title])])
    .filter((group) => group.length > 1);
}

/** Nothing comes of these: they are found after what answers as well. A withdrawn release is news, and is none of them. */
const givenUp: ReadonlySet<unknown> = new Set(['cancelled', 'declined']);

/** What sales open between two meetings; the rest says how it came about. */
const forSales: ReadonlySet<string> = new Set(['release', 'enablement']);

/**
 * How much an entry stands out before others that answer as well: what is for sales, fresh news and important releases,
 * −0.05 to 0.25; what was given up −0.1.
 */
export function boostOf(graph: Graph, entry: AnyEntry): number {
  if ('status' in entry.fields && givenUp.has(entry.fields.status)) return -0.1;
  const day = entry.kind === 'release' ? newsDay(entry, graph.config.timeZone) : entry.fields.updated;
  const age = day === undefined ? Number.POSITIVE_INFINITY : Math.max(0, daysBetween(day, graph.today));
  const tier = entry.kind === 'release' ? (2 - (entry.fields.tier ?? 2)) * 0.05 : 0;
  const kind = forSales.has(entry.kind) ? 0.15 : 0;
  return Math.round((0.05 * 2 ** (-age / 180) + tier + kind) * 1000) / 1000;
}

/** Markdown without its marks: good enough to search and to show a line of, at a hundredth of a parser's cost. */
function plainMarkdown(body: string): string {
  return spokenMarkdown(body).replace(/^[ \t]*([-+*]|\d{1,9}[.)])[ \t]+/gm, '');
}

/** The same with the marks of lists, which stand in a text that is copied. */
export function spokenMarkdown(body: string): string {
  return (
    withoutTags(body)
      .replace(/^ {0,3}(`{3,}|~{3,}).*$/gm, '')
      .replace(/!?\[([^\][]{0,1000})\]\([^()\n]{0,2000}\)/g, '$1')
      // Of links that are written in other ways the addresses: they may name pages that a reader must not know of.
      .replace(/\]\(\s*(<[^<>\n]*>|[^\s()]+)/g, '](')
      .replace(/^ {0,3}\[(?!\^)[^\][\n]{1,500}\]:[ \t]*\n?[ \t]*\S.*$/gm, '')
      .replace(/^[ \t]*(#{1,6}|>)[ \t]+/gm, '')
      .replace(/^[ \t:|-]+$/gm, '')
      .replace(/\|+/g, ' ')
      .replace(/^[ \t]*\*[ \t]|[*`]+/gm, (found) => (/\s/.test(found) ? found : ''))
  );
}

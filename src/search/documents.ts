/** EDGE: pages → a search index, with Pagefind's reader, which comes out of a process of its own. */
import { close, createIndex } from 'pagefind';
import { type IndexFile, indexFiles } from './files.ts';
import { foldText } from './fold.ts';
import { addOthers } from './others.ts';
import { type Opening, openingFile } from './reader.ts';
import type { Page } from './store.ts';
import { humpsOf, shortWordsOf, tokensOf } from './tokens.ts';
import { weightFor } from './weight.ts';

/** What is indexed of a page, and what is shown of it. */
export interface Document extends Page {
  /** Relative to the portal's root. */
  readonly url: string;
}

/** Indexes pages. `terms` are words that mean the same. */
export async function indexDocuments(
  documents: readonly Document[],
  terms: readonly (readonly string[])[],
): Promise<IndexFile[]> {
  const own = readerFiles();
  // Reported where it is awaited.
  own.catch(() => undefined);
  const fragments = documents.map(({ url, title, kind, tags, text, headings, boost, card }) => {
    const page: Page = { title, kind, tags, text, headings, boost, ...(card && { card }) };
    return { url, content: '', word_count: 1, filters: {}, meta: { page: JSON.stringify(page) }, anchors: [] };
  });
  const postings = postingsOf(documents);
  const said = addOthers(postings, documents.length, terms).join('\n');
  const { build, parts, files } = indexFiles(postings, fragments);
  const titles = titlesOf(documents);
  const opening: Opening = { build, pages: documents.length, terms, said, parts: parts.join('\n'), titles };
  return [...(await own), ...files, { path: openingFile, content: Buffer.from(JSON.stringify(opening)) }];
}

/**
 * So many pages are known by their titles before any of them is loaded, 12 to 18 bytes each: all of most portals. Of
 * larger ones the freshest and most important, so that opening search stays cheap.
 */
const titled = 1000;

function titlesOf(documents: readonly Document[]): Opening['titles'] {
  // Of equal ones the first: the order stays.
  const best = new Set(documents.toSorted((a, b) => b.boost - a.boost).slice(0, titled));
  return documents.map((document) => {
    const { title, kind, url } = document;
    return best.has(document) ? [title, kind, url] : 0;
  });
}

let reader: Promise<IndexFile[]> | undefined;

/** What of Pagefind's own files a search loads: its code for browsers. */
export function readerFiles(): Promise<IndexFile[]> {
  reader ??= askPagefind();
  return reader;
}

async function askPagefind(): Promise<IndexFile[]> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`pagefind: ${errors.join(', ')}`);
  const made = await index.getFiles();
  await close();
  if (made.errors.length > 0) throw new Error(`pagefind: ${made.errors.join(', ')}`);
  return made.files.filter(({ path }) => /^(pagefind\.js|wasm\.unknown\.pagefind)$/.test(path));
}

/** Every token of every page, with a weight that carries what it says of the page: BM25's, k 1.2, b 0.5. */
export function postingsOf(documents: readonly Document[]): Map<string, number[]> {
  const lengths = documents.map(({ title, tags, headings, text }) =>
    headings.reduce((sum, [heading]) => sum + heading.length, title.length + tags.length + text.length),
  );
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const postings = new Map<string, number[]>();
  for (const [page, document] of documents.entries()) {
    const norm = 1.2 * (0.5 + (0.5 * (lengths[page] as number)) / Math.max(1, average));
    const { counts, inTitle } = countTokens(document);
    for (const [token, count] of counts) {
      const posting = page * 256 + weightFor(bm25(count, norm) + (inTitle.has(token) ? 0.81 : 0));
      const known = postings.get(token);
      if (known) known.push(posting);
      else postings.set(token, [posting]);
    }
  }
  return postings;
}

/** How often each token stands in a page: in its title four times, in a heading or a tag twice. */
function countTokens({ title, tags, headings, text }: Document): {
  readonly counts: ReadonlyMap<string, number>;
  readonly inTitle: ReadonlySet<string>;
} {
  const counts = new Map<string, number>();
  const inTitle = new Set<string>();
  const count = (written: string, worth: number, also?: Set<string>) => {
    const take = (token: string) => {
      counts.set(token, (counts.get(token) ?? 0) + worth);
      also?.add(token);
    };
    tokensOf(foldText(written), take);
    humpsOf(written, take);
    shortWordsOf(written, take);
  };
  count(title, 4, inTitle);
  count(tags, 2);
  for (const [heading] of headings) count(heading, 2);
  count(text, 1);
  return { counts, inTitle };
}

/** BM25's share of a count, as an impact: at most 3.56. */
function bm25(count: number, norm: number): number {
  return (1.62 * 2.2 * count) / (count + norm);
}

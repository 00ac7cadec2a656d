/** EDGE: the visible graph → a search index, by Pagefind in a process of its own while pages are rendered. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { entryRoute } from '../graph/routes.ts';
import type { Messages } from '../i18n/index.ts';
import type { Portal } from '../portal.ts';
import { foldText } from './fold.ts';
import { boostOf, recordText, termGroups } from './record.ts';
import type { Page } from './store.ts';
import { humpsOf, tokensOf } from './tokens.ts';

export interface IndexFile {
  /** Relative to the portal's `pagefind/` folder. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What is indexed of a page, and what is shown of it. */
export interface Document extends Page {
  /** Relative to the portal's root. */
  readonly url: string;
  /** Searched and not shown. */
  readonly tags: string;
}

/** No language: Pagefind takes tokens as they are (`docs/decisions/0008-search-in-our-own-words.md`). */
const language = 'und';

/** Of Pagefind's files, those that a search loads; the others are its own interfaces. */
const needed = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+|.+\.pf_(meta|index|fragment|filter))$/;

/**
 * Postings in a file of the index, of which a query loads several: a tenth of Pagefind's own number, so that a first
 * query loads a few kilobytes each. Pagefind promises neither this variable nor its fragments' form; its version is
 * pinned, and `tests/search` opens what it writes.
 */
const chunkSize = '3000';

/** Indexes every entry of a portal. Addresses in it are relative to the portal's root. */
export function indexPortal(portal: Portal, words: Messages): Promise<IndexFile[]> {
  const { graph } = portal;
  const documents = graph.entries.map((entry): Document => {
    const { title, text, tags, headings } = recordText(entry);
    const kind = words.words.kind[entry.kind];
    const boost = boostOf(graph, entry);
    return { url: `/${entryRoute(entry)}`, title, kind, tags, headings, text: text.join('\n'), boost };
  });
  return indexDocuments(documents, termGroups(graph));
}

/** Indexes pages, one after the other, so that the same pages give the same bytes. */
export async function indexDocuments(
  documents: readonly Document[],
  terms: readonly (readonly string[])[],
): Promise<IndexFile[]> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize;
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`pagefind: ${errors.join(', ')}`);
  const counted = documents.map(countTokens);
  const average = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length);
  const shown = new Map<string, Page>();
  for (const [number, { url, title, kind, text, headings, boost }] of documents.entries()) {
    shown.set(url, { title, kind, text, headings, boost });
    const content = weighted(counted[number] as Counted, average);
    // One field of metadata: with two, Pagefind 1.6 writes different bytes from run to run.
    const added = await index.addCustomRecord({ url, content, meta: { title: '' }, language });
    if (added.errors.length > 0) throw new Error(`pagefind: ${added.errors.join(', ')}`);
  }
  const made = await index.getFiles();
  await close();
  if (made.errors.length > 0) throw new Error(`pagefind: ${made.errors.join(', ')}`);
  return [
    ...made.files
      .filter(({ path }) => needed.test(path))
      .map((file) => (file.path.endsWith('.pf_fragment') ? withShown(file, shown) : file)),
    { path: 'terms.json', content: Buffer.from(JSON.stringify(terms)) },
  ];
}

/** The tokens of a page. */
interface Counted {
  /** How often each stands there; in a title four times, in a heading or a tag twice. */
  readonly counts: ReadonlyMap<string, number>;
  readonly inTitle: ReadonlySet<string>;
  readonly length: number;
}

function countTokens({ title, tags, headings, text }: Document): Counted {
  const counts = new Map<string, number>();
  const inTitle = new Set<string>();
  let length = 0;
  const count = (written: string, worth: number, also?: Set<string>) => {
    const take = (token: string) => {
      counts.set(token, (counts.get(token) ?? 0) + worth);
      also?.add(token);
      length++;
    };
    tokensOf(foldText(written), take);
    humpsOf(written, take);
  };
  count(title, 4, inTitle);
  count(tags, 2);
  for (const [heading] of headings) count(heading, 2);
  count(text, 1);
  return { counts, inTitle, length };
}

/**
 * Each token once, with a weight that carries what it says of the page (BM25's, k 1.2, b 0.5): Pagefind's score is
 * rarity × 1.8 × 3x / (2 + x) where x = 0.889 × weight, as measured with the settings in `store.ts`. Weights are
 * rounded to powers of 1.35, and to the 24ths that Pagefind keeps, so that they compress.
 */
function weighted({ counts, inTitle, length }: Counted, average: number): string {
  const norm = 1.2 * (0.5 + (0.5 * length) / average);
  const byWeight = new Map<number, string[]>();
  for (const [token, count] of counts) {
    const impact = (((2.2 * count) / (count + norm) + (inTitle.has(token) ? 0.5 : 0)) / 2.7) * 0.81;
    const weight = (2 * impact) / ((1 - impact) * 0.889);
    const step = Math.round(Math.log(weight) / Math.log(1.35));
    const tokens = byWeight.get(step);
    if (tokens) tokens.push(token);
    else byWeight.set(step, [token]);
  }
  return [...byWeight]
    .sort(([a], [b]) => a - b)
    .map(([step, tokens]) => {
      const weight = Math.min(10, Math.max(1, Math.round(1.35 ** step * 24)) / 24);
      return `___PAGEFIND_WEIGHT___${weight.toFixed(4)} ${tokens.join(' ')} ___END_PAGEFIND_WEIGHT___`;
    })
    .join(' ');
}

const magic = 'pagefind_dcd';

/** A fragment (`pagefind_dcd` and JSON, compressed) with what a reader is shown in the place of what was indexed. */
function withShown(file: IndexFile, shown: ReadonlyMap<string, Page>): IndexFile {
  const text = gunzipSync(file.content).toString('utf8');
  if (!text.startsWith(magic)) throw new Error(`pagefind: ${file.path} is not what version 1.6 writes`);
  const { url }: { url: string } = JSON.parse(text.slice(magic.length));
  const meta = { page: JSON.stringify(shown.get(url)) };
  const fragment = { url, content: '', word_count: 1, filters: {}, meta, anchors: [] };
  return { path: file.path, content: gzipSync(magic + JSON.stringify(fragment)) };
}

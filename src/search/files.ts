/**
 * An index in Pagefind 1.6's own files, which its browser code reads. Pagefind writes them too, but takes twice the time
 * to take the tokens in and out of its process, gives each a place in a text that nobody reads, and compresses a text
 * of tokens for every page. The form is unpromised: its version is pinned, and `tests/search` holds what is written here
 * to what Pagefind writes.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CborWriter } from './cbor.ts';
import { metaOf, pagefindVersion } from './meta.ts';
import { buildSigns, magic, nameOf } from './names.ts';

export interface IndexFile {
  /** Relative to the portal's `pagefind/` folder. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** No language, so that Pagefind takes tokens as they are. */
const language = 'und';

/** Token → the pages that have it, in their order, each as page × 256 + weight in 24ths. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/**
 * The files of an index, the name of the build, and the beginnings of its parts: each has the tokens from there to the
 * next. `fragments` are what is shown of the pages, in their order.
 */
export function indexFiles(
  postings: Postings,
  fragments: readonly object[],
): { readonly build: string; readonly parts: string[]; readonly files: IndexFile[] } {
  const shown = fragments.map((fragment) => packed(Buffer.from(JSON.stringify(fragment))));
  const chunks = chunksOf(postings);
  const hash = createHash('sha256');
  for (const content of [...shown, ...chunks.map((chunk) => chunk.content)]) hash.update(content);
  const build = hash.digest('hex').slice(0, buildSigns);
  const name = (index: number) => nameOf(build, index);
  const meta = packed(metaOf(build, fragments.length, chunks));
  const entry = {
    version: pagefindVersion,
    languages: { [language]: { hash: build, wasm: null, page_count: fragments.length } },
    include_characters: [],
  };
  const files = [
    { path: 'pagefind-entry.json', content: Buffer.from(JSON.stringify(entry)) },
    { path: `pagefind.${build}.pf_meta`, content: meta },
    ...shown.map((content, index) => ({ path: `fragment/${name(index)}.pf_fragment`, content })),
    ...chunks.map(({ content }, index) => ({ path: `index/${name(index)}.pf_index`, content })),
  ];
  return { build, parts: chunks.map(({ from }) => from), files };
}

/** In memory of its own: thousands of them wait to be written, and each would hold the 64 kB that Node made it in. */
function packed(content: Uint8Array): Uint8Array {
  return new Uint8Array(gzipSync(Buffer.concat([Buffer.from(magic), content])));
}

interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly content: Uint8Array;
}

/**
 * How many bytes of an index to put in one file, before compression. A first query loads the list of all files, five
 * bytes each, and four or five files, which compress to a third: the sum is least at this size. Smaller files than 1.5 kB
 * save a small portal less than they cost it in requests.
 */
function chunkSize(bytes: number): number {
  return Math.max(1500, Math.sqrt((bytes * 5) / (4.5 / 3)));
}

/** Tokens in their order, in lists of about one size: `[[token, [[page, places, places in metadata]], spellings]]`. */
function chunksOf(postings: Postings): Chunk[] {
  const writer = new CborWriter();
  const chunks: Chunk[] = [];
  const sizeOf = (token: string) => 12 + 8 * (postings.get(token) as readonly number[]).length;
  const sorted = [...postings.keys()].sort();
  const full = chunkSize(sorted.reduce((sum, token) => sum + sizeOf(token), 0));
  let [tokens, size]: [string[], number] = [[], 0];
  const close = () => {
    writer.list(1);
    writer.list(tokens.length);
    for (const token of tokens) writeToken(writer, token, postings.get(token) as readonly number[]);
    const from = shortestAfter(chunks.at(-1)?.to ?? '', tokens[0] as string);
    chunks.push({ from, to: tokens.at(-1) as string, content: packed(writer.take()) });
    [tokens, size] = [[], 0];
  };
  for (const token of sorted) {
    tokens.push(token);
    size += sizeOf(token);
    if (size >= full) close();
  }
  if (tokens.length > 0) close();
  return chunks;
}

/** As much of a token as tells that it comes after another: every search loads the list of where files begin. */
function shortestAfter(before: string, token: string): string {
  const signs = [...token];
  const needed = signs.findIndex((_, at) => signs.slice(0, at + 1).join('') > before);
  return signs.slice(0, needed + 1).join('');
}

/** Pages by their distance from the one before; a weight is written below zero, before the places that have it. */
function writeToken(writer: CborWriter, token: string, pages: readonly number[]): void {
  writer.list(3);
  writer.text(token);
  writer.list(pages.length);
  let last = 0;
  for (const one of pages) {
    const page = one >>> 8;
    writer.list(3);
    writer.number(page - last);
    writer.list(2);
    writer.number(-1 - (one & 0xff));
    writer.number(0);
    writer.list(0);
    last = page;
  }
  writer.list(0);
}

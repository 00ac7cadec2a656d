/**
 * Pagefind's own reader, which is WebAssembly, without its code for browsers: that is 12 kB more, most of it for what we
 * do not use, and takes a round trip to learn which files to load. What the two say to each other is unpromised, as the
 * files are: the version is pinned, and `tests/search/files.test.ts` asks both readers the same.
 */
import type { Group } from './glossary.ts';
import { metaOf } from './meta.ts';
import { magic, nameOf } from './names.ts';
import type { Engine, Page, Titled } from './store.ts';

/** What opening search loads besides the reader, from `opening.json` beside it. */
export interface Opening {
  /** The name of the build that all files of this index begin with. */
  readonly build: string;
  /** How many pages are indexed. */
  readonly pages: number;
  /** The words of the team that mean the same. */
  readonly terms: readonly Group[];
  /** Words, a line each, that the index has pages for that say it otherwise. */
  readonly said: string;
  /** With which token each file of the index begins, a line each: it has those from there to the next. */
  readonly parts: string;
  /** What is shown of a page before it is loaded, in the order of their numbers; 0 for those that are not known. */
  readonly titles: readonly (0 | readonly [title: string, kind: string, url: string])[];
}

export const openingFile = 'opening.json';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  readonly __wbindgen_start: () => void;
  readonly __wbindgen_malloc: (length: number, align: number) => number;
  readonly __wbindgen_free: (at: number, length: number, align: number) => void;
  readonly init_pagefind: (...meta: Place) => number;
  readonly set_ranking_weights: (index: number, ...json: Place) => number;
  readonly load_index_chunk: (index: number, ...chunk: Place) => number;
  /** Token, token as typed, filters, order; whether the words must stand as given, and with their accents. */
  readonly search: (index: number, ...asked: [...Place, ...Place, ...Place, ...Place, number, number]) => Place;
}

type Place = [at: number, length: number];

/**
 * Opens an index. `load` gives a file by its path below the index's folder, and throws what keeps it from doing so; a
 * query then fails with that. `base` is where the portal is, ending in a slash: addresses of pages begin with it.
 */
export async function openReader(
  load: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
  base = '/',
): Promise<Engine> {
  const program = load('wasm.unknown.pagefind').then(unpacked).then(start);
  // Reported where it is awaited.
  program.catch(() => undefined);
  const { build, pages, terms, said, parts, titles }: Opening = JSON.parse(decoder.decode(await load(openingFile)));
  const reader = new Reader(await program, metaOf(build, pages, []));
  const begins = linesOf(parts);
  const placed = (url: string) => base + url.slice(1);
  const chunks = new Map<string, Promise<void>>();
  const loadChunk = (number: number): Promise<void> => {
    const name = nameOf(build, number);
    const asked = chunks.get(name) ?? load(`index/${name}.pf_index`).then(unpacked).then(reader.take);
    chunks.set(name, asked);
    // What failed is asked again.
    asked.catch(() => chunks.delete(name));
    return asked;
  };
  return {
    size: pages,
    terms,
    said: linesOf(said),
    titles: titles.flatMap((page, number): Titled[] => {
      if (page === 0) return [];
      const [title, kind, url] = page;
      return [{ id: nameOf(build, number), title, kind, url: placed(url) }];
    }),
    search: async (token) => {
      const part = partOf(begins, token);
      if (part >= 0) await loadChunk(part);
      return reader.find(token);
    },
    page: async (id) => {
      const { url, meta } = JSON.parse(decoder.decode(await unpacked(await load(`fragment/${id}.pf_fragment`))));
      return { ...(JSON.parse(meta.page) as Page), url: placed(url) };
    },
  };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** The number of the file that has a token, -1 for those before all of them. */
function partOf(begins: readonly string[], token: string): number {
  let [low, high] = [0, begins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((begins[middle] as string) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** As set for every search, so that a score is rarity × impact and nothing else (`index.ts` has the formula). */
const ranking = {
  term_saturation: 2,
  term_frequency: 1,
  term_similarity: 1,
  page_length: 0,
  meta_weights: { title: 0 },
} as const;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The content of a packed file. Some hosts have unpacked it already. */
async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
  const stream = isPacked && new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const content = stream ? new Uint8Array(await new Response(stream).arrayBuffer()) : packed;
  if (decoder.decode(content.subarray(0, magic.length)) !== magic) throw new Error('not a file of Pagefind');
  return content.subarray(magic.length);
}

async function start(program: Uint8Array<ArrayBuffer>): Promise<Exports> {
  const { instance } = await WebAssembly.instantiate(program, {
    './pagefind_web_bg.js': {
      // Values of JavaScript that the program may hold; it wants these four, and uses none.
      __wbindgen_init_externref_table: () => {
        const from = exports.__wbindgen_externrefs.grow(4);
        for (const [at, value] of [undefined, null, true, false].entries())
          exports.__wbindgen_externrefs.set(from + at, value);
      },
    },
  });
  const exports = instance.exports as unknown as Exports;
  exports.__wbindgen_start();
  return exports;
}

/** An index in the program's memory. */
class Reader {
  private readonly program: Exports;
  private index: number;

  constructor(program: Exports, meta: Uint8Array) {
    this.program = program;
    this.index = program.init_pagefind(...this.give(meta));
    this.index = program.set_ranking_weights(this.index, ...this.give(JSON.stringify(ranking)));
  }

  /** Takes in a file of the index. */
  readonly take = (chunk: Uint8Array): void => {
    this.index = this.program.load_index_chunk(this.index, ...this.give(chunk));
  };

  /** The pages that have a token, or longer ones that begin with it, and how well. */
  find(token: string): { readonly id: string; readonly score: number }[] {
    const asked = [token, token, '{}', ''].map((text) => this.give(text)) as [Place, Place, Place, Place];
    const [own, typed, filters, order] = asked;
    const found = this.program.search(this.index, ...own, ...typed, ...filters, ...order, 0, 0);
    const { results }: { results: { p: string; s: number }[] } = JSON.parse(this.taken(found));
    return results.map(({ p, s }) => ({ id: p, score: s }));
  }

  /** Puts something where the program can read it, which then frees it. */
  private give(content: Uint8Array | string): Place {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    const at = this.program.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(this.program.memory.buffer).set(bytes, at);
    return [at, bytes.length];
  }

  private taken([at, length]: Place): string {
    const text = decoder.decode(new Uint8Array(this.program.memory.buffer, at >>> 0, length));
    this.program.__wbindgen_free(at, length, 1);
    return text;
  }
}

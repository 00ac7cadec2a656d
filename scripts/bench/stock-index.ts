/** An index in a folder, opened in Node by Pagefind's code for browsers, which reads files by `fetch` alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

export interface StockIndex {
  search(query: string): Promise<{
    readonly results: readonly {
      readonly score: number;
      readonly data: () => Promise<{ readonly url: string }>;
    }[];
  }>;
}

/** Folders that are open, by the address under which Pagefind's code asks for their files. */
const folders = new Map<string, { readonly folder: string; readonly loaded: ((bytes: number) => void) | undefined }>();

/** `loaded` is told the size of every file that a browser would ask for; `ranking` are Pagefind's settings. */
export async function openStock(
  folder: string,
  loaded?: (bytes: number) => void,
  ranking: object = {},
): Promise<StockIndex> {
  const basePath = `pagefind-index://${folders.size}/`;
  if (folders.size === 0) answerFetches();
  folders.set(basePath, { folder, loaded });
  loaded?.(gzipSync(readFileSync(join(folder, 'pagefind.js'))).length);
  const module = await import(pathToFileURL(join(folder, 'pagefind.js')).href);
  const instance = module.createInstance({ basePath, baseUrl: '/', ranking, noWorker: true });
  await instance.init();
  return instance;
}

function answerFetches(): void {
  const usual = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = String(input);
    const open = folders.get(/^pagefind-index:\/\/\d+\//.exec(address)?.[0] ?? '');
    if (!open) return usual(input, init);
    const content = readFileSync(join(open.folder, address.replace(/^[^:]+:\/\/\d+\/|\?.*$/g, '')));
    open.loaded?.(content.length);
    return new Response(content);
  };
}

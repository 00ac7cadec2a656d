/** EDGE: a built index in a folder → what queries are asked of, in Node: Pagefind's browser code, reading files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Engine, ranking } from './store.ts';

/** Folders that are open, by the address under which Pagefind's code asks for their files. */
const folders = new Map<string, { readonly folder: string; readonly loaded: ((bytes: number) => void) | undefined }>();

/**
 * Opens the `pagefind/` folder of a portal. `loaded` is told the size of every file that a browser would ask for; `weights` are Pagefind's settings, ours if not given. Throws
 * what reading the files throws.
 */
export async function openIndex(
  folder: string,
  loaded?: (bytes: number) => void,
  weights: object = ranking,
): Promise<Engine> {
  const basePath = `kairanban-index://${folders.size}/`;
  if (folders.size === 0) answerFetches();
  folders.set(basePath, { folder, loaded });
  loaded?.(gzipSync(readFileSync(join(folder, 'pagefind.js'))).length);
  const module = await import(pathToFileURL(join(folder, 'pagefind.js')).href);
  const instance = module.createInstance({ basePath, baseUrl: '/', ranking: weights, noWorker: true });
  await instance.init();
  const terms = async () => (await fetch(`${basePath}terms.json`)).json();
  return { search: (token) => instance.search(token), terms };
}

/** Pagefind's code knows no other way to its files than `fetch`, which in Node reads no files. */
function answerFetches(): void {
  const usual = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = String(input);
    const open = folders.get(/^kairanban-index:\/\/\d+\//.exec(address)?.[0] ?? '');
    if (!open) return usual(input, init);
    const content = readFileSync(join(open.folder, address.replace(/^[^:]+:\/\/\d+\/|\?.*$/g, '')));
    open.loaded?.(content.length);
    return new Response(content);
  };
}

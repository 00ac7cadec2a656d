/** EDGE: a built index in a folder → what queries are asked of, in Node. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openReader } from './reader.ts';
import type { Engine } from './store.ts';

/**
 * Opens the `pagefind/` folder of a portal. `loaded` is told the path and the size of every file that a browser would
 * ask for. Throws what reading the files throws.
 */
export function openIndex(folder: string, loaded?: (path: string, bytes: number) => void): Promise<Engine> {
  return openReader(async (path) => {
    const content = await readFile(join(folder, path));
    loaded?.(path, content.length);
    return Uint8Array.from(content);
  });
}

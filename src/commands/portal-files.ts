/** EDGE: what a portal holds besides its pages and what they load: the search index, the files for machines, pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { machineFiles } from '../feeds/files.ts';
import { messages } from '../i18n/index.ts';
import { currentPortal, type Portal } from '../portal.ts';
import type { IndexFile } from '../search/files.ts';
import { indexPortal } from '../search/index.ts';
import type { PageMemory } from './page-memory.ts';

/** Where the search index stands below a portal's root. */
export const indexFolder = 'pagefind';

/** Begins to index the portal. A failure is reported where it is awaited; until then it must not end the process. */
export function startIndex(): Promise<IndexFile[]> {
  const index = indexPortal(currentPortal(), messages(currentPortal().locale));
  index.catch(() => undefined);
  return index;
}

/**
 * Writes all of it below a portal's folder. `pages` are the addresses of all pages, see `machineFiles`; `memory` knows
 * what an earlier build wrote.
 */
export async function writePortalFiles(
  folder: string,
  portal: Portal,
  index: readonly IndexFile[],
  pages: readonly string[],
  memory?: PageMemory,
): Promise<void> {
  const made = new Set<string>();
  const placeOf = (path: string) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    return file;
  };
  const write = (path: string, content: string | Uint8Array) => writeFileSync(placeOf(path), content);
  for (const { path, content } of index) write(join(indexFolder, path), content);
  for (const { path, content, isKept } of machineFiles(portal, pages)) {
    const file = placeOf(path);
    if (memory && isKept) await memory.put(path, folder, content);
    else writeFileSync(file, content());
  }
  for (const path of portal.pictures?.paths() ?? []) {
    // One after the other: together they may be more than there is room for.
    const picture = await portal.pictures?.file(path);
    if (picture) write(path, picture.content);
  }
}

/** The path of a page as an address has it: every part of it percent-encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The path below the portal's root that a request is for, decoded; of one that is none, nothing. */
export function portalPath(url: string, base: string): string {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    return path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  } catch {
    return '';
  }
}

const types: { readonly [extension: string]: string } = {
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
};

/** The media type of a file by its name. */
export function contentType(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

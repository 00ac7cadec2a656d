/** Every page of a built portal and its type, found from the files: a page that is new is tested without being named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PageType {
  /** Its address with `*` for an entry's id and `#` for a number or a time: `releases/*`, `releases/page/#`. */
  readonly type: string;
  /** The page with the most to show, as its address is asked for. */
  readonly path: string;
}

/** The addresses of all pages, those aside that only lead on, with the bytes of their HTML. */
export function pagesOf(folder: string): { readonly path: string; readonly size: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file === '404.html' || /(^|[\\/])index\.html$/.test(file))
    .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'))
    .map(({ file, html }) => ({ path: file.replaceAll('\\', '/').replace(/index\.html$/, ''), size: html.length }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The types of a portal's pages; `ids` are those of its entries. */
export function pageTypes(folder: string, ids: ReadonlySet<string>): PageType[] {
  const typeOf = (path: string) =>
    path
      .split('/')
      .map((part) => (ids.has(part) ? '*' : part.replace(/^\d{1,4}([-qQ].*)?$/, '#')))
      .join('/')
      .replace(/\/$/, '');
  const groups = Map.groupBy(pagesOf(folder), ({ path }) => typeOf(path));
  return [...groups].map(([type, pages]) => {
    const [largest] = pages.toSorted((a, b) => b.size - a.size);
    return { type: type || 'home', path: encodeURI(largest?.path ?? '') };
  });
}

/** Every page of a built portal and its type, found from the files: a page that is new is tested without being named. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PageType {
  /** Its address, with `*` for what a content decides and `#` for a number: `releases/*`, `releases/page/#`. */
  readonly type: string;
  /** The page with the most to show, as its address is asked for. */
  readonly path: string;
}

/** The addresses of all pages, those aside that only lead on, with the length of their HTML. */
export function pagesOf(folder: string): { readonly path: string; readonly size: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file === '404.html' || /(^|[\\/])index\.html$/.test(file))
    .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }))
    .filter(({ html }) => !html.includes('http-equiv="refresh"'))
    .map(({ file, html }) => ({ path: file.replaceAll('\\', '/').replace(/index\.html$/, ''), size: html.length }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** So many pages side by side, whatever they are called, are of one type. */
const alike = 4;

/** The types of a portal's pages; `ids` are those of its entries. */
export function pageTypes(folder: string, ids: ReadonlySet<string>): PageType[] {
  const pages = pagesOf(folder).map((page) => ({ ...page, parts: page.path.replace(/\/$/, '').split('/') }));
  const named = (parts: readonly string[], at: number) => parts.slice(0, at).join('/');
  const siblings = new Map<string, Set<string>>();
  for (const { parts } of pages) {
    for (const [at, part] of parts.entries()) {
      const names = siblings.get(named(parts, at)) ?? new Set();
      siblings.set(named(parts, at), ids.has(part) ? names : names.add(part));
    }
  }
  const typeOf = (parts: readonly string[]) =>
    parts
      .map((part, at) => {
        if (ids.has(part)) return '*';
        if (/^\d{1,4}([-qQ].*)?$/.test(part)) return '#';
        return at > 0 && (siblings.get(named(parts, at))?.size ?? 0) >= alike ? '*' : part;
      })
      .join('/');
  return [...Map.groupBy(pages, ({ parts }) => typeOf(parts))].map(([type, group]) => {
    const [largest] = group.toSorted((a, b) => b.size - a.size);
    return { type: type || 'home', path: encodeURI(largest?.path ?? '') };
  });
}

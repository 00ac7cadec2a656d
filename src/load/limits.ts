/** Which files are content, and how large they may be. */
import { configFile } from '../config.ts';
import type { Finding } from '../problem.ts';
import { isId } from '../schema/read-scalar.ts';

const MiB = 1024 * 1024;

/** The most bytes a page may have: 300 printed pages of Japanese, and still parsed in well under a second. */
const pageLimit = MiB;
/** The most bytes a CSV file may have: about 50,000 accounts. */
const csvLimit = 20 * MiB;

/** The deepest nesting of quotes and lists: Markdown parsers need time or stack beyond it, people never do. */
export const depthLimit = 50;

export function sizeLimit(path: string): number {
  return isCsv(path) ? csvLimit : pageLimit;
}

/**
 * Whether a path below the content folder is read at all. A `README.md` speaks to the folder's maintainers, an `_index.md`
 * is Hugo's list of a folder; a `kairanban.yml` is read only to say what its name should be.
 */
export function isContent(path: string): boolean {
  if (path === configFile || path === 'kairanban.yml') return true;
  if (almostMarkdown.test(path)) return true;
  return /\.(mdx?|csv)$/i.test(path) && !/(^|\/)(readme|_index)(\.[a-z]+)?\.mdx?$/i.test(path);
}

export function isCsv(path: string): boolean {
  return /\.csv$/i.test(path);
}

/** A file in every portal that we built: the folder may be replaced, and is never content. */
export const portalMarker = '.kairanban-portal';

/** Folders and files that are never content. */
export function skipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** What people save Markdown as when they mean `.md`. */
const almostMarkdown = /\.(markdown|mdown|mkdn?|mdx?\.txt)$/i;

/** Names that Windows gives to devices, and ends that it takes off: nobody there could check such a file out. */
const notOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[. ]$/i;

/** A finding if a file's name could not be an id, a path of a URL, a line of a log, or a file on every system. */
export function checkName(path: string): Finding | undefined {
  const names = path.split('/');
  if (almostMarkdown.test(path)) return { rule: 'file-type', args: { what: 'extension' } };
  if (names.some((name) => notOnWindows.test(name))) return { rule: 'file-type', args: { what: 'windows' } };
  return names.every(isId) ? undefined : { rule: 'file-type', args: { what: 'name' } };
}

/** What comes before every path in problems and entries: `content` → `content/`; the working directory itself → ``. */
export function folderPrefix(folder: string): string {
  const clean = folder.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/+$/, '');
  return clean === '' || clean === '.' ? '' : `${clean}/`;
}

/** The folder below the content folder that a path lies in; none for a file beside those. */
export function topFolder(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}

/**
 * The id of the page that a path is of: its name; of the `index.md` of a folder within that of its kind, the folder's. By
 * its `path` it has the names of the folders before it: `releases/2024/R1/uk.md` is `2024-R1-uk`.
 */
export function idOf(path: string, by: 'name' | 'path' = 'name'): string {
  return path
    .replace(/(?<=\/[^/]+)\/index\.mdx?$/i, '')
    .replace(by === 'path' ? /^[^/]*\// : /^.*\//s, '')
    .replaceAll('/', '-')
    .replace(/\.mdx?$/i, '')
    .normalize('NFC');
}

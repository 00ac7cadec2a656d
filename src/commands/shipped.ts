/**
 * EDGE: what Astro makes of the site's own sources, as it comes with the package. It follows from the package alone but for
 * the portal's address, so it is built when the package is packed, for an address that stands in for any.
 */
import { hash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { coreUrl, programFolders } from './program.ts';

/** What of a portal's address Astro builds into the code that renders pages. */
export interface Address {
  /** Its path, decoded, with a slash at both ends. */
  readonly base: string;
  /** Its origin, if it is known. */
  readonly site?: string;
}

/** Where Astro puts the code that renders pages, within the folder that it builds to. */
export const codeFolder = '.prerender';

/** Its folder, beside the program's code. */
export const shippedFolder = 'site';

/** A file of it: the hash of the sources that it was made of. */
export const sourcesFile = 'sources.txt';

/** What stands in it for what is known at the time of a build only. */
export const standIns = { base: '/kairanban-base/', site: 'https://kairanban-site.invalid', core: 'kairanban:core' };

/** Addresses that stand in code and in pages as they are, whatever quotes or encodes them. */
const plainBase = /^[\w.~/-]+$/;

/** Where Astro's own preview would be. */
const noSite = 'http://localhost:4321';

/** Fills a folder with it; `undefined` where there is none, or for an address or sources that only Astro can do. */
export function shippedRenderer({ base, site = noSite }: Address): ((folder: string) => void) | undefined {
  const shipped = join(programFolders.code, shippedFolder);
  if (!plainBase.test(base) || !existsSync(join(shipped, sourcesFile))) return undefined;
  if (readFileSync(join(shipped, sourcesFile), 'utf8') !== sourcesHash()) return undefined;
  return (folder) => {
    cpSync(shipped, folder, { recursive: true, filter: (path) => path !== join(shipped, sourcesFile) });
    for (const file of codeIn(folder)) {
      const text = readFileSync(file, 'utf8');
      const own = text
        .replaceAll(standIns.base, base)
        .replaceAll(standIns.site, site)
        .replaceAll(standIns.core, coreUrl);
      if (own !== text) writeFileSync(file, own);
    }
  };
}

/** The files of code in a renderer's folder. */
export function codeIn(folder: string): string[] {
  const entries = readdirSync(join(folder, codeFolder), { recursive: true, withFileTypes: true });
  return entries.filter(({ name }) => name.endsWith('.mjs')).map(({ parentPath, name }) => join(parentPath, name));
}

/** What the site's sources are: whoever changes them has Astro build them. */
export function sourcesHash(): string {
  const { site } = programFolders;
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files
    .map(({ parentPath, name }) => relative(site, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
  return hash('sha256', JSON.stringify(paths.map((path) => [path, hash('sha256', readFileSync(join(site, path)))])));
}

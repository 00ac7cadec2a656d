/** EDGE: where this program lies: its sources in the repository, its bundle in an installed package. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundled = import.meta.url.includes('/dist/');

/** The folder of this module's package: sources here, the bundle when installed. */
export const packageRoot = fileURLToPath(new URL(bundled ? '..' : '../..', import.meta.url));

/** The program, and the sources of the site. */
export const programFolders = {
  code: join(packageRoot, bundled ? 'dist' : 'src'),
  site: join(packageRoot, 'src', 'site'),
};

/** The core as the pages import it: the very module instances of this process. */
export const coreUrl = new URL(bundled ? './core.js' : '../core.ts', import.meta.url).href;

/** Search as the browser runs it: bundled into the pages' script. */
export const searchFile = fileURLToPath(new URL(bundled ? './search.js' : '../search/query.ts', import.meta.url));

/** A site that is built beside the content folder, to be compared with ours. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { putAside } from './place.ts';

/** Writes a site's files anew, with nothing left of an earlier build. `packages` are the folders of those it imports. */
export function writeSite(
  folder: string,
  files: { readonly [path: string]: string },
  packages: { readonly [name: string]: string },
): void {
  putAside(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [name, target] of Object.entries(packages)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }
}

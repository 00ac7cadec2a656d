/** EDGE: writing into the content folder, never over what is there. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What became of a file: written, there already with the same text, or left alone because it differs. */
export type Written = 'written' | 'same' | 'different';

/** Writes a new file, or tells whether `isSame` holds of what is there. With `dryRun` nothing is written. */
export function writeNew(
  folder: string,
  path: string,
  text: string,
  dryRun: boolean,
  isSame: (there: string) => boolean,
): Written {
  const full = join(folder, path);
  try {
    return isSame(readFileSync(full, 'utf8')) ? 'same' : 'different';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (!dryRun) {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text, { flag: 'wx' });
  }
  return 'written';
}

/** Puts a text in the place of a file at once, so that nobody finds half of it. */
export function replaceText(folder: string, path: string, text: string): void {
  const full = join(folder, path);
  const half = join(dirname(full), `.${basename(full)}-new`);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(half, text);
  renameSync(half, full);
}

/** The text of a file that the user named. Throws what `node:fs` throws. */
export function readText(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
}

/** EDGE: writing into the content folder, never over what we do not know. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** What became of a file: written, there already with the same text, or left alone because it differs. */
export type Written = 'written' | 'same' | 'different';

/**
 * Writes a new file, or tells whether `isSame` holds of what is there. With `dryRun` nothing is written. Throws what
 * `node:fs` throws, and an error with the code `EXDEV` where a link leads out of `folder`.
 */
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
    if (!`${realpathSync(dirname(full))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`)) {
      // A link in the folder that leads out of it.
      throw Object.assign(new Error(`${full} is not inside ${folder}`), { code: 'EXDEV' });
    }
    try {
      writeFileSync(full, text, { flag: 'wx' });
    } catch (error) {
      // Another run took the name meanwhile, or it is a link that leads nowhere.
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'different';
      throw error;
    }
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

/** Why a file was not replaced: it is a link, it is no longer what was read, or what the system said. */
export type Refusal = 'link' | 'changed' | { readonly code: string };

/**
 * Puts other bytes in the place of those of a file, in one step: whoever reads it finds the old or the new. A link is not
 * followed, and a file that is no longer what was read (`known`) stays as it is.
 */
export function replaceFile(folder: string, path: string, known: Uint8Array, bytes: Uint8Array): 'written' | Refusal {
  const full = join(folder, path);
  // No content file begins with a dot: nobody reads it or wakes for it.
  const beside = join(dirname(full), `.${basename(full)}.${process.pid}`);
  try {
    const { mode } = lstatSync(full);
    if (lstatSync(full).isSymbolicLink() || !isBelow(folder, dirname(full))) return 'link';
    writeFileSync(beside, bytes, { flag: 'wx' });
    try {
      chmodSync(beside, mode);
      if (!readFileSync(full).equals(known)) return 'changed';
      renameSync(beside, full);
    } finally {
      rmSync(beside, { force: true });
    }
    return 'written';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ENOENT' ? 'changed' : { code };
  }
}

/** Whether a folder below another is really there, and no link leads out. */
function isBelow(folder: string, below: string): boolean {
  const [root, real] = [realpathSync(folder), realpathSync(below)];
  return real === root || real.startsWith(root + sep);
}

/** EDGE: putting a built portal where the user wants it, and over nothing else. */
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { portalMarker } from '../load/limits.ts';
import { realPlace } from '../load/places.ts';
import { UsageError } from './usage.ts';

/** Throws `UsageError` if a portal must not or cannot be written to a folder. Leaves the disk as it was. */
export function guardOut(out: string, content: string): void {
  const folder = realPlace(out);
  for (const kept of [process.cwd(), content]) {
    if (isWithin(kept, folder)) throw new UsageError((words) => words.cli.outInside(out));
  }
  // Where the content is all there is, its portal has no other place.
  if (isWithin(folder, content) && !isWithin(process.cwd(), content)) {
    throw new UsageError((words) => words.cli.outWithin(out));
  }
  try {
    if (existsSync(folder)) {
      const names = readdirSync(folder);
      if (names.length > 0 && !names.includes(portalMarker)) throw new UsageError((words) => words.cli.outForeign(out));
      accessSync(folder, constants.W_OK);
    } else {
      // Not `recursive`: where nothing can be made, as below /proc, that never returns.
      const first = firstMissing(folder);
      mkdirSync(first);
      rmdirSync(first);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = codeOf(error);
    throw new UsageError((words) => words.cli.outUnwritable(out, reason));
  }
}

/** Throws `UsageError` if a folder below `content` is really somewhere else, by a link, so that nothing is written there. */
export function guardInside(content: string, folder: string): void {
  const place = join(content, folder);
  const there = existsSync(place) ? place : dirname(firstMissing(place));
  if (!existsSync(content) || isWithin(there, content)) return;
  throw new UsageError((words) => words.cli.importOutside(place));
}

/** Whether a file or folder lies in a folder, wherever links lead. */
export function isWithin(path: string, folder: string): boolean {
  return isInside(realPlace(path), realPlace(folder));
}

/** Replaces the portal in `out` by the one built in `built`. `version` is that of kairanban: `search` asks for it. */
export function placePortal(built: string, out: string, version: string): void {
  writeFileSync(join(built, portalMarker), `${version}\n`);
  const folder = resolve(out);
  mkdirSync(dirname(folder), { recursive: true });
  // Whoever serves the old portal goes on doing so until the new one stands beside it.
  const old = join(dirname(folder), `.${basename(folder)}-old-${process.pid}`);
  for (let tries = 1; ; tries++) {
    moveAway(folder, old);
    try {
      moveTo(built, folder);
      break;
    } catch (error) {
      // Another build put its portal there in between; ours is the later one.
      if (tries === 20 || !['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error))) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function moveAway(folder: string, old: string): void {
  try {
    renameSync(folder, old);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function moveTo(built: string, folder: string): void {
  try {
    renameSync(built, folder);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    cpSync(built, folder, { recursive: true });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** Whether a folder holds a portal of ours. */
export function isPortal(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

/** The topmost folder of a path that is not there yet. */
function firstMissing(folder: string): string {
  const parent = dirname(folder);
  return existsSync(parent) || parent === folder ? folder : firstMissing(parent);
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(path));
}

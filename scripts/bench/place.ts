/**
 * Where the benchmark works. A disk may remember for minutes what was deleted from it: ext4 without a journal looks at
 * each inode that was freed before it gives one to a new file, which made a build after another twice as dear. So it works in
 * memory where there is room, and deletes nothing before its end.
 */
import { existsSync, renameSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** A file system in memory, on most Linux machines. */
const memory = '/dev/shm';

/** The portals of some runs at 10,000 documents, in bytes. */
const room = 8e9;

/** The folder to make temporary ones in. */
export function workPlace(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > room ? memory : tmpdir();
}

let aside = 0;

/** Takes a folder out of the way of what comes; where it is not there, nothing. */
export function putAside(folder: string): void {
  if (existsSync(folder)) renameSync(folder, `${folder}-${++aside}`);
}

/** What takes long to make and all test files of a run share. */
import { existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

/** A folder that the first file of a run to ask for it makes; it is everybody's, so nobody changes it. */
export async function onceInRun(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(inject('shared'), name);
  const [part, lock] = [`${folder}.part`, `${folder}.lock`];
  while (!existsSync(folder)) {
    try {
      mkdirSync(lock);
    } catch {
      await sleep(100);
      continue;
    }
    try {
      if (existsSync(folder)) break;
      await make(part);
      renameSync(part, folder);
    } finally {
      rmdirSync(lock);
    }
  }
  return folder;
}

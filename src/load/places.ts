/** EDGE: where paths lead that need not be there. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The last folder (or file) of a path that is there. */
export function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}

/** A path as a whole, links followed as far as it is there. */
export function realPlace(path: string): string {
  const there = nearest(resolve(path));
  return join(realpathSync(there), relative(there, resolve(path)));
}

/** Folders compared byte by byte. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** The files below a folder, by their paths in it. */
export function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path).toString('latin1')]));
}

/** Expects the same files with the same bytes; what fails is named by its path. */
export function expectSame(built: Map<string, string>, clean: Map<string, string>, what: string): void {
  expect([...built.keys()], what).toEqual([...clean.keys()]);
  const other = [...clean].filter(([path, bytes]) => built.get(path) !== bytes).map(([path]) => path);
  expect(other, what).toEqual([]);
}

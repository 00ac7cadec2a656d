/** The package as somebody else has it, without packing it. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Lays what `scripts/bundle.ts` made out below a folder as an installed package has it, so that nobody who bundles meanwhile
 * is in the way. Gives the command line's file.
 */
export function installBundle(folder: string): string {
  for (const part of ['dist', 'src/site', 'docs/schemas', 'package.json']) {
    mkdirSync(join(folder, part, '..'), { recursive: true });
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return join(folder, 'dist/cli.js');
}

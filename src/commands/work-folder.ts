/** EDGE: a folder of this process's own from which Astro builds, wherever kairanban and the content live. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { programFolders } from './program.ts';
import { UsageError } from './usage.ts';

export interface WorkFolder {
  /** Astro's root. */
  readonly root: string;
  readonly srcDir: string;
  /** Where to build to before moving: Astro wants it below the working directory. */
  readonly outDir: string;
  /** Puts in the site's sources, and links to the packages that they import. */
  addSources(): void;
  remove(): void;
}

/**
 * Makes `.kairanban/<name>-<pid>/` below the working directory. Two processes at once have two, and nothing is written into `node_modules`.
 */
export function makeWorkFolder(name: string): WorkFolder {
  const top = resolve('.kairanban');
  const root = join(top, `${name}-${process.pid}`);
  try {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(join(top, '.gitignore'), '*\n');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError((words) => words.cli.workUnwritable(top, reason));
  }
  const srcDir = join(root, 'site');
  const addSources = () => {
    cpSync(programFolders.site, srcDir, { recursive: true });
    const require = createRequire(import.meta.url);
    symlinkSync(dirname(require.resolve('astro/package.json')), join(root, 'node_modules', 'astro'), 'junction');
  };
  const remove = () => rmSync(root, { recursive: true, force: true });
  process.once('exit', remove);
  return { root, srcDir, outDir: join(root, 'out'), addSources, remove };
}

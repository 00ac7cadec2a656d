/** EDGE: checks again whenever the content folder changes, until it is stopped. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Messages } from '../i18n/index.ts';
import { portalMarker, skipped } from '../load/limits.ts';
import type { CheckOptions } from './check.ts';
import type { Io } from './context.ts';
import { UsageError } from './usage.ts';

/** How long a folder is left to settle, in milliseconds: an editor's save is several events, a checkout many. */
const settling = 100;

/** Erases a terminal and what it scrolled away, and goes to its top (ECMA-48 ED and CUP, xterm's ED 3). */
const clear = '\u001b[2J\u001b[3J\u001b[H';

/**
 * `kairanban check --watch`: checks, and again after each change, until Ctrl+C; gives the last check's exit code.
 * Throws `UsageError` where nobody watches: for formats that programs read, and in CI.
 */
export async function watchCheck(
  { content, format }: Pick<CheckOptions, 'content' | 'format'>,
  io: Io,
  check: () => Promise<{ readonly code: number; readonly words: Messages }>,
): Promise<number> {
  if (format !== 'pretty') throw new UsageError((words) => words.cli.watchFormat(format));
  if (process.env.CI !== undefined) throw new UsageError((words) => words.cli.watchInCi);
  const terminal = process.stdout.isTTY === true;
  let last: number | undefined;
  const signal = await atEachChange(content, async () => {
    if (terminal) io.out(clear);
    else if (last !== undefined) io.out('\n');
    const { code, words } = await check();
    if (terminal) io.out(`\n${words.cli.watching(new Date().toTimeString().slice(0, 8))}\n`);
    last = code;
  });
  return signal === 'SIGINT' ? (last ?? 0) : 143;
}

/**
 * Does something now and after each change of a folder, one at a time, until a signal comes. The folder is watched anew
 * before each time: what changes from then on is a reason for the next, and what changed before is there to be read.
 */
async function atEachChange(folder: string, act: () => Promise<void>): Promise<NodeJS.Signals> {
  const stopped = new Promise<NodeJS.Signals>((stop) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop);
  });
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    for (;;) {
      for (const watcher of watchers) watcher.close();
      const changed = new Promise<void>((wake) => {
        watchers = watchAll(folder, () => {
          clearTimeout(timer);
          timer = setTimeout(wake, settling);
        });
      });
      await act();
      const signal = await Promise.race([stopped, changed]);
      if (signal) return signal;
    }
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
}

/**
 * Watches a folder and all below that content is read from, each by itself: `recursive` loses sight on Linux of a file
 * that another takes the place of, which is how many editors save.
 */
function watchAll(folder: string, changed: () => void): FSWatcher[] {
  const watchers: FSWatcher[] = [];
  const add = (path: string, matters: (name: string) => boolean) => {
    try {
      const watcher = watch(path, (_event, name) => (name === null || matters(name)) && changed());
      watchers.push(watcher.on('error', changed));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOSPC' && code !== 'EMFILE') return;
      for (const watcher of watchers) watcher.close();
      throw new UsageError((words) => words.cli.watchLimit(path, code));
    }
  };
  const walk = (path: string) => {
    // Watched before it is listed, so that no folder comes unseen in between.
    add(path, (name) => !skipped(name));
    const entries = list(path);
    if (entries.some(({ name }) => name === portalMarker)) return;
    for (const entry of entries) if (entry.isDirectory() && !skipped(entry.name)) walk(join(path, entry.name));
  };
  // The folder itself may go and come; so may those that it lies in.
  let path = resolve(folder);
  do {
    const name = basename(path);
    path = dirname(path);
    add(path, (changedName) => changedName === name);
  } while (!isFolder(path));
  walk(resolve(folder));
  return watchers;
}

function list(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true || dirname(path) === path;
}

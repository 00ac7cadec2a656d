/** EDGE: what was found out about pages, kept for the next run in the user's folder for such things. */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import type { Memory } from '../load/memory.ts';
import type { Source } from '../load/read.ts';

/** With fewer files than this a run takes less than a second, and keeping would cost more than anybody notices. */
const fewest = { reading: 2000, building: 200 };

/** Folders, of content and of portals, that are remembered; when there are more, those used longest ago are forgotten. */
const mostFolders = 20;

/** What is remembered of each content folder during this run. */
export interface Memories {
  /** That of a folder, if it is large enough and there is one on disk. */
  readonly of: (source: Source) => Memory | undefined;
  /** That of the pages of a portal that is put into a folder. */
  readonly ofPortal: (folder: string) => Memory;
  /** Keeps what is new, and of the rest what was asked for. Where nothing can be written, nothing is kept. */
  readonly keep: () => void;
}

/**
 * Memories of content, for code that lies in a folder: other code may find out other things. A file that was written
 * otherwise than as a whole by us counts for nothing, so it can be deleted at any time, and of two processes that write
 * at once the later wins. It holds parts of what the content holds, and nobody but its owner can read it.
 */
export function openMemories(code: string, what: keyof typeof fewest): Memories {
  const open = new Map<string, Pages>();
  const memoryOf = (folder: string) => {
    const name = hash('sha256', folder).slice(0, 32);
    const pages = open.get(name) ?? new Pages(join(home(), name), versionOf(code));
    open.set(name, pages);
    return pages;
  };
  return {
    of: ({ folder, files }) => (files.length < fewest[what] ? undefined : memoryOf(resolve(folder))),
    ofPortal: (folder) => memoryOf(`portal ${resolve(folder)}`),
    keep() {
      try {
        for (const pages of open.values()) pages.write();
        if (open.size > 0) forgetOldest();
      } catch {
        // No home, no room, no right: the next run finds out for itself.
      }
    },
  };
}

/** The user's folder for such things. */
export function home(): string {
  return envPaths('kairanban', { suffix: '' }).cache;
}

/** Pages by their keys, one a line of a file: its first line is a hash of the others and of the code they come from. */
class Pages implements Memory {
  readonly #file: string;
  readonly #version: string;
  readonly #known: ReadonlyMap<string, string>;
  readonly #used = new Map<string, string>();
  #isNew = false;

  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    this.#known = new Map(this.#lines().map((line) => [line.slice(0, line.indexOf('\t')), line]));
  }

  get(key: string): string | undefined {
    const line = this.#used.get(key) ?? this.#known.get(key);
    if (line !== undefined) this.#used.set(key, line);
    return line?.slice(key.length + 1);
  }

  set(key: string, text: string): void {
    this.#used.set(key, `${key}\t${text}`);
    this.#isNew = true;
  }

  /** In one step, so that nobody ever reads half of it. */
  write(): void {
    if (!this.#isNew) return;
    mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
    const lines = Buffer.from([...this.#used.values()].join('\n'));
    const part = `${this.#file}.${process.pid}`;
    writeFileSync(part, Buffer.concat([Buffer.from(`${this.#seal(lines)}\n`), lines]), { mode: 0o600 });
    renameSync(part, this.#file);
    this.#isNew = false;
  }

  #lines(): string[] {
    try {
      const content = readFileSync(this.#file);
      const end = content.indexOf('\n');
      const lines = content.subarray(end + 1);
      return content.toString('latin1', 0, end) === this.#seal(lines) ? lines.toString().split('\n') : [];
    } catch {
      return [];
    }
  }

  #seal(lines: Uint8Array): string {
    return hash('sha256', `${this.#version}\n${hash('sha256', lines)}`);
  }
}

const versions = new Map<string, string>();

/** The files of a program, which is not changed while it runs: their names, sizes and times. */
export function versionOf(code: string): string {
  const version = versions.get(code) ?? stampsOf(code);
  versions.set(code, version);
  return version;
}

function stampsOf(code: string): string {
  const files = readdirSync(code, { recursive: true, encoding: 'utf8' }).sort();
  const stamps = files.map((file) => {
    const { size, mtimeMs } = statSync(join(code, file));
    return `${file} ${size} ${mtimeMs}`;
  });
  return [process.version, ...stamps].join('\n');
}

function forgetOldest(): void {
  const folder = home();
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .map((file) => ({ file, time: statSync(file).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { file } of files.slice(mostFolders)) rmSync(file, { force: true });
}

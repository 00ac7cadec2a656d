/** EDGE: which pages of the portal that was built last are still right, so that they need not be made again. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import { copyFileSync, linkSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { levelOf } from '../graph/visibility.ts';
import { leadOf } from '../labels.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Memory } from '../load/memory.ts';
import type { Portal } from '../portal.ts';

/** A page as it was written, and the texts and pictures that were looked at for it. */
interface Known {
  /** A hash of its bytes, and what its file looked like with them, see `lookOf`. */
  readonly written: string;
  readonly look: string;
  readonly read: { readonly [name: string]: string };
}

type Content = string | Uint8Array;

/**
 * What a picture's name begins with among what is looked at; an entry's begins with its kind. Pictures come last: of a text
 * that was changed no picture may be asked for, or it would be published although no page shows it any more.
 */
const pictureMark = '~picture ';

/**
 * The pages of a portal. What a page shows follows from the code, the configuration, the day, the fields of all entries and
 * how they begin, all of which is compared as one, and from the texts and pictures that were looked at while it was made, which are noted.
 * So after a text was changed the pages that show it are made again, and after anything else all of them.
 */
export class PageMemory {
  /** The portal, to be made pages of. */
  readonly portal: Portal;
  readonly #memory: Memory;
  readonly #folder: string;
  readonly #common: string;
  readonly #entries: ReadonlyMap<string, AnyEntry>;
  readonly #hashes = new Map<string, string>();
  readonly #making = new AsyncLocalStorage<Set<string>>();
  readonly #read = new Map<string, ReadonlySet<string>>();
  readonly #written = new Map<string, string>();

  /** `code` stands for the programs that make pages; `folder` is where the portal was put last. */
  constructor(portal: Portal, memory: Memory, code: string, folder: string) {
    this.#memory = memory;
    this.#folder = folder;
    this.#common = commonOf(portal, code);
    this.#entries = new Map(portal.graph.entries.map((entry) => [`${entry.kind}:${entry.id}`, entry]));
    for (const [name, entry] of this.#entries) this.#watch(name, entry);
    const { pictures } = portal;
    const at = (file: string) => {
      this.#making.getStore()?.add(pictureMark + file);
      return pictures?.at(file);
    };
    this.portal = { ...portal, ...(pictures && { pictures: { ...pictures, at } }) };
  }

  /** Notes from now on who reads the text of an entry, or what was found in it. */
  #watch(name: string, entry: AnyEntry): void {
    for (const property of ['body', 'headings'] as const) {
      const own = Object.getOwnPropertyDescriptor(entry, property);
      const get = () => {
        this.#making.getStore()?.add(name);
        return own?.get ? own.get.call(entry) : own?.value;
      };
      Object.defineProperty(entry, property, { configurable: true, enumerable: true, get });
    }
  }

  /** Puts a page into a folder, `file` below it: as it was written last, or made anew if it would not be the same today. */
  async put(file: string, folder: string, make: () => Content | Promise<Content>): Promise<void> {
    if (this.#reuse(file, folder)) return;
    const content = await this.make(file, async () => make());
    writeFileSync(join(folder, file), content);
    this.#written.set(file, hash('sha256', content, 'base64url'));
  }

  /** Makes a page, and notes what is read for it. */
  make<T>(file: string, make: () => Promise<T>): Promise<T> {
    const read = new Set<string>();
    this.#read.set(file, read);
    return this.#making.run(read, make);
  }

  #reuse(file: string, folder: string): boolean {
    const key = this.#keyOf(file);
    const text = this.#memory.get(key);
    if (text === undefined) return false;
    const known = JSON.parse(text) as Known;
    if (Object.entries(known.read).some(([name, digest]) => this.#digest(name) !== digest)) return false;
    try {
      const last = join(this.#folder, file);
      const look = lookOf(last);
      if (look !== known.look) {
        if (hash('sha256', readFileSync(last), 'base64url') !== known.written) return false;
        this.#memory.set(key, JSON.stringify({ ...known, look }));
      }
      place(last, join(folder, file));
      return true;
    } catch {
      return false; // somebody took it away
    }
  }

  /** Remembers the pages that were made, as they are in the folder that was built. */
  keep(built: string): void {
    for (const [file, read] of this.#read) {
      const path = join(built, file);
      const known: Known = {
        written: this.#written.get(file) ?? hash('sha256', readFileSync(path), 'base64url'),
        look: lookOf(path),
        read: Object.fromEntries([...read].sort().map((name) => [name, this.#digest(name) ?? ''])),
      };
      this.#memory.set(this.#keyOf(file), JSON.stringify(known));
    }
  }

  #keyOf(file: string): string {
    return `${this.#common} ${encodeURI(file)}`;
  }

  #digest(name: string): string | undefined {
    if (name.startsWith(pictureMark)) {
      // Asked for, it is published: a page that is not made anew shows it too.
      return JSON.stringify(this.portal.pictures?.at(name.slice(pictureMark.length)) ?? null);
    }
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const digest = this.#hashes.get(name) ?? hash('sha256', entry.body, 'base64url');
    this.#hashes.set(name, digest);
    return digest;
  }
}

/**
 * What tells at a glance that nobody has changed a file since: its size, its time and its number, as Git asks too. Of a
 * file that is as it was but was copied, its bytes say so. Throws where there is none.
 */
function lookOf(file: string): string {
  const stat = lstatSync(file);
  if (!stat.isFile()) throw new Error('not a file of ours');
  return `${stat.size} ${stat.mtimeMs} ${stat.ino}`;
}

/** The same file in another place: the folder that it was in is about to go. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to); // on another disk, or on one that knows no links
  }
}

/**
 * All that any page may show but the texts of entries: how they begin is shown in lists, and whether they are under an
 * embargo depends on the hour.
 */
function commonOf({ graph, ...portal }: Portal, code: string): string {
  const { config, today, now } = graph;
  const entries = graph.entries.map((entry) => {
    const { kind, id, path, file, fields } = entry;
    return [kind, id, path, file, fields, levelOf(entry, now), leadOf(entry)];
  });
  const bytesAsHash = (_name: string, value: unknown) => (value instanceof Uint8Array ? hash('sha256', value) : value);
  return hash('sha256', JSON.stringify([code, portal, config, today, entries], bytesAsHash), 'base64url');
}

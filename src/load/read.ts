/** EDGE: the content folder on disk → files in memory. Nothing outside the folder is read. */
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { sep } from 'node:path';
import type { Finding } from '../problem.ts';
import { compareText } from '../problem.ts';
import { checkName, isContent, portalMarker, sizeLimit, skipped } from './limits.ts';

/** A file of the content folder: what it holds, or why it could not be read. */
export interface SourceFile {
  /** Relative to the content folder, with `/` on every system. */
  readonly path: string;
  readonly content: Uint8Array | Finding;
}

/** What a folder gave; `missing` when there is no such folder. */
export interface Source {
  /** The folder as the user named it, for messages. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
  /** Paths of the other files, which are not opened: pictures and the like. */
  readonly others?: readonly string[];
  readonly missing: boolean;
}

/**
 * Reads every content file below `folder`, sorted by path. Dot folders and `node_modules` are left out; files that are
 * not content (pictures) are not opened; anything that cannot be read comes as a finding.
 */
export function readFolder(folder: string): Source {
  const files: SourceFile[] = [];
  const others: string[] = [];
  let root: string;
  try {
    root = realpathSync(folder);
    if (!statSync(root).isDirectory()) return { folder, files, others, missing: true };
  } catch {
    return { folder, files, others, missing: true };
  }
  walk(root, root, '', files, others);
  return { folder, files: files.sort((a, b) => compareText(a.path, b.path)), others: others.sort(), missing: false };
}

function walk(root: string, directory: string, prefix: string, files: SourceFile[], others: string[]): void {
  let names: Dirent[];
  try {
    names = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    files.push({ path: prefix || '.', content: unreadable(error) });
    return;
  }
  if (names.some(({ name }) => name === portalMarker)) return;
  for (const entry of names) {
    if (skipped(entry.name)) continue;
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    const full = directory + sep + entry.name;
    if (entry.isDirectory()) walk(root, full, path, files, others);
    else if (isContent(path) || entry.isSymbolicLink()) {
      const content = readOne(root, full, path, entry);
      if (content) files.push({ path, content });
    } else others.push(path);
  }
}

/** `undefined`: a link inside the folder to a folder or to something that is no content, read where it really is. */
function readOne(root: string, full: string, path: string, entry: Dirent): Uint8Array | Finding | undefined {
  const name = checkName(path);
  if (name) return name;
  try {
    if (entry.isSymbolicLink()) {
      let target: string;
      try {
        target = realpathSync(full);
      } catch {
        return { rule: 'file-type', args: { what: 'link-broken' } };
      }
      if (target !== root && !target.startsWith(root + sep))
        return { rule: 'file-type', args: { what: 'link-outside' } };
      if (!isContent(path) || statSync(target).isDirectory()) return undefined;
    }
    if (!(entry.isFile() || entry.isSymbolicLink())) return { rule: 'file-type', args: { what: 'special' } };
    return readOpen(openSync(full, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)), sizeLimit(path));
  } catch (error) {
    return unreadable(error);
  }
}

/** A file that the user named, or why it cannot be read; special files and those above `limit` bytes are not. */
export function readNamed(path: string, limit: number): Uint8Array | Finding {
  try {
    return readOpen(openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)), limit);
  } catch (error) {
    return unreadable(error);
  }
}

/** Reads a file and closes it. What it is was asked of the open file, so that nobody can put another in its place. */
function readOpen(file: number, limit: number): Uint8Array | Finding {
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { rule: 'file-type', args: { what: 'special' } };
    if (stat.size > limit) return { rule: 'file-size', args: { bytes: stat.size, limit } };
    const content = Buffer.allocUnsafeSlow(stat.size);
    // Of most files one call reads all. One that is cut meanwhile ends sooner.
    let size = 0;
    for (let part = -1; size < content.length && part !== 0; size += part) {
      part = readSync(file, content, size, content.length - size, null);
    }
    return content.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

function unreadable(error: unknown): Finding {
  return { rule: 'file-unreadable', args: { reason: (error as NodeJS.ErrnoException).code ?? String(error) } };
}

/** EDGE: the content folder as a commit holds it → files in memory, read by `git` itself. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { type Messages, messages } from '../i18n/index.ts';
import { compareText, type Finding } from '../problem.ts';
import { checkName, isContent, sizeLimit, skipped } from './limits.ts';
import type { Source, SourceFile } from './read.ts';

/** What kept a commit from being read. */
type GitFailure = Parameters<Messages['action']['gitFailed']>[0];

/** Why a commit could not be read. */
export class GitError extends Error {
  readonly what: GitFailure;
  /** The same for the user, in our words; git's own are at most a detail at the end. */
  readonly say: (words: Messages) => string;
  /** `name` is the commit or folder in question, `detail` what git or the system said. */
  constructor(what: GitFailure, name: string, detail = '') {
    const say = (words: Messages) => words.action.gitFailed(what, name, detail.replace(/\s+/g, ' ').trim());
    super(say(messages('en')));
    this.what = what;
    this.say = say;
  }
}

/**
 * Reads the content folder at a commit, without touching the working tree.
 * Throws `GitError` when the folder is in no repository or git does not know the commit.
 */
export function readCommit(folder: string, ref: string): Source {
  const top = git(process.cwd(), ['rev-parse', '--show-toplevel']).toString().trim();
  const inside = relative(top, realPath(resolve(folder)))
    .split(sep)
    .join('/');
  if (isAbsolute(inside) || /^\.\.(\/|$)/.test(inside)) throw new GitError('outside', folder);
  if (!hasCommit(ref)) throw new GitError('no-commit', ref);
  const commit = git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
    .toString()
    .trim();
  const prefix = inside === '' ? '' : `${inside}/`;
  const listing = git(top, ['ls-tree', '-r', '-z', '--long', commit, '--', prefix === '' ? '.' : prefix]).toString();
  const others: string[] = [];
  const blobs = new Map<string, Blob>();
  for (const row of listing.split('\0')) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(row);
    if (!match?.[4]?.startsWith(prefix)) continue;
    const [, mode, object = '', size] = match;
    blobs.set(match[4].slice(prefix.length), { object, size: Number(size), link: mode === '120000' });
  }
  const targets = readObjects(
    top,
    [...blobs.values()].filter((blob) => blob.link && blob.size <= pathLimit).map((blob) => blob.object),
  );
  const wanted: { path: string; content: Blob | Finding }[] = [];
  for (const [path, blob] of blobs) {
    if (path.split('/').some(skipped)) continue;
    if (!isContent(path)) others.push(path);
    if (!(isContent(path) || blob.link)) continue;
    const content = checkName(path) ?? follow(path, prefix, blobs, targets);
    if (content && ('rule' in content || isContent(path))) wanted.push({ path, content });
  }
  const contents = readObjects(
    top,
    wanted.flatMap(({ path, content }) => ('rule' in content || content.size > sizeLimit(path) ? [] : content.object)),
  );
  const files = wanted.map(({ path, content }): SourceFile => {
    if ('rule' in content) return { path, content };
    const args = { bytes: content.size, limit: sizeLimit(path) };
    return { path, content: contents.get(content.object) ?? { rule: 'file-size', args } };
  });
  return { folder, files: files.sort((a, b) => compareText(a.path, b.path)), others: others.sort(), missing: false };
}

/** A file of a commit; the content of a link is the path that it leads to. */
interface Blob {
  readonly object: string;
  readonly size: number;
  readonly link: boolean;
}

/** The most bytes of a path in Linux (PATH_MAX); a longer link leads nowhere. */
const pathLimit = 4096;
/** How many links may lead to one another, as in Linux (path_resolution(7)). */
const linkLimit = 40;

/**
 * What a path leads to, judged as `readFolder` judges it: paths are relative to the content folder, which lies at
 * `prefix` in the repository. `undefined`: a link to a folder inside it.
 */
function follow(
  path: string,
  prefix: string,
  blobs: ReadonlyMap<string, Blob>,
  targets: ReadonlyMap<string, Uint8Array>,
): Blob | Finding | undefined {
  let at = path;
  for (let hops = 0; hops <= linkLimit; hops++) {
    const blob = blobs.get(at);
    if (!blob) break;
    if (!blob.link) return blob;
    const target = targets.get(blob.object);
    if (!target) break;
    const name = Buffer.from(target).toString();
    const whole = posix.join(prefix, posix.dirname(at), name);
    if (posix.isAbsolute(name) || /^\.\.(\/|$)/.test(whole) || !`${whole}/`.startsWith(prefix)) {
      return { rule: 'file-type', args: { what: 'link-outside' } };
    }
    at = whole.slice(prefix.length).replace(/\/$/, '');
  }
  const isFolder = at === '' || at === '.' || [...blobs.keys()].some((other) => other.startsWith(`${at}/`));
  return isFolder ? undefined : { rule: 'file-type', args: { what: 'link-broken' } };
}

/**
 * The commit that the working tree and `ref` both come from, as a full hash.
 * Throws `GitError` outside a repository, for a `ref` that is no commit, and where the two have none in common.
 */
export function mergeBase(ref: string): string {
  git(process.cwd(), ['rev-parse', '--git-dir']);
  for (const name of [ref, 'HEAD']) if (!hasCommit(name)) throw new GitError('no-commit', name);
  const found = spawnSync('git', ['merge-base', '--end-of-options', ref, 'HEAD']);
  // With several, as after merges in both directions, git names the best first.
  const [commit = ''] = found.stdout.toString().split('\n');
  if (found.status !== 0) throw new GitError('no-merge-base', ref);
  return commit;
}

/** A path without links; one that is no longer there as it is. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether the working folder is in a repository, as far as git can tell. */
export function inRepository(): boolean {
  try {
    return git(process.cwd(), ['rev-parse', '--git-dir']).length > 0;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return error.what === 'failed';
  }
}

/** Whether the repository holds a commit. */
export function hasCommit(ref: string): boolean {
  const found = spawnSync('git', ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return found.status === 0;
}

/** Fetches one commit from `origin`, for shallow clones. It may still be missing afterwards. */
export function fetchCommit(sha: string): void {
  spawnSync('git', ['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', sha], { timeout: 120_000 });
}

function readObjects(top: string, objects: readonly string[]): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  if (objects.length === 0) return found;
  const output = git(top, ['cat-file', '--batch'], `${objects.join('\n')}\n`);
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    const [object, , size] = output.subarray(at, end).toString().split(' ');
    const length = Number(size);
    if (!object || !Number.isInteger(length)) throw new GitError('failed', 'git cat-file');
    found.set(object, output.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return found;
}

function git(cwd: string, args: readonly string[], input?: string): Buffer {
  // What git says is told apart below, so it has to speak English.
  const env = { ...process.env, LC_ALL: 'C' };
  const run = spawnSync('git', args, {
    cwd,
    env,
    maxBuffer: 1024 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  const command = `git ${args[0]}`;
  if (run.error) {
    const { code, message } = run.error as NodeJS.ErrnoException;
    throw new GitError(code === 'ENOENT' ? 'no-git' : 'failed', command, message);
  }
  if (run.status === 0) return run.stdout;
  const said = run.stderr.toString();
  throw new GitError(/not a git repository/i.test(said) ? 'no-repository' : 'failed', command, said);
}

/** EDGE: the content folder as a commit holds it → files in memory, read by `git` itself. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { type Messages, messages } from '../i18n/index.ts';
import { compareText, type Finding } from '../problem.ts';
import { checkName, isContent, sizeLimit, skipped } from './limits.ts';
import { nearest, realPlace } from './places.ts';
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
 * Reads the content folder at a commit of its repository, without touching the working tree.
 * Throws `GitError` when the folder is in no repository or git does not know the commit.
 */
export function readCommit(folder: string, ref: string): Source {
  const top = topOf(folder);
  const inside = belowTop(top, folder);
  if (!hasCommit(folder, ref)) throw new GitError('no-commit', ref);
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
 * The commit that the working tree of a folder's repository and `ref` both come from, as a full hash.
 * Throws `GitError` outside a repository, for a `ref` that is no commit, and where the two have none in common.
 */
export function mergeBase(folder: string, ref: string): string {
  topOf(folder);
  for (const name of [ref, 'HEAD']) if (!hasCommit(folder, name)) throw new GitError('no-commit', name);
  const found = spawnGit(folder, ['merge-base', '--end-of-options', ref, 'HEAD']);
  // With several, as after merges in both directions, git names the best first.
  const [commit = ''] = found.stdout.toString().split('\n');
  if (found.status !== 0) throw new GitError('no-merge-base', ref);
  return commit;
}

/** The top folder of the repository that a folder is in, or was in before somebody deleted it. */
function topOf(folder: string): string {
  return git(folder, ['rev-parse', '--show-toplevel']).toString().trim();
}

/** A path from the top of its repository, with `/`; links are followed as far as it is there. */
function belowTop(top: string, path: string): string {
  return relative(top, realPlace(path)).split(sep).join('/');
}

/**
 * Paths in a folder → from the top of its repository, as GitHub knows them. Outside of any repository, and where a link
 * leads out of it, they stay as they are.
 */
export function repositoryPaths(folder: string): (path: string) => string {
  let top: string;
  try {
    top = topOf(folder);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return (path) => path;
  }
  const inside = belowTop(top, folder);
  if (isAbsolute(inside) || /^\.\.(\/|$)/.test(inside)) return (path) => path;
  return (path) => posix.join(inside, relative(resolve(folder), resolve(path)).split(sep).join('/'));
}

/** Whether a folder is in a repository, as far as git can tell. */
export function inRepository(folder: string): boolean {
  try {
    return topOf(folder) !== '';
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return error.what === 'failed';
  }
}

/** Whether a file could be committed: it is in a repository that does not ignore it. */
export function isCommittable(path: string): boolean {
  return spawnGit(dirname(resolve(path)), ['check-ignore', '--quiet', '--', resolve(path)]).status === 1;
}

/** Whether the repository of a folder holds a commit. */
export function hasCommit(folder: string, ref: string): boolean {
  return spawnGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).status === 0;
}

/** The instant at which a commit was made, in milliseconds: Git's committer date, which a merge on GitHub sets. */
export function committedAt(folder: string, ref: string): number {
  const seconds = git(folder, ['log', '-1', '--format=%ct', '--end-of-options', `${ref}^{commit}`]).toString();
  return Number(seconds) * 1000;
}

/** The commits that HEAD was made of, also where a shallow clone lacks them. */
export function parentsOfHead(folder: string): string[] {
  const [head = ''] = git(folder, ['cat-file', 'commit', 'HEAD']).toString().split('\n\n');
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] as string);
}

/** Fetches one commit from `origin`, for shallow clones. It may still be missing afterwards. */
export function fetchCommit(folder: string, sha: string): void {
  spawnGit(folder, ['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', sha], { timeout: 120_000 });
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

function git(folder: string, args: readonly string[], input?: string): Buffer {
  const run = spawnGit(folder, args, input === undefined ? {} : { input });
  const command = `git ${args[0]}`;
  if (run.error) {
    const { code, message } = run.error as NodeJS.ErrnoException;
    throw new GitError(code === 'ENOENT' ? 'no-git' : 'failed', command, message);
  }
  if (run.status === 0) return run.stdout;
  const said = run.stderr.toString();
  if (/not a git repository/i.test(said)) throw new GitError('no-repository', folder);
  throw new GitError('failed', command, said);
}

/** Runs git in a folder or, where that is no longer there, in the last one around it. */
function spawnGit(folder: string, args: readonly string[], options: { input?: string; timeout?: number } = {}) {
  // A hook's variables name its repository, in which the folder need not be; what git says is told apart in English.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, ...env } = process.env;
  const at = nearest(resolve(folder));
  const cwd = statSync(at).isDirectory() ? at : dirname(at);
  return spawnSync('git', args, { cwd, env: { ...env, LC_ALL: 'C' }, maxBuffer: 1024 * 1024 * 1024, ...options });
}

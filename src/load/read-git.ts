/** EDGE: the content folder as a commit holds it → files in memory, read by `git` itself. */
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { type Messages, messages } from '../i18n/index.ts';
import { compareText } from '../problem.ts';
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
  const wanted: { path: string; object: string; size: number; link: boolean }[] = [];
  for (const row of listing.split('\0')) {
    const match = /^(\d+) blob ([0-9a-f]+) +(\d+)\t([\s\S]+)$/.exec(row);
    if (!match?.[4]?.startsWith(prefix)) continue;
    const path = match[4].slice(prefix.length);
    if (path.split('/').some(skipped) || !isContent(path)) continue;
    wanted.push({ path, object: match[2] as string, size: Number(match[3]), link: match[1] === '120000' });
  }
  const readable = wanted.filter((file) => !file.link && !checkName(file.path) && file.size <= sizeLimit(file.path));
  const contents = readObjects(
    top,
    readable.map((file) => file.object),
  );
  const files = wanted.map((file): SourceFile => {
    const bad = checkName(file.path);
    if (bad) return { path: file.path, content: bad };
    if (file.link) return { path: file.path, content: { rule: 'file-type', args: { what: 'special' } } };
    const limit = sizeLimit(file.path);
    const content = contents.get(file.object);
    return content && file.size <= limit
      ? { path: file.path, content }
      : { path: file.path, content: { rule: 'file-size', args: { bytes: file.size, limit } } };
  });
  return { folder, files: files.sort((a, b) => compareText(a.path, b.path)), missing: false };
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

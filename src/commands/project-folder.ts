/** EDGE: the folder that `kairanban init` sets up: what is around it, what is in it, and putting new files there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { starterPaths } from '../authoring/starter.ts';
import { nearest } from '../load/places.ts';
import { type Written, writeNew } from '../load/write.ts';
import { packageRoot } from './program.ts';
import { UsageError } from './usage.ts';

/** What git says of a folder. */
export interface Repository {
  /** The folder from the top of the repository, with `/`; empty for the top itself. */
  readonly below: string;
  /** The top from the working folder, for messages. */
  readonly top: string;
  /** Its address, where `origin` is on GitHub. */
  readonly url: string | undefined;
  /** The branch that others start from. */
  readonly branch: string;
}

/** The repository around a folder, which need not exist yet; `undefined` outside of any and without git. */
export function repositoryAround(folder: string): Repository | undefined {
  const start = nearest(resolve(folder));
  const git = (...args: string[]) => {
    const run = spawnSync('git', args, { cwd: start, encoding: 'utf8' });
    return run.status === 0 ? run.stdout.trim() : undefined;
  };
  const prefix = git('rev-parse', '--show-prefix');
  if (prefix === undefined || git('rev-parse', '--is-inside-work-tree') !== 'true') return undefined;
  const rest = relative(start, resolve(folder)).split(sep).join('/');
  const head = git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')?.replace(/^origin\//, '');
  // A branch that somebody works on is not where others start from.
  const branch = head ?? (git('symbolic-ref', '--quiet', '--short', 'HEAD') === 'master' ? 'master' : 'main');
  return {
    below: posix.join(prefix, rest).replace(/^\.$|\/$/g, ''),
    top: relative(process.cwd(), resolve(start, git('rev-parse', '--show-cdup') ?? '')) || '.',
    url: githubUrl(git('remote', 'get-url', 'origin') ?? ''),
    branch: /^[\w.-]+(\/[\w.-]+)*$/.test(branch) ? branch : 'main',
  };
}

const githubRemote =
  /^(?:https?:\/\/(?:[^@/]*@)?|(?:ssh:\/\/)?git@)([\w.-]*github[\w.-]*)(?::\d+)?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i;

/** Where a repository is in the browser, if its remote is on GitHub. A password in the remote's address stays there. */
function githubUrl(remote: string): string | undefined {
  const [, host, path] = githubRemote.exec(remote) ?? [];
  return host && path && `https://${host}/${path}`;
}

/** Makes a folder unless it is there. Throws `UsageError` when there can be none. */
export function makeFolder(folder: string): void {
  const start = nearest(resolve(folder));
  if (!statSync(start).isDirectory()) {
    const named = relative(process.cwd(), start);
    throw new UsageError((words) => words.cli.initNotFolder(named));
  }
  try {
    // One by one: where nothing can be made, as below /proc, Node's `recursive` never returns.
    for (let at = start; at !== resolve(folder); ) {
      at = join(at, relative(at, resolve(folder)).split(sep)[0] as string);
      mkdirSync(at);
    }
  } catch (error) {
    throw unwritable(error, folder);
  }
}

/**
 * What there is already of a file that is to be written: its path, or that of one in another of the places where GitHub
 * looks for it. (GitHub takes the first that it finds, so a new one would put the old one out of use.)
 */
export function standing(folder: string, path: string): string | undefined {
  const shared = path === starterPaths.owners || path === starterPaths.pullRequest;
  const places = shared ? ['.github', '.', 'docs'] : [posix.dirname(path)];
  // GitHub takes a template in any case and with any extension.
  const comparable = (name: string) => (shared ? name.toLowerCase().replace(/\.\w+$/, '') : name);
  for (const place of places) {
    const name = namesIn(join(folder, place)).find((one) => comparable(one) === comparable(posix.basename(path)));
    if (name !== undefined) return posix.join(place, name);
  }
  return undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** Writes a new file below a folder. Throws `UsageError` when it would lie outside, or cannot be written. */
export function placeFile(folder: string, path: string, text: string): Written {
  const full = join(folder, path);
  const top = realpathSync(folder);
  const real = realpathSync(nearest(dirname(resolve(full))));
  if (real !== top && !real.startsWith(top.endsWith(sep) ? top : top + sep)) {
    throw new UsageError((words) => words.cli.initOutside(full));
  }
  makeFolder(dirname(full));
  try {
    return writeNew(folder, path, text, false, (there) => there.replace(/\r\n/g, '\n') === text);
  } catch (error) {
    throw unwritable(error, full);
  }
}

/** The JSON Schema of `kairanban.yaml`, as this package brings it. */
export function configSchema(): string {
  return readFileSync(join(packageRoot, 'docs', 'schemas', 'kairanban.schema.json'), 'utf8');
}

function unwritable(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new UsageError((words) => words.cli.initUnwritable(path, code));
}

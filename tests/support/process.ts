/** Running the real thing: processes, folders, repositories, loopback servers. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { installBundle } from '../../scripts/install-bundle.ts';
import { onceInRun } from './once.ts';

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The instant at which the example content is what its tests say. */
export const now = '2026-11-21T09:00+09:00';

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where no folder can be: processes under test remember nothing of each other unless a test wants them to. */
const nowhere = join(root, 'package.json');

/** Node keeps compiled sources here, by their content: half of what a command from the sources costs. */
const compiled = join(tmpdir(), 'kairanban-compiled');

/** The environment of a process under test: what is given and what any process needs, and nothing of the test runner. */
export function cleanEnv(given: Record<string, string> = {}): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  const own = { NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', XDG_CACHE_HOME: nowhere, NODE_COMPILE_CACHE: compiled };
  return { PATH, HOME, ...own, ...given };
}

/** Runs Node on a script and waits for its end. */
export function runNode(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd ?? root,
    env: cleanEnv(options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    out += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    err += data;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** The command line's file as an installed package has it, bundled once for all files of a run. */
export async function installedCli(): Promise<string> {
  const folder = await onceInRun('kairanban', async (part) => {
    const { code, err } = await runNode([join(root, 'scripts', 'bundle.ts')]);
    if (code !== 0) throw new Error(err);
    installBundle(part);
  });
  return join(folder, 'dist', 'cli.js');
}

/** The command line. */
export async function runCli(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  return runNode([await installedCli(), ...args], options);
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kairanban-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder: path → text. */
export function writeFiles(folder: string, files: { readonly [path: string]: string }): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Copies the example content into a folder. */
export function copyExample(folder: string): void {
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
}

/** Runs git, without anybody's own configuration, and gives what it printed. */
export function git(cwd: string, ...args: string[]): string {
  return gitAt(now, cwd, ...args);
}

function gitAt(at: string, cwd: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  const own = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_COMMITTER_DATE: at };
  const run = spawnSync('git', [...identity, ...args], { cwd, env: { ...process.env, ...own }, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`);
  return run.stdout.trim();
}

/** Commits everything in a repository, at an instant, and gives the commit. */
export function commitAll(cwd: string, message: string, at = now): string {
  git(cwd, 'add', '-A');
  gitAt(at, cwd, 'commit', '-q', '--allow-empty', '-m', message);
  return git(cwd, 'rev-parse', 'HEAD');
}

export interface Received {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An HTTP server on loopback that keeps what it gets and answers as told; closed after the test. */
export async function loopback(
  answer: (response: ServerResponse, count: number) => void,
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (data) => {
      body += data;
    });
    request.on('end', () => {
      received.push({ url: request.url ?? '', headers: request.headers, body });
      answer(response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return { url: `http://127.0.0.1:${address.port}`, received };
}

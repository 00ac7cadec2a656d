/** A real portal, built by a process of its own and served on loopback. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { servePortal } from '../../src/commands/serve.ts';
import { onceInRun } from './once.ts';
import { copyExample, type Finished, now, runCli } from './process.ts';

/** What Astro makes of the site's sources is kept here from one portal to the next, as it is for whoever builds again. */
export const kept = { XDG_CACHE_HOME: join(tmpdir(), 'kairanban-built') };

/** Runs `build` on the day of the example. */
export function runBuild(cwd: string, args: readonly string[] = []): Promise<Finished> {
  return runCli(['build', '--now', now, ...args], { cwd, env: kept });
}

/** Builds what `cwd/content` holds into `cwd/portal` and gives that folder. */
export async function buildPortal(cwd: string, args: readonly string[] = []): Promise<string> {
  const run = await runBuild(cwd, args);
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  return join(cwd, 'portal');
}

/** A folder with the example's `content` and the `portal` built of it, for all files of a run. */
export function examplePortal(...args: readonly string[]): Promise<string> {
  return onceInRun(['example', ...args].join(''), (folder) => {
    copyExample(folder);
    return buildPortal(folder, args);
  });
}

/** Serves a portal's folder; `url` ends in its base path. */
export async function serve(folder: string, base = '/'): Promise<{ url: string; close: () => void }> {
  const served = await servePortal(folder, base, 0);
  if (!served) throw new Error('no port');
  return {
    url: served.url,
    close: () => {
      served.server.closeAllConnections();
      served.server.close();
    },
  };
}

/** What stands between a browser and a portal: requests for addresses that match wait or fail, until it is mended. */
export interface Line {
  /** Every path that was asked for since it was mended last. */
  readonly asked: string[];
  hold(pattern: RegExp): void;
  cut(pattern: RegExp): void;
  mend(): void;
}

/** Serves a portal's folder over a line that can be bad. */
export async function serveOver(folder: string, base: string): Promise<{ url: string; line: Line; close: () => void }> {
  const files = await serve(folder, base);
  let [held, broken]: (RegExp | undefined)[] = [];
  let waiting: (() => void)[] = [];
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (held?.test(path)) await new Promise<void>((resolve) => waiting.push(resolve));
    if (broken?.test(path)) return request.socket.destroy();
    const answer = await fetch(new URL(path, files.url));
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const line: Line = {
    asked,
    hold: (pattern) => {
      held = pattern;
    },
    cut: (pattern) => {
      broken = pattern;
    },
    mend: () => {
      held = broken = undefined;
      for (const go of waiting) go();
      waiting = [];
      asked.length = 0;
    },
  };
  const close = () => {
    server.closeAllConnections();
    server.close();
    files.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}${base}`, line, close };
}

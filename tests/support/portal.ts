/** A real portal, built by a process of its own and served on loopback. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { servePortal } from '../../src/commands/serve.ts';
import { now, runCli } from './process.ts';

/** Builds what `cwd/content` holds into `cwd/portal` and gives that folder. */
export async function buildPortal(cwd: string, args: readonly string[] = []): Promise<string> {
  const run = await runCli(['build', '--now', now, ...args], { cwd });
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  return join(cwd, 'portal');
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

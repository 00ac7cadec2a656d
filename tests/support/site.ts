/** A portal and a browser to see it with, for all the tests of a file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './browser.ts';
import { buildPortal, examplePortal, serve } from './portal.ts';

/** What is there from the first test to the last. */
export interface Site {
  /** Has `content` and the portal built of it in `folder`. */
  readonly cwd: string;
  readonly folder: string;
  /** Ends in the base path. */
  readonly url: string;
  readonly browser: Browser;
}

/** Before the tests of this file, writes the content into a folder, builds, serves and opens a browser; ends it after. */
export function startSite(write: (cwd: string) => void, base = '/'): Site {
  const cwd = mkdtempSync(join(tmpdir(), 'kairanban-site-'));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));
  return openSite(async () => {
    write(cwd);
    await buildPortal(cwd);
    return cwd;
  }, base);
}

/** The example as it is; see `examplePortal`. */
export function startExample(): Site {
  return openSite(examplePortal, '/');
}

function openSite(prepare: () => Promise<string>, base: string): Site {
  const site = {} as { -readonly [K in keyof Site]: Site[K] };
  let close: (() => void) | undefined;
  beforeAll(async () => {
    site.cwd = await prepare();
    site.folder = join(site.cwd, 'portal');
    ({ url: site.url, close } = await serve(site.folder, base));
    site.browser = await launch();
  });
  afterAll(async () => {
    await site.browser?.close();
    close?.();
  });
  return site;
}

/**
 * The README's picture, of the example's portal: `node scripts/screenshot.ts`. Not part of `generate`, because its bytes
 * depend on the fonts of the machine; it needs a Japanese one (Debian: fonts-noto-cjk).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { servePortal } from '../src/commands/serve.ts';

const page = 'releases/2026-11-shift-csv-import/';
const folder = mkdtempSync(join(tmpdir(), 'kairanban-'));
const out = join(folder, 'portal');
spawnSync(process.execPath, ['src/cli.ts', 'build', '--out', out, '--now', '2026-11-21T09:00+09:00'], {
  stdio: 'inherit',
});
const served = await servePortal(out, '/', 0);
if (!served) throw new Error('no port is free');
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
const view = await browser.newPage({ viewport: { width: 1280, height: 860 } });
await view.goto(served.url + page);
mkdirSync('docs/images', { recursive: true });
await view.screenshot({ path: 'docs/images/portal.png' });
await browser.close();
served.server.closeAllConnections();
served.server.close();
rmSync(folder, { recursive: true });

/** What goes on running: `npm start`, `preview` and `dev`, as processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { launch, openPage } from '../support/browser.ts';
import { kept, runBuild } from '../support/portal.ts';
import { cleanEnv, copyExample, now, root, runNode, temporaryFolder, writeFiles } from '../support/process.ts';

/** Starts a script and gives the first address that it prints. */
async function started(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<{ url: string; child: ChildProcess; output: () => string }> {
  const child = spawn(process.execPath, args, { cwd, env: cleanEnv(env), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (data: string) => {
      output += data;
      const found = /http:\/\/localhost:\d+\/\S*/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('close', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { url, child, output: () => output };
}

const cli = join(root, 'src/cli.ts');
const page = async (url: string) => (await fetch(url)).text();

test('npm start checks, tells, builds and serves', async () => {
  const cwd = temporaryFolder();
  copyExample(cwd);
  const ended = await runNode([join(root, 'scripts/start.ts'), '--no-serve', '--now', now], { cwd, env: kept });
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(/エラー 0 件[\s\S]*シフト表をCSV[\s\S]*portal/);
  const { url, child } = await started([join(root, 'scripts/start.ts'), '--now', now], cwd, kept);
  expect(await page(url)).toContain('ほしぞら労務');
  // What it started ends with it.
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  await expect(page(url)).rejects.toThrow();
});

test('preview takes the next port when one is taken, and shows a portal built anew', async () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, { 'content/releases/a.md': '---\ntitle: 最初の題名\ndate: 2026-11-01\n---\n' });
  expect((await runNode([cli, 'preview'], { cwd })).code).toBe(2);
  await runBuild(cwd);
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
  onTestFinished(() => {
    taken.close();
  });
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { url } = await started([cli, 'preview', '--port', String(port)], cwd);
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  expect(await page(`${url}releases/a/`)).toContain('最初の題名');
  writeFiles(cwd, { 'content/releases/a.md': '---\ntitle: 次の、もっとずっと長い題名\ndate: 2026-11-01\n---\n' });
  await runBuild(cwd);
  expect(await page(`${url}releases/a/`)).toContain('次の、もっとずっと長い題名');
});

test('dev shows an edit, names a mistake, and searches', async () => {
  const cwd = temporaryFolder();
  copyExample(cwd);
  const { url, child, output } = await started([cli, 'dev', '--port', '4390', '--now', now], cwd);
  expect(await page(`${url}terms/nps/`)).not.toContain('書き換えた題名');
  const file = join(cwd, 'content/terms/nps.md');
  const written = readFileSync(file, 'utf8');
  writeFileSync(file, written.replace(/^title:.*$/m, 'title: 書き換えた題名'));
  await expect.poll(() => page(`${url}terms/nps/`), { timeout: 10_000 }).toContain('書き換えた題名');
  // The watcher takes two writes within a moment for one; nobody saves that fast.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  writeFileSync(file, written.replace(/^title:.*$/m, 'titel: x'));
  await expect.poll(output, { timeout: 10_000 }).toContain('content/terms/nps.md');
  // What was there before is told once, and counted from then on.
  const said = output();
  expect(said.split('stale-page').length, said).toBe(
    (await runNode([cli, 'check', '--now', now], { cwd })).out.split('stale-page').length,
  );
  expect(said).toMatch(/以前からある問題 \d+ 件/);
  expect((await fetch(`${url}pagefind/pagefind.js`)).status).toBe(200);
  // The pictures of pages, too; nobody else's.
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x()</script></svg>';
  writeFiles(cwd, { 'content/terms/a.svg': drawing, 'content/terms/nps.md': `${written}\n![図](a.svg)\n` });
  await expect.poll(() => page(`${url}terms/nps/`), { timeout: 10_000 }).toContain('alt="図"');
  const source = /<img src="([^"]+)" alt="図"/.exec(await page(`${url}terms/nps/`))?.[1] ?? '';
  const picture = await fetch(new URL(source, url));
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  expect(await picture.text()).not.toContain('script');
  expect(await page(`${url}releases/2026-11-shift-csv-import.md`)).toContain('# シフト表をCSV');
  expect(await page(`${url}feeds/audiences/sales.xml`)).toContain('<feed ');
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(readFileSync(join(cwd, '.kairanban/.gitignore'), 'utf8')).toBe('*\n');
});

test('dev shows in the page what is wrong, in the words of check, until it is mended', async () => {
  const cwd = temporaryFolder();
  copyExample(cwd);
  const { url } = await started([cli, 'dev', '--port', '4420', '--now', now], cwd);
  const browser = await launch();
  onTestFinished(() => browser.close());
  const { page: view, faults } = await openPage(browser, new URL(url).origin);
  await view.goto(`${url}terms/nps/`);
  const panel = view.locator('[data-problems]');
  const file = join(cwd, 'content/terms/nps.md');
  const written = readFileSync(file, 'utf8');
  writeFileSync(file, written.replace(/^title:/m, '"<img src=x onerror=alert(1)>": x\ntitle:'));
  await panel.getByText(/nps\.md:2:1 エラー/).waitFor();
  const said = await runNode([cli, 'check', '--now', now], { cwd });
  const shown = (await panel.locator('pre').textContent()) ?? '';
  expect(shown).toContain('<img src=x onerror=alert(1)>');
  // What this edit made comes first.
  expect(shown).toMatch(/^content\/terms\/nps\.md:2:1/);
  const blocks = (text: string) =>
    text
      .trim()
      .split(/\n\n/)
      .map((block) => block.replace(/\s+/g, ' ').trim());
  expect(blocks(said.out)).toEqual(expect.arrayContaining(blocks(shown)));
  expect(await panel.locator('img').count()).toBe(0);
  expect(await panel.getAttribute('open')).not.toBeNull();
  writeFileSync(file, written);
  await expect.poll(() => panel.getByText(/nps\.md/).count(), { timeout: 10_000 }).toBe(0);
  expect(faults).toEqual([]);
});

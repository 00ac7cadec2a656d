/** `build` as a process: where it writes, where it refuses, and that its bytes depend on nothing but the content. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { messages } from '../../src/i18n/index.ts';
import { answeredTo, launch, openPage } from '../support/browser.ts';
import { expectSame, filesOf } from '../support/bytes.ts';
import { buildPortal, examplePortal, runBuild, serve } from '../support/portal.ts';
import { cleanEnv, copyExample, now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

const note = (title: string, more = '') => `---\ntitle: ${title}\ndate: 2026-11-01\n${more}---\n\n本文です。\n`;

describe('build', () => {
  test('gives the same bytes for the same content, from anywhere', async () => {
    const cwd = temporaryFolder();
    copyExample(cwd);
    const [one, two] = [join(await examplePortal(), 'portal'), await buildPortal(cwd)];
    expectSame(filesOf(two), filesOf(one), 'from another folder');
  });

  test('plain `astro build` in this repository gives the same pages', async () => {
    const cwd = temporaryFolder();
    copyExample(cwd);
    const ours = filesOf(await buildPortal(cwd, ['--now', new Date().toISOString().replace(/\.\d+Z/, 'Z')]));
    const out = join(temporaryFolder(), 'portal');
    execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', out], {
      cwd: root,
      env: cleanEnv(),
      stdio: 'ignore',
    });
    const theirs = filesOf(out);
    const pages = (files: Map<string, string>) => [...files].filter(([path]) => path.endsWith('.html'));
    expect(pages(theirs).map(([path]) => path)).toEqual(pages(ours).map(([path]) => path));
    // Names of scripts and styles hold a hash of where their sources are, and the policy has their hashes.
    const plain = (html: string) =>
      html.replace(/(_assets\/[\w.-]+?)\.[\w-]{8}\./g, '$1.').replace(/ *'sha256-[\w+/=]+'| +(?=;)/g, '');
    for (const [path, html] of pages(theirs)) expect(plain(html), path).toBe(plain(ours.get(path) ?? ''));
  });

  test('works with three files and nothing else, at a base path, in English', async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      'docs/kb/kairanban.yaml': 'portal: { url: https://example.com/team/kb/ }\n',
      'docs/kb/releases/2026/a.md': note('リリース その1', 'prds: [日本語の名前]\n'),
      'docs/kb/releases/b c.md': note('B', 'formerly: [old b]\n'),
      'docs/kb/prds/日本語の名前.md':
        '---\ntitle: 名前\n---\n[リリース](../releases/2026/a.md) <script>alert(1)</script>\n\n<iframe onerror=alert(2)></iframe> 危険な本文\n',
    });
    const run = await runBuild(cwd, ['--content', 'docs/kb', '--out', 'out/portal', '--locale', 'en']);
    expect(run).toMatchObject({ code: 0, err: '' });
    const site = await serve(join(cwd, 'out/portal'), '/team/kb/');
    const browser = await launch();
    try {
      const { page, faults } = await openPage(browser, new URL(site.url).origin);
      await page.goto(site.url);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.locator('.rail a', { hasText: 'PRDs' }).click();
      await page.locator('main .card').first().click();
      expect(decodeURIComponent(page.url())).toBe(`${site.url}prds/日本語の名前/`);
      expect(await page.textContent('.prose')).toContain('<script>alert(1)</script>');
      await page.locator('.prose a').click();
      await page.waitForURL('**/releases/a/');
      await page.goto(`${site.url}releases/old%20b/`);
      await page.waitForURL('**/releases/b%20c/');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('危険な本文');
      await page.locator('.hits p', { hasText: 'onerror' }).waitFor();
      expect(await page.locator('.hits img, .hits script').count()).toBe(0);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('その1');
      await answeredTo(page, 'その1');
      await page.locator('.hits a', { hasText: 'リリース その1' }).click();
      await page.waitForURL('**/team/kb/releases/a/');
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
      site.close();
    }
  });

  test('a first page stays below 15 kB', async () => {
    const folder = join(await examplePortal(), 'portal');
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const assets = [...html.matchAll(/(?:href|src)="\/(_assets\/[^"]+)"/g)].map((match) =>
      readFileSync(join(folder, match[1] as string)),
    );
    const bytes = [Buffer.from(html), ...assets].reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes).toBeLessThan(15_000);
    expect(assets.length).toBeGreaterThan(0);
  });

  test('of one release misses nothing, and offers to write on GitHub to the company’s own people only', async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, {
      'content/kairanban.yaml': 'portal: { edit: https://github.com/o/r/edit/main/content }\n',
      'content/releases/a.md': note('A', 'visibility: public\n'),
    });
    const writing = async (level: string) => {
      const files = filesOf(
        await buildPortal(cwd, ['--visibility', level, '--out', level]).then(() => join(cwd, level)),
      );
      return [...files].flatMap(([path, text]) => (/github\.com\/o\/r\/new\//.test(text) ? [path] : []));
    };
    expect(await writing('internal')).toEqual(['/releases/index.html', '/write/index.html']);
    for (const level of ['partner', 'public']) {
      expect(await writing(level)).toEqual([]);
      expect(readdirSync(join(cwd, level))).not.toContain('write');
    }
    // With a release note and nothing else, nothing is missing.
    const read = (path: string) => readFileSync(join(cwd, 'internal', path), 'utf8');
    const { boards, front, portal } = messages('ja');
    for (const word of [boards.gap, portal.trace]) expect(read('releases/a/index.html')).not.toContain(`>${word}<`);
    for (const path of ['index.html', 'loop/index.html', 'loop.md']) expect(read(path)).not.toContain('件が止まって');
    expect(read('index.html')).toContain(front.loopFlows);
    expect(read('loop.md')).toContain(front.stuckNone);
    for (const path of ['executive/index.html', 'executive.md']) expect(read(path)).not.toContain(front.alsoOut);
    // With nothing at all, the first page says how to begin, to those who may.
    rmSync(join(cwd, 'content/releases/a.md'));
    expect(await writing('internal')).toEqual(['/index.html', '/write/index.html']);
    for (const path of ['index.html', 'index.md']) expect(read(path)).toContain(front.empty);
    expect(await writing('public')).toEqual([]);
    const outside = readFileSync(join(cwd, 'public/index.html'), 'utf8');
    expect([outside.includes(front.empty), outside.includes(front.emptyOutside)]).toEqual([false, true]);
  });

  test('shows nothing of a template that waits to be written', async () => {
    const cwd = temporaryFolder();
    const body =
      '## 概要\n\n<!-- 説明 -->\n\n一括で登録できます。\n\n## 営業向け\n\n### トークトラック\n\n<!-- 説明 -->\n';
    const rest = '\n## CS向け\n\n<!-- 説明\n二行目 -->\n\n## 背景\n\n### 経緯\n\n長い話。\n';
    writeFiles(cwd, { 'content/releases/a.md': `---\ntitle: A\ndate: 2026-11-01\n---\n\n${body}${rest}` });
    const folder = await buildPortal(cwd);
    const page = readFileSync(join(folder, 'releases/a/index.html'), 'utf8');
    const html = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
    expect([...html.matchAll(/<h[23] [^>]*>([^<]+)/g)].map(([, words]) => words)).toEqual(
      expect.arrayContaining(['概要', '背景', '経緯']),
    );
    for (const words of ['トークトラック', 'CS向け', '説明', '二行目']) expect(html).not.toContain(words);
    const said = await runCli(['summary', '--now', now, '--format', 'text'], { cwd });
    expect(said.out).toContain('一括で登録できます。');
    expect(said.out).not.toMatch(/トークトラック|説明|<!--/);
  });

  test('builds what can be built, names what cannot, and fails; with --strict it writes nothing', async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { 'content/releases/good.md': note('Good'), 'content/releases/bad.md': '---\ntitle: [\n---\n' });
    const strict = await runCli(['build', '--strict', '--now', now], { cwd });
    expect(strict.code).toBe(1);
    expect(strict.err).toContain('content/releases/bad.md:2:8');
    expect(readdirSync(cwd)).toEqual(['content']);
    const run = await runBuild(cwd);
    expect(run.code).toBe(1);
    expect(run.err).toContain('content/releases/bad.md:2:8');
    expect(run.err).toContain('（2 ファイルを確認）');
    expect(readdirSync(join(cwd, 'portal/releases'))).toContain('good');
    // And again over its own portal.
    expect((await runBuild(cwd)).err).toContain('bad.md');
  });
});

describe('the output folder', () => {
  const refused = async (out: string, prepare?: (cwd: string) => void) => {
    const cwd = temporaryFolder();
    // What is wrong with the content is not the question yet.
    writeFiles(cwd, { 'work/content/releases/a.md': note('A'), 'work/content/releases/b.md': 'no fields' });
    prepare?.(cwd);
    const before = [...filesOf(cwd)];
    const run = await runCli(['build', '--out', out, '--lang', 'en', '--now', now], { cwd: join(cwd, 'work') });
    expect(run.code).toBe(2);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect([...filesOf(cwd)]).toEqual(before);
    return run.err;
  };

  test('is never the working folder, the content or what holds them', async () => {
    for (const out of ['.', '..', 'content', '../work/.', '/'])
      expect(await refused(out)).toContain('holds the content or the working folder');
  });

  test('is not in the content, where people keep their pages, unless the work is done there', async () => {
    for (const out of ['content/sub', 'link/deep/er'])
      expect(await refused(out, (cwd) => symlinkSync('content', join(cwd, 'work', 'link')))).toContain(
        'it is inside the content folder',
      );
    const cwd = temporaryFolder();
    writeFiles(cwd, { 'releases/a.md': note('A') });
    expect((await runBuild(cwd, ['--content', '.'])).code).toBe(0);
  });

  test('is never somebody else’s', async () => {
    const err = await refused('theirs', (cwd) => writeFiles(cwd, { 'work/theirs/thesis.txt': 'years of work' }));
    expect(err).toContain('was not made by kairanban');
  });

  test('says when it cannot be written', async () => {
    if (process.platform === 'linux') expect(await refused('/proc/portal')).toContain('Cannot write');
    expect(await refused('file/portal', (cwd) => writeFiles(cwd, { 'work/file': 'a file' }))).toContain('Cannot write');
  });

  test('may be empty', async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, { 'content/releases/a.md': note('A') });
    mkdirSync(join(cwd, 'portal'));
    expect((await runBuild(cwd)).code).toBe(0);
  });
});

test('several builds into one folder at once all end well, and nothing else is left', async () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, { 'content/releases/a.md': note('A') });
  const runs = await Promise.all(Array.from({ length: 3 }, () => runCli(['build', '--now', now], { cwd })));
  expect(runs.map(({ code, err }) => [code, err])).toEqual([1, 2, 3].map(() => [0, '']));
  expect(readdirSync(cwd).sort()).toEqual(['.kairanban', 'content', 'portal']);
});

test('a missing or empty content folder is one clear sentence, and nothing is written', async () => {
  const cwd = temporaryFolder();
  for (const prepare of [() => undefined, () => mkdirSync(join(cwd, 'content'))]) {
    prepare();
    const run = await runCli(['build', '--lang', 'en'], { cwd });
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/Cannot find (the content folder|any content)/);
    expect(readdirSync(cwd)).not.toContain('portal');
  }
});

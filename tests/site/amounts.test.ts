/** Portals of nothing, of one page, of very many, and of pages that are hard to place. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { writeCorpus } from '../../scripts/bench/corpus.ts';
import { openWorkspace } from '../../src/commands/context.ts';
import { entryRoute } from '../../src/graph/routes.ts';
import { launch, openPage } from '../support/browser.ts';
import { hostileContent } from '../support/hostile-content.ts';
import { tooWide } from '../support/looks.ts';
import { pagesOf, pageTypes } from '../support/pages.ts';
import { runBuild, serve } from '../support/portal.ts';
import { now, writeFiles } from '../support/process.ts';

let browser: Browser;
let cwd: string;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'kairanban-amounts-'));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  rmSync(cwd, { recursive: true, force: true });
});

/** Builds `cwd/name/content`; warnings are no concern of these tests. */
async function build(name: string): Promise<string> {
  const run = await runBuild(join(cwd, name));
  expect([run.code, run.err]).toEqual([0, '']);
  return join(cwd, name, 'portal');
}

/** Opens pages at some widths and gives what does not fit, what a script complained of, and pages without a heading. */
async function misfits(
  folder: string,
  paths: readonly string[],
  options: BrowserContextOptions = {},
): Promise<string[]> {
  const site = await serve(folder);
  onTestFinished(() => site.close());
  const { page, faults } = await openPage(browser, site.url, options);
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(site.url + path);
    for (const width of [1280, 640, 360]) {
      await page.setViewportSize({ width, height: 740 });
      found.push(...(await tooWide(page, `${path || 'home'} at ${width} px`)));
    }
    if ((await page.locator('h1').count()) !== 1) found.push(`${path}: no heading`);
  }
  await page.goto('about:blank');
  return [...found, ...faults];
}

test('nothing but a configuration is a portal that says so', async () => {
  writeFiles(join(cwd, 'none'), { 'content/kairanban.yaml': 'title: 空のポータル\n' });
  const folder = await build('none');
  const paths = pagesOf(folder).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['', 'search/', '404.html']));
  expect(await misfits(folder, paths)).toEqual([]);
});

test('a first page is a portal', async () => {
  writeFiles(join(cwd, 'one'), {
    'content/releases/a.md': '---\ntitle: はじめてのリリース\ndate: 2026-11-01\n---\n\n本文です。\n',
  });
  const folder = await build('one');
  const paths = pagesOf(folder).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['', 'releases/', 'releases/a/']));
  expect(await misfits(folder, paths)).toEqual([]);
});

test('titles of 200 characters, endless words and texts from right to left fit', async () => {
  writeFiles(join(cwd, 'hostile'), hostileContent());
  const folder = await build('hostile');
  const paths = pagesOf(folder).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(45);
  expect(await misfits(folder, paths)).toEqual([]);
});

// 10,000 pages build in minutes; what grows without end shows at 2,000.
test('2,000 entries make pages that stay small, and lists that lead to every entry', async () => {
  const content = join(cwd, 'many', 'content');
  writeCorpus(content, 2000);
  const folder = await build('many');
  const { graph } = openWorkspace({ content, now: Date.parse(now) });
  const ids = new Set(graph.entries.map(({ id }) => id));
  const types = pageTypes(folder, ids);
  const heavy = types.flatMap(({ type, path }) => {
    const bytes = gzipSync(
      readFileSync(join(folder, decodeURI(path), path.endsWith('.html') ? '' : 'index.html')),
    ).length;
    return bytes > 60_000 ? [`${type}: ${bytes} bytes of HTML`] : [];
  });
  expect(heavy).toEqual([]);
  expect(
    await misfits(
      folder,
      types.map(({ path }) => path),
    ),
  ).toEqual([]);
  const entries = new Set(graph.entries.map((entry) => entryRoute(entry)));
  const linked = new Set<string>();
  for (const { path } of pagesOf(folder).filter(({ path }) => !entries.has(encodeURI(path)))) {
    const html = readFileSync(join(folder, path, path.endsWith('.html') ? '' : 'index.html'), 'utf8');
    for (const [, href] of html.matchAll(/href="\/([^"#?]+)"/g)) linked.add(href as string);
  }
  expect([...entries].filter((route) => !linked.has(route))).toEqual([]);
});

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
import { answeredTo, launch, openPage, phone } from '../support/browser.ts';
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

/** About sixty cards on a phone, in pixels: nobody reads a page that is longer. */
const longest = 30_000;

/** Opens pages at some widths; gives what does not fit or never ends, what scripts complained of, and pages without a heading. */
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
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (height > longest) found.push(`${path}: ${height} px high on a phone`);
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
    'content/releases/a.md': [
      '---\ntitle: はじめてのリリース\nsummary: はじめてのリリース\ndate: 2026-11-01\n---\n',
      '# <a name="first"></a>はじめてのリリース\n\n本文です。\n',
    ].join('\n'),
  });
  const folder = await build('one');
  const paths = pagesOf(folder).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['', 'releases/', 'releases/a/']));
  // As other systems have it, the title is the summary too, and a heading.
  const page = readFileSync(join(folder, 'releases/a/index.html'), 'utf8').replace(/^.*<main/s, '<main');
  const words = page.replace(/<nav.*?<\/nav>/gs, '').replace(/<[^>]*>/g, '');
  expect(words.split('はじめてのリリース')).toHaveLength(2);
  expect(await misfits(folder, paths)).toEqual([]);
});

test('titles of 200 characters, endless words and texts from right to left fit', async () => {
  writeFiles(join(cwd, 'hostile'), hostileContent());
  const folder = await build('hostile');
  const paths = pagesOf(folder).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(45);
  expect(await misfits(folder, paths)).toEqual([]);
});

let many: Promise<string> | undefined;

/** The portal of 10,000 entries, which is built once. */
function buildMany(): Promise<string> {
  many ??= (async () => {
    writeCorpus(join(cwd, 'many', 'content'), 10_000);
    return build('many');
  })();
  return many;
}

test('10,000 entries make pages that stay small, and lists that lead to every entry', async () => {
  const folder = await buildMany();
  const content = join(cwd, 'many', 'content');
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
}, 300_000);

test('10,000 entries are found on a phone: planned, narrowed down, and searched', async () => {
  const site = await serve(await buildMany());
  onTestFinished(() => site.close());
  const { page, faults } = await openPage(browser, site.url, phone);
  await page.goto(`${site.url}roadmap/`);
  const columns = await page
    .locator('.roadmap > section')
    .evaluateAll((all) => all.map((one) => one.querySelectorAll('.card').length));
  expect(columns.length).toBeGreaterThan(3);
  expect(columns.filter((cards) => cards < 6 || cards > 18)).toEqual([]);
  await page
    .getByRole('link', { name: /^ほか \d+ 件$/ })
    .first()
    .tap();
  await page.waitForURL('**/prds/?horizon=*');
  const shown = () => page.locator('[role=status]').filter({ hasText: /^\d+ 件中 \d+ 件/ });
  expect(await shown().textContent()).toMatch(/^1300 件中 \d{3} 件/);
  // Over all 42 pages of the list.
  await page.goto(`${site.url}requests/?product=payroll`);
  expect(await shown().textContent()).toMatch(/^2500 件中 \d{3,4} 件/);
  expect(await page.locator('[data-found] [data-item]').count()).toBe(60);
  await page.getByRole('button', { name: 'もっと見る' }).tap();
  expect(await page.locator('[data-found] [data-item]').count()).toBe(120);
  await page.locator('[data-search-open]:visible').first().tap();
  await page.getByRole('dialog').getByRole('combobox').fill('シフト 取り込み');
  await answeredTo(page, 'シフト 取り込み');
  expect(await page.locator('.hits a').count()).toBeGreaterThan(3);
  expect(faults).toEqual([]);
}, 300_000);

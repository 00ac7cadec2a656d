/** The example's portal in a real browser: what a salesperson does with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answeredTo, openPage, phone } from '../support/browser.ts';
import { startExample } from '../support/site.ts';

const site = startExample();

const release = 'releases/2026-11-shift-csv-import/';

describe('a salesperson', () => {
  test('finds a talk track by a customer’s word and copies it', async () => {
    const { page, faults } = await openPage(site.browser, site.url, {
      ...phone,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto(site.url);
    await page.locator('.top [data-search-open]').tap();
    await page.locator('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('シフト表 CSV');
    await answeredTo(page, 'シフト表 CSV');
    await page.locator('.hits a', { hasText: 'シフト表をCSVと貼り付けで一括登録' }).first().tap();
    await page.waitForURL(`**/${release}`);
    await page.locator('[data-copy]').tap();
    await expect.poll(() => page.locator('[data-copy]').textContent()).toBe('コピーしました');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      '店舗のシフト表は、どなたが画面に入れていますか',
    );
    expect(faults).toEqual([]);
  });

  test('sees what not to promise before the details', async () => {
    const { page } = await openPage(site.browser, site.url);
    await page.goto(site.url + release);
    const top = async (text: string) =>
      (await page.getByRole('heading', { name: text, exact: true }).boundingBox())?.y ?? 0;
    expect(await top('約束しないこと')).toBeLessThan(await top('概要'));
    expect(await top('トークトラック')).toBeLessThan(await top('約束しないこと'));
  });

  test('follows the trace from a request to its talk track and back', async () => {
    const { page, faults } = await openPage(site.browser, site.url);
    await page.goto(`${site.url}requests/`);
    await page.getByRole('link', { name: /店舗のExcelシフトを/ }).click();
    const trace = page.locator('.trace');
    await trace.getByRole('link', { name: 'シフト表の一括取り込み' }).click();
    await trace.getByRole('link', { name: /シフト表をCSVと貼り付けで/ }).click();
    await trace.getByRole('link', { name: /もう一度会いに行く/ }).click();
    await trace.getByRole('link', { name: /店舗のExcelシフトを/ }).click();
    expect(page.url()).toBe(`${site.url}requests/shift-reentry/`);
    expect(faults).toEqual([]);
  });
});

describe('every page', () => {
  const paths = () =>
    readdirSync(site.folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('index.html'))
      .map((path) => path.slice(0, -'index.html'.length));

  test('fits a phone of 360 px, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, faults } = await openPage(site.browser, site.url, { ...phone, colorScheme });
      for (const path of [
        '',
        'releases/',
        release,
        'requests/',
        'prds/',
        'search/',
        'journeys/monthly-close/',
        'goals/shift-publish-rate/',
      ]) {
        await page.goto(site.url + path);
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
      }
      expect(faults).toEqual([]);
    }
  });

  test('can be held in one hand: nothing to tap is lower than 44 px', async () => {
    const { page } = await openPage(site.browser, site.url, phone);
    const tapped =
      'nav a, button, .brand, .card, .section-title a, .entry-head > a, .foot a, .side a, .trace a, .loop a, .stack a';
    for (const path of ['', 'releases/', release, 'requests/', 'accounts/', 'search/', 'releases/nothing/']) {
      await page.goto(site.url + path);
      const low = await page
        .locator(tapped)
        .evaluateAll((all) =>
          all
            .map((one) => [one.textContent?.trim(), one.getBoundingClientRect().height] as const)
            .filter(([, height]) => height > 0 && height < 44),
        );
      expect([path, low]).toEqual([path, []]);
    }
  });

  test('leads everywhere from a phone’s bar, which shows all of itself', async () => {
    const { page, faults } = await openPage(site.browser, site.url, phone);
    await page.goto(site.url);
    const bar = page.getByRole('navigation', { name: 'よく使うページ' });
    for (const item of await bar.locator('a, button').all()) {
      const { x, width } = (await item.boundingBox()) ?? { x: -1, width: 0 };
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(360);
    }
    expect(await page.locator('.rail a').first().isVisible()).toBe(false);
    await page.getByRole('button', { name: 'メニュー' }).tap();
    const menu = page.locator('.rail a');
    await menu.first().waitFor();
    for (const item of await menu.all()) expect(await item.isVisible()).toBe(true);
    expect((await menu.last().boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await menu.filter({ hasText: '用語集' }).tap();
    await page.waitForURL('**/terms/');
    expect(faults).toEqual([]);
  });

  test('names whatever scrolls, and on a phone the things to do need no scrolling', async () => {
    const { page } = await openPage(site.browser, site.url, phone);
    for (const path of ['', release, 'requests/', 'journeys/monthly-close/', 'goals/shift-publish-rate/']) {
      await page.goto(site.url + path);
      const nameless = await page.locator('main *, .rail *').evaluateAll((all) =>
        all
          .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX))
          .filter((one) => {
            const name = one.getAttribute('aria-labelledby');
            const label = name === null ? one.getAttribute('aria-label') : document.getElementById(name)?.textContent;
            // What a form holds can be reached without a stop at the form.
            return one.matches('form')
              ? !label
              : one.getAttribute('tabindex') !== '0' || !one.getAttribute('role') || !label;
          })
          .map((one) => one.outerHTML.slice(0, 100)),
      );
      expect([path, nameless]).toEqual([path, []]);
    }
    await page.goto(site.url);
    const todo = page.getByRole('group', { name: 'やること' });
    expect(await todo.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    const what = todo.getByRole('row').nth(1).getByRole('cell').last();
    expect((await what.boundingBox())?.width).toBeGreaterThan(250);
  });

  test('has links that lead somewhere', () => {
    const known = new Set(paths().map((path) => `/${path}`));
    const broken = paths().flatMap((path) => {
      const html = readFileSync(join(site.folder, path, 'index.html'), 'utf8');
      const links = [...html.matchAll(/href="(\/[^"#?]*)/g)].map((match) => decodeURIComponent(match[1] as string));
      return links
        .filter((link) => !known.has(link) && !existsSync(join(site.folder, link)))
        .map((link) => `${path} → ${link}`);
    });
    expect(broken).toEqual([]);
  });

  test('is in the navigation’s kinds only where there are entries', async () => {
    const { page } = await openPage(site.browser, site.url);
    await page.goto(site.url);
    const shown = await page.locator('.rail a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(shown).toContain('/releases/');
    expect(new Set(shown).size).toBe(shown.length);
    for (const href of shown) expect(paths().map((path) => `/${path}`)).toContain(href);
  });

  test('a missing page says so and offers the way home', async () => {
    const { page } = await openPage(site.browser, site.url);
    const response = await page.goto(`${site.url}releases/nothing/`);
    expect(response?.status()).toBe(404);
    expect(await page.textContent('h1')).toBe('ページが見つかりません');
  });
});

describe('a writer', () => {
  test('begins a release note on GitHub, with a name and the template', async () => {
    const { page, faults } = await openPage(site.browser, site.url);
    await page.goto(`${site.url}releases/`);
    const url = new URL(
      (await page.getByRole('link', { name: 'リリースノートを書く' }).getAttribute('href')) as string,
    );
    expect(url.origin + url.pathname).toBe('https://git.example.com/hoshizora/knowledge/new/main/content');
    expect(url.searchParams.get('filename')).toBe('releases/2026-11-名前.md');
    expect(url.searchParams.get('value')).toContain('### トークトラック');
    await page.goto(`${site.url}requests/`);
    await page.getByRole('link', { name: '要望を書く' }).waitFor();
    expect(faults).toEqual([]);
  });

  test('finds every kind on one page, on a phone too', async () => {
    const { page, faults } = await openPage(site.browser, site.url, phone);
    await page.goto(site.url);
    await page.getByRole('button', { name: 'メニュー' }).tap();
    await page.locator('#Menu').getByRole('link', { name: '書く', exact: true }).tap();
    await page.waitForURL('**/write/');
    expect(await page.locator('.write').count()).toBe(11);
    for (const link of await page.locator('.write').all())
      expect((await link.getAttribute('href'))?.length).toBeLessThan(8000);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(faults).toEqual([]);
  });
});

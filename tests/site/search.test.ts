/** Search in a real browser: the dialog and the page, by keyboard, by an input method, over a bad line. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { answeredTo, launch, openPage, phone } from '../support/browser.ts';
import { buildPortal, type Line, serveOver } from '../support/portal.ts';
import { copyExample, writeFiles } from '../support/process.ts';

let browser: Browser;
let site: { url: string; line: Line; close: () => void };
let cwd: string;
let folder: string;

const hostile = `---
title: 危険な題名 <img src=x onerror=alert(1)>
summary: "</script><script>alert(2)</script> <mark><b>危険</b></mark>"
date: 2026-11-01
tags: ["<i>札</i>"]
---

危険な本文 <img src=x onerror=alert(3)> &lt;b&gt;

## トークトラック

<script>alert(4)</script>
`;

/** The example at a path of its address, with a page of which every text is hostile. */
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'kairanban-search-'));
  copyExample(cwd);
  const config = readFileSync(join(cwd, 'content/kairanban.yaml'), 'utf8');
  writeFiles(cwd, {
    'content/releases/hostile.md': hostile,
    'content/kairanban.yaml': config.replace(/url: .*\.com$/m, 'url: https://example.com/kb/'),
  });
  folder = await buildPortal(cwd);
  site = await serveOver(folder, '/kb/');
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(cwd, { recursive: true, force: true });
});

const pages: Page[] = [];

afterEach(async () => {
  // A page that stays open goes on asking.
  for (const page of pages.splice(0)) await page.context().close();
  site.line.mend();
});

/** How long to look again: others may be using the machine. */
const soon = { timeout: 20_000 };

/** Opens a page of the portal. Its `faults` are errors of scripts and requests to elsewhere. */
async function open(path = '', options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, new URL(site.url).origin, options);
  pages.push(opened.page);
  await opened.page.goto(site.url + path);
  return opened;
}

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Opens the dialog and types. */
async function dialog(query: string, options: BrowserContextOptions = {}) {
  const opened = await open('', options);
  await opened.page.keyboard.press('Control+k');
  await opened.page.keyboard.type(query);
  return opened;
}

/** The dialog with the whole answer to what was typed. */
async function found(query: string, options: BrowserContextOptions = {}) {
  const opened = await dialog(query, options);
  await answeredTo(opened.page, query);
  return opened;
}

/** The dialog, empty, with all loaded that a first question needs. */
async function warm() {
  const opened = await dialog('zzzqqq');
  await opened.page.getByText('「zzzqqq」に合うページはありません').waitFor();
  await field(opened.page).fill('');
  return opened;
}

/** The page of search for a query, with its results. */
async function results(query: string, options: BrowserContextOptions = {}) {
  const opened = await open(`search/?q=${encodeURIComponent(query)}`, options);
  await answered(opened.page);
  return opened;
}

/** Waits for what the page of search shows in the end. */
const answered = async (page: Page, count = '\\d+') => {
  await page.locator('.status', { hasText: new RegExp(`^${count} 件`) }).waitFor();
  // An answer comes in parts.
  await page.locator('.results[aria-busy]').waitFor({ state: 'detached' });
};
const field = (page: Page) => page.locator('dialog').getByRole('combobox');
const rows = (page: Page) => page.locator('.hits [role=row]');
const titles = (page: Page) => page.locator('.result h2').allTextContents();
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('the dialog', () => {
  test.each([
    ['年末調整 差し戻し', /差し戻し/],
    ['ＣＳＶ 取り込み', /CSV|シフト/],
    ['SHIFT-104', /シフト/],
    ['site by site', /site by site/i],
    ['NRR', /NRR/],
    ['5.12.0', /シフト表をCSV/],
  ])('finds %s', async (query, title) => {
    const { page, faults } = await found(query);
    expect(await page.locator('.hits strong').first().textContent()).toMatch(title);
    expect(faults).toEqual([]);
  });

  test.each(['Control+k', 'Meta+k', '/'])('opens with %s, on any page, and takes what is typed', async (key) => {
    const { page } = await open('terms/');
    await page.keyboard.press(key);
    await page.keyboard.type('a/b');
    expect(await field(page).inputValue()).toBe('a/b');
  });

  test('asks for nothing before it is opened, and then for four files', async () => {
    // On a line of its own: what a page before it asked for last may still be on its way.
    const { url, line, close } = await serveOver(folder, '/kb/');
    onTestFinished(close);
    const { page } = await openPage(browser, new URL(url).origin);
    pages.push(page);
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    expect(line.asked.filter((path) => /pagefind|search\.|worker/.test(path))).toEqual([]);
    const before = line.asked.length;
    await page.keyboard.press('Control+k');
    const parts = () => line.asked.slice(before).map((path) => path.replace(/^.*\/|[.-][^.-]+(?=\.js$)/g, ''));
    const opening = ['opening.json', 'search-worker.js', 'search.js', 'wasm.unknown.pagefind'];
    await expect.poll(() => parts().sort(), soon).toEqual(opening);
    await page.waitForLoadState('networkidle');
    expect(parts().sort()).toEqual(opening);
  });

  test('is a combobox whose rows are reached by keys alone', async () => {
    const { page } = await found('シフト');
    expect(await rows(page).count()).toBe(6);
    const attribute = (name: string) => field(page).getAttribute(name);
    const current = async () => page.locator(`[id="${await attribute('aria-activedescendant')}"]`);
    expect([await attribute('aria-expanded'), await attribute('aria-haspopup')]).toEqual(['true', 'grid']);
    const grid = page.locator(`[id="${await attribute('aria-controls')}"]`);
    expect([await grid.getAttribute('role'), await grid.getAttribute('aria-label')]).toEqual(['grid', '検索']);
    expect(await rows(page).first().getAttribute('aria-selected')).toBe('true');
    expect(await (await current()).getAttribute('role')).toBe('gridcell');
    await page.keyboard.press('ArrowDown');
    expect(await rows(page).nth(1).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('.hits [aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await (await current()).textContent()).toBe('「シフト」の検索結果をすべて見る');
    expect(await field(page).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/kb/search/?q=${encodeURIComponent('シフト')}`);
  });

  test('opens the chosen page with Enter', async () => {
    const { page } = await found('自動ロック');
    await page.keyboard.press('ArrowDown');
    const href = await page.locator('.hits [aria-selected=true] a').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
  });

  test('is there again with its results for who comes back from one, until it is closed', async () => {
    const { page } = await found('自動ロック', phone);
    await page.locator('.hits a').first().tap();
    await page.waitForURL('**/kb/*/*/');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.goBack();
    await answeredTo(page, '自動ロック');
    expect(await field(page).inputValue()).toBe('自動ロック');
    await page.locator('dialog [data-search-close]').tap();
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test.each(['a finger', 'arrow keys', 'Tab'])('copies a talk track from a result, with %s', async (how) => {
    const { page, faults } = await found('5.12.0', { ...(how === 'a finger' && phone), ...clipboard });
    const copy = page.locator('.hits .copy').first();
    if (how === 'a finger') await copy.tap();
    else {
      await page.keyboard.press(how === 'Tab' ? 'Tab' : 'ArrowRight');
      // The first stop is the button that closes.
      if (how === 'Tab') await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => copy.textContent(), soon).toBe('コピーしました');
    expect(await copied(page)).toContain('「店舗のシフト表は、どなたが画面に入れていますか」と聞いてください。');
    expect(new URL(page.url()).pathname).toBe('/kb/');
    expect(faults).toEqual([]);
  });

  test('copies where a browser has no clipboard for scripts, as without https', async () => {
    const { page } = await results('5.12.0', clipboard);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const copy = page.locator('.result .copy').first();
    await copy.click();
    await expect.poll(() => copy.textContent(), soon).toBe('コピーしました');
    await page.getByRole('searchbox').fill('');
    await page.keyboard.press('Control+v');
    expect(await page.getByRole('searchbox').inputValue()).toContain('どなたが画面に入れていますか');
  });

  test('remembers what was searched for in this browser alone, until it is told to forget', async () => {
    const { page } = await found('自動ロック');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/kb/*/*/');
    site.line.asked.length = 0;
    await page.keyboard.press('/');
    await expect.poll(() => rows(page).allTextContents(), soon).toEqual(['自動ロック']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.hits strong').first().waitFor();
    await answeredTo(page, '自動ロック');
    expect(await field(page).inputValue()).toBe('自動ロック');
    expect(site.line.asked.filter((path) => decodeURIComponent(path).includes('自動'))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await field(page).fill('');
    await page.getByRole('button', { name: '履歴を消す' }).click();
    expect(await rows(page).count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('recent')))).toEqual([]);
  });
});

describe('an input method', () => {
  /** A page with the dialog open, and what an input method does: text that is not confirmed yet, and the confirmed. */
  async function composing(opened: Awaited<ReturnType<typeof open>>) {
    const session = await opened.page.context().newCDPSession(opened.page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const confirm = (text: string) => session.send('Input.insertText', { text });
    return { ...opened, compose, confirm };
  }

  test('gets no search for unconfirmed kana, and one for what they become', async () => {
    const { page, compose, confirm } = await composing(await warm());
    site.line.asked.length = 0;
    for (const kana of ['し', 'しｆ', 'しふ', 'しふと']) await compose(kana);
    expect(await field(page).inputValue()).toBe('しふと');
    // The worker answers in the order of what it is asked.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect([site.line.asked, await rows(page).count()]).toEqual([[], 0]);
    await confirm('シフト');
    await answeredTo(page, 'シフト');
    expect(await page.locator('.hits strong').first().textContent()).toContain('シフト');
  });

  test.each(['', 'search/'])('keeps the Enter that confirms (/%s)', async (path) => {
    const { page, compose, confirm } = await composing(await (path === '' ? found('シフト') : results('シフト')));
    await page.locator(path === '' ? 'dialog input' : '.search-page input[type=search]').press('End');
    await compose('ひょう');
    // Chromium says `isComposing`; Safari has ended the composition by then and gives the key's number as 229.
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      const prevented = await page.evaluate((given) => {
        const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...given });
        document.activeElement?.dispatchEvent(event);
        return event.defaultPrevented;
      }, init);
      expect(prevented).toBe(true);
    }
    await page.evaluate(() => (document.activeElement as HTMLInputElement).form?.requestSubmit());
    await confirm('表');
    if (path === '') await answeredTo(page, 'シフト表');
    else await answered(page);
    expect(await page.locator('input:focus').inputValue()).toBe('シフト表');
    expect(new URL(page.url()).pathname).toBe(`/kb/${path}`);
  });

  test('that composes Latin words, as on a phone, does not keep them waiting', async () => {
    const { page, compose } = await composing(await warm());
    await compose('cs');
    await compose('csv');
    await answeredTo(page, 'csv');
    expect(await rows(page).first().textContent()).toMatch(/csv/i);
  });
});

describe('a bad line', () => {
  test('loses no key typed before anything has loaded', async () => {
    site.line.hold(/worker|pagefind/);
    const { page } = await dialog('zzzqqq');
    await page.locator('.search .status', { hasText: '時間がかかっています' }).waitFor();
    site.line.mend();
    await page.locator('.search .status', { hasText: '「zzzqqq」に合うページはありません' }).waitFor();
  });

  test('is not spoken of any more when what is shown is asked for again', async () => {
    const { page } = await found('シフト');
    const status = page.locator('.search .status');
    const counted = await status.textContent();
    site.line.hold(/pf_/);
    await field(page).fill('シフト 源泉徴収');
    await status.getByText('時間がかかっています').waitFor();
    await field(page).fill('シフト');
    expect(await status.textContent()).toBe(counted);
  });

  test('loses no Enter typed before the results are there', async () => {
    site.line.hold(/worker|pagefind/);
    const { page } = await dialog('自動ロック');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/kb/search/?q=${encodeURIComponent('自動ロック')}`);
    site.line.mend();
    await answered(page);
    expect((await titles(page)).join()).toContain('自動ロック');
  });

  test('shows pages by their titles while all else is on its way', async () => {
    const { page } = await warm();
    site.line.hold(/pf_/);
    await page.keyboard.type('シフト');
    await expect.poll(() => rows(page).count(), soon).toBe(5);
    for (const title of await page.locator('.hits strong').allTextContents()) expect(title).toContain('シフト');
    expect(await page.locator('.hits .says, .hits .excerpt').count()).toBe(0);
    expect(await page.locator('.search .status').textContent()).not.toContain('件');
    const first = await page.locator('.hits a').first().getAttribute('href');
    expect(first).toMatch(/^\/kb\/\w+\/[\w-]+\/$/);
    site.line.mend();
    await answeredTo(page, 'シフト');
    expect(await page.locator('.hits .says').count()).toBeGreaterThan(0);
  });

  test('changes nothing under a finger: what was pressed is what opens', async () => {
    const { page } = await warm();
    site.line.hold(/pf_/);
    await page.keyboard.type('シフト');
    await expect.poll(() => rows(page).count(), soon).toBe(5);
    const pressed = page.locator('.hits a').nth(3);
    const [address, box] = [await pressed.getAttribute('href'), await pressed.boundingBox()];
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    await page.mouse.down();
    const asked = page.waitForResponse(/pf_fragment/);
    site.line.mend();
    await asked;
    await page.waitForTimeout(300);
    await page.mouse.up();
    await page.waitForURL(`**${address}`);
  });

  test('shows pages by their titles once the index has answered, of a query that no title has', async () => {
    const { page } = await warm();
    site.line.hold(/pf_fragment/);
    await page.keyboard.type('退職者');
    await rows(page).first().waitFor();
    expect((await page.locator('.hits strong').allTextContents()).join()).not.toContain('退職者');
    expect(await page.locator('.hits .says, .hits .excerpt').count()).toBe(0);
    site.line.mend();
    await answeredTo(page, '退職者');
    expect(await page.locator('.hits mark', { hasText: '退職者' }).count()).toBeGreaterThan(0);
  });

  test.each(['worker', 'opening', 'wasm', 'pf_index', 'pf_fragment'])(
    'is said where %s cannot be loaded, and tried again when asked',
    async (name) => {
      site.line.cut(new RegExp(name));
      const { page } = await dialog('シフト');
      await page.getByText('検索を読み込めませんでした。').waitFor();
      // What is known already stays, the pages' titles; nothing is made up of the rest.
      expect(await page.locator('.hits .says, .hits .excerpt').count()).toBe(0);
      if (!name.startsWith('pf_')) expect(await rows(page).count()).toBe(0);
      site.line.mend();
      await page.getByRole('button', { name: 'もう一度' }).click();
      await answeredTo(page, 'シフト');
      expect(await page.locator('.hits strong').first().textContent()).toContain('シフト');
    },
  );

  test('is said where the dialog itself cannot be loaded, and the way on leads to the page of search', async () => {
    site.line.cut(/_assets\/search\./);
    const { page } = await dialog('シフト');
    await page.getByText('検索を読み込めませんでした。').waitFor();
    site.line.mend();
    await page.getByRole('button', { name: 'もう一度' }).click();
    await page.waitForURL(`**/kb/search/?q=${encodeURIComponent('シフト')}`);
    await answered(page);
  });

  test('is tried again by itself', async () => {
    site.line.cut(/pf_index/);
    const { page } = await open('search/');
    await page.getByRole('searchbox').fill('シフト');
    await page.getByText('検索を読み込めませんでした。').waitFor();
    site.line.mend();
    await answered(page);
    expect((await titles(page)).length).toBeGreaterThan(3);
  });
});

describe('the page of search', () => {
  const chosen = (page: Page) => page.locator('.facets :checked').evaluateAll((all) => all.map((one) => one.id));
  const kinds = (page: Page) => page.getByRole('group', { name: '種類', exact: true }).locator('label');

  test('has its query and its choices in its address', async () => {
    const { page, faults } = await open('search/');
    // Few enough to be on one page.
    await page.getByRole('searchbox').fill('転記');
    await answered(page);
    const all = await titles(page);
    await kinds(page).filter({ hasText: '要望' }).click();
    await answered(page);
    const some = await titles(page);
    expect(some).not.toEqual(all);
    expect(all).toEqual(expect.arrayContaining(some));
    expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('転記')}&kind=request`);
    const other = await open(page.url().slice(site.url.length));
    await expect.poll(() => titles(other.page), soon).toEqual(some);
    expect(await chosen(other.page)).toEqual(['facet-kind-request']);
    expect(await other.page.getByRole('searchbox').inputValue()).toBe('転記');
    await page.goBack();
    await expect.poll(() => titles(page), soon).toEqual(all);
    expect(await chosen(page)).toEqual([]);
    await page.goForward();
    await expect.poll(() => titles(page), soon).toEqual(some);
    expect([...faults, ...other.faults]).toEqual([]);
  });

  test('comes back with its results from a page that was opened', async () => {
    const { page } = await open('search/');
    await page.getByRole('searchbox').pressSequentially('自動ロック');
    await answered(page);
    await page.locator('.result h2 a').first().click();
    await page.waitForURL('**/kb/*/*/');
    await page.goBack();
    await page.waitForURL(`**/kb/search/?q=${encodeURIComponent('自動ロック')}`);
    await answered(page);
    expect((await titles(page)).join()).toContain('自動ロック');
  });

  test('goes back over what was entered, not over every letter', async () => {
    const { page } = await open('search/');
    for (const query of ['シフト', '給与']) {
      await page.getByRole('searchbox').fill('');
      await page.getByRole('searchbox').pressSequentially(query);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/search/?q=${encodeURIComponent(query)}`);
    }
    await page.goBack();
    await expect.poll(() => page.getByRole('searchbox').inputValue(), soon).toBe('シフト');
    await answered(page);
    expect((await titles(page))[0]).toContain('シフト');
  });

  test('counts what there is to choose, and each choice shows as many', async () => {
    const { page } = await results('給与');
    const total = (await page.locator('.search-page .status').textContent())?.match(/\d+/)?.[0] as string;
    const counts = await kinds(page).evaluateAll((all) =>
      all.map((one) => Number(one.querySelector('small')?.textContent)),
    );
    expect(counts.reduce((sum, count) => sum + count)).toBe(Number(total));
    expect(counts.length).toBeGreaterThan(2);
    for (const [index, count] of counts.slice(0, 2).entries()) {
      await kinds(page).nth(index).click();
      await answered(page, String(count));
      // The other kinds stay to be chosen too.
      expect(await kinds(page).count()).toBe(counts.length);
      expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^facet-kind-/);
      await page.locator('.facets').getByRole('button', { name: '絞り込みをやめる' }).click();
      await answered(page, total);
    }
  });

  test('has no facet by which the results cannot be told apart', async () => {
    const { page } = await results('シフト');
    const total = await page.locator('.result').count();
    const facets = await page
      .locator('.facets fieldset')
      .evaluateAll((all) => all.map((set) => [...set.querySelectorAll('small')].map((one) => Number(one.textContent))));
    expect(facets.length).toBeGreaterThan(3);
    for (const counts of facets) {
      expect(counts.length).toBeGreaterThan(1);
      expect(Math.min(...counts)).toBeLessThan(total);
    }
  });

  test('passes over what is no choice any more, and says when a choice fits nothing', async () => {
    const { page: old } = await open(`search/?q=${encodeURIComponent('シフト')}&kind=no-such`);
    await answered(old);
    expect((await titles(old)).length).toBeGreaterThan(3);
    const { page } = await open(`search/?q=${encodeURIComponent('シフト')}&kind=goal&kind=no-such&product=yearend`);
    await page.getByText('この絞り込みに合うページはありません。').waitFor();
    await page.locator('[data-help]').getByRole('button', { name: '絞り込みをやめる' }).click();
    await answered(page);
    expect((await titles(page)).length).toBeGreaterThan(3);
  });

  test('shows more when asked', async () => {
    const { page } = await results('給与');
    expect((await titles(page)).length).toBeLessThanOrEqual(10);
    await page.getByRole('button', { name: 'もっと見る' }).click();
    await expect.poll(async () => (await titles(page)).length, soon).toBeGreaterThan(10);
    const hrefs = await page
      .locator('.result h2 a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(new Set(hrefs).size).toBe(hrefs.length);
  });

  test('answers without a page being opened', async () => {
    const { page } = await results('5.12.0', clipboard);
    const card = page.locator('.result').first();
    expect(await card.textContent()).toContain('まとめて登録できます');
    expect(await card.textContent()).toContain('スタンダード · プロ · エンタープライズ');
    expect(await card.locator('.badge').allTextContents()).toEqual(['リリース', '全員対応', '新機能']);
    const talk = card.locator('details p');
    expect(await talk.isVisible()).toBe(false);
    await card.locator('summary').click();
    expect(await talk.isVisible()).toBe(true);
    await card.getByRole('button', { name: 'トークトラックをコピー' }).click();
    await card.getByRole('button', { name: 'コピーしました' }).waitFor();
    expect(await copied(page)).toBe(await talk.textContent());
    expect(await copied(page)).not.toMatch(/[*`]|\]\(/);
  });

  test('is walked through with arrow keys, and Ctrl+K leads back to its field', async () => {
    const { page } = await results('シフト');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Control+k');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe((await titles(page))[1]);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe((await titles(page))[0]);
    await page.keyboard.press('/');
    expect(await page.getByRole('searchbox').evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('offers words that look alike, the glossary and a request when nothing is there', async () => {
    const { page } = await open(`search/?q=${encodeURIComponent('チャネ&?#率')}`);
    await page.getByText('「チャネ&?#率」に合うページはありません。').waitFor();
    expect(await page.getByRole('link', { name: '用語集を見る' }).getAttribute('href')).toBe('/kb/terms/');
    const request = new URL((await page.getByRole('link', { name: /ほしいと伝える/ }).getAttribute('href')) ?? '');
    expect(request.protocol + request.pathname).toBe('mailto:pmm@example.com');
    expect(request.searchParams.get('subject')).toBe('ポータルで見つかりませんでした：チャネ&?#率');
    const word = await page.locator('.choices .pill').first().textContent();
    await page.locator('.choices .pill').first().click();
    await answered(page);
    expect(new URL(page.url()).searchParams.get('q')).toBe(word);
    expect((await titles(page)).join()).toContain(word);
  });

  test('takes nothing from an address or a page but as text', async () => {
    const { page, faults } = await open(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}&kind=%3Cb%3E`);
    await page.locator('.results:not([aria-busy])').waitFor({ state: 'attached' });
    for (const query of ['危険な題名', '危険な本文']) {
      await page.getByRole('searchbox').fill(query);
      await answered(page);
      await page.locator('.result', { hasText: 'onerror' }).first().waitFor();
    }
    const parts = page.locator('.results, .search-page .status, [data-help], .facets');
    expect(await parts.locator('img, script, b, i').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('says that it needs JavaScript, and leads to the lists without', async () => {
    const { page } = await open('', { javaScriptEnabled: false });
    await page.locator('.top .opener').click();
    await page.waitForURL('**/kb/search/');
    expect(await page.locator('noscript').textContent()).toContain('検索には JavaScript が必要です');
    await page.locator('[data-lists] a', { hasText: '用語集' }).click();
    await page.waitForURL('**/kb/terms/');
  });

  test('is offered where a page is missing', async () => {
    const { page } = await open('releases/nothing/');
    await page.getByRole('main').getByRole('searchbox').fill('自動ロック');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/kb/search/?q=${encodeURIComponent('自動ロック')}`);
    await answered(page);
  });

  test('fits a phone and a thumb, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, faults } = await results('シフト', { ...phone, colorScheme });
      await page.locator('.facets > summary').tap();
      await page.locator('.facets[open] label').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      const tapped = '.search-form > *, .facets > summary, .facets label, .copy, .talk summary, .more';
      const low = await page
        .locator(tapped)
        .evaluateAll((all) =>
          all
            .map((one) => [one.textContent, one.getBoundingClientRect().height] as const)
            .filter(([, height]) => height > 0 && height < 44),
        );
      expect(low).toEqual([]);
      expect(faults).toEqual([]);
    }
  });
});

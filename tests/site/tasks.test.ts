/** What people come for, in Japanese, on a desktop and on a phone: by the words that they see and nothing else. */
import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { answeredTo, openPage, phone } from '../support/browser.ts';
import { now } from '../support/process.ts';
import { startExample } from '../support/site.ts';

const site = startExample();

// A page that stays open goes on working.
afterEach(async () => {
  for (const context of site.browser.contexts()) await context.close();
});

/** How long to look again: others may be using the machine. */
const soon = { timeout: 20_000 };

describe.each([
  ['a desktop', {}],
  ['a phone', phone],
] as const)('on %s', (_name, device) => {
  const isPhone = 'hasTouch' in device;

  /** The home page on the day of the example, and what this person's finger or mouse does. */
  async function open() {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const opened = await openPage(site.browser, new URL(site.url).origin, { ...device, permissions });
    const { page } = opened;
    await page.clock.setFixedTime(new Date(now));
    await page.goto(site.url);
    const press = (target: Locator) => (isPhone ? target.tap() : target.click());
    const dialog = page.getByRole('dialog', { name: '検索' });
    const search = async (words: string) => {
      await press(page.getByRole('banner').getByRole('link', { name: /検索/ }));
      await dialog.getByRole('combobox').waitFor();
      await page.keyboard.type(words);
      await answeredTo(page, words);
    };
    const result = (name: RegExp) => dialog.getByRole('link', { name }).first();
    return { ...opened, press, search, result };
  }

  test('finds the talk track for a feature that a customer names, and copies it', async () => {
    const { page, faults, press, search, result } = await open();
    await search('シフト CSV 取り込み');
    await press(result(/シフト表をCSVと貼り付けで一括登録/));
    const sales = page.getByRole('region', { name: '営業の方へ' });
    await sales.getByRole('heading', { name: 'トークトラック' }).waitFor();
    const copy = sales.getByRole('button', { name: 'コピー', exact: true }).first();
    await press(copy);
    await sales.getByRole('button', { name: 'コピーしました' }).first().waitFor(soon);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^「店舗のシフト表は、どなたが画面に入れていますか」と聞いてください。/);
    expect(copied).not.toMatch(/[*_[\]]|コピー/);
    expect(faults).toEqual([]);
  });

  test('sees whether a plan includes it, and where the price is', async () => {
    const { page, faults, press, search, result } = await open();
    await search('前月 差分 チェック');
    await press(result(/前月差分チェック：/));
    const offer = page.getByRole('region', { name: 'プランと価格' });
    for (const plan of ['スタンダード', 'プロ', 'エンタープライズ'])
      await offer.getByText(plan, { exact: true }).waitFor();
    await press(offer.getByRole('link', { name: /Pro/ }).first());
    await page.getByRole('heading', { level: 1, name: /Pro/ }).waitFor();
    await page.getByText('¥480').first().waitFor();
    expect(faults).toEqual([]);
  });

  test('finds what changed since Monday', async () => {
    const { page, faults, press } = await open();
    const menu = page.getByRole('navigation', { name: isPhone ? 'よく使うページ' : 'メイン' });
    await press(menu.getByRole('link', { name: /リリース/ }));
    await press(page.getByText('今週', { exact: true }));
    await page.getByText(/^1 件/).waitFor(soon);
    const shown = page.getByRole('main').getByRole('listitem').filter({ visible: true });
    await expect.poll(() => shown.allInnerTexts(), soon).toHaveLength(1);
    expect((await shown.allInnerTexts()).join()).toContain('Close attendance site by site (beta)');
    // Whoever gets the address sees the same.
    const sent = page.url();
    await page.goto(site.url);
    await page.goto(sent);
    await expect.poll(() => shown.allInnerTexts(), soon).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test('sees what not to promise without scrolling for long', async () => {
    const { page, faults, press, search, result } = await open();
    await search('シフト Excel そのまま');
    await press(result(/シフト表をCSV/));
    const heading = page.getByRole('heading', { name: '約束しないこと' });
    await heading.waitFor();
    await page.getByRole('listitem').filter({ hasText: 'xlsx' }).first().waitFor();
    const top = (await heading.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
    const details = (await page.getByRole('heading', { name: '概要' }).boundingBox())?.y ?? 0;
    expect(top).toBeLessThan(details);
    expect(top).toBeLessThan(isPhone ? 3 * 740 : 2 * 720);
    expect(faults).toEqual([]);
  });

  test('finds a request and the PRD that answers it', async () => {
    const { page, faults, press, search, result } = await open();
    await search('打ち直している');
    await press(result(/店舗のExcelシフトを、本部がもう一度打ち直している/));
    await page.getByRole('heading', { level: 1, name: /店舗のExcelシフト/ }).waitFor();
    await press(
      page.getByRole('region', { name: 'つながり' }).getByRole('link', { name: 'シフト表の一括取り込み' }).first(),
    );
    await page.getByRole('heading', { level: 1, name: 'シフト表の一括取り込み' }).waitFor();
    expect(faults).toEqual([]);
  });

  test('says that a page is out of date, without an account', async () => {
    const { page, faults, press, search, result } = await open();
    await search('シフト CSV 取り込み');
    await press(result(/シフト表をCSVと貼り付けで一括登録/));
    const told = page.getByRole('navigation', { name: 'このページについて知らせる' });
    await expect
      .poll(() => told.getByRole('link').allInnerTexts(), soon)
      .toEqual(['この情報は古い', 'わからない', '要望']);
    const mail = new URL((await told.getByRole('link', { name: 'この情報は古い' }).getAttribute('href')) ?? '');
    expect(mail.protocol + mail.pathname).toBe('mailto:pmm@example.com');
    expect(mail.searchParams.get('subject')).toContain('シフト表をCSVと貼り付けで一括登録できるようになりました');
    expect(mail.searchParams.get('body')).toContain('releases/2026-11-shift-csv-import');
    expect(faults).toEqual([]);
  });
});

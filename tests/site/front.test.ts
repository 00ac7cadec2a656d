/** Home, releases, copying, hand-outs, print and taking part, in a real browser over real builds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ReleaseRow } from '../../src/site/client/releases.ts';
import { openPage, phone } from '../support/browser.ts';
import { buildPortal, serve } from '../support/portal.ts';
import { copyExample, temporaryFolder, writeFiles } from '../support/process.ts';
import { startSite } from '../support/site.ts';

const planted = `---
title: 公開のお知らせ
summary: 公開の要約です。
owner: product/himitsu-tanto
date: 2026-11-18
visibility: public
products: [payroll]
plans: [pro]
audiences: [sales, customer]
levers: [retention]
prds: [site-close]
actions:
  - { who: sales, what: ひみつの宿題, by: 2026-12-01 }
---

ひみつの前置き

## 営業向け

ひみつの営業メモ

### ヒアリング

- ひみつの質問

### トークトラック

「**月末**は何日かかりますか」と聞く。くわしくは[価格の話](https://example.com/price)と[別のページ](../enablement/excel-battlecard.md)。

- <3日なら& >そのまま
- 5日なら*注意*

#### 続き

最後にひと言。

## お客様向け

お客様への文です。[外のページ](https://example.com/open)と[中のページ](../prds/site-close.md)。<!-- ひみつのコメント -->

## CS向け

ひみつのCSメモ

## 約束しないこと

- ひみつの約束
`;

/** Enough that the list has a second page, all of one product and long ago. */
const old = Object.fromEntries(
  Array.from({ length: 64 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    const text = `---\ntitle: 昔のお知らせ${number}\ndate: 2025-03-01\ntier: 3\nproducts: [yearend]\naudiences: [cs]\n---\n\n本文。\n`;
    return [`content/releases/old-${number}.md`, text];
  }),
);

const news = 'releases/2026-11-open/';
const clock = new Date('2026-11-21T09:00+09:00');

const site = startSite((cwd) => {
  copyExample(cwd);
  writeFiles(cwd, { 'content/releases/2026-11-open.md': planted, ...old });
});

async function open(path: string, options: Parameters<typeof openPage>[2] = {}) {
  const { page, faults } = await openPage(site.browser, site.url, options);
  await page.clock.setFixedTime(clock);
  await page.goto(site.url + path);
  return { page, faults };
}

const shownCards = (page: Page, within: string) =>
  page
    .locator(`${within} .card strong`)
    .evaluateAll((all) =>
      all.filter((one) => (one as HTMLElement).offsetParent !== null).map((one) => one.textContent),
    );

describe('home', () => {
  test('shows the newest three to everybody, without scripts too', async () => {
    const { page } = await open('', { javaScriptEnabled: false });
    expect(await shownCards(page, '[data-news]')).toEqual([
      '公開のお知らせ',
      'Close attendance site by site (beta)',
      'シフトCSVの「髙」「﨑」が文字化けする不具合を直しました',
    ]);
    expect(await page.locator('[data-role]').isVisible()).toBe(false);
    expect(await page.getByText('新しい順に 3 件です。').isVisible()).toBe(true);
  });

  test('remembers a role in this browser, and shows what is for it', async () => {
    const { page, faults } = await open('');
    await page.getByLabel('読み手を選ぶ').selectOption({ label: '経営' });
    const wanted = ['シフト表をCSVと貼り付けで一括登録できるようになりました'];
    expect(await shownCards(page, '[data-news]')).toEqual(expect.arrayContaining(wanted));
    expect(await shownCards(page, '[data-news]')).not.toContain('公開のお知らせ');
    await page.reload();
    expect(await page.getByLabel('読み手を選ぶ').inputValue()).toBe('executive');
    expect(await shownCards(page, '[data-news]')).not.toContain('公開のお知らせ');
    expect(await page.getByText('いま、あなたへのお願いはありません。').isVisible()).toBe(true);
    await page.getByRole('button', { name: '全員の分を見る' }).click();
    expect(await page.getByText('ひみつの宿題').isVisible()).toBe(true);
    await page.getByLabel('読み手を選ぶ').selectOption({ label: '営業' });
    const teams = await page
      .locator('[data-team]:visible')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.team));
    expect(new Set(teams)).toEqual(new Set(['sales']));
    expect(await page.context().cookies()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('shows what is new since the last visit, until the next one', async () => {
    const { page, faults } = await open('');
    expect(await page.getByText(/前回（/).count()).toBe(0);
    const keys = await page
      .locator('[data-key]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.key));
    const fresh = keys.filter((key) => /shift-csv-import|fix-shift-csv/.test(key as string));
    expect(fresh.length).toBe(2);
    const last = { at: clock.getTime() - 3 * 86_400_000, seen: keys.filter((key) => !fresh.includes(key)) };
    await page.evaluate((visit) => localStorage.setItem('kairanban:visit:/', JSON.stringify(visit)), last);
    for (const _ of ['at once', 'and when the page is loaded again']) {
      await page.reload();
      expect(await shownCards(page, '[data-news]')).toEqual([
        'シフトCSVの「髙」「﨑」が文字化けする不具合を直しました',
        'シフト表をCSVと貼り付けで一括登録できるようになりました',
      ]);
      expect(await page.getByText('前回（11月18日）からの新着です。').isVisible()).toBe(true);
    }
    await page.clock.setFixedTime(new Date(clock.getTime() + 86_400_000));
    await page.reload();
    expect(await page.getByText('前回（11月21日）から新しいものはありません。').isVisible()).toBe(true);
    expect((await shownCards(page, '[data-news]')).length).toBe(3);
    expect(faults).toEqual([]);
  });

  test('on a phone, five pages are a thumb away and the menu has all', async () => {
    const { page, faults } = await open('', phone);
    const bar = page.getByRole('navigation', { name: 'よく使うページ' });
    expect(await bar.locator('a').allTextContents()).toEqual([
      'ホーム',
      'リリース',
      '売り方',
      expect.anything(),
      '検索',
    ]);
    await page.getByRole('button', { name: 'メニュー' }).tap();
    await page.locator('#Menu').getByRole('link', { name: '経営サマリー' }).tap();
    await page.waitForURL('**/executive/');
    expect(faults).toEqual([]);
  });
});

describe('releases', () => {
  test('what changed since Monday is one tap away, in the address, and gone with the back button', async () => {
    const { page, faults } = await open('releases/', phone);
    await page.getByText('今週', { exact: true }).tap();
    const found = ['公開のお知らせ', 'Close attendance site by site (beta)'];
    await expect.poll(() => shownCards(page, '[data-found]')).toEqual(found);
    expect(new URL(page.url()).search).toBe('?since=week');
    await page.goBack();
    await expect.poll(() => page.locator('[data-found]').isVisible()).toBe(false);
    expect(await page.getByRole('radio', { name: 'すべて' }).isChecked()).toBe(true);
    expect(await page.locator('[data-all-releases]').isVisible()).toBe(true);
    await page.goForward();
    await expect.poll(() => shownCards(page, '[data-found]')).toEqual(found);
    expect(faults).toEqual([]);
  });

  test('lead with what is out, the newest first; what is to come has its own place below, the soonest first', async () => {
    const { page, faults } = await open('releases/', { reducedMotion: 'reduce' });
    const all: ReleaseRow[] = JSON.parse(readFileSync(join(site.folder, 'releases/all.json'), 'utf8'));
    const coming = all.filter((row) => row.coming);
    expect(coming.length).toBeGreaterThan(1);
    expect(coming.map(({ day }) => day)).toEqual(coming.map(({ day }) => day).sort());
    expect(coming.filter(({ day, badges }) => day <= '2026-11-21' && badges[0]?.text !== '予定')).toEqual([]);
    const [first] = await shownCards(page, '[data-all-releases]');
    expect(first).toBe('公開のお知らせ');
    const below = page.getByRole('region', { name: 'これからのリリース' });
    expect(await below.locator('strong').allTextContents()).toEqual(coming.map(({ title }) => title));
    await page.getByRole('link', { name: `これからのリリース（${coming.length}）` }).click();
    await expect.poll(() => below.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
    await page.getByLabel('製品').selectOption({ label: '給与計算' });
    const titles = page.locator('[data-found] h2');
    await titles.first().waitFor();
    expect(await titles.first().textContent()).toBe('2026年11月');
    expect(await titles.last().textContent()).toBe('これからのリリース');
    expect(faults).toEqual([]);
  });

  test('choices reach every release, those of other pages too, and are kept in the address', async () => {
    const { page, faults } = await open('releases/');
    expect(await page.getByText('昔のお知らせ01').count()).toBe(0);
    const all: ReleaseRow[] = JSON.parse(readFileSync(join(site.folder, 'releases/all.json'), 'utf8'));
    // One of the example's is confidential.
    const notes = readdirSync(join(site.cwd, 'content/releases')).filter((name) => name.endsWith('.md'));
    expect(all.length).toBe(notes.length - 1);
    await page.getByLabel('製品').selectOption({ label: '年末調整' });
    const count = (fits: (row: ReleaseRow) => boolean) => `${all.filter(fits).length} 件`;
    // What names none is for all.
    const has = (values: readonly string[] | undefined, value: string) => values?.includes(value) ?? true;
    await page.getByText(count(({ values }) => has(values.product, 'yearend'))).waitFor();
    await page.getByRole('button', { name: 'もっと見る' }).click();
    expect(await page.getByText('昔のお知らせ01').isVisible()).toBe(true);
    await page.getByLabel('読み手').selectOption({ label: '営業' });
    const forSales = ({ values: { product, audience } }: ReleaseRow) =>
      has(product, 'yearend') && has(audience, 'sales');
    await page.getByText(count(forSales), { exact: false }).waitFor();
    expect(new URL(page.url()).search).toBe('?product=yearend&audience=sales');
    await page.goto(`${site.url}releases/?product=payroll&plan=pro&since=2026-11-01`);
    const lately = ({ day, values: { product, plan } }: ReleaseRow) =>
      day >= '2026-11-01' && day <= '2026-11-21' && has(product, 'payroll') && has(plan, 'pro');
    await page.getByText(count(lately)).waitFor();
    const spoken = (title: RegExp) => page.locator('.cards strong:visible', { hasText: title }).getAttribute('lang');
    expect([await spoken(/^Close attendance/), await spoken(/給与/)]).toEqual(['en', null]);
    expect(await page.getByLabel('対象プラン').inputValue()).toBe('pro');
    expect(await page.getByLabel('この日から').inputValue()).toBe('2026-11-01');
    await page.getByRole('button', { name: '絞り込みをやめる' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('[data-all-releases]').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('are subscribed to: all, or those of the product or the readers that are chosen', async () => {
    const { page, faults } = await open('releases/');
    const subscribe = page.getByRole('link', { name: '購読する（Atom）' });
    const said = async () => [await subscribe.textContent(), await subscribe.getAttribute('href')];
    const all = ['購読する（Atom）', '/feeds/all.xml'];
    expect(await said()).toEqual(all);
    await page.getByLabel('製品').selectOption({ label: '給与計算' });
    await expect.poll(said).toEqual(['「給与計算」を購読する（Atom）', '/feeds/products/payroll.xml']);
    expect(existsSync(join(site.folder, 'feeds/products/payroll.xml'))).toBe(true);
    // There is no feed of both.
    await page.getByLabel('読み手').selectOption({ label: '営業' });
    await expect.poll(said).toEqual(all);
    await page.getByLabel('製品').selectOption('');
    await expect.poll(said).toEqual(['「営業」を購読する（Atom）', '/feeds/audiences/sales.xml']);
    await page.getByRole('button', { name: '絞り込みをやめる' }).click();
    await expect.poll(said).toEqual(all);
    expect(faults).toEqual([]);
  });

  test('an address with what nobody can choose shows that nothing matches, and the way back', async () => {
    const { page, faults } = await open('releases/?lever=%3Cimg%20src%3Dx%3E');
    await page.getByText('合うリリースはありません。').waitFor();
    await page.getByRole('button', { name: '絞り込みをやめる' }).click();
    expect(await page.locator('[data-all-releases]').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('without scripts the plain list is there, and nothing that needs them', async () => {
    const { page } = await open('releases/', { javaScriptEnabled: false });
    expect(await page.locator('.filter').isVisible()).toBe(false);
    expect((await shownCards(page, '[data-all-releases] > :not([aria-labelledby])')).length).toBe(60);
    await page.getByRole('link', { name: '古いほうへ' }).click();
    await page.getByText('昔のお知らせ01').waitFor();
  });
});

describe('a release', () => {
  test('leads with the talk track and asks, answers and does not promise in that order', async () => {
    const { page } = await open(news);
    const headings = await page.locator('.sales h3').allTextContents();
    expect(headings).toEqual(['トークトラック', 'ヒアリング', '約束しないこと']);
    expect(await page.locator('.talk .prose').textContent()).toContain('最後にひと言。');
    const { page: diff } = await open('releases/2026-10-payroll-diff-check/');
    const offer = diff.locator('.offer');
    expect(await offer.getByRole('link', { name: /When to bring up Pro/ }).count()).toBe(1);
    expect(await offer.textContent()).toContain('茜雲物流様');
    expect((await offer.textContent())?.replace(/\s+/g, ' ')).toContain('締めから確定までの営業日数 5 → 3 営業日');
  });

  test('on paper there is nothing of the frame, on A4, and addresses only of what is elsewhere', async () => {
    const { page } = await open(news);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const chrome of ['.top', '.rail', '.bar', '.copies', '.take-part', '.side-links', '.skip'])
      expect([chrome, await page.locator(chrome).first().isVisible()]).toEqual([chrome, false]);
    const link = (name: string) =>
      page
        .locator('.prose')
        .getByRole('link', { name })
        .first()
        .evaluate((one) => getComputedStyle(one, '::after').content);
    expect(await link('価格の話')).toContain('https://example.com/price');
    expect(await link('別のページ')).toBe('none');
    const ink = await page.locator('h1').evaluate((one) => getComputedStyle(one).color);
    expect(ink).toBe('rgb(28, 36, 48)');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?/);
    // At the head of every sheet, who may see it and whose it is.
    const head = page.locator('.foot');
    const said = head.locator('span').filter({ visible: true });
    expect(await said.allTextContents()).toEqual(['社内限り：社外に出さないでください', 'ほしぞら労務 ナレッジ']);
    expect(await head.evaluate((one) => getComputedStyle(one).display)).toBe('table-header-group');
    expect(await page.locator('.trace .to-write').count()).toBeGreaterThan(0);
    expect(await page.locator('.trace .to-write').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await said.allTextContents()).not.toContain('ほしぞら労務 ナレッジ');
    expect(await page.locator('.trace .to-write').first().isVisible()).toBe(true);
  });

  test('tells what there was to do from what there is', async () => {
    const { page } = await open('releases/2026-10-legacy-punch-sunset/');
    const days = page.locator('.stack .day');
    expect(await days.allTextContents()).toEqual([
      '2026-12-09',
      '2026-11-13期限が過ぎました',
      '2026-11-06期限が過ぎました',
    ]);
    const [due, past] = await days.evaluateAll((all) => all.map((one) => getComputedStyle(one).color));
    expect(past).not.toBe(due);
  });

  test('says what is wrong with it to the team, with its id and title', async () => {
    const { page } = await open(news);
    const part = page.getByRole('navigation', { name: 'このページについて知らせる' });
    expect(await part.getByRole('link').allTextContents()).toEqual(['この情報は古い', 'わからない', '要望']);
    const url = new URL((await part.getByRole('link', { name: 'この情報は古い' }).getAttribute('href')) as string);
    expect(url.protocol + url.pathname).toBe('mailto:pmm@example.com');
    expect(url.searchParams.get('subject')).toBe('【この情報は古い】公開のお知らせ');
    expect(url.searchParams.get('body')?.split('\r\n').slice(0, 3)).toEqual([
      'ページ：公開のお知らせ',
      'ID：releases/2026-11-open',
      'https://portal.example.com/releases/2026-11-open/',
    ]);
    await page.goto(`${site.url}404.html`);
    expect(await part.count()).toBe(0);
    await page.goto(`${site.url}terms/`);
    expect(
      decodeURIComponent(
        (await page.getByRole('link', { name: '要望', exact: true }).last().getAttribute('href')) as string,
      ),
    ).toContain('ID：terms');
  });
});

describe('copying', () => {
  const permissions = { permissions: ['clipboard-read', 'clipboard-write'] };

  test('gives its talk track as plain text, and as Slack takes it', async () => {
    const { page, faults } = await open(news, permissions);
    const talk = page.locator('.talk');
    await talk.getByRole('button', { name: 'コピー', exact: true }).click();
    await expect.poll(() => talk.getByRole('button').first().textContent()).toBe('コピーしました');
    const read = (type: string) =>
      page.evaluate(async (wanted) => {
        const [item] = await navigator.clipboard.read();
        return item?.types.includes(wanted) ? await (await item.getType(wanted)).text() : undefined;
      }, type);
    const address = 'https://portal.example.com/enablement/excel-battlecard/';
    expect(await read('text/plain')).toBe(
      [
        `「月末は何日かかりますか」と聞く。くわしくは価格の話 <https://example.com/price>と別のページ <${address}>。`,
        '・<3日なら& >そのまま\n・5日なら注意',
        '続き',
        '最後にひと言。',
      ].join('\n\n'),
    );
    await talk.getByRole('button', { name: 'Slack 用にコピー' }).click();
    await expect.poll(() => talk.getByRole('button').last().textContent()).toBe('コピーしました');
    const slack = (await read('text/plain'))?.replaceAll('\u200b', '');
    expect(slack).toContain('「*月末*は何日かかりますか」と聞く。くわしくは価格の話 https://example.com/price と別の');
    expect(slack).toContain('• <3日なら& >そのまま\n• 5日なら_注意_');
    expect(slack).toContain('*続き*');
    const html = await read('text/html');
    expect(html).toContain('<strong>月末</strong>');
    expect(html).toContain(`href="${site.url}enablement/excel-battlecard/"`);
    expect(html).not.toMatch(/class=|data-/);
    // Of a part of the page the same address, for others.
    await page.goto(`${site.url}${news}?from=mail#ForSales`);
    await page.getByRole('button', { name: 'リンクをコピー' }).click();
    const link = `https://portal.example.com/${news}`;
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    // A talk track that is a page of its own.
    await page.goto(`${site.url}enablement/shift-import-talk-track/`);
    await page.getByRole('button', { name: 'コピー', exact: true }).click();
    await expect.poll(() => page.locator('[data-copy]').textContent()).toBe('コピーしました');
    expect((await page.evaluate(() => navigator.clipboard.readText())).length).toBeGreaterThan(200);
    expect(faults).toEqual([]);
  });
});

describe('the hand-out', () => {
  test('holds what is public and nothing else, whatever the portal shows', async () => {
    const html = readFileSync(join(site.folder, news, 'handout/index.html'), 'utf8');
    const markdown = readFileSync(join(site.folder, news, 'handout.md'), 'utf8');
    for (const open of ['お客様への文です。', '公開の要約です。', 'プロ'])
      expect([html.includes(open), markdown.includes(open)]).toEqual([true, true]);
    expect(html).toContain('href="https://example.com/open"');
    expect(markdown.match(/\]\([^)]*\)/g)).toEqual(['](https://example.com/open)']);
    for (const inside of [
      'ひみつ',
      'himitsu',
      '月末',
      '社内',
      'お客様向け',
      '/prds/',
      'mailto:',
      'data-search',
      '拠点',
    ])
      expect([inside, html.includes(inside), markdown.includes(inside)]).toEqual([inside, false, false]);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] as string);
    expect(links.filter((href) => !/\.(css|svg)$/.test(href))).toEqual([
      `/${news}handout.md`,
      '../',
      'https://example.com/open',
    ]);
    const { page, faults } = await open(news, phone);
    await page.getByRole('link', { name: 'お客様に渡す資料' }).tap();
    await page.waitForURL('**/handout/');
    expect(await page.locator('h1').textContent()).toBe('公開のお知らせ');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.handout-bar').isVisible()).toBe(false);
    // Whom it is from stands on paper too, above all else, and in its text.
    expect(await page.locator('main').locator(':scope > :first-child').textContent()).toBe('ほしぞら労務 ナレッジ');
    expect(await page.locator('main > .sender span').isVisible()).toBe(true);
    expect(markdown).toMatch(/^ほしぞら労務 ナレッジ\n\n# 公開のお知らせ/);
    expect(faults).toEqual([]);
  });

  test.each([
    ['2026-11-shift-csv-import', '提供開始'],
    ['2026-12-bonus-breakdown', '提供予定'],
    ['2026-10-legacy-punch-sunset', 'お知らせ日'],
    ['2026-10-fix-yearend-dependents', '修正日'],
    ['2026-03-childcare-support-levy', '変更日'],
  ])('%s says of its day: %s', (id, label) => {
    const [html, markdown] = ['/index.html', '.md'].map((end) =>
      readFileSync(join(site.folder, `releases/${id}/handout${end}`), 'utf8'),
    );
    expect(/<dl.*?<dt[^>]*>(.*?)<\/dt>/s.exec(html as string)?.[1]).toBe(label);
    expect(markdown).toMatch(new RegExp(`^- ${label}：\\d{4}-`, 'm'));
  });

  test('there is one of public releases only', () => {
    const handed = readdirSync(join(site.folder, 'releases')).filter((id) =>
      existsSync(join(site.folder, 'releases', id, 'handout')),
    );
    expect(handed).toContain('2026-11-shift-csv-import');
    // Internal, and withdrawn.
    expect(handed).not.toContain('2026-09-minimum-wage-check');
    expect(handed).not.toContain('2026-11-payroll-auto-lock');
  });
});

describe('the loop and the executive page', () => {
  test('the loop says where it is stuck, and leads there', async () => {
    const { page, faults } = await open('loop/');
    const stuck = page.getByRole('region', { name: /誰も見ていない要望/ });
    await stuck.getByRole('link', { name: /給与明細が日本語だけで/ }).click();
    await page.waitForURL('**/requests/english-payslip/');
    expect(faults).toEqual([]);
  });

  test('the executive page fits one sheet of paper', async () => {
    const { page } = await open('executive/');
    expect(await page.locator('.told').textContent()).toContain('10拠点以上の契約企業318社が主な対象');
    await page.emulateMedia({ media: 'print' });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  });
});

test('a portal for the public asks nobody inside, and has the looks that it is given', async () => {
  const own = temporaryFolder();
  copyExample(own);
  const yaml = readFileSync(join(own, 'content/kairanban.yaml'), 'utf8');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 28" width="60" height="28"><rect width="60" height="28"/></svg>';
  writeFiles(own, {
    'content/brand/logo.svg': svg,
    'content/kairanban.yaml': yaml
      .replace('https://portal.example.com', 'https://example.com/kb/')
      .replace('portal:\n', "portal:\n  logo: brand/logo.svg\n  accent: '#0b6e4f'\n  home: [selling, new]\n"),
  });
  const out = await buildPortal(own, ['--visibility', 'public']);
  for (const path of ['loop', 'executive']) expect(existsSync(join(out, path))).toBe(false);
  const all = readdirSync(out, { recursive: true, encoding: 'utf8' });
  expect(all.filter((path) => path.includes('handout'))).toEqual([]);
  const pages = all.filter((path) => path.endsWith('.html')).map((path) => readFileSync(join(out, path), 'utf8'));
  expect(pages.filter((html) => /mailto:pmm|take-part|data-role[ >]/.test(html))).toEqual([]);
  const served = await serve(out, '/kb/');
  try {
    const { page, faults } = await openPage(site.browser, new URL(served.url).origin);
    await page.goto(served.url);
    expect(await page.locator('.brand img').evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(
      0,
    );
    const color = (name: string) =>
      page
        .locator(name)
        .first()
        .evaluate((one) => getComputedStyle(one).color);
    expect(await color('.section-title a')).toBe('rgb(11, 110, 79)');
    expect(await page.locator('[data-home] h2').count()).toBe(1);
    expect(faults).toEqual([]);
  } finally {
    served.close();
  }
});

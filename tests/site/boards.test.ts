/** Lists, boards, pivots, the roadmap and the figures of entries, in a real browser. */
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, phone } from '../support/browser.ts';
import { writeFiles } from '../support/process.ts';
import { startSite } from '../support/site.ts';

const page = (fields: string, body = '') => `---\n${fields}\n---\n\n${body}\n`;

/** 70 requests of two products: every fifth is new, and raised on the first day of one of six months. */
const requests = Object.fromEntries(
  Array.from({ length: 70 }, (_, at) => [
    `content/requests/r${String(at).padStart(2, '0')}.md`,
    page(
      [
        `title: 要望その${at}`,
        `products: [${at % 2 ? 'payroll' : 'attendance'}]`,
        `source: ${at % 3 ? 'sales' : 'cs'}`,
        `status: ${at === 4 ? 'planned' : at % 5 ? 'triaged' : 'new'}`,
        `raised: 2026-0${(at % 6) + 4}-01`,
        ...(at === 1
          ? [
              'voices:',
              '  - { account: big, quote: 困っています, weight: { value: 3, pickedBy: cs/a, reason: 大事, until: 2027-01-31 } }',
              '  - { account: small, weight: { value: 2, pickedBy: cs/a, reason: 期限切れ, until: 2026-01-31 } }',
            ]
          : []),
        ...(at === 2 ? ['stage: month#close'] : []),
      ].join('\n'),
    ),
  ]),
);

const content = {
  'content/kairanban.yaml':
    'title: 板\nproducts: { payroll: 給与計算, attendance: 勤怠管理 }\nsegments: { smb: 小規模, big: 大手 }\n',
  'content/accounts/accounts.csv':
    'id,title,segment,status,doNotReapproach\nbig,大手商事,big,customer,\nsmall,小商店,smb,lost,極秘の理由です\n',
  ...requests,
  'content/requests/no.md': page(
    'title: 断った要望\nproducts: [payroll]\nsource: sales\nstatus: declined\nraised: 2026-04-01\nreason: 法律で決まっています\nreply: 代わりの方法をご案内します',
  ),
  'content/prds/late.md': page(
    'title: 遅れているもの\nstatus: delivery\nhorizon: 2026Q3\nconfidence: low\nproducts: [payroll]',
  ),
  'content/prds/soon.md': page(
    'title: もうすぐのもの\nstatus: delivery\nhorizon: 2026Q4\nconfidence: high\nrequests: [r01]\ngoal: days',
  ),
  'content/prds/later.md': page('title: いつかのもの\nstatus: discovery\nhorizon: later'),
  'content/prds/done.md': page('title: 前に出したもの\nstatus: shipped\nhorizon: 2026Q2\nrequests: [r03]\ngoal: days'),
  'content/prds/given-up.md': page('title: やめたもの\nstatus: cancelled\nhorizon: 2026Q4'),
  'content/releases/out.md': page('title: 締めを早くしました\ndate: 2026-09-10\nprds: [done]\ncloses: [month#wait]'),
  'content/releases/coming.md': page('title: 次に出すもの\ndate: 2027-01-20\nprds: [soon]\ncloses: [month#again]'),
  'content/journeys/month.md': page(
    [
      'title: ひと月',
      'stages:',
      '  - id: close',
      '    title: 締める',
      '    actions: [{ who: 担当, when: 月末, what: 数字をそろえる }]',
      '    gaps: [{ id: wait, text: 全員を待つ }, { id: again, text: やり直す }, { id: open, text: 電話をかける }]',
      '  - { id: pay, title: 払う }',
      '  - { id: tell, title: 明細を届ける }',
      '  - { id: ask, title: 問い合わせに答える }',
      '  - { id: keep, title: 記録を残す }',
    ].join('\n'),
  ),
  'content/journeys/year.md': page('title: 一年（大手）\nstages: [{ id: close, title: 締める }]'),
  'content/goals/days.md': page(
    'title: 確定までの日数\nunit: 日\ntarget: 3\nreadings: [{ date: 2026-08-31, value: 5 }, { date: 2026-09-30, value: 4.5 }, { date: 2026-10-31, value: 4 }]',
  ),
  'content/goals/long.md': page(
    'title: 長く\nreadings: [{ date: 2015-01-28, value: 1 }, { date: 2026-08-28, value: 2 }]',
  ),
  'content/goals/large.md': page(
    'title: 件数\nunit: 件\nbaseline: 1200\ntarget: 1000000\nreadings: [{ date: 2025-10-31, value: 0 }, { date: 2026-09-30, value: 900000 }]',
  ),
  'content/enablement/talk.md': page('title: 話し方\ntype: talk-track\nreviewed: 2026-11-01\nreleases: [out]'),
  'content/cases/another.md': page('title: 別の話\ncustomer: 小商店\nconsent: anonymous'),
  'content/enablement/old.md': page('title: 古い話し方\ntype: talk-track\nreviewed: 2026-01-10'),
  'content/enablement/rival.md': page('title: 競合との比べ方\ntype: battlecard\nreviewed: 2026-11-01'),
};

const site = startSite((cwd) => writeFiles(cwd, content));

async function open(path: string, options: BrowserContextOptions = {}) {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const opened = await openPage(site.browser, site.url, { permissions, ...options });
  await opened.page.goto(site.url + path);
  return opened;
}

describe('requests', () => {
  test('lead from a cell of the pivot to the requests in it', async () => {
    const { page, faults } = await open('requests/');
    await page.getByRole('link', { name: '集計で見る' }).click();
    await page.getByRole('navigation', { name: '列' }).getByRole('link', { name: '四半期' }).click();
    await page.waitForURL('**/requests/by/product/quarter/');
    const row = page.getByRole('row', { name: /^給与計算/ });
    // Of 70 requests every other one is of payroll, raised in May, July and September; and one that was declined, in April.
    expect(await row.locator('td b').allTextContents()).toEqual(['13', '23']);
    await row.getByRole('link').first().click();
    await page.waitForURL('**/requests/?product=payroll&quarter=2026Q2');
    await page.getByRole('status').filter({ hasText: '71 件中 13 件' }).waitFor();
    expect(await page.locator('[data-found] [data-item]').count()).toBe(13);
    expect(await page.getByRole('combobox', { name: '製品' }).inputValue()).toBe('payroll');
    expect(faults).toEqual([]);
  });

  test('stand side by side on a desk, a column for each state', async () => {
    for (const width of [1024, 1280, 1440]) {
      const { page } = await open('requests/', { viewport: { width, height: 900 } });
      const columns = await page
        .locator('.states section')
        .evaluateAll((all) =>
          all.map((one) => [one.getBoundingClientRect().top, one.querySelector('h2')?.textContent] as const),
        );
      expect(columns.map(([, title]) => title)).toEqual([
        expect.stringMatching(/^未トリアージ/),
        expect.stringMatching(/^トリアージ済み/),
        expect.stringMatching(/^予定/),
        expect.stringMatching(/^対応済み/),
        expect.stringMatching(/^見送り/),
      ]);
      expect([width, new Set(columns.map(([top]) => top)).size]).toEqual([width, 1]);
      const wide = (await page.locator('.states').evaluate((one) => one.scrollWidth - one.clientWidth)) > 0;
      // Five columns that can still be read need more than the narrowest desk has.
      expect([width, wide]).toEqual([width, width < 1280]);
    }
  });

  test('weigh voices by segment while the weight holds', async () => {
    const { page } = await open('requests/by/product/segment/');
    const cells = page.getByRole('row', { name: /^給与計算/ }).locator('td');
    expect((await cells.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      '1',
      '1重み 3',
      '35',
      '36',
    ]);
  });

  test('are narrowed in the address, found on every page of the list, and left with the back button', async () => {
    const { page, faults } = await open('requests/');
    const status = page.getByRole('status');
    expect(await status.textContent()).toBe('71 件');
    const source = page.getByRole('combobox', { name: '経路' });
    await source.selectOption('sales');
    await status.filter({ hasText: '71 件中 47 件' }).waitFor();
    await page.getByRole('combobox', { name: '状態' }).selectOption('new');
    await status.filter({ hasText: '71 件中 9 件' }).waitFor();
    expect(new URL(page.url()).search).toBe('?source=sales&status=new');
    await page.goBack();
    await status.filter({ hasText: '71 件中 47 件' }).waitFor();
    expect(await source.inputValue()).toBe('sales');
    await page.getByRole('button', { name: 'すべて見る' }).click();
    expect(await status.textContent()).toBe('71 件');
    expect(
      await page
        .getByRole('combobox')
        .first()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    expect(await page.locator('[data-whole]').isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test('keep what is chosen before their script has come', async () => {
    const { page, faults } = await open('');
    let come = () => {};
    const script = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route(/_assets\/Filtered/, async (route) => {
      await script;
      await route.continue();
    });
    await page.goto(`${site.url}requests/`, { waitUntil: 'commit' });
    const source = page.getByRole('combobox', { name: '経路' });
    await source.selectOption('sales');
    expect(await page.getByRole('status').textContent()).toBe('71 件');
    come();
    await page.getByRole('status').filter({ hasText: '71 件中 47 件' }).waitFor();
    expect([new URL(page.url()).search, await source.inputValue()]).toEqual(['?source=sales', 'sales']);
    expect(faults).toEqual([]);
  });

  test('show more than a screenful on demand', async () => {
    const { page } = await open('requests/?quarter=2026Q2');
    await page.getByRole('status').filter({ hasText: '71 件中 37 件' }).waitFor();
    expect(await page.getByRole('button', { name: 'もっと見る' }).isVisible()).toBe(false);
    await page.goto(`${site.url}requests/?stage=-`);
    await page.getByRole('status').filter({ hasText: '71 件中 70 件' }).waitFor();
    expect(await page.locator('[data-found] [data-item]').count()).toBe(60);
    await page.getByRole('button', { name: 'もっと見る' }).click();
    expect(await page.locator('[data-found] [data-item]').count()).toBe(70);
  });

  test('ignore what the address asks for and nobody has', async () => {
    const { page, faults } = await open('requests/?product=%3Cimg%20src=x%3E&nothing=1');
    expect(await page.getByRole('status').textContent()).toBe('71 件');
    expect(faults).toEqual([]);
  });

  test('say when the rest of the list cannot be had', async () => {
    const { page } = await open('requests/');
    await page.route('**/requests/page/2/', (route) => route.fulfill({ status: 500 }));
    await page.getByRole('combobox', { name: '経路' }).selectOption('cs');
    await page.getByRole('status').filter({ hasText: '一覧の続きを読み込めませんでした' }).waitFor();
  });

  test('are all to be found without JavaScript, those that wait longest first', async () => {
    const { page } = await open('requests/', { javaScriptEnabled: false });
    const first = page.locator('.board section').first();
    expect(await first.locator('h2').textContent()).toMatch(/未トリアージ\s*14\s*最長 234 日/);
    expect(await first.locator('.card').first().textContent()).toMatch(/受けてから\s*234 日/);
    await first.getByRole('link', { name: 'ほか 8 件' }).click();
    const titles = new Set(await page.locator('main .card strong').allTextContents());
    await page.getByRole('link', { name: '次へ' }).click();
    await page.waitForURL('**/requests/page/2/');
    for (const title of await page.locator('main .card strong').allTextContents()) titles.add(title);
    expect(titles.size).toBe(71);
  });
});

test('a request says how long it waits, and a declined one what to tell the customer', async () => {
  const { page, faults } = await open('requests/no/');
  await page.getByRole('button', { name: 'コピー', exact: true }).click();
  await page.getByRole('button', { name: 'コピーしました' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('代わりの方法をご案内します');
  expect(await page.locator('.reason').textContent()).toContain('法律で決まっています');
  // This portal does not say where it will be.
  await page.getByRole('button', { name: 'リンクをコピー' }).click();
  const link = `${site.url}requests/no/`;
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.goto(`${site.url}requests/r00/`);
  expect(await page.locator('.notice').textContent()).toBe('受けてから 234 日、まだトリアージされていません。');
  expect(faults).toEqual([]);
});

test('a request that a release answers says that it is answered, and nothing else of its status', async () => {
  const { page } = await open('requests/r03/');
  expect(await page.locator('.entry-head .badge').allTextContents()).toEqual(['対応済み']);
  expect(await page.locator('.facts dt').allTextContents()).toEqual(['経路', '受けた日']);
});

test('the roadmap holds what is planned, in the order of time, and promises no more', async () => {
  const { page } = await open('roadmap/');
  const columns = page.locator('.roadmap > section');
  const said = await columns.evaluateAll((all) =>
    all.map((one) => [
      one.querySelector('h2')?.textContent?.trim(),
      ...[...one.querySelectorAll('strong')].map((title) => title.textContent),
    ]),
  );
  expect(said).toEqual([
    ['2026年7〜9月期時期を過ぎています', '遅れているもの'],
    ['2026年10〜12月期', 'もうすぐのもの'],
    ['その先に取り組む', 'いつかのもの'],
  ]);
  expect(await columns.nth(1).textContent()).toContain('確度 高');
  expect(await page.getByRole('main').textContent()).not.toContain('2027');
});

test('a journey says which release closed a gap, which will, and which is open', async () => {
  const { page } = await open('journeys/month/');
  const said = async (text: string) =>
    (await page.locator('.gap', { hasText: text }).textContent())?.replace(/\s+/g, ' ').trim();
  expect(await said('全員を待つ')).toMatch(/埋めたリリース 締めを早くしました$/);
  expect(await said('やり直す')).toMatch(/埋める予定 次に出すもの$/);
  expect(await said('電話をかける')).toMatch(/まだ埋まっていません$/);
  expect(await page.locator('.map .voices').textContent()).toContain('要望その2');
  await page.getByRole('main').getByRole('link', { name: '締めを早くしました' }).click();
  await page.waitForURL('**/releases/out/');
});

test('the five stages of a journey stand side by side on a desk', async () => {
  for (const width of [1280, 1440]) {
    const { page } = await open('journeys/month/', { viewport: { width, height: 900 } });
    const wide = (await page.locator('.map-frame').evaluate((one) => one.scrollWidth - one.clientWidth)) > 0;
    expect([width, await page.locator('.map > li').count(), wide]).toEqual([width, 5, false]);
  }
});

test('a table that goes on beyond the edge of a phone fades out there until its end, and its heads leave it room', async () => {
  const { page } = await open('requests/by/source/quarter/', phone);
  const table = page.locator('.scroll:has(.pivot)');
  await table.evaluate((one) => {
    for (const head of one.querySelectorAll('tbody th'))
      head.textContent = '月次の締めと給与の確定を任されている担当者が困る段階';
    for (const head of one.querySelectorAll('thead th')) head.textContent = '2026年10〜12月期の終わりまで';
  });
  const fading = () => table.evaluate((one) => Number.parseFloat(getComputedStyle(one).getPropertyValue('--more')));
  await expect.poll(fading).toBeGreaterThan(20);
  const head = await table.locator('tbody th').first().boundingBox();
  expect(head?.width).toBeLessThan(160);
  await table.evaluate((one) => one.scrollTo({ left: one.scrollWidth, behavior: 'instant' }));
  await expect.poll(fading).toBe(0);
});

test('stages of journeys that share a title are told apart without brackets in brackets', async () => {
  const { page } = await open('requests/by/stage/product/');
  const heads = await page.locator('.pivot tbody th').allTextContents();
  expect(heads).toEqual(expect.arrayContaining(['締める · ひと月']));
});

test('what sales open comes last once it is to be checked again', async () => {
  const { page } = await open('enablement/');
  expect(await page.locator('main .card strong').allTextContents()).toEqual(['話し方', '競合との比べ方', '古い話し方']);
  expect(await page.locator('main .card').last().textContent()).toContain('要確認');
});

test('a chart has its table beside it, and the releases on its axis', async () => {
  const { page } = await open('goals/days/');
  const chart = page.getByRole('img', { name: /^確定までの日数：2026-08-31 の 5 日 から 2026-10-31 の 4 日 へ。/ });
  expect(await chart.locator('circle').count()).toBe(3);
  expect(await chart.locator('text.flag').allTextContents()).toEqual(['1']);
  expect(await page.locator('.readings td').allTextContents()).toEqual([
    ...['2026-10-31', '4'],
    ...['2026-09-30', '4.5'],
    ...['2026-08-31', '5'],
  ]);
  expect(await page.locator('.marks li').allTextContents()).toEqual(['2026-09-10 締めを早くしました']);
});

test('the axis of a chart says the year wherever it is another', async () => {
  const days = async (path: string) => (await open(path)).page.locator('.chart .day').allTextContents();
  expect(await days('goals/long/')).toEqual(['2016年', '2019年', '2022年', '2025年']);
  expect(await days('goals/large/')).toEqual(['2025年11月', '2026年2月', '5月', '8月']);
});

test('on a phone no words of a chart of large values stand over others', async () => {
  const { page } = await open('goals/large/', phone);
  const boxes = await page.locator('.chart text').evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return { text: one.textContent, left, right, top: top + 3, bottom: bottom - 3 };
    }),
  );
  const over = boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
  expect(boxes.length).toBeGreaterThan(6);
  expect(over).toEqual([]);
});

test('a trace says what is missing, and to insiders what would fill it', async () => {
  const { page } = await open('releases/out/');
  const stages = page.locator('.trace > li');
  const states = await stages.evaluateAll((all) => all.map((one) => one.className));
  expect(states).toEqual(['filled', 'filled', 'here', 'filled', 'gap', 'filled']);
  expect(await stages.nth(4).textContent()).toContain('CS に聞いてみてください');
  await page.goto(`${site.url}prds/later/`);
  expect(await stages.evaluateAll((all) => all.map((one) => one.className))).toEqual([
    ...['gap', 'here', 'later', 'later', 'later', 'gap'],
  ]);
});

test('an account says what answers its voices, and not why it must be left alone', async () => {
  const { page } = await open('accounts/big/');
  expect(await page.getByRole('main').textContent()).toMatch(/困っています\s*予定のリリース 次に出すもの/);
  await page.goto(`${site.url}accounts/small/`);
  expect(await page.content()).not.toContain('極秘の理由');
});

test('everything fits a phone, and a thumb', async () => {
  const { page, faults } = await open('', phone);
  for (const path of [
    'requests/',
    'requests/by/product/quarter/',
    'requests/page/2/',
    'roadmap/',
    'goals/',
    'goals/days/',
    'journeys/month/',
    'prds/',
    'accounts/big/',
  ]) {
    await page.goto(site.url + path);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
    const low = await page
      .locator('main :is(a, select, button, summary)')
      .evaluateAll((all) =>
        all
          .map((one) => [one.textContent?.trim().slice(0, 20), one.getBoundingClientRect().height] as const)
          .filter(([, height]) => height > 0 && height < 44),
      );
    expect([path, low]).toEqual([path, []]);
  }
  expect(faults).toEqual([]);
});

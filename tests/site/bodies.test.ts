/** What people write in bodies, in a real browser: links, anchors, tasks, footnotes, addresses. At a base path. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { writeFiles } from '../support/process.ts';
import { startSite } from '../support/site.ts';

const files = {
  'content/kairanban.yaml': 'title: 見本\nportal: { url: https://example.com/kb/ }\n',
  'content/releases/2026/a.md': `---
title: A
date: 2026-11-01
tier: 3
---
[絶対](/prds/b/) [基底](/kb/prds/b/) [根](/content/prds/b.md) [根2](/prds/b.md) [ない](/prds/nothing/) [よそ](/other/x.html)

[ファイル](../../prds/b.md) [節](../../prds/b.md#背景) [二つ目](../../prds/b.md#背景-1) [話](d.md#トークトラック) [営業](d.md#営業向け)
[一覧](../../prds/) [入口](../../) [空の種類](../../goals/) [頁](../d/) [旧](../../prds/old.md) [外](../../../README.md)
[絵](../../images/a.png) [資料](price.pdf) [無](nothing.md) [CSV](../../accounts/accounts.csv) [壊](%zz.md) [空]()
[この頁](#手順) [外部](https://example.org/x) [郵便](mailto:a@example.org)

## 手順

- [ ] まだの[仕事](/prds/b/)
- [x] 済んだ仕事
- [y] 仕事ではない

詳しくは https://example.com/a。次に（https://example.com/b_(c)）とhttps://example.com/d?e=1&f=2、example.com や a@example.com、ftp://example.com/x。

最初[^い]、次[^2]、また[^い]、ない[^9]。

[^2]: 二つ目は[PRD](../../prds/b.md)に。

### 表とコード

| 列 | 値 |
| --- | --- |
| a | b |

\`\`\`sh
echo 'https://example.com/code'
\`\`\`

[^い]: 一つ目の
続き。

    別の段落。
`,
  'content/releases/2026/d.md': `---
title: D
date: 2026-11-02
---
# D

## 営業向け

### トークトラック

お話し[^t]の[資料][doc]です。

### トークトラック

二つ目のお話。

### 約束しないこと

期日。

## 概要

本文[^u]と[資料][doc]。

[doc]: ../../prds/b.md
[^t]: 話の注。
[^u]: 本文の注。
[注意]: これは ただの 段落です
`,
  'content/prds/b.md':
    '---\ntitle: B\nformerly: [old]\n---\n## 背景\n\nx\n\n## `背景`\n\ny\n\n## Facts\n\nz\n\n## Main\n\nw\n',
  'content/accounts/accounts.csv': 'id,title,status\nacme,アクメ,customer\n',
  'content/images/a.png': 'not a picture',
};

const site = startSite((cwd) => writeFiles(cwd, files), '/kb/');
let page: Page;
let faults: string[];

beforeAll(async () => {
  ({ page, faults } = await openPage(site.browser, new URL(site.url).origin));
});

const linkOf = async (name: string) => {
  const link = page.locator('main .prose a', { hasText: name });
  const [href] = await link.evaluateAll(
    (links, words) => links.filter((one) => one.textContent === words).map((one) => one.getAttribute('href') ?? ''),
    name,
  );
  return href === undefined ? undefined : decodeURI(href);
};

describe('links in a body', () => {
  test.each([
    ['絶対', '/kb/prds/b/'],
    ['基底', '/kb/prds/b/'],
    ['根', '/kb/prds/b/'],
    ['根2', '/kb/prds/b/'],
    ['ファイル', '/kb/prds/b/'],
    ['節', '/kb/prds/b/#背景'],
    ['一覧', '/kb/prds/'],
    ['入口', '/kb/'],
    ['頁', '/kb/releases/d/'],
    ['旧', '/kb/prds/b/'],
    ['この頁', '#手順'],
    ['外部', 'https://example.org/x'],
    ['郵便', 'mailto:a@example.org'],
  ])('%s leads to %s', async (name, href) => {
    await page.goto(`${site.url}releases/a/`);
    expect(await linkOf(name)).toBe(href);
  });

  test.each(['ない', 'よそ', '空の種類', '外', '絵', '資料', '無', 'CSV', '壊', '空'])(
    '%s stays words',
    async (name) => {
      await page.goto(`${site.url}releases/a/`);
      expect(await linkOf(name)).toBeUndefined();
      expect(await page.textContent('main .prose')).toContain(name);
    },
  );

  test.each([
    ['節', 'prds/b', '背景'],
    ['二つ目', 'prds/b', '背景'],
    ['話', 'releases/d', 'トークトラック'],
    ['営業', 'releases/d', '営業の方へ'],
  ])('with an anchor lead to the heading: %s', async (name, path, heading) => {
    await page.goto(`${site.url}releases/a/`);
    await page.locator('main .prose a').getByText(name, { exact: true }).click();
    await page.waitForURL(`**/${path}/#*`);
    expect(await page.locator(':target').textContent()).toContain(heading);
    expect(await page.locator(':target').count()).toBe(1);
  });

  test('with an anchor tell headings of one name apart', async () => {
    await page.goto(`${site.url}prds/b/`);
    expect(await page.locator('.prose h2').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      '背景',
      '背景-1',
      'facts',
      'main',
    ]);
  });
});

test('no page has an id twice, and no link of a body is broken', async () => {
  for (const path of ['', 'prds/b/', 'releases/a/', 'releases/d/']) {
    await page.goto(site.url + path);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size, path).toBe(ids.length);
    const hrefs = await page
      .locator('main a')
      .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href));
    for (const href of hrefs.filter((one) => one.startsWith(site.url)))
      expect([href, (await page.request.get(href)).status()]).toEqual([href, 200]);
  }
});

test('tasks are boxes named by their words', async () => {
  await page.goto(`${site.url}releases/a/`);
  const boxes = page.locator('main .prose').getByRole('checkbox');
  expect(await boxes.count()).toBe(2);
  const todo = page.getByRole('checkbox', { name: 'まだの仕事' });
  expect([await todo.isChecked(), await todo.isDisabled()]).toEqual([false, true]);
  expect(await page.getByRole('checkbox', { name: '済んだ仕事' }).isChecked()).toBe(true);
  expect(await page.textContent('main .prose')).toContain('[y] 仕事ではない');
});

test('addresses are links where they say http(s), and end where Japanese begins', async () => {
  await page.goto(`${site.url}releases/a/`);
  const paragraph = page.locator('.prose p', { hasText: '詳しくは' });
  expect(await paragraph.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'https://example.com/a',
    'https://example.com/b_(c)',
    'https://example.com/d?e=1&f=2',
  ]);
  expect(await paragraph.textContent()).toContain('https://example.com/a。次に（');
});

test('footnotes lead to their notes and back', async () => {
  await page.goto(`${site.url}releases/a/`);
  const prose = page.locator('main .prose');
  expect(await prose.textContent()).toContain('最初[1]、次[2]、また[1]、ない[^9]。');
  const notes = prose.locator('.notes > li');
  expect(await notes.first().textContent()).toContain('一つ目の\n続き。');
  expect(await notes.first().textContent()).toContain('別の段落。');
  expect(await notes.nth(1).getByRole('link', { name: 'PRD' }).getAttribute('href')).toBe('/kb/prds/b/');
  await prose.getByRole('link', { name: '注 2' }).click();
  expect(await page.locator(':target').textContent()).toContain('二つ目は');
  await page.locator(':target').getByRole('link', { name: '本文へ戻る' }).click();
  expect(await page.locator(':target').textContent()).toBe('[2]');
});

test('a part of the page knows the notes and addresses of the whole, and each part is there once', async () => {
  await page.goto(`${site.url}releases/d/`);
  const main = page.locator('main');
  expect(await main.locator('.talk').first().textContent()).toMatch(/お話し\[1\]の資料です。[\s\S]*話の注。/);
  expect(await main.locator('.prose').last().textContent()).toMatch(/本文\[2\]と資料。[\s\S]*本文の注。/);
  expect(await main.locator('.prose a', { hasText: '資料' }).count()).toBe(2);
  const text = (await main.textContent()) ?? '';
  for (const once of ['期日。', '二つ目のお話。', '[注意]: これは ただの 段落です', '話の注。'])
    expect([once, text.split(once).length - 1]).toEqual([once, 1]);
});

test('what scrolls has a name and is reached by keys', async () => {
  await page.goto(`${site.url}releases/a/`);
  for (const name of ['表', 'コード']) {
    const region = page.getByRole('group', { name, exact: true });
    expect([name, await region.getAttribute('tabindex')]).toEqual([name, '0']);
  }
  expect(faults).toEqual([]);
});

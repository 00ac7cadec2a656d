/** What a body may hold, in a real browser under the pages' policy: pictures, hints, boxes, and a page that means harm. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, openPage, phone } from '../support/browser.ts';
import { photo, secret } from '../support/photo.ts';
import { kept, runBuild, serve } from '../support/portal.ts';
import { now, runCli, writeFiles } from '../support/process.ts';

/** A PNG of noise, which does not pack well. */
function png(width: number, height: number, seed = 7): Buffer {
  let last = seed;
  const noise = () => {
    last = (last * 1103515245 + 12345) & 0x7fffffff;
    return last >> 16;
  };
  const rows = Array.from({ length: height }, () => Buffer.from([0, ...Array.from({ length: width }, noise)]));
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

const hostile = `<script>top.hurt = 1</script>
<img src=x onerror="top.hurt = 2"> <img src="https://evil.example/a.png" srcset="https://evil.example/b.png 2x">
![外](https://evil.example/c.png) ![内](../img/bad.svg) <svg onload="top.hurt = 3"></svg>
<iframe src="https://evil.example/"></iframe> <video src="https://evil.example/v.mp4" autoplay></video>

<style>@import "https://evil.example/x.css"; body { background: url(https://evil.example/y.png) }</style>
<link rel="stylesheet" href="https://evil.example/x.css"> <link rel="prefetch" href="https://evil.example/z">
<meta http-equiv="refresh" content="0;url=https://evil.example/"> <base href="https://evil.example/">

<b style="position: fixed; background: url(https://evil.example/s.png)" onmouseover="top.hurt = 4">太字</b>
<a href="javascript:top.hurt = 5">押す</a> [押す](javascript:top.hurt=6) [外へ](https://evil.example/page)
<form action="https://evil.example/"><input autofocus onfocus="top.hurt = 7"></form>
<details open ontoggle="top.hurt = 8"><summary>開く</summary>中</details>
<p id="Main" name="location">本文</p>
`;

const files = {
  'content/kairanban.yaml': 'title: 見本\nportal: { url: https://example.com/kb/ }\n',
  'content/releases/hostile.md': `---\ntitle: 害\ndate: 2026-11-01\n---\n${hostile}`,
  'content/releases/a.md': `---
title: 画像
date: 2026-11-02
formerly: [old]
visibility: public
---
![大きな画面](../img/large.png "取り込みの画面")

![小さな印](../img/small.png) ![図](../img/good.svg) <img src="../img/large.png" width="300" alt="縮めた画面">

![無い](../img/none.png) ![外](../../outside.png) ![鎖](../img/link.png) ![嘘](../img/text.png) ![隠れ](../.hidden/x.png) ![重い](../img/huge.svg)

これは**「強調」**です。<ruby>回覧板<rp>（</rp><rt>かいらんばん</rt><rp>）</rp></ruby>と SLA と解約。

| 名前 | 金額 |
| --- | ---: |
| ながい | 1,234 |

## 営業向け

![社内の画面](../img/internal.png)
`,
  'content/prds/p.md': '---\ntitle: 社内のPRD\n---\n![PRDの画面](../img/prd.png)\n',
  'content/terms/sla.md': '---\ntitle: SLA\nvisibility: public\nsummary: 止まらない時間の約束。\n---\n\n',
  'content/terms/churn.md': '---\ntitle: 解約\nsummary: 契約をやめること。\n---\n\n',
  'content/img/good.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="9" height="9"/></svg>',
  'content/img/bad.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" onload="top.hurt = 9"><script>top.hurt = 10</script>' +
    '<image href="https://evil.example/i.png"/><style>@import "https://evil.example/s.css";</style><rect width="9" height="9"/></svg>',
  'content/img/text.png': 'not a picture',
  'content/img/huge.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${' '.repeat(2 ** 20)}</svg>`,
  'content/img/unused.png': 'nobody shows it',
};

let browser: Browser;
let cwd: string;
let folder: string;
let site: { url: string; close: () => void };

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'kairanban-prose-'));
  writeFiles(cwd, files);
  const pictures: Record<string, Buffer> = {
    'content/img/large.png': png(1600, 900),
    'content/img/small.png': png(30, 20),
    'content/img/internal.png': png(50, 20, 2),
    'content/img/prd.png': png(60, 20, 3),
    'content/.hidden/x.png': png(70, 20, 4),
    'outside.png': png(80, 20, 5),
  };
  for (const [path, bytes] of Object.entries(pictures)) {
    mkdirSync(join(cwd, dirname(path)), { recursive: true });
    writeFileSync(join(cwd, path), bytes);
  }
  symlinkSync('../../outside.png', join(cwd, 'content/img/link.png'));
  folder = await build('portal', 'internal');
  site = await serve(folder, '/kb/');
  browser = await launch();
});

/** The link out of the folder is an error that is named; the portal is built all the same. */
async function build(out: string, level: string): Promise<string> {
  const run = await runBuild(cwd, ['--out', out, '--visibility', level]);
  expect(run).toMatchObject({ code: 1 });
  expect(run.err).toContain('content/img/link.png');
  expect(run.err).toContain('content/img/text.png: 画像として読めません。');
  expect(run.err).not.toContain('none.png: ');
  return join(cwd, out);
}

afterAll(async () => {
  await browser?.close();
  site?.close();
  rmSync(cwd, { recursive: true, force: true });
});

const origin = () => new URL(site.url).origin;

/** The pictures in a built portal, by their sizes. */
function published(portal: string): string[] {
  return readdirSync(join(portal, '_assets'))
    .filter((name) => /\.(png|webp|svg)$/.test(name))
    .map((name) => {
      const { type, width, height } = imageSize(readFileSync(join(portal, '_assets', name)));
      expect(name).toMatch(new RegExp(`^[0-9a-f]{16}\\.${type}$`));
      return `${type} ${width}×${height}`;
    })
    .sort();
}

describe('pictures', () => {
  test('are published if a page shows them, and are where the page says, as large as it says', async () => {
    const { page, faults } = await openPage(browser, origin());
    await page.goto(`${site.url}releases/a/`);
    const images = page.locator('main .prose img');
    const found = await images.evaluateAll((all) =>
      Promise.all(
        (all as HTMLImageElement[]).map(async (one) => {
          one.loading = 'eager';
          await one.decode();
          return [one.alt, one.width / one.height, one.naturalWidth / one.naturalHeight, one.getAttribute('width')];
        }),
      ),
    );
    expect(found.map(([alt]) => alt)).toEqual(['社内の画面', '大きな画面', '小さな印', '図', '縮めた画面']);
    for (const [alt, shown, natural] of found) expect(shown, String(alt)).toBeCloseTo(natural as number, 1);
    expect(found.map(([, , , width]) => width)).toEqual(['50', '1344', '30', '40', '300']);
    const text = await page.textContent('main');
    for (const words of ['無い', '外', '鎖', '嘘', '隠れ', '重い']) expect(text).toContain(words);
    expect(await page.locator('figcaption').textContent()).toBe('取り込みの画面');
    expect(faults).toEqual([]);
    expect(published(folder)).toEqual([
      'png 30×20',
      'png 50×20',
      'png 60×20',
      'svg 40×30',
      'svg 40×30',
      'webp 1344×756',
    ]);
  });

  test('of what a portal does not show are not in it', async () => {
    const out = await build('public', 'public');
    expect(published(out)).toEqual(['png 30×20', 'svg 40×30', 'webp 1344×756']);
    const page = readFileSync(join(out, 'releases/a/index.html'), 'utf8');
    expect(page).not.toMatch(/internal\.png|社内|契約をやめること/);
    expect(page).toContain('止まらない時間の約束');
  });

  test('take their room before they are there', async () => {
    const { page } = await openPage(browser, origin(), phone);
    await page.route('**/_assets/*.{png,webp,svg}', () => {});
    await page.goto(`${site.url}releases/a/`, { waitUntil: 'domcontentloaded' });
    const image = page.getByRole('img', { name: '大きな画面' });
    const box = await image.boundingBox();
    expect(box?.width).toBeGreaterThan(250);
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1344 / 756, 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('a picture that was packed is not packed again, and is the same', async () => {
  const env = { XDG_CACHE_HOME: join(cwd, 'cache') };
  mkdirSync(env.XDG_CACHE_HOME);
  symlinkSync(join(kept.XDG_CACHE_HOME, 'kairanban'), join(env.XDG_CACHE_HOME, 'kairanban'));
  const started = ['build', '--visibility', 'public', '--now', now, '--out'];
  const bytes: Buffer[] = [];
  for (const out of ['cold', 'warm']) {
    await runCli([...started, out], { cwd, env });
    const [name = ''] = readdirSync(join(cwd, out, '_assets')).filter((one) => one.endsWith('.webp'));
    bytes.push(readFileSync(join(cwd, out, '_assets', name)));
  }
  const packed = readdirSync(join(cwd, 'cache', 'kairanban-pictures'));
  expect(packed).toHaveLength(1);
  expect(bytes[1]?.equals(bytes[0] as Buffer)).toBe(true);
  writeFileSync(join(cwd, 'cache', 'kairanban-pictures', packed[0] as string), 'kept');
  await runCli([...started, 'again'], { cwd, env });
  const [name = ''] = readdirSync(join(cwd, 'again', '_assets')).filter((one) => one.endsWith('.webp'));
  expect(readFileSync(join(cwd, 'again', '_assets', name), 'utf8')).toBe('kept');
});

test('a photograph shows all but where it was taken, packed or as it is', async () => {
  const at = join(cwd, 'photos');
  writeFiles(at, { 'content/releases/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\n![小](s.jpg) ![大](l.jpg)\n' });
  const [small, large] = [await photo(64), await photo(400)];
  expect([small, large].map((bytes) => bytes.includes(secret))).toEqual([true, true]);
  writeFileSync(join(at, 'content/releases/s.jpg'), small);
  writeFileSync(join(at, 'content/releases/l.jpg'), large);
  expect(await runBuild(at)).toMatchObject({ code: 0, err: '' });
  const assets = join(at, 'portal/_assets');
  const shown = readdirSync(assets).filter((name) => /\.(jpg|webp)$/.test(name));
  const sizes = shown.map((name) => {
    const bytes = readFileSync(join(assets, name));
    const { type, width, height, orientation } = imageSize(bytes);
    return [type, width, height, orientation, bytes.includes(secret)];
  });
  // One that lies on its side is turned by the browser, or was when it was packed.
  expect(sizes.sort()).toEqual([
    ['jpg', 64, 32, 6, false],
    ['webp', 200, 400, undefined, false],
  ]);
});

describe('the policy of the pages', () => {
  test('a page that means harm does nothing, and asks for nothing from elsewhere', async () => {
    const { page, faults } = await openPage(browser, origin());
    await page.goto(`${site.url}releases/hostile/`);
    await page.locator('main b').hover();
    for (const link of await page.locator('main .prose a', { hasText: '押す' }).all()) await link.click();
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${site.url}releases/hostile/`);
    expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();
    expect(
      await page.locator('main .prose :is(script, iframe, style, link, form, video, svg, base, meta)').count(),
    ).toBe(0);
    expect(await page.locator('#Main').count()).toBe(1);
    // Opened by itself a drawing is a page of its own.
    const source = await page.getByRole('img', { name: '内' }).getAttribute('src');
    await page.goto(new URL(source ?? '', site.url).href);
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();
    expect(faults).toEqual([]);
  });

  test('every page has it, and whatever gets into a page in spite of all can do nothing', async () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
    for (const path of pages) {
      const html = readFileSync(join(folder, path), 'utf8');
      const policy = /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy).not.toMatch(/'unsafe-|https?:|\*/);
      const tags = html.replace(/="[^"]*"/g, '=""');
      expect(tags.slice(0, tags.indexOf('http-equiv')), path).not.toMatch(/<script|<style/);
      expect(tags, path).not.toMatch(/<[a-z][^>]* (style|on\w+)=/);
    }
    const { page } = await openPage(browser, origin());
    await page.goto(site.url);
    const got = await page.evaluate(async () => {
      const broken: string[] = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective));
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src="https://evil.example/x.png" onerror="window.hurt = 1"><b style="color: red">x</b><iframe src="https://evil.example/"></iframe>' +
          '<style>body { color: red }</style><form action="https://evil.example/"><button id="send"></button></form>',
      );
      const script = document.createElement('script');
      script.textContent = 'window.hurt = 2';
      document.body.append(script);
      document.getElementById('send')?.click();
      const away = await fetch('https://evil.example/').catch(() => 'refused');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { away, hurt: (window as { hurt?: number }).hurt, broken: [...new Set(broken)].sort() };
    });
    expect(got).toEqual({
      away: 'refused',
      hurt: undefined,
      broken: [
        'connect-src',
        'form-action',
        'frame-src',
        'img-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ],
    });
  });

  test('lets every sort of page do its work, search included', async () => {
    const { page, faults } = await openPage(browser, origin());
    for (const path of ['', 'releases/', 'prds/', 'terms/', 'terms/sla/', 'releases/a/', 'search/?q=SLA']) {
      await page.goto(site.url + path);
      await page.waitForLoadState('networkidle');
    }
    await page.locator('.result', { hasText: 'SLA' }).first().waitFor();
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('強調');
    await page.locator('.hits a', { hasText: '画像' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('hints', () => {
  const hint = '#Hint';

  test('show what a term means to a pointer and to the keyboard, and go with Escape', async () => {
    const { page, faults } = await openPage(browser, origin());
    await page.goto(`${site.url}releases/a/`);
    const [sla, churn] = [page.getByRole('link', { name: 'SLA' }), page.getByRole('link', { name: '解約' })];
    await sla.hover();
    expect(await page.locator(hint).textContent()).toContain('止まらない時間の約束。');
    expect(await page.locator(hint).isVisible()).toBe(true);
    await page.locator(hint).hover();
    await page.waitForTimeout(400);
    expect(await page.locator(hint).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator(hint).isVisible()).toBe(false);
    await sla.focus();
    await page.keyboard.press('Tab');
    expect(await churn.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.locator(hint).textContent()).toContain('契約をやめること。');
    expect(await churn.getAttribute('aria-describedby')).toBe('Hint');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/terms/churn/');
    expect(faults).toEqual([]);
  });

  test('show at the first touch, and lead on at the second', async () => {
    const { page } = await openPage(browser, origin(), phone);
    await page.goto(`${site.url}releases/a/`);
    const sla = page.getByRole('link', { name: 'SLA' });
    await sla.tap();
    await expect.poll(() => page.locator(hint).isVisible()).toBe(true);
    const box = await page.locator(hint).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    await page.locator('h1').tap();
    await expect.poll(() => page.locator(hint).isVisible()).toBe(false);
    await sla.tap();
    await page.locator(hint).getByRole('link', { name: '用語のページへ' }).tap();
    await page.waitForURL('**/terms/sla/');
  });

  test('are in the page without JavaScript', async () => {
    const { page } = await openPage(browser, origin(), { javaScriptEnabled: false });
    await page.goto(`${site.url}releases/a/`);
    expect(await page.getByRole('link', { name: 'SLA' }).getAttribute('title')).toBe('止まらない時間の約束。');
    await page.getByRole('link', { name: 'SLA' }).click();
    await page.waitForURL('**/terms/sla/');
  });
});

test('numbers stand under each other, and ruby and Japanese emphasis are what they are', async () => {
  const { page } = await openPage(browser, origin());
  await page.goto(`${site.url}releases/a/`);
  const cell = page.locator('.prose td', { hasText: '1,234' });
  const style = await cell.evaluate((one) => [
    getComputedStyle(one).textAlign,
    getComputedStyle(one).fontVariantNumeric,
  ]);
  expect(style).toEqual(['end', 'tabular-nums']);
  expect(await page.locator('.prose strong', { hasText: '「強調」' }).count()).toBe(1);
  expect(await page.locator('.prose ruby rt').textContent()).toBe('かいらんばん');
});

/** Every type of page of the example's portal, in both languages and themes: what must hold of any page. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/commands/context.ts';
import { messages } from '../../src/i18n/index.ts';
import { launch, openPage, phone } from '../support/browser.ts';
import { type PageType, pageTypes } from '../support/pages.ts';
import { buildPortal, serve } from '../support/portal.ts';
import { copyExample, now, root } from '../support/process.ts';

type Locale = 'ja' | 'en';

let browser: Browser;
let cwd: string;
let types: PageType[];
const sites: { [L in Locale]?: { url: string; close: () => void } } = {};

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'kairanban-pages-'));
  copyExample(cwd);
  for (const locale of ['ja', 'en'] as const) {
    await buildPortal(cwd, ['--locale', locale, '--out', locale]);
    sites[locale] = await serve(join(cwd, locale));
  }
  const { graph } = openWorkspace({ content: join(cwd, 'content'), now: Date.parse(now) });
  types = pageTypes(join(cwd, 'ja'), new Set(graph.entries.map(({ id }) => id)));
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  for (const site of Object.values(sites)) site.close();
  rmSync(cwd, { recursive: true, force: true });
});

const urlOf = (locale: Locale) => sites[locale]?.url ?? '';

/** Goes to each type of page in turn and gives what was found wrong there, with the type's name. */
async function findings(
  locale: Locale,
  options: BrowserContextOptions,
  look: (page: Page, type: PageType) => Promise<readonly string[]>,
): Promise<string[]> {
  const { page, faults } = await openPage(browser, urlOf(locale), options);
  const found: string[] = [];
  for (const type of types) {
    await page.goto(urlOf(locale) + type.path);
    found.push(...(await look(page, type)).map((one) => `${type.type}: ${one}`));
  }
  await page.goto('about:blank');
  return [...found, ...faults];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} ${html} ${failureSummary}`),
  );
}

test('is found', () => {
  const names = types.map(({ type }) => type);
  expect(names).toEqual(expect.arrayContaining(['home', 'search', 'releases', 'releases/*', 'terms/*', '404.html']));
  expect(names.length).toBeLessThan(60);
});

describe('axe finds nothing', () => {
  test.each([
    ['ja', 'light', 'desktop'],
    ['ja', 'dark', 'phone'],
    ['en', 'light', 'phone'],
    ['en', 'dark', 'desktop'],
  ] as const)('in %s, %s, on a %s', async (locale, colorScheme, device) => {
    const options = { ...(device === 'phone' && phone), colorScheme };
    expect(await findings(locale, options, (page) => violations(page))).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('in what opens over a page, %s', async (colorScheme) => {
    const { page } = await openPage(browser, urlOf('ja'), { ...phone, colorScheme });
    await page.goto(urlOf('ja'));
    await page.getByRole('button', { name: 'メニュー' }).tap();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const query of ['シフト', 'zzzqqq']) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(query);
      await page.locator('.search .status', { hasText: /件|ありません/ }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.goto(`${urlOf('ja')}search/?q=${encodeURIComponent('シフト')}`);
    await page.locator('.results li').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('a screen reader', () => {
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value ?? {}).flatMap(leaves) : [];
  const content = () =>
    readdirSync(join(cwd, 'content'), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
      .join('\n');

  /** What is said but not shown: names, descriptions, texts for pictures and fields. */
  const spoken = (page: Page) =>
    page.locator('body *').evaluateAll((all) =>
      all.flatMap((one) => {
        const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'alt', 'title'];
        const said = [...attributes, 'placeholder'].map((name) => one.getAttribute(name));
        const drawn = one instanceof SVGElement && ['title', 'desc', 'text'].includes(one.tagName);
        return [...said, drawn ? one.textContent : null].filter((text) => text !== null && text.trim() !== '');
      }),
    );

  test('hears Japanese on a Japanese page, names aside', async () => {
    const ours = new Set(leaves(messages('ja')));
    const given = content();
    const isFine = (text: string) =>
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ||
      !/[A-Za-z]{2}/.test(text) ||
      ours.has(text) ||
      given.includes(text);
    const found = await findings(
      'ja',
      {},
      async (page) => (await spoken(page)).filter((text) => !isFine(text ?? '')) as string[],
    );
    expect(found).toEqual([]);
  });

  test('hears English on an English page, what the content says aside', async () => {
    const english = new Set(leaves(messages('en')));
    const ours = new Set(leaves(messages('ja')).filter((text) => !english.has(text)));
    const given = content();
    const isFine = (text: string) =>
      !ours.has(text) &&
      (text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]+/gu) ?? []).every((run) =>
        given.includes(run),
      );
    const found = await findings(
      'en',
      {},
      async (page) => (await spoken(page)).filter((text) => !isFine(text ?? '')) as string[],
    );
    expect(found).toEqual([]);
  });

  test('is told where it is: one heading of the page, one main part, a title', async () => {
    const found = await findings('ja', {}, async (page, { type }) => {
      const [h1, main, title] = [
        await page.locator('h1').count(),
        await page.locator('main').count(),
        await page.title(),
      ];
      const isTitled = type === 'home' || title.includes(' · ');
      return h1 === 1 && main === 1 && isTitled ? [] : [`${h1} h1, ${main} main, “${title}”`];
    });
    expect(found).toEqual([]);
  });
});

describe('by keyboard', () => {
  /** What has the focus: where, whether the eye can tell, and whether something else lies over it. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return undefined;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      const { x, y, width, height } = one.getBoundingClientRect();
      const over = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20));
      return {
        html: one.outerHTML.slice(0, 120),
        isMarked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none',
        isOnTop: over !== null && (one.contains(over) || over.contains(one)),
      };
    });

  test('every stop can be seen', async () => {
    const found = await findings('ja', { reducedMotion: 'reduce' }, async (page) => {
      const bad: string[] = [];
      for (let stop = 0; stop < 60; stop++) {
        await page.keyboard.press('Tab');
        const at = await focused(page);
        if (!at) break;
        if (!at.isMarked) bad.push(`not marked: ${at.html}`);
        if (!at.isOnTop) bad.push(`hidden: ${at.html}`);
      }
      return bad;
    });
    expect(found).toEqual([]);
  });

  const tabTo = async (page: Page, selector: string, most = 80) => {
    for (let stop = 0; stop < most; stop++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`no way by Tab to ${selector}`);
  };

  test('the first stop leads past the navigation', async () => {
    const { page } = await openPage(browser, urlOf('ja'));
    await page.goto(`${urlOf('ja')}releases/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('search opens, is used and gives the focus back', async () => {
    const { page } = await openPage(browser, urlOf('ja'));
    await page.goto(urlOf('ja'));
    await tabTo(page, '.top [data-search-open]');
    await page.keyboard.press('Enter');
    await page.keyboard.type('シフト');
    await page.locator('.hits [role=row]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.matches('.top [data-search-open]'))).toBe(true);
  });

  test('what is found is narrowed', async () => {
    const { page } = await openPage(browser, urlOf('ja'));
    await page.goto(`${urlOf('ja')}search/?q=${encodeURIComponent('シフト')}`);
    await page.locator('.results li').first().waitFor();
    await tabTo(page, '.facets input[name=kind]');
    await page.keyboard.press('Space');
    await page.waitForURL(/kind=/);
    expect(await page.evaluate(() => document.activeElement?.matches('.facets input'))).toBe(true);
  });

  test('the menu of a phone opens, leads on and closes', async () => {
    const { page } = await openPage(browser, urlOf('ja'), { viewport: { width: 360, height: 740 } });
    await page.goto(urlOf('ja'));
    const menu = page.locator('#Menu');
    await page.getByRole('button', { name: 'メニュー' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => menu.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => menu.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await tabTo(page, '#Menu a[href="/terms/"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/terms/');
  });
});

describe('whoever needs it another way', () => {
  /** What is wider than the window. */
  const overflow = async (page: Page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return wide > 0 ? [`${wide} px too wide`] : [];
  };

  test.each([
    ['a phone', 360],
    ['1280 px at 200 %', 640],
    ['1280 px at 400 %', 320],
  ])('needs no sideways scrolling on %s', async (_name, width) => {
    expect(await findings('ja', { viewport: { width, height: 740 } }, overflow)).toEqual([]);
    expect(await findings('en', { viewport: { width, height: 740 } }, overflow)).toEqual([]);
  });

  test('may have text twice as large', async () => {
    const found = await findings('ja', { viewport: { width: 640, height: 740 } }, async (page) => {
      await page.evaluate(() => document.documentElement.setAttribute('style', 'font-size: 200%'));
      return overflow(page);
    });
    expect(found).toEqual([]);
  });

  test('sees nothing move where that is asked for', async () => {
    const found = await findings('ja', { reducedMotion: 'reduce' }, (page) =>
      page.locator('*').evaluateAll((all) =>
        all.flatMap((one) => {
          const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(one);
          const moves = Number.parseFloat(transitionDuration) > 0.01;
          const plays = animationName !== 'none' && Number.parseFloat(animationDuration) > 0.01;
          return moves || plays || scrollBehavior === 'smooth' ? [one.outerHTML.slice(0, 100)] : [];
        }),
      ),
    );
    expect(found).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('sees pictures and stops in forced colours, %s', async (colorScheme) => {
    const found = await findings('ja', { forcedColors: 'active', colorScheme }, async (page) => {
      const unseen = await page.locator('svg:visible').evaluateAll((all) => {
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        const isSeen = (color: string) => ![paper, 'none', 'rgba(0, 0, 0, 0)'].includes(color);
        return all
          .filter((svg) => {
            const shapes = [...svg.querySelectorAll('path, circle, rect, line, polyline, polygon, text')];
            return !shapes.some((shape) => {
              const { fill, stroke } = getComputedStyle(shape);
              return isSeen(fill) || isSeen(stroke);
            });
          })
          .map((svg) => svg.outerHTML.slice(0, 100));
      });
      await page.keyboard.press('Tab');
      const at = await focused(page);
      return at?.isMarked === false ? [...unseen, at.html] : unseen;
    });
    expect(found).toEqual([]);
  });

  const focused = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement as Element;
      return { html: one.outerHTML.slice(0, 100), isMarked: getComputedStyle(one).outlineStyle !== 'none' };
    });
});

test('a page weighs no more than its budget in package.json, before search opens', async () => {
  const { budgets } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    budgets: { [type: string]: number };
  };
  expect(Object.keys(budgets).filter((type) => type !== 'others' && !types.some((one) => one.type === type))).toEqual(
    [],
  );
  const sizes = new Map<string, number>();
  const sizeOf = async (url: string) => {
    const size = sizes.get(url) ?? gzipSync(await (await fetch(url)).bytes()).length;
    sizes.set(url, size);
    return size;
  };
  const loaded = new Set<string>();
  const heavy = await findings('ja', {}, async (page, { type }) => {
    page.on('request', (request) => request.resourceType() !== 'image' && loaded.add(request.url()));
    loaded.clear();
    await page.reload({ waitUntil: 'networkidle' });
    expect(loaded.size, type).toBeGreaterThan(2);
    const bytes = (await Promise.all([...loaded].map(sizeOf))).reduce((sum, size) => sum + size, 0);
    const most = budgets[type] ?? budgets.others ?? 0;
    return bytes > most ? [`${bytes} bytes, ${most} allowed`] : [];
  });
  expect(heavy).toEqual([]);
});

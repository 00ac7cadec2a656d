/** Every type of page of the example's portal, in both languages and themes: what must hold of any page. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/commands/context.ts';
import { messages } from '../../src/i18n/index.ts';
import { answeredTo, launch, openPage, phone } from '../support/browser.ts';
import { drawnUnseen, focused, headings, moving, ownColours, spoken, tooWide } from '../support/looks.ts';
import { type PageType, pageTypes } from '../support/pages.ts';
import { examplePortal, serve } from '../support/portal.ts';
import { now, root } from '../support/process.ts';

const locales = ['ja', 'en'] as const;
type Locale = (typeof locales)[number];

/** What one visit of every type of page has shown: what is wrong, with the page's type in front, by what was looked at. */
interface Survey {
  /** What axe finds, and what scripts and requests complain of. */
  readonly violations: string[];
  readonly faults: string[];
  readonly wide: string[];
  readonly headings: string[];
  readonly moving: string[];
  readonly unseen: string[];
  readonly spoken: { readonly type: string; readonly text: string }[];
  /** By type, the addresses that were asked for, pictures aside. */
  readonly loaded: Map<string, Set<string>>;
  readonly stops: string[];
}

const content = join(root, 'content');

let browser: Browser;
let types: PageType[];
const sites = new Map<Locale, { url: string; close: () => void }>();
const surveys = new Map<Locale, Survey>();

/** Many pages are visited, and others may be using the machine. */
const patience = 600_000;

beforeAll(async () => {
  const [ja, en] = [await examplePortal(), await examplePortal('--locale', 'en')].map((cwd) => join(cwd, 'portal'));
  sites.set('ja', await serve(ja as string)).set('en', await serve(en as string));
  const { graph } = openWorkspace({ content, now: Date.parse(now) });
  types = pageTypes(ja as string, new Set(graph.entries.map(({ id }) => id)));
  browser = await launch();
  await Promise.all(locales.map(async (locale) => surveys.set(locale, await surveyOf(locale))));
}, patience);

afterAll(async () => {
  await browser?.close();
  for (const site of sites.values()) site.close();
});

const urlOf = (locale: Locale) => sites.get(locale)?.url ?? '';
const of = (locale: Locale) => surveys.get(locale) as Survey;

/** Windows: a desktop, it at 200 %, a phone, a desktop at 400 %. */
const widths = [1280, 640, 360, 320];

/** What a browser's own settings have as the size of text, in pixels; unlike a size in the page, queries of media see it. */
const textSize = { usual: 16, large: 32 };

/** In each language, either theme in a window of its own. */
const looks = {
  ja: { light: 1280, dark: 360 },
  en: { light: 360, dark: 1280 },
} as const;

async function surveyOf(locale: Locale): Promise<Survey> {
  const { page, faults } = await openPage(browser, urlOf(locale), { reducedMotion: 'reduce' });
  const lists = { violations: [], wide: [], headings: [], moving: [], unseen: [], stops: [] };
  const survey: Survey = { ...lists, faults, spoken: [], loaded: new Map() };
  const settings = await page.context().newCDPSession(page);
  const setText = (standard: number) => settings.send('Page.setFontSizes', { fontSizes: { standard } });
  const wide = async () => {
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 740 });
      found.push(...(await tooWide(page, `at ${width} px`)));
    }
    await page.setViewportSize({ width: 640, height: 740 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    found.push(...(await tooWide(page, 'with text twice as large')));
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await setText(textSize.large);
    await page.setViewportSize({ width: 360, height: 740 });
    found.push(...(await tooWide(page, 'on a phone with text twice as large')));
    await setText(textSize.usual);
    await page.setViewportSize({ width: 1280, height: 740 });
    return found;
  };
  let loads = new Set<string>();
  page.on('request', (request) => request.resourceType() !== 'image' && loads.add(request.url()));
  for (const { type, path } of types) {
    const tell = (list: string[], found: readonly string[]) => list.push(...found.map((one) => `${type}: ${one}`));
    loads = new Set();
    await page.goto(urlOf(locale) + path);
    survey.spoken.push(...(await spoken(page)).map((text) => ({ type, text })));
    tell(survey.headings, await headings(page));
    tell(survey.moving, await moving(page));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      tell(survey.unseen, [...(await drawnUnseen(page)), ...(await ownColours(page))]);
      await page.emulateMedia({ forcedColors: 'none', colorScheme });
      await page.setViewportSize({ width: looks[locale][colorScheme], height: 740 });
      tell(survey.violations, await violations(page));
    }
    await page.emulateMedia({ forcedColors: null, colorScheme: null });
    tell(survey.wide, await wide());
    await page.waitForLoadState('networkidle');
    survey.loaded.set(type, new Set(loads));
    // What is reached by keys is where it is in both languages.
    if (locale === 'ja') tell(survey.stops, await badStops(page));
  }
  await page.goto(`${urlOf(locale)}search/?q=${encodeURIComponent('シフト')}`);
  await page.locator('.results:not([aria-busy]) li').first().waitFor();
  survey.wide.push(...(await wide()).map((one) => `what is found: ${one}`));
  await page.goto('about:blank');
  return survey;
}

/** What axe finds in the page as it is. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe ?? ${axe.source}`);
  // Of what is fine only the number is wanted: most of the time goes into describing it.
  return page.evaluate(async () => {
    const { axe: ours } = globalThis as unknown as { axe: typeof axe };
    const found = await ours.run({ resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id} ${html} ${failureSummary}`),
    );
  });
}

/** What is reached by Tab and cannot be seen then. */
async function badStops(page: Page): Promise<string[]> {
  const bad: string[] = [];
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at) break;
    if (!at.isMarked) bad.push(`not marked: ${at.html}`);
    if (!at.isOnTop) bad.push(`something is over it: ${at.html}`);
  }
  return bad;
}

test('are all found', () => {
  const names = types.map(({ type }) => type);
  expect(names).toEqual(expect.arrayContaining(['home', 'search', 'releases', 'releases/*', 'terms/*', '404.html']));
  expect(names.length).toBeLessThan(80);
});

describe('axe finds nothing', () => {
  test.each(locales)('in any page, in light and dark, on a desktop and a phone (%s)', (locale) => {
    expect([...of(locale).violations, ...of(locale).faults]).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('in what opens over a page, %s', async (colorScheme) => {
    const { page } = await openPage(browser, urlOf('ja'), { ...phone, colorScheme });
    await page.goto(urlOf('ja'));
    await page.getByRole('button', { name: 'メニュー' }).tap();
    await page.locator('#Menu a').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    for (const query of ['シフト', 'zzzqqq']) {
      await page.locator('dialog').getByRole('combobox').fill(query);
      if (query === 'シフト') await answeredTo(page, query);
      else await page.getByText(`「${query}」に合うページはありません`).waitFor();
      expect(await violations(page)).toEqual([]);
    }
    await page.goto(`${urlOf('ja')}search/?q=${encodeURIComponent('シフト')}`);
    await page.locator('.results:not([aria-busy]) li').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('a screen reader', () => {
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? Object.values(value ?? {}).flatMap(leaves) : [];
  const given = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .join('\n');

  test('hears Japanese on a Japanese page, names aside', () => {
    const ours = new Set(leaves(messages('ja')));
    const isFine = (text: string) =>
      japanese.test(text) || !/[A-Za-z]{2}/.test(text) || ours.has(text) || given.includes(text);
    expect(of('ja').spoken.length).toBeGreaterThan(types.length);
    expect(of('ja').spoken.filter(({ text }) => !isFine(text))).toEqual([]);
  });

  test('hears English on an English page, what the content says aside', () => {
    const english = new Set(leaves(messages('en')));
    const ours = new Set(leaves(messages('ja')).filter((text) => !english.has(text)));
    const runs = new RegExp(`(?:${japanese.source}|ー)+`, 'gu');
    const isFine = (text: string) => !ours.has(text) && (text.match(runs) ?? []).every((run) => given.includes(run));
    expect(of('en').spoken.filter(({ text }) => !isFine(text))).toEqual([]);
  });

  test.each(locales)('is told where it is: one heading of the page, one main part, a title (%s)', (locale) => {
    expect(of(locale).headings).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('every stop can be seen', () => {
    expect(of('ja').stops).toEqual([]);
  });

  const tabTo = async (page: Page, selector: string, most = 80) => {
    for (let stop = 0; stop < most; stop++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`no way by Tab to ${selector}`);
  };
  const isFocused = (page: Page, selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

  test('the first stop leads past the navigation', async () => {
    const { page } = await openPage(browser, urlOf('ja'));
    await page.goto(`${urlOf('ja')}releases/`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await isFocused(page, 'main *')).toBe(true);
  });

  test('search opens, is used and gives the focus back', async () => {
    const { page } = await openPage(browser, urlOf('ja'));
    await page.goto(urlOf('ja'));
    await tabTo(page, '.top [data-search-open]');
    await page.keyboard.press('Enter');
    await page.keyboard.type('シフト');
    await answeredTo(page, 'シフト');
    // The first empties the field, as fields for searching do.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await isFocused(page, '.top [data-search-open]')).toBe(true);
  });

  test('what is found is narrowed', async () => {
    const { page } = await openPage(browser, urlOf('ja'));
    await page.goto(`${urlOf('ja')}search/?q=${encodeURIComponent('シフト')}`);
    await page.locator('.results li').first().waitFor();
    await tabTo(page, '.facets input[name=kind]');
    await page.keyboard.press('Space');
    await page.waitForURL(/kind=/);
    expect(await isFocused(page, '.facets input')).toBe(true);
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

describe.each(locales)('whoever needs it another way (%s)', (locale) => {
  test('never scrolls sideways: on a phone, at 200 % and 400 %, with text twice as large, on a phone too', () => {
    expect(of(locale).wide).toEqual([]);
  });

  test('sees nothing move where that is asked for', () => {
    expect(of(locale).moving).toEqual([]);
  });

  test('sees what is drawn in forced colours, and in no others', () => {
    expect(of(locale).unseen).toEqual([]);
  });
});

test('a page weighs no more than its budget in package.json, before search opens', async () => {
  const { budgets } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    budgets: { [type: string]: number };
  };
  const known = new Set(['others', ...types.map(({ type }) => type)]);
  expect(Object.keys(budgets).filter((type) => !known.has(type))).toEqual([]);
  const sizes = new Map<string, number>();
  const heavy: string[] = [];
  for (const [type, loads] of of('ja').loaded) {
    expect(loads.size, type).toBeGreaterThan(2);
    let bytes = 0;
    for (const url of loads) {
      const size = sizes.get(url) ?? gzipSync(await (await fetch(url)).bytes()).length;
      sizes.set(url, size);
      bytes += size;
    }
    const most = budgets[type] ?? budgets.others ?? 0;
    if (bytes > most) heavy.push(`${type}: ${bytes} bytes, ${most} allowed`);
  }
  expect(heavy).toEqual([]);
});

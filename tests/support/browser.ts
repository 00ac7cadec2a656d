/** A headless Chromium from an npm package: nothing is downloaded. */
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';

/**
 * Starts a browser; the caller closes it. It is given none of the package's arguments: they are for a place where there is
 * one process only, and make of it a browser whose contexts share storage and that nobody has.
 */
export async function launch(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
}

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

/** A page of its own context that fails the test on any request away from `origin` and on any script error. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      faults.push(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults };
}

/**
 * Waits until the search dialog shows the whole answer to a query, whose last row names it: what is found of the first
 * letters, or of titles alone, is shown before.
 */
export async function answeredTo(page: Page, query: string): Promise<void> {
  await page.locator(`.hits a[href$="search/?q=${encodeURIComponent(query)}"]`).waitFor();
}

/** How long a reader waits for search, by what stands on the screen: on a slow line, with a slow machine. */
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright, type Response } from 'playwright-core';
import { slowDown } from './slow.ts';

/** Milliseconds from the key to the screen. */
export interface Wait {
  /** The first query of a page whose search is open already: its first results, and the whole answer. */
  readonly first: number;
  readonly whole: number;
  /** Each letter after it: the results change. */
  readonly later: readonly number[];
  /** What the browser loads for the query, from opening search on: bodies in bytes, as they were sent. */
  readonly bytes: number;
  readonly requests: number;
}

export interface Circumstance {
  /** How many times slower the browser is made. */
  readonly slowdown: number;
}

/**
 * Opens search on a fresh page for each query, types its first part at once, as an input method gives it, and then the
 * rest letter by letter.
 */
export async function measureSearch(
  url: string,
  queries: readonly string[],
  { slowdown }: Circumstance,
): Promise<Wait[]> {
  const server = await playwright.launchServer({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
  });
  const pid = server.process().pid as number;
  const browser = await playwright.connect(server.wsEndpoint());
  try {
    const waits: Wait[] = [];
    for (const query of queries) {
      const wait = await measureQuery(browser, pid, url, query, slowdown);
      waits.push({ ...wait, ...(await loadsOf(browser, url, query)) });
    }
    return waits;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureQuery(
  browser: Browser,
  pid: number,
  url: string,
  query: string,
  slowdown: number,
): Promise<Pick<Wait, 'first' | 'whole' | 'later'>> {
  const letters = [...query];
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchResults);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  // What opening loads is there before anybody has typed a word.
  await page.waitForTimeout(2000);
  const faster = slowDown(pid, slowdown);
  try {
    const { first, whole } = await typed(page, letters.slice(0, 2).join(''));
    const later: number[] = [];
    for (const letter of letters.slice(2)) later.push((await typed(page, letter)).first);
    return { first, whole, later };
  } finally {
    await faster();
    await page.goto('about:blank');
  }
}

/** What a browser that holds nothing yet loads when search is opened and a query is put in as a whole. */
async function loadsOf(browser: Browser, url: string, query: string): Promise<Pick<Wait, 'bytes' | 'requests'>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchResults);
  await page.goto(url, { waitUntil: 'networkidle' });
  const answers: Response[] = [];
  context.on('response', (response) => answers.push(response));
  await page.keyboard.press('Control+k');
  await typed(page, query);
  await page.waitForLoadState('networkidle');
  await page.goto('about:blank');
  const sizes = answers.map((response) => Number(response.headers()['content-length']));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: answers.length };
}

interface Typed {
  readonly first: number;
  readonly whole: number;
}

async function typed(page: Page, text: string): Promise<Typed> {
  type Watched = typeof globalThis & { watch: () => void; answer: Promise<Typed> };
  await page.evaluate(() => (globalThis as Watched).watch());
  await page.keyboard.insertText(text);
  return page.evaluate(() => (globalThis as Watched).answer);
}

/** Runs in the page: tells of the next query when its first results can be seen, and when its answer is whole. */
function watchResults(): void {
  const nextAnswer = () =>
    new Promise<{ first: number; whole: number }>((resolve) => {
      let from = 0;
      let first: number | undefined;
      const dialog = document.querySelector('dialog[data-search]') as HTMLElement;
      const input = dialog.querySelector('input') as HTMLInputElement;
      const look = () => {
        if (from === 0) return;
        const end = encodeURIComponent(input.value.trim());
        const isWhole = [...dialog.querySelectorAll('.hits a')].some((a) =>
          a.getAttribute('href')?.endsWith(`?q=${end}`),
        );
        const isNone = dialog.querySelector('[data-help]')?.childElementCount !== 0;
        const time = performance.now() - from;
        if (dialog.querySelector('.hits [role=row]') || isNone) first ??= time;
        if (!isWhole && !isNone) return;
        observer.disconnect();
        resolve({ first: first ?? time, whole: time });
      };
      const observer = new MutationObserver(() => requestAnimationFrame(look));
      observer.observe(dialog, { childList: true, subtree: true });
      input.addEventListener(
        'input',
        () => {
          from = performance.now();
        },
        { once: true, capture: true },
      );
    });
  const watch = () => {
    Object.assign(globalThis, { answer: nextAnswer() });
  };
  Object.assign(globalThis, { watch });
}

/** `kairanban dev` with a browser on it: how long a change of a file takes to be seen. */
import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { corpusNow } from './corpus.ts';

export interface Writing {
  /** Opens a page, by its address below the portal's root. */
  readonly visit: (route: string) => Promise<void>;
  /** The first release of the list: its page, and the file it comes from. */
  readonly newest: () => Promise<{ readonly route: string; readonly file: string }>;
  /** Milliseconds from `change` until the open page shows a text for the first time. */
  readonly seen: (text: string, change: () => void) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Longer than the server's watcher takes two changes for one; nobody saves that fast. */
const pause = 1500;
/** What takes so long does not come any more. */
const patience = 60_000;

/** Starts the command line's `cli` over `folder/content`, and a browser. */
export async function openDev(cli: string, folder: string): Promise<Writing> {
  const child = spawn(process.execPath, [cli, 'dev', '--port', '4470', '--now', corpusNow], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await addressFrom(child);
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  let looked: { readonly text: string; readonly tell: () => void } | undefined;
  // The page is loaded anew after each change, and asks what to look for each time.
  await page.exposeFunction('lookedFor', () => looked?.text ?? '');
  await page.exposeFunction('shown', () => looked?.tell());
  await page.addInitScript(tellWhenShown);
  const visit = async (route: string) => {
    await page.goto(url + route, { waitUntil: 'networkidle' });
  };
  return {
    visit,
    newest: async () => {
      await visit('releases/');
      const links = page.locator('main a[href^="/releases/"]');
      const routes = await links.evaluateAll((all) =>
        all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
      for (const route of routes) {
        const [file] = globSync(join(folder, `content/releases/**/${basename(route)}.md`));
        if (file !== undefined) return { route: route.slice(1), file };
      }
      throw new Error('the list has no release');
    },
    seen: async (text, change) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const start = performance.now();
      return new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${text} is not shown`)), patience);
        const tell = () => {
          clearTimeout(timer);
          resolve(performance.now() - start);
        };
        looked = { text, tell };
        change();
      });
    },
    close: async () => {
      await browser.close();
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** The address that the server prints when it is ready. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (data: string) => {
      output += data;
      const found = /http:\/\/localhost:\d+\/\S*/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`dev ended with ${code}: ${output}`)));
  });
}

/** Runs in each page before its own scripts: at every frame, looks for the text and tells when it is there. */
function tellWhenShown(): void {
  type Told = typeof globalThis & { lookedFor: () => Promise<string>; shown: () => Promise<void> };
  const { lookedFor, shown } = globalThis as Told;
  void lookedFor().then((text) => {
    const look = () => {
      if (text !== '' && document.body?.textContent?.includes(text)) void shown();
      else requestAnimationFrame(look);
    };
    look();
  });
}

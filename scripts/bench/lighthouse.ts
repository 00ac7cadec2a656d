/** Pages → what Lighthouse says of them on a phone. */
import chromium from '@sparticuz/chromium';
import lighthouse from 'lighthouse';
import { chromium as playwright } from 'playwright-core';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

/** Of 100; and the seconds and bytes behind the first of them. */
export type Scores = { readonly [C in Category]: number } & {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocked: number;
  readonly shift: number;
  readonly bytes: number;
  /** Audits that count and are not passed. */
  readonly failed: readonly string[];
};

/** Lighthouse sees no pictures of the first page that this browser ever shows, so one is shown before. */
const tries = 3;

/** A browser that Lighthouse can drive. The headless shell is enough: it lacks only the pictures said above. */
export async function withLighthouse<T>(work: (score: (url: string) => Promise<Scores>) => Promise<T>): Promise<T> {
  const port = 9000 + (process.pid % 1000);
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, `--remote-debugging-port=${port}`],
  });
  try {
    return await work((url) => scoreOf(url, port));
  } finally {
    await browser.close();
  }
}

async function scoreOf(url: string, port: number): Promise<Scores> {
  for (let run = 1; ; run++) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'silent', onlyCategories: [...categories] });
    if (!result) throw new Error(`no result for ${url}`);
    const { audits, categories: found } = result.lhr;
    const score = (name: Category) => found[name]?.score ?? null;
    if (score('performance') === null && run < tries) continue;
    const value = (id: string) => audits[id]?.numericValue ?? Number.NaN;
    const failed = Object.values(found).flatMap(({ auditRefs }) =>
      auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
    );
    return {
      ...(Object.fromEntries(categories.map((name) => [name, Math.round((score(name) ?? 0) * 100)])) as {
        [C in Category]: number;
      }),
      firstPaint: value('first-contentful-paint') / 1000,
      largestPaint: value('largest-contentful-paint') / 1000,
      blocked: value('total-blocking-time'),
      shift: value('cumulative-layout-shift'),
      bytes: value('total-byte-weight'),
      failed,
    };
  }
}

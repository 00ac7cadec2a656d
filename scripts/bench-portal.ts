/** Measures the portal as its readers have it, by Lighthouse and by the clock, and writes `docs/benchmarks-portal.md`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, loadavg, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { corpusNow, writeCorpus } from './bench/corpus.ts';
import { categories, type Scores, withLighthouse } from './bench/lighthouse.ts';
import { serveOverLine } from './bench/line.ts';
import { measureSearch, type Wait } from './bench/search-latency.ts';
import { features } from './bench/words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    /** Lighthouse runs of each page; the median counts. */
    runs: { type: 'string', default: '5' },
    /** Queries, each on a page of its own. */
    queries: { type: 'string', default: '20' },
    /** Markdown files of the portal that is searched. */
    pages: { type: 'string', default: '650' },
    out: { type: 'string', default: join(root, 'docs/benchmarks-portal.md') },
  },
});

/** What a line costs, and how much slower the machine is made. */
const latency = 100;
const slowdown = 4;

const work = mkdtempSync(join(tmpdir(), 'kairanban-bench-portal-'));
try {
  const internal = build(join(root, 'content'), 'internal');
  const outside = build(join(root, 'content'), 'public');
  const large = join(work, 'content');
  writeCorpus(large, Number(values.pages));
  const searched = build(large, 'internal');
  const waits = await waitsOf(searched);
  const scores = [...(await scoresOf('internal', internal)), ...(await scoresOf('public', outside))];
  const page = pageOf(scores, waits);
  writeFileSync(values.out, page);
  process.stdout.write(page);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function build(content: string, level: string): string {
  const out = join(work, `${level}-${readdirSync(work).length}`);
  const args = ['src/cli.ts', 'build', '--content', content, '--out', out, '--visibility', level, '--now', corpusNow];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`the build of ${level} pages ended with ${status}`);
  return out;
}

interface Row {
  readonly level: string;
  readonly page: string;
  readonly scores: Scores;
}

/** The four pages that people open most; the release is the one with the most to say. */
async function scoresOf(level: string, folder: string): Promise<Row[]> {
  const site = await serveOverLine(folder);
  const pages = {
    home: '',
    list: 'releases/',
    release: 'releases/2026-11-shift-csv-import/',
    search: 'search/',
  };
  try {
    return await withLighthouse(async (score) => {
      const rows: Row[] = [];
      for (const [page, path] of Object.entries(pages)) {
        const all: Scores[] = [];
        for (let run = 0; run < Number(values.runs); run++) all.push(await score(site.url + path));
        process.stderr.write(`${level} ${page}: ${all.map(({ performance }) => performance).join(' ')}\n`);
        rows.push({ level, page, scores: medianOf(all) });
      }
      return rows;
    });
  } finally {
    site.close();
  }
}

/** The median of each figure; what failed, failed at least once. */
function medianOf(all: readonly Scores[]): Scores {
  const names = Object.keys(all[0] as Scores).filter((name) => name !== 'failed') as Exclude<keyof Scores, 'failed'>[];
  const middle = names.map((name) => [name, median(all.map((scores) => scores[name]))]);
  return { ...Object.fromEntries(middle), failed: [...new Set(all.flatMap(({ failed }) => failed))].sort() };
}

async function waitsOf(folder: string): Promise<Wait[]> {
  const site = await serveOverLine(folder, latency);
  try {
    const words = features.map(([japanese]) => japanese).filter((word) => [...word].length > 2);
    return await measureSearch(site.url, words.slice(0, Number(values.queries)), { slowdown });
  } finally {
    site.close();
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low as number) + (high as number)) / 2;
}

function pageOf(rows: readonly Row[], waits: readonly Wait[]): string {
  const head = ['portal', 'page', ...categories, 'first paint', 'largest paint', 'blocked', 'shift', 'loaded'];
  const cells = ({ level, page, scores }: Row) => [
    level,
    page,
    ...categories.map((name) => String(scores[name])),
    `${scores.firstPaint.toFixed(2)} s`,
    `${scores.largestPaint.toFixed(2)} s`,
    `${scores.blocked.toFixed(0)} ms`,
    scores.shift.toFixed(3),
    `${(scores.bytes / 1000).toFixed(1)} kB`,
  ];
  const failed = rows.flatMap(({ level, page, scores }) => scores.failed.map((one) => `- ${level}, ${page}: ${one}`));
  const later = waits.flatMap((wait) => wait.later);
  const wanted = (what: string, most: number, all: readonly number[]) => {
    const value = median(all);
    return `| ${what} | ${all.length} | ≤ ${most} ms | ${value.toFixed(0)} ms | ${value <= most ? 'yes' : '**no**'} |`;
  };
  return `# The portal, measured in a browser

<!-- Generated by \`npm run bench:portal\`. Do not edit by hand. -->

\`npm run bench:portal\` on ${platform()} ${arch()} with ${availableParallelism()} cores; load of the machine at the end ${(loadavg()[0] as number).toFixed(1)}.

## Lighthouse, on a phone

Lighthouse's own phone (its usual slow line and a processor ${slowdown} times slower, both computed) over a compressed
answer, in the headless Chromium of \`@sparticuz/chromium\`; medians of ${values.runs}. Wanted: performance at least 98,
accessibility and best practices 100, SEO 100 of the public portal. An internal portal asks search engines to stay away,
which Lighthouse holds against it.

${[head, head.map((_, at) => (at < 2 ? '---' : '---:')), ...rows.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n')}

${failed.length > 0 ? `Not passed at least once:\n\n${failed.join('\n')}` : 'Every audit that counts is passed.'}

## Waiting for search

A portal of ${values.pages} generated pages; every answer of the server is ${latency} ms late, and the browser, worker
and all, is stopped for three quarters of the time. Search was opened two seconds before; the time runs from the key to
the frame that shows results.

| what | times | wanted | median | met |
| --- | ---: | ---: | ---: | --- |
${wanted(
  'first results of a first query',
  250,
  waits.map(({ first }) => first),
)}
${wanted('results after each later letter', 50, later)}

The whole answer of a first query (all of its results with their excerpts): ${median(waits.map(({ whole }) => whole)).toFixed(0)} ms.

A browser that goes to search for the first time and is given the whole query at once loads, at the median,
${(median(waits.map(({ bytes }) => bytes)) / 1000).toFixed(0)} kB in ${median(waits.map(({ requests }) => requests)).toFixed(0)} requests: scripts, engine, what the index says, and the pages.
`;
}

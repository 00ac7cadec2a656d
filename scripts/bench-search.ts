/**
 * Measures search by judged queries, beside stock Pagefind on the same pages: what is found, what a first query loads,
 * what the index weighs and costs. Writes a section of `docs/benchmarks-search.md`; sections of other files stay.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'rolldown';
import { type Figures, figuresOf, judge, resultOf, type Verdict } from '../src/search/judge.ts';
import { openIndex } from '../src/search/open.ts';
import { search } from '../src/search/query.ts';
import { openingFile } from '../src/search/reader.ts';
import { measure } from './bench/measure.ts';
import { peers } from './bench/search-peers.ts';
import { type JudgedQuery, readSet } from './bench/search-set.ts';
import { openStock } from './bench/stock-index.ts';
import { cpu } from './bench/targets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    /** Pages and queries. */
    bench: { type: 'string' },
    /** Queries for the same pages, where they stand in another file. */
    queries: { type: 'string' },
    /** How often each indexer runs; the least CPU counts. */
    runs: { type: 'string', default: '3' },
    out: { type: 'string', default: join(root, 'docs/benchmarks-search.md') },
  },
});
if (values.bench === undefined) throw new Error('expected --bench FILE');

const subjects = ['ours', 'stock'] as const;
type Subject = (typeof subjects)[number];

/** Every how-manieth query is asked of an index that was just opened, to count what it loads. */
const coldStep = 10;

const bench = values.bench;
const { docs, queries } = readSet(bench, values.queries);
const name = basename(values.queries ?? bench).replace(/\.json(\.gz)?$/, '');
const work = mkdtempSync(join(tmpdir(), 'kairanban-bench-search-'));
try {
  const costs = await indexAll();
  const found: Record<Subject, Found> = { ours: await judgeOurs(), stock: await judgeStock() };
  const section = sectionOf(costs, found);
  writeFileSync(values.out, withSection(existsSync(values.out) ? readFileSync(values.out, 'utf8') : '', section));
  process.stdout.write(section);
} finally {
  rmSync(work, { recursive: true, force: true });
}

interface Score extends Figures {
  readonly count: number;
  /** The share of queries for which nothing was found. */
  readonly none: number;
}

interface Found {
  readonly even: ReadonlyMap<string, Score>;
  readonly odd: ReadonlyMap<string, Score>;
  /** Bytes and requests of a first query with five results, for each query that was asked cold. */
  readonly loads: readonly { readonly bytes: number; readonly requests: number }[];
}

/** In turns, so that a disturbance does not fall on one alone; bundled, as a portal's build has our code. */
async function indexAll(): Promise<Record<Subject, number>> {
  const script = join(work, 'search-index.js');
  await build({
    input: join(root, 'scripts/bench/search-index.ts'),
    platform: 'node',
    external: ['pagefind'],
    output: { file: script, paths: { pagefind: import.meta.resolve('pagefind') } },
  });
  const costs: Record<Subject, number> = { ours: Number.POSITIVE_INFINITY, stock: Number.POSITIVE_INFINITY };
  for (let run = 0; run < Number(values.runs); run++) {
    for (const subject of subjects) {
      const argv = [process.execPath, script, subject, bench, join(work, subject)];
      const cost = cpu(await measure({ argv, cwd: root }));
      process.stderr.write(`${subject}, run ${run + 1}: ${cost.toFixed(2)} s CPU\n`);
      costs[subject] = Math.min(costs[subject], cost);
    }
  }
  return costs;
}

async function judgeOurs(): Promise<Found> {
  const folder = join(work, 'ours');
  const scripts = scriptSizes();
  const opening = gzipSync(readFileSync(join(folder, openingFile))).length;
  const engine = await openIndex(folder);
  return judgeBoth(
    async (query, limit) => (await search(engine, query, limit)).hits.map(({ url }) => url),
    async (query, loaded) => {
      for (const bytes of scripts) loaded(bytes);
      const loadedFile = (path: string, bytes: number) => loaded(path.endsWith('.json') ? opening : bytes);
      await search(await openIndex(folder, loadedFile), query, 5);
    },
  );
}

async function judgeStock(): Promise<Found> {
  const folder = join(work, 'stock');
  const engine = await openStock(folder);
  const ask = async (opened: typeof engine, query: string, limit: number) => {
    const { results } = await opened.search(query);
    return Promise.all(results.slice(0, limit).map((result) => result.data()));
  };
  return judgeBoth(
    async (query, limit) => (await ask(engine, query, limit)).map(({ url }) => url),
    async (query, loaded) => {
      await ask(await openStock(folder, loaded), query, 5);
    },
  );
}

async function judgeBoth(
  ask: (query: string, limit: number) => Promise<string[]>,
  askCold: (query: string, loaded: (bytes: number) => void) => Promise<void>,
): Promise<Found> {
  const half = (parity: number): JudgedQuery[] => queries.filter((_, index) => index % 2 === parity);
  const [even, odd] = [scoresOf(await judge(half(0), ask)), scoresOf(await judge(half(1), ask))];
  const loads: { bytes: number; requests: number }[] = [];
  for (const { query } of queries.filter((_, index) => index % coldStep === 0)) {
    const load = { bytes: 0, requests: 0 };
    await askCold(query, (bytes) => {
      load.bytes += bytes;
      load.requests++;
    });
    loads.push(load);
  }
  return { even, odd, loads };
}

/** Queries that no page answers have a category of their own; the others are counted by category and as `all`. */
function scoresOf(verdicts: readonly Verdict<JudgedQuery>[]): Map<string, Score> {
  const groups = new Map<string, Verdict<JudgedQuery>[]>();
  for (const verdict of verdicts) {
    const { pages, category } = verdict.judged;
    for (const name of pages.length > 0 ? ['all', category] : ['unanswerable'])
      groups.set(name, [...(groups.get(name) ?? []), verdict]);
  }
  const none = (group: readonly Verdict<JudgedQuery>[]) =>
    group.filter(({ found }) => found.length === 0).length / group.length;
  return new Map(
    [...groups].map(([name, group]) => [
      name,
      { count: group.length, none: none(group), ...figuresOf(group.map(resultOf)) },
    ]),
  );
}

/** The sizes of the scripts that a portal's page loads when somebody goes to search, compressed. */
function scriptSizes(): number[] {
  const [content, portal] = [join(work, 'content'), join(work, 'portal')];
  mkdirSync(content);
  writeFileSync(join(content, 'release.md'), '---\nkind: release\ntitle: One\n---\n');
  const argv = ['src/cli.ts', 'build', '--content', content, '--out', portal];
  execFileSync(process.execPath, argv, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const assets = join(portal, '_assets');
  const names = readdirSync(assets).filter((file) => /^search[.-].*\.js$/.test(file));
  return names.map((file) => gzipSync(readFileSync(join(assets, file))).length);
}

function sectionOf(costs: Record<Subject, number>, found: Record<Subject, Found>): string {
  const lines = [
    `## ${name}`,
    '',
    `${docs.length} pages, ${queries.length} queries. Tuned on the queries of even index; **odd** ones are the result.`,
    '',
    '|  | recall@1 | recall@5 | MRR | nothing found | phrases @5 | hiragana @5 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    row('**kairanban, odd**', cellsOf(found.ours.odd)),
    row('kairanban, even', cellsOf(found.ours.even)),
    row('stock Pagefind, odd', cellsOf(found.stock.odd)),
    row('stock Pagefind, even', cellsOf(found.stock.even)),
    ...(peers[name] ?? []).map((peer) => row(`${peer.name}, all`, peer.figures)),
    '',
    ...unanswerable(found),
    '| category, odd queries | queries | recall@1 | recall@5 | stock @1 | stock @5 |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[...found.ours.odd]
      .filter(([category]) => category !== 'all' && category !== 'unanswerable')
      .map(([category, score]) => {
        const stock = found.stock.odd.get(category);
        const figures = [score.first, score.five, stock?.first, stock?.five].map(decimal).join(' | ');
        return `| ${category} | ${score.count} | ${figures} |`;
      }),
    '',
    '|  | index, kB | CPU of indexing, s | first query, kB: median | 90th percentile | requests: median | 90th percentile |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...subjects.map((subject) => {
      const [bytes, requests] = (['bytes', 'requests'] as const).map((of) =>
        found[subject].loads.map((load) => load[of]).sort((a, b) => a - b),
      ) as [number[], number[]];
      const kilobytes = (value: number) => (value / 1000).toFixed(0);
      const figures = [
        kilobytes(weigh(subject)),
        costs[subject].toFixed(2),
        ...[0.5, 0.9].map((share) => kilobytes(at(bytes, share))),
        ...[0.5, 0.9].map((share) => String(at(requests, share))),
      ];
      return `| ${subject === 'ours' ? 'kairanban' : 'stock Pagefind'} | ${figures.join(' | ')} |`;
    }),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function decimal(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(3);
}

function row(label: string, figures: readonly (number | undefined)[]): string {
  return `| ${[label, ...Array.from({ length: 6 }, (_, index) => decimal(figures[index]))].join(' | ')} |`;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] as number;
}

function cellsOf(scores: ReadonlyMap<string, Score>): (number | undefined)[] {
  const all = scores.get('all');
  return [all?.first, all?.five, all?.rank, all?.none, scores.get('phrase')?.five, scores.get('noisy:hiragana')?.five];
}

function unanswerable(found: Record<Subject, Found>): string[] {
  const counted = [found.ours.even, found.ours.odd].flatMap((scores) => scores.get('unanswerable') ?? []);
  if (counted.length === 0) return [];
  const right = counted.reduce((sum, { count, none }) => sum + Math.round(count * none), 0);
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  return [`Of ${all} queries that no page answers, nothing is found for ${right}.`, ''];
}

/** The bytes of what a search may load. */
function weigh(subject: Subject): number {
  const folder = join(work, subject);
  const own = subject === 'ours' ? /^opening\.json$/ : /^pagefind(-entry)?\.js(on)?$/;
  const loaded = new RegExp(`\\.pf_(meta|index|fragment)$|^wasm\\.|${own.source}`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => loaded.test(path))
    .reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
}

function withSection(page: string, section: string): string {
  const intro = `# Search, measured

<!-- Generated by \`npm run bench:search -- --bench FILE\`, a section for each file. Do not edit by hand. -->

The first query is asked of an index that nothing was loaded of, and shows five results; its bytes are those of all that
is loaded for it, the engine, our code and the dialog's included (scripts and JSON counted compressed). Indexing is the
CPU of a whole process that reads the file and indexes it, Pagefind's service included: the least of ${values.runs} runs.
Other engines' figures are those of the bench.

`;
  const sections = page.split(/^(?=## )/m).slice(1);
  const title = section.split('\n')[0];
  const others = sections.filter((one) => one.split('\n')[0] !== title).map((one) => `${one.trimEnd()}\n`);
  return intro + [...others, section].sort().join('\n');
}

/** Measures `check`, `summary` and `build` beside their floors, and writes `docs/benchmarks.md`. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { arch, availableParallelism, platform, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus.ts';
import { Load } from './bench/load.ts';
import { type Cost, measure, median } from './bench/measure.ts';
import { weightsOf } from './bench/page-weight.ts';
import { workPlace } from './bench/place.ts';
import { benchmarksPage, type Circumstances } from './bench/report.ts';
import { type SubjectName, starlightFolder, subjectNames, subjectsOf } from './bench/subjects.ts';
import { cpu, type Measured, targetsOf } from './bench/targets.ts';
import { bundlePackage } from './bundle.ts';
import { installBundle } from './install-bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const defaults = { sizes: '100,1000', runs: '3', only: subjectNames.join(',') };
const { values } = parseArgs({
  options: {
    /** Numbers of generated documents. */
    sizes: { type: 'string', default: defaults.sizes },
    runs: { type: 'string', default: defaults.runs },
    /** The subjects to measure, see `subjects.ts`. */
    only: { type: 'string', default: defaults.only },
    out: { type: 'string', default: join(root, 'docs/benchmarks.md') },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
const only = values.only.split(',');
const load = new Load();

await bundlePackage();
const work = mkdtempSync(join(workPlace(), 'kairanban-bench-'));
try {
  const cli = installBundle(join(work, 'kairanban'));
  const measured: Measured[] = [];
  for (const count of sizes) {
    const folder = join(work, String(count));
    const bytes = writeCorpus(join(folder, 'content'), count);
    measured.push(await measureFolder(folder, cli, count, bytes));
  }
  const example = await measureExample(cli);
  const page = benchmarksPage(circumstances(), targetsOf(example, measured), example, measured);
  writeFileSync(values.out, page);
  process.stdout.write(`\n${page}`);
} finally {
  for (const folder of [work, dirname(starlightFolder)]) rmSync(folder, { recursive: true, force: true });
}

async function measureExample(cli: string): Promise<Measured> {
  const folder = join(work, 'example');
  const content = join(folder, 'content');
  mkdirSync(folder);
  cpSync(join(root, 'content'), content, { recursive: true });
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const bytes = files.reduce((sum, path) => sum + statSync(join(content, path)).size, 0);
  return measureFolder(folder, cli, files.length, bytes);
}

/** All subjects in turn, as often as asked for, so that a disturbance does not fall on one of them alone. */
async function measureFolder(folder: string, cli: string, count: number, bytes: number): Promise<Measured> {
  const costs = new Map<SubjectName, Cost[]>();
  for (let run = 1; run <= runs; run++) {
    for (const { name, prepare, ...command } of subjectsOf(folder, cli)) {
      if (!only.includes(name)) continue;
      prepare?.();
      const cost = await measure(command);
      load.own(cpu(cost));
      process.stderr.write(`${count} documents, run ${run}, ${name}: ${cpu(cost).toFixed(2)} s CPU\n`);
      costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  }
  const medians = Object.fromEntries([...costs].map(([name, list]) => [name, median(list)]));
  const portal = join(folder, 'portal');
  return { count, bytes, costs: medians, ...(existsSync(portal) && { weights: weightsOf(portal) }) };
}

function circumstances(): Circumstances {
  const asked = Object.entries(defaults).flatMap(([name, usual]) => {
    const value = values[name as keyof typeof defaults];
    return value === usual ? [] : [`--${name} ${value}`];
  });
  const tools = ['astro', '@astrojs/starlight', 'pagefind', 'js-yaml', 'markdownlint-cli2'];
  return {
    command: ['npm run bench', ...(asked.length > 0 ? ['--', ...asked] : [])].join(' '),
    runs,
    others: load.others(),
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    inMemory: dirname(work) !== tmpdir(),
    system: `${platform()} ${arch()}`,
    versions: { Node: process.versions.node, ...Object.fromEntries(tools.map((tool) => [tool, versionOf(tool)])) },
  };
}

function versionOf(tool: string): string {
  return JSON.parse(readFileSync(join(root, 'node_modules', tool, 'package.json'), 'utf8')).version;
}

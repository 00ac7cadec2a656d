/** What one build leaves serves the next, which writes the same bytes as one that knows nothing. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCorpus } from '../../scripts/bench/corpus.ts';
import { expectSame, filesOf } from '../support/bytes.ts';
import { copyExample, now, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

interface Place {
  readonly cwd: string;
  readonly cache: string;
}

let astros: string;

// What Astro makes of the site's sources is the same for all tests; one of them takes it away.
beforeAll(async () => {
  astros = mkdtempSync(join(tmpdir(), 'kairanban-again-'));
  writeFiles(astros, { 'content/kairanban.yaml': 'portal: { url: https://portal.example.com }\n' });
  await build({ cwd: astros, cache: join(astros, 'cache') }, 'portal');
});
afterAll(() => rmSync(astros, { recursive: true, force: true }));

/** A folder of a test's own with content, the example unless told, and a cache that holds nothing but what Astro made. */
function place(write: (cwd: string) => unknown = copyExample): Place {
  const cwd = temporaryFolder();
  write(cwd);
  const [cache, site] = [join(cwd, 'cache'), 'cache/kairanban/site'];
  cpSync(join(astros, site), join(cwd, site), { recursive: true, verbatimSymlinks: true });
  return { cwd, cache };
}

async function build({ cwd, cache }: Place, out: string, args: readonly string[] = []): Promise<Map<string, string>> {
  const run = await runCli(['build', '--out', out, '--now', now, ...args], { cwd, env: { XDG_CACHE_HOME: cache } });
  expect(run.err).toBe('');
  expect(run.code).toBe(0);
  return filesOf(join(cwd, out));
}

/** A build that knows Astro's part at most: no page of a folder that was never built to is remembered. */
let fresh = 0;
const cleanly = (at: Place, args: readonly string[] = []) => build(at, `fresh-${fresh++}`, args);

const change = ({ cwd }: Place, path: string, from: string | RegExp, to: string) => {
  const file = join(cwd, 'content', path);
  const text = readFileSync(file, 'utf8');
  expect(text.replace(from, to)).not.toBe(text);
  writeFileSync(file, text.replace(from, to));
};

const drawing = (size: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="9"></svg>`;

const release = 'releases/2026-11-shift-csv-import.md';

/** What is in it for customers is all that it says. */
const handed =
  '---\ntitle: 紙\nsummary: 渡すもの\ndate: 2026-11-18\nvisibility: public\n---\n\n## お客様向け\n\n渡す文です。\n';

/** What one edits and builds; edits that are made together show on different pages. */
const edits: { readonly [what: string]: (at: Place) => void } = {
  'a title that others show, a row of a table, a goal that was read, and a release for customers': (at) => {
    change(at, release, /^title: .*$/m, 'title: 別の題名');
    change(at, 'accounts/accounts.csv', /^rantan-keibi,[^,]+,/m, 'rantan-keibi,新しい社名,');
    change(at, 'goals/nrr.md', /^readings:\n/m, 'readings:\n  - { date: 2026-11-18, value: 105.1 }\n');
    writeFileSync(join(at.cwd, 'content/releases/紙.md'), handed);
  },
  'what customers were told gone, and what executives read': (at) => {
    change(at, 'releases/紙.md', '渡す文です。', '');
    change(at, 'releases/2026-10-payroll-diff-check.md', /(## 経営向け\n\n)/, '$1経営に増えた文です。');
  },
  'a term, and a picture': (at) => {
    change(at, 'terms/nps.md', /^title: .*$/m, 'title: 推奨度');
    const page = join(at.cwd, 'content/terms/mrr.md');
    writeFileSync(page, `${readFileSync(page, 'utf8')}\n![図](図.svg)\n`);
    writeFileSync(join(dirname(page), '図.svg'), drawing(9));
  },
  'a page renamed, and another picture of that name': (at) => {
    const file = join(at.cwd, 'content', release);
    renameSync(file, join(dirname(file), '改名 した.md'));
    change(at, 'releases/改名 した.md', /^title: /m, 'formerly: [2026-11-shift-csv-import]\ntitle: ');
    writeFileSync(join(at.cwd, 'content/terms/図.svg'), drawing(8));
  },
  'a page deleted, one hidden, and no picture any more': (at) => {
    rmSync(join(at.cwd, 'content/terms/nps.md'));
    change(at, 'releases/改名 した.md', /^title: /m, 'draft: true\ntitle: ');
    change(at, 'terms/mrr.md', '![図](図.svg)', '図');
  },
  'a label': (at) => change(at, 'kairanban.yaml', 'payroll: 給与計算', 'payroll: 給与'),
};

test('after any edit the bytes are those of a clean build', async () => {
  const at = place();
  await build(at, 'portal');
  for (const [what, edit] of Object.entries(edits)) {
    edit(at);
    const [built, clean] = await Promise.all([build(at, 'portal'), cleanly(at)]);
    expectSame(built, clean, what);
  }
  change(at, 'kairanban.yaml', 'https://portal.example.com', 'https://example.com/知る/');
  // For a new address it is Astro that makes the pages, and for the second build the renderer that it left.
  const byAstro = await build(at, 'portal');
  expectSame(byAstro, await cleanly(at), 'the address');
}, 300_000);

test('a changed text is shown wherever it stands, whichever pages it stands on', async () => {
  const at = place();
  await build(at, 'portal');
  const content = join(at.cwd, 'content');
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^.releases.[^/]+\.md$/.test(path),
  );
  for (const half of [0, 1]) {
    for (const path of files.sort().filter((_, index) => index % 2 === half)) {
      const text = readFileSync(join(content, path), 'utf8');
      // Under every heading, and at the end; how a text begins is shown in lists, and counts as a field.
      const added = text.replace(/\n#+ .*\n/g, (line) => `${line}\n増えた文${half}。\n`);
      writeFileSync(join(content, path), `${added}\n増えた文${half}。\n`);
    }
    const [built, clean] = await Promise.all([build(at, 'portal'), cleanly(at)]);
    expectSame(built, clean, `half ${half}`);
  }
});

test('a text costs the pages that show it', async () => {
  const at = place();
  await build(at, 'portal');
  const memory = () =>
    readdirSync(join(at.cache, 'kairanban'), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap(({ name }) =>
        readFileSync(join(at.cache, 'kairanban', name), 'utf8')
          .split('\n')
          .slice(1),
      );
  const before = new Set(memory());
  // One that cannot be opened is made anew.
  const site = join(at.cache, 'kairanban/site');
  const renderer = () => readdirSync(site).map((name) => statSync(join(site, name, 'seal.json')).ino);
  const kept = renderer();
  writeFileSync(
    join(at.cwd, 'content', release),
    `${readFileSync(join(at.cwd, 'content', release), 'utf8')}\n増えた文。\n`,
  );
  await build(at, 'portal');
  const made = memory().filter((line) => !before.has(line));
  expect([kept.length, renderer()]).toEqual([1, kept]);
  const pages = made.map((line) => line.replace(/^\S+ (\S+)\t.*$/, '$1'));
  // Its own, what customers are handed, and those that quote it besides, such as the sheet for executives, in both forms.
  expect(pages).toEqual(expect.arrayContaining([release, release.replace('.md', '/index.html')]));
  expect(pages.length).toBeLessThan(8);
});

/** Less than the example: what is asked of it is not of any kind of page. */
const small = (cwd: string) => writeCorpus(join(cwd, 'content'), 60);

test('what was changed or broken by others counts for nothing', async () => {
  const at = place(small);
  const clean = await build(at, 'portal');
  writeFileSync(join(at.cwd, 'portal/releases/index.html'), 'changed by hand');
  const [twin = ''] = [...clean.keys()]
    .filter((path) => /^.releases.[^/]+\.md$/.test(path))
    .map((path) => join(at.cwd, 'portal', path));
  writeFileSync(twin, readFileSync(twin, 'utf8').replace(/[a-z]/g, 'x'));
  rmSync(join(at.cwd, 'portal/terms'), { recursive: true });
  expectSame(await build(at, 'portal'), clean, 'pages');
  const kept = join(at.cache, 'kairanban');
  const [site] = readdirSync(join(kept, 'site'));
  const code = join(kept, 'site', site as string, '.prerender');
  const entry = readdirSync(code).find((name) => name.startsWith('prerender-entry')) as string;
  writeFileSync(join(code, entry), 'throw new Error("not ours");');
  for (const entry of readdirSync(kept, { withFileTypes: true }).filter((one) => one.isFile()))
    writeFileSync(join(kept, entry.name), readFileSync(join(kept, entry.name), 'utf8').slice(0, -20));
  expectSame(await build(at, 'portal'), clean, 'memory');
  rmSync(at.cache, { recursive: true });
  expectSame(await build(at, 'portal'), clean, 'forgotten');
});

test('a portal that came back from a copy is still known by its bytes', async () => {
  const at = place(small);
  const clean = await build(at, 'portal');
  const portal = join(at.cwd, 'portal');
  renameSync(portal, join(at.cwd, 'before'));
  cpSync(join(at.cwd, 'before'), portal, { recursive: true });
  const pages = [...clean.keys()].filter((path) => /^.releases.[^/]+\.md$|^.terms.*html$/.test(path));
  expect(pages.length).toBeGreaterThan(10);
  const places = () => pages.map((path) => `${path} ${statSync(join(portal, path)).ino}`);
  const copies = places();
  expectSame(await build(at, 'portal'), clean, 'copy');
  expect(places()).toEqual(copies);
});

test('the day, the readers and the language are not mixed up, nor are two builds at once', async () => {
  const at = place(small);
  const clean = await build(at, 'portal');
  for (const args of [
    ['--visibility', 'public'],
    ['--locale', 'en'],
    ['--now', '2026-12-24T09:00+09:00'],
  ])
    expectSame(await build(at, 'portal', args), await cleanly(at, args), args.join(' '));
  rmSync(at.cache, { recursive: true });
  const both = await Promise.all([build(at, 'one'), build(at, 'two')]);
  for (const one of [...both, await build(at, 'portal')]) expectSame(one, clean, 'at once');
});

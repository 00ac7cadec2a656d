/** `kairanban search` as a process: over a portal that was built, and over content. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portalMarker } from '../../src/load/limits.ts';
import { buildPortal, runBuild } from '../support/portal.ts';
import { now, root, runCli, writeFiles } from '../support/process.ts';

const fixtures = join(root, 'tests/fixtures/search');
const cwd = mkdtempSync(join(tmpdir(), 'kairanban-test-'));
const cli = (args: readonly string[], folder = cwd) => runCli(['search', ...args], { cwd: folder });
const judge = (folder: string, ...args: string[]) => cli(['--judge', 'queries.csv', '--now', now, ...args], folder);

let copies = 0;

/** A folder of a test's own; tests that run at once cannot take theirs away by themselves. */
function ownFolder(): string {
  copies += 1;
  return join(cwd, 'own', String(copies));
}

/** A copy of the fixture that a test may change. */
function copy(): string {
  const folder = ownFolder();
  cpSync(fixtures, folder, { recursive: true });
  return folder;
}

function expectFixture(name: string, text: string): void {
  const file = join(fixtures, name);
  if (process.env.UPDATE === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

beforeAll(async () => {
  cpSync(fixtures, cwd, { recursive: true });
  await buildPortal(cwd);
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('a query', () => {
  test.concurrent.each(['ja', 'en'])('shows what was found and why (%s)', async (lang) => {
    const run = await cli(['チャーン', '電話', '打直し', '--explain', '--lang', lang]);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    expectFixture(`explained.${lang}.txt`, run.out);
  });

  test.concurrent('gives data, with the match told apart', async () => {
    const { out, code } = await cli(['書出', '--json', '--limit', '1']);
    expect(code).toBe(0);
    const { query, hits } = JSON.parse(out);
    expect(query).toBe('書出');
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      title: '給与データを書き出せるようになりました',
      kind: 'リリース',
      address: '/releases/2026-11-export/',
    });
    expect(hits[0].excerpt).toContainEqual({ text: '書き出せ', marked: true });
    expect(hits[0]).not.toHaveProperty('why');
  });

  test.concurrent('is not answered with what a terminal obeys, nor with HTML', async () => {
    const { out } = await cli(['締め日']);
    expect(out).toContain('<script>alert(1)</script>');
    expect(out).not.toContain('<mark>');
    const folder = ownFolder();
    const hostile =
      '---\ntitle: "給与\u202e台帳 \u2066x"\ndate: 2026-11-02\n---\n\n## 概要\n\n給与の台帳です。\u202e\n';
    writeFiles(folder, { 'content/releases/hostile.md': hostile });
    await runBuild(folder);
    for (const args of [['台帳'], ['台帳', '--json']]) {
      const found = await cli(args, folder);
      expect(found.code).toBe(0);
      expect(found.out).toContain('台帳');
      expect(found.out).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test.concurrent('without an answer ends with 1, and names terms that look like it', async () => {
    expect(await cli(['チャイン', '--lang', 'en'])).toEqual({
      ...{ code: 1, out: '' },
      err: 'Nothing found for “チャイン”. Terms that look like it: チャーン\n',
    });
    expect((await cli(['チャイム', '--lang', 'en'])).err).toBe('Nothing found for “チャイム”.\n');
    expect((await cli([' \u3000', '--lang', 'en'])).err).toBe('Cannot find QUERY. See `kairanban search --help`.\n');
    const { code, out } = await cli(['健康診断', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ query: '健康診断', hits: [] });
  });

  test.concurrent('gives everything where the limit is far above it', async () => {
    const { code, out } = await cli(['給与', '--json', '--limit', '100000']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ cutOff: false });
  });

  test.concurrent('is asked of the portal that is named, and of its level', async () => {
    const folder = copy();
    await runBuild(folder, ['--visibility', 'public', '--out', 'open']);
    expect((await cli(['打ち直している', '--site', 'open'], folder)).code).toBe(1);
    expect((await cli(['打ち直している'])).code).toBe(0);
    expect((await cli(['書き出し', '--site', 'open'], folder)).code).toBe(0);
  });

  test.concurrent('needs a portal, of this version', async () => {
    const folder = copy();
    expect(await cli(['x', '--lang', 'en'], folder)).toEqual({
      ...{ code: 2, out: '' },
      err: 'Cannot find a portal in `portal`; run `npx kairanban build` first.\n',
    });
    cpSync(join(cwd, 'portal'), join(folder, 'portal'), { recursive: true });
    expect((await cli(['書き出し'], folder)).code).toBe(0);
    for (const change of [
      () => writeFileSync(join(folder, 'portal', portalMarker), '0.0.9\n'),
      () => rmSync(join(folder, 'portal/pagefind/opening.json')),
    ]) {
      change();
      const { code, err } = await cli(['書き出し', '--lang', 'en'], folder);
      expect(code).toBe(2);
      expect(err).toMatch(/^Cannot search the portal in `portal`: kairanban \S+ did not build it\./);
    }
  });
});

describe('what does not go together is said', () => {
  test.concurrent.each([
    ['', 'Cannot find QUERY. See `kairanban search --help`.'],
    ['x --limit 0', 'Unexpected `0` after `--limit`, expected the form `5`.'],
    [
      'x --record',
      'Unexpected `--record` without `--judge FILE`; name the file of queries whose results are to be recorded.',
    ],
    ['x --judge queries.csv', 'Unexpected argument `x`. See `kairanban search --judge --help`.'],
    ['--judge queries.csv --explain', 'Unexpected `--judge` with `--explain`, expected one of them.'],
    ['--suggest-terms --site portal', 'Unexpected `--suggest-terms` with `--site`, expected one of them.'],
    ['--judge nowhere.csv', 'Cannot find the file `nowhere.csv`.'],
  ])('search %s', async (args, said) => {
    const words = args.split(' ').filter((word) => word !== '');
    expect(await cli([...words, '--lang', 'en'])).toEqual({ code: 2, out: '', err: `${said}\n` });
  });
});

describe('judged queries', () => {
  test.concurrent.each(['ja', 'en'])('are counted (%s)', async (lang) => {
    const run = await judge(copy(), '--lang', lang);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    expectFixture(`judged.${lang}.txt`, run.out);
  });

  test.concurrent('are asked of a portal that is built as of the content', async () => {
    const [content, built] = await Promise.all([judge(cwd, '--json'), judge(cwd, '--json', '--site', 'portal')]);
    expect(built).toEqual(content);
    expect(JSON.parse(built.out)).toMatchObject({
      figures: { answerable: 4, unanswerable: 1, first: 0.75, nothing: 1 },
      categories: { word: { first: 1 } },
    });
  });

  test.concurrent('hold later runs to what was recorded', async () => {
    const folder = copy();
    const recorded = await judge(folder, '--record', '--lang', 'en');
    expect(recorded.err).toBe('Recorded in `queries.recorded.csv`; commit it with the queries.\n');
    expect(readFileSync(join(folder, 'queries.recorded.csv'), 'utf8')).toBe(
      [
        'query,pages,result',
        '書き出し,release:2026-11-export,1',
        'CSVに書き出せますか,release:2026-11-export,1',
        'やめそうな会社,"enablement:churn-talk;term:churn",1',
        'クラウド会計,release:2026-11-export,0',
        '健康診断,,nothing\n',
      ].join('\n'),
    );
    expect((await judge(folder, '--lang', 'en')).out).toContain('As good as recorded.\n');

    // A harder question makes nothing worse.
    const queries = readFileSync(join(folder, 'queries.csv'), 'utf8');
    writeFileSync(join(folder, 'queries.csv'), `${queries}名寄せ,term:churn,intent\n`);
    const harder = await judge(folder, '--lang', 'en');
    expect(harder.code).toBe(0);
    expect(harder.out).toContain('1 query is new or judged anew, and not compared with anything.\n');

    const page = join(folder, 'content/releases/2026-11-export.md');
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, text.replaceAll('書き出せ', '抽出でき'));
    const worse = await judge(folder, '--lang', 'en');
    expect(worse.code).toBe(1);
    expect(worse.out).toContain('Worse than recorded in `queries.recorded.csv`:\n  recall@1 0.750 → ');
    expect(worse.out).toContain('Queries that got worse:\n  queries.csv:2: “書き出し”: place 1 → not found\n');
    expect(JSON.parse((await judge(folder, '--json')).out).recorded).toMatchObject({
      worse: ['first', 'five', 'rank'],
      fell: expect.arrayContaining(['書き出し']),
    });

    writeFileSync(page, text.replace('会計ソフト', 'クラウド会計のソフト'));
    const better = await judge(folder, '--lang', 'en');
    expect(better.code).toBe(0);
    expect(better.out).toContain('Better than recorded:\n  recall@1 0.750 → 1.000\n');
    expect(better.out).toContain('  queries.csv:5: “クラウド会計”: not found → place 1\n');
  });

  test.concurrent('that find something where nothing is are worse', async () => {
    const folder = copy();
    await judge(folder, '--record');
    const page = join(folder, 'content/releases/2026-11-export.md');
    writeFileSync(page, `${readFileSync(page, 'utf8')}\n健康診断の結果も書き出せます。\n`);
    const { code, out } = await judge(folder, '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('  nothing found where nothing is 1.000 → 0.000\n');
    expect(out).toContain('  queries.csv:6: “健康診断”: nothing found → something found\n');
  });

  test.concurrent.each(['ja', 'en'])('with bad rows are not asked (%s)', async (lang) => {
    const run = await cli(['--judge', 'bad.csv', '--now', now, '--lang', lang], fixtures);
    expect({ code: run.code, out: run.out }).toEqual({ code: 1, out: '' });
    expectFixture(`bad.${lang}.txt`, run.err);
  });

  test.concurrent('name pages that are seen at the level', async () => {
    const run = await judge(copy(), '--visibility', 'public', '--lang', 'en');
    expect(run.code).toBe(1);
    expect(run.err).toContain(
      'queries.csv:4:9: Unexpected `enablement:churn-talk`, which is not visible at this level',
    );
  });

  test.concurrent('a record that is no record is not written over', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'queries.recorded.csv'), 'name,phone\na,1\n');
    const run = await judge(folder, '--record', '--lang', 'en');
    expect(run.code).toBe(1);
    expect(run.err).toContain('queries.recorded.csv:1:1: ');
    expect(readFileSync(join(folder, 'queries.recorded.csv'), 'utf8')).toBe('name,phone\na,1\n');
  });
});

describe('words for the glossary', () => {
  test.concurrent.each(['ja', 'en'])('are proposed, and nothing is written (%s)', async (lang) => {
    const folder = copy();
    const run = await cli(['--suggest-terms', '--judge', 'queries.csv', '--now', now, '--lang', lang], folder);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    expectFixture(`proposed.${lang}.txt`, run.out);
    expect((await runCli(['check', '--now', now], { cwd: folder })).code).toBe(0);
    expect(readFileSync(join(folder, 'content/terms/churn.md'), 'utf8')).toContain('aliases: [解約]\n');
  });

  test.concurrent('may be taken as they are: the check has nothing to say, and search finds by them', async () => {
    const folder = copy();
    const { out } = await cli(['--suggest-terms', '--judge', 'queries.csv', '--now', now, '--json'], folder);
    const { proposals } = JSON.parse(out);
    for (const { path, title, isNew, field, values } of proposals) {
      const line = `${field}: ${JSON.stringify(values)}`;
      if (isNew) writeFiles(folder, { [path]: `---\ntitle: ${title}\n${line}\n---\n` });
      else {
        const page = join(folder, path);
        const rest = readFileSync(page, 'utf8').replace(new RegExp(`^${field}:.*\\n`, 'm'), '');
        writeFileSync(page, rest.replace('---\n', `---\n${line}\n`));
      }
    }
    const check = await runCli(['check', '--now', now, '--lang', 'en'], { cwd: folder });
    expect(check.out).toContain('No problems.');
    const judged = JSON.parse((await judge(folder, '--json')).out);
    expect(judged.figures).toMatchObject({ first: 1, nothing: 1 });
    const again = await cli(['--suggest-terms', '--judge', 'queries.csv', '--now', now, '--json'], folder);
    expect(JSON.parse(again.out)).toEqual({ version: 1, proposals: [] });
  });

  test.concurrent('are none that search knows of the page already: what it is, of which product', async () => {
    const folder = copy();
    const page = '---\ntitle: うみねこ食堂\ncustomer: うみねこ食堂\nconsent: internal\n---\n\n静かな店。\n';
    writeFiles(folder, {
      'content/cases/umineko.md': page,
      'queries.csv': 'query,pages\n繁忙期 値引き 初期費用 事例,case:umineko\n',
    });
    expect(JSON.parse((await judge(folder, '--json')).out).figures.first).toBe(0);
    const { out } = await cli(['--suggest-terms', '--judge', 'queries.csv', '--now', now], folder);
    expect(out).not.toContain('事例');
  });

  test.concurrent('of hidden pages are not shown', async () => {
    const { out } = await cli(['--suggest-terms', '--visibility', 'public', '--now', now, '--lang', 'en']);
    expect(out).toMatch(/^Nothing to propose/);
  });
});

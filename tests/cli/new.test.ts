/** `kairanban new`: a page to be filled in, from flags, from another page, and from a person at a terminal. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  cleanEnv,
  copyExample,
  type Finished,
  now,
  root,
  runCli,
  temporaryFolder,
  writeFiles,
} from '../support/process.ts';

const cli = (cwd: string, args: readonly string[]) => runCli([...args, '--now', now, '--lang', 'en'], { cwd });
const make = (cwd: string, ...args: string[]) => cli(cwd, ['new', ...args]);

function example(): string {
  const folder = temporaryFolder();
  copyExample(folder);
  return folder;
}

/** The fields that a page was given, as written. */
function fieldsIn(folder: string, path: string): string[] {
  const [, front = ''] = readFileSync(join(folder, path), 'utf8').split('---\n');
  return front.split('\n').filter((line) => /^[ -]*\w+: ?./.test(line) && !line.endsWith(': '));
}

describe('from flags', () => {
  test('a page of each kind, and its path alone on standard output', async () => {
    const folder = example();
    const kinds = ['release', 'request', 'prd', 'term'];
    const runs = await Promise.all(kinds.map((kind) => make(folder, kind, '--title', 'CSV: 一括 / 登録')));
    expect(runs.map(({ code, out }) => ({ code, out }))).toEqual(
      ['releases/2026-11-', 'requests/', 'prds/', 'terms/'].map((start) => ({
        code: 0,
        out: `content/${start}csv-一括-登録.md\n`,
      })),
    );
    expect(runs[0]?.err).toBe(
      'content/releases/2026-11-csv-一括-登録.md:6:1 Cannot find a value of `date`; expected a day that exists, written like `2026-11-21`.\n' +
        'When you have filled in what is blank, run `npx kairanban check`.\n',
    );
    expect(runs.slice(1).map(({ err }) => err)).toEqual(
      Array(3).fill('When you have filled in what is blank, run `npx kairanban check`.\n'),
    );
  });

  test('with what must be there, it passes check', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'content/kairanban.yaml': 'locale: en\nproducts: { a: A, b: B }\n' });
    const set = [
      'date=2026-12-01',
      'products=a',
      'products=b',
      'tags=x,y',
      'actions=[{ who: sales, what: "Call: now" }]',
    ];
    const run = await make(folder, 'release', '--title', 'T', ...set.flatMap((pair) => ['--set', pair]));
    expect(run).toMatchObject({ code: 0, out: 'content/releases/2026-12-t.md\n' });
    expect(fieldsIn(folder, run.out.trim())).toEqual([
      'title: T',
      'date: 2026-12-01',
      'products: [a, b]',
      'tags: [x, y]',
      '  - who: sales',
      "    what: 'Call: now'",
    ]);
    const { code, out } = await cli(folder, ['check', '--max-warnings', '0']);
    expect({ code, out }).toEqual({ code: 0, out: 'No problems. 2 files checked.\n' });
  });

  test('nothing is ever overwritten', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'content/terms/a.md': 'mine', 'content/terms/b.md': '---\ntitle: B\nformerly: [c]\n---\n' });
    // A file that nobody reads has its name all the same.
    mkdirSync(join(folder, 'content/terms/d.md'));
    const paths = [];
    for (const title of ['A', 'a', 'C']) paths.push((await make(folder, 'term', '--title', title)).out.trim());
    expect(paths).toEqual(['content/terms/a-2.md', 'content/terms/a-3.md', 'content/terms/c-2.md']);
    expect(readFileSync(join(folder, 'content/terms/a.md'), 'utf8')).toBe('mine');
    expect(await make(folder, 'term', '--title', 'd')).toEqual({
      code: 2,
      out: '',
      err: 'Cannot write `content/terms/d.md` (EISDIR).\n',
    });
  });

  test('a title is no danger to a file’s name', async () => {
    const titles: [title: string, id: string][] = [
      ['../../etc/passwd', 'etc-passwd'],
      ['CON', 'con-term'],
      ['README', 'readme-term'],
      ['..', 'term'],
      ['🎉', 'term'],
      ['-.a.-', 'a'],
      [`${'長い題名'.repeat(40)}`, '長い題名'.repeat(15)],
    ];
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'content'));
    const runs = await Promise.all(titles.map(([title]) => make(folder, 'term', `--title=${title}`)));
    const ids = runs.map(({ out }) => out.replace('content/terms/', '').replace('.md\n', ''));
    // Two of them meet at one name; whoever is first has it.
    expect(ids.map((id) => id.replace(/-2$/, ''))).toEqual(titles.map(([, id]) => id));
    expect(readdirSync(folder)).toEqual(['content']);
    expect(readdirSync(join(folder, 'content/terms')).sort()).toEqual(ids.map((id) => `${id}.md`).sort());
    expect((await cli(folder, ['check', '--max-warnings', '0'])).code).toBe(0);
  });

  test('a link that leads out of the content is not followed', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'content'));
    mkdirSync(join(folder, 'outside'));
    symlinkSync('../outside', join(folder, 'content/terms'));
    const run = await make(folder, 'term', '--title', 'A');
    expect(run).toEqual({ code: 2, out: '', err: 'Cannot write `content/terms/a.md` (EXDEV).\n' });
    expect(readdirSync(join(folder, 'outside'))).toEqual([]);
  });
});

describe('from another page', () => {
  test('a release from a PRD', async () => {
    const folder = example();
    const { out } = await make(folder, 'release', '--from', 'prd:auto-shift', '--set', 'date=2026-12-01');
    expect(fieldsIn(folder, out.trim())).toMatchInlineSnapshot(`
      [
        "title: シフトの自動作成",
        "date: 2026-12-01",
        "products: [attendance]",
        "prds: [auto-shift]",
        "owner: [product/mikuriya]",
        "levers: [acquisition]",
        "  - goal: shift-publish-rate",
      ]
    `);
    expect((await cli(folder, ['check'])).out).not.toContain(out.trim());
  });

  test.each([
    ['prd', 'request:uchikoku-more', ['requests: [uchikoku-more]']],
    ['release', 'request:uchikoku-more', ['requests: [uchikoku-more]']],
    ['enablement', 'release:2026-11-shift-csv-import', ['releases: [2026-11-shift-csv-import]']],
    ['insight', 'prd:auto-shift', ['informs: [prd:auto-shift]']],
    ['request', 'account:hoge', []],
  ])('%s from %s points back', async (kind, from, lines) => {
    const folder = example();
    if (from.startsWith('account'))
      writeFiles(folder, { 'content/accounts/hoge.md': '---\ntitle: Hoge\nproducts: [payroll]\n---\n' });
    const run = await make(folder, kind, '--from', from, '--id', 'new');
    expect(run).toMatchObject({ code: 0 });
    const fields = fieldsIn(folder, run.out.trim());
    expect(fields).toEqual(expect.arrayContaining(lines));
    if (kind === 'request') expect(fields).toEqual(['products: [payroll]', '  - account: hoge']);
  });

  test('what is confidential stays so, and what is public is not made public', async () => {
    const folder = example();
    const level = (name: string) => ({
      [`content/requests/${name}.md`]: `---\ntitle: ${name}\nvisibility: ${name}\n---\n`,
    });
    writeFiles(folder, { ...level('confidential'), ...level('public') });
    const of = async (name: string) =>
      fieldsIn(folder, (await make(folder, 'prd', '--from', `request:${name}`)).out.trim());
    expect(await of('confidential')).toContain('visibility: confidential');
    expect((await of('public')).filter((line) => line.startsWith('visibility'))).toEqual([]);
  });
});

test('what cannot be is said, and nothing is written', async () => {
  const folder = example();
  const before = readdirSync(folder, { recursive: true });
  const refused: [args: string[], said: string][] = [
    [[], 'Cannot find KIND. See `kairanban new --help`.'],
    [['releases'], 'Cannot find the kind `releases`. Did you mean `release`? There are'],
    [['リリース'], 'Cannot find the kind `リリース`. Did you mean `release`? There are'],
    [
      ['release', '--set', 'tier=9'],
      'Unexpected `9` in `tier`, expected one of `1` (Must act), `2` (Good to know), `3` (Digest only).',
    ],
    [['release', '--set', 'teir=1'], 'Unexpected field `teir`. Did you mean `tier`?'],
    [['release', '--set', 'tier'], 'Unexpected `tier` after `--set`, expected the form `tier=1`.'],
    [['release', '--set', 'products=payrol'], 'Did you mean `payroll`?'],
    [['release', '--set', 'products=[payroll'], 'Unexpected'],
    [['release', '--set', 'prds=nowhere'], 'Cannot find the PRD `nowhere`'],
    [['release', '--set', 'agreedBy=a'], 'Unexpected field `agreedBy`'],
    [['release', '--from', 'prd:shift-imprt'], 'Cannot find `prd:shift-imprt`. Did you mean `shift-import`?'],
    [['release', '--from', 'shift-import'], 'expected the form `prd:shift-import`'],
    [['term', '--from', 'prd:shift-import'], 'Cannot make a term from another page; leave out `--from`.'],
    [['case', '--from', 'prd:shift-import'], 'Cannot make a case from a prd, expected one of `release`, `account`.'],
    [['term', '--id', '../x'], 'Unexpected `../x`, expected a name of letters'],
    [['prd', '--id', 'Shift-Import'], 'Unexpected id `Shift-Import`, which is in use'],
    [['term', '--id', 'x', '--content', 'nowhere'], 'Cannot find the content folder `nowhere`'],
  ];
  const runs = await Promise.all(refused.map(([args]) => make(folder, ...args)));
  for (const [index, { code, out, err }] of runs.entries()) {
    const [args, said] = refused[index] as [string[], string];
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  }
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

describe('--url', () => {
  const parts = (out: string) => {
    const url = new URL(out.trim());
    const [filename, value] = ['filename', 'value'].map((name) => url.searchParams.get(name));
    return { address: url.origin + url.pathname, filename, value };
  };

  test('is GitHub’s page for a new file, and writes none', async () => {
    const folder = example();
    const before = readdirSync(join(folder, 'content/releases'));
    const address = 'https://git.example.com/hoshizora/knowledge/new/main/content';
    const plain = parts((await make(folder, 'release', '--url')).out);
    expect(plain).toMatchObject({ address, filename: 'releases/yyyy-mm-name.md' });
    const known = parts((await make(folder, 'release', '--url', '--from', 'prd:auto-shift')).out);
    expect(known.filename).toMatch(/^releases\/2026-11-.+\.md$/);
    expect(known.value).toContain('prds: [auto-shift]');
    expect(readdirSync(join(folder, 'content/releases'))).toEqual(before);
  });

  test.each(['', 'portal: { edit: https://gitlab.example.com/o/r/-/edit/main/content }\n'])(
    'is refused where the content is not known to be on GitHub: %j',
    async (config) => {
      const folder = temporaryFolder();
      writeFiles(folder, { 'content/kairanban.yaml': config });
      const { code, out, err } = await make(folder, 'release', '--url');
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('`portal.edit`');
    },
  );
});

/** What a process takes for a terminal, without one: tests run where there is none. */
const terminal = `data:text/javascript,${encodeURIComponent(
  'process.stdin.isTTY = process.stderr.isTTY = true; process.stdin.setRawMode = () => process.stdin; process.stderr.columns = 100; process.stderr.rows = 40;',
)}`;

/** Runs the command line, pressing keys when the words before them have come up. */
function answer(
  cwd: string,
  args: readonly string[],
  keys: readonly (readonly [after: string, keys: string])[],
): Promise<Finished> {
  const child = spawn(process.execPath, ['--import', terminal, join(root, 'src/cli.ts'), ...args], {
    cwd,
    env: cleanEnv(),
  });
  let [out, err, seen, step] = ['', '', 0, 0];
  child.stdout.setEncoding('utf8').on('data', (data) => {
    out += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    err += data;
    const [after, press] = keys[step] ?? [];
    if (after === undefined || press === undefined) return;
    const at = err.indexOf(after, seen);
    if (at === -1) return;
    seen = at + after.length;
    step += 1;
    // A terminal that nobody reads from lets the process end; a pipe has to be closed.
    if (step === keys.length) child.stdin.end(press);
    else child.stdin.write(press);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

describe('a person at a terminal', () => {
  const [down, enter, stop, eof] = ['\u001b[B', '\r', '\u0003', '\u0004'];

  test('is asked what no flag says, with what there is to choose from', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'content/kairanban.yaml': 'products: { a: 給与, b: 勤怠 }\nteams: { product: プロダクト }\n',
      'content/prds/done.md': '---\ntitle: 済んだもの\n---\n',
      'content/prds/next.md': '---\ntitle: 次のもの\n---\n',
      'content/releases/done.md': '---\ntitle: 済んだもの\ndate: 2026-11-01\nprds: [done]\n---\n',
    });
    const run = await answer(
      folder,
      ['new', 'release', '--set', 'tier=3', '--now', now, '--lang', 'ja'],
      [
        ['PRD: 次のもの', down + enter],
        ['タイトル', enter],
        ['日付', enter],
        ['勤怠 (b)', ` ${enter}`],
        ['プロダクト (product)', down + enter],
        ['ファイル名', enter],
      ],
    );
    expect(run).toMatchObject({ code: 0, out: 'content/releases/2026-11-次のもの.md\n' });
    expect(run.err).not.toContain('PRD: 済んだもの');
    expect(run.err).not.toMatch(/to navigate|confirm|select/);
    expect(fieldsIn(folder, run.out.trim())).toEqual([
      'title: 次のもの',
      'date: 2026-11-21',
      'products: [a]',
      'tier: 3',
      'prds: [next]',
      'owner: product',
    ]);
  });

  test('is asked again for a title that every page must have', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'content'));
    const run = await answer(
      folder,
      ['new', 'term', '--now', now, '--lang', 'ja'],
      [
        ['タイトル', enter],
        ['タイトルを書いてください', `給与${enter}`],
        ['ファイル名', enter],
      ],
    );
    expect(run).toMatchObject({ code: 0, out: 'content/terms/給与.md\n' });
  });

  test.each([
    ['Ctrl+C', stop],
    ['Ctrl+D', eof],
    ['a terminal that is closed', ''],
  ])('can go back on it by %s', async (_, keys) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'content'));
    const asked = [['new', '--now', now], ['new', 'release', '--now', now], ['init']];
    for (const [index, args] of asked.entries()) {
      const run = await answer(folder, args, [
        [['何を書きますか', 'タイトル', 'ポータルの言語'][index] as string, keys],
      ]);
      expect(run).toMatchObject({ code: 1, out: '' });
      expect(run.err.trimEnd().split('\n').at(-1)).toContain('取りやめました。何も書き出していません。');
      expect(run.err).not.toContain('Warning');
    }
    expect(readdirSync(folder)).toEqual(['content']);
    expect(readdirSync(join(folder, 'content'))).toEqual([]);
  });
});

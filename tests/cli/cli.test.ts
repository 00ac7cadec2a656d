/** The command line as a process: what it prints where, and how it ends. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandNames } from '../../src/commands/options.ts';
import { locales } from '../../src/config.ts';
import { git, now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

const fixtures = join(root, 'tests', 'fixtures', 'cli');
const example = ['--content', 'content', '--now', now] as const;
const cli = (args: readonly string[], env: Record<string, string> = {}) => runCli(args, { cwd: fixtures, env });
const page = (fields: string, body = 'Text.\n') => `---\n${fields}\n---\n\n${body}`;

describe('help', () => {
  test.concurrent.each(locales)('is what it was (%s)', async (lang) => {
    const topics = [['--help'], ...commandNames.map((name) => [name, '--help'])];
    const runs = await Promise.all(topics.map((topic) => cli([...topic, '--lang', lang])));
    for (const run of runs) expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    const text = runs.map((run, index) => `$ kairanban ${topics[index]?.join(' ')}\n${run.out}`).join('\n');
    const file = join(fixtures, `help.${lang}.txt`);
    if (process.env.UPDATE === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test.concurrent('every way to ask for it', async () => {
    const [plain, ...others] = await Promise.all([
      cli(['--help', '--lang', 'en']),
      cli(['-h', '--lang', 'en']),
      cli(['help', '--lang', 'en']),
      cli(['--lang', 'en', '--help']),
      cli(['--lang=en']),
      cli([], { KAIRANBAN_LANG: 'en' }),
    ]);
    for (const other of others) expect(other).toEqual(plain);
    const [command, ...same] = await Promise.all([
      cli(['check', '--help', '--lang', 'en']),
      cli(['check', '-h', '--lang', 'en']),
      cli(['help', 'check', '--lang', 'en']),
      cli(['--help', 'check', '--lang', 'en']),
    ]);
    for (const other of same) expect(other).toEqual(command);
  });

  test.concurrent('the version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await cli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('what was asked wrongly is said on one line, with 2', () => {
  test.concurrent.each<[args: string, said: string]>([
    ['chek', 'Unexpected command `chek`. Did you mean `check`? See `kairanban --help`.'],
    ['-v', 'Unexpected option `-v`. Did you mean `--version`? See `kairanban --help`.'],
    ['--verison', 'Unexpected option `--verison`. Did you mean `--version`? See `kairanban --help`.'],
    ['constructor', 'Unexpected command `constructor`. See `kairanban --help`.'],
    ['check --formt json', 'Unexpected option `--formt`. Did you mean `--format`? See `kairanban check --help`.'],
    ['check -x', 'Unexpected option `-x`. See `kairanban check --help`.'],
    ['check --since 2026-11-01', 'Unexpected option `--since`. See `kairanban check --help`.'],
    ['check --help=no', 'Unexpected argument `--help=no`. See `kairanban check --help`.'],
    ['check extra', 'Unexpected argument `extra`. See `kairanban check --help`.'],
    ['check --format xml', 'Unexpected `xml` after `--format`, expected one of `pretty`, `json`, `github`, `sarif`.'],
    ['check --content --format json', 'Cannot find a value after `--content`.'],
    ['check --content=', 'Cannot find a value after `--content`.'],
    ['check --max-warnings', 'Cannot find a value after `--max-warnings`.'],
    ['check --max-warnings -1', 'Unexpected `-1` after `--max-warnings`, expected a whole number, 0 or more.'],
    ['check --now yesterday', 'Unexpected `yesterday` after `--now`, expected the form `2026-11-21T10:00+09:00`.'],
    ['check --now 2026-11-21', 'Unexpected `2026-11-21` after `--now`, expected the form `2026-11-21T10:00+09:00`.'],
    [
      'summary --since 2026-02-30',
      'Unexpected `2026-02-30` after `--since`, expected a day that exists, written like `2026-11-21`.',
    ],
    ['summary --last 7', 'Unexpected `7` after `--last`, expected one day or more, written like `7d`.'],
    ['summary --last 0d', 'Unexpected `0d` after `--last`, expected one day or more, written like `7d`.'],
    [
      'summary --week 2026-W54',
      'Unexpected `2026-W54` after `--week`, expected a week that its year has, written like `2026-W47`.',
    ],
    ['summary --week 2026-W53 --last 7d', 'Unexpected `--last` with `--week`, expected one of them.'],
    ['summary --since 2026-11-01 --release a', 'Unexpected `--since` with `--release`, expected one of them.'],
    ['summary --range a..b --last 7d', 'Unexpected `--last` with `--range`, expected one of them.'],
    ['summary --range main', 'Unexpected `main` after `--range`, expected the form `main..HEAD`.'],
    ['import', 'Cannot find changelog|csv FILE. See `kairanban import --help`.'],
    ['import changelog', 'Cannot find FILE. See `kairanban import --help`.'],
    ['import jira x', 'Cannot import from `jira`, expected `changelog` or `csv`.'],
    ['import changelog nowhere.md', 'Cannot find the file `nowhere.md`.'],
  ])('%s', async (args, said) => {
    expect(await cli(args.split(' '), { KAIRANBAN_LANG: 'en' })).toEqual({ code: 2, out: '', err: `${said}\n` });
  });

  test.concurrent.each<[args: string, said: string]>([
    ['--audience salse', 'Cannot find the audience `salse`. Did you mean `sales`? There are'],
    ['--audience constructor', 'Cannot find the audience `constructor`. There are `sales`'],
    ['--release importt', 'Cannot find a release `importt` that this audience may see. Did you mean `import`?'],
    ['--release import --audience customer', 'Cannot find a release `import` that this audience may see.'],
    ['--release broken', 'Cannot find a release `broken` that this audience may see.'],
  ])('summary %s', async (args, said) => {
    const run = await cli(['summary', ...args.split(' '), ...example, '--lang', 'en']);
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
    expect(run.err.trim().split('\n').at(-1)).toContain(said);
  });
});

describe('languages', () => {
  const verdicts = { en: '1 error, 1 warning. 4 files checked.', ja: 'エラー 1 件、警告 1 件（4 ファイルを確認）。' };
  test.concurrent.each<[args: string[], env: Record<string, string>, lang: 'en' | 'ja']>([
    [[], {}, 'en'], // that of the site
    [[], { KAIRANBAN_LANG: 'ja' }, 'ja'],
    [[], { KAIRANBAN_LANG: 'fr' }, 'en'],
    [['--lang', 'ja'], {}, 'ja'],
    [['--lang=ja'], { KAIRANBAN_LANG: 'en' }, 'ja'],
  ])('%j with %j: %s', async (args, env, lang) => {
    const run = await cli(['check', ...example, ...args], env);
    expect(run.code).toBe(1);
    expect(run.out.trimEnd().split('\n').at(-1)).toBe(verdicts[lang]);
  });

  test.concurrent('a language that there is not', async () => {
    const { code, err } = await cli(['check', '--lang', 'fr']);
    expect(code).toBe(2);
    expect(err).toContain('`fr`');
  });
});

describe('check', () => {
  test.concurrent('many notes of another system: says which setting reads them, once', async () => {
    const folder = temporaryFolder();
    const hint = /Notes of another system are read with `import: \{ unknownFields: warn \}`/g;
    const verdict = async (count: number, config: string) => {
      const notes = Array.from({ length: count }, (_, n) => [
        `releases/${n}.md`,
        `---\ntitle: A\ndate: 2026-11-01\nlayout: x\n---\n`,
      ]);
      writeFiles(folder, { 'kairanban.yaml': config, ...Object.fromEntries(notes) });
      return ((await cli(['check', '--content', folder, '--lang', 'en'])).out.match(hint) ?? []).length;
    };
    expect(await verdict(9, 'locale: en\n')).toBe(0);
    expect(await verdict(10, 'locale: en\n')).toBe(1);
    expect(await verdict(10, 'import: {}\n')).toBe(0);
  });

  test.concurrent('as JSON', async () => {
    const { out, code } = await cli(['check', ...example, '--format', 'json', '--lang', 'en']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      problems: [
        {
          path: 'content/releases/broken.md',
          line: 3,
          column: 7,
          severity: 'error',
          rule: 'bad-value',
          message: 'Unexpected `2026-13-45` in `date`, expected a day that exists, written like `2026-11-21`.',
        },
        expect.objectContaining({ path: 'content/releases/older.md', line: 7, severity: 'warning' }),
      ],
      counts: { errors: 1, warnings: 1 },
    });
  });

  test.concurrent('as annotations of GitHub', async () => {
    const folder = temporaryFolder();
    cpSync(join(fixtures, 'content'), join(folder, 'content'), { recursive: true });
    const { out } = await runCli(['check', ...example, '--format', 'github', '--lang', 'en'], { cwd: folder });
    expect(out.split('\n').map((line) => line.split(':').slice(0, 5).join(':'))).toEqual([
      '::error file=content/releases/broken.md,line=3,col=7,title=bad-value::Unexpected `2026-13-45` in `date`, expected a day that exists, written like `2026-11-21`.',
      expect.stringMatching(
        /^::warning file=content\/releases\/older.md,line=7,col=1,title=unknown-heading::Unexpected/,
      ),
      '',
    ]);
  });

  test.concurrent('as annotations of files as GitHub knows them, from the top of the repository', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'docs/know ledge/releases/a.md': page('title: A') });
    mkdirSync(join(folder, 'tools'));
    const fileOf = async (cwd: string, content: string) => {
      const { out } = await runCli(['check', '--content', content, '--format', 'github'], { cwd: join(folder, cwd) });
      return /file=([^,]*),/.exec(out)?.[1];
    };
    expect(await fileOf('docs/know ledge', '.')).toBe('releases/a.md');
    git(folder, 'init', '-q');
    const ways: [cwd: string, content: string][] = [
      ['.', 'docs/know ledge'],
      ['docs/know ledge', '.'],
      ['tools', '../docs//know ledge/'],
      ['tools', join(folder, 'docs/know ledge')],
    ];
    for (const way of ways) expect(await fileOf(...way)).toBe('docs/know ledge/releases/a.md');
    expect(await fileOf('docs', 'gone')).toBe('docs/gone');
  });

  test('warnings fail it only when there are more than allowed', async () => {
    const folder = temporaryFolder();
    const unknown = page('title: A\ndate: 2026-11-02\nvisibility: public', '## Unheard of\n');
    writeFiles(folder, { 'content/releases/a.md': unknown, 'content/releases/b.md': unknown });
    const codes = ['', '--max-warnings=2', '--max-warnings=1', '--max-warnings=0'].map(async (limit) => {
      const { code } = await runCli(['check', '--now', now, ...(limit ? [limit] : [])], { cwd: folder });
      return code;
    });
    expect(await Promise.all(codes)).toEqual([0, 0, 1, 1]);
  });

  test('the folder of a kind is not taken for the content', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'content/releases/a.md': page('title: A\ndate: 2026-11-02'),
      'releases/terms/a.md': page('title: A'),
      'in.csv': 'id,title\n1,a\n',
    });
    const refused = async (args: string, cwd = folder) => {
      const { code, out, err } = await runCli([...args.split(' '), '--now', now, '--lang', 'en'], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    const said = (named: string, around: string) =>
      `Unexpected \`${named}\` as the content folder, expected the one around it: \`--content ${around}\`.\n`;
    for (const command of ['check', 'summary', 'build', 'new release', 'import csv in.csv --kind request'])
      expect(await refused(`${command} --content content/releases`)).toBe(said('content/releases', 'content'));
    expect(await refused('check --content .', join(folder, 'content/releases'))).toBe(said('.', '..'));
    // A company's whole content may bear such a name.
    expect((await runCli(['check', '--content', 'releases', '--now', now], { cwd: folder })).code).toBe(0);
  });

  test('paths are as the user names the folder', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'docs/know ledge/releases/a.md': page('title: A') });
    const paths = ['docs/know ledge', './docs/know ledge/', 'docs//know ledge'].map(async (content) => {
      const { out } = await runCli(['check', '--content', content, '--format', 'json'], { cwd: folder });
      return (JSON.parse(out) as { problems: { path: string }[] }).problems[0]?.path;
    });
    const [first, second] = await Promise.all(paths);
    expect([first, second]).toEqual(Array(2).fill('docs/know ledge/releases/a.md'));
    const inside = await runCli(['check', '--content', '.', '--format', 'json'], {
      cwd: join(folder, 'docs/know ledge'),
    });
    expect(JSON.parse(inside.out).problems[0].path).toBe('releases/a.md');
  });
});

describe('summary', () => {
  const titles = async (...args: string[]) => {
    const { code, out } = await cli(['summary', ...example, '--format', 'json', ...args]);
    expect(code).toBe(0);
    return (JSON.parse(out) as { items: { id: string }[] }).items.map((item) => item.id);
  };
  test.concurrent.each<[args: string[], ids: string[]]>([
    [[], ['import', 'older']],
    [['--since', '2026-11-20'], ['import']],
    [['--since', '2026-11-21'], []],
    [['--last', '2d'], ['import']],
    [['--last', '1d'], []],
    [
      ['--last', '52d'],
      ['import', 'older'],
    ],
    [['--last', '51d'], ['import']],
    [['--week', '2026-W47'], ['import']],
    [['--week', '2026-W40'], ['older']],
    [['--release', 'OLDER'], ['older']],
    [['--audience', 'customer'], ['older']],
    [['--visibility', 'public'], ['older']],
  ])('%j: %j', async (args, ids) => {
    expect((await titles(...args)).sort()).toEqual(ids);
  });

  test.concurrent('says what it left out, on the other stream', async () => {
    const { out, err } = await cli(['summary', ...example, '--format', 'text', '--lang', 'en']);
    expect(err).toBe('Left out what has an error (1 file); `kairanban check` says which.\n');
    expect(out).not.toContain('Broken');
  });

  test.concurrent('cannot be made of a folder that is not there', async () => {
    const { code, out, err } = await cli(['summary', '--content', 'nowhere', '--lang', 'en']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Cannot find the content folder `nowhere`');
  });
});

describe('streams', () => {
  const longContent = () => {
    const folder = temporaryFolder();
    const broken = page('title: A\nunheard: of');
    const files = Array.from({ length: 800 }, (_, index) => [`content/releases/a${index}.md`, broken]);
    writeFiles(folder, Object.fromEntries(files));
    return folder;
  };

  test.skipIf(process.platform === 'win32')('a reader may stop early', async () => {
    const child = spawn(process.execPath, [join(root, 'src', 'cli.ts'), 'check', '--now', now], { cwd: longContent() });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (data) => {
      err += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('a slow reader gets all of it', async () => {
    const { out, code } = await runCli(['check', '--now', now, '--format', 'json'], { cwd: longContent() });
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toHaveLength(1600);
  });

  const hasScript = spawnSync('script', ['--version']).status === 0;
  test.skipIf(!hasScript)('colours are for terminals that want them', () => {
    const command = `'${process.execPath}' '${join(root, 'src', 'cli.ts')}' check --content content --now ${now}`;
    const inTerminal = (env: Record<string, string>) => {
      const { PATH = '', HOME = '' } = process.env;
      const run = spawnSync('script', ['-qec', command, '/dev/null'], {
        cwd: fixtures,
        env: { PATH, HOME, TERM: 'xterm', CI: 'true', ...env },
        encoding: 'utf8',
      });
      expect(run.status).toBe(1);
      return run.stdout;
    };
    expect(inTerminal({})).toContain('\u001b[31m');
    expect(inTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[');
    expect(inTerminal({ NO_COLOR: '' })).toContain('\u001b[31m');
  });
});

test('the fixtures hold nothing that the tests do not read', () => {
  expect(readdirSync(fixtures).sort()).toEqual(['content', ...locales.map((lang) => `help.${lang}.txt`)].sort());
  expect(existsSync(join(fixtures, 'content', 'kairanban.yaml'))).toBe(true);
});

/** `check --changed-since` in real repositories. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commitAll, git, now, runCli, temporaryFolder, writeFiles } from '../support/process.ts';
import { readSarif } from '../support/sarif.ts';

const page = (fields = '', body = 'Text.\n') => `---\ntitle: A\ndate: 2026-11-02\n${fields}---\n\n${body}`;

interface Found {
  /** `path:line rule`, in order. */
  readonly problems: readonly string[];
  readonly older: number;
  readonly code: number | null;
}

async function since(cwd: string, ref: string, ...args: string[]): Promise<Found> {
  const argv = ['check', '--now', now, '--lang', 'en', '--format', 'json', '--changed-since', ref, ...args];
  const { out, err, code } = await runCli(argv, { cwd });
  expect(err).toBe('');
  const { problems, counts, older } = JSON.parse(out) as {
    problems: { path: string; line: number; rule: string }[];
    counts: { errors: number; warnings: number };
    older: number;
  };
  expect(counts.errors + counts.warnings).toBe(problems.length);
  return { problems: problems.map(({ path, line, rule }) => `${path}:${line} ${rule}`), older, code };
}

/** A repository with a commit of some files, an old problem among them. */
function repository(files: { readonly [path: string]: string } = {}): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q');
  writeFiles(folder, { 'content/releases/old.md': page('unheard: x\n'), ...files });
  commitAll(folder, 'first');
  return folder;
}

const nothing: Found = { problems: [], older: 1, code: 0 };

test('a problem in a changed file, committed or not, tracked or not', async () => {
  const folder = repository({ 'content/releases/a.md': page(), 'content/releases/b.md': page() });
  expect(await since(folder, 'main')).toEqual(nothing);
  git(folder, 'checkout', '-q', '-b', 'change');
  writeFiles(folder, { 'content/releases/a.md': page('tier: 9\n') });
  commitAll(folder, 'second');
  writeFiles(folder, {
    'content/releases/b.md': page('tier: 8\n'),
    'content/releases/untracked.md': page('tier: 7\n'),
  });
  const problems = ['a', 'b', 'untracked'].map((name) => `content/releases/${name}.md:4 bad-value`);
  expect(await since(folder, 'main')).toEqual({ problems, older: 1, code: 1 });
  expect((await since(folder, 'HEAD')).problems).toEqual(problems.slice(1));
});

test('what the other branch did meanwhile is not this change’s', async () => {
  const folder = repository({ 'content/releases/a.md': page('unheard: x\n'), 'content/releases/b.md': page() });
  git(folder, 'checkout', '-q', '-b', 'change');
  writeFiles(folder, { 'content/releases/b.md': page('tier: 9\n') });
  commitAll(folder, 'mine');
  git(folder, 'checkout', '-q', 'main');
  writeFiles(folder, { 'content/releases/a.md': page(), 'content/releases/c.md': page('tier: 9\n') });
  commitAll(folder, 'theirs');
  git(folder, 'checkout', '-q', 'change');
  const found = { problems: ['content/releases/b.md:4 bad-value'], older: 2, code: 1 };
  expect(await since(folder, 'main')).toEqual(found);
});

describe('a reference that the change broke in a file that it left alone', () => {
  const files = {
    'content/releases/r.md': page('supersedes: [gone]\n'),
    'content/releases/gone.md': page(),
  };
  const broken = { problems: ['content/releases/r.md:4 unknown-reference'], older: 1, code: 1 };

  test('by a deletion', async () => {
    const folder = repository(files);
    rmSync(join(folder, 'content', 'releases', 'gone.md'));
    expect(await since(folder, 'HEAD')).toEqual(broken);
  });

  test('by a new name', async () => {
    const folder = repository(files);
    git(folder, 'mv', 'content/releases/gone.md', 'content/releases/renamed.md');
    expect(await since(folder, 'HEAD')).toEqual(broken);
  });
});

describe('old problems are not shown', () => {
  test('when their lines move', async () => {
    const folder = repository();
    writeFiles(folder, { 'content/releases/old.md': page('tier: 3\nunheard: x\n', 'Another text.\n') });
    expect(await since(folder, 'HEAD')).toEqual(nothing);
  });

  test('but more of the same are', async () => {
    const heading = '## Unheard of\n\nText.\n\n';
    const folder = repository({ 'content/releases/a.md': page('visibility: public\n', heading) });
    writeFiles(folder, { 'content/releases/a.md': page('visibility: public\n', heading + heading + heading) });
    const lines = [11, 15];
    const problems = lines.map((line) => `content/releases/a.md:${line} unknown-heading`);
    expect(await since(folder, 'HEAD')).toEqual({ problems, older: 2, code: 0 });
    expect((await since(folder, 'HEAD', '--max-warnings', '2')).code).toBe(0);
    expect((await since(folder, 'HEAD', '--max-warnings', '1')).code).toBe(1);
  });

  test.each<[name: string, move: (folder: string) => void]>([
    ['git mv', (folder) => git(folder, 'mv', 'content/releases/old.md', 'content/releases/new.md')],
    [
      'mv alone',
      (folder) => renameSync(join(folder, 'content/releases/old.md'), join(folder, 'content/releases/n.md')),
    ],
    [
      'a new folder',
      (folder) => {
        mkdirSync(join(folder, 'content/releases/2026'));
        renameSync(join(folder, 'content/releases/old.md'), join(folder, 'content/releases/2026/old.md'));
      },
    ],
    [
      'and edited',
      (folder) => {
        rmSync(join(folder, 'content/releases/old.md'));
        writeFiles(folder, { 'content/releases/new.md': page('tier: 3\nunheard: x\n') });
      },
    ],
  ])('when their file is renamed (%s)', async (_name, move) => {
    const folder = repository();
    move(folder);
    expect(await since(folder, 'HEAD')).toEqual(nothing);
  });

  test('when their file is a link within the folder', async () => {
    const folder = repository();
    symlinkSync('old.md', join(folder, 'content', 'releases', 'link.md'));
    symlinkSync('../../content/releases/link.md', join(folder, 'content', 'releases', 'far.md'));
    commitAll(folder, 'links');
    expect(await since(folder, 'HEAD')).toEqual({ problems: [], older: 3, code: 0 });
  });

  test('when they are links that lead outside, nowhere, in a circle or to a folder', async () => {
    const folder = repository({ 'outside.md': page() });
    const link = (name: string, target: string) => symlinkSync(target, join(folder, 'content', 'releases', name));
    link('outside.md', '../../outside.md');
    link('absolute.md', '/etc/hostname');
    link('nowhere.md', 'not-there.md');
    link('picture.png', 'not-there.png');
    link('circle.md', 'circle.md');
    link('folder.md', '.');
    commitAll(folder, 'links');
    const { older, ...found } = await since(folder, 'HEAD');
    expect(found).toEqual({ problems: [], code: 0 });
    expect(older).toBe(6);
    expect(await since(join(folder, 'content'), 'HEAD', '--content', '.')).toMatchObject({ problems: [], older: 6 });
  });

  test('when only the advice has become another', async () => {
    const folder = repository({ 'content/releases/r.md': page('supersedes: [wrng]\n') });
    writeFiles(folder, { 'content/releases/wrong.md': page() });
    expect(await since(folder, 'HEAD')).toEqual({ problems: [], older: 2, code: 0 });
  });

  test('when another file of a misplaced folder comes to be the first', async () => {
    const folder = repository({ 'content/misc/a.md': page(), 'content/misc/b.md': page() });
    rmSync(join(folder, 'content', 'misc', 'a.md'));
    expect(await since(folder, 'HEAD')).toEqual({ problems: [], older: 2, code: 0 });
  });
});

test('a new file with the problem of a deleted one that it has nothing else of is new', async () => {
  const folder = repository();
  rmSync(join(folder, 'content', 'releases', 'old.md'));
  const text = `---\ntitle: Something else\ndate: 2026-01-09\nunheard: y\n---\n\n${'Nothing like it.\n'}`;
  writeFiles(folder, { 'content/releases/new.md': text });
  expect(await since(folder, 'HEAD')).toEqual({
    problems: ['content/releases/new.md:4 unknown-field'],
    older: 0,
    code: 1,
  });
});

test('what became stale with time alone is not this change’s', async () => {
  const stale = '---\ntitle: B\nreviewed: 2026-11-01\nreviewEvery: 10d\napprovedBy: sales/mori\n---\n\nText.\n';
  const folder = repository({ 'content/enablement/a.md': stale });
  writeFiles(folder, { 'content/enablement/b.md': stale.replace('B', 'Another') });
  const problems = ['content/enablement/b.md:3 stale-page'];
  expect(await since(folder, 'HEAD')).toEqual({ problems, older: 2, code: 0 });
});

test('content in a subfolder, and content that is new as a whole', async () => {
  const folder = temporaryFolder();
  git(folder, 'init', '-q');
  writeFiles(folder, { 'README.md': 'x' });
  commitAll(folder, 'empty');
  writeFiles(folder, { 'docs/know ledge/releases/a.md': page('unheard: x\n') });
  const problems = ['know ledge/releases/a.md:4 unknown-field'];
  expect(await since(join(folder, 'docs'), 'HEAD', '--content', 'know ledge')).toMatchObject({ problems, older: 0 });
  commitAll(folder, 'content');
  expect(await since(join(folder, 'docs'), 'HEAD', '--content', './know ledge/')).toEqual(nothing);
  expect(await since(join(folder, 'docs', 'know ledge'), 'HEAD', '--content', '.')).toEqual(nothing);
  renameSync(join(folder, 'docs', 'know ledge', 'releases', 'a.md'), join(folder, 'docs/know ledge/releases/b.md'));
  expect(await since(join(folder, 'docs', 'know ledge'), 'HEAD', '--content', '.')).toEqual(nothing);
});

test('the repository is that of the content, wherever one stands and whatever a hook’s variables say', async () => {
  const folder = repository();
  const other = repository({ 'content/releases/other.md': page() });
  commitAll(other, 'second');
  writeFiles(folder, { 'content/releases/new.md': page('tier: 9\n') });
  const found = { problems: [expect.stringMatching(/\/content\/releases\/new\.md:4 bad-value$/)], older: 1, code: 1 };
  const content = join(folder, 'content');
  expect(await since(temporaryFolder(), 'main', '--content', content)).toEqual(found);
  expect(await since(other, 'HEAD', '--content', content)).toEqual(found);
  const argv = ['check', '--now', now, '--content', content, '--changed-since', 'main', '--format', 'github'];
  const hook = await runCli(argv, { cwd: other, env: { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other } });
  expect(hook.out).toMatch(/^::error file=content\/releases\/new\.md,line=4,.*\n$/);
});

test('a content folder that is gone is never an older problem', async () => {
  const folder = repository();
  git(folder, 'rm', '-rq', 'content');
  commitAll(folder, 'gone');
  expect(await since(folder, 'HEAD')).toMatchObject({ problems: ['content:1 content-missing'], older: 0, code: 1 });
});

describe('what is printed', () => {
  const run = (cwd: string, format: string, lang = 'en') =>
    runCli(['check', '--now', now, '--lang', lang, '--format', format, '--changed-since', 'HEAD'], { cwd });

  test('ends with what was left out', async () => {
    const folder = repository();
    expect(await run(folder, 'pretty')).toEqual({
      code: 0,
      out: 'No new problems. 1 file checked.\n1 older problem left out; `kairanban check` shows all.\n',
      err: '',
    });
    writeFiles(folder, { 'content/releases/new.md': page('tier: 9\n') });
    const { out } = await run(folder, 'pretty', 'ja');
    expect(out.split('\n').slice(-3)).toEqual([
      'エラー 1 件、警告 0 件（2 ファイルを確認）。',
      '以前からある問題 1 件は除いています。`kairanban check` ですべて確認できます。',
      '',
    ]);
    expect((await run(folder, 'github')).out.trim().split('\n')).toHaveLength(1);
    expect(readSarif((await run(folder, 'sarif')).out).results).toMatchObject([{ ruleId: 'bad-value' }]);
  });

  test('says nothing of older problems where there are none', async () => {
    const folder = repository({ 'content/releases/old.md': page() });
    expect((await run(folder, 'pretty')).out).toBe('No problems. 1 file checked.\n');
  });
});

describe('nothing to compare with is said in a sentence', () => {
  const refused = async (cwd: string, ref: string): Promise<string> => {
    const run = await runCli(['check', '--now', now, '--lang', 'en', `--changed-since=${ref}`], { cwd });
    expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
    return run.err;
  };

  test('in a repository', async () => {
    const folder = repository();
    expect(await refused(folder, 'nowhere')).toBe('Cannot compare with `nowhere`: there is no commit `nowhere`\n');
    expect(await refused(folder, '--output=x')).toContain('there is no commit `--output=x`');
    git(folder, 'checkout', '-q', '--orphan', 'alone');
    commitAll(folder, 'alone');
    expect(await refused(folder, 'main')).toContain('no commit in common');
  });

  test('without one', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'content/releases/a.md': page() });
    expect(await refused(folder, 'main')).toBe('Cannot compare with `main`: `content` is in no Git repository\n');
    git(folder, 'init', '-q');
    expect(await refused(folder, 'HEAD')).toContain('there is no commit `HEAD`');
  });
});

/** `summary --range` in real repositories. */
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commitAll, git, now, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

const page = (title: string, fields = '') => `---\ntitle: ${title}\ndate: 2026-11-02\n${fields}---\n\nText.\n`;

/** The ids of the releases that a range made due, in order of their names. */
async function due(cwd: string, range: string, ...args: string[]): Promise<string[]> {
  const argv = ['summary', '--now', now, '--lang', 'en', '--format', 'json', '--range', range, ...args];
  const { out, err, code } = await runCli(argv, { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return (JSON.parse(out) as { items: { id: string }[] }).items.map((item) => item.id).sort();
}

async function refused(cwd: string, range: string, ...args: string[]): Promise<string> {
  const run = await runCli(['summary', '--now', now, '--lang', 'en', '--range', range, ...args], { cwd });
  expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
  return run.err.trim();
}

function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q');
  return folder;
}

test('what a range of commits made due', async () => {
  const folder = repository();
  writeFiles(folder, { 'README.md': 'nothing yet' });
  const empty = commitAll(folder, 'empty');
  writeFiles(folder, {
    'content/releases/one.md': page('One'),
    'content/releases/planned.md': page('Planned', 'status: planned\n'),
    'content/releases/日本語.md': page('Japanese'),
    'content/releases/.hidden.md': page('Hidden'),
    'content/node_modules/a.md': page('Package'),
  });
  const first = commitAll(folder, 'first');
  git(folder, 'tag', 'v1');
  writeFiles(folder, {
    'content/releases/two.md': page('Two'),
    'content/releases/planned.md': page('Planned', 'status: released\n'),
    'content/releases/one.md': page('One, in other words'),
    'content/releases/draft.md': page('Draft', 'draft: true\n'),
    'content/releases/later.md': page('Later', 'announceAt: 2026-12-01T10:00+09:00\n'),
    'content/releases/broken.md': '---\ntitle: A: B\n---\n',
  });
  commitAll(folder, 'second');
  git(folder, 'mv', 'content/releases/two.md', 'content/releases/renamed.md');
  writeFiles(folder, { 'content/releases/renamed.md': page('Two', 'formerly: two\n') });
  commitAll(folder, 'third');
  rmSync(join(folder, 'content', 'releases', 'broken.md'));

  expect(await due(folder, `${empty}..${first}`)).toEqual(['one', '日本語']);
  expect(await due(folder, 'v1..HEAD')).toEqual(['planned', 'renamed']);
  expect(await due(folder, 'v1...HEAD')).toEqual(['planned', 'renamed']);
  expect(await due(folder, 'v1..')).toEqual(['planned', 'renamed']);
  expect(await due(folder, 'HEAD~1..HEAD')).toEqual([]);
  expect(await due(folder, 'HEAD..v1')).toEqual([]);
  expect(await due(folder, 'v1..HEAD', '--audience', 'customer')).toEqual([]);
  expect(await refused(folder, 'v1..nowhere')).toBe(
    'Cannot read the commits `v1..nowhere`: there is no commit `nowhere`',
  );
  const option = await runCli(['summary', '--lang', 'en', '--range=--output=x..HEAD'], { cwd: folder });
  expect(option).toMatchObject({ code: 2, err: expect.stringContaining('there is no commit `--output=x`') });
  expect(git(folder, 'status', '--porcelain')).toBe('D content/releases/broken.md');
});

test('content in a subfolder, from wherever one stands', async () => {
  const folder = repository();
  writeFiles(folder, { 'docs/know ledge/releases/one.md': page('One'), 'docs/know ledge2/releases/no.md': page('No') });
  commitAll(folder, 'first');
  writeFiles(folder, {
    'docs/know ledge/releases/two.md': page('Two'),
    'docs/know ledge2/releases/three.md': page('Three'),
    'tools/a.txt': 'x',
  });
  commitAll(folder, 'second');
  const range = 'HEAD~1..HEAD';
  expect(await due(folder, range, '--content', 'docs/know ledge')).toEqual(['two']);
  expect(await due(join(folder, 'docs'), range, '--content', 'know ledge')).toEqual(['two']);
  expect(await due(join(folder, 'tools'), range, '--content', '../docs/know ledge')).toEqual(['two']);
  expect(await due(join(folder, 'docs', 'know ledge'), range, '--content', '.')).toEqual(['two']);
  expect(await due(folder, range, '--content', join(folder, 'docs', 'know ledge'))).toEqual(['two']);
  symlinkSync(folder, `${folder}/link`);
  expect(await due(folder, range, '--content', join(folder, 'link', 'docs', 'know ledge'))).toEqual(['two']);
});

test('links and large files in a commit are not read', async () => {
  const folder = repository();
  mkdirSync(join(folder, 'content', 'releases'), { recursive: true });
  writeFiles(folder, { 'outside.md': page('Outside'), 'content/releases/fine.md': page('Fine') });
  const before = commitAll(folder, 'before');
  symlinkSync('../../outside.md', join(folder, 'content', 'releases', 'link.md'));
  writeFiles(folder, {
    'content/releases/large.md': page('x'.repeat(1_100_000)),
    'content/releases/new.md': page('New'),
  });
  commitAll(folder, 'after');
  rmSync(join(folder, 'content', 'releases', 'link.md'));
  rmSync(join(folder, 'content', 'releases', 'large.md'));
  expect(await due(folder, `${before}..HEAD`)).toEqual(['new']);
});

test('without a repository', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'content/releases/one.md': page('One') });
  expect(await refused(folder, 'a..b')).toContain('Cannot read the commits `a..b`: ');
  const inside = join(folder, 'inside');
  mkdirSync(inside);
  git(inside, 'init', '-q');
  expect(await refused(inside, 'a..b', '--content', '../content')).toContain('`../content` is in no Git repository');
  renameSync(join(folder, 'content'), join(inside, 'content'));
  expect(await refused(inside, 'HEAD..HEAD')).toContain('there is no commit `HEAD`');
});

/** `check --watch` as a process, over real folders. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cleanEnv, commitAll, git, now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

const page = (fields = '') => `---\ntitle: A\ndate: 2026-11-02\n${fields}---\n\nText.\n`;
const broken = page('tier: 9\n');
const argv = ['check', '--watch', '--now', now, '--lang', 'en'] as const;
const cliFile = join(root, 'src', 'cli.ts');

class Watching {
  readonly child: ChildProcess;
  out = '';
  err = '';
  constructor(cwd: string, args: readonly string[]) {
    this.child = spawn(process.execPath, [cliFile, ...argv, ...args], { cwd, env: cleanEnv() });
    this.child.stdout?.setEncoding('utf8').on('data', (data) => {
      this.out += data;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (data) => {
      this.err += data;
    });
    onTestFinished(() => void this.child.kill('SIGKILL'));
  }

  /** Waits until what came since the last time ends with a line. Gives it. */
  async until(line: string): Promise<string> {
    await expect.poll(() => this.out, { timeout: 30_000, interval: 20 }).toMatch(new RegExp(`^${line}\\n$`, 'm'));
    const seen = this.out;
    this.out = '';
    return seen;
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.on('exit', resolve));
    this.child.kill(signal);
    return ended;
  }
}

function watchFolder(files: { readonly [path: string]: string }, ...args: string[]) {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return {
    folder,
    watching: new Watching(folder, args),
    write: (path: string, text: string) => writeFiles(folder, { [path]: text }),
  };
}

const verdict = (errors: number, checked: number) =>
  errors === 0
    ? `No problems\\. ${checked} files? checked\\.`
    : `${errors} errors?, 0 warnings\\. ${checked} files? checked\\.`;

describe('reports again', () => {
  test('after an edit, and ends as the last check did', async () => {
    const { watching, write } = watchFolder({ 'content/releases/a.md': page() });
    expect(await watching.until(verdict(0, 1))).toBe('No problems. 1 file checked.\n');
    write('content/releases/a.md', broken);
    expect(await watching.until(verdict(1, 1))).toMatch(/^\ncontent\/releases\/a\.md:4:7 error bad-value\n/);
    expect(watching.err).toBe('');
    expect(await watching.end()).toBe(1);
  });

  test('and ends well when all has been put right', async () => {
    const { watching, write } = watchFolder({ 'content/releases/a.md': broken });
    await watching.until(verdict(1, 1));
    write('content/releases/a.md', page());
    await watching.until(verdict(0, 1));
    expect(await watching.end()).toBe(0);
  });

  test('each time that another file takes the place of one, as editors save', async () => {
    const { folder, watching } = watchFolder({ 'content/releases/a.md': page() });
    await watching.until(verdict(0, 1));
    for (const text of [broken, page(), broken, page()]) {
      writeFileSync(join(folder, 'outside.tmp'), text);
      renameSync(join(folder, 'outside.tmp'), join(folder, 'content/releases/a.md'));
      await watching.until(verdict(text === broken ? 1 : 0, 1));
    }
  });

  test('after a deletion, in a new folder and in that folder later on', async () => {
    const { folder, watching, write } = watchFolder({ 'content/releases/a.md': page() });
    await watching.until(verdict(0, 1));
    write('content/releases/2026/11/b.md', broken);
    await watching.until(verdict(1, 2));
    write('content/releases/2026/11/b.md', page());
    await watching.until(verdict(0, 2));
    mkdirSync(join(folder, 'content/requests'));
    write('content/requests/c.md', '---\nunheard: x\n---\n');
    await watching.until('\\d errors?, 0 warnings\\. 3 files checked\\.');
    rmSync(join(folder, 'content/requests'), { recursive: true });
    await watching.until(verdict(0, 2));
    rmSync(join(folder, 'content/releases/2026'), { recursive: true });
    write('content/releases/2026/c.md', broken);
    await watching.until(verdict(1, 2));
  });

  test('when the content folder goes and comes', async () => {
    const { folder, watching } = watchFolder({ 'content/releases/a.md': page() });
    await watching.until(verdict(0, 1));
    renameSync(join(folder, 'content'), join(folder, 'away'));
    await watching.until(verdict(1, 0));
    renameSync(join(folder, 'away'), join(folder, 'content'));
    await watching.until(verdict(0, 1));
    writeFiles(folder, { 'content/releases/a.md': broken });
    await watching.until(verdict(1, 1));
  });

  test('when content comes where there was none, however deep', async () => {
    const { watching, write } = watchFolder({ 'README.md': 'x' }, '--content', 'docs/deep/content');
    await watching.until(verdict(1, 0));
    write('docs/deep/content/releases/a.md', page());
    await watching.until(verdict(0, 1));
  });

  test('for a change made while a check runs', async () => {
    const many = Array.from({ length: 600 }, (_, index) => [`content/releases/a${index}.md`, page()] as const);
    const { watching, write } = watchFolder(Object.fromEntries(many));
    await watching.until(verdict(0, 600));
    for (let index = 0; index < 12; index++) {
      write(`content/releases/a${index}.md`, broken);
      await new Promise((resolve) => setTimeout(resolve, 70));
    }
    await watching.until(verdict(12, 600));
  });

  test('with only what the change made, when asked for that', async () => {
    const folder = temporaryFolder();
    git(folder, 'init', '-q');
    writeFiles(folder, { 'content/releases/a.md': broken });
    commitAll(folder, 'first');
    const watching = new Watching(folder, ['--changed-since', 'HEAD']);
    await watching.until('1 older problem left out; .*');
    writeFiles(folder, { 'content/releases/b.md': broken });
    expect(await watching.until('1 older problem left out; .*')).toMatch(/^\ncontent\/releases\/b\.md:4:7 error/);
    expect(await watching.end()).toBe(1);
  });
});

test('does not report again for what is no content', async () => {
  const { folder, watching, write } = watchFolder({ 'content/releases/a.md': page(), 'content/node_modules/x': 'x' });
  await watching.until(verdict(0, 1));
  writeFiles(folder, { 'content/releases/.a.md.swp': 'x', 'content/node_modules/y': 'x', 'beside.md': broken });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(watching.out).toBe('');
  write('content/releases/b.md', page());
  expect(await watching.until(verdict(0, 2))).toBe('\nNo problems. 2 files checked.\n');
});

test('another way to be stopped', async () => {
  const { watching } = watchFolder({ 'content/releases/a.md': page() });
  await watching.until(verdict(0, 1));
  expect(await watching.end('SIGTERM')).toBe(143);
});

test.each<[args: string[], env: Record<string, string>, said: string]>([
  [['--format', 'json'], {}, 'Unexpected `--format json` with `--watch`, expected `pretty` or no `--format`.'],
  [['--format', 'sarif'], {}, 'Unexpected `--format sarif` with `--watch`, expected `pretty` or no `--format`.'],
  [
    [],
    { CI: 'true' },
    'Unexpected `--watch` in CI (where the variable `CI` is set), expected a check that ends; leave it out.',
  ],
  [['--changed-since', 'nowhere'], {}, 'Cannot compare with `nowhere`: '],
])('is refused: %j %j', async (args, env, said) => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'content/releases/a.md': page() });
  const run = await runCli([...argv, ...args], { cwd: folder, env });
  expect({ code: run.code, out: run.out }).toEqual({ code: 2, out: '' });
  expect(run.err).toContain(said);
});

const hasScript = spawnSync('script', ['--version']).status === 0;
test.skipIf(!hasScript)('a terminal is cleared and told the time', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'content/releases/a.md': page() });
  const command = [process.execPath, cliFile, ...argv].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qefc', `timeout -s INT 3 ${command}`, '/dev/null'], {
    cwd: folder,
    env: { ...cleanEnv(), TERM: 'xterm' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    out += data;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(out).toContain('\u001b[2J\u001b[3J\u001b[H');
  expect(out).toMatch(/No problems\. 1 file checked\.\r?\n\r?\nChecked at \d\d:\d\d:\d\d\. Waiting for changes/);
});

/** The npm package as somebody else has it: in their `node_modules`, with nothing of this repository around it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectSame, filesOf } from '../support/bytes.ts';
import { copyExample, installedCli, now, root, runNode, temporaryFolder, writeFiles } from '../support/process.ts';

/**
 * Puts the packed package and what it depends on where `npm install` would. The dependencies are copied from this
 * repository's `node_modules`, by npm's own list of what is not for development, so that nothing is downloaded.
 */
function install(app: string): string {
  const npm = (args: string[]) =>
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', app])) as { filename: string }[];
  const archive = join(app, packed?.filename ?? '');
  const modules = join(app, 'node_modules');
  const home = join(modules, 'kairanban');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['xzf', archive, '-C', home, '--strip-components=1']);
  rmSync(archive);
  const listed = npm(['ls', '--omit=dev', '--all', '--parseable']).trim().split('\n').slice(1);
  for (const folder of new Set(listed)) {
    const place = relative(join(root, 'node_modules'), folder);
    // A package inside another's `node_modules` comes along with it.
    if (!place.includes('node_modules')) cpSync(folder, join(modules, place), { recursive: true, dereference: true });
  }
  return home;
}

const app = mkdtempSync(join(tmpdir(), 'kairanban-test-'));
// Packing bundles once more; nobody may be copying the first bundle meanwhile.
await installedCli();
const home = install(app);
afterAll(() => rmSync(app, { recursive: true, force: true }));

/** The command line of an installed package, run in the folder of the application. */
function commandIn(cwd: string, env: Record<string, string> = {}) {
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { bin: { kairanban: string } };
  return (...args: string[]) => runNode([join(home, bin.kairanban), ...args, '--now', now], { cwd, env });
}

test('checks, summarises and builds three files in an empty folder', async () => {
  writeFiles(app, {
    'content/releases/a.md':
      '---\ntitle: 一括登録ができます\ndate: 2026-11-10\ntier: 1\nprds: [p]\n---\n## 営業向け\n\n### トークトラック\n\n「打ち直しは要りません」\n\n![図](a.svg)<b>\n',
    'content/releases/a.svg': '<svg width="9" height="9"></svg>',
    'content/prds/p.md': '---\ntitle: 一括登録\nrequests: [r]\n---\n',
    'content/requests/r.md': '---\ntitle: 打ち直しがつらい\n---\n',
  });
  const run = commandIn(app);
  const before = readdirSync(join(app, 'node_modules')).sort();

  expect(await run('check')).toMatchObject({ code: 0, err: '' });
  expect((await run('summary')).out).toContain('打ち直しは要りません');
  const built = await Promise.all([run('build', '--out', 'one'), run('build', '--out', 'two')]);
  for (const one of built) expect(one).toMatchObject({ code: 0, err: '' });
  for (const out of ['one', 'two']) {
    const html = readFileSync(join(app, out, 'releases/a/index.html'), 'utf8');
    expect(html).toContain('打ち直しは要りません');
    expect(html).toContain('href="/requests/r/"');
    const [, picture = ''] = /<img src="\/([^"]+)" alt="図" width="9"/.exec(html) ?? [];
    expect(readFileSync(join(app, out, picture), 'utf8')).toContain('<svg');
    expect(readdirSync(join(app, out, 'pagefind'))).toContain('pagefind.js');
  }
  // Search is asked in the terminal, of a portal and of the content.
  expect(await run('search', '打ち直し', '--site', 'one')).toMatchObject({ code: 0, err: '' });
  writeFiles(app, { 'other/queries.csv': 'query,pages\n打直し,request:r;release:a\n' });
  expect((await run('search', '--judge', 'other/queries.csv')).out).toMatch(/^ +1\.000 /m);
  // What `init` copies is in the package, too.
  expect((await run('init', 'other', '--yes')).code).toBe(0);
  expect(await run('check', '--content', 'other/content', '--max-warnings', '0')).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(app, 'other/.vscode/kairanban.schema.json'), 'utf8')).toContain('"$schema"');
  // Nothing is left behind, and nothing was written into the package.
  expect(readdirSync(app).sort()).toEqual(['.kairanban', 'content', 'node_modules', 'one', 'other', 'two']);
  expect(readdirSync(join(app, '.kairanban'))).toEqual(['.gitignore']);
  expect(readdirSync(join(app, 'node_modules')).sort()).toEqual(before);
});

test('what Astro makes of the sources comes along, is the same, and needs no Astro', async () => {
  const folder = temporaryFolder();
  copyExample(folder);
  const config = join(folder, 'content/kairanban.yaml');
  const run = {
    forgetful: commandIn(folder),
    remembering: commandIn(folder, { XDG_CACHE_HOME: join(folder, 'cache') }),
  };
  const build = async (by: keyof typeof run, out: string) => {
    expect(await run[by]('build', '--out', out)).toMatchObject({ code: 0, err: '' });
    return filesOf(join(folder, out));
  };
  const addresses = ['https://portal.example.com', 'https://hoshizora.example.com/knowledge'];
  const setAddress = (address: string) =>
    writeFileSync(config, readFileSync(config, 'utf8').replace(/^( +url: ).*/m, `$1${address}`));

  // Sources that somebody has changed are built here.
  writeFiles(home, { 'src/site/changed.ts': '' });
  const byAstro: Map<string, string>[] = [];
  for (const [at, address] of addresses.entries()) {
    setAddress(address);
    byAstro.push(await build('forgetful', `by-astro-${at}`));
  }
  rmSync(join(home, 'src/site/changed.ts'));
  rmSync(join(app, 'node_modules/vite'), { recursive: true }); // Astro does not run without it
  for (const [at, address] of addresses.entries()) {
    setAddress(address);
    for (const by of ['forgetful', 'remembering', 'remembering'] as const)
      expectSame(await build(by, `portal-${at}`), byAstro[at] as Map<string, string>, `${address}, ${by}`);
  }
});

/** What one run finds out serves the next, and never changes what that says. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openMemories } from '../../src/commands/remember.ts';
import { run } from '../../src/commands/run.ts';
import { loadContent } from '../../src/load/load.ts';
import { readFolder } from '../../src/load/read.ts';
import { now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

/** Releases of which every seventh has something wrong, and pages that depend on more than themselves. */
function pages(count: number): Record<string, string> {
  const releases = Array.from({ length: count }, (_, index) => {
    const wrong = index % 7 === 0 ? 'plans: [no-such, pro]\ntier: ４\n' : 'plans: pro\n';
    return [
      `content/releases/r${index}.md`,
      `---\ntitle: 変更 ${index}\ndate: 2026-11-0${(index % 9) + 1}\n${wrong}supersedes: [r${index + 1}]\n---\n\n## 営業むけ\n\n本文 ${index}\n`,
    ];
  });
  return {
    ...Object.fromEntries(releases),
    'content/kairanban.yaml': 'schemaVersion: 1\ntitle: 例\nplans: { pro: プロ }\n',
    'content/goals/g.md': '---\ntitle: 目標\nreadings: g.csv\n---\n',
    'content/goals/g.csv': 'date,value\n2026-11-01,3\n',
    'content/releases/broken.md': '---\ntitle: "壊れた\ndate: 2026-11-01\n---\n',
  };
}

const count = 220;
let folder: string;
let cache: string;

beforeEach(() => {
  folder = temporaryFolder();
  cache = join(folder, 'cache');
  writeFiles(folder, pages(count));
});

const checking = ['check', '--format', 'json', '--now', now];

/** What a run says, in this process; it keeps what it finds in a folder as commands do that take longer. */
async function check(home = cache): Promise<string> {
  vi.stubEnv('XDG_CACHE_HOME', home);
  const memories = openMemories(join(root, 'src'), 'building');
  let said = '';
  const io = {
    out: (text: string) => (said += text),
    err: expect.unreachable,
    progress: () => undefined,
    color: false,
  };
  const setting = { now: Date.parse(now), lang: undefined, version: '0', remember: memories.of };
  await run([...checking, '--content', join(folder, 'content')], setting, io);
  memories.keep();
  vi.unstubAllEnvs();
  return said;
}

/** What a run says that can keep nothing: its folder for that would lie in a file. */
const afresh = () => check(join(folder, 'content', 'kairanban.yaml'));

/** What a process says. */
async function checkAlone(home = cache): Promise<string> {
  const { out, err } = await runCli(checking, { cwd: folder, env: { XDG_CACHE_HOME: home } });
  expect(err).toBe('');
  return out;
}

const file = () => join(cache, 'kairanban', readdirSync(join(cache, 'kairanban'))[0] as string);
const release = (index: number) => join(folder, 'content', 'releases', `r${index}.md`);

const edits: { readonly [what: string]: () => void } = {
  'a page changed': () => writeFileSync(release(3), readFileSync(release(3), 'utf8').replace('title', 'titel')),
  'a page mended': () => writeFileSync(release(7), readFileSync(release(7), 'utf8').replace('no-such, ', '')),
  'a page gone that another names': () => rmSync(release(5)),
  'a page renamed': () => renameSync(release(9), join(folder, 'content', 'releases', '改名.md')),
  'two pages that change places': () => {
    renameSync(release(14), `${release(14)}.tmp`);
    renameSync(release(15), release(14));
    renameSync(`${release(14)}.tmp`, release(15));
  },
  'a page in another folder': () => {
    mkdirSync(join(folder, 'content', 'prds'));
    renameSync(release(21), join(folder, 'content', 'prds', 'r21.md'));
  },
  'the configuration': () => {
    const config =
      'schemaVersion: 1\ntitle: 例\nplans: { pro: プロ, no-such: ある }\nimport: { unknownFields: warn }\n';
    writeFileSync(join(folder, 'content', 'kairanban.yaml'), config);
  },
  'a table beside a page': () => writeFileSync(join(folder, 'content', 'goals', 'g.csv'), 'date,value\nいつか,3\n'),
};

test('after every edit a run says what one without memory says', { timeout: 120_000 }, async () => {
  expect(await check()).toBe(await afresh());
  for (const [what, edit] of Object.entries(edits)) {
    edit();
    expect(await check(), what).toBe(await afresh());
  }
  expect(readdirSync(join(cache, 'kairanban'))).toHaveLength(1);
  expect(statSync(file()).mode & 0o077).toBe(0);
});

describe('what was kept may be', () => {
  const harms: { readonly [what: string]: () => void } = {
    deleted: () => rmSync(cache, { recursive: true }),
    'cut short': () => writeFileSync(file(), readFileSync(file()).subarray(0, 9000)),
    'changed in one letter': () => writeFileSync(file(), readFileSync(file(), 'utf8').replace('変更 3', '変更 4')),
    'a folder': () => {
      const path = file();
      rmSync(path);
      mkdirSync(path);
    },
    'no text': () => writeFileSync(file(), Buffer.alloc(5000, 0xff)),
    empty: () => writeFileSync(file(), ''),
  };
  test.each(Object.entries(harms))('%s', async (_, harm) => {
    const first = await check();
    harm();
    expect(await check()).toBe(first);
    expect(await check()).toBe(first);
  });
});

test('several runs at once say the same, and leave one whole file', { timeout: 60_000 }, async () => {
  writeFiles(folder, pages(2000));
  const expected = await checkAlone(join(folder, 'content', 'kairanban.yaml'));
  for (let round = 0; round < 2; round++) {
    expect(await Promise.all([checkAlone(), checkAlone(), checkAlone()])).toEqual([expected, expected, expected]);
  }
  expect(readdirSync(join(cache, 'kairanban'))).toHaveLength(1);
  const kept = readFileSync(file());
  expect(await checkAlone()).toBe(expected);
  expect(readFileSync(file())).toEqual(kept);
});

test('a check of less than a second leaves nothing behind', async () => {
  await checkAlone();
  expect(readdirSync(folder)).toEqual(['content']);
});

test('only pages that changed are read again', () => {
  const known = new Map<string, string>();
  const read: string[] = [];
  const memory = {
    get: (key: string) => known.get(key),
    set: (key: string, text: string) => {
      read.push(key.split(' ').at(-1) as string);
      known.set(key, text);
    },
  };
  const load = () => loadContent(readFolder(join(folder, 'content')), { memory });
  load();
  expect(read).toHaveLength(count + 1);
  read.length = 0;
  edits['a page changed']?.();
  load();
  expect(read).toEqual(['releases/r3.md']);
});

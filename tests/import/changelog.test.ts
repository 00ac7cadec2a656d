/** `import changelog`: shapes of changelogs in `tests/fixtures/import/`, and every changelog that came with the packages. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/commands/run.ts';
import { UsageError } from '../../src/commands/usage.ts';
import { messages } from '../../src/i18n/index.ts';
import { now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

const fixtures = join(root, 'tests', 'fixtures', 'import');

interface Imported {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Imports `file` into `folder/content`, both of which are left out of what is printed. */
async function importChangelog(file: string, folder: string, ...args: string[]): Promise<Imported> {
  let out = '';
  let err = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    progress: () => {},
    color: false,
  };
  const argv = ['import', 'changelog', file, '--content', `${folder}/content`, '--now', now, ...args];
  const short = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(`${dirname(file)}/`, '');
  try {
    const code = await run(argv, { now: 0, lang: 'en', version: '' }, io);
    return { code, out: short(out), err: short(err) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: 2, out: short(out), err: short(`${error.say(messages('en'))}\n`) };
  }
}

/** The releases below a folder: path → text. */
function releasesOf(folder: string): Record<string, string> {
  const below = join(folder, 'content', 'releases');
  const paths = existsSync(below) ? readdirSync(below, { recursive: true, encoding: 'utf8' }) : [];
  const files = paths.filter((path) => path.endsWith('.md')).sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(below, path), 'utf8')]));
}

/** What `check` finds wrong in a folder. */
async function problemsOf(folder: string): Promise<unknown[]> {
  let out = '';
  const print = (text: string) => {
    out += text;
  };
  const io = { out: print, err: expect.unreachable, progress: () => {}, color: false };
  await run(
    ['check', '--content', `${folder}/content`, '--now', now, '--format', 'json'],
    { now: 0, lang: 'en', version: '' },
    io,
  );
  // Links to other files of the repository that a changelog came from lead nowhere here, and that is said.
  return JSON.parse(out).problems.filter(({ rule }: { rule: string }) => rule !== 'broken-link');
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  const file = join(fixtures, name, 'CHANGELOG.md');

  test('becomes releases', async () => {
    const folder = temporaryFolder();
    const { code, out, err } = await importChangelog(file, folder);
    expect(code).toBe(0);
    expect(await problemsOf(folder)).toEqual([]);
    const releases = Object.entries(releasesOf(folder)).map(([path, text]) => `==> ${path} <==\n${text}`);
    const printed = [out, err, ...releases].join('\n');
    const expected = join(fixtures, name, 'expected.txt');
    if (process.env.UPDATE === '1') writeFileSync(expected, printed);
    expect(printed).toBe(readFileSync(expected, 'utf8'));
  });

  test('is the same with other line ends and a byte order mark', async () => {
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    const text = readFileSync(file, 'utf8');
    writeFiles(other, { 'CHANGELOG.md': `\ufeff${text.replaceAll('\n', '\r\n')}` });
    const expected = await importChangelog(file, folder);
    expect(await importChangelog(join(other, 'CHANGELOG.md'), other)).toEqual(expected);
    expect(releasesOf(other)).toEqual(releasesOf(folder));
  });
});

describe('in another encoding than UTF-8', () => {
  /** “変更履歴” and a version in Shift_JIS, which Node decodes and does not encode. */
  const shiftJis = Buffer.concat([
    Buffer.from('# '),
    Buffer.from('95cf8d5897f097f0', 'hex'),
    Buffer.from('\r\n\r\n## 1.0.0 - 2026-01-01\r\n\r\n- '),
    Buffer.from('8b8b975e', 'hex'),
    Buffer.from('\r\n'),
  ]);
  const utf16 = Buffer.from('\ufeff# 変更履歴\r\n\r\n## 1.0.0 - 2026-01-01\r\n\r\n- 給与\r\n', 'utf16le');

  test.each([
    ['Shift_JIS', shiftJis],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
  ])('%s is read', async (_, bytes) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'CHANGELOG.md'), bytes);
    expect(await importChangelog(join(folder, 'CHANGELOG.md'), folder)).toMatchObject({ code: 0, err: '' });
    expect(Object.values(releasesOf(folder))).toEqual([expect.stringMatching(/\n- 給与\n$/)]);
  });

  test.each([
    [
      'one broken byte',
      Buffer.concat([Buffer.from('# 変更履歴\n\n## 1.0.0\n\n- 給与'), Buffer.of(0xff)]),
      /^CHANGELOG\.md:5:5: /,
    ],
    ['EUC-JP', Buffer.concat([Buffer.from('## 1.0.0\n\n- '), Buffer.from('b5ebcdbf', 'hex')]), /EUC-JP/],
    ['a NUL', Buffer.from('## 1.0.0\n\n- a\0b\n'), /^CHANGELOG\.md:3:4: Unexpected NUL/],
  ])('%s is said, and nothing is written', async (_, bytes, said) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'CHANGELOG.md'), bytes);
    const { code, err } = await importChangelog(join(folder, 'CHANGELOG.md'), folder);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(releasesOf(folder)).toEqual({});
  });
});

describe('every changelog that came with the packages', () => {
  const files = readdirSync(join(root, 'node_modules'), { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path).toLowerCase() === 'changelog.md')
    .map((path) => join(root, 'node_modules', path))
    .sort();

  test('there are some', () => {
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  test.each(files.map((file) => [file.slice(join(root, 'node_modules/').length), file] as const))(
    '%s',
    async (_, file) => {
      const folder = temporaryFolder();
      const first = await importChangelog(file, folder);
      const lines = readFileSync(file, 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n')
        .split('\n');
      const releases = releasesOf(folder);
      if (first.code === 2) {
        expect(first.err).toBe(`${messages('en').cli.importNoVersions(basename(file))}\n`);
        expect(lines.filter((line) => /^#+ .*\d\.\d/.test(line))).toEqual([]);
        expect(releases).toEqual({});
        return;
      }

      const count = Object.keys(releases).length;
      expect(first).toMatchObject({
        code: 0,
        out: `${count} ${count === 1 ? 'release' : 'releases'} written to \`content/releases/\`.\n`,
      });
      expect(await problemsOf(folder)).toEqual([]);
      const ids = Object.keys(releases).map((path) => basename(path).toLowerCase());
      expect(new Set(ids).size).toBe(count);

      expect(lost(lines, Object.values(releases))).toEqual([]);
      // Each undated version is named with the line of its heading; of many some are, and the others counted.
      const undated = Object.values(releases).filter((text) => /^date: \S+ # the changelog/m.test(text));
      const said = first.err.trimEnd().split('\n').filter(Boolean);
      const notes = said.filter(
        (note) =>
          !note.endsWith(': the text before the first version is of no release, and was left out.') &&
          !note.startsWith('Without a sure date, but new enough to be posted'),
      );
      const [rest, ...none] = notes.filter((note) => / more without a sure date \(/.test(note));
      expect(none).toEqual([]);
      const left = Number(/: (\d+) more /.exec(rest ?? '')?.[1] ?? 0);
      expect(notes.length).toBeLessThanOrEqual(10);
      expect(notes.length - (rest ? 1 : 0) + left).toBe(undated.length);
      for (const note of notes.filter((one) => one !== rest)) {
        const [, line, version] = /^[^:]+:(\d+): (?:no date for|`[^`]+` is no day, so) `([^`]+)`/.exec(note) ?? [];
        expect(lines[Number(line) - 1]).toContain(version);
      }

      expect(await importChangelog(file, folder)).toEqual({
        code: 0,
        out: `0 releases written to \`content/releases/\`, ${count} there already and unchanged.\n`,
        err: '',
      });
      expect(releasesOf(folder)).toEqual(releases);
    },
  );

  /**
   * The lines of a changelog from its first version on, besides headings that became titles and anchors, that are not in
   * as many releases as they should be.
   */
  function lost(lines: readonly string[], releases: readonly string[]): string[] {
    const bodies = releases.map((text) => text.replace(/^---\n[\s\S]*?\n---\n/, ''));
    const versions = releases.map((text) => /^title: "?(.*?)"?$/m.exec(text)?.[1]?.split(' ')[0] ?? '');
    const counted = (texts: readonly string[]) => {
      const counts = new Map<string, number>();
      for (const line of texts) counts.set(line.trimEnd(), (counts.get(line.trimEnd()) ?? 0) + 1);
      return counts;
    };
    const kept = counted(bodies.flatMap((body) => body.split('\n')));
    const isTitle = (line: string, next = '') =>
      (/^ {0,3}(#{1,3} |- \d)/.test(line) || /^(=+|-+)\s*$/.test(next)) &&
      versions.some((version) => line.includes(version));
    const first = lines.findIndex((line, index) => isTitle(line, lines[index + 1]));
    expect(lines.slice(0, first).filter((line) => /^#+ .*\d\.\d/.test(line))).toEqual([]);
    const wanted = lines.slice(first).filter((line, index, all) => {
      const underline = /^(=+|-+)\s*$/.test(line) && isTitle(all[index - 1] ?? '', line);
      const isAnchor = /^<a (name|id)="[^"]*"><\/a>$/.test(line);
      const isDay = /^_Released \w+ \d+ ?,? \d{4}_$/.test(line);
      return line.trim() !== '' && !isTitle(line, all[index + 1]) && !underline && !isAnchor && !isDay;
    });
    return [...counted(wanted)].flatMap(([line, times]) => {
      const found = kept.get(line) ?? 0;
      // A link's definition goes along with every release that uses it.
      return found === times || (/^\[[^\]]+\]:/.test(line) && found >= times) ? [] : [`${found}/${times} ${line}`];
    });
  }
});

describe('whatever the shapes of its headings, nothing of a changelog is lost', () => {
  /** Headings and the beginnings of the titles that they become. */
  const headings: readonly [heading: string, title: string][] = [
    ['## 1.9.0 - 2026-09-09', '1.9.0'],
    ['## [1.8.0] - 2026-09-08 [YANKED]', '1.8.0'],
    ['## [1.7.0](https://example.com/compare/v1.6.9...v1.7.0) (2026-09-07)', '1.7.0'],
    ['### 1.6.1 (2026-09-06)', '1.6.1'],
    ['<a name="1.5.0"></a>\n\n## 1.5.0 / 2026-09-05', '1.5.0'],
    ['1.4.0 - 2026-09-04\n------------------', '1.4.0'],
    ['## @example/payroll@1.3.0 (2026-09-03)', '@example/payroll 1.3.0'],
    ['## [shifts-v1.3.0](https://example.com/shifts) (2026-09-03)', 'shifts 1.3.0'],
    ['## 1.2.0 - 2026-13-45', '1.2.0'],
    ['## v1 速くなりました', 'v1 速くなりました'],
    ['## 第3版（令和8年3月3日）', '第3版'],
    ['## 2026-03-02 締め処理', '2026-03-02 締め処理'],
    ['## 令和8年3月1日', '2026-03-01'],
  ];
  const preambles = ['', '# Changelog\n', '変更履歴\n========\n', '# Changelog\n\nWhat we did.\n', 'Read [this].\n'];
  const bodyOf = (n: number) =>
    [
      `    code ${n}`,
      '',
      `- item ${n}, see [this]`,
      `### Features ${n}`,
      '```',
      `## 9.9.${n}`,
      '```',
      `<a id="x${n}"></a>`,
    ]
      .concat(`last ${n}`)
      .join('\n');

  test.each(headings.map((_, start) => [start] as const))('from heading %i on', async (start) => {
    const shapes = [...headings.slice(start), ...headings.slice(0, start)];
    const preamble = preambles[start % preambles.length] as string;
    const sections = shapes.map(([heading], n) => `${heading}\n\n${bodyOf(n)}\n`);
    const folder = temporaryFolder();
    const file = join(folder, 'CHANGELOG.md');
    writeFiles(folder, { 'CHANGELOG.md': [preamble, ...sections, '[this]: https://example.com/'].join('\n') });
    const { code, err } = await importChangelog(file, folder);
    expect(code).toBe(0);
    const releases = Object.values(releasesOf(folder));
    expect(releases).toHaveLength(headings.length);
    for (const [n, [, title]] of shapes.entries()) {
      const [release, ...others] = releases.filter((text) => text.includes(`last ${n}\n`));
      expect(others).toEqual([]);
      expect(release).toContain(bodyOf(n));
      expect(release).toMatch(/^title: "?(.*?)"?$/m);
      expect(/^title: "?(.*?)"?$/m.exec(release ?? '')?.[1]).toBe(title);
    }
    expect(releases.filter((text) => /What we did|Read \[this|^# Changelog|^変更履歴$/m.test(text))).toEqual([]);
    // The one impossible date, `v1`, and nothing else, is undated; more than a title before the versions is named.
    expect(err.trimEnd().split('\n')).toHaveLength(/What|Read/.test(preamble) ? 3 : 2);
    expect(err).toMatch(/^CHANGELOG\.md:\d+: `2026-13-45` is no day, so `1\.2\.0` has no date; .*correct it\.$/m);

    const again = await importChangelog(file, folder);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(Object.values(releasesOf(folder))).toEqual(releases);
  });
});

describe('the command', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- Soon\n\n## 1.1.0\n\n- Undated\n\n## 1.0.0 - 2026-01-01\n\n- First\n';
  const config = 'products: { payroll: Payroll }\nlocale: en\n';
  const prepared = () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'HISTORY.md': changelog, 'content/kairanban.yaml': config });
    return folder;
  };
  const file = (folder: string) => join(folder, 'HISTORY.md');

  test('writes for a product, on the days that are known', async () => {
    const folder = prepared();
    const { code, err } = await importChangelog(file(folder), folder, '--product', 'payroll');
    expect(code).toBe(0);
    expect(err).toBe(
      'HISTORY.md:7: no date for `1.1.0`; `date: 2026-01-01`, that of `1.0.0`, was written, please correct it.\n' +
        'HISTORY.md:3: left out, so that nobody is told before it is out; import again then.\n',
    );
    const releases = releasesOf(folder);
    expect(Object.keys(releases)).toEqual(['payroll/payroll-1.0.0.md', 'payroll/payroll-1.1.0.md']);
    expect(releases['payroll/payroll-1.1.0.md']).toContain(
      'products: [payroll]\ndate: 2026-01-01 # the changelog gives no date\n',
    );
    expect(await problemsOf(folder)).toEqual([]);
  });

  test('takes a day for versions without one', async () => {
    const folder = prepared();
    const { err } = await importChangelog(file(folder), folder, '--date', '2026-02-02');
    expect(err).toContain('`date: 2026-02-02` was written');
  });

  test('names a few of many versions without a date, and of many files that differ', async () => {
    const folder = temporaryFolder();
    const versions = Array.from({ length: 300 }, (_, n) => `## 1.${300 - n}.0\n\n- Thing ${300 - n}\n`);
    writeFiles(folder, { 'CHANGELOG.md': versions.join('\n') });
    const file = join(folder, 'CHANGELOG.md');
    const first = await importChangelog(file, folder);
    expect(first.err.trimEnd().split('\n')).toEqual([
      ...[300, 299, 298, 297, 296].map((n) => expect.stringContaining(`: no date for \`1.${n}.0\`; `)),
      expect.stringMatching(
        /^CHANGELOG\.md: 295 more without a sure date \(`1\.295\.0`, .*`1\.286\.0` …\); the files in `content\/releases\/changelog\/` say why/,
      ),
      expect.stringMatching(/^Without a sure date, but new enough to be posted.*: 300\./),
    ]);
    const releases = Object.entries(releasesOf(folder));
    expect(releases.filter(([, text]) => /^date: \S+ # the changelog gives no date$/m.test(text))).toHaveLength(300);
    for (const [path, text] of releases)
      writeFileSync(join(folder, 'content/releases', path), text.replace('tier: 3', 'tier: 2'));
    const again = await importChangelog(file, folder);
    expect(again.code).toBe(1);
    expect(again.err.trimEnd().split('\n')).toEqual([
      ...Array(5).fill(expect.stringContaining('it exists and differs')),
      'Left as they are, for they differ: 295 more.',
    ]);
  });

  test('says which products there are when none was given', async () => {
    const folder = prepared();
    const { code, err } = await importChangelog(file(folder), folder);
    expect(code).toBe(0);
    expect(err).toContain(
      'Without `--product` these releases count for every product; those in kairanban.yaml are `payroll`.\n',
    );
  });

  test('a package that is the product is not named twice', async () => {
    const folder = prepared();
    writeFiles(folder, { 'HISTORY.md': '## payroll@1.0.0 (2026-01-02)\n\n- A\n\n## time@1.0.0 (2026-01-01)\n\n- B\n' });
    expect(await importChangelog(file(folder), folder, '--product', 'payroll')).toMatchObject({ code: 0, err: '' });
    const titles = Object.entries(releasesOf(folder)).map(([path, text]) => [path, /^title: (.*)$/m.exec(text)?.[1]]);
    expect(titles).toEqual([
      ['payroll/payroll-1.0.0.md', 'Payroll 1.0.0'],
      ['payroll/payroll-time-1.0.0.md', 'Payroll time 1.0.0'],
    ]);
  });

  test('nor is a product whose name has several words', async () => {
    const folder = prepared();
    writeFiles(folder, {
      'HISTORY.md': '## Payroll Cloud 1.1.0 (2026-01-02)\n\n- A\n\n## Payroll Cloud 1.0.0 (2026-01-01)\n\n- B\n',
      'content/kairanban.yaml': 'products: { payroll: Payroll Cloud }\nlocale: en\n',
    });
    expect(await importChangelog(file(folder), folder, '--product', 'payroll')).toMatchObject({ code: 0, err: '' });
    expect(Object.entries(releasesOf(folder)).map(([path, text]) => [path, /^title: (.*)$/m.exec(text)?.[1]])).toEqual([
      ['payroll/payroll-1.0.0.md', 'Payroll Cloud 1.0.0'],
      ['payroll/payroll-1.1.0.md', 'Payroll Cloud 1.1.0'],
    ]);
  });

  test.each(['products: { payroll: { label: Payroll } }\n', 'products: {}\n'])(
    'a product that check will not know is none: %j',
    async (config) => {
      const folder = prepared();
      writeFiles(folder, { 'content/kairanban.yaml': config });
      const { code, err } = await importChangelog(file(folder), folder, '--product', 'payroll');
      expect(code).toBe(2);
      expect(err).toContain('Cannot find the product `payroll` in kairanban.yaml; write `products` as ids and names');
      expect(releasesOf(folder)).toEqual({});
    },
  );

  test('a dry run names the files and writes none', async () => {
    const folder = prepared();
    const { code, out } = await importChangelog(file(folder), folder, '--dry-run');
    expect(code).toBe(0);
    expect(out).toBe(
      ['1.1.0', '1.0.0'].map((name) => `content/releases/history/history-${name}.md\n`).join('') +
        '2 releases would be written to `content/releases/`.\n',
    );
    expect(releasesOf(folder)).toEqual({});
  });

  test('leaves what was changed, but takes a corrected or later day for the same', async () => {
    const folder = prepared();
    await importChangelog(file(folder), folder);
    const path = (name: string) => join(folder, 'content', 'releases', 'history', `history-${name}.md`);
    const rewrite = (name: string, from: string | RegExp, to: string) =>
      writeFileSync(path(name), readFileSync(path(name), 'utf8').replace(from, to));
    rewrite('1.1.0', /^date: .*$/m, 'date: 2026-03-03');
    rewrite('1.0.0', /\n/g, '\r\n');
    expect(await importChangelog(file(folder), folder)).toMatchObject({ code: 0, err: '' });
    rewrite('1.0.0', 'First', 'The first');
    expect(await importChangelog(file(folder), folder)).toEqual({
      code: 1,
      out: '0 releases written to `content/releases/`, 1 there already and unchanged.\n',
      err: 'Left `content/releases/history/history-1.0.0.md` as it is: it exists and differs. Delete it to import it again.\n',
    });
    expect(readFileSync(path('1.0.0'), 'utf8')).toContain('The first');
  });

  test('a changelog that grew leaves the earlier releases as they are', async () => {
    const folder = temporaryFolder();
    const link = (version: string) => `[${version}]: https://example.com/${version}\n`;
    const older = '## [1.1.0] - 2026-02-01\n\n- Second\n\n## [1.0.0] - 2026-01-01\n\n- First\n\n';
    const write = (text: string) => writeFiles(folder, { 'CHANGELOG.md': text });
    write(`# Changelog\n\n${older}${link('1.1.0')}${link('1.0.0')}`);
    await importChangelog(join(folder, 'CHANGELOG.md'), folder);
    write(
      `# Changelog\n\n## [1.2.0] - 2026-03-01\n\n- Third\n\n${older}${link('1.2.0')}${link('1.1.0')}${link('1.0.0')}`,
    );
    expect(await importChangelog(join(folder, 'CHANGELOG.md'), folder)).toEqual({
      code: 0,
      out: '1 release written to `content/releases/`, 2 there already and unchanged.\n',
      err: '',
    });
  });

  test('what is not out yet waits for its version, and stands in no later run’s way', async () => {
    const folder = temporaryFolder();
    const write = (unreleased: string, ...released: string[]) => {
      const sections = [`## [Unreleased]\n\n${unreleased}`, ...released].join('\n');
      const link = '[unreleased]: https://example.com/compare';
      writeFiles(folder, { 'CHANGELOG.md': `# Changelog\n\nAll notable changes.\n\n${sections}\n${link}\n` });
      return importChangelog(join(folder, 'CHANGELOG.md'), folder);
    };
    const older = '## [1.0.0] - 2026-01-01\n\n- First\n';
    expect(await write('- Secret\n')).toEqual({
      code: 0,
      out: '0 releases written to `content/releases/`.\n',
      err:
        'CHANGELOG.md:1: the text before the first version is of no release, and was left out.\n' +
        'CHANGELOG.md:5: left out, so that nobody is told before it is out; import again then.\n',
    });
    expect((await write('- Secret\n', older)).code).toBe(0);
    // Nothing new, and nothing to say.
    const unchanged = '0 releases written to `content/releases/`, 1 there already and unchanged.\n';
    expect(await write('- Secret\n- Another\n', older)).toEqual({ code: 0, out: unchanged, err: '' });
    const grown = await write('', '## [1.1.0] - 2026-02-01\n\n- Secret\n- Another\n', older);
    expect(grown).toEqual({
      code: 0,
      out: '1 release written to `content/releases/`, 1 there already and unchanged.\n',
      err: 'CHANGELOG.md:1: the text before the first version is of no release, and was left out.\n',
    });
    const releases = releasesOf(folder);
    expect(Object.keys(releases)).toEqual(['changelog/changelog-1.0.0.md', 'changelog/changelog-1.1.0.md']);
    expect(releases['changelog/changelog-1.0.0.md']).toMatch(/^---\n\n- First\n$/m);
  });

  test('another entry of the same day leaves the earlier one as it is', async () => {
    const folder = temporaryFolder();
    const older = '## 2026-01-02\n\n- Morning\n';
    writeFiles(folder, { 'CHANGELOG.md': older });
    await importChangelog(join(folder, 'CHANGELOG.md'), folder);
    writeFiles(folder, { 'CHANGELOG.md': `## 2026-01-02\n\n- Evening\n\n${older}` });
    expect(await importChangelog(join(folder, 'CHANGELOG.md'), folder)).toEqual({
      code: 0,
      out: '1 release written to `content/releases/`, 1 there already and unchanged.\n',
      err: '',
    });
  });

  test.each<[text: string | undefined, args: string[], said: string]>([
    [undefined, [], 'Cannot find the file `nothing.md`.'],
    ['', [], 'Cannot find a version in `nothing.md`; expected headings such as `## 1.2.0 - 2026-11-21`, or `1.2.0'],
    ['# Changelog\n\nSee the releases.\n', [], 'Cannot find a version in `nothing.md`'],
    [
      changelog,
      ['--product', 'payrol'],
      'Cannot find the product `payrol` in kairanban.yaml (`payroll`). Did you mean `payroll`?',
    ],
  ])('says what is missing (%#)', async (text, args, said) => {
    const folder = prepared();
    if (text !== undefined) writeFiles(folder, { 'nothing.md': text });
    const { code, out, err } = await importChangelog(join(folder, 'nothing.md'), folder, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
    expect(releasesOf(folder)).toEqual({});
  });

  test('as a process, into a folder that is not there yet', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'CHANGELOG.md': '## 1.0.0 - 2026-01-01\n\n- First\n' });
    const imported = await runCli(['import', 'changelog', 'CHANGELOG.md', '--lang', 'en'], { cwd: folder });
    expect(imported).toEqual({ code: 0, out: '1 release written to `content/releases/`.\n', err: '' });
    expect((await runCli(['check', '--now', now], { cwd: folder })).code).toBe(0);
  });
});

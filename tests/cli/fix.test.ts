/** `check --fix` as a process: what it writes, what it leaves, and that it does so once. */
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile, writeNew } from '../../src/load/write.ts';
import { commitAll, git, now, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

const config = 'plans: { pro: プロ, standard: スタンダード }\nteams: { pmm: PMM }\n';
const term = '---\ntitle: 年末調整\navoid: [年調]\n---\n';

/** Writes a folder, mends it, and gives what was said and what the files hold then. */
async function fix(files: { readonly [path: string]: string }, ...args: string[]) {
  const cwd = temporaryFolder();
  writeFiles(join(cwd, 'content'), { 'kairanban.yaml': config, 'terms/yearend.md': term, ...files });
  return {
    cwd,
    read: (path: string) => readFileSync(join(cwd, 'content', path), 'utf8'),
    ...(await again(cwd, ...args)),
  };
}

function again(cwd: string, ...args: string[]) {
  return runCli(['check', '--fix', '--now', now, '--lang', 'en', ...args], { cwd });
}

const page = (fields: string, body = '') => `---\n${fields}\n---\n${body}`;
const fine = 'title: A\ndate: 2026-11-02';

/** A line of front matter as written and as mended. */
const mended: readonly [name: string, written: string, mended: string][] = [
  ['a day with slashes', 'updated: 2026/11/2', 'updated: 2026-11-02'],
  ['a Japanese day', 'updated: "2026年11月2日"', 'updated: "2026-11-02"'],
  ['full-width digits', 'updated: ２０２６－１１－０２ # いつ', 'updated: 2026-11-02 # いつ'],
  ['curly quotation marks', 'updated: “2026-11-02”', 'updated: 2026-11-02'],
  ['a full-width number', 'tier: ３', 'tier: 3'],
  ['a name in another case', 'Summary: Ａ　Ｂ', 'summary: Ａ　Ｂ'],
  ['a name in other marks', 'review-every: 90d', 'reviewEvery: 90d'],
  ['a full-width name', 'ｔａｇｓ: [Ａ]', 'tags: [Ａ]'],
  ['a full-width colon', 'tier：2', 'tier: 2'],
  ['a full-width colon and what is behind it', 'ＴＩＥＲ：　２', 'tier: 2'],
  ['ids in another case', 'plans: [Pro, "STANDARD"]', 'plans: [pro, "standard"]'],
  ['a team in another width', 'owner: ＰＭＭ/sato', 'owner: pmm/sato'],
  ['a spelling of the glossary', "summary: '年調の話'", "summary: '年末調整の話'"],
];

const left: readonly [name: string, written: string][] = [
  ['what was guessed', 'sumary: A'],
  ['a label', 'plans: [プロ]'],
  ['a list without brackets', 'plans: pro, standard'],
  ['a day that loses its time', 'updated: 2026-11-02T10:00+09:00'],
  ['a day without a year', 'updated: 11月2日'],
  ['a switch in other words', 'draft: yes'],
  ['a switch that keeps something back', 'draft: TRUE'],
  ['who may see it', 'visibility: Public'],
  ['who may see it, under another name', 'Visibility: public'],
  ['who may see it, behind a full-width colon', 'visibility：public'],
  ['a unit', 'reviewEvery: 90日'],
  ['quotation marks', 'summary: "A'],
  ['a spelling in a quotation', 'summary: 「年調」の話'],
  ['a spelling in a longer word', 'summary: 翌年調整の話'],
  ['a spelling in an address', 'summary: https://example.com/年調'],
  ['a spelling in the name of a file', 'summary: 年調.xlsx の話'],
  ['a spelling that may be half of a path', 'summary: 年調/2026 の話'],
  ['free text', 'tags: [Ａ, 2026/11/2]'],
];

test('lines that go on saying the same are mended, and no others', async () => {
  const rows = [...mended, ...left.map(([name, written]) => [name, written, written] as const)];
  const note = (line: string) => page(`${fine}\n${line}`);
  const path = (index: number) => `releases/${String(index).padStart(2, '0')}.md`;
  const { read, out } = await fix(Object.fromEntries(rows.map(([, written], index) => [path(index), note(written)])));
  const found = rows.map(([name], index) => [name, read(path(index))]);
  expect(found).toEqual(rows.map(([name, , line]) => [name, note(line)]));
  const said = out.split('\n').filter((line) => line.startsWith('Fixed '));
  expect(said).toHaveLength(mended.length);
  expect(said[0]).toBe('Fixed one place in content/releases/00.md.');
  // What was mended has no problem any more.
  expect(mended.filter((_, index) => out.includes(`${path(index)}:`))).toEqual([]);
});

test('a body is mended in our own prose only', async () => {
  const body = (word: string) =>
    `
# 年調と人事

## 営業向け

${word}の話。\`年調\`、[年調](https://example.com/年調)、「年調がつらい」、“年調”の声。<!-- 年調 --> ${word}。

> 年調が
年調が

\`\`\`
年調
\`\`\`
`;
  const written = body('年調').replace('営業向け', '営業むけ');
  const { read, out } = await fix({ 'releases/a.md': page(fine, written) });
  expect(read('releases/a.md')).toBe(page(fine, body('年末調整').replace('# 年調', '# 年末調整')));
  expect(out).toContain('Fixed 4 places in content/releases/a.md.\n');
});

test('all else stays byte for byte, and a second time there is nothing to do', async () => {
  const written = '\ufeff---\r\nTITLE: A　\r\ndate：2026/1/2\r---\r\n\n 年調の話  \u2028\t';
  const { cwd, read } = await fix({ 'releases/a.md': written });
  const mended = '\ufeff---\r\ntitle: A　\r\ndate: 2026-01-02\r---\r\n\n 年末調整の話  \u2028\t';
  expect(read('releases/a.md')).toBe(mended);
  const path = join(cwd, 'content', 'releases', 'a.md');
  const { mtimeNs, ino } = statSync(path, { bigint: true });
  const second = await again(cwd);
  expect(second).toMatchObject({ code: 0, out: 'Nothing to fix without asking.\n\nNo problems. 3 files checked.\n' });
  expect(statSync(path, { bigint: true })).toMatchObject({ mtimeNs, ino });
  expect(readdirSync(join(cwd, 'content', 'releases'))).toEqual(['a.md']);
});

test('TOML, cells of CSV and kairanban.yaml are mended alike', async () => {
  const { read } = await fix({
    'releases/a.md': '+++\nTitle = "A"\ndate = "2026/11/2"\n+++\n',
    'accounts/all.csv': 'id,title,Status,plans\na,"A, B",Customer,"standard;ＰＲＯ"\n',
    'kairanban.yaml': `${config}Title: A\n`,
  });
  expect(read('releases/a.md')).toBe('+++\ntitle = "A"\ndate = "2026-11-02"\n+++\n');
  expect(read('accounts/all.csv')).toBe('id,title,status,plans\na,"A, B",customer,"standard;pro"\n');
  expect(read('kairanban.yaml')).toBe(`${config}title: A\n`);
});

test('names that would meet are left', async () => {
  const text = page(`${fine}\nTags: [a]\ntags: [b]\nUpdated: 2026-11-02\nUPDATED: 2026-11-03`);
  const { read, code } = await fix({ 'releases/a.md': text });
  expect(read('releases/a.md').match(/^updated/gm)).toHaveLength(1);
  expect(read('releases/a.md')).toContain('Tags: [a]\ntags: [b]\n');
  expect(code).toBe(1);
});

test('what is left is reported, and decides the exit code', async () => {
  const { out, code } = await fix({ 'releases/a.md': page('title: A\ndate: 2026/11/2\ntier: high') });
  expect(out).toContain('Fixed one place in content/releases/a.md.\n\ncontent/releases/a.md:4:7 error bad-value\n');
  expect(code).toBe(1);
});

test('programs read the problems on one stream and what was fixed on the other', async () => {
  const { out, err } = await fix({ 'releases/a.md': page(`${fine}\ntier: ３\nsumary: A`) }, '--format', 'json');
  expect(err).toBe('Fixed one place in content/releases/a.md.\n');
  expect((JSON.parse(out) as { problems: unknown[] }).problems).toMatchObject([
    {
      rule: 'unknown-field',
      fix: { line: 5, column: 1, old: 'sumary', text: 'summary', safe: false, after: 'summary: A' },
    },
  ]);
});

test('annotations and SARIF carry the corrected line', async () => {
  const { cwd } = await fix({ 'releases/a.md': page(`${fine}\nsumary: A`) });
  const check = (format: string) => runCli(['check', '--now', now, '--lang', 'en', '--format', format], { cwd });
  const said = 'Unexpected field `sumary`. Did you mean `summary`? Corrected: `summary: A`';
  expect((await check('github')).out).toContain(`title=unknown-field::${said}\n`);
  const sarif = (await check('sarif')).out;
  expect(sarif).toContain(JSON.stringify(said));
  const artifactLocation = { uri: 'content/releases/a.md', uriBaseId: '%SRCROOT%' };
  const deletedRegion = { startLine: 4, startColumn: 1, endColumn: 7 };
  const replacements = [{ deletedRegion, insertedContent: { text: 'summary' } }];
  expect(JSON.parse(sarif).runs[0].results[0].fixes).toEqual([
    { artifactChanges: [{ artifactLocation, replacements }] },
  ]);
});

test('a corrected line can be copied as a whole, and a paragraph is cut around what changes', async () => {
  const value = 'あ'.repeat(250);
  const { out } = await fix({ 'releases/a.md': page(`${fine}\nsumary: ${value}`) });
  expect(out).toContain(`corrected: summary: ${value}\n`);
  const long = await fix({ 'releases/a.md': page(`${fine}\nsumary: ${value}${value}`) });
  expect(long.out).toMatch(/corrected: summary: あ{91}…\n/);
});

test('with --changed-since what is older is left', async () => {
  const cwd = temporaryFolder();
  git(cwd, 'init', '-q');
  writeFiles(cwd, { 'content/releases/old.md': page('title: A\ndate: 2026/11/2') });
  const base = commitAll(cwd, 'before');
  writeFiles(cwd, { 'content/releases/new.md': page('title: A\ndate: 2026/11/3') });
  const { out, code } = await again(cwd, '--changed-since', base);
  expect(out).toContain('Fixed one place in content/releases/new.md.\n\nNo new problems.');
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'content/releases/old.md'), 'utf8')).toContain('2026/11/2');
});

test('a link is left, and the file that it leads to is mended where it is', async () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, { 'outside.md': page('title: O\ndate: 2026/11/2') });
  writeFiles(cwd, { 'content/releases/a.md': page('title: A\ndate: 2026/11/2') });
  symlinkSync('a.md', join(cwd, 'content/releases/b.md'));
  symlinkSync('../../outside.md', join(cwd, 'content/releases/c.md'));
  const { out, code } = await again(cwd);
  expect(out).toContain(
    'Fixed one place in content/releases/a.md.\nLeft content/releases/b.md as it is: it is a link; the file that it leads to is the one to fix.\n\n',
  );
  expect(out).not.toContain('bad-value');
  expect(code).toBe(1);
  expect(readFileSync(join(cwd, 'outside.md'), 'utf8')).toContain('2026/11/2');
  expect(readdirSync(join(cwd, 'content/releases'))).toEqual(['a.md', 'b.md', 'c.md']);
});

test('it cannot be watched', async () => {
  const { code, err } = await again(temporaryFolder(), '--watch');
  expect({ code, err }).toEqual({ code: 2, err: 'Unexpected `--fix` with `--watch`, expected one of them.\n' });
});

describe('replacing a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('keeps who may read it', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    writeFileSync(path, 'before');
    chmodSync(path, 0o640);
    expect(replaceFile(folder, 'a.md', bytes('before'), bytes('after'))).toBe('written');
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('leaves what is no longer what was read', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.md'), 'someone else');
    expect(replaceFile(folder, 'a.md', bytes('before'), bytes('after'))).toBe('changed');
    expect(replaceFile(folder, 'gone.md', bytes('before'), bytes('after'))).toBe('changed');
    expect(readdirSync(folder)).toEqual(['a.md']);
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('someone else');
  });

  test('follows no folder that leads out', () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'a.md'), 'before');
    symlinkSync(outside, join(folder, 'releases'));
    expect(replaceFile(folder, 'releases/a.md', bytes('before'), bytes('after'))).toBe('link');
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe('before');
  });
});

test('a new file takes no name that another has by now, be it a link that leads nowhere', () => {
  const folder = temporaryFolder();
  symlinkSync('nowhere', join(folder, 'a.md'));
  expect(writeNew(folder, 'a.md', 'mine', false, () => true)).toBe('different');
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test("spellings of addresses, paths, files and labels of links are nobody's to mend", async () => {
  const names = [
    '[年調][] と [年調]、[手順][年調] と [資料][] を見る。',
    '年調.xlsx を \\\\fs\\年調\\2026 に置く。./docs/年調/a.md もある。',
    '~/年調/2026 か C:\\年調 か /srv/年調 か 年調対応/手順v1.pdf',
    'www.example.com/年調 と 年調@example.com と 年調.example.com',
    '    [資料]: /年調',
    '[年調]: https://example.com/a "年調"\n[資料]:\n  /年調/a',
    '> [年調 b]: /b',
  ].join('\n\n');
  const prose = '年調のまとめ.xlsx は年調。Csv/年調 は年調と、[注意] 年調は\n\n[^1]: 年調の話';
  const { read, out } = await fix({ 'releases/a.md': page(fine, names), 'releases/b.md': page(fine, prose) });
  expect(read('releases/a.md')).toBe(page(fine, names));
  expect(out).not.toContain('releases/a.md');
  expect(read('releases/b.md')).toBe(
    page(fine, '年調のまとめ.xlsx は年末調整。Csv/年調 は年末調整と、[注意] 年末調整は\n\n[^1]: 年末調整の話'),
  );
  expect(out.match(/avoided-spelling/g)).toHaveLength(2);
});

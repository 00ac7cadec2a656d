/** `import csv`: tables as other programs write them, in `tests/fixtures/import-csv/`, and what happens around them. */
import { cpSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guarded, pageText, unguarded } from '../../src/commands/csv-text.ts';
import { run } from '../../src/commands/run.ts';
import { UsageError } from '../../src/commands/usage.ts';
import type { Locale } from '../../src/config.ts';
import { foldId } from '../../src/graph/graph.ts';
import { messages } from '../../src/i18n/index.ts';
import { leadOf } from '../../src/labels.ts';
import { withoutControls } from '../../src/load/cells.ts';
import type { AnyEntry } from '../../src/load/entry.ts';
import { idFor } from '../../src/load/file-names.ts';
import { isLocated, readPage } from '../../src/load/front-matter.ts';
import { lenientNumber } from '../../src/load/lenient.ts';
import { loadContent } from '../../src/load/load.ts';
import { createMarkdown, headingsOf, withoutComments } from '../../src/load/markdown.ts';
import { asMarkdown, withoutEscapes } from '../../src/load/plain-text.ts';
import { readFolder } from '../../src/load/read.ts';
import { git, now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

interface Imported {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Imports `folder/file` into `folder/content`; the folder is left out of what is printed. */
async function importCsv(
  folder: string,
  file: string,
  args: readonly string[],
  lang: Locale = 'ja',
): Promise<Imported> {
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
  const short = (text: string) => text.replaceAll(`${folder}/`, '');
  const argv = ['import', 'csv', join(folder, file), '--content', `${folder}/content`, '--now', now, ...args];
  try {
    const code = await run(argv, { now: 0, lang, version: '' }, io);
    return { code, out: short(out), err: short(err) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: 2, out: short(out), err: short(`${error.say(messages(lang))}\n`) };
  }
}

/** Every file below a folder: path → text. */
function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The errors that `check` finds in `folder/content`. */
async function errorsOf(folder: string): Promise<string[]> {
  let out = '';
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: expect.unreachable,
    progress: () => {},
    color: false,
  };
  const argv = ['check', '--content', `${folder}/content`, '--now', now, '--format', 'json'];
  await run(argv, { now: 0, lang: 'en', version: '' }, io);
  const { problems } = JSON.parse(out) as { problems: { severity: string; path: string; message: string }[] };
  return problems.filter(({ severity }) => severity === 'error').map(({ path, message }) => `${path}: ${message}`);
}

/** Control characters as a reader of the fixture can see them. */
function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u202e\ufeff]/g, (mark) => {
    return `\\u{${(mark.codePointAt(0) as number).toString(16)}}`;
  });
}

const fixtures = join(root, 'tests', 'fixtures', 'import-csv');

/** A copy of a fixture, and the words of its command line. */
function fixture(name: string): { folder: string; args: string[] } {
  const folder = temporaryFolder();
  cpSync(join(fixtures, name), folder, { recursive: true });
  const { kind, map = [], product } = JSON.parse(readFileSync(join(folder, 'args.json'), 'utf8'));
  const args = ['--kind', kind, ...map.flatMap((pair: string) => ['--map', pair])];
  return { folder, args: product === undefined ? args : [...args, '--product', product] };
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  test('becomes content', async () => {
    const { folder, args } = fixture(name);
    const before = filesOf(folder);
    const { code, out, err } = await importCsv(folder, 'input.csv', args);
    expect(await errorsOf(folder)).toEqual([]);
    const made = Object.entries(filesOf(folder)).filter(([path]) => !Object.hasOwn(before, path));
    const printed = [`${code}\n${out}\n${err}`, ...made.map(([path, text]) => `==> ${path} <==\n${shown(text)}`)].join(
      '\n',
    );
    const expected = join(fixtures, name, 'expected.txt');
    if (process.env.UPDATE === '1') writeFileSync(expected, printed);
    expect(printed).toBe(readFileSync(expected, 'utf8'));
  });

  test('is the same when it comes again, and in a dry run nothing at all', async () => {
    const { folder, args } = fixture(name);
    const before = filesOf(folder);
    const dry = await importCsv(folder, 'input.csv', [...args, '--dry-run']);
    expect(filesOf(folder)).toEqual(before);
    const first = await importCsv(folder, 'input.csv', args);
    expect({ code: dry.code, err: dry.err }).toEqual({ code: first.code, err: first.err });
    const after = filesOf(folder);
    const second = await importCsv(folder, 'input.csv', args);
    expect({ code: second.code, err: second.err }).toEqual({ code: first.code, err: first.err });
    expect(second.out).toMatch(/ 0 件を/);
    expect(filesOf(folder)).toEqual(after);
  });
});

const requests = 'id,title,voices.account,voices.quote,body\nr-1,一つめ,mori,こまる,本文です\nr-2,二つめ,,,\n';
const mori = { 'content/accounts/mori.md': '---\ntitle: 森の工房\n---\n' };
const asRequests = ['--kind', 'request'];

describe('what is there already', () => {
  async function imported(): Promise<string> {
    const folder = temporaryFolder();
    writeFiles(folder, { ...mori, 'in.csv': requests });
    expect((await importCsv(folder, 'in.csv', asRequests)).code).toBe(0);
    return folder;
  }
  const page = (folder: string) => join(folder, 'content', 'requests', 'r-1.md');
  const edit = (folder: string, change: (text: string) => string) =>
    writeFileSync(page(folder), change(readFileSync(page(folder), 'utf8')));

  test('is the same when people added to it', async () => {
    const folder = await imported();
    edit(folder, (text) =>
      text
        .replace('voices:\n', 'status: triaged\ntriagedBy: product\nvoices:\n  - account: mori\n    quote: 別の声\n')
        .replace('本文です', 'はじめに。\n\n本文です\n\nおわりに。')
        .replaceAll('\n', '\r\n'),
    );
    const before = filesOf(folder);
    const { code, out, err } = await importCsv(folder, 'in.csv', asRequests);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2 件は同じものがすでにあります。');
    expect(filesOf(folder)).toEqual(before);
  });

  test('is left as it is and named when it says something else', async () => {
    const folder = await imported();
    edit(folder, (text) => text.replace('一つめ', '直した題'));
    writeFileSync(join(folder, 'in.csv'), requests.replace('こまる', 'とてもこまる').replace('本文です', '書き直し'));
    const before = filesOf(folder);
    const { code, out, err } = await importCsv(folder, 'in.csv', asRequests);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'in.csv:2: `content/requests/r-1.md` は内容が違うため（`title`、`voices`、`body`）、そのままにしました。\n',
    });
    expect(out).toContain('1 件は内容の違うものがすでにあるため、そのままにしました（');
    expect(filesOf(folder)).toEqual(before);
  });

  test.each([
    ['in another folder', 'content/requests/2026/r-1.md', (text: string) => text],
    ['in other case', 'content/requests/R-1.md', (text: string) => text],
    ['under a new name', 'content/requests/new.md', (text: string) => text.replace('---\n', '---\nformerly: r-1\n')],
  ])('is found %s', async (_, path, change) => {
    const folder = temporaryFolder();
    const text = '---\ntitle: 一つめ\nvoices: [{ account: mori, quote: こまる }]\n---\n\n本文です\n';
    writeFiles(folder, { ...mori, 'in.csv': requests, [path]: change(text) });
    const { out } = await importCsv(folder, 'in.csv', asRequests);
    expect(out).toContain('要望 1 件を');
    expect(out).toContain('1 件は同じものがすでにあります。');
    expect(existsSync(join(folder, 'content/requests/r-1.md'))).toBe(false);
  });

  test('is left alone when it cannot be read', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...mori, 'in.csv': requests, 'content/requests/r-1.md': '---\ntitle: [\n---\n' });
    const before = filesOf(folder)['content/requests/r-1.md'];
    const { code, err } = await importCsv(folder, 'in.csv', asRequests);
    expect(code).toBe(0);
    expect(err).toContain('in.csv:2: `content/requests/r-1.md`');
    expect(filesOf(folder)['content/requests/r-1.md']).toBe(before);
  });
});

describe('accounts', () => {
  const asAccounts = ['--kind', 'account'];

  test('new rows come to the end of the file that was imported before, in its columns and its form', async () => {
    const folder = temporaryFolder();
    const old = '\ufeff"title",memo,id,status\r\n"森, 工房",,mori,customer\r\n';
    writeFiles(folder, {
      'content/kairanban.yaml': 'rules: { unknown-field: warning }\n',
      'content/accounts/crm.csv': old,
      'crm.csv': 'id,title,size,status\nmori,"森, 工房",,\numi,海の家,12,lost\n',
    });
    const first = await importCsv(folder, 'crm.csv', asAccounts);
    expect(first).toMatchObject({ code: 0, err: '' });
    const grown = '\ufeff"title",memo,id,status,size\r\n"森, 工房",,mori,customer\r\n海の家,,umi,lost,12\r\n';
    expect(filesOf(folder)['content/accounts/crm.csv']).toBe(grown);
    expect(await errorsOf(folder)).toEqual([]);
    await importCsv(folder, 'crm.csv', asAccounts);
    expect(filesOf(folder)['content/accounts/crm.csv']).toBe(grown);
  });

  test('rows of other files and pages count, and what differs is named', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...mori, 'crm.csv': 'id,title\nmori,森の会社\numi,海の家\nkawa,川の家\n' });
    writeFiles(folder, { 'content/accounts/other.csv': 'id,title,status\numi,海の家,lost\nkawa,川,lost\n' });
    const before = filesOf(folder);
    const { code, err } = await importCsv(folder, 'crm.csv', asAccounts);
    expect({ code, err }).toEqual({
      code: 0,
      err:
        'crm.csv:2: `content/accounts/mori.md` は内容が違うため（`title`）、そのままにしました。\n' +
        'crm.csv:4: `content/accounts/other.csv` の `kawa` は内容が違うため（`title`）、そのままにしました。\n',
    });
    expect(filesOf(folder)).toEqual(before);
  });

  test.each([
    ['an open quotation mark', 'id,title\na,"A\n', 'content/accounts/crm.csv:2:3: Cannot find the end of'],
    ['no ids', 'name\nA\n', 'content/accounts/crm.csv:1:1'],
  ])('are not added to a file with %s', async (_, old, place) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'content/accounts/crm.csv': old, 'crm.csv': 'id,title\nb,B\n' });
    const before = filesOf(folder);
    const { code, err } = await importCsv(folder, 'crm.csv', asAccounts, 'en');
    expect(code).toBe(2);
    expect(err).toContain('Cannot add rows to what cannot be read');
    expect(err).toContain(place.split(' ')[0]);
    expect(filesOf(folder)).toEqual(before);
  });

  test('50,000 of them', async () => {
    const folder = temporaryFolder();
    const rows = Array.from({ length: 50_000 }, (_, n) => `A-${n},会社 ${n},${n % 2 ? '契約中' : '見込み客'},"1,000"`);
    writeFiles(folder, { 'crm.csv': ['id,title,status,size', ...rows, 'A-7,また 7,,', ''].join('\r\n') });
    const { code, out, err } = await importCsv(folder, 'crm.csv', asAccounts);
    expect(out).toContain('顧客 50000 件を `content/accounts/crm.csv` に書き出しました。1 行は');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'crm.csv:50002:1: 番号（ID）`A-7` は 9 行目と重なっています。行ごとに違うものにしてください。\n',
    });
  });

  test('are found by their names and their own ids in requests', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'accounts.csv': 'id,title\n0015g0AbC,株式会社 森の工房\ntwin-1,双子\ntwin-2,双子株式会社\n',
      'in.csv': 'id,title,voices.account\n1,a,㈱森の工房\n2,b,森の工房 様\n3,c,0015g0AbC\n4,d,双子\n',
    });
    await importCsv(folder, 'accounts.csv', asAccounts);
    const { code, err } = await importCsv(folder, 'in.csv', asRequests);
    expect({ code, lines: err.split('\n').length }).toEqual({ code: 1, lines: 2 });
    expect(err).toMatch(/^in\.csv:5:5: 「voices\.account」の列: .*`双子` という顧客が見つかりません。/);
    const voices = [1, 2, 3].map((id) => /account: (.*)/.exec(filesOf(folder)[`content/requests/${id}.md`] ?? '')?.[1]);
    expect(voices).toEqual(Array(3).fill(idFor('0015g0AbC')));
  });
});

describe('ids', () => {
  test('of another system never become one file, whichever comes first', async () => {
    const ids = ['AbC', 'aBC', 'a b', 'a-b', 'a/b', '../x', 'x', 'README', 'con', '.git', '#1', '1', 'あ'.repeat(99)];
    const rows = ids.map((id) => `"${id}",title ${id}\n`);
    const folders = await Promise.all(
      [rows, rows.toReversed()].map(async (order) => {
        const folder = temporaryFolder();
        for (const [index, row] of order.entries()) {
          writeFiles(folder, { 'in.csv': `id,title\n${row}` });
          expect({ index, ...(await importCsv(folder, 'in.csv', asRequests)) }).toMatchObject({ code: 0, err: '' });
        }
        return filesOf(join(folder, 'content'));
      }),
    );
    expect(folders[0]).toEqual(folders[1]);
    const paths = Object.keys(folders[0] ?? {});
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(ids.length);
    expect(paths.every((path) => /^requests\/[\p{L}\p{N}_.-]+\.md$/u.test(path))).toBe(true);
    expect(paths).toContain('requests/a-b.md');
  });

  test('are one only where they are one but for case in a file without small letters', () => {
    const id = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.stringMatching(/^[a-zA-Z_ .\-/]{1,4}$/));
    fc.assert(
      fc.property(id, id, (a, b) => {
        const same = foldId(idFor(a)) === foldId(idFor(b));
        if (same) expect(foldId(a)).toBe(foldId(b));
      }),
      { numRuns: 2000 },
    );
  });

  test('that differ only so are told apart by a person', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': 'id,title\nREQ-1,a\nreq-1,b\n' });
    const { code, err } = await importCsv(folder, 'in.csv', asRequests, 'en');
    expect({ code, err }).toEqual({
      code: 1,
      err: 'in.csv:3:1: The id `req-1` stands in row 2 too. Give each row its own.\n',
    });
  });
});

describe('rejected rows', () => {
  test('keep their ids: another row of the same is rejected too, and not taken in their place', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': 'id,title\nD1,first,too many\nD1,second\nD2,other\n' });
    const { code, err } = await importCsv(folder, 'in.csv', asRequests, 'en');
    expect(code).toBe(1);
    expect(err).toContain('in.csv:3:1: The id `D1` stands in row 2 too.');
    expect(readdirSync(join(folder, 'content', 'requests'))).toEqual(['D2.md']);
  });

  test('are not to be committed, where git would', async () => {
    const folder = temporaryFolder();
    const file = 'ID,Title\n,電話 03-0000-0000\n';
    writeFiles(folder, { 'in.csv': file, 'content/kairanban.yaml': 'title: t\n' });
    const args = ['--kind', 'request'];
    expect((await importCsv(folder, 'in.csv', args)).err).not.toContain('コミット');
    git(folder, 'init', '-q');
    expect((await importCsv(folder, 'in.csv', args)).err).toContain(
      '`in.rejected.csv` にはもとの CSV の列がすべて入っています',
    );
    writeFiles(folder, { '.gitignore': '*.rejected*.csv\n' });
    expect((await importCsv(folder, 'in.csv', args)).err).not.toContain('コミット');
  });

  const broken = 'id,title,raised,memo\nr-1,=1+1,2026-02-30,\'=x\nr-2,-5,2026-11-31,"a\nb"\nr-3,"c" d,,\nr-4,fine,,\n';

  test('come back as they were once they are mended', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': broken });
    const args = [...asRequests, '--map', 'memo=body'];
    expect((await importCsv(folder, 'in.csv', args)).code).toBe(1);
    const text = filesOf(folder)['in.rejected.csv'] ?? '';
    expect(text.startsWith('\ufeffid,title,raised,memo,行,取り込めなかった理由\r\n')).toBe(true);
    expect(text).toContain("r-1,'=1+1,2026-02-30,''=x,2,");
    expect(text).toContain('"r-3,""c"" d,,",,,,4,');
    const mended = text.replace('2026-02-30', '2026-02-28').replace('2026-11-31', '2026-11-30');
    writeFiles(folder, { 'mended.csv': mended.replace('"r-3,""c"" d,,",,,,', 'r-3,c d,,,') });
    expect(await importCsv(folder, 'mended.csv', args)).toMatchObject({ code: 0, err: '' });
    const pages = filesOf(join(folder, 'content', 'requests'));
    expect(Object.keys(pages)).toEqual(['r-1.md', 'r-2.md', 'r-3.md', 'r-4.md']);
    expect(pages['r-1.md']).toBe("---\ntitle: =1+1\nraised: 2026-02-28\n---\n\n'=x\n");
    expect(pages['r-2.md']).toContain('title: -5\n');
  });

  test('go where their file went, once they are mended, and leave no names of their own', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'sf.csv': 'id,title,status\na,A,customer\nb,B,client\nc,C,cleint\n' });
    const asAccounts = ['--kind', 'account'];
    await importCsv(folder, 'sf.csv', asAccounts);
    const once = filesOf(folder)['sf.rejected.csv'] ?? '';
    writeFiles(folder, { 'sf.rejected.csv': once.replace('client', 'lost') });
    expect((await importCsv(folder, 'sf.rejected.csv', asAccounts)).out).toContain('`sf.rejected-2.csv`');
    const twice = filesOf(folder)['sf.rejected-2.csv'] ?? '';
    writeFiles(folder, { 'sf.rejected-2.csv': twice.replace('cleint', 'lost') });
    expect((await importCsv(folder, 'sf.rejected-2.csv', asAccounts)).code).toBe(0);
    const files = filesOf(folder);
    expect(Object.keys(files)).toEqual(['content/accounts/sf.csv', 'sf.csv', 'sf.rejected-2.csv', 'sf.rejected.csv']);
    expect(files['content/accounts/sf.csv']).toBe('id,title,status\na,A,customer\nb,B,lost\nc,C,lost\n');
  });

  test('have the numbers that a spreadsheet shows', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': 'sep=;\nid;title;raised\n1;"a\nb";2026-11-01\n\n2;c;never\n' });
    const { err } = await importCsv(folder, 'in.csv', asRequests);
    expect(err).toMatch(/^in\.csv:6:5: /);
    expect(filesOf(folder)['in.rejected.csv']).toContain('2,c,never,4,');
  });

  test('never stand over another file', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': broken, 'in.rejected.csv': 'mine\n' });
    const { out } = await importCsv(folder, 'in.csv', asRequests);
    expect(out).toContain('`in.rejected-2.csv`');
    expect(filesOf(folder)['in.rejected.csv']).toBe('mine\n');
    await importCsv(folder, 'in.csv', asRequests);
    expect(Object.keys(filesOf(folder)).filter((path) => path.includes('rejected'))).toHaveLength(2);
  });

  test('hold nothing that a spreadsheet program runs, and it can be undone', () => {
    const cell = fc
      .tuple(fc.constantFrom('', "'", "''", '=', '+', '-', '@', '＝', "'="), fc.string())
      .map(([a, b]) => a + b);
    fc.assert(
      fc.property(cell, (text) => {
        expect(guarded(text)).not.toMatch(/^[=@＝＠]|^[+\-＋－](?![\d.,]*$)/);
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
  });

  test('with a file that has bytes of no character, line by line', async () => {
    const folder = temporaryFolder();
    const [kanji, bad] = [Buffer.from([0x8d, 0x82]), Buffer.from([0xfd, 0x81])];
    const sjis = [
      Buffer.from('id,title\n1,'),
      kanji,
      Buffer.from('\n2,'),
      bad,
      Buffer.from('\n3,'),
      kanji,
      Buffer.from('\n'),
    ];
    writeFileSync(join(folder, 'sjis.csv'), Buffer.concat(sjis));
    const utf8 = Buffer.from('id,title\n4,題\n5,題?\n6,日本語の題名です\n');
    writeFileSync(
      join(folder, 'utf8.csv'),
      utf8.map((byte) => (byte === 0x3f ? 0xe3 : byte)),
    );
    const said = messages('ja').csv.unreadable;
    expect(await importCsv(folder, 'sjis.csv', asRequests)).toMatchObject({ code: 1, err: `sjis.csv:3:1: ${said}\n` });
    expect(await importCsv(folder, 'utf8.csv', asRequests)).toMatchObject({ code: 1, err: `utf8.csv:3:1: ${said}\n` });
    const titles = Object.values(filesOf(join(folder, 'content'))).map((text) => /title: (.*)/.exec(text)?.[1]);
    expect(titles).toEqual(['高', '高', '題', '日本語の題名です']);
  });
});

describe('a file that is neither UTF-8 nor Shift_JIS', () => {
  /** `id,title`, a line with the bytes, and one of ASCII. */
  const table = (bytes: readonly number[]) =>
    Buffer.concat([Buffer.from('id,title\n1,'), Buffer.from(bytes), Buffer.from('\n2,plain\n')]);
  const refused = async (bytes: Buffer) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'in.csv'), bytes);
    const { code, err } = await importCsv(folder, 'in.csv', asRequests, 'en');
    expect(readdirSync(folder)).toEqual(['in.csv']);
    expect(code).toBe(2);
    return err;
  };

  test.each<[encoding: string, text: string, bytes: number[]]>([
    ['ISO-2022-JP', '顧客', [0x1b, 0x24, 0x42, 0x38, 0x5c, 0x35, 0x52, 0x1b, 0x28, 0x42]],
    // All of it would be half-width kana in Shift_JIS.
    ['EUC-JP', '顧客の要望', [0xb8, 0xdc, 0xb5, 0xd2, 0xa4, 0xce, 0xcd, 0xd7, 0xcb, 0xbe]],
    ['EUC-JP', '会社名', [0xb2, 0xf1, 0xbc, 0xd2, 0xcc, 0xbe]],
    // `éx` and `çx` would be kanji.
    ['Windows-1252', 'Renée Françoise', [...Buffer.from('Renée Françoise', 'latin1')]],
    ['Windows-1252', 'Müller', [...Buffer.from('Müller', 'latin1')]],
  ])('is named as %s and not read: %s', async (encoding, _, bytes) => {
    expect(await refused(table(bytes))).toBe(
      `Cannot read \`in.csv\`: it seems to be in ${encoding}. Save it as UTF-8 (in Excel, “CSV UTF-8”).\n`,
    );
  });

  test('though it is marked as UTF-8 is said to be none', async () => {
    const err = await refused(Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x2c, 0x81, 0xfd, 0x0a, 0x31, 0x2c, 0x32, 0x0a]));
    expect(err).toBe(
      'in.csv:1:1: Unexpected bytes that are not UTF-8, expected UTF-8; save the file again as UTF-8 (in Excel, “CSV UTF-8”).\n',
    );
  });

  test('is not taken for one that has half-width kana', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'in.csv'), table([0xb6, 0xcc, 0xde, 0xbc, 0xb7, 0xb6, 0xde, 0xb2, 0xbc, 0xd4]));
    expect((await importCsv(folder, 'in.csv', asRequests)).code).toBe(0);
    expect(filesOf(folder)['content/requests/1.md']).toContain('ｶﾌﾞｼｷｶﾞｲｼﾔ');
  });
});

describe('content is inert', () => {
  const nasty = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '---\n',
          '# a',
          '\n',
          '<!--',
          '-->',
          '![',
          '](x)',
          '```',
          '===',
          '    ',
          '\t',
          '&amp;',
          '- ',
          '* ',
        ),
        fc.constantFrom(
          '|',
          '>',
          ': ',
          ' #',
          '"',
          "'",
          '\\',
          '\u0000',
          '\u0085',
          '\u2028',
          '\ufeff',
          '\ud800',
          '　',
          '+++',
        ),
        fc.string({ unit: 'grapheme', maxLength: 6 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => withoutControls(parts.join('').toWellFormed()));

  test('a page holds the very texts that it was made of', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, quote, body) => {
        const raw = { title, tags: [quote, title], voices: [{ quote, by: title }] };
        const page = readPage(pageText(raw, asMarkdown(body)));
        // More blank lines than anybody writes are refused, and then the row is.
        if (isLocated(page)) expect(`${title}${quote}`).toMatch(/(\n\s*){100}/);
        else expect({ ...page.raw, body: page.body.trim() }).toEqual({ ...raw, body: asMarkdown(body).trim() });
      }),
      { numRuns: 1000 },
    );
  });

  test('a text reads as it was written', () => {
    const marks = [
      '*',
      '_',
      '~~',
      '`',
      '[',
      ']',
      '](',
      '(x)',
      ')',
      '<b>',
      '&lt;',
      '|',
      '--',
      '=',
      '\\',
      '!',
      '山',
      'a',
      ' ',
    ];
    const line = fc.array(fc.constantFrom(...marks), { maxLength: 10 }).map((parts) => parts.join('').trim());
    const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' };
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const text = lines.filter((one) => !/^([-+*>]( |$)|$)/.test(one)).join('\n');
        const html = createMarkdown().render(asMarkdown(text));
        expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>]/);
        const read = html
          .replace(/<[^<>]*>/g, '')
          .replace(/&(lt|gt|quot|amp);/g, (_, name) => entities[name] as string);
        expect(read.trim()).toBe(text.replace(/ +$/gm, ''));
        expect(withoutEscapes(asMarkdown(text)).replace(/ +$/gm, '')).toBe(text.replace(/ +$/gm, ''));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['[x](javascript:alert(1)) 山田*太郎*様 _x_ ~~z~~ <script>alert(1)</script>'],
    ['snake_case `code` \\* &lt; C:\\_tmp'],
  ])('%s begins so in lists', async (body) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': `id,title,body\n1,a,${body}\n` });
    expect((await importCsv(folder, 'in.csv', asRequests)).code).toBe(0);
    const page = readPage(filesOf(folder)['content/requests/1.md'] ?? '');
    if (isLocated(page)) throw new Error('no page');
    expect(leadOf({ fields: {}, body: page.body } as unknown as AnyEntry)).toBe(body);
  });

  test('a line that says who reads what divides no page', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'in.csv': 'id,title,body\n1,a,"前の文\n営業向け\n===\n【CS向け】解約の話\n**営業向け：** 値引き\nあとの文"\n',
    });
    expect((await importCsv(folder, 'in.csv', asRequests)).code).toBe(0);
    const content = loadContent(readFolder(join(folder, 'content')));
    expect(content.entries.map(({ headings }) => headings)).toEqual([[]]);
    const again = await importCsv(folder, 'in.csv', asRequests);
    expect(again.out).toContain('1 件は同じものがすでにあります。');
  });

  test('what was imported with fewer marks before is the same', async () => {
    const folder = temporaryFolder();
    const old = '---\ntitle: a\n---\n\n山田*太郎*様 [x](y)  \n\\# b\n';
    writeFiles(folder, { 'in.csv': 'id,title,body\n1,a,"山田*太郎*様 [x](y)\n# b"\n', 'content/requests/1.md': old });
    expect((await importCsv(folder, 'in.csv', asRequests)).out).toContain('1 件は同じものがすでにあります。');
  });

  test('a text has no headings, no comments and no pictures, and keeps its lines', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const markdown = asMarkdown(text);
        expect(headingsOf(markdown)).toEqual([]);
        expect(withoutComments(markdown)).toBe(markdown);
        expect(markdown).not.toMatch(/!\[/);
        const lines = (all: string) => all.split('\n').filter((line) => line.trim() !== '').length;
        expect(lines(markdown)).toBe(lines(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test.each([
  ['¥1,209,600', '1209600'],
  ['１，２００円', '1200'],
  ['380名', '380'],
  ['-3.5', '-3.5'],
  ['120万円', undefined],
  ['1,20', undefined],
  ['3k', undefined],
  ['', undefined],
])('the number %j is %j', (text, number) => {
  expect(lenientNumber(text)).toBe(number);
});

describe('what was asked wrongly', () => {
  const usages: [args: string, said: string][] = [
    ['csv in.csv', 'Cannot find what the rows are; add `--kind request` or `--kind account`.'],
    ['csv in.csv --kind release', 'Unexpected `release` after `--kind`, expected one of `request`, `account`.'],
    ['csv in.csv --kind request --date 2026-01-01', 'Unexpected option `--date`: `import csv` does not take it.'],
    ['changelog in.csv --map a=b', 'Unexpected option `--map`: `import changelog` does not take it.'],
    [
      'csv in.csv --kind request',
      'Cannot find the column that tells each row from the others; name it with `--map COLUMN=id`. It may be `No.`, `Name`.',
    ],
    [
      'csv in.csv --kind request --map No.=id',
      'Cannot find the column with the title; name it with `--map COLUMN=title`. It may be `Name`, `Kind, sort`.',
    ],
    [
      'csv in.csv --kind request --map No',
      'Unexpected `No` after `--map`, expected a column and a field, such as `Subject=title`.',
    ],
    [
      'csv in.csv --kind request --map Nmae=title',
      'Cannot find the column `Nmae`. Did you mean `Name`? There are `No.`, `Name`, `Kind, sort`.',
    ],
    [
      'csv in.csv --kind account --map Name=body',
      'Cannot find the field `body` of accounts. There are `id`, `title`, ',
    ],
    [
      'csv in.csv --kind request --map Name=title,No.=title',
      'Unexpected columns `No.` and `Name` for `title`, expected one of them.',
    ],
    [
      'csv twins.csv --kind request',
      'Cannot tell which column `title` is: columns 2 and 3 have that name. Give the others another name in the first',
    ],
    [
      'csv twins.csv --kind request --map title=summary,memo=title',
      'Cannot tell which column `title` is: columns 2 and',
    ],
    ['csv empty.csv --kind request', 'empty.csv:1:1: Unexpected empty file'],
    ['csv header.csv --kind request', 'Cannot find a row in `header.csv` below the names of the columns.'],
    [
      'csv book.xlsx --kind request',
      'Cannot read `book.xlsx`: it is an Excel workbook. Save it as “CSV UTF-8” in Excel.',
    ],
    ['csv open.csv --kind request', 'open.csv:1:4: '],
    ['csv binary.csv --kind request', 'binary.csv:1:1: '],
    ['csv content --kind request', 'Cannot import `content`: it is a folder or a device, expected a file.'],
    ['csv /dev/null --kind request', 'Cannot import `/dev/null`: it is a folder or a device, expected a file.'],
    ['changelog content', 'Cannot import `content`: it is a folder or a device, expected a file.'],
    ['csv nowhere.csv --kind request', 'Cannot find the file `nowhere.csv`.'],
    [
      'csv content/accounts/a.csv --kind account',
      'Cannot import `content/accounts/a.csv`: it lies in the folder that is imported to. Move it elsewhere.',
    ],
    [
      'csv in.csv --kind request --map No.=id,Name=title --product x',
      'Cannot find the product `x` in kairanban.yaml (`payroll`).',
    ],
  ];
  test.each(usages)('%s', async (args, said) => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'content/kairanban.yaml': 'products: { payroll: Payroll }\n',
      'content/accounts/a.csv': 'id,title\n',
      'in.csv': 'No.,Name,"Kind, sort"\n1,a,x\n2,b,x\n',
      'twins.csv': 'id,title,title,memo,note\n1,a,b,c,d\n',
      'empty.csv': '\ufeff\n',
      'header.csv': 'id,title\n',
      'book.xlsx': 'PK\u0003\u0004rest',
      'open.csv': 'id,"title\n1,a\n',
      'binary.csv': 'id\0,title\n1,a\n',
    });
    const before = filesOf(folder);
    const { code, out, err } = await runCli(['import', ...args.split(' '), '--lang', 'en'], { cwd: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.slice(0, said.length)).toBe(said);
    expect(filesOf(folder)).toEqual(before);
  });

  test('columns of one name are left out together, and taken together where there may be several', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': 'id,title,Comment,Comment,tags,tags,note,note\n1,one,x,y,a,b,c,d\n' });
    const { code, out } = await importCsv(folder, 'in.csv', [...asRequests, '--map', 'note=body']);
    expect(code).toBe(0);
    expect(out).toContain('取り込まない列: Comment、Comment');
    const page = '---\ntitle: one\ntags:\n  - a\n  - b\n---\n\nc\n\n**note**: d\n';
    expect(filesOf(folder)['content/requests/1.md']).toBe(page);
  });

  test('columns of one name that are left out are no question', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': 'id,title,title,memo\n1,a,b,c\n' });
    const { code } = await importCsv(folder, 'in.csv', [...asRequests, '--map', 'title=,memo=title']);
    expect(code).toBe(0);
    expect(filesOf(folder)['content/requests/1.md']).toBe('---\ntitle: c\n---\n');
  });

  test('a column with a comma in its name, and one that is left out', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': 'id,title,"a, b",status\n1,one,x,対応中\n' });
    const { code, out } = await importCsv(folder, 'in.csv', [...asRequests, '--map', 'a, b=tags', '--map', 'status=']);
    expect(code).toBe(0);
    expect(out).toContain('取り込まない列: status');
    expect(filesOf(folder)['content/requests/1.md']).toBe('---\ntitle: one\ntags:\n  - x\n---\n');
  });

  test('a folder that is really elsewhere is not written to', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'in.csv': requests, 'elsewhere/x.txt': '', ...mori });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'content', 'requests'));
    const { code, err } = await importCsv(folder, 'in.csv', asRequests, 'en');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'Cannot write to `content/requests`: it is a link out of the content folder. Put a folder in its place.\n',
    });
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['x.txt']);
  });
});

/**
 * One folder a case below `tests/fixtures/check/`: `content/` and what `check` says of it, in both languages. Cases that
 * a repository cannot hold are in `made.ts` and have their `expected` texts in the same place. `UPDATE=1` writes those.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFormats } from '../../src/commands/options.ts';
import { run } from '../../src/commands/run.ts';
import { type Locale, locales } from '../../src/config.ts';
import { now, root, temporaryFolder } from '../support/process.ts';
import { readSarif } from '../support/sarif.ts';
import { made, make } from './made.ts';

const fixtures = join(root, 'tests', 'fixtures', 'check');
const stored = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'content')));
const cases = [...new Set([...stored, ...Object.keys(made)])].sort();
const expectedName = { en: 'expected.txt', ja: 'expected.ja.txt' } as const;

/** Checks the content of a case; the folder it lies in is left out of what is printed. */
async function check(folder: string, lang: Locale, format: (typeof checkFormats)[number]) {
  let out = '';
  const print = (text: string) => {
    out += text;
  };
  const io = { out: print, err: expect.unreachable, progress: () => {}, color: false };
  const argv = ['check', '--content', `${folder}/content`, '--now', now, '--lang', lang, '--format', format];
  const code = await run(argv, { now: 0, lang, version: '' }, io);
  return { code, out: out.replaceAll(`${folder}/`, '') };
}

function folderOf(name: string): string {
  if (!Object.hasOwn(made, name)) return join(fixtures, name);
  const folder = temporaryFolder();
  make(name, folder);
  return folder;
}

describe.each(cases)('%s', (name) => {
  test.each(locales)('says what is wrong (%s)', async (lang) => {
    const { out } = await check(folderOf(name), lang, 'pretty');
    const file = join(fixtures, name, expectedName[lang]);
    if (process.env.UPDATE === '1') {
      mkdirSync(join(fixtures, name), { recursive: true });
      writeFileSync(file, out);
    }
    expect(out).toBe(readFileSync(file, 'utf8'));
  });

  test('every place is inside its file, and the exit code is that of the worst problem', async () => {
    const folder = folderOf(name);
    const { out, code } = await check(folder, 'en', 'json');
    const { problems, counts } = JSON.parse(out) as {
      problems: { path: string; line: number; column: number; severity: string; message: string }[];
      counts: { errors: number; warnings: number };
    };
    expect(code).toBe(counts.errors > 0 ? 1 : 0);
    expect(problems.filter((problem) => problem.severity === 'error')).toHaveLength(counts.errors);
    for (const { path, line, column } of problems) {
      if (line === 1 && column === 1) continue;
      const text = readFileSync(join(folder, path), 'utf8').replace(/^\ufeff/, '');
      const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
      expect(line, `${path}:${line}`).toBeLessThanOrEqual(lines.length);
      expect(column, `${path}:${line}:${column}`).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
    }
  });

  test.each(locales)('is SARIF with the same problems (%s)', async (lang) => {
    const folder = folderOf(name);
    const { problems } = JSON.parse((await check(folder, lang, 'json')).out) as { problems: { rule: string }[] };
    const { results } = readSarif((await check(folder, lang, 'sarif')).out);
    expect(results.map((result) => result.ruleId).sort()).toEqual(problems.map((problem) => problem.rule).sort());
    for (const { message } of results) expect(message.text).toMatch(/\S/);
  });

  test.each(checkFormats)('prints nothing that a terminal or a runner acts on (%s)', async (format) => {
    const { out } = await check(folderOf(name), 'ja', format);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    expect(out).not.toContain('##[');
    const commands = out.split('\n').filter((line) => line.trimStart().startsWith('::'));
    if (format !== 'github') expect(commands).toEqual([]);
    else
      for (const line of commands)
        expect(line).toMatch(/^::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::\S/);
  });
});

test('nothing in front matter is run', async () => {
  await check(join(fixtures, 'front-matter-script'), 'en', 'pretty');
  for (const folder of [process.cwd(), join(fixtures, 'front-matter-script', 'content', 'releases')]) {
    expect(existsSync(join(folder, 'kairanban-was-here'))).toBe(false);
  }
});

test('every expected text belongs to a case', () => {
  expect(readdirSync(fixtures).sort()).toEqual(cases);
});

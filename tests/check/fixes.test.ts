/** Every line that is shown as corrected is correct, over all the broken notes that the tests have. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mistakes } from '../../scripts/mistakes.ts';
import { fixesIn, openWorkspace } from '../../src/commands/context.ts';
import { type Locale, locales } from '../../src/config.ts';
import { messages } from '../../src/i18n/index.ts';
import { brokenPromises } from '../support/fixed.ts';
import { now, root, temporaryFolder, writeFiles } from '../support/process.ts';
import { made, make } from './made.ts';

const at = Date.parse(now);
const fixtures = join(root, 'tests', 'fixtures', 'check');
const stored = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'content')));

/** The fixes of a folder, and what does not hold of them. */
function judge(folder: string, lang: Locale) {
  const workspace = openWorkspace({ content: folder, now: at });
  const fixOf = fixesIn(workspace, messages(lang));
  const fixes = workspace.problems.flatMap((problem) => {
    const fix = fixOf(problem);
    return fix ? [{ problem, fix }] : [];
  });
  const broken = fixes.flatMap(({ problem, fix }) =>
    brokenPromises(workspace, problem, fix, at).map((why) => `${problem.path}:${problem.line} ${problem.rule}: ${why}`),
  );
  return { workspace, fixes, broken };
}

describe.each(locales)('corrected lines (%s)', (lang) => {
  test.each(stored)('%s', (name) => {
    expect(judge(join(fixtures, name, 'content'), lang).broken).toEqual([]);
  });

  test.each(Object.keys(made))('%s', (name) => {
    const folder = temporaryFolder();
    make(name, folder);
    expect(judge(join(folder, 'content'), lang).broken).toEqual([]);
  });
});

test.each([
  ['公開範囲: 極秘', 'visibility: confidential'],
  ['公開範囲: 極秘 # 注意', 'visibility: confidential # 注意'],
  ['access: 社外秘', 'visibility: internal'],
  ['公開範囲: "極秘"', 'visibility: "confidential"'],
  ['公開範囲: だれか', 'visibility: だれか'],
  ['公開範囲: partner', 'visibility: partner'],
  // A switch whose name is a level.
  ['confidential: true', 'visibility: confidential'],
  ['Confidential: "Yes" # 注意', 'visibility: confidential # 注意'],
  ['機密: はい', 'visibility: confidential'],
  ['社外秘: true', 'visibility: internal'],
])('a name is put right with its value: %s', (line, after) => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'kairanban.yaml': 'import: { unknownFields: ignore }\n',
    'releases/a.md': `---\ntitle: A\ndate: 2026-11-02\n${line}\n---\n`,
  });
  const { fixes, broken } = judge(folder, 'ja');
  expect(broken).toEqual([]);
  expect(fixes.map(({ fix }) => fix)).toMatchObject([{ line: 4, before: line, after, safe: false }]);
  const [{ column = 0, old = '', text = '' } = {}] = fixes.map(({ fix }) => fix);
  expect(line.slice(0, column - 1) + text + line.slice(column - 1 + old.length)).toBe(after);
});

test.each(['confidential: false', 'access: true', 'embargo: true', 'Embargo: "はい"'])(
  'of a switch that says no, that asks for no level, or not until when, no line is made: %s',
  (line) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'releases/a.md': `---\ntitle: A\ndate: 2026-11-02\n${line}\n---\n` });
    expect(judge(folder, 'ja')).toMatchObject({ workspace: { problems: [{}] }, fixes: [] });
  },
);

describe('the page of ordinary mistakes', () => {
  const content = join(root, 'tests', 'fixtures', 'mistakes', 'content');
  const { workspace, fixes, broken } = judge(content, 'ja');

  test('has every note that has a problem, and only those', () => {
    const paths = workspace.problems.map(({ path }) => path.slice(content.length + 1));
    expect([...new Set(paths)].sort()).toEqual(Object.keys(mistakes).sort());
  });

  test('shows lines that mend their notes', () => {
    expect(broken).toEqual([]);
    const without = Object.keys(mistakes).filter((path) => !fixes.some(({ problem }) => problem.path.endsWith(path)));
    expect(without.sort()).toEqual([
      'release/folder.md',
      'releases/missing.md',
      'releases/no-such-day.md',
      'releases/no-year.md',
      'releases/person.md',
      'releases/plan.md',
      'releases/tier.md',
    ]);
  });
});

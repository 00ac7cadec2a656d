/** Content made to break readers: every file of it gets a clear problem or none, and the files beside it are read. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/graph.ts';
import { readChangelog } from '../../src/load/changelog.ts';
import { loadContent } from '../../src/load/load.ts';
import { sectionsOf } from '../../src/load/sections.ts';
import { pageRenderer } from '../../src/render/html.ts';
import { parseMarkdown } from '../../src/summary/markdown.ts';
import { now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

/** Generous: machines are slow, hanging is for ever. */
const bound = 20_000;

const fields = 'title: A\ndate: 2026-11-02\nvisibility: public';
const page = (body: string, front = fields) => `---\n${front}\n---\n\n${body}`;
const front = (yaml: string) => page('x\n', yaml);
const toml = (text: string) => `+++\n${text}\n+++\n`;
const many = (count: number, line: (index: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => line(index)).join(between);
const stairs = (count: number) => many(count, (index) => `${'  '.repeat(index)}- a`);

interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** Checks a folder in a process of its own. Our bugs (70) and stack traces fail the test. */
async function check(folder: string): Promise<{ problems: Finding[]; out: string }> {
  const { code, out, err } = await runCli(['check', '--now', now, '--lang', 'en', '--format', 'json'], { cwd: folder });
  expect(err).toBe('');
  expect(code).toBeLessThanOrEqual(1);
  return { problems: JSON.parse(out).problems, out };
}

/** The first problem of each file of a folder, as `rule:line`. */
function firstOf(problems: readonly Finding[]): Record<string, string> {
  const firsts = new Map<string, string>();
  for (const { path, rule, line } of problems) if (!firsts.has(path)) firsts.set(path, `${rule}:${line}`);
  return Object.fromEntries(firsts);
}

/** Front matter → the rule and line of the first problem, if there is one. */
const yamls: { readonly [name: string]: readonly [text: string, problem?: string] } = {
  'keys-100k': [front(many(90_000, (index) => `k${index}: 1`)), 'missing-field:1'],
  'keys-100k-flow': [front(`${fields}\nx: {${many(90_000, (index) => `k${index}: 1`, ', ')}}`), 'unknown-field:5'],
  'same-key': [front(`title: A\n${'a: 1\n'.repeat(100_000)}`), 'yaml-syntax:4'],
  'references-90k': [front(`${fields}\nprds: [${many(90_000, (index) => `k${index}`, ', ')}]`), 'unknown-reference:5'],
  'items-40k': [front(`${fields}\nactions:\n${many(40_000, (index) => `  - who: x${index}`)}`), 'missing-field:6'],
  'deep-flow': [front(`a: ${'['.repeat(400_000)}`), 'yaml-syntax:2'],
  'deep-block': [front(many(300, (index) => `${' '.repeat(index)}a:`)), 'yaml-syntax:21'],
  'deep-dashes': [front(`${'- '.repeat(300_000)}a`), 'yaml-syntax:2'],
  'deep-keys': [front(`${'? '.repeat(300_000)}a`), 'yaml-syntax:2'],
  'billion-laughs': [front('a: &a [x]\nb: &b [*a, *a]\ntitle: [*b, *b]'), 'yaml-feature:2'],
  'white-space': [front(`title:${' '.repeat(900_000)}x: y`), 'yaml-syntax:2'],
  'blank-lines': [front(`title: A${'\n'.repeat(900_000)}date: 2026-11-02`), 'front-matter-open:2'],
  'broken-blank-lines': [front(`title: A${`${'\n'.repeat(190)}#`.repeat(4000)}\ndate: 2026-11-02`)],
  'quotes-100k': [front('a"b: "\n'.repeat(100_000)), 'yaml-syntax:2'],
  'open-quote': [front(`title: "${'\\'.repeat(900_000)}`), 'yaml-syntax:2'],
  'open-lists': [front('t: [a,\n'.repeat(120_000)), 'yaml-syntax:2'],
  'hashes-in-text': [front(`${fields}\nsummary: |\n${'  a #b\n'.repeat(140_000)}`)],
  'hashes-in-line': [front('a #b '.repeat(180_000)), 'yaml-syntax:2'],
  'comment-line': [front(`${'#'.repeat(500_000)}\n${fields}`)],
  'no-colons': [front(`${'a:b\n'.repeat(200_000)}x: y: z`), 'yaml-syntax:2'],
  'folded-lines': [front(`title: ${'a\n '.repeat(300_000)}\ndate: 2026-11-02`)],
  'no-fence': [`---\n${'\n'.repeat(900_000)}`, 'front-matter-open:1'],
  'other-fences': [`---\n${'--\n'.repeat(300_000)}`, 'front-matter-open:2'],
  'toml-deep-lists': [toml(`a = ${'['.repeat(900_000)}`), 'toml-syntax:2'],
  'toml-deep-tables': [toml(`a = ${'{a='.repeat(300_000)}`), 'toml-syntax:2'],
  'toml-deep-keys': [toml(`[${'a.'.repeat(400_000)}b]`), 'missing-field:1'],
  'toml-keys-90k': [toml(many(90_000, (index) => `k${index} = 1`)), 'missing-field:1'],
  'toml-items-100k': [toml('[[a]]\n'.repeat(100_000)), 'missing-field:1'],
  'toml-open-strings': [toml('a = "\\'.repeat(150_000)), 'toml-syntax:2'],
  'toml-open-texts': [toml(`a = ${'"""\\'.repeat(220_000)}`), 'toml-syntax:2'],
  'toml-no-fence': [`+++\n${'\n++'.repeat(300_000)}`, 'front-matter-open:3'],
  'ten-megabytes': [page('語'.repeat(3_500_000)), 'file-size:1'],
};

/** Bodies → the rule and line of their problem; those without one go through every renderer as well. */
const bodies: { readonly [name: string]: readonly [text: string, problem?: string] } = {
  'quotes-20k': ['>'.repeat(20_000), 'body-depth:7'],
  'spaced-quotes-20k': [`text\n\n${'> '.repeat(20_000)}a`, 'body-depth:9'],
  'lists-20k': [`${'- '.repeat(20_000)}a`, 'body-depth:7'],
  'list-levels-3000': [many(600, (index) => `${'  '.repeat(index)}- a`), 'body-depth:58'],
  'mixed-20k': ['> - 1. '.repeat(10_000), 'body-depth:7'],
  'notes-20k': ['[^a]: '.repeat(20_000), 'body-depth:7'],
  'notes-in-quotes': [`x\n${'> [^a]: '.repeat(30)}`, 'body-depth:8'],
  'almost-too-deep': [`${'>    '.repeat(15)}a\n\n${'> '.repeat(49)}a\n${`${stairs(49)}\n`.repeat(100)}`],
  'rules-are-fine': [`${'-'.repeat(200)}\n\n${'* '.repeat(200)}\n\n${'+-'.repeat(100)}\n\n${'='.repeat(200)}\n`],
  'growing-back-ticks': [many(1_400, (index) => '`'.repeat(index + 1), ' ')],
  'back-ticks': ['`a``b'.repeat(200_000)],
  'brackets-100k': ['['.repeat(100_000)],
  'links-50k': ['[a]('.repeat(50_000)],
  'nested-links': ['[a'.repeat(10_000) + '](b)'.repeat(10_000), 'broken-link:7'],
  'images-100k': ['!['.repeat(100_000)],
  'open-labels': [`a]: x\n${'[\n'.repeat(300_000)}`],
  'open-note-labels': [`## ${'[^a'.repeat(200_000)}`],
  'kept-comment': [`<!-- kairanban-disable${'\t'.repeat(900_000)}x -->`, 'bad-suppression:7'],
  'definitions-1k': [many(1_000, (index) => `[a${index}]: x`)],
  emphasis: ['*a **b_c '.repeat(100_000)],
  stars: ['*'.repeat(1_000_000)],
  'japanese-emphasis': ['**「あ」**い'.repeat(60_000)],
  'rows-100k': [`|a|b|\n|-|-|\n${'|x|y|\n'.repeat(100_000)}`],
  'wide-table': [`|${'a|'.repeat(30_000)}\n|${'-|'.repeat(30_000)}\n${'|x|\n'.repeat(50_000)}`],
  angles: ['<!-- <a '.repeat(100_000), 'unclosed:7'],
  'angles-closed': [`${'<!-- <a '.repeat(100_000)} -->`, 'unclosed:7'],
  ampersands: ['&a'.repeat(400_000)],
  'back-slashes': ['\\'.repeat(1_000_000)],
  fences: ['```\n'.repeat(200_000)],
  'headings-hashes': [`### ${'#'.repeat(900_000)} a`],
  'heading-spaces': [`text\n-${' '.repeat(900_000)}x`],
  addresses: ['http://a.b www. a@b '.repeat(40_000)],
  'lines-1m': ['\n'.repeat(1_000_000)],
  'letters-1m': ['a'.repeat(1_000_000)],
  'carriage-returns': ['> a\r'.repeat(100_000)],
};

test('front matter', { timeout: 4 * bound }, async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'content/releases/fine.md': page('x\n') });
  for (const [name, [text]] of Object.entries(yamls)) writeFiles(folder, { [`content/releases/${name}.md`]: text });
  const { problems } = await check(folder);
  const expected = Object.entries(yamls).filter(([, [, problem]]) => problem !== undefined);
  expect(firstOf(problems)).toEqual(
    Object.fromEntries(expected.map(([name, [, problem]]) => [`content/releases/${name}.md`, problem])),
  );
  expect(problems.filter(({ message }) => message.length > 1000)).toEqual([]);
});

test('bodies', { timeout: 4 * bound }, async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { 'content/releases/fine.md': page('x\n') });
  for (const [name, [text]] of Object.entries(bodies)) {
    writeFiles(folder, { [`content/releases/${name}.md`]: page(text).replace('visibility: public', 'tier: 3') });
  }
  const { problems } = await check(folder);
  const expected = Object.entries(bodies).filter(([, [, problem]]) => problem !== undefined);
  expect(firstOf(problems)).toEqual(
    Object.fromEntries(expected.map(([name, [, problem]]) => [`content/releases/${name}.md`, problem])),
  );
  const summary = await runCli(['summary', '--now', now, '--since', '2026-11-01', '--format', 'text'], { cwd: folder });
  expect(summary.code).toBe(0);
});

describe('bodies that pass go through the parsers', () => {
  const passing = Object.entries(bodies).filter(([, [, problem]]) => problem === undefined);
  test.each(passing)('%s', { timeout: bound }, (_, [text]) => {
    const bytes = Buffer.from(page(text));
    const content = loadContent({ folder: 'c', missing: false, files: [{ path: 'releases/a.md', content: bytes }] });
    const graph = buildGraph(content, Date.parse(now));
    const [entry] = graph.entries;
    if (!entry) throw new Error('not loaded');
    const { body } = entry;
    expect(sectionsOf(entry, 'public', graph.config).length).toBeGreaterThan(0);
    expect(pageRenderer(graph, entry, '/')(body)).not.toMatch(/<(script|a )[^>]*javascript/);
    expect(parseMarkdown(body, graph, entry).type).toBe('root');
  });
});

describe('changelogs lose no heading that is too long to name a version', () => {
  const headings = ['[', '<!--', '<', '[a](', '(', '<a name="', '-', 'v0.0++'];
  test.each(headings)('of %s', { timeout: bound }, (sign) => {
    const long = `1.0.0 ${sign.repeat(200_000 / sign.length)}x`;
    const { versions, preamble } = readChangelog(`## ${long}\n\n## 0.9.0 - 2026-11-02\n\n### ${long}\n`);
    expect(versions.map(({ name }) => name)).toEqual(['0.9.0']);
    expect(preamble).toBe(`## ${long}`);
    expect(versions[0]?.body).toBe(`### ${long}`);
  });
});

test('tables of accounts', { timeout: 2 * bound }, async () => {
  const folder = temporaryFolder();
  const csv = (text: string) => `id,title,status\n${text}`;
  writeFiles(folder, {
    'content/accounts/commas.csv': csv(','.repeat(4_000_000)),
    'content/accounts/empty-rows.csv': csv(',\n'.repeat(1_000_000)),
    'content/accounts/open.csv': csv(`"${'a\n'.repeat(1_000_000)}`),
    'content/accounts/quotes.csv': csv(`${'"'.repeat(4_000_000)}\n`),
    'content/accounts/rows.csv': csv(many(50_000, (index) => `a${index},Name ${index},customer`)),
    'content/accounts/rows-bad.csv': csv(many(50_000, (index) => `b${index},Name ${index},x`)),
    'content/accounts/too-large.csv': csv('a,b,\n'.repeat(4_300_000)),
  });
  const { problems } = await check(folder);
  expect(firstOf(problems)).toEqual({
    'content/accounts/open.csv': 'csv-syntax:2',
    'content/accounts/quotes.csv': 'bad-value:2',
    'content/accounts/rows-bad.csv': 'bad-value:2',
    'content/accounts/too-large.csv': 'file-size:1',
  });
});

describe.skipIf(process.platform === 'win32')('files that are no plain files', () => {
  test('links, loops, pipes and odd names are named; nothing outside is read', { timeout: bound }, async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'outside/secret.md': page('the secret\n', 'title: the secret\nsecret: yes'),
      'outside/more/secret.md': page('the secret\n', 'title: the secret\nsecret: yes'),
      'content/releases/fine.md': page('x\n'),
      'content/attic/real.md': page('x\n', 'title: A'),
      'content/releases/bell\u0007.md': page('x\n'),
      'content/releases/line\nbreak.md': page('x\n'),
      'content/releases/escape\u001b[2J.md': page('x\n'),
      'content/releases/folder.md/also-fine.md': page('x\n'),
    });
    const content = join(folder, 'content');
    symlinkSync(join(folder, 'outside', 'secret.md'), join(content, 'releases', 'file-link.md'));
    symlinkSync(join(folder, 'outside'), join(content, 'releases', 'folder-link'));
    symlinkSync('../../outside/more', join(content, 'releases', 'relative-link'));
    symlinkSync('/dev/zero', join(content, 'releases', 'device-link.md'));
    symlinkSync('loop-b.md', join(content, 'releases', 'loop-a.md'));
    symlinkSync('loop-a.md', join(content, 'releases', 'loop-b.md'));
    symlinkSync('nowhere.md', join(content, 'releases', 'broken-link.md'));
    symlinkSync('..', join(content, 'releases', 'parent-link'));
    symlinkSync('fine.md', join(content, 'releases', 'inside-link-is-fine.md'));
    expect(spawnSync('mkfifo', [join(content, 'releases', 'pipe.md')]).status).toBe(0);
    const { problems, out } = await check(folder);
    const releases = (name: string) => `content/releases/${name}`;
    expect(firstOf(problems)).toEqual({
      'content/attic/real.md': 'file-place:1',
      [releases('bell\u0007.md')]: 'file-type:1',
      [releases('broken-link.md')]: 'file-type:1',
      [releases('device-link.md')]: 'file-type:1',
      [releases('escape\u001b[2J.md')]: 'file-type:1',
      [releases('file-link.md')]: 'file-type:1',
      [releases('folder-link')]: 'file-type:1',
      [releases('line\nbreak.md')]: 'file-type:1',
      [releases('loop-a.md')]: 'file-type:1',
      [releases('loop-b.md')]: 'file-type:1',
      [releases('pipe.md')]: 'file-type:1',
      [releases('relative-link')]: 'file-type:1',
    });
    expect(out).not.toContain('secret:');
    expect(out).not.toContain('the secret');
    for (const format of ['pretty', 'github']) {
      const run = await runCli(['check', '--now', now, '--format', format], { cwd: folder });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(run.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    }
  });

  test('a content folder that is a link is followed, a file instead of it is none', { timeout: bound }, async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'elsewhere/releases/a.md': page('x\n'), file: 'x' });
    symlinkSync('elsewhere', join(folder, 'content'));
    expect((await check(folder)).problems).toEqual([]);
    const run = await runCli(['check', '--content', 'file', '--format', 'json'], { cwd: folder });
    expect(firstOf(JSON.parse(run.out).problems)).toEqual({ file: 'content-missing:1' });
  });

  test('what may not be read is named', { timeout: bound }, () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'content/releases/closed.md': page('x\n'),
      'content/releases/closed/a.md': page('x\n'),
      'content/releases/fine.md': page('x\n'),
    });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'content', 'releases', 'closed.md'), 0);
    chmodSync(join(folder, 'content', 'releases', 'closed'), 0);
    // Root reads everything; it can be somebody else.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const argv = [join(root, 'src', 'cli.ts'), 'check', '--now', now, '--lang', 'en', '--format', 'json'];
    const run = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8', ...nobody });
    chmodSync(join(folder, 'content', 'releases', 'closed'), 0o755);
    expect(firstOf(JSON.parse(run.stdout).problems)).toEqual({
      'content/releases/closed': 'file-unreadable:1',
      'content/releases/closed.md': 'file-unreadable:1',
    });
  });
});

test('content is never run', { timeout: bound }, async () => {
  const folder = temporaryFolder();
  const write = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'owned'))}, '')`;
  mkdirSync(join(folder, 'content', 'releases'), { recursive: true });
  const pages: Record<string, string> = {
    'js.md': `---js\n${write};\nmodule.exports = { title: 'A' };\n---\n`,
    'javascript.md': `---javascript\n{ title: ${write} }\n---\n`,
    'coffee.md': `---coffee\n${write}\n---\n`,
    'tag.md': front(`title: !!js/function "function () { ${write} }"\ndate: 2026-11-02`),
    'component.mdx': page(`import fs from 'node:fs';\n\nexport const a = ${write};\n\n{${write}}\n`),
  };
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, 'content', 'releases', name), text);
  const { problems } = await check(folder);
  expect(firstOf(problems)).toMatchObject({ 'content/releases/js.md': 'front-matter-language:1' });
  await runCli(['summary', '--now', now, '--since', '2026-11-01'], { cwd: folder });
  expect(existsSync(join(folder, 'owned'))).toBe(false);
});

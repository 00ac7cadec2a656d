/** A new page says what it wants, and passes `check` once that is written. */
import { describe, expect, test } from 'vitest';
import { templateOf } from '../../src/authoring/template.ts';
import { check } from '../../src/check/check.ts';
import { type Config, completeConfig, locales } from '../../src/config.ts';
import { buildGraph, type Graph } from '../../src/graph/graph.ts';
import { docs } from '../../src/i18n/docs.ts';
import { messages } from '../../src/i18n/index.ts';
import { loadContent } from '../../src/load/load.ts';
import { loadConfig } from '../../src/load/load-config.ts';
import type { Problem } from '../../src/problem.ts';
import { type Kind, kindNames, kinds } from '../../src/schema/index.ts';
import { now } from '../support/process.ts';

const told = (problem: Problem): string => `${problem.line} ${problem.rule}`;

/** The whole of a content folder, and what is wrong with one of its files. */
function judge(files: Readonly<Record<string, string>>, path: string): { graph: Graph; problems: Problem[] } {
  const source = Object.entries(files).map(([name, text]) => ({ path: name, content: Buffer.from(text) }));
  const content = loadContent({ folder: 'content', missing: false, files: source });
  const graph = buildGraph(content, Date.parse(now));
  return { graph, problems: check(graph, content.problems).filter((problem) => problem.path === `content/${path}`) };
}

/** A template with its blanks filled from the examples of the reference, as somebody would type them. */
function filled(text: string, kind: Kind, locale: (typeof locales)[number]): string {
  const { common, kinds: own } = docs(locale);
  const words: { readonly [path: string]: readonly [string, string?] } = { ...common, ...own[kind].fields };
  const above: { depth: number; name: string }[] = [];
  const lines = text.split('\n').map((line) => {
    const [, lead = '', name] = /^([ -]*)([A-Za-z]+):/.exec(line) ?? [];
    if (name === undefined) return line;
    while ((above.at(-1)?.depth ?? -1) >= lead.length) above.pop();
    above.push({ depth: lead.length, name });
    const example = words[above.map((one) => one.name).join('.')]?.[1];
    return line.endsWith(': ') ? line + example : line;
  });
  // The release of the examples is out, and what is out has shipped.
  const page = lines.join('\n').replace('status: delivery', 'status: shipped');
  return page.replace(/-->/g, '-->\n\nWords that somebody wrote.');
}

describe.each(locales)('in %s', (locale) => {
  const { kinds: own, config: site } = docs(locale);
  const config: Config = loadConfig('kairanban.yaml', site.example.text, (problem) => {
    throw new Error(problem.rule);
  });
  const examples = {
    'kairanban.yaml': site.example.text,
    ...Object.fromEntries(kindNames.map((kind) => [own[kind].example.path, own[kind].example.text])),
  };
  const blank = (kind: Kind) => templateOf(kind, {}, { config, locale });

  test.each(kindNames)('a new %s is what it was', async (kind) => {
    await expect(blank(kind)).toMatchFileSnapshot(`../fixtures/authoring/${kind}.${locale}.md`);
  });

  test.each(kindNames)('%s: nothing is wrong once the blanks are filled', (kind) => {
    const { path } = own[kind].example;
    const { graph, problems } = judge({ ...examples, [path]: filled(blank(kind), kind, locale) }, path);
    expect(problems.map((problem) => messages(locale).problems[problem.rule](problem.args as never))).toEqual([]);
    expect(graph.entries.filter((entry) => entry.file === path)).toHaveLength(1);
  });

  test.each(kindNames)('%s: as it came, it names what must be filled and nothing else', (kind) => {
    const { path } = own[kind].example;
    const text = blank(kind);
    const { problems } = judge({ ...examples, [path]: text }, path);
    const lines = text.split('\n');
    expect(problems.every(({ rule }) => rule === 'wrong-type')).toBe(true);
    const required = Object.entries(kinds[kind].fields).filter(([, field]) => 'required' in field);
    expect(problems.map(({ line }) => lines[line - 1]).sort()).toEqual(required.map(([name]) => `${name}: `).sort());
    for (const { line } of problems) expect(lines[line - 2]).toContain(docs(locale).template.required);
  });

  test.each(kindNames)('%s: with only what is required, the warnings name blanks', (kind) => {
    const { path } = own[kind].example;
    const answers = { title: 'A', ...('date' in kinds[kind].fields && { date: '2026-11-10' }), reviewed: '2026-11-16' };
    const text = templateOf(kind, answers, { config, locale });
    const { problems } = judge({ [path]: text, 'kairanban.yaml': site.example.text }, path);
    const lines = text.split('\n');
    for (const problem of problems)
      expect(lines[problem.line - 1], told(problem)).toMatch(/^(agreedBy:|approvedBy: )$/);
  });

  test('a release that everyone must act on is not done with headings and comments', () => {
    const { path } = own.release.example;
    const answers = { title: 'A', date: '2026-11-10', tier: '1', audiences: ['sales', 'cs'] };
    const text = templateOf('release', answers, { config, locale });
    const rules = (files: string) => judge({ ...examples, [path]: files }, path).problems.map(({ rule }) => rule);
    expect(rules(text)).toEqual(['sales-section', 'sales-section', 'audience-section', 'audience-section']);
    expect(rules(text.replace(/-->/g, '-->\n\nWords.'))).toEqual([]);
  });
});

describe('answers', () => {
  const config = completeConfig({});
  const front = (kind: Kind, answers: Parameters<typeof templateOf>[1], own = config) =>
    templateOf(kind, answers, { config: own, locale: 'en' })
      .split('\n')
      .filter((line) => /^[ -]*[A-Za-z]+:/.test(line));

  test('are written so that they are read as given, whatever they are', () => {
    const titles = ['A: b # c', '--- ', '[x', '"q" \\ \'p\'', 'no', '1.10', '&a', 'two\nlines', 'é\u2028b', 'タブ\t値'];
    for (const title of titles) {
      const text = templateOf('term', { title, aliases: [title, 'b, c'] }, { config, locale: 'ja' });
      const content = loadContent({
        folder: 'content',
        missing: false,
        files: [{ path: 'terms/a.md', content: Buffer.from(text) }],
      });
      const one = title.replace(/\s+/gu, ' ').trim();
      expect(content.problems).toEqual([]);
      expect(content.entries[0]?.fields).toMatchObject({ title: one, aliases: [one, 'b, c'] });
    }
  });

  test('fill groups and lists of groups, and bring fields that are usually left out', () => {
    expect(front('goal', { agreedBy: { cs: 'cs/sonobe' } })).toContain('  cs: cs/sonobe');
    expect(front('request', { voices: [{ account: 'a' }, { account: 'b', quote: 'q' }] })).toEqual(
      expect.arrayContaining(['  - account: a', '  - account: b', '    quote: q']),
    );
    const lines = front('release', { expects: [{ goal: 'shift' }] });
    expect(lines.slice(-4)).toEqual(['expects:', '  - goal: shift', '    baseline: ', '    target: ']);
  });

  test('an audience of the company’s own has its section, and the answer decides which there are', () => {
    const audiences = {
      ...config.audiences,
      resale: { level: 'partner' as const, headings: ['販売店向け', 'Resale'] },
    };
    const headings = (answers: Parameters<typeof templateOf>[1]) =>
      templateOf('release', answers, { config: { ...config, audiences }, locale: 'en' }).match(/^## .+$/gm);
    const ends = ['## Summary', '## Do not promise'];
    const [first, last] = ends;
    expect(headings({})).toEqual([first, '## For sales', '## For CS', '## For customers', '## Resale', last]);
    expect(headings({ audiences: ['executive'] })).toEqual([first, '## For executives', last]);
  });
});

test('words of a configuration stay in their comment', () => {
  const hostile = 'x\rvisibility: public\u2028draft: true\n---';
  const config = completeConfig({ products: { [hostile]: hostile, b: 'c' } });
  const text = templateOf('release', { title: 'A', date: '2026-11-10' }, { config, locale: 'en' });
  const files = [{ path: 'releases/a.md', content: Buffer.from(text) }];
  const { entries, problems } = loadContent({ folder: 'content', missing: false, files });
  expect(problems).toEqual([]);
  expect(entries[0]?.fields).toMatchObject({ visibility: 'internal', draft: false });
});

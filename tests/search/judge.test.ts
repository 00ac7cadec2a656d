/** The gate: what sales asks of the example, with the pages that answer, is found no worse than recorded. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordOf } from '../../src/commands/judged-file.ts';
import { compare, figuresOf, judge, type Result, resultOf } from '../../src/search/judge.ts';
import { now, root, runCli } from '../support/process.ts';

const queries = join('tests', 'search', 'queries.csv');

test('no figure is worse than recorded', async () => {
  const run = await runCli(['search', '--judge', queries, '--now', now, '--lang', 'en', '--json'], { cwd: root });
  expect({ code: run.code, err: run.err }, run.out).toEqual({ code: 0, err: '' });
  const { figures, recorded, queries: asked } = JSON.parse(run.out);
  // Every query is held to its record; `kairanban search --judge … --record` writes it.
  expect(recordOf(queries)).toBe(join('tests', 'search', 'queries.recorded.csv'));
  expect(recorded).toMatchObject({ worse: [], compared: { answerable: figures.answerable } });
  expect(recorded.figures.unanswerable).toBe(figures.unanswerable);
  expect(figures.answerable).toBeGreaterThanOrEqual(150);
  expect(figures.unanswerable).toBeGreaterThanOrEqual(20);
  const categories = new Set(asked.map(({ category }: { category: string }) => category));
  expect([...categories].sort()).toEqual(
    [
      ...['word', 'part', 'two', 'joined', 'question', 'phrase', 'okurigana', 'width', 'vowel', 'hiragana', 'typo'],
      ...['intent', 'english', 'version', 'customer', 'prefix', 'none'],
    ].sort(),
  );
});

test('figures are what they are called', async () => {
  const found: { readonly [query: string]: readonly string[] } = {
    first: ['a', 'b'],
    third: ['x', 'y', 'a'],
    sixth: ['1', '2', '3', '4', '5', 'b'],
    missing: ['x'],
    right: [],
    wrong: ['x'],
  };
  const pages = ['a', 'b'];
  const judged = Object.keys(found).map((query) => ({ query, pages: /right|wrong/.test(query) ? [] : pages }));
  const verdicts = await judge(judged, async (query) => found[query] ?? []);
  const results = verdicts.map(resultOf);
  expect(results).toEqual([1, 3, 6, 0, 'nothing', 'something']);
  expect(figuresOf(results)).toEqual({
    ...{ answerable: 4, unanswerable: 2, first: 1 / 4, five: 2 / 4, nothing: 1 / 2 },
    rank: (1 + 1 / 3 + 1 / 6) / 4,
  });
  expect(figuresOf(['nothing'])).toEqual({ answerable: 0, unanswerable: 1, nothing: 1 });
});

test.each<[why: string, before: Record<string, Result>, now: Record<string, Result>, worse: string[], fell: string[]]>([
  ['the same', { a: 1, b: 'nothing' }, { a: 1, b: 'nothing' }, [], []],
  ['a page further down', { a: 1 }, { a: 2 }, ['first', 'rank'], ['a']],
  ['one down, one up', { a: 1, b: 2 }, { a: 2, b: 1 }, [], ['a']],
  ['something where nothing is', { a: 'nothing' }, { a: 'something' }, ['nothing'], ['a']],
  ['a new query that fails', { a: 1 }, { a: 1, b: 0 }, [], []],
  ['a query that was taken out', { a: 1, b: 0 }, { a: 1 }, [], []],
])('%s', (_why, before, after, worse, fell) => {
  const comparison = compare(new Map(Object.entries(before)), new Map(Object.entries(after)));
  expect(comparison.worse).toEqual(worse);
  expect([...comparison.fell.keys()]).toEqual(fell);
});

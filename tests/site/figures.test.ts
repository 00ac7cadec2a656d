/** What charts, pivots and the glossary compute before anything is drawn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baselinePlace, chartOf, niceTicks, timeTicks } from '../../src/site/chart.ts';
import { none, valuesOf } from '../../src/site/dimensions.ts';
import { initialOf, initialRank } from '../../src/site/initials.ts';
import { pivot } from '../../src/site/pivot.ts';
import { graphOf } from '../summary/memory.ts';

describe('a chart', () => {
  test.each<[what: string, values: readonly number[], end: string, side: string]>([
    ['rises from its baseline', [10, 12, 14, 16, 18, 20], 'left', 'below'],
    ['falls from it', [20, 18, 16, 14, 12, 10], 'left', 'above'],
    ['crosses it and rises', [10.2, 9.8, 10.4, 11, 13, 15], 'right', 'below'],
    ['stays there', [10, 10, 10, 10, 10, 10], 'left', 'below'],
  ])('that %s names it where its line does not run', (_, values, end, side) => {
    const readings = values.map((value, at) => ({ date: `2026-0${at + 1}-01`, value }));
    const chart = chartOf({ readings, baseline: values[0] === 20 ? 20 : 10, marks: [] });
    expect(chart && baselinePlace(chart)).toEqual({ end, side });
  });

  test('puts readings, target, days and releases where they belong', () => {
    const chart = chartOf({
      readings: [
        { date: '2026-10-31', value: 40 },
        { date: '2026-08-01', value: 20 },
        { date: '2026-09-15', value: 30 },
      ],
      target: 60,
      baseline: 20,
      marks: [
        { date: '2026-11-05', of: 'after the last reading' },
        { date: '2026-10-31', of: 'third' },
        { date: '2026-08-01', of: 'first' },
        { date: '2026-08-03', of: 'second' },
      ],
    });
    expect(chart).toEqual({
      points: [
        { x: 11, y: 86, reading: { date: '2026-08-01', value: 20 } },
        { x: 53.03, y: 68, reading: { date: '2026-09-15', value: 30 } },
        { x: 96, y: 50, reading: { date: '2026-10-31', value: 40 } },
      ],
      yTicks: [
        { at: 86, label: '20' },
        { at: 68, label: '30' },
        { at: 50, label: '40' },
        { at: 32, label: '50' },
        { at: 14, label: '60' },
      ],
      xTicks: [
        { at: 11, label: '2026-08-01' },
        { at: 39.96, label: '2026-09-01' },
        { at: 67.98, label: '2026-10-01' },
      ],
      target: 14,
      baseline: 86,
      marks: [
        { date: '2026-08-01', of: 'first', number: 1 },
        { date: '2026-08-03', of: 'second', number: 2 },
        { date: '2026-10-31', of: 'third', number: 3 },
      ],
      flags: [
        { x: 11, label: '1–2' },
        { x: 96, label: '3' },
      ],
      top: 14,
      bottom: 86,
    });
  });

  test('draws one reading in the middle, and nothing without any', () => {
    const chart = chartOf({ readings: [{ date: '2026-08-01', value: 5 }], marks: [] });
    expect(chart?.points).toEqual([{ x: 53.5, y: 50, reading: { date: '2026-08-01', value: 5 } }]);
    expect(chartOf({ readings: [], target: 3, marks: [] })).toBeUndefined();
  });

  test('has ticks at round values', () => {
    const shown = (low: number, high: number) => {
      const { ticks, label } = niceTicks(low, high);
      return ticks.map(label).join(' ');
    };
    expect(shown(3.5, 4.9)).toBe('3.5 4.0 4.5 5.0');
    expect(shown(29.4, 45)).toBe('25 30 35 40 45');
    expect(shown(0, 12_345)).toBe('0 5,000 10,000 15,000');
    expect(shown(-0.02, 0.01)).toBe('-0.02 -0.01 0.00 0.01');
    expect(shown(7, 7)).toBe('4 6 8 10');
  });

  test('has ticks at days, months and years, five at most', () => {
    expect(timeTicks('2026-11-01', '2026-11-03')).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
    expect(timeTicks('2026-10-05', '2026-11-02')).toEqual([
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
    ]);
    expect(timeTicks('2025-11-15', '2026-11-15')).toEqual(['2025-12-01', '2026-03-01', '2026-06-01', '2026-09-01']);
    expect(timeTicks('2001-01-01', '2026-01-01').map((day) => day.slice(0, 4))).toEqual([
      '2001',
      '2008',
      '2015',
      '2022',
    ]);
    // Years are told apart by their Januaries.
    expect(timeTicks('2015-01-28', '2026-08-28')).toEqual(['2016-01-01', '2019-01-01', '2022-01-01', '2025-01-01']);
  });

  test('keeps everything within its bounds, whatever the readings', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    const reading = fc.record({
      date: day.map((one) => one.toISOString().slice(0, 10)),
      value: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    });
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 400 }), (readings) => {
        const chart = chartOf({ readings, marks: readings.map(({ date }) => ({ date, of: date })) });
        if (!chart) throw new Error('no chart');
        expect(chart.points.length).toBeLessThanOrEqual(401);
        for (const { x, y } of chart.points) {
          expect(x).toBeGreaterThanOrEqual(11);
          expect(x).toBeLessThanOrEqual(96);
          expect(y).toBeGreaterThanOrEqual(14);
          expect(y).toBeLessThanOrEqual(86);
        }
        expect(chart.xTicks.length).toBeLessThanOrEqual(5);
        expect(chart.yTicks.length).toBeLessThanOrEqual(8);
        expect(chart.points.at(-1)?.reading.date).toBe(
          readings
            .map(({ date }) => date)
            .sort()
            .at(-1),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a pivot', () => {
  const items = [
    { product: ['payroll'], segment: ['smb', 'mid'], weights: { smb: 1, mid: 3 } },
    { product: ['payroll', 'attendance'], segment: ['mid'], weights: { mid: 2 } },
    { product: ['-'], segment: ['-'], weights: {} },
  ];
  const sum = (weights: Record<string, number>) => Object.values(weights).reduce((all, one) => all + one, 0);
  const table = pivot<(typeof items)[number]>(items, {
    rowsOf: ({ product }) => product,
    columnsOf: ({ segment }) => segment,
    weightOf: ({ weights }, _row, column) =>
      column === undefined ? sum(weights) : ((weights as Record<string, number>)[column] ?? 0),
  });

  test('counts an item in each of its cells, and once in totals', () => {
    const cells = table.rows.map((row) => table.columns.map((column) => table.cell(row, column)?.count ?? 0));
    expect({ rows: table.rows, columns: table.columns, cells }).toEqual({
      rows: ['payroll', 'attendance', '-'],
      columns: ['smb', 'mid', '-'],
      cells: [
        [1, 2, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
    });
    expect(table.rows.map((row) => table.row(row).count)).toEqual([2, 1, 1]);
    expect(table.columns.map((column) => table.column(column).count)).toEqual([1, 2, 1]);
    expect([table.total.count, table.most]).toEqual([3, 2]);
  });

  test('weighs in a cell only what belongs to it', () => {
    expect([table.cell('payroll', 'smb')?.weight, table.cell('payroll', 'mid')?.weight]).toEqual([1, 5]);
    expect([table.row('payroll').weight, table.column('mid').weight, table.total.weight]).toEqual([6, 5, 6]);
  });
});

test('a glossary is looked up by kana and letters', () => {
  const words = [
    'ガント',
    'んだ',
    'っぽい',
    'ゃ',
    'ヴ',
    'パ行',
    'ﾈｯﾄ',
    'Ärger',
    'ＡＲＲ',
    '36協定',
    '年末調整',
    '成熟度',
    '👍',
    '',
  ];
  expect(words.map((word) => initialOf(word))).toEqual('か わ た や あ は な A A 0 # # # #'.split(' '));
  expect(initialOf('年末調整', ['年調', 'ねんちょう'])).toBe('な');
  expect(['#', '0', 'B', 'わ', 'A', 'あ'].sort((a, b) => initialRank(a) - initialRank(b)).join('')).toBe('あわAB0#');
});

test('what sales say of no product in particular counts for each, and a request without one for none', () => {
  const graph = graphOf({
    'kairanban.yaml': 'products: { a: A, b: B, unnamed: C }\n',
    'enablement/a.md': '---\ntitle: A\nreviewed: 2026-11-01\nproducts: [a]\n---\n',
    'enablement/all.md': '---\ntitle: 全部\nreviewed: 2026-11-01\n---\n',
    'prds/b.md': '---\ntitle: B\nproducts: [b]\n---\n',
    'requests/new.md': '---\ntitle: 声\n---\n',
  });
  const products = Object.fromEntries(graph.entries.map((entry) => [entry.id, valuesOf(graph, entry, 'product')]));
  expect(products).toEqual({ a: ['a'], all: ['a', 'b'], b: ['b'], new: [none] });
});

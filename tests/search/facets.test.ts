/** What results are narrowed by and what their cards say, of the example, at two levels of visibility. */
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/commands/context.ts';
import { portalOf } from '../../src/commands/portal.ts';
import { messages } from '../../src/i18n/index.ts';
import { type Facets, narrow } from '../../src/search/facets.ts';
import { indexPortal } from '../../src/search/index.ts';
import type { Page } from '../../src/search/store.ts';
import { now } from '../support/process.ts';

interface Built {
  readonly facets: Facets;
  /** Names of fragments, and what is in them, by address. */
  readonly pages: ReadonlyMap<string, { readonly id: string; readonly page: Page }>;
}

async function build(level: 'internal' | 'public'): Promise<Built> {
  const workspace = openWorkspace({ content: 'content', now: Date.parse(now) });
  const files = await indexPortal(portalOf(workspace, { level, locale: 'ja' }), messages('ja'));
  const facets = files.find(({ path }) => path === 'facets.json')?.content as Uint8Array;
  const fragments = files.filter(({ path }) => path.endsWith('.pf_fragment'));
  return {
    facets: JSON.parse(Buffer.from(facets).toString()),
    pages: new Map(
      fragments.map(({ path, content }) => {
        const { url, meta } = JSON.parse(gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length));
        return [url, { id: path.replace(/^fragment\/|\.pf_fragment$/g, ''), page: JSON.parse(meta.page) }];
      }),
    ),
  };
}

let inside: Built;
let outside: Built;
beforeAll(async () => {
  inside = await build('internal');
  outside = await build('public');
});

const shift = '/releases/2026-11-shift-csv-import/';

test('a card has what a salesperson says, as plain text', () => {
  const { page } = inside.pages.get(shift) as { page: Page };
  expect(page.card).toMatchObject({
    day: '2026-11-10',
    products: ['勤怠管理'],
    plans: ['スタンダード', 'プロ', 'エンタープライズ'],
    badges: [
      { text: '全員対応', tone: 'seal' },
      { text: '新機能', tone: 'quiet' },
    ],
  });
  expect(page.card?.talk).toContain('くわしくはトークトラックに。');
  const talk = inside.pages.get('/enablement/shift-import-talk-track/')?.page.card?.talk;
  expect(talk).toContain('1. 先に相手のシフト表を見せてもらう。');
  expect(talk).toContain('3人ぶんだけ貼る。3人で十分。全部');
});

test('a portal for outsiders has nothing of it that is for sales', () => {
  expect(Object.keys(inside.facets)).toContain('lever');
  expect(Object.keys(outside.facets)).not.toContain('lever');
  expect(outside.pages.get(shift)?.page.card?.lead).toContain('まとめて登録できます');
  for (const { page } of outside.pages.values()) expect(page.card?.talk).toBeUndefined();
});

describe('narrowing', () => {
  const ids = () => [...inside.pages.values()].map(({ id }) => id);
  const counts = (choice = {}, of = ids()) => {
    const { counts: all } = narrow(inside.facets, of, choice);
    return Object.fromEntries(all.map(({ name, values }) => [name, values.map((one) => [one.label, one.count])]));
  };

  test('has facets in their order, and values in that of kairanban.yaml and our lists', () => {
    expect(Object.keys(inside.facets)).toEqual([
      'kind',
      'product',
      'plan',
      'audience',
      'lever',
      'status',
      'year',
      'freshness',
    ]);
    expect(inside.facets.product?.values).toEqual([
      ['payroll', '給与計算'],
      ['attendance', '勤怠管理'],
      ['yearend', '年末調整'],
    ]);
    expect(inside.facets.year?.values[0]).toEqual(['2027', '2027']);
  });

  test('gives the pages of any value of a facet that have one of each facet', () => {
    const { ids: found } = narrow(inside.facets, ids(), { kind: ['release', 'prd'], product: ['attendance'] });
    const urls = [...inside.pages].filter(([, { id }]) => found.includes(id)).map(([url]) => url);
    expect(urls).toContain(shift);
    expect(urls.every((url) => /^\/(releases|prds)\//.test(url))).toBe(true);
    expect(found.length).toBeGreaterThan(2);
    const [releases, prds] = ['release', 'prd'].map(
      (kind) => narrow(inside.facets, ids(), { kind: [kind], product: ['attendance'] }).ids.length,
    ) as [number, number];
    expect(found.length).toBe(releases + prds);
  });

  test('takes what names no product for all of them, but not what nobody has sorted', () => {
    const { ids: found } = narrow(inside.facets, ids(), { product: ['yearend'] });
    const urls = [...inside.pages].filter(([, { id }]) => found.includes(id)).map(([url]) => url);
    expect(urls).toEqual(
      expect.arrayContaining(['/enablement/sales-to-cs-handoff/', '/releases/2027-01-support-hours/']),
    );
    expect(urls).not.toContain('/terms/mrr/');
  });

  test('counts each facet under the choices in the others', () => {
    const all = counts();
    const some = counts({ kind: ['release'] });
    expect(some.kind).toEqual(all.kind);
    const sum = (pairs: (string | number)[][] = []) => pairs.reduce((total, [, count]) => total + Number(count), 0);
    expect(sum(some.year)).toBe(31);
    expect(sum(all.year)).toBeGreaterThan(31);
  });

  test('leaves out what tells nothing apart', () => {
    const one = [inside.pages.get(shift)?.id as string];
    expect(counts({}, one)).toEqual({});
    expect(counts({ plan: ['pro'] }, one)).toEqual({
      plan: [
        ['スタンダード', 1],
        ['プロ', 1],
        ['エンタープライズ', 1],
      ],
    });
  });

  test('passes over values that are none', () => {
    expect(narrow(inside.facets, ids(), { kind: ['gone'], constructor: ['x'] }).ids).toHaveLength(inside.pages.size);
  });
});

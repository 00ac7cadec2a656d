/** The index that is made of the example content, opened again. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/commands/context.ts';
import { portalOf } from '../../src/commands/portal.ts';
import { entryRoute } from '../../src/graph/routes.ts';
import { messages } from '../../src/i18n/index.ts';
import { indexDocuments } from '../../src/search/documents.ts';
import type { IndexFile } from '../../src/search/files.ts';
import { indexPortal } from '../../src/search/index.ts';
import { openIndex } from '../../src/search/open.ts';
import { type Engine, find, guess, type Hit, openReader, search } from '../../src/search/query.ts';
import { storeOf } from '../../src/search/store.ts';
import { now } from '../support/process.ts';

const portal = portalOf(openWorkspace({ content: 'content', now: Date.parse(now) }), {
  level: 'internal',
  locale: 'ja',
});

let files: IndexFile[];
let engine: Engine;

const folder = mkdtempSync(join(tmpdir(), 'kairanban-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  files = await indexPortal(portal, messages('ja'));
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  engine = await openIndex(folder);
});

test('an index of the same content has the same bytes', async () => {
  const digest = (list: readonly IndexFile[]) =>
    list.map(({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`).sort();
  expect(digest(await indexPortal(portal, messages('ja')))).toEqual(digest(files));
});

test('every fragment holds what is shown of its page', () => {
  const fragments = files
    .filter(({ path }) => path.endsWith('.pf_fragment'))
    .map(({ content }) => JSON.parse(gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length)));
  expect(fragments).toHaveLength(portal.graph.entries.length);
  const release = fragments.find(({ url }) => url === '/releases/2026-09-minimum-wage-check/');
  const page = JSON.parse(release.meta.page);
  expect(Object.keys(page)).toEqual(['title', 'kind', 'tags', 'text', 'headings', 'boost', 'card']);
  expect(page.text).toContain('発効日です。10月1日に全国いっせいに変わるわけではありません。');
  expect(page.headings).toContainEqual(['営業向け', '営業向け']);
  expect(files.map(({ path }) => path).filter((path) => /ui|highlight/.test(path))).toEqual([]);
});

test('what was given up comes after what answers as well', async () => {
  const { hits } = await search(engine, 'シフト', 8);
  const at = (url: string) => hits.findIndex((hit) => hit.url === url);
  expect(hits[at('/prds/auto-shift/')]?.title).toContain('シフト');
  expect(at('/prds/auto-shift/')).toBeGreaterThan(at('/prds/shift-import/'));
  expect((await search(engine, '自動ロック', 1)).hits[0]?.title).toContain('取り下げ');
});

test.each([
  ['ボーナス', '賞与', '/releases/2026-12-bonus-breakdown/'],
  ['さしもどし', '差し戻し', '/releases/2026-10-yearend-bulk-remand/'],
])("%s: the team's word finds its entry, and the pages that say %s instead", async (query, term, url) => {
  const { hits } = await search(engine, query, 5);
  expect(hits[0]?.title).toBe(term);
  expect(hits.map((hit) => hit.url)).toContain(url);
});

test('ids and times are found, and not read in an excerpt', async () => {
  const { hits } = await search(engine, 'シフト 失注', 5);
  for (const { excerpt } of hits) expect(excerpt).not.toMatch(/lost-deal|2026Q4/);
});

describe('a query finds first', () => {
  test.each([
    ['a word', '年末調整', 'terms/'],
    ['half a word', '年末調', '年末調整'],
    ['two words', '年末調整 差し戻し', '差し戻し'],
    ['the same without a space', '年末調整差し戻し', '差し戻し'],
    ['a version', '5.12.0', 'シフト表をCSV'],
    ['a version that no text has', '5.12.1', '文字化け'],
    ['an id', 'komorebi-souzai', 'accounts/komorebi-souzai'],
    ['half an id', 'batt', 'excel-battlecard'],
    ['a code', 'SHIFT-104', 'シフト'],
    ['an alias of a term', '危ない会社', 'ヘルススコア'],
    ['a piece of a sentence', '全国いっせいに変わるわけでは', '最低賃金'],
  ])('%s: %s', async (_kind, query, expected) => {
    const [hit] = (await search(engine, query, 5)).hits;
    expect(`${hit?.url} ${hit?.title}`).toContain(expected);
  });

  // 取込 alone is 取り込める as well, so that two pages that answer alike may change places.
  const spellings = ['シフト 取り込み', 'シフト 取込み', 'シフト 取込', 'しふと 取り込み'];
  test.each([
    spellings,
    ['シフト表 CSV', 'ｼﾌﾄ表 ＣＳＶ', 'しふと表 csv', 'シフト表 ＣＳＶ'.normalize('NFD')],
    ['エンゲージメント', 'えんげーじめんと', 'ｴﾝｹﾞｰｼﾞﾒﾝﾄ', 'エンゲ-ジメント', 'エンゲージメント'.normalize('NFD')],
    ['チャーン', 'ちゃーん'],
  ])('the same, however it is written: %s, %s …', async (...written) => {
    const found = await Promise.all(
      written.map(async (query) => (await search(engine, query, 2)).hits.map(({ url }) => url).sort()),
    );
    expect(found[0]?.length).toBeGreaterThan(0);
    for (const urls of found) expect(urls).toEqual(found[0]);
  });
});

describe('before a page is loaded', () => {
  test('a title that has the query is known', async () => {
    const fresh = await openIndex(folder);
    const hits = guess(fresh, 'ｼﾌﾄ', 5);
    expect(hits).toHaveLength(5);
    for (const { title, url, kind, excerpt } of hits) {
      expect([title, kind, excerpt]).toEqual([expect.stringContaining('シフト'), expect.stringMatching(/./), '']);
      expect(portal.graph.entries.map((entry) => `/${entryRoute(entry)}`)).toContain(url);
    }
    expect([guess(fresh, '退職者', 5), guess(fresh, '  ', 5)]).toEqual([[], []]);
  });

  test('the index tells which pages have a query that no title has', async () => {
    let early: readonly Hit[] = [];
    const { ids, hit } = await find(await openIndex(folder), '退職者', (hits) => {
      early = hits;
    });
    const answer = await Promise.all(ids.map(hit));
    expect(early.length).toBeGreaterThan(2);
    expect(early.map(({ excerpt }) => excerpt).join('')).toBe('');
    expect(answer.map(({ url }) => url)).toEqual(expect.arrayContaining(early.map(({ url }) => url)));
  });

  test('pages that have but a piece of a query are not shown', async () => {
    let early: readonly Hit[] | undefined;
    await find(await openIndex(folder), '会議室の予約', (hits) => {
      early = hits;
    });
    expect(early).toEqual([]);
  });

  test('of very many pages the titles of the freshest are known', async () => {
    const documents = Array.from({ length: 1005 }, (_, page) => {
      const boost = page % 200 === 3 ? 0 : 0.01;
      return { url: `/${page}/`, title: `題名${page}`, kind: '', tags: '', text: '', headings: [], boost };
    });
    const opening = (await indexDocuments(documents, [])).find(({ path }) => path === 'opening.json');
    const { titles, pages } = JSON.parse(Buffer.from(opening?.content ?? '').toString());
    expect([titles.length, pages]).toEqual([1005, 1005]);
    expect(titles.flatMap((one: unknown, page: number) => (one === 0 ? page : []))).toEqual([203, 403, 603, 803, 1003]);
  });
});

test('a hit shows the text as written, the match of another spelling marked', async () => {
  const { hits } = await search(engine, '取込', 5);
  expect(hits.map(({ excerpt }) => excerpt).join('\n')).toContain('<mark>取り込み</mark>');
  expect(hits.map(({ excerpt }) => excerpt.replace(/<\/?mark>/g, '')).join('')).not.toMatch(/<(?!mark)/);
});

test('headings are found with their addresses', async () => {
  const { hits } = await search(engine, '約束しないこと', 5);
  expect(hits.flatMap(({ sections }) => sections)).toContainEqual({
    heading: '約束しないこと',
    url: expect.stringMatching(/\/#約束しないこと$/),
  });
});

test('nothing is found of what is on no page', async () => {
  expect(await search(engine, 'zzzqqq', 5)).toEqual({ hits: [], cutOff: false, closest: [] });
  expect(await search(engine, '  ', 5)).toEqual({ hits: [], cutOff: false });
});

test('pages that share a common word with a query and nothing else are no answer', async () => {
  const { hits, cutOff } = await search(engine, '会議室の予約', 5);
  expect({ hits, cutOff }).toEqual({ hits: [], cutOff: true });
});

test('pages that share the end of a long word and nothing else are no answer', async () => {
  const { hits, cutOff } = await search(engine, 'ストレスチェック', 5);
  expect({ hits, cutOff }).toEqual({ hits: [], cutOff: true });
  expect((await search(engine, 'エンゲーヅメント', 5)).hits[0]?.title).toBe('エンゲージメント');
});

test.each([
  ['four kanji are two words, and the page has both, apart', '賞与明細', '/releases/2026-12-bonus-breakdown/'],
  ['what the page has apart is one word of two', '口座名義 エラー', '/releases/2026-07-transfer-kana-check/'],
  ['a word of Latin letters in kana', 'エクセル', '/enablement/excel-battlecard/'],
])('%s: %s', async (_kind, query, url) => {
  expect((await search(engine, query, 5)).hits[0]?.url).toBe(url);
});

test('who does something is found by what is done', async () => {
  const other = await engineOf([
    ['うみねこ寿司：無断キャンセルが月9組から1組に', '事例'],
    ['浜辺の居酒屋：電話の取りこぼしが半分に', '事例'],
    ['領収書の宛名を打ち込めます', 'リリース'],
  ]);
  const first = async (query: string) => (await search(other, query, 5)).hits[0]?.title ?? '';
  expect(await first('寿司屋の事例')).toContain('うみねこ寿司');
  expect(await first('居酒屋の事例')).toContain('浜辺の居酒屋');
  expect(await first('領収証の宛名')).toContain('領収書');
});

test('a code or a version is another one when a figure of it differs', async () => {
  for (const query of ['PAY-119', 'PAY119', 'ATT-4155', '5.12.9', '9.9.9', 'BK-9999'])
    expect([query, (await search(engine, query, 5)).hits]).toEqual([query, []]);
  const first = async (query: string) => (await search(engine, query, 5)).hits[0]?.url;
  expect(await first('エラー PAY118')).toBe('/releases/2026-09-minimum-wage-check/');
  expect(await first('PYA-118')).toBe('/releases/2026-09-minimum-wage-check/');
  expect(await first('PAY-11')).toBe('/releases/2026-09-minimum-wage-check/');
  expect(await first('5.12')).toMatch(/2026-11-(shift-csv-import|fix-shift-csv-kanji)/);
});

test('what was typed before the keyboard wrote kana is found in kana, if it is there', async () => {
  const answer = async (query: string) => {
    const { hits, closest } = await search(engine, query, 5);
    return [hits[0]?.title, hits[0]?.excerpt, closest];
  };
  expect(await answer('Chekku')).toEqual(await answer('ちぇっく'));
  expect((await answer('dakoku'))[0]).toBe('打刻');
  expect(await answer('nomuke')).toEqual([undefined, undefined, []]);
  // A word of Latin letters that pages have is that word.
  expect((await answer('data'))[0]).toEqual((await search(engine, 'Data', 1)).hits[0]?.title);
});

test('terms are offered that look like a query; an ending in kana is not enough', async () => {
  const terms = [['無断キャンセル', 'ドタキャン'], ['打刻'], ['レジ締め', 'れじじめ']];
  const other = await engineOf([['用語', '']], terms);
  const closest = async (query: string) => (await search(other, query, 5)).closest;
  expect(await closest('エクセル')).toEqual([]);
  expect(await closest('ドタキン')).toEqual(['無断キャンセル']);
  expect(await closest('打克')).toEqual(['打刻']);
  expect(await closest('レジしめ')).toEqual(['レジ締め']);
});

test('whether there is something is asked by its name', async () => {
  const other = await engineOf([
    ['情報システム部からの質問票', 'SSO'],
    ['旧アプリ v4 の終了', '2026-06-v4-app-end'],
    ['インボイスの対応表', '税'],
    ['電話での対応', '応対'],
  ]);
  const titles = async (query: string) => (await search(other, query, 5)).hits.map(({ title }) => title);
  expect(await titles('SSO対応')).toEqual(['情報システム部からの質問票']);
  expect((await titles('対応表'))[0]).toBe('インボイスの対応表');
  expect(await titles('Apple Watch')).toEqual([]);
});

test('what is asked for is what stands before 連携, 管理 and the like', async () => {
  const other = await engineOf([
    ['LINE で前日のリマインドを送れます', 'リリース'],
    ['Google マップから予約を受けられます', '連携'],
    ['コースの材料を在庫から引き当てます', 'リリース'],
    ['スタッフの指名をまとめて管理できます', 'リリース'],
    ['権限の設定', '設定'],
  ]);
  const titles = async (query: string) => (await search(other, query, 5)).hits.map(({ title }) => title);
  expect(await titles('LINE連携')).toEqual(['LINE で前日のリマインドを送れます']);
  expect(await titles('在庫管理')).toEqual(['コースの材料を在庫から引き当てます']);
  expect(await titles('勤怠連携')).toEqual([]);
  expect(await titles('POS連携')).toEqual([]);
  expect((await titles('権限設定'))[0]).toBe('権限の設定');
  expect((await titles('設定'))[0]).toBe('権限の設定');
});

test('a short word in katakana is not the particles that sound the same', async () => {
  const other = await engineOf([
    ['15分デモの台本', ''],
    ['それでも選ばれる理由', 'でも'],
    ['雨でも雪でも、いつでも', 'でも'],
    ['デモンストレーション用の端末', ''],
  ]);
  const titles = async (query: string) => (await search(other, query, 5)).hits.map(({ title }) => title);
  for (const query of ['デモ', 'ﾃﾞﾓ', 'デモのやり方', '15分デモ'])
    expect((await titles(query))[0]).toBe('15分デモの台本');
  // Who types kana may mean either.
  expect(await titles('でも')).toContain('15分デモの台本');
  const { hits } = await search(engine, 'デモ', 3);
  expect(hits.map(({ url }) => textOf(url).includes('デモ'))).toEqual([true, true, true]);
});

/** The text of a page of the example. */
function textOf(url: string): string {
  return [...storeOf(engine).known.values()].find((one) => one.url === url)?.text ?? '';
}

/** An index of pages that have a title and a tag. */
async function engineOf(
  pages: readonly (readonly [title: string, tags: string])[],
  terms: readonly (readonly string[])[] = [],
): Promise<Engine> {
  const documents = pages.map(([title, tags], page) => ({
    ...{ url: `/${page}/`, title, tags, kind: '', text: '', headings: [], boost: 0 },
  }));
  const made = new Map((await indexDocuments(documents, terms)).map(({ path, content }) => [path, content]));
  return openReader(async (path) => Uint8Array.from(made.get(path) ?? []));
}

test('people need not know the words of a page', async () => {
  const titles = async (query: string) => (await search(engine, query, 5)).hits.map(({ title }) => title);
  expect(await titles('やめた会社の割合を知りたい')).toContain('チャーン');
  expect(await titles('ノーススターメトリックって何ですか')).toContain('NSM');
});

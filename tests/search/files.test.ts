/** Our index files and our way to read them, against those of Pagefind itself for the same tokens and weights. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { openStock, type StockIndex } from '../../scripts/bench/stock-index.ts';
import { type Document, indexDocuments, postingsOf } from '../../src/search/documents.ts';
import type { IndexFile } from '../../src/search/files.ts';
import { pagefindVersion } from '../../src/search/meta.ts';
import { openIndex } from '../../src/search/open.ts';
import { search } from '../../src/search/query.ts';
import { root } from '../support/process.ts';

const documents = [
  ['/a/', '給与計算の締め', '締め日の翌営業日までに確定します。CSV取り込みも使えます。'],
  ['/b/', 'シフト表の取り込み', 'CSVとExcelの取り込み。取り込みは5万行まで、useState とは関係がありません。'],
  ['/c/', 'Time to Value', '契約を始めた日から、最初の給与を確定した日まで。'],
].map(([url = '', title = '', text = '']): Document => {
  return { url, title, text, kind: '', tags: '', headings: [['確定', '確定']], boost: 0 };
});

/** The settings of `reader.ts`, as Pagefind's code for browsers has them. */
const ranking = { termSaturation: 2, termFrequency: 1, termSimilarity: 1, pageLength: 0, metaWeights: { title: 0 } };

const folder = mkdtempSync(join(tmpdir(), 'kairanban-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, files: readonly IndexFile[]): string {
  for (const { path, content } of files) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, name);
}

/** The tokens of each page with their weights, through Pagefind's own API. */
async function byPagefind(): Promise<IndexFile[]> {
  const { index } = await createIndex();
  if (!index) throw new Error('pagefind does not start');
  for (const [page, { url }] of documents.entries()) {
    const words = [...postingsOf(documents)].flatMap(([token, pages]) => {
      const own = pages.find((one) => one >>> 8 === page);
      if (own === undefined) return [];
      return `___PAGEFIND_WEIGHT___${(own & 0xff) / 24} ${token} ___END_PAGEFIND_WEIGHT___`;
    });
    await index.addCustomRecord({ url, content: words.join(' '), meta: { title: '' }, language: 'und' });
  }
  const { files } = await index.getFiles();
  await close();
  return files;
}

test('every token has the same pages and scores', async () => {
  const folder = write('ours', await indexDocuments(documents, []));
  const theirs = await openStock(write('theirs', await byPagefind()), undefined, ranking);
  const [ours, stock] = [await openIndex(folder), await openStock(folder, undefined, ranking)];
  const lineOf = (url: string, score: number) => `${url} ${score.toFixed(3)}`;
  const byUs = async (token: string) => {
    const found = await ours.search(token);
    return (await Promise.all(found.map(async ({ id, score }) => lineOf((await ours.page(id)).url, score)))).sort();
  };
  const answer = async (index: StockIndex, token: string) => {
    const { results } = await index.search(token);
    return (await Promise.all(results.map(async ({ data, score }) => lineOf((await data()).url, score)))).sort();
  };
  const tokens = [...postingsOf(documents).keys()];
  expect(tokens.length).toBeGreaterThan(80);
  for (const token of tokens) expect([token, await answer(stock, token)]).toEqual([token, await answer(theirs, token)]);
  for (const token of tokens) expect([token, await byUs(token)]).toEqual([token, await answer(theirs, token)]);
  // Of several tokens that begin alike, the best counts with us: all stand at one place.
  const urls = (found: readonly string[]) => found.map((one) => one.replace(/ .*/, ''));
  for (const start of tokens.map((one) => one.slice(0, 2)))
    expect([start, urls(await byUs(start))]).toEqual([start, urls(await answer(theirs, start))]);
});

test.each([0, 1])('an index of %i pages, none of which says anything otherwise, answers', async (count) => {
  const pages = documents
    .slice(2)
    .slice(0, count)
    .map((page) => ({ ...page, title: 'Zebra', text: '', headings: [] }));
  const index = await openIndex(write(`small-${count}`, await indexDocuments(pages, [])));
  expect((await search(index, 'zebra', 5)).hits.length).toBe(count);
  expect((await search(index, '辞めた人', 5)).hits).toEqual([]);
});

test('the files are those of the installed version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/pagefind/package.json'), 'utf8'));
  expect(version).toBe(pagefindVersion);
});

/** Texts in the other language than the portal's: told apart, and said to browsers and screen readers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languageOf, languageOfHtml } from '../../src/site/language.ts';
import { buildPortal } from '../support/portal.ts';
import { temporaryFolder, writeFiles } from '../support/process.ts';

test.each([
  ['シフト表をCSVと貼り付けで一括登録できるようになりました', 'ja'],
  ['勤怠管理 · 給与計算', 'ja'],
  ['Import シフト', 'ja'],
  ['Close attendance site by site (beta)', 'en'],
  [`A text of many words that quotes 締め, and has enough of them around it ${'and more '.repeat(10)}`, 'en'],
  ['Close attendance（試験）', undefined],
  ['NRR', undefined],
  ['Slack', undefined],
  ['PMM tsukinoki', undefined],
  ['https://example.com/a-page', undefined],
  ['2026-11-21', undefined],
  ['Закрытие месяца import of data', undefined],
  ['', undefined],
])('%j is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test('neither code nor tags are words', () => {
  expect(languageOfHtml('<p class="a b">取り込みます。</p><pre><code>const rows = read the file</code></pre>')).toBe(
    'ja',
  );
  expect(languageOfHtml('<p><a href="/取り込みましょう/">Read this first</a></p>')).toBe('en');
});

test('a portal says which of its texts are in the other language, and only of these', async () => {
  const cwd = temporaryFolder();
  writeFiles(cwd, {
    'content/kairanban.yaml': 'title: 月のお知らせ\n',
    'content/releases/ja.md': '---\ntitle: 締めが早くなりました\ndate: 2026-11-10\n---\n\nひと晩で終わります。\n',
    'content/releases/en.md': '---\ntitle: Closing is faster now\ndate: 2026-11-11\n---\n\nIt ends over night.\n',
  });
  const said = async (locale: string, path: string) => {
    const folder = await buildPortal(cwd, ['--locale', locale, '--out', locale]).then(() => join(cwd, locale));
    const html = readFileSync(join(folder, path, 'index.html'), 'utf8').replace(/^.*?<body/s, '');
    return [...html.matchAll(/<(\w+)[^>]* lang="(\w+)"[^>]*>(?:<p>)?([^<]*)/g)].map((match) =>
      match.slice(1).join(' '),
    );
  };
  expect(await said('ja', '')).toEqual(['strong en Closing is faster now', 'p en It ends over night.']);
  expect(await said('ja', 'releases/en')).toEqual(['h1 en Closing is faster now', 'div en It ends over night.']);
  expect(await said('ja', 'releases/ja')).toEqual([]);
  expect(await said('en', '')).toEqual([
    'span ja 月のお知らせ',
    'h1 ja 月のお知らせ',
    'strong ja 締めが早くなりました',
    'p ja ひと晩で終わります。',
    'span ja 月のお知らせ',
  ]);
  expect(await said('en', 'releases/en')).toEqual(['span ja 月のお知らせ', 'span ja 月のお知らせ']);
});

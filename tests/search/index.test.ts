/** The index that Pagefind makes of the example content, opened again. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../src/commands/context.ts';
import { portalOf } from '../../src/commands/portal.ts';
import { messages } from '../../src/i18n/index.ts';
import { indexPortal } from '../../src/search/index.ts';
import { search } from '../../src/search/query.ts';
import { wordEnd, wordsOf } from '../../src/search/words.ts';
import { now } from '../support/process.ts';

const portal = portalOf(openWorkspace({ content: 'content', now: Date.parse(now) }), {
  level: 'internal',
  locale: 'ja',
});

interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly word_count: number;
  readonly meta: { readonly [name: string]: string };
}

describe('words', () => {
  test.each([
    '給与計算の「再確定」を、11 月 5 日に直します。',
    'ＣＳＶ　取込とｶﾅ（半角）　',
    '  two words, and  more ',
    'ATT-210: v8.4.0 を参照',
    '㍿①㌔',
    '…',
    '',
  ])('of %j keep every character', (text) => {
    const { words, shown, gaps } = wordsOf(text);
    expect(shown).toHaveLength(words.length);
    expect(gaps.map((gap, index) => gap + (shown[index] ?? '')).join('')).toBe(text);
  });

  test('are usual characters, without spaces', () => {
    expect(wordsOf('ＣＳＶ ｶﾅ').words).toEqual(['CSV', 'カナ']);
  });
});

test('what is marked is the word, not what follows it', async () => {
  const data = async () => ({ url: '/a/', excerpt: `x <mark>取り込み${wordEnd}を、</mark>直す${wordEnd}。`, meta: {} });
  const engine = { search: async () => ({ results: [{ id: 'a', score: 1, data }] }) };
  const [hit] = await search(engine, '取り込み', 1);
  expect(hit?.excerpt).toBe('x <mark>取り込み</mark>を、直す。');
});

test('an index of the same content has the same bytes', async () => {
  const digest = async () =>
    (await indexPortal(portal, messages('ja')))
      .map(({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`)
      .sort();
  expect(await digest()).toEqual(await digest());
});

test('every fragment shows the text as written, cut where Pagefind counts its words', async () => {
  const files = await indexPortal(portal, messages('ja'));
  const fragments = files
    .filter(({ path }) => path.endsWith('.pf_fragment'))
    .map(({ content }): Fragment => JSON.parse(gunzipSync(content).toString('utf8').slice('pagefind_dcd'.length)));
  expect(fragments).toHaveLength(portal.graph.entries.length);
  for (const { content, word_count, meta } of fragments) {
    expect(content.split('\u200b')).toHaveLength(word_count);
    expect(Object.keys(meta)).toEqual(['title', 'kind']);
  }
  const release = fragments.find(({ url }) => url === '/releases/2026-09-minimum-wage-check/');
  expect(release?.content.replace(/[\u200b\u2060]/g, '')).toContain(
    '発効日です。10月1日に全国いっせいに変わるわけではありません。',
  );
  expect(files.map(({ path }) => path).filter((path) => /ui|highlight/.test(path))).toEqual([]);
});

/** Which words are taken for one, and which are not. */
import { describe, expect, test } from 'vitest';
import { aliasPairs } from '../../src/search/alias-pairs.ts';
import { soundsAlike } from '../../src/search/sound.ts';

describe('katakana and English', () => {
  test.each([
    ...[
      'ワークフロー workflow',
      'シフト shift',
      'テンプレート template',
      'エクスポート export',
      'スケジュール schedule',
    ],
    ...['アカウント account', 'カスタマイズ customize', 'ライフサイクル lifecycle', 'トランジション transition'],
    ...[
      'ディレクトリ directory',
      'フィルター filter',
      'バージョン version',
      'キャンセル cancel',
      'ウィジェット widget',
    ],
    ...['タイトル title', 'ブラウザ browser', 'チェックアウト checkout', 'リクエスト request', 'クオリティ quality'],
  ])('of one sound: %s', (pair) => {
    const [katakana, latin] = pair.split(' ') as [string, string];
    expect(soundsAlike(katakana, latin)).toBe(true);
    expect(soundsAlike(katakana, latin.toUpperCase())).toBe(true);
  });

  test.each([
    ...['イラスト react', 'タイトル total', 'フェードイン headings', 'コンソール cancel', 'サポート export'],
    ...['オプション adoption', 'プラン plugin', 'シフト sheet', 'テスト text', '年末調整 year', 'CSV csv', 'ア a'],
  ])('that are two words: %s', (pair) => {
    const [katakana, latin] = pair.split(' ') as [string, string];
    expect(soundsAlike(katakana, latin)).toBe(false);
  });
});

/** Pairs found in texts, each a page of its own. */
function pairsIn(texts: readonly string[], terms: readonly string[] = []): string[] {
  const lines = texts.flatMap((text, page) =>
    text.split('\n').map((line, index) => ({ path: `${page}.md`, line: () => index + 1, text: line })),
  );
  return aliasPairs(lines, new Set(terms)).map(({ words, reason }) => `${reason} ${words.join(' = ')}`);
}

describe('words are one where', () => {
  test.each<[why: string, texts: string[], found: string[]]>([
    ['the content says so', ['離脱者調査とは出口調査のこと。'], ['said 離脱者調査 = 出口調査']],
    ['it names them for later', ['サービス契約（以下「SLA」）を結ぶ。'], ['said サービス契約 = SLA']],
    ['it calls them so', ['「解約」を「退会」と呼ぶ会社もある。'], ['said 解約 = 退会']],
    ['it says so in English', ['NRR stands for net revenue retention.'], ['said NRR = net revenue retention']],
    ['letters begin the words', ['Net Revenue Retention (NRR) rose.'], ['brackets Net Revenue Retention = NRR']],
    ['brackets give the sound', ['ワークフロー（workflow）'], ['brackets ワークフロー = workflow']],
    ['brackets say so on three pages', ['解約（退会）', '解約（退会）', '解約（退会）'], ['brackets 解約 = 退会']],
    ['one page has both sounds', ['承認のワークフロー\nthe workflow of it'], ['sound ワークフロー = workflow']],
    ['a short form keeps to the long one', ['年末調整と年調', '年末調整'], ['short 年末調整 = 年調']],
  ])('%s', (_why, texts, found) => {
    expect(pairsIn(texts)).toEqual(found);
  });

  test('brackets say so on two pages, for a term', () => {
    expect(pairsIn(['解約（退会）', '解約（退会）'])).toEqual([]);
    expect(pairsIn(['解約（退会）', '解約（退会）'], ['解約'])).toEqual(['brackets 解約 = 退会']);
  });
});

test.each<[why: string, texts: string[]]>([
  ['it is said that they are not', ['個人向けではないので、「解約」を「退会」とは呼ばない。']],
  ['what follows is pointed at', ['手順とは以下のこと。']],
  ['brackets say a sort', ['料金（税込）', '費用（税込）', '総額（税込）', '料金（税込）', '料金（税込）']],
  ['brackets hold a day or a number', ['公開（11月）', '公開（11月）', '公開（11月）', '従業員（30名）']],
  ['code is called', ['render(node)', 'render(node)', 'render(node)']],
  [
    'search finds one by the other',
    ['シフト管理（シフト）', 'シフト管理（シフト）', 'シフト管理（シフト）', 'サーバー（サーバ）'],
  ],
  ['the sounds never meet', ['承認のワークフロー', 'the workflow of it']],
  ['two words have the sound', ['入力フィールド\nfield failed']],
  ['the short form is a word of its own', ['日本時間と日時', '日時', '日時', '日時']],
])('words are two where %s', (_why, texts) => {
  expect(pairsIn(texts)).toEqual([]);
});

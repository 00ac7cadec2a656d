/** What is looked up of a text, what a query asks, and other words for it. */
import { describe, expect, test } from 'vitest';
import { everyday } from '../../src/search/everyday.ts';
import { foldText } from '../../src/search/fold.ts';
import { closestWords, otherWords, wordsIn } from '../../src/search/glossary.ts';
import { questionOf } from '../../src/search/question.ts';
import { humpsOf, mark, tokensOf } from '../../src/search/tokens.ts';

function tokens(text: string): string[] {
  const found: string[] = [];
  tokensOf(foldText(text), (token) => found.push(token));
  humpsOf(text, (token) => found.push(token));
  return found.map((token) => token.replace(mark.pair, '²').replace(mark.single, '¹').replace(mark.end, '.'));
}

describe('tokens', () => {
  test.each([
    [
      'pieces of three, pairs that begin with a kanji, the last kanji',
      '権限設定',
      '権限設 権限² 限設定 限設² 設定² 定¹',
    ],
    ['kana in threes only', 'エラー画面', 'えら画 ら画面 画面² 面¹'],
    ['a whole run of two', 'まで', 'まで²'],
    ['a run of one', '表 A', '表¹ a.'],
    ['politeness before a kanji', 'ご確認', 'ご確認 ご確² 確認² 認¹'],
    ['a version whole and in parts', '5.12.0', '5120. 5. 12. 0.'],
    ['a code', 'ATT-210', 'att210. att. 210.'],
    ['English words without endings', 'Errors, changed settings, policies', 'error. chang. sett. policy.'],
    ['short words and names as they are', 'this class status string', 'this. class. status. string.'],
    ['words that code joins', 'useState', 'usestate. use. state.'],
    ['nothing of signs', '…、「」—', ''],
  ])('%s: %s', (_why, text, expected) => {
    expect(tokens(text).sort()).toEqual(expected.split(' ').filter(Boolean).sort());
  });
});

describe('a query', () => {
  const worth = (query: string) => {
    const { folded, worth } = questionOf(query);
    return [...folded.text].filter((_, at) => (worth[at] as number) >= 1).join('');
  };

  test.each([
    ['CSVを取り込みたいのですが', 'csv取込'],
    ['ログインできません', 'ろぐいん'],
    ['退職した人のデータを消したい', '退職人でーた消'],
    ['なびげーしょん', 'なびげーしよん'],
  ])('says what is not an ending: %s', (query, said) => {
    expect(worth(query)).toBe(said);
  });

  test('knows where its words stand', () => {
    const { content, folded } = questionOf('会議室の予約');
    expect(content.map(({ at, end }) => folded.text.slice(at, end))).toEqual(['会議室', '予約']);
  });

  test('finds half a word as its beginning', () => {
    expect(questionOf('ナビ').terms.map(({ start }) => start)).toEqual(['なび']);
    expect(questionOf('compon').terms.map(({ start }) => start)).toEqual(['compon']);
  });
});

describe('other words', () => {
  const groups = [
    ['解約', 'チャーン', 'churn'],
    ['SLA', '稼働率'],
  ];
  const words = (oneWay: boolean) => otherWords(oneWay ? everyday : groups, oneWay);
  const others = (query: string, oneWay = false) =>
    wordsIn(foldText(query), [...words(oneWay).keys()]).map(({ word }) => [...(words(oneWay).get(word) ?? [])]);

  test.each([
    ['解約の理由', [['ちやーん', 'churn']]],
    ['ＣＨＵＲＮ', [['解約', 'ちやーん']]],
    ['SLAS', []],
    ['SLA 解約', [['解約', 'ちやーん', 'churn'].slice(1), ['稼働率']]],
  ])('of the team: %s', (query, expected) => {
    expect(others(query).sort()).toEqual(expected.sort());
  });

  test('of every day, for verbs in any form and not inside other words', () => {
    expect(others('辞めた人', true)).toEqual([['退職', '退会', '解約', '削除']]);
    expect(others('消費', true)).toEqual([]);
  });

  test('every group of every day has something to look for', () => {
    expect(everyday.filter((group) => group.length < 2 || group.slice(1).some((word) => word.includes('~')))).toEqual(
      [],
    );
    expect(new Set(everyday.map(([word]) => word)).size).toBe(everyday.length);
  });

  test('the likest come first, and nothing that is not like', () => {
    expect(closestWords(foldText('解約率'), groups, 5)).toEqual(['解約']);
    expect(closestWords('zzz', groups, 5)).toEqual([]);
  });

  test.each([
    ['打克', '打刻', 'one of two signs is another'],
    ['時間外労働の申請', '時間外労働', 'it stands in the query'],
    ['辞めた人のデータを消したい', undefined, 'a piece of a word is no word'],
    ['レンチン', undefined, 'one pair of signs'],
  ])('%s → %s: %s', (query, word, _) => {
    const words = [['打刻'], ['時間外労働'], ['振込データ'], ['年末調整', 'ねんちょう'], ['チャーン', 'やめた会社']];
    expect(closestWords(foldText(query), words, 1)).toEqual(word ? [word] : []);
  });
});

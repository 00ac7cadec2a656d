/** Every rule of folding by its example, and the way back to the text as written. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldText, rules } from '../../src/search/fold.ts';

describe('each rule', () => {
  test.each(rules.map(({ why, example }) => [why, ...example]))('%s %s → %s', (_why, written, folded) => {
    expect(foldText(written)).toBe(folded);
  });

  test.each(rules.map(({ why, pattern }) => [why, pattern] as const))('%s is needed by its example', (why) => {
    const rule = rules.find((one) => one.why === why);
    const before = rules
      .slice(0, rules.indexOf(rule as (typeof rules)[number]))
      .reduce(
        (text, { pattern, to }) => text.replace(pattern, to as string),
        (rule?.example[0] ?? '').normalize('NFKC'),
      );
    expect(before.toLowerCase()).toMatch(rule?.pattern as RegExp);
  });
});

test.each([
  ['ＣＳＶ取込', 'csv取込'],
  ['ｶﾞｲﾄﾞ', 'がいど'],
  ['か\u3099', 'が'],
  ['㍿', '株式会社'],
  ['ユーザー', 'ゆーざ'],
  ['申し込み', '申込み'],
  ['預かり金 預り金', '預金 預金'],
  ['値上がり率 値上り率', '値上率 値上率'],
  ['打ち合わせ室 打合せ室', '打合室 打合室'],
  ['見積もりデータ', '見積もりでーた'],
])('%s → %s', (written, folded) => {
  expect(foldText(written)).toBe(folded);
});

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'取り込み設定ユーザーヴィウェイ・-ｶﾞ\u3099Ａ㍿3ヶ月𠮷 a') }),
);

test('with and without the way back, the same comes out', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(text).text).toBe(foldText(text));
    }),
  );
});

test('the way back leads forward through the text, and to its end', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: folded, from } = fold(text);
      expect(from).toHaveLength(folded.length + 1);
      expect(from.at(-1)).toBe(text.length);
      expect(from.every((place, index) => index === 0 || place >= (from[index - 1] as number))).toBe(true);
    }),
  );
});

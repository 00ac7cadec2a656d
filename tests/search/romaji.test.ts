/** Queries that were typed while the keyboard still wrote Latin letters. */
import { expect, test } from 'vitest';
import { kanaOf } from '../../src/search/romaji.ts';

test.each([
  ['yoyaku', 'よやく'],
  ['Reji shime', 'れじ しめ'],
  ['kyanseru', 'きゃんせる'],
  ['kippu', 'きっぷ'],
  ['matchi', 'まっち'],
  ['annai', 'あんない'],
  ["kin'en", 'きんえん'],
  ['tennki', 'てんき'],
  ['jyuusho', 'じゅうしょ'],
  ['sa-bisu', 'さーびす'],
  ['ｓｈｉｆｕｔｏ', 'しふと'],
])('%s is %s', (typed, kana) => {
  expect(kanaOf(typed)).toBe(kana);
});

test.each(['payslip', 'SSO', 'API', 'no', 'v4', 'dark mode', '予約 henkou', 'app', 'sso', '-', ''])(
  '%s is no kana',
  (typed) => {
    expect(kanaOf(typed)).toBeUndefined();
  },
);

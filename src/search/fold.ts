/** A text as search compares it: one spelling for what people write in several. Every place leads back to the text. */

export interface Folded {
  readonly text: string;
  /** Where in the text as written each character begins; one more for its end. */
  readonly from: readonly number[];
}

interface Rule {
  readonly pattern: RegExp;
  readonly to: string | ((found: string) => string);
  /** Why, and what it makes of what: tests hold every rule to it. */
  readonly why: string;
  readonly example: readonly [written: string, folded: string];
}

/** Kanji, as the inside of a character class. */
export const kanji = '\u3400-\u4dbf\u4e00-\u9fff々';
const katakana = 'ァ-ヺー';
const hiragana = 'ぁ-ゖー';

const table = (pairs: Readonly<Record<string, string>>) => (found: string) => pairs[found] ?? found;
const toHiragana = (found: string) =>
  Array.from(found, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60)).join('');

/** In this order, over usual (NFKC) small letters. */
export const rules: readonly Rule[] = [
  {
    pattern: /[\u00e0-\u024f]/g,
    to: (found) => found.normalize('NFD').charAt(0),
    why: 'Accents are left out in typing.',
    example: ['Café', 'cafe'],
  },
  {
    pattern: new RegExp(`(?<=[${katakana}])[-‐‑‒–—―−~〜](?=[${katakana}])`, 'g'),
    to: 'ー',
    why: 'Signs that look like ー are typed for it.',
    example: ['サ-バ', 'さーば'],
  },
  {
    pattern: new RegExp(`(?<=[${katakana}])・(?=[${katakana}])`, 'g'),
    to: '',
    why: 'Parts of a katakana word are written with and without ・.',
    example: ['アップ・ロード', 'あつぷろーど'],
  },
  {
    pattern: new RegExp(
      `(?<=[${kanji}])(?:わせ|[かがまわ]り|[いきぎしじちびみりえけげせぜてねべめれっ])(?=[${kanji}ァ-ヺ])`,
      'g',
    ),
    to: '',
    why: 'Okurigana inside a compound are left out as one likes.',
    example: ['取り込み設定', '取込設定'],
  },
  {
    pattern: /(?<=[0-9一二三四五六七八九十何数])[かヵカけヶケ](?=[月所国条])/g,
    to: 'か',
    why: 'The counter is written 3か月, 3ヶ月, 3カ月, 3ケ月.',
    example: ['3ヶ月', '3か月'],
  },
  {
    pattern: new RegExp(
      `(?<=[${katakana}]{2})ー(?![${katakana}])|(?<=[${hiragana}]{2})ー(?![${hiragana}${katakana}])`,
      'g',
    ),
    to: '',
    why: 'The ー at the end of a word is left out in technical writing.',
    example: ['サーバー', 'さーば'],
  },
  {
    pattern: /[ァ-ヶ]+/g,
    to: toHiragana,
    why: 'A query is typed before its katakana is chosen.',
    example: ['ナビゲーション', 'なびげーしよん'],
  },
  {
    pattern: /ゔ[ぁぃぇぉ]?/g,
    to: table({ ゔぁ: 'ば', ゔぃ: 'び', ゔぇ: 'べ', ゔぉ: 'ぼ', ゔ: 'ぶ' }),
    why: 'V is written ヴ or as B.',
    example: ['ヴァージョン', 'ばーじよん'],
  },
  {
    pattern: /う[ぃぇぉ]|ぇい|[ゕゖ]/g,
    to: table({ うぃ: 'うい', うぇ: 'うえ', うぉ: 'うお', ぇい: 'ぇー', ゖ: 'け', ゕ: 'か' }),
    why: 'Foreign sounds are spelt with large and small letters, with い and with ー.',
    example: ['ウィンドウ メイン フェイク', 'ういんどう めいん ふえーく'],
  },
  {
    pattern: /[ぁぃぅぇぉっゃゅょゎ]/g,
    to: table({ ぁ: 'あ', ぃ: 'い', ぅ: 'う', ぇ: 'え', ぉ: 'お', っ: 'つ', ゃ: 'や', ゅ: 'ゆ', ょ: 'よ', ゎ: 'わ' }),
    why: 'Small kana are typed large by mistake, and by old systems.',
    example: ['バックアツプ バックアップ', 'ばつくあつぷ ばつくあつぷ'],
  },
  {
    pattern: /たーふえ/g,
    to: 'たふえ',
    why: 'インターフェース and インタフェース are both in use.',
    example: ['インターフェイス', 'いんたふえーす'],
  },
];

/** The text without a way back: what the index is made of. */
export function foldText(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase();
  for (const { pattern, to } of rules) folded = folded.replace(pattern, to as (found: string) => string);
  return folded;
}

/** Characters that are usual as they are; then one that is not, together with the marks that join it: accents, ゛, ゜. */
const marks = '\\u0300-\\u036f\\u3099\\u309a\\uff9e\\uff9f';
const usual = '\\0-\\x7f\\u3001-\\u3098\\u309b-\\u30fe\\u4e00-\\u9fff';
const pieces = new RegExp(`([${usual}]+(?![${marks}]))|.[${marks}]*`, 'gsu');

/** The same text as `foldText` gives, with the way back. */
export function fold(text: string): Folded {
  let out = '';
  const from: number[] = [];
  for (const { 0: piece, 1: run, index } of text.matchAll(pieces)) {
    const folded = (run ?? piece.normalize('NFKC')).toLowerCase();
    out += folded;
    for (let at = 0; at < folded.length; at++) from.push(run === undefined ? index : index + at);
  }
  from.push(text.length);
  let made: Folded = { text: out, from };
  for (const rule of rules) made = apply(made, rule);
  return made;
}

function apply({ text, from }: Folded, { pattern, to }: Rule): Folded {
  let out = '';
  const places: number[] = [];
  let done = 0;
  const keep = (end: number) => {
    out += text.slice(done, end);
    for (let at = done; at < end; at++) places.push(from[at] as number);
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    keep(index);
    const made = typeof to === 'string' ? to : to(found);
    out += made;
    for (let at = 0; at < made.length; at++) places.push(from[index + Math.min(at, found.length - 1)] as number);
    done = index + found.length;
  }
  if (done === 0 && out === '') return { text, from };
  keep(text.length);
  places.push(from[text.length] as number);
  return { text: out, from: places };
}

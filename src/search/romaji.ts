/** What was typed while the keyboard still wrote Latin letters: `yoyaku` for よやく. */

/** The kana of a row: with a, i, u, e, o. */
const rows = new Map(
  `あ い う え お/k か き く け こ/g が ぎ ぐ げ ご/s さ し す せ そ/z ざ じ ず ぜ ぞ/t た ち つ て と/d だ ぢ づ で ど/n な に ぬ ね の
h は ひ ふ へ ほ/b ば び ぶ べ ぼ/p ぱ ぴ ぷ ぺ ぽ/m ま み む め も/y や い ゆ いぇ よ/r ら り る れ ろ/w わ うぃ う うぇ を/v ゔぁ ゔぃ ゔ ゔぇ ゔぉ
sh しゃ し しゅ しぇ しょ/ch ちゃ ち ちゅ ちぇ ちょ/j じゃ じ じゅ じぇ じょ/ts つぁ つぃ つ つぇ つぉ/f ふぁ ふぃ ふ ふぇ ふぉ`
    .split(/[/\n]/)
    .map((row) => row.split(' '))
    .map((row) => (row.length === 5 ? ['', row] : [row[0], row.slice(1)]) as [string, string[]]),
);

const vowels = 'aiueo';
const syllable = /(?:(n'|nn(?![aiueoy])|n(?![aiueoy]))|(-)|(?:([kstcpgzdbjf])(?=\3|(?<=t)ch))?([a-z]*?)([aiueo]))/gy;

/** A query of Latin letters as kana, if every word can be read so and is more than a syllable. Phones make the first large. */
export function kanaOf(query: string): string | undefined {
  const typed = query.normalize('NFKC').trim();
  const words = (typed.charAt(0).toLowerCase() + typed.slice(1)).split(/\s+/);
  const read = words.map((word) => kanaOfWord(word));
  return read.every((word) => word !== undefined && word.length > 1) ? read.join(' ') : undefined;
}

function kanaOfWord(word: string): string | undefined {
  let [kana, end] = ['', 0];
  for (const { 0: found, 1: n, 2: long, 3: double, 4: before = '', 5: vowel = '', index } of word.matchAll(syllable)) {
    const said = n ? 'ん' : long ? 'ー' : kanaOfSyllable(before, vowel);
    if (said === undefined) return undefined;
    if (double && end === 0) return undefined;
    kana += (double ? 'っ' : '') + said;
    end = index + found.length;
  }
  return end === word.length ? kana : undefined;
}

function kanaOfSyllable(before: string, vowel: string): string | undefined {
  const at = vowels.indexOf(vowel);
  const own = rows.get(before)?.[at];
  if (own !== undefined || !/^[kgsztdnhbpmrj]y$/.test(before)) return own;
  return `${rows.get(before[0] as string)?.[1]}${'ゃぃゅぇょ'[at]}`;
}

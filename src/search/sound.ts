/** Whether a katakana word is an English word written by its sound: ワークフロー and workflow. */

/** How English spells the consonant of a kana; shared by the kana of a row. */
const consonants: readonly (readonly [kana: string, spelt: string])[] = [
  ['カキクケコ', 'k|c|ck|cc|ch|qu|q'],
  ['ガギグゲゴ', 'g|gg|gu|gh'],
  ['サスセソ', 's|ss|c|sc|th|ps'],
  ['シ', 'sh|s|c|ss|sch|ti|ci|si|ssi|shi'],
  ['ザズゼゾヅ', 'z|s|th|x|zz'],
  ['ジヂ', 'j|g|dg|z|s|si|d|su'],
  ['タテト', 't|tt|th'],
  ['チ', 'ch|t|tch|tu'],
  ['ツ', 't|ts|to|tt'],
  ['ダデド', 'd|dd'],
  ['ナニヌネノ', 'n|nn|kn'],
  ['ハヒヘホ', 'h|wh'],
  ['フ', 'f|ff|ph|gh'],
  ['バビブベボ', 'b|bb|v|ve'],
  ['ヴ', 'v'],
  ['パピプペポ', 'p|pp'],
  ['マミムメモ', 'm|mm|mb'],
  ['ラリルレロ', 'r|l|ll|rr|wr|rh'],
  ['ワ', 'w|wh|u|o'],
  ['ヤユヨ', 'y|i|u|e'],
];

/** How English spells the vowel of a kana. */
const vowels: readonly (readonly [kana: string, spelt: string])[] = [
  ['アカガサザタダナハバパマヤラワァャ', 'a|u|o|er|ar|or|re|ou|e|ea'],
  ['イキギシジチヂニヒビピミリィ', 'i|e|y|ee|ea|ie|ei|ey|ui|a|ia'],
  ['ウクグスズツヅヌフブプムユルヴゥュ', 'u|oo|ou|o|ew|ue|ui|eu|iew|e'],
  ['エケゲセゼテデネヘベペメレェ', 'e|a|ea|ai|ie|ei|ae'],
  ['オコゴソゾトドノホボポモヨロォョ', 'o|a|au|aw|ou|oa|ow|al|io'],
];

/** Two vowels of which English makes one: アイ, アウ. */
const double: { readonly [kana: string]: string } = { イ: 'i|y|ie|ye|igh|uy|ai|ei|ui', ウ: 'ou|ow|au|ough' };

/** Kana whose vowel Japanese puts where English has none. */
const bare = /[ウクグスズツヅヌフブプムユルヴゥュキシチジトド]/;

/** What stands after a vowel that is said longer, in English spelling. */
const longer = '(?:r|re|er|w|h|gh|e|a|u|o|al|y|i)?';

const look = (table: typeof vowels) =>
  new Map(table.flatMap(([kana, spelt]) => Array.from(kana, (sign) => [sign, spelt] as const)));
const consonantOf = look(consonants);
const vowelOf = look(vowels);

/** Sounds of several kana that English spells its own way. */
const together: readonly (readonly [kana: string, spelt: string])[] = [
  ['ション', 'tion|sion|ssion|cean|tian|cion|shion'],
  ['ジョン', 'sion|geon|john'],
  ['チャー', 'ture|char|cher'],
  ['クス', 'x|cks|cs|ks|ques|kes|ckes|chs'],
  ['クショ', 'xio|ctio|ksho'],
  ['クシ', 'xi|xy|csi|ksi'],
  ['エクス', 'ex|x'],
  ['エクセ', 'exce|acce'],
  ['ウィ', 'wi|we|whi|ui|wee'],
  ['ウェ', 'we|wa|whe|wea'],
  ['ウォ', 'wo|wa|war|whor'],
  ['クウェ', 'que'],
  ['クイ', 'qui|cui'],
  ['スケジュ', 'schedu'],
];

/** A pattern of what a katakana word may be in English. */
function spellings(kana: string): RegExp {
  let pattern = '';
  for (let at = 0; at < kana.length; ) {
    const known = together.filter(([signs]) => kana.startsWith(signs, at)).sort((a, b) => b[0].length - a[0].length)[0];
    const [plain, length] = soundAt(kana, at);
    if (known) {
      const rest = kana.slice(at + length, at + known[0].length);
      const spelt = rest === '' ? plain : `${plain}${soundsIn(rest)}`;
      pattern += `(?:${known[1]}|${spelt})`;
      at += known[0].length;
    } else {
      pattern += plain;
      at += length;
    }
  }
  return new RegExp(`^${pattern}(?:e|es|s|r|re)?$`);
}

function soundsIn(kana: string): string {
  let pattern = '';
  for (let at = 0; at < kana.length; ) {
    const [plain, length] = soundAt(kana, at);
    pattern += plain;
    at += length;
  }
  return pattern;
}

/** The spellings of the sound at a place, and how many kana it is. */
function soundAt(kana: string, at: number): [pattern: string, length: number] {
  const [sign, next] = [kana[at] as string, kana[at + 1] ?? ''];
  if (sign === 'ー') return [longer, 1];
  if (sign === 'ッ' || sign === '・') return ['', 1];
  if (sign === 'ン') return ['(?:n|m|ng|nn|nd|mm)', 1];
  if (sign === 'イ' && at > 0) return ['(?:i|y|e|ea|ie|ai|a)?', 1];
  if (sign === 'ウ' && at > 0) return ['(?:u|w|ou|o)?', 1];
  const consonant = consonantOf.get(sign) ?? '';
  const small = /[ァィゥェォャュョ]/.test(next);
  const glide = small && /[ャュョ]/.test(next) && !/[シジチ]/.test(sign) ? '[yieu]?' : '';
  const row = small ? next : sign;
  const length = small ? 2 : 1;
  const two = /[アカガサザタダナハバパマヤラワァャ]/.test(row) ? double[kana[at + length] ?? ''] : undefined;
  const vowel = two ?? vowelOf.get(row) ?? '';
  const none = bare.test(row) ? '?' : '';
  return [`(?:${consonant})${glide}(?:${vowel})${none}`, length + (two === undefined ? 0 : 1)];
}

const patterns = new Map<string, RegExp>();

/** Whether the words may be one, each written in its own script. Short ones sound like too many others. */
export function soundsAlike(katakana: string, latin: string): boolean {
  const kana = katakana.normalize('NFKC');
  const word = latin.toLowerCase();
  if (!/^[a-z]{4,}$/.test(word) || !/^[ァ-ヺー・]{3,20}$/.test(kana)) return false;
  let pattern = patterns.get(kana);
  if (!pattern) {
    pattern = spellings(kana);
    patterns.set(kana, pattern);
  }
  // A word that begins with a vowel does so in both; ウ may be a W, ユ a U, and ワ an O.
  // ウ may be a W, ユ a U, ワ an O.
  if (!/^[ウユワ]/.test(kana) && /^[アイエオ]/.test(kana) !== /^[aeiou]/.test(word)) return false;
  return pattern.test(word);
}

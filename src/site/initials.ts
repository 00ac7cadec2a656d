/** The letters that a glossary is looked up by: あ か さ … わ, A … Z, digits. */

/** The first kana of each row, in order. */
const rows = 'あかさたなはまやらわ';
const lastOfRows = 'おこそとのほもよろん';

/** Under what a word of neither kana nor letters stands that does not say how it is read. */
export const elsewhere = '#';

/** What words that begin with a digit stand under. */
export const digits = '0';

/**
 * The letter under which a word stands: か for `勘定` read as かんじょう, A for `ARR`, 0 for digits. Where the word begins
 * with neither, the first of its other names that is all kana tells how it is read.
 */
export function initialOf(word: string, aliases: readonly string[] = []): string {
  const reading = initialIn(word) === elsewhere ? aliases.find((alias) => /^[ぁ-ゖァ-ヺー]+$/u.test(alias)) : undefined;
  return initialIn(reading ?? word);
}

function initialIn(word: string): string {
  const first = plain([...word.normalize('NFKC').trim()][0] ?? '');
  if (/[a-z]/i.test(first)) return first.toUpperCase();
  if (/\p{Nd}/u.test(first)) return digits;
  const row = [...rows].findIndex((start, at) => small(start) <= first && first <= (lastOfRows[at] as string));
  return [...rows][row] ?? elsewhere;
}

/** Where a letter stands in the index: kana, letters, digits, the rest. */
export function initialRank(initial: string): number {
  const row = rows.indexOf(initial);
  if (row !== -1) return row;
  if (initial === elsewhere) return 1000;
  return initial === digits ? 999 : 100 + initial.charCodeAt(0);
}

/** A letter without accents and voicing marks, as hiragana. */
function plain(letter: string): string {
  const bare = [...letter.normalize('NFD')][0] ?? '';
  return /[ァ-ヶ]/.test(bare) ? String.fromCharCode(bare.charCodeAt(0) - 0x60) : bare;
}

/** Small kana come before the ones of full size in Unicode: ぁ before あ, っ within た, ゃ before や, ゎ before わ. */
function small(start: string): string {
  return ({ あ: 'ぁ', や: 'ゃ', わ: 'ゎ' } as Record<string, string>)[start] ?? start;
}

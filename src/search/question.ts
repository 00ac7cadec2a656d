/** A query as search understands it: what to look up, and how much each part says. */
import { type Code, codesOf } from './codes.ts';
import { type Folded, fold, foldText, kanji } from './fold.ts';
import { isKana, isKanji, latinWords, mark, type Run, runsOf, shortWordsOf } from './tokens.ts';

export interface Term {
  /** What is looked up: everything that begins with it. */
  readonly token: string;
  /** `loose` terms find more than is meant, and count as found only a little. */
  readonly loose: boolean;
  /** How much it says, up to 1.2. */
  readonly weight: number;
  /** Where in the folded query it stands. */
  readonly at: number;
  readonly length: number;
  /** What to look up as well, at half the worth: half a word typed, another form of a verb. */
  readonly start?: string;
}

export interface Question {
  readonly folded: Folded;
  readonly terms: readonly Term[];
  /** What stands between spaces and marks, folded. */
  readonly parts: readonly string[];
  /** For each folded character how much it says: 1 for kanji, katakana and Latin letters, little for endings. */
  readonly worth: readonly number[];
  /** Where words of one script stand that say something. */
  readonly content: readonly { readonly at: number; readonly end: number }[];
  /** Error codes and versions, which a page has or has not. */
  readonly codes: readonly Code[];
  /** Whether it has so many pieces that not all are looked up. */
  readonly long: boolean;
}

/** Hiragana are mostly endings, and these endings say nothing at all of what is asked. */
export const worthOf: Readonly<Record<'content' | 'hiragana' | 'empty', number>> = {
  content: 1,
  hiragana: 0.35,
  empty: 0.05,
};

const empty = new RegExp(
  foldText(
    [
      '(?:して|て|で)?(?:ください|下さい|ほしい|欲しい|もらいたい|もらうには|おきたい|しまった|しまう|しまって)',
      'どうすれば(?:いい|良い)?(?:です)?か?|どうしたら(?:いい|良い)?|どうやって|どこで|どこから|どこ|なに|何が|いつ|なぜ|とは|って',
      '(?:でき|出来)(?:ます|ません|ない|なく|る|た)(?:か|なった)?|[しりいきけえれせべめみち]たい|たい',
      'ました?|ません|ますか?|ですか?|でした|ように|ような|よう|なった|なって|なる|なくなった|ている|ていた|てる',
      'という|について|に関する|ための|ために|ため|場合|とき|こと|もの|の?方法|やり方|仕方|を?教えて|を?知りたい|いい|ない',
    ].join('|'),
  ),
  'g',
);

/** What comes after the word that is asked for: SSO対応, LINE連携, 在庫管理. After の, and in 対応表, it is asked for itself. */
const general = new RegExp(
  `(?<=[a-z0-9ぁ-ねは-ゖー]|(?<![${kanji}])[${kanji}]{2})(?:対応|連携|機能|管理|設定|方法|一覧|画面|手順|状況)(?![${kanji}])`,
  'g',
);

/** A run longer than this is looked up in every second piece: the others say the same again. */
const denseRun = 6;

/**
 * What a query asks. `bare` leaves out what is only for sentences: other forms of verbs. `sparing` leaves out more of a
 * sentence, where every piece that is looked up is a file to load.
 */
export function questionOf(query: string, { bare = false, sparing = false } = {}): Question {
  const folded = fold(query);
  const worth = worthsOf(query, folded);
  const runs = runsOf(folded.text);
  const short = shortTerms(query, folded, runs);
  const pieces = runs.flatMap((run) => (run.latin ? latinTerms(run) : japaneseTerms(run, worth, bare)));
  const terms = [...pieces.filter(({ at, length }) => !short.some((one) => one.at === at && length === 2)), ...short];
  const all = [...new Map(terms.map((term) => [term.token, term])).values()];
  const long = all.length > enough.all;
  return {
    folded,
    terms: long ? telling(all, sparing ? enough.sparing : enough.usual) : all,
    parts: folded.text.split(/[\s、。,!?「」()・]+/).filter((part) => part !== ''),
    worth,
    content: contentOf(folded.text, worth),
    codes: codesOf(folded.text),
    long,
  };
}

/** Of more than so many pieces, those that say most are looked up, and of the others all that say as much as this. */
const enough = { all: 8, usual: { pieces: 8, weight: 0.2 }, sparing: { pieces: 5, weight: 0.75 } } as const;

/** A sentence without endings; `sparing` also without pieces that are endings in part, and pairs of longer pieces. */
function telling(terms: readonly Term[], { pieces, weight }: { pieces: number; weight: number }): readonly Term[] {
  const best = new Set(terms.toSorted((a, b) => b.weight - a.weight || a.at - b.at).slice(0, pieces));
  return terms.filter((term) => best.has(term) || term.weight >= weight);
}

function contentOf(text: string, worth: readonly number[]): { at: number; end: number }[] {
  const content: { at: number; end: number }[] = [];
  const script = (at: number) => (isKanji(text[at]) ? 'kanji' : isKana(text[at]) ? 'kana' : 'latin');
  for (let at = 0; at < text.length; at++) {
    if ((worth[at] as number) < worthOf.content) continue;
    let end = at + 1;
    while (end < text.length && (worth[end] as number) >= worthOf.content && script(end) === script(at)) end++;
    content.push({ at, end });
    at = end - 1;
  }
  return content;
}

function worthsOf(query: string, { text, from }: Folded): number[] {
  const worth = Array.from({ length: text.length }, (_, at): number => {
    const sign = text[at] as string;
    if (!/[\p{L}\p{N}ー]/u.test(sign)) return 0;
    if (!isKana(sign)) return worthOf.content;
    return /[ァ-ヺｦ-ﾝ]/.test(query.slice(from[at], from[at + 1])) ? worthOf.content : worthOf.hiragana;
  });
  for (let at = 1; at < worth.length; at++) if (text[at] === 'ー') worth[at] = worth[at - 1] as number;
  // Whoever types kana alone means every one of them.
  if (!worth.includes(worthOf.content)) return worth.map((one) => (one > 0 ? worthOf.content : 0));
  for (const { 0: found, index } of text.matchAll(empty)) {
    if (found.length === text.length) continue;
    for (let at = index; at < index + found.length; at++) worth[at] = Math.min(worth[at] as number, worthOf.empty);
  }
  for (const { 0: found, index } of text.matchAll(general))
    for (let at = index; at < index + found.length; at++) worth[at] = Math.min(worth[at] as number, worthOf.hiragana);
  return worth;
}

/** Words of two katakana. One that stands alone may be the half of a word that is still being typed. */
function shortTerms(query: string, { text }: Folded, runs: readonly Run[]): Term[] {
  const terms: Term[] = [];
  shortWordsOf(query.normalize('NFKC'), (token, word) => {
    const at = text.indexOf(word);
    const alone = runs.some((run) => run.at === at && run.text === word);
    const weight = alone ? worthOf.content : pairWeight;
    // A sentence piece may begin within a word: that it is on no page as a word of its own says nothing then.
    terms.push({ token, loose: !alone, weight, at, length: word.length, ...(alone && { start: word }) });
  });
  return terms;
}

function latinTerms(run: Run): Term[] {
  const place = { at: run.at, length: run.text.length, weight: 1.2, loose: false };
  return latinWords(run.text).map((word) => ({ ...place, token: word + mark.end, start: word }));
}

function japaneseTerms({ text, at }: Run, worth: readonly number[], bare: boolean): Term[] {
  const piece = (token: string, from: number, length: number, weight?: number): Term => {
    const own = worth.slice(at + from, at + from + length).reduce((sum, one) => sum + one, 0) / length;
    return { token, at: at + from, length, weight: weight ?? own, loose: false };
  };
  if (text.length === 1) return [{ ...piece(text + mark.single, 0, 1), start: text }];
  if (text.length === 2) {
    const whole = piece(text + mark.pair, 0, 2);
    // Two kana may be the half of a word that is still being typed.
    return [isKanji(text[0]) ? whole : { ...whole, start: text }];
  }
  // Four kanji are two words, and what begins within the first says less.
  const splitting = text.length === 4 && Array.from(text).every(isKanji) ? 0.5 : undefined;
  const terms: Term[] = [];
  for (let from = 0; from + 1 < text.length; from++) {
    const [one, next] = [text[from], text[from + 1]];
    const wanted = text.length <= denseRun || from % 2 === 0 || from === text.length - 3;
    if (from + 2 < text.length && wanted)
      terms.push(piece(text.slice(from, from + 3), from, 3, from === 1 ? splitting : undefined));
    if (isKanji(one) && isKanji(next))
      terms.push(
        piece(
          text.slice(from, from + 2) + mark.pair,
          from,
          2,
          pairWeight * generality(worth, at + from) * (from === 1 ? (splitting ?? 1) : 1),
        ),
      );
    const verb = isKanji(one) && isKana(next) && !isKanji(text[from - 1]);
    if (verb && !bare) terms.push({ ...piece(one as string, from, 1, verbWeight), loose: true });
  }
  return terms;
}

const pairWeight = 0.7;

/** What is left of a pair's weight: of kanji, only what comes after the word that is asked for is worth as little as kana. */
function generality(worth: readonly number[], at: number): number {
  return worth[at] === worthOf.hiragana && worth[at + 1] === worthOf.hiragana ? worthOf.hiragana : 1;
}

/** A kanji with an ending (消した) also finds the compounds that begin with it (消去). */
const verbWeight = 0.4;

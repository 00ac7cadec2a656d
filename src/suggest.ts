import { distance } from 'fastest-levenshtein';

/**
 * The candidate that somebody who wrote `word` most likely meant, for “did you mean”.
 * Case and width do not count, two letters the wrong way round count as one mistake; up to a third of the letters may
 * differ (at least one, never all). None: `undefined`.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word);
  if (wanted === '' || wanted.length > 100) return undefined;
  const swapped = swaps(wanted);
  let best: string | undefined;
  let least = Math.min(wanted.length, Math.max(1, Math.floor(wanted.length / 3)) + 1);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const folded = fold(candidate);
    const gap = swapped.has(folded) ? 1 : distance(wanted, folded);
    if (gap < least) {
      least = gap;
      best = candidate;
    }
  }
  return best;
}

/** `closest` as a spreadable argument, absent when there is nothing to suggest. */
export function suggestion(word: string, candidates: readonly string[]): { suggestion?: string } {
  const found = closest(word, candidates);
  return found === undefined ? {} : { suggestion: found };
}

/** Marks that people put between the texts of a list, and the brackets that are no half-width ones. */
const betweenTexts = /[,，、､;；・･／]/;

/**
 * The list that a text was meant as, `[a, b]`, where `meantBy` knows one of its parts and the others could be names:
 * nothing of the text is lost. Blanks part names only where every one is known, and not where `marks` says what does.
 */
export function severalIn(
  text: string,
  meantBy: (part: string) => string | undefined,
  marks?: RegExp,
): string | undefined {
  const whole = text.trim().replace(/^[[［【](.*)[\]］】]$/su, '$1');
  const parts = (between: RegExp) =>
    whole
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const marked = parts(marks ?? betweenTexts);
  const known = marked.map(meantBy);
  const listed = marked.length > 1 || whole !== text.trim() ? marked.map((part, at) => known[at] ?? part) : [];
  const words = marks ? [] : parts(/\s+/).map(meantBy);
  const list = known.some((part) => part !== undefined) && listed.length > 0 ? listed : words.length > 1 ? words : [];
  return list.length > 0 && list.every(isName) ? `[${list.join(', ')}]` : undefined;
}

function isName(text: string | undefined): boolean {
  return text !== undefined && /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_./ -]*$/u.test(text);
}

/** A name with the label that somebody copied with it from where both are shown: `pro（プロ）`. */
export function nameAndLabel(text: string): { name: string; label: string } | undefined {
  const [, name, label] = /^([^\s(（]+)\s*[(（]([^()（）]+)[)）]$/.exec(text.trim()) ?? [];
  return name === undefined || label === undefined ? undefined : { name, label };
}

/** The word with each two neighbours the other way round. */
function swaps(word: string): ReadonlySet<string> {
  const letters = [...word];
  return new Set(
    letters.slice(1).map((letter, at) =>
      letters
        .with(at, letter)
        .with(at + 1, letters[at] ?? '')
        .join(''),
    ),
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

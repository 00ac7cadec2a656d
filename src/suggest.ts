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

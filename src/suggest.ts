import { distance } from 'fastest-levenshtein';

/**
 * The candidate that somebody who wrote `word` most likely meant, for “did you mean”.
 * Case and width do not count; up to a third of the letters may differ (at least one). None: `undefined`.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word);
  if (wanted.length > 100) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const gap = distance(wanted, fold(candidate));
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

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

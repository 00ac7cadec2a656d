/**
 * What the index says of a page by the weight of a token, in 24ths. Pagefind's score is rarity × 5.4 × x / (2 + x) where
 * x = 0.889 × weight, as measured with the settings in `reader.ts`; without the rarity we call it impact, below 5.4.
 */

/** The impact of a weight. */
export function impactOf(weight: number): number {
  const x = (0.889 * weight) / 24;
  return (5.4 * x) / (2 + x);
}

/** The weight that gives an impact. Weights are rounded to powers of 1.35, so that they compress. */
export function weightFor(impact: number, step = 1.35): number {
  const share = Math.min(impact / 5.4, 0.9);
  const weight = (2 * share) / ((1 - share) * 0.889);
  const rounded = step ** Math.round(Math.log(weight) / Math.log(step));
  return Math.min(240, Math.max(1, Math.round(rounded * 24)));
}

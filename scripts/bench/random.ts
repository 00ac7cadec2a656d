/** Chance that is the same on every machine and in every run. */

export interface Random {
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  /** Whether something that happens in `share` of all cases happens. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Some different members of a list, in its order; all of them when it has no more. */
  some<T>(list: readonly T[], count: number): T[];
}

/** A generator of its own for each seed (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]) => list[int(0, list.length - 1)] as T;
  return {
    int,
    chance: (share) => next() < share,
    pick,
    some: (list, count) => {
      const kept = new Set<number>();
      while (kept.size < Math.min(count, list.length)) kept.add(int(0, list.length - 1));
      return list.filter((_, index) => kept.has(index));
    },
  };
}

/** Visibility levels, most restricted first. */
export const levels = ['confidential', 'internal', 'partner', 'public'] as const;
export type Level = (typeof levels)[number];

/** The more restricted of some levels; `public` for none. */
export function mostRestricted(...all: readonly Level[]): Level {
  let lowest: number = levels.length - 1;
  for (const level of all) lowest = Math.min(lowest, levels.indexOf(level));
  return levels[lowest] as Level;
}

/** Whether something at `level` may stand in an output made for `output`. */
export function isVisible(level: Level, output: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(output);
}

/** The more public of two levels. */
export function morePublic(a: Level, b: Level): Level {
  return levels.indexOf(a) > levels.indexOf(b) ? a : b;
}

/** Error codes and versions. Their numbers say which one is meant: PAY-119 is not PAY-118 with a letter wrong. */

/** A code that stands in a query. */
export interface Code {
  /** Where in the folded query it stands. */
  readonly at: number;
  readonly end: number;
  /** Finds it in a folded text, whatever sign is in it; what goes on after it may be still to be typed. */
  readonly whole: RegExp;
  /** Finds its number: the letters before may be mistyped. */
  readonly number: RegExp;
}

const code = /(?<![a-z0-9.])(?:([a-z]+)(?:[-_](?=\d{2})|(?=\d{3}))(\d+)|v?(\d+(?:\.\d+)+))(?![a-z])/g;

/** The codes in a folded query. */
export function codesOf(folded: string): Code[] {
  return Array.from(folded.matchAll(code), ({ 0: found, 1: name, 2: digits, 3: version, index: at }) => {
    const number = new RegExp(`(?<![0-9]|[0-9]\\.)${(version ?? (digits as string)).replaceAll('.', '\\.')}`);
    const whole = name === undefined ? number : new RegExp(`(?<![a-z0-9])${name}[-_ ]?${digits}`);
    return { at, end: at + found.length, whole, number };
  });
}

/** The links of a changelog, which stand where they are used or defined at its end. */

/** The links of a heading, those by definition too. */
export function linksOf(heading: string, definitions: ReadonlyMap<string, string>): string[] {
  const inline = [...heading.matchAll(/\[[^\]]*\]\([^)\s]+\)/g)].map(([link]) => link);
  const named = [...heading.matchAll(reference)].filter(([, label]) =>
    definitions.has((label as string).toLowerCase()),
  );
  return [...inline, ...named.map(([link]) => link)];
}

/** `[label]` that is no `[words](address)`. */
const reference = /\[([^\][]+)\](?![(:])/g;

export function labelsIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(reference), ([, label]) => (label as string).toLowerCase()));
}

/** The label that a line defines: `[label]: address`. */
export function labelOf(line: string): string | undefined {
  return /^ {0,3}\[([^\]^][^\]]*)\]:\s*\S/.exec(line)?.[1]?.toLowerCase();
}

/** Link definitions stand at the end of a changelog, whichever versions use them. */
export function definitionsIn(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.flatMap((line) => [[labelOf(line) ?? '', line.trim()] as const]).filter(([label]) => label !== ''),
  );
}

/** The line, not before `from`, from which on there are only link definitions. */
export function tailOf(lines: readonly string[], from: number): number {
  const last = lines.findLastIndex((line) => line.trim() !== '' && labelOf(line) === undefined);
  return Math.max(last + 1, from);
}

/** The text with the definitions that it uses and does not hold itself. */
export function withDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  const own = definitionsIn(text.split('\n'));
  const missing = [...labelsIn(text)]
    .filter((label) => !own.has(label))
    .flatMap((label) => definitions.get(label) ?? []);
  return missing.length === 0 ? text : `${text.trimEnd()}\n\n${missing.join('\n')}`;
}

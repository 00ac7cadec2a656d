/** Two states of a folder → which files were renamed between them, by what they hold, as git finds it. */
import type { SourceFile } from './read.ts';

/** The part of the larger file that both must hold: that of `git diff --find-renames`. */
const threshold = 0.5;
/** With more pairs, only files that are equal are paired: the square of git's `diff.renameLimit`. */
const pairLimit = 1_000_000;

/** Old path → new path, for each file that went while one like it came. Nothing is paired twice. */
export function renamesBetween(before: readonly SourceFile[], after: readonly SourceFile[]): Map<string, string> {
  const gone = only(before, after);
  const come = only(after, before);
  const renames = new Map<string, string>();
  const pair = (from: string, to: string) => {
    gone.delete(from);
    come.delete(to);
    renames.set(from, to);
  };
  const equal = Map.groupBy(come.keys(), (path) => come.get(path) as string);
  for (const [from, text] of [...gone]) {
    const left = (equal.get(text) ?? []).filter((path) => come.has(path));
    const to = left.find((path) => nameOf(path) === nameOf(from)) ?? left[0];
    if (to !== undefined) pair(from, to);
  }
  if (gone.size * come.size > pairLimit) return renames;
  for (const { from, to } of likePairs(gone, come)) if (gone.has(from) && come.has(to)) pair(from, to);
  return renames;
}

/** The readable files of one state that the other does not have, with their bytes as text. */
function only(files: readonly SourceFile[], others: readonly SourceFile[]): Map<string, string> {
  const known = new Set(others.map((file) => file.path));
  const found = new Map<string, string>();
  for (const { path, content } of files) {
    if (!known.has(path) && content instanceof Uint8Array) found.set(path, Buffer.from(content).toString('latin1'));
  }
  return found;
}

/** Pairs that have enough in common, the likest first, then those of one name, then by path. */
function likePairs(gone: ReadonlyMap<string, string>, come: ReadonlyMap<string, string>) {
  const holders = new Map<string, string[]>();
  const sizes = new Map<string, number>();
  for (const [to, text] of come) {
    const lines = linesOf(text);
    sizes.set(to, sizeOf(lines));
    for (const line of lines) {
      const known = holders.get(line);
      if (known) known.push(to);
      else holders.set(line, [to]);
    }
  }
  const pairs: { from: string; to: string; likeness: number }[] = [];
  for (const [from, text] of gone) {
    const lines = linesOf(text);
    const common = new Map<string, number>();
    for (const line of lines) {
      for (const to of holders.get(line) ?? []) common.set(to, (common.get(to) ?? 0) + line.length);
    }
    const size = sizeOf(lines);
    for (const [to, bytes] of common) {
      const likeness = bytes / Math.max(size, sizes.get(to) as number);
      if (likeness >= threshold) pairs.push({ from, to, likeness });
    }
  }
  const sameName = ({ from, to }: { from: string; to: string }) => Number(nameOf(from) === nameOf(to));
  return pairs.sort((a, b) => b.likeness - a.likeness || sameName(b) - sameName(a));
}

/** The lines of a text, each once; those that every file has say nothing. */
function linesOf(text: string): Set<string> {
  return new Set(text.split(/\r?\n/).filter((line) => line !== '' && line !== '---'));
}

function sizeOf(lines: ReadonlySet<string>): number {
  return [...lines].reduce((sum, line) => sum + line.length, 0);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

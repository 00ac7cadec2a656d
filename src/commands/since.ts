/** Which problems a change made: those of the working tree that were not there where it parted from a commit. */
import { folderPrefix } from '../load/limits.ts';
import { GitError, mergeBase, readCommit } from '../load/read-git.ts';
import { renamesBetween } from '../load/renames.ts';
import { identityOf, type Problem } from '../problem.ts';
import { type CommonOptions, isHopeless, openSource, type Workspace } from './context.ts';
import { UsageError } from './usage.ts';

/**
 * The problems of a content folder that came since it parted from `ref`, whichever file they are in, both seen now.
 * Content that cannot be used at all is never an older problem. Throws `UsageError` when there is nothing to compare
 * with.
 */
export function problemsSince(
  ref: string,
  options: Pick<CommonOptions, 'content' | 'now' | 'remember'>,
  { source, problems }: Seen,
): readonly Problem[] {
  const { content } = options;
  const base = readBase(content, ref);
  if (isHopeless(problems)) return problems;
  return addedBetween(openSource(base, options), { source, problems });
}

/** Everything wrong with a content folder, what an earlier state of it does not have before the rest. */
export function newestFirst(before: Seen, after: Seen): readonly Problem[] {
  const added = new Set(addedBetween(before, after));
  return [...added, ...after.problems.filter((problem) => !added.has(problem))];
}

type Seen = Pick<Workspace, 'source' | 'problems'>;

function addedBetween(before: Seen, after: Seen): readonly Problem[] {
  const root = folderPrefix(after.source.folder);
  const renames = new Map(
    [...renamesBetween(before.source.files, after.source.files)].map(([from, to]) => [root + from, root + to] as const),
  );
  return addedProblems(before.problems, after.problems, renames);
}

function readBase(content: string, ref: string) {
  try {
    return readCommit(content, mergeBase(content, ref));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError((words) => words.cli.badSince(ref, error.say(words)));
  }
}

/**
 * The problems of `after` that `before` does not have: a place in the file does not matter, a number does. `renames`
 * gives the new path for an old one.
 */
export function addedProblems(
  before: readonly Problem[],
  after: readonly Problem[],
  renames: ReadonlyMap<string, string> = new Map(),
): readonly Problem[] {
  const known = new Map<string, number>();
  for (const problem of before) {
    const key = keyOf(problem, renames.get(problem.path) ?? problem.path);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return after.filter((problem) => {
    const key = keyOf(problem, problem.path);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
}

/** A folder in a wrong place is reported at its first file, whichever that is. */
function keyOf(problem: Problem, path: string): string {
  const ofFolder = problem.rule === 'file-place' && problem.args.folder !== '';
  return JSON.stringify([ofFolder ? '' : path, identityOf(problem)]);
}

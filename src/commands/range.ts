/** What there was at the ends of a range of commits. */
import type { Graph } from '../graph/graph.ts';
import { GitError, readCommit } from '../load/read-git.ts';
import type { Level } from '../schema/level.ts';
import { type CommonOptions, openSource, tellableGraph } from './context.ts';
import { UsageError } from './usage.ts';

/** The content at both ends of a range `A..B`, both seen now. Throws `UsageError` where there is no such range. */
export function commitsOf(options: CommonOptions, range: string, level: Level): { base: Graph; head: Graph } {
  const [from, to] = range.split(/\.\.\.?/);
  if (!from) throw new UsageError((words) => words.cli.badOption('--range', range, 'A..B'));
  try {
    const at = (ref: string) =>
      tellableGraph(openSource(readCommit(options.content, ref), options, { least: 'error' }), level);
    return { base: at(from), head: at(to || 'HEAD') };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError((words) => words.cli.badRange(range, error.say(words)));
  }
}

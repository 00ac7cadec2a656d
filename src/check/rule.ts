import type { Graph } from '../graph/graph.ts';
import type { Problem, RuleId } from '../problem.ts';

/** An expression that finds words as they are written; `around` puts more about each. */
export function anyOf(
  words: readonly string[],
  around: (word: string, pattern: string) => string = (_, text) => text,
): string {
  return words.map((word) => around(word, word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('|');
}

/** A question asked of the graph. Each file of rules exports a list of them. */
export interface Rule {
  /** The findings it can report. */
  readonly ids: readonly RuleId[];
  readonly run: (graph: Graph, report: (problem: Problem) => void) => void;
}

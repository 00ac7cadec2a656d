import type { Graph } from '../graph/graph.ts';
import type { Problem, RuleId } from '../problem.ts';

/** A question asked of the graph. Each file of rules exports a list of them. */
export interface Rule {
  /** The findings it can report. */
  readonly ids: readonly RuleId[];
  readonly run: (graph: Graph, report: (problem: Problem) => void) => void;
}

import type { Graph } from '../graph/graph.ts';
import { compareProblems, type Problem } from '../problem.ts';
import { freshnessRules } from './freshness.ts';
import { headingRules } from './headings.ts';
import { referenceRules } from './references.ts';

const rules = [...referenceRules, ...freshnessRules, ...headingRules];

/**
 * Everything wrong with a content folder: what loading found, duplicate ids, and what the rules find in the graph,
 * with the severities of `rules:` in kairanban.yaml, in the order of the files.
 */
export function check(graph: Graph, loading: readonly Problem[]): Problem[] {
  const problems = [...loading, ...graph.problems];
  for (const rule of rules) {
    if (rule.ids.every((id) => graph.config.rules[id] === 'off')) continue;
    rule.run(graph, (problem) => problems.push(problem));
  }
  return problems.flatMap((problem) => withSeverity(problem, graph.config.rules)).sort(compareProblems);
}

function withSeverity(problem: Problem, severities: Graph['config']['rules']): Problem[] {
  const severity = severities[problem.rule] ?? problem.severity;
  return severity === 'off' ? [] : [{ ...problem, severity }];
}

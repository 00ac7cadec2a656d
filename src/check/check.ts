import type { Graph } from '../graph/graph.ts';
import { compareProblems, defaultSeverity, type Problem, type RuleId, type Severity } from '../problem.ts';
import { componentRules } from './components.ts';
import { consentRules } from './consent.ts';
import { freshnessRules } from './freshness.ts';
import { headingRules } from './headings.ts';
import { linkRules } from './links.ts';
import { loopRules } from './loop.ts';
import { referenceRules } from './references.ts';
import { spellingRules } from './spelling.ts';
import { withoutSuppressed } from './suppress.ts';
import { unclosedRules } from './unclosed.ts';

const rules = [
  ...referenceRules,
  ...linkRules,
  ...componentRules,
  ...loopRules,
  ...consentRules,
  ...freshnessRules,
  ...headingRules,
  ...spellingRules,
  ...unclosedRules,
];

/**
 * Everything wrong with a content folder: what loading found, duplicate ids, and what the rules find in the graph,
 * with the severities of `rules:` in kairanban.yaml, in the order of the files. Rules that find nothing as severe as
 * `least` are not asked.
 */
export function check(graph: Graph, loading: readonly Problem[], least: Severity = 'warning'): Problem[] {
  const problems = [...loading, ...graph.problems];
  const matters = (id: RuleId) => {
    const severity = graph.config.rules[id] ?? defaultSeverity(id);
    return severity === 'error' || severity === least;
  };
  for (const rule of rules) {
    if (!rule.ids.some(matters)) continue;
    rule.run(graph, (problem) => problems.push(problem));
  }
  return withoutSuppressed(graph, problems)
    .flatMap((problem) => withSeverity(problem, graph.config.rules))
    .sort(compareProblems);
}

function withSeverity(problem: Problem, severities: Graph['config']['rules']): Problem[] {
  const severity = severities[problem.rule] ?? problem.severity;
  return severity === 'off' ? [] : [{ ...problem, severity }];
}

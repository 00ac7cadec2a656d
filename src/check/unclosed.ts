/** Comments and code that were left open take the headings below them with them. */
import { unclosedIn } from '../load/markdown.ts';
import { problemAt } from '../problem.ts';
import type { Rule } from './rule.ts';

const unclosed: Rule = {
  ids: ['unclosed'],
  run(graph, report) {
    for (const { path, body, bodyLine } of graph.entries) {
      const open = unclosedIn(body);
      if (!open) continue;
      const place = { path, line: bodyLine + open.line, column: 1 };
      report(problemAt(place, { rule: 'unclosed', args: { what: open.what } }));
    }
  },
};

export const unclosedRules: readonly Rule[] = [unclosed];

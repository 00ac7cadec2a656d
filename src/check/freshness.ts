/** Pages that somebody vouched for once. */
import { staleness } from '../graph/state.ts';
import { placeOf } from '../load/entry.ts';
import { problemAt } from '../problem.ts';
import type { Rule } from './rule.ts';

const stalePage: Rule = {
  ids: ['stale-page'],
  run(graph, report) {
    for (const entry of graph.entries) {
      const stale = staleness(graph, entry);
      if (!stale) continue;
      const { days, reviewed, release } = stale;
      const args = { days, reviewed, ...(release && { release: release.id }) };
      report(problemAt(placeOf(entry, ['reviewed']), { rule: 'stale-page', args }));
    }
  },
};

export const freshnessRules: readonly Rule[] = [stalePage];

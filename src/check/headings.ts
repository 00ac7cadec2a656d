/** Headings decide who reads what: one that we do not know on a page for outsiders hides its text from them. */
import { levelOf } from '../graph/visibility.ts';
import { allHeadingsKnown, knownHeadings, sectionsOf } from '../load/sections.ts';
import { problemAt } from '../problem.ts';
import { isVisible } from '../schema/level.ts';
import { suggestion } from '../suggest.ts';
import type { Rule } from './rule.ts';

const unknownHeading: Rule = {
  ids: ['unknown-heading'],
  run(graph, report) {
    const known = knownHeadings(graph.config);
    for (const entry of graph.entries) {
      const level = levelOf(entry, graph.now);
      if (!isVisible(level, 'partner') || allHeadingsKnown(entry.body, graph.config)) continue;
      for (const section of sectionsOf({ title: entry.fields.title, body: entry.body }, level, graph.config)) {
        if (section.known) continue;
        const place = { path: entry.path, line: entry.bodyLine + section.line, column: 1 };
        const args = { heading: section.heading, level, known, ...suggestion(section.heading, known) };
        report(problemAt(place, { rule: 'unknown-heading', args }));
      }
    }
  },
};

export const headingRules: readonly Rule[] = [unknownHeading];

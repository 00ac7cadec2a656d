/** Headings decide who reads what. */
import { levelOf } from '../graph/visibility.ts';
import type { AnyEntry } from '../load/entry.ts';
import {
  allHeadingsKnown,
  filledHeadings,
  isKnownHeading,
  knownHeadings,
  type Section,
  sectionsOf,
} from '../load/sections.ts';
import { type Place, problemAt } from '../problem.ts';
import { isVisible } from '../schema/level.ts';
import { closest, suggestion } from '../suggest.ts';
import type { Rule } from './rule.ts';

const headings: Rule = {
  ids: ['unknown-heading', 'almost-heading'],
  run(graph, report) {
    const known = knownHeadings(graph.config);
    const meant = new Map<string, string | undefined>();
    const near = (heading: string) => {
      if (!meant.has(heading)) meant.set(heading, closest(heading, known));
      return meant.get(heading);
    };
    for (const entry of graph.entries) {
      if (allHeadingsKnown(entry, graph.config)) continue;
      const level = levelOf(entry, graph.now);
      for (const section of sectionsOf(entry, level, graph.config)) {
        const { heading } = section;
        if (heading === '' || isKnownHeading(heading, graph.config)) continue;
        if (!section.known && isVisible(level, 'partner')) {
          // On a page for outsiders one that we do not know hides its text from them.
          const args = { heading, level, known, ...suggestion(heading, known) };
          report(problemAt(placeIn(entry, section), { rule: 'unknown-heading', args }));
        } else {
          const suggested = near(heading);
          if (suggested === undefined) continue;
          const args = { heading, suggestion: suggested };
          report(problemAt(placeIn(entry, section), { rule: 'almost-heading', args }));
        }
      }
    }
  },
};

/** A section that was written for readers who never see the page it stands on. */
const hiddenSection: Rule = {
  ids: ['hidden-section'],
  run(graph, report) {
    const outside = Object.entries(graph.config.audiences).filter(([, { level }]) => isVisible(level, 'partner'));
    const marks = outside.flatMap(([, one]) => one.headings);
    for (const entry of graph.entries) {
      const { visibility } = entry.fields;
      // An embargo ends by itself.
      const embargo = entry.kind === 'release' && entry.fields.announceAt !== undefined;
      if (isVisible(visibility, 'partner') || embargo || !marks.some((mark) => entry.body.includes(mark))) continue;
      const filled = new Set(filledHeadings(entry).map(({ line }) => line));
      for (const section of sectionsOf(entry, visibility, graph.config)) {
        if (!filled.has(section.line)) continue;
        const audience = outside.find(([id]) => id === section.audience);
        if (!audience || !isKnownHeading(section.heading, graph.config)) continue;
        const args = { heading: section.heading, level: visibility, wanted: audience[1].level };
        report(problemAt(placeIn(entry, section), { rule: 'hidden-section', args }));
      }
    }
  },
};

function placeIn(entry: AnyEntry, section: Section): Place {
  return { path: entry.path, line: entry.bodyLine + section.line, column: 1 };
}

export const headingRules: readonly Rule[] = [headings, hiddenSection];

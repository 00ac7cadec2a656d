/** Headings decide who reads what. */
import type { Config } from '../config.ts';
import { levelOf } from '../graph/visibility.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Heading } from '../load/markdown.ts';
import {
  allHeadingsKnown,
  audienceOf,
  filledHeadings,
  isKnownHeading,
  knownHeadings,
  meantInside,
  sectionsOf,
} from '../load/sections.ts';
import { type Place, problemAt } from '../problem.ts';
import { isVisible, type Level } from '../schema/level.ts';
import { closest, suggestion } from '../suggest.ts';
import type { Rule } from './rule.ts';

const headings: Rule = {
  ids: ['unknown-heading', 'almost-heading'],
  run(graph, report) {
    const known = knownHeadings(graph.config);
    const meant = new Map<string, string | undefined>();
    const near = (heading: string) => {
      if (!meant.has(heading)) meant.set(heading, meantHeading(heading, known, graph.config));
      return meant.get(heading);
    };
    for (const entry of graph.entries) {
      if (allHeadingsKnown(entry, graph.config)) continue;
      const level = levelOf(entry, graph.now);
      const sections = isVisible(level, 'partner') ? sectionsOf(entry, level, graph.config) : [];
      const unknown = new Set(sections.filter((section) => !section.known).map(({ line }) => line));
      for (const { text: heading, loose, depth, line, end } of entry.headings) {
        if (loose !== undefined) {
          const suggestion = `${'#'.repeat(depth)} ${near(heading) ?? heading}`;
          // One that is right stands in code that nothing ends, of which another rule tells.
          if (suggestion === loose) continue;
          const args = {
            heading: loose,
            suggestion,
            loose: true,
            ...(end === line && { more: true as const }),
          } as const;
          report(problemAt(placeIn(entry, line), { rule: 'almost-heading', args }));
          continue;
        }
        if (heading === '' || isKnownHeading(heading, graph.config)) continue;
        if (unknown.has(line)) {
          // On a page for outsiders one that we do not know hides its text from them.
          const args = { heading, level, known, ...suggestion(heading, known) };
          report(problemAt(placeIn(entry, line), { rule: 'unknown-heading', args }));
        } else {
          const suggested = near(heading);
          if (suggested === undefined) continue;
          const args = { heading, suggestion: suggested };
          report(problemAt(placeIn(entry, line), { rule: 'almost-heading', args }));
        }
      }
    }
  },
};

/** What people call the readers that everybody has. */
const alsoCalled: { readonly [audience: string]: readonly string[] } = {
  sales: ['営業', 'セールス', 'sales'],
  cs: ['カスタマーサクセス', 'サクセス', 'customer success'],
  marketing: ['マーケティング', 'marketing'],
  product: ['開発', 'product'],
  executive: ['役員', 'executives'],
  customer: ['顧客', 'お客さま', 'ユーザー', 'customers'],
};

/** The heading that somebody meant: by likeness, without a number before it, or by another name of its readers. */
function meantHeading(heading: string, known: readonly string[], config: Config): string | undefined {
  const inside = meantInside(heading, config);
  if (inside !== undefined) return inside;
  const text = heading.normalize('NFKC').replace(/^[\s([【]*\d+[.)\]】、:]*\s*|^[([【]+|[)\]】]+$/g, '');
  const same = known.find((one) => one.normalize('NFKC').toLowerCase() === text.toLowerCase());
  if (same !== undefined) return same;
  const begun = known.find((one) => text.startsWith(one) && /^[のへ（(:]/.test(text.slice(one.length)));
  if (begun !== undefined) return begun;
  const readers = text
    .replace(/(向け|むけ|の方へ|へ)$/, '')
    .replace(/^for\s+/i, '')
    .toLowerCase();
  for (const [id, { label, headings: own }] of Object.entries(config.audiences)) {
    const names = [label ?? id, ...(alsoCalled[id] ?? [])].map((name) => name.toLowerCase());
    // `## Product` alone says what it is about, not who reads it.
    if (names.includes(readers) && (id === 'sales' || readers !== text.toLowerCase())) return own[0];
  }
  return closest(heading, known);
}

/** A section that was written for readers who never see the page it stands on. */
const hiddenSection: Rule = {
  ids: ['hidden-section'],
  run(graph, report) {
    const { config } = graph;
    const levels = Object.entries(config.audiences).map(([id, { level }]) => [id, level] as const);
    const outside = new Map<string | undefined, Level>(levels.filter(([, level]) => isVisible(level, 'partner')));
    const isForOutside = ({ text }: Heading) => outside.has(audienceOf(text, config));
    for (const entry of graph.entries) {
      const { visibility } = entry.fields;
      // An embargo ends by itself.
      const embargo = entry.kind === 'release' && entry.fields.announceAt !== undefined;
      if (isVisible(visibility, 'partner') || embargo || !entry.headings.some(isForOutside)) continue;
      const filled = new Set(filledHeadings(entry).map(({ line }) => line));
      for (const section of sectionsOf(entry, visibility, config)) {
        const wanted = outside.get(section.audience);
        if (!wanted || !filled.has(section.line) || !isKnownHeading(section.heading, config)) continue;
        const args = { heading: section.heading, level: visibility, wanted };
        report(problemAt(placeIn(entry, section.line), { rule: 'hidden-section', args }));
      }
    }
  },
};

/** A line of the body, from 0. */
function placeIn(entry: AnyEntry, line: number): Place {
  return { path: entry.path, line: entry.bodyLine + line, column: 1 };
}

export const headingRules: readonly Rule[] = [headings, hiddenSection];

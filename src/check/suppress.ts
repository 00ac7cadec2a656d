/**
 * Problems that a writer answered for in the file: `<!-- kairanban-disable-next-line rule -- reason -->` in the body,
 * `# kairanban-disable-next-line rule -- reason` in front matter, `kairanban-disable` for the whole file.
 */
import type { Graph } from '../graph/graph.ts';
import type { AnyEntry } from '../load/entry.ts';
import { withoutComments } from '../load/markdown.ts';
import { type Problem, problemAt, type SettableRule, settableRules } from '../problem.ts';
import { suggestion } from '../suggest.ts';

interface Suppression {
  readonly rules: readonly SettableRule[];
  /** The line that it is for; none for the whole file. */
  readonly line?: number;
}

/** What every such comment holds. */
const mark = 'kairanban-disable';
const inBody = /<!--[ \t]*kairanban-(disable[\w-]*)([^\n]*?)(?:-->|$)/gm;
const inFields = /#[ \t]*kairanban-(disable[\w-]*)([^\n]*)/g;

/** What stands before the reason: `--`, or a dash as Japanese keyboards have it. */
const dash = /(?:^|\s+)--+\s*|\s*(?:[\u2012-\u2015\u2212\uff0d]+|\u30fc{2,})\s*/;

/**
 * The problems that nobody answered for. A comment that names no rule of ours, one that cannot be set, or no reason does
 * nothing, and is a problem itself.
 */
export function withoutSuppressed(graph: Graph, problems: readonly Problem[]): Problem[] {
  const suppressed = new Map<string, Suppression[]>();
  const bad: Problem[] = [];
  for (const entry of graph.entries) {
    const found = suppressionsOf(entry, bad);
    if (found.length > 0) suppressed.set(entry.path, found);
  }
  const isAnswered = ({ path, line, rule }: Problem) =>
    suppressed.get(path)?.some((one) => (one.line ?? line) === line && one.rules.includes(rule as SettableRule)) ??
    false;
  return [...problems.filter((problem) => !isAnswered(problem)), ...bad];
}

function suppressionsOf({ path, origin, body, bodyLine }: AnyEntry, bad: Problem[]): Suppression[] {
  if (origin.type === 'row') return [];
  const fields = origin.toml ?? origin.yaml;
  if (!fields.includes(mark) && !body.includes(mark)) return [];
  const texts = [
    { text: fields, first: 1, comment: inFields, bare: '' },
    // In code, a comment is what the page is about.
    { text: body, first: bodyLine, comment: inBody, bare: withoutComments(body, ' ') },
  ];
  return texts.flatMap(({ text, first, comment, bare }) => {
    if (!text.includes(mark)) return [];
    return [...text.matchAll(comment)].flatMap((match): Suppression[] => {
      if (bare[match.index] === '<') return [];
      const before = text.slice(0, match.index).split('\n');
      const place = { path, line: first + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
      const [, what = '', said = ''] = match;
      const [names = '', reason = ''] = said.trim().split(dash, 2);
      const asked = names.split(/[\s,]+/).filter((name) => name !== '');
      const rules = settableRules.filter((rule) => asked.includes(rule));
      const unknown = asked.find((name) => !settableRules.includes(name as SettableRule));
      if (what !== 'disable' && what !== 'disable-next-line') {
        const args = { what: 'rule', rule: `kairanban-${what}`, suggestion: 'kairanban-disable-next-line' } as const;
        bad.push(problemAt(place, { rule: 'bad-suppression', args }));
      } else if (unknown !== undefined || asked.length === 0) {
        const args = { what: 'rule', rule: unknown ?? '', ...suggestion(unknown ?? '', settableRules) } as const;
        bad.push(problemAt(place, { rule: 'bad-suppression', args }));
      } else if (reason.trim() === '') {
        bad.push(problemAt(place, { rule: 'bad-suppression', args: { what: 'reason', rule: asked.join(', ') } }));
      } else return [{ rules, ...(what === 'disable-next-line' && { line: place.line + 1 }) }];
      return [];
    });
  });
}

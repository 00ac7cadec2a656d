/** Words as the glossary wants them. */
import { entriesOf, type Graph } from '../graph/graph.ts';
import { isInName, proseOf } from '../load/body.ts';
import { type AnyEntry, placeOf } from '../load/entry.ts';
import { type Place, problemAt } from '../problem.ts';
import { anyOf, type Rule } from './rule.ts';

const avoidedSpelling: Rule = {
  ids: ['avoided-spelling'],
  run(graph, report) {
    const { terms, right, words } = vocabulary(graph);
    if (!words) return;
    const avoided = (text: string) =>
      [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
        const term = right.has(word) ? undefined : terms.get(word.toLowerCase());
        return term === undefined || isInName(text, index, word.length) ? [] : [{ args: { word, term }, at: index }];
      });
    for (const entry of graph.entries) {
      if (entry.kind === 'term') continue;
      for (const field of ['title', 'summary'] as const) {
        const text = entry.fields[field] ?? '';
        for (const { args, at } of avoided(text))
          report(problemAt(placeInField(entry, field, text, at), { rule: 'avoided-spelling', args }));
      }
      if (entry.body.search(words) === -1) continue;
      const prose = proseOf(entry.body);
      for (const { args, at } of avoided(prose)) {
        const before = prose.slice(0, at).split('\n');
        const line = entry.bodyLine + before.length - 1;
        const place = { path: entry.path, line, column: (before.at(-1) ?? '').length + 1 };
        report(problemAt(place, { rule: 'avoided-spelling', args }));
      }
    }
  },
};

/** Where a part of a field's text stands; in one that is not written on one line as it is, where the field does. */
function placeInField(entry: AnyEntry, field: string, text: string, at: number): Place {
  const place = placeOf(entry, [field]);
  const line = entry.origin.type === 'page' ? (entry.origin.yaml.split('\n')[place.line - 1] ?? '') : '';
  const start = /^["']/.test(line.slice(place.column - 1)) ? place.column + 1 : place.column;
  return line.startsWith(text, start - 1) ? { ...place, column: start + at } : place;
}

/**
 * The spellings to be avoided → the term to write, and an expression that finds them. It finds the terms too, so that
 * `サーバ` is not found in `サーバー`, and not with other letters: `saas` may be avoided for `SaaS`.
 */
function vocabulary(graph: Graph): {
  terms: ReadonlyMap<string, string>;
  right: ReadonlySet<string>;
  words?: RegExp;
} {
  const terms = new Map<string, string>();
  const right = new Set<string>();
  for (const { fields } of entriesOf(graph, 'term')) {
    right.add(fields.title);
    for (const alias of fields.aliases ?? []) right.add(alias);
    for (const word of fields.avoid ?? []) if (word !== '') terms.set(word.toLowerCase(), fields.title);
  }
  if (terms.size === 0) return { terms, right };
  const all = [...new Set([...right, ...terms.keys()])].sort((a, b) => b.length - a.length);
  // A word of Latin letters is no part of a longer one; Japanese has nothing between its words.
  const whole = (word: string, pattern: string) =>
    `${/^[A-Za-z0-9]/.test(word) ? '(?<![A-Za-z0-9])' : ''}${pattern}${/[A-Za-z0-9]$/.test(word) ? '(?![A-Za-z0-9])' : ''}`;
  return { terms, right, words: new RegExp(anyOf(all, whole), 'gi') };
}

export const spellingRules: readonly Rule[] = [avoidedSpelling];

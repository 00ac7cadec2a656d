/** Two problems of one line that are one mistake. */
import { locales } from '../config.ts';
import { fieldMeant } from '../i18n/by-label.ts';
import { messages } from '../i18n/index.ts';
import type { Problem, ProblemArgs } from '../problem.ts';

/** The fields that a name which is none may stand for: the nearest, else those whose label it is, in any language. */
export function meantBy(args: ProblemArgs['unknown-field']): readonly (string | undefined)[] {
  return locales.map((locale) => fieldMeant(args, messages(locale).fields));
}

/** Problems in which a required field that is missing is the one that stands there under its label. */
export function joined(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems;
  const missing = problems.flatMap((problem) => (problem.rule === 'missing-field' ? [problem.args.field] : []));
  const meant = new Map<string, Problem & { rule: 'unknown-field' }>();
  for (const problem of missing.length === 0 ? [] : problems) {
    if (problem.rule !== 'unknown-field') continue;
    const name = meantBy(problem.args).find((one) => one !== undefined && missing.includes(one));
    if (name !== undefined) meant.set(name, { ...problem, args: { ...problem.args, suggestion: name } });
  }
  return problems.map((problem) => {
    if (problem.rule === 'unknown-field') return [...meant.values()].find((one) => isAt(one, problem)) ?? problem;
    const there = problem.rule === 'missing-field' ? meant.get(problem.args.field) : undefined;
    if (problem.rule !== 'missing-field' || there === undefined) return problem;
    const { line, column } = there;
    return { ...problem, line, column, args: { ...problem.args, suggestion: there.args.field } };
  });
}

function isAt(one: Problem, other: Problem): boolean {
  return one.line === other.line && one.column === other.column;
}

/** Problems → text, JSON and GitHub's workflow commands. */
import { styleText } from 'node:util';
import type { Messages } from '../i18n/index.ts';
import type { Finding, Problem } from '../problem.ts';
import { inertLine } from '../render/inert.ts';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

export function countOf(problems: readonly Problem[]): Counts {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/** What a problem says, in one line without control characters. */
export function messageOf(problem: Finding, words: Messages): string {
  // Each rule's sentence takes that rule's own arguments; the index type cannot say so.
  const say = words.problems[problem.rule] as (args: Finding['args']) => string;
  return inert(say(problem.args));
}

/** One line that neither a terminal nor a runner acts on: GitHub's runner still obeys `##[command]` anywhere in one. */
function inert(text: string): string {
  return inertLine(text).replace(/##(?=\[)/g, '#\u2060#');
}

/**
 * For people: a place and a sentence each, errors and warnings apart by word and colour, then the counts. `older` is
 * how many were left out because a change did not make them.
 */
export function prettyReport(
  problems: readonly Problem[],
  checked: number,
  words: Messages,
  color: boolean,
  older = 0,
): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const blocks = problems.map((problem) => {
    const place = paint('bold', `${inert(problem.path)}:${problem.line}:${problem.column}`);
    const severity = paint(problem.severity === 'error' ? 'red' : 'yellow', words.cli.severity[problem.severity]);
    return `${place} ${severity} ${paint('dim', problem.rule)}\n  ${messageOf(problem, words)}\n`;
  });
  const counts = countOf(problems);
  const verdict =
    older > 0 && problems.length === 0 ? words.cli.nothingNew(checked) : words.cli.counts({ ...counts, checked });
  const tone = counts.errors > 0 ? 'red' : counts.warnings > 0 ? 'yellow' : 'green';
  const left = older > 0 ? `${paint('dim', words.cli.olderLeftOut(older))}\n` : '';
  return `${[...blocks, paint(tone, verdict)].join('\n')}\n${left}`;
}

/** For programs. `older` is how many were left out because a change did not make them; absent where none could be. */
export function jsonReport(problems: readonly Problem[], words: Messages, older?: number): string {
  const rows = problems.map((problem) => ({
    path: problem.path,
    line: problem.line,
    column: problem.column,
    severity: problem.severity,
    rule: problem.rule,
    message: messageOf(problem, words),
  }));
  return inertJson({ version: 1, problems: rows, counts: countOf(problems), older });
}

/** A value as JSON, exact, and yet a terminal that shows it does not act on it. */
export function inertJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, escaped)}\n`;
}

/**
 * Workflow commands that annotate the lines of a pull request. GitHub shows ten errors and ten warnings a step, so the
 * worst come first. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReport(problems: readonly Problem[], words: Messages): string {
  return worstFirst(problems)
    .map((problem) => `${annotation(problem, words)}\n`)
    .join('');
}

/** Errors before warnings, each in the order they came in. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

function annotation(problem: Problem, words: Messages): string {
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const at = `file=${property(inert(problem.path))},line=${problem.line},col=${problem.column},title=${property(problem.rule)}`;
  return `::${problem.severity} ${at}::${data(messageOf(problem, words))}`;
}

function escaped(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

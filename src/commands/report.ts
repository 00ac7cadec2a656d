/** Problems → text, JSON and GitHub's workflow commands. */
import { styleText } from 'node:util';
import type { Fix, FixOf } from '../fix/fixer.ts';
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

/** What a problem says and, where there is one, the corrected line: one line for readers who see no more. */
export function adviceOf(problem: Problem, fix: Fix | undefined, words: Messages): string {
  const message = messageOf(problem, words);
  return fix ? `${message} ${words.cli.corrected(`\`${lineOf(fix, 'after')}\``)}` : message;
}

/** A line of at most so many letters is shown as a whole, to be copied; of a longer one, a paragraph, only so many. */
const longestCopied = 300;
const mostShown = 100;

/** A line of a fix as readers see it, cut around what changes where it is long. Tabs are shown, for nobody sees them. */
export function lineOf(fix: Fix, which: 'before' | 'after'): string {
  const line = fix[which].trimEnd();
  if (line.length <= longestCopied) return inert(line.replaceAll('\t', '⇥'));
  const end = fix.column - 1 + (which === 'before' ? fix.old : fix.text).length;
  const from = end <= mostShown ? 0 : Math.max(0, fix.column - 1 - mostShown / 4);
  const part = line.slice(from, from + mostShown);
  const cut = [from > 0 ? '…' : '', part, from + mostShown < line.length ? '…' : ''].join('');
  return inert(cut.replaceAll('\t', '⇥'));
}

/** One line that neither a terminal nor a runner acts on: GitHub's runner still obeys `##[command]` anywhere in one. */
function inert(text: string): string {
  return inertLine(text).replace(/##(?=\[)/g, '#\u2060#');
}

interface Look {
  /** How many files were. */
  readonly checked: number;
  readonly color: boolean;
  readonly fixOf?: FixOf;
  /** How many problems were left out because a change did not make them. */
  readonly older?: number;
  /** Whether notes of other systems would be read otherwise if the configuration said so. */
  readonly strict?: boolean;
}

/** So many files with fields that are not ours come from another system. */
const manyForeign = 10;

function areForeign(problems: readonly Problem[]): boolean {
  const foreign = problems.filter(({ rule }) => rule === 'unknown-field' || rule === 'front-matter-missing');
  return foreign.length >= manyForeign && new Set(foreign.map(({ path }) => path)).size >= manyForeign;
}

/**
 * For people: a place and a sentence each, and the line as it is and as it should be; errors and warnings apart by word
 * and colour, then the counts.
 */
export function prettyReport(problems: readonly Problem[], words: Messages, look: Look): string {
  const { checked, color, fixOf, older = 0, strict = false } = look;
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const fixes = problems.map((problem) => fixOf?.(problem));
  const blocks = problems.map((problem, index) => {
    const place = paint('bold', `${inert(problem.path)}:${problem.line}:${problem.column}`);
    const severity = paint(problem.severity === 'error' ? 'red' : 'yellow', words.cli.severity[problem.severity]);
    const fix = fixes[index];
    const lines = fix ? linesOf(fix, words, paint) : [];
    const head = `${place} ${severity} ${paint('dim', problem.rule)}`;
    return [head, `  ${messageOf(problem, words)}`, ...lines, ''].join('\n');
  });
  const fixable = fixes.filter((fix) => fix?.safe).length;
  const hint = fixable > 0 ? `${paint('dim', words.cli.fixable(fixable))}\n` : '';
  const counts = countOf(problems);
  const verdict =
    older > 0 && problems.length === 0 ? words.cli.nothingNew(checked) : words.cli.counts({ ...counts, checked });
  const tone = counts.errors > 0 ? 'red' : counts.warnings > 0 ? 'yellow' : 'green';
  const foreign = strict && areForeign(problems) ? `${paint('dim', words.cli.foreign)}\n` : '';
  const left = older > 0 ? `${paint('dim', words.cli.olderLeftOut(older))}\n` : '';
  return `${[...blocks, paint(tone, verdict)].join('\n')}\n${hint}${foreign}${left}`;
}

/** The line as it is and as it should be. */
function linesOf(fix: Fix, { cli }: Messages, paint: (format: 'red' | 'green', text: string) => string): string[] {
  const after = paint('green', lineOf(fix, 'after'));
  if (fix.before.trim() === '') return [`    ${cli.lineAdded} ${after}`];
  return [`    ${cli.lineNow} ${paint('red', lineOf(fix, 'before'))}`, `    ${cli.lineThen} ${after}`];
}

/** For programs. `older` is how many were left out because a change did not make them; absent where none could be. */
export function jsonReport(problems: readonly Problem[], words: Messages, fixOf: FixOf, older?: number): string {
  const rows = problems.map((problem) => ({
    path: problem.path,
    line: problem.line,
    column: problem.column,
    severity: problem.severity,
    rule: problem.rule,
    message: messageOf(problem, words),
    fix: fixOf(problem),
  }));
  return inertJson({ version: 1, problems: rows, counts: countOf(problems), older });
}

/** A value as JSON, exact, and yet a terminal that shows it does not act on it. */
export function inertJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, escaped)}\n`;
}

/**
 * Workflow commands that annotate the lines of a pull request, in files named as `pathOf` says. GitHub shows ten errors
 * and ten warnings a step, so the worst come first. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReport(
  problems: readonly Problem[],
  words: Messages,
  fixOf: FixOf,
  pathOf: (path: string) => string,
): string {
  return worstFirst(problems)
    .map((problem) => `${annotation(problem, pathOf(problem.path), fixOf(problem), words)}\n`)
    .join('');
}

/** Errors before warnings, each in the order they came in. */
export function worstFirst(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
}

function annotation(problem: Problem, path: string, fix: Fix | undefined, words: Messages): string {
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const at = `file=${property(inert(path))},line=${problem.line},col=${problem.column},title=${property(problem.rule)}`;
  return `::${problem.severity} ${at}::${data(adviceOf(problem, fix, words))}`;
}

function escaped(mark: string): string {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

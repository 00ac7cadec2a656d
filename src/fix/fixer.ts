/** Problems of a content folder → the changes that mend them. Asked only of problems that are shown or mended. */
import { type Config, configFile } from '../config.ts';
import type { Messages } from '../i18n/index.ts';
import { decode } from '../load/decode.ts';
import { isLocated, type Located, type Page, readPage, readYaml } from '../load/front-matter.ts';
import { folderPrefix, isCsv } from '../load/limits.ts';
import { loadContent } from '../load/load.ts';
import type { Source } from '../load/read.ts';
import { compareProblems, identityOf, type Problem } from '../problem.ts';
import { changesFor, isMendable } from './fix.ts';

/** A change of one line of a file as decoded: places count from 1, columns in UTF-16 units. */
export interface Fix {
  readonly line: number;
  readonly column: number;
  /** What stands there. */
  readonly old: string;
  /** What should. */
  readonly text: string;
  /** Whether it says the same as before, so that `--fix` may write it. */
  readonly safe: boolean;
  /** The whole line as it stands, and as it should. */
  readonly before: string;
  readonly after: string;
}

/** What would mend a problem, where that is sure to. */
export type FixOf = (problem: Problem) => Fix | undefined;

/** Pages and lines of more letters are not what somebody wrote by hand, and looking at them again takes its time. */
const longestPage = 200_000;
/** So many letters of a file are read again to try its fixes; nobody reads the messages of more. */
const mostRead = 1_000_000;
const longestLine = 10_000;

/** How a folder was read: what its pages are read with again. */
interface Reading {
  readonly folder: string;
  readonly config: Config;
  readonly words: Messages;
}

interface OpenFile extends Reading {
  /** Relative to the content folder. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly judgement: () => Judgement;
  /** The letters that may still be read. */
  readonly budget: { left: number };
}

/** What reading one file by itself says of it. */
interface Judgement {
  readonly problems: readonly Problem[];
  /** What keeps its fields from being read. */
  readonly slip?: Located;
  readonly bodyLine: number;
}

/** The fixes of a folder's problems. Names and values written as labels are meant in the language of `words`. */
export function fixer(source: Source, config: Config, words: Messages): FixOf {
  const open = opener(source, config, words);
  return (problem) => {
    const file = isMendable(problem.rule) ? open(problem.path) : undefined;
    return file && fixIn(file, problem);
  };
}

/** Files with all safe fixes of some problems made: path → lines, and how many fixes. Files without any are left out. */
export function mended(
  source: Source,
  config: Config,
  words: Messages,
  problems: readonly Problem[],
): ReadonlyMap<string, { readonly lines: readonly string[]; readonly count: number }> {
  const open = opener(source, config, words);
  const found = new Map<string, { lines: readonly string[]; count: number }>();
  for (const [path, own] of Map.groupBy(problems, (problem) => problem.path)) {
    let file = open(path);
    let count = 0;
    // From the end, so that what is still to be fixed stays where it is.
    for (const problem of [...own].sort(compareProblems).reverse()) {
      const fix = file && fixIn(file, problem);
      if (!file || !fix?.safe) continue;
      file = withLine(file, fix);
      count += 1;
    }
    if (file && count > 0) found.set(file.path, { lines: file.lines, count });
  }
  return found;
}

function opener({ folder, files }: Source, config: Config, words: Messages) {
  const root = folderPrefix(folder);
  const byPath = new Map(files.map((file) => [root + file.path, file]));
  const opened = new Map<string, OpenFile | undefined>();
  return (path: string): OpenFile | undefined => {
    if (!opened.has(path)) {
      const file = byPath.get(path);
      const text = file && decode(file);
      const reading = { folder, config, words, budget: { left: mostRead } };
      const isFit = typeof text === 'string' && (isCsv(path) || text.length <= longestPage);
      opened.set(path, file && isFit ? fileOf(reading, file.path, text.split('\n')) : undefined);
    }
    return opened.get(path);
  };
}

function fileOf(reading: Reading & Pick<OpenFile, 'budget'>, path: string, lines: readonly string[]): OpenFile {
  let known: Judgement | undefined;
  const judgement = () => {
    known ??= judge(reading, path, lines.join('\n'));
    return known;
  };
  return { ...reading, path, lines, judgement };
}

function withLine(file: OpenFile, { line, after }: Fix): OpenFile {
  const lines = file.lines.with(line - 1, after);
  return line >= file.judgement().bodyLine ? { ...file, lines } : fileOf(file, file.path, lines);
}

/** A file alone is quickly read: it says what is wrong with its fields, and no more is asked. */
function judge({ folder, config }: Reading, path: string, text: string): Judgement {
  const isConfig = path === configFile;
  const read = isConfig ? readYaml(text) : readPage(text);
  if (isLocated(read)) return { problems: [], slip: read, bodyLine: Number.POSITIVE_INFINITY };
  const page = isConfig ? undefined : (read as Page);
  // The body says nothing of the fields, but for a title in its first heading.
  const head = page && !config.import ? text.slice(0, text.length - page.body.length) : text;
  const files = [{ path, content: new TextEncoder().encode(head) }];
  const { problems } = loadContent({ folder, files, missing: false }, isConfig ? {} : { config });
  return { problems, bodyLine: page?.bodyLine ?? Number.POSITIVE_INFINITY };
}

/** The first change that mends a problem and makes no other. */
function fixIn(file: OpenFile, problem: Problem): Fix | undefined {
  const { lines, path, words } = file;
  const { line: number, column } = problem;
  const line = lines[number - 1];
  if (line === undefined || line.length > longestLine) return undefined;
  const csv = isCsv(path);
  const spot = { lines, row: number - 1, line, at: column - 1, csv };
  const fixes = changesFor(problem, spot, words).map(({ at, old, text, safe }): Fix => {
    const after = line.slice(0, at) + text + line.slice(at + old.length);
    return { line: number, column: at + 1, old, text, safe, before: line, after };
  });
  // Cells and what stands in the body are changed in ways that cannot go wrong.
  const fix = fixes.find((one) => csv || number >= file.judgement().bodyLine || isProven(file, problem, one));
  return fix && !fix.safe && !csv && problem.rule === 'unknown-field' ? withValue(file, fix) : fix;
}

/** A name put right, together with its value where that is then found to be wrong and it is known what was meant. */
function withValue(file: OpenFile, fix: Fix): Fix {
  const renamed = withLine(file, fix);
  const wrong = renamed.judgement().problems.find(({ rule, line }) => rule === 'bad-value' && line === fix.line);
  const value = wrong && fixIn(renamed, wrong);
  if (!value) return fix;
  const { before } = fix;
  const start = Math.min(fix.column, value.column) - 1;
  const end = before.length - (value.before.length - (value.column - 1 + value.old.length));
  const tail = before.length - end;
  const text = value.after.slice(start, value.after.length - tail);
  return { ...fix, column: start + 1, old: before.slice(start, end), text, safe: false, after: value.after };
}

function isProven(file: OpenFile, problem: Problem, fix: Fix): boolean {
  if (file.budget.left <= 0) return false;
  for (const { length } of file.lines) file.budget.left -= length;
  const before = file.judgement();
  const after = withLine(file, fix).judgement();
  const reason = problem.rule === 'yaml-syntax' ? problem.args.reason : undefined;
  // Once it has its colon or its name, a line may show what else is wrong with it.
  const uncovers = reason === 'colon' || problem.rule === 'unknown-field' || problem.rule === 'missing-field';
  const rest = uncovers ? after.problems.filter(({ line }) => line !== fix.line) : after.problems;
  if (before.slip) {
    // What stands behind it was not read until now; the line itself was.
    if (rest.some(({ line }) => line === fix.line)) return false;
    return after.slip === undefined || (reason !== 'flow' && after.slip.line > fix.line);
  }
  const left = countBy(before.problems);
  for (const id of rest.map(identityOf)) {
    const count = left.get(id) ?? 0;
    if (count === 0) return false;
    left.set(id, count - 1);
  }
  return after.slip === undefined && left.get(identityOf(problem)) !== 0;
}

function countBy(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(identityOf(problem), (counts.get(identityOf(problem)) ?? 0) + 1);
  return counts;
}

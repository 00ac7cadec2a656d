/** What a fix does to a folder in memory. */
import { openSource, type Workspace } from '../../src/commands/context.ts';
import { configFile } from '../../src/config.ts';
import type { Fix } from '../../src/fix/fixer.ts';
import { decode, encodeLike } from '../../src/load/decode.ts';
import { isLocated, readPage, readYaml } from '../../src/load/front-matter.ts';
import { folderPrefix } from '../../src/load/limits.ts';
import type { SourceFile } from '../../src/load/read.ts';
import { identityOf, type Problem } from '../../src/problem.ts';

/**
 * What of a fix does not hold: the problem is gone, and there is no error that was not there before. Errors of a file
 * that could not be read before, those of a line that has its name or colon only now, and those of pages by another
 * configuration are not made by the fix but seen with it.
 */
export function brokenPromises(before: Workspace, problem: Problem, { line, after }: Fix, at: number): string[] {
  const { source } = before;
  const file = source.files.find(({ path }) => folderPrefix(source.folder) + path === problem.path) as SourceFile;
  const text = decode(file) as string;
  const content = encodeLike(file.content as Uint8Array, text.split('\n').with(line - 1, after));
  const files = source.files.map((one) => (one === file ? { ...file, content } : one));
  const fixed = openSource({ ...source, files }, { now: at });

  const count = ({ problems }: Workspace, one: Problem) =>
    problems.filter((other) => other.path === one.path && identityOf(other) === identityOf(one)).length;
  const isConfig = file.path === configFile;
  const wasUnread = !file.path.endsWith('.csv') && isLocated(isConfig ? readYaml(text) : readPage(text));
  const isSeen = (one: Problem) => (one.path === problem.path ? wasUnread || one.line === line : isConfig);
  const added = fixed.problems.filter(
    (one) => one.severity === 'error' && count(fixed, one) > count(before, one) && !isSeen(one),
  );
  const onLine = fixed.problems.some(
    (one) => one.path === problem.path && one.line === problem.line && one.rule === problem.rule,
  );
  const isGone = count(fixed, problem) < count(before, problem) || (wasUnread && !onLine);
  return [
    ...(isGone ? [] : ['the problem is still there']),
    ...added.map((one) => `new: ${one.path}:${one.line} ${identityOf(one)}`),
  ];
}

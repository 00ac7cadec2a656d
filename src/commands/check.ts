import { type Messages, messages } from '../i18n/index.ts';
import { type CommonOptions, fixesIn, type Io, languageOf, openWatched, type Workspace } from './context.ts';
import type { checkFormats } from './options.ts';
import { countOf, githubReport, jsonReport, prettyReport } from './report.ts';
import { UsageError } from './usage.ts';

export interface CheckOptions extends CommonOptions {
  readonly format: (typeof checkFormats)[number];
  /** More warnings than this fail the check. */
  readonly maxWarnings: number | undefined;
  /** A commit: only problems that came since the working tree parted from it are of interest. */
  readonly changedSince: string | undefined;
  /** Whether to go on, with a check after each change of the content. */
  readonly watch: boolean;
  /** Whether to mend what is safe before saying what is wrong. */
  readonly fix: boolean;
  /** That of kairanban, for formats that name the tool. */
  readonly version: string;
}

/**
 * `kairanban check`: says everything that is wrong. 0 fine, 1 an error (or too many warnings), of what is said. Throws
 * `UsageError` when there is no such commit as `changedSince`, nobody to watch, or
 * both to `watch` and to `fix` was asked.
 */
export async function runCheck(options: CheckOptions, io: Io): Promise<number> {
  // What only some ask for is not loaded for all, here and below.
  if (options.watch && options.fix) throw new UsageError((words) => words.cli.exclusive(['--fix', '--watch']));
  if (options.watch) return (await import('./watch.ts')).watchCheck(options, io, () => checkOnce(options, io));
  return (await checkOnce(options, io)).code;
}

async function checkOnce(options: CheckOptions, io: Io): Promise<{ code: number; words: Messages }> {
  const opened = openWatched(options, io);
  const words = messages(languageOf(options, opened.graph.config));
  const { changedSince, format } = options;
  const since = changedSince === undefined ? undefined : (await import('./since.ts')).problemsSince;
  const chosen = (all: Workspace) => since?.(changedSince as string, options, all) ?? all.problems;
  // What a program reads holds nothing but the problems.
  const say = (line: string) => (format === 'pretty' ? io.out : io.err)(`${line}\n`);
  const workspace = options.fix ? (await import('./fix.ts')).fixContent(options, opened, chosen, words, say) : opened;
  if (options.fix && format === 'pretty') io.out('\n');
  const problems = chosen(workspace);
  const older = workspace.problems.length - problems.length;
  const fixOf = fixesIn(workspace, words);
  const reports = {
    pretty: () => {
      const strict = workspace.graph.config.import === undefined;
      return prettyReport(problems, words, {
        checked: workspace.source.files.length,
        color: io.color,
        fixOf,
        older,
        strict,
      });
    },
    json: () => jsonReport(problems, words, fixOf, changedSince === undefined ? undefined : older),
    github: async () => {
      const { repositoryPaths } = await import('../load/read-git.ts');
      return githubReport(problems, words, fixOf, repositoryPaths(options.content));
    },
    sarif: async () => (await import('./sarif.ts')).sarifReport(problems, options.version, words, fixOf),
  };
  io.out(await reports[format]());
  const { errors, warnings } = countOf(problems);
  const failed = errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  return { code: failed ? 1 : 0, words };
}

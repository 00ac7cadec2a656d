import { type Messages, messages } from '../i18n/index.ts';
import { type CommonOptions, type Io, languageOf, openWatched } from './context.ts';
import type { checkFormats } from './options.ts';
import { countOf, githubReport, jsonReport, prettyReport } from './report.ts';

export interface CheckOptions extends CommonOptions {
  readonly format: (typeof checkFormats)[number];
  /** More warnings than this fail the check. */
  readonly maxWarnings: number | undefined;
  /** A commit: only problems that came since the working tree parted from it are of interest. */
  readonly changedSince: string | undefined;
  /** Whether to go on, with a check after each change of the content. */
  readonly watch: boolean;
  /** That of kairanban, for formats that name the tool. */
  readonly version: string;
}

/**
 * `kairanban check`: says everything that is wrong. 0 fine, 1 an error (or too many warnings), of what is said. Throws
 * `UsageError` when there is no such commit as `changedSince`, or nobody to watch.
 */
export async function runCheck(options: CheckOptions, io: Io): Promise<number> {
  // What only some ask for is not loaded for all, here and below.
  if (options.watch) return (await import('./watch.ts')).watchCheck(options, io, () => checkOnce(options, io));
  return (await checkOnce(options, io)).code;
}

async function checkOnce(options: CheckOptions, io: Io): Promise<{ code: number; words: Messages }> {
  const workspace = openWatched(options, io);
  const words = messages(languageOf(options, workspace.graph.config));
  const { changedSince } = options;
  const problems =
    changedSince === undefined
      ? workspace.problems
      : (await import('./since.ts')).problemsSince(changedSince, options, workspace);
  const older = workspace.problems.length - problems.length;
  const reports = {
    pretty: () => prettyReport(problems, workspace.source.files.length, words, io.color, older),
    json: () => jsonReport(problems, words, changedSince === undefined ? undefined : older),
    github: () => githubReport(problems, words),
    sarif: async () => (await import('./sarif.ts')).sarifReport(problems, options.version, words),
  };
  io.out(await reports[options.format]());
  const { errors, warnings } = countOf(problems);
  const failed = errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  return { code: failed ? 1 : 0, words };
}

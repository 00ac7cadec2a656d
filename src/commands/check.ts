import { messages } from '../i18n/index.ts';
import { type CommonOptions, type Io, languageOf, openWatched } from './context.ts';
import type { checkFormats } from './options.ts';
import { countOf, githubReport, jsonReport, prettyReport } from './report.ts';
import { sarifReport } from './sarif.ts';

export interface CheckOptions extends CommonOptions {
  readonly format: (typeof checkFormats)[number];
  /** More warnings than this fail the check. */
  readonly maxWarnings: number | undefined;
  /** That of kairanban, for formats that name the tool. */
  readonly version: string;
}

/** `kairanban check`: says everything that is wrong. 0 fine, 1 an error (or too many warnings). */
export function runCheck(options: CheckOptions, io: Io): number {
  const { problems, source, graph } = openWatched(options, io);
  const words = messages(languageOf(options, graph.config));
  const reports = {
    pretty: () => prettyReport(problems, source.files.length, words, io.color),
    json: () => jsonReport(problems, words),
    github: () => githubReport(problems, words),
    sarif: () => sarifReport(problems, options.version, words),
  };
  io.out(reports[options.format]());
  const { errors, warnings } = countOf(problems);
  return errors > 0 || warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

/** `kairanban search --judge FILE`: how well search answers what people really ask, and whether that got worse. */
import { basename, dirname } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import { entryRoute } from '../graph/routes.ts';
import { visibleAt } from '../graph/visibility.ts';
import { type Messages, messages } from '../i18n/index.ts';
import { replaceText } from '../load/write.ts';
import type { Level } from '../schema/level.ts';
import { compare, judge, resultOf, type Verdict } from '../search/judge.ts';
import { type Engine, search } from '../search/query.ts';
import { type CommonOptions, type Io, isHopeless, languageOf, openWatched } from './context.ts';
import { type Judging, judgeJson, judgeReport } from './judge-report.ts';
import { type JudgedRow, keyOf, readJudged, readRecorded, recordedText, recordOf, withRowsOf } from './judged-file.ts';
import { prettyReport } from './report.ts';
import { openBuilt, withIndexOf } from './search-index.ts';
import { UsageError } from './usage.ts';

export interface JudgeOptions extends CommonOptions {
  readonly file: string;
  /** A portal that is built; without it the content is indexed as it is now. */
  readonly site: string | undefined;
  readonly json: boolean;
  readonly record: boolean;
  readonly version: string;
}

/**
 * Asks every query of a file and counts. 0 fine, 1 when a figure is worse than recorded or the file has bad rows. With
 * `record` the results become those that later runs are held to. Throws `UsageError` for files that cannot be read or
 * written.
 */
export async function runJudge(options: JudgeOptions, io: Io): Promise<number> {
  const { file, site, visibility, version } = options;
  const { graph, problems } = openWatched(options, io, { least: 'error' });
  const words = messages(languageOf(options, graph.config));
  if (isHopeless(problems)) {
    io.err(prettyReport(problems, words, { checked: 0, color: io.color }));
    return 1;
  }
  const engine = site === undefined ? undefined : await openBuilt(site, version);
  const judging = await judgeFile(file, graph, visibility, words, io, engine);
  if (!judging) return 1;
  io.out(options.json ? judgeJson(judging) : judgeReport(judging, words, options.record));
  if (options.record) {
    const { record, verdicts } = judging;
    write(record, recordedText(verdicts.map((one) => ({ row: one.judged, result: resultOf(one) }))));
    io.err(`${words.search.recorded(record)}\n`);
    return 0;
  }
  return isWorse(judging) ? 1 : 0;
}

/** Whether a figure is worse than recorded. */
export function isWorse({ comparison }: Judging): boolean {
  return comparison !== undefined && comparison.worse.length > 0;
}

/**
 * Asks every query of a file: of an index that is there, else of the content as it is now, as readers of a level would.
 * Nothing when the file has bad rows, which are then said. Throws `UsageError` for files that cannot be read.
 */
export async function judgeFile(
  file: string,
  graph: Graph,
  level: Level,
  words: Messages,
  io: Pick<Io, 'err' | 'progress'>,
  engine?: Engine,
): Promise<Judging | undefined> {
  const visible = visibleAt(graph, level);
  const record = recordOf(file);
  const read = () => ({ rows: readJudged(file, graph, visible), recorded: readRecorded(record) });
  const known = withRowsOf(read, words, io);
  if (!known) return undefined;
  const { rows, recorded } = known;
  const verdicts = engine ? await judge(rows, ask(engine)) : await judgeContent(rows, graph, level, words, io);
  const names = new Map(visible.entries.map((entry) => [`/${entryRoute(entry)}`, `${entry.kind}:${entry.id}`]));
  const now = new Map(verdicts.map((verdict) => [keyOf(verdict.judged), resultOf(verdict)]));
  return { file, verdicts, names, comparison: recorded && compare(recorded, now), record };
}

/** Asks an index of the content as it is now. */
export async function judgeContent(
  rows: readonly JudgedRow[],
  graph: Graph,
  level: Level,
  words: Messages,
  io: Pick<Io, 'progress'>,
): Promise<Verdict<JudgedRow>[]> {
  io.progress(words.search.judging);
  const verdicts = await withIndexOf(graph, level, (engine) => judge(rows, ask(engine)));
  io.progress('');
  return verdicts;
}

const ask = (engine: Engine) => async (query: string, limit: number) =>
  (await search(engine, query, limit)).hits.map(({ url }) => url);

function write(file: string, text: string): void {
  try {
    replaceText(dirname(file), basename(file), text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError((words) => words.cli.importUnwritable(file, code));
  }
}

/** What became of judged queries → text for people and data for programs. */
import type { Messages } from '../i18n/index.ts';
import { inertLine } from '../render/inert.ts';
import {
  type Comparison,
  type Figures,
  figuresOf,
  type Result,
  resultOf,
  type Verdict,
  worthOf,
} from '../search/judge.ts';
import { type JudgedRow, keyOf } from './judged-file.ts';
import { inertJson } from './report.ts';

export interface Judging {
  readonly file: string;
  readonly verdicts: readonly Verdict<JudgedRow>[];
  /** Addresses in the index → `kind:id`. */
  readonly names: ReadonlyMap<string, string>;
  /** With what was recorded; none where nothing is. */
  readonly comparison: Comparison | undefined;
  /** The file of what was recorded. */
  readonly record: string;
}

/** So many of the pages that came instead are named. */
const shown = 3;

/** The figures, overall and by category; the queries that failed; what changed since it was recorded. */
export function judgeReport(judging: Judging, words: Messages, recording: boolean): string {
  const { file, verdicts, comparison, record } = judging;
  const { search } = words;
  const all = figuresOf(verdicts.map(resultOf));
  const failed = verdicts.filter((verdict) => worthOf(resultOf(verdict)) < 1);
  const lines = [
    ...table([[search.all, all], ...categories(verdicts)], words),
    '',
    ...(all.unanswerable > 0 ? [search.nothingRight(count(verdicts, 'nothing'), all.unanswerable)] : []),
    ...search.measuresLegend,
    '',
    ...(failed.length > 0 ? [search.failed(failed.length)] : []),
    ...failed.map((verdict) => {
      const { line, query } = verdict.judged;
      const instead = verdict.found.slice(0, shown).map((page) => nameIn(judging, page));
      const right = verdict.place > 0 ? instead.slice(0, verdict.place - 1) : instead;
      return inertLine(`${file}:${line}: ${search.missed(query, resultOf(verdict), right)}`);
    }),
    '',
    ...(comparison ? changes(judging, comparison, words) : recording ? [] : [search.unrecorded(record)]),
  ];
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function count(verdicts: Judging['verdicts'], result: Result): number {
  return verdicts.filter((verdict) => resultOf(verdict) === result).length;
}

function nameIn({ names }: Judging, page: string): string {
  return names.get(page) ?? page;
}

/** Figures of the answerable queries of each category, in the order in which they first come. */
function categories(verdicts: Judging['verdicts']): [string, Figures][] {
  const named = Map.groupBy(verdicts, ({ judged }) => judged.category);
  return [...named]
    .filter(([name]) => name !== '')
    .map(([name, list]): [string, Figures] => [name, figuresOf(list.map(resultOf))])
    .filter(([, { answerable }]) => answerable > 0);
}

/** Numbers first, so that the columns stand whatever the width of a category's name. */
function table(rows: readonly [string, Figures][], { search }: Messages): string[] {
  const cells = rows.map(([name, { answerable, first, five, rank }]) => {
    const figures = [first, five, rank].map((value) => decimal(value).padStart(8)).join('  ');
    return `${figures}  ${String(answerable).padStart(7)}  ${inertLine(name)}`;
  });
  return ['recall@1  recall@5       MRR  queries', ...cells, ...(rows.length === 0 ? [search.all] : [])];
}

function decimal(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3);
}

function changes(judging: Judging, { before, now, worse, better, fell, rose }: Comparison, words: Messages): string[] {
  const { search } = words;
  const figures = (which: typeof worse) =>
    which.map((name) => `  ${search.measure[name]} ${decimal(before[name])} → ${decimal(now[name])}`);
  const byKey = new Map(judging.verdicts.map((verdict) => [keyOf(verdict.judged), verdict]));
  const moved = (queries: Comparison['fell']) =>
    [...queries].flatMap(([key, old]) => {
      const verdict = byKey.get(key);
      if (!verdict) return [];
      const { line, query } = verdict.judged;
      return [inertLine(`  ${judging.file}:${line}: ${search.moved(query, old, resultOf(verdict))}`)];
    });
  const fresh = judging.verdicts.length - before.answerable - before.unanswerable;
  return [
    ...(worse.length > 0 ? [search.worse(judging.record), ...figures(worse)] : []),
    ...(better.length > 0 ? [search.better, ...figures(better)] : []),
    ...(fell.size > 0 ? [search.fell, ...moved(fell)] : []),
    ...(rose.size > 0 ? [search.rose, ...moved(rose)] : []),
    ...(worse.length === 0 && better.length === 0 ? [search.same] : []),
    ...(fresh > 0 ? [search.fresh(fresh)] : []),
    ...(worse.length === 0 && (better.length > 0 || fresh > 0) ? [search.recordAgain] : []),
  ];
}

/** The same as data. */
export function judgeJson(judging: Judging): string {
  const { verdicts, comparison } = judging;
  const named = (found: readonly string[]) => found.map((page) => nameIn(judging, page));
  return inertJson({
    version: 1,
    figures: figuresOf(verdicts.map(resultOf)),
    categories: Object.fromEntries(categories(verdicts)),
    queries: verdicts.map((verdict) => ({
      query: verdict.judged.query,
      line: verdict.judged.line,
      category: verdict.judged.category,
      pages: named(verdict.judged.pages),
      result: resultOf(verdict),
      found: named(verdict.found),
    })),
    recorded: comparison && {
      figures: comparison.before,
      compared: comparison.now,
      worse: comparison.worse,
      better: comparison.better,
      fell: queriesOf(comparison.fell),
      rose: queriesOf(comparison.rose),
    },
  });
}

function queriesOf(moved: Comparison['fell']): string[] {
  return [...moved.keys()].map((key) => key.split('\n')[0] as string);
}

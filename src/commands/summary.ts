import { entriesOf, find, type Graph } from '../graph/graph.ts';
import { becameDue, newsDay, toldReleases } from '../graph/state.ts';
import { addDays, weekDays } from '../graph/time.ts';
import { type Messages, messages } from '../i18n/index.ts';
import type { Entry } from '../load/entry.ts';
import { renderJson } from '../render/json.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { closest } from '../suggest.ts';
import { type Period, type Summary, summarise } from '../summary/summary.ts';
import {
  type CommonOptions,
  type Io,
  isHopeless,
  languageOf,
  messageLevel,
  openWatched,
  tellableGraph,
} from './context.ts';
import type { summaryFormats } from './options.ts';
import { prettyReport } from './report.ts';
import { UsageError } from './usage.ts';

/** Which releases: one of them at most. Without any, the latest five. */
export interface Selection {
  /** A day. */
  readonly since?: string;
  /** A number of days. */
  readonly last?: number;
  /** An ISO week. */
  readonly week?: string;
  /** A release's id. */
  readonly release?: string;
  /** Two commits, `A..B`. */
  readonly range?: string;
}

export interface SummaryOptions extends CommonOptions {
  readonly audience: string;
  readonly format: (typeof summaryFormats)[number];
  readonly selection: Selection;
}

/** How many releases “the latest” are. */
const latestCount = 5;

/** `kairanban summary`: prints what there is to tell an audience. 0 fine (nothing to tell is fine), 1 unusable content. */
export async function runSummary(options: SummaryOptions, io: Io): Promise<number> {
  const workspace = openWatched(options, io, { least: 'error' });
  const words = messages(languageOf(options, workspace.graph.config));
  if (isHopeless(workspace.problems)) {
    io.err(prettyReport(workspace.problems, words, { checked: 0, color: io.color }));
    return 1;
  }
  const broken = new Set(workspace.problems.filter((problem) => problem.severity === 'error').map(({ path }) => path));
  if (broken.size > 0) io.err(`${words.cli.leftOut(broken.size)}\n`);
  const level = messageLevel(workspace.graph, options.audience, options.visibility);
  const { range } = options.selection;
  if (range !== undefined) {
    // Reading commits takes processes, which most summaries need not load.
    const { commitsOf } = await import('./range.ts');
    const { base, head } = commitsOf(options, range, level);
    const releases = becameDue(base, head, options.audience);
    const summary = summarise(head, level, options.audience, releases, { type: 'range' });
    io.out(await renderSummary(summary, options.format, words));
    return 0;
  }
  const graph = tellableGraph(workspace, level);
  const { releases, period } = select(graph, options);
  const summary = summarise(graph, level, options.audience, releases, period);
  io.out(await renderSummary(summary, options.format, words));
  return 0;
}

/** A summary in a format. */
async function renderSummary(
  summary: Summary,
  format: (typeof summaryFormats)[number],
  words: Messages,
): Promise<string> {
  switch (format) {
    case 'markdown':
      return renderMarkdown(summary, words);
    case 'text':
      return renderText(summary, words);
    case 'json':
      return renderJson(summary);
    case 'slack': {
      // What it knows of Slack's marks takes longer to load than a summary to write.
      const { renderSlack } = await import('../render/slack.ts');
      return `${JSON.stringify(renderSlack(summary, words).message, null, 2)}\n`;
    }
  }
}

function select(
  graph: Graph,
  { selection, audience }: SummaryOptions,
): { releases: Entry<'release'>[]; period: Period } {
  const { release: id } = selection;
  if (id !== undefined) {
    const release = find(graph, 'release', id);
    if (release) return { releases: [release], period: { type: 'release' } };
    const ids = entriesOf(graph, 'release').map((entry) => entry.id);
    throw new UsageError((words) => words.cli.unknownRelease(id, closest(id, ids)));
  }
  const told = toldReleases(graph, audience);
  const days = daysOf(graph, selection);
  if (!days) return { releases: told.slice(0, latestCount), period: { type: 'latest' } };
  const { timeZone } = graph.config;
  const within = (day: string) => days.first <= day && day <= days.last;
  return { releases: told.filter((release) => within(newsDay(release, timeZone))), period: { type: 'days', ...days } };
}

function daysOf(graph: Graph, { since, last, week }: Selection): { first: string; last: string } | undefined {
  if (since !== undefined) return { first: since, last: graph.today };
  if (last !== undefined) return { first: addDays(graph.today, 1 - last), last: graph.today };
  return week === undefined ? undefined : weekDays(week);
}

/** The story of a run of the Action, without GitHub's ways of saying it: check, find what became due, tell it. */
import type { Config, Locale } from '../config.ts';
import { postJson, type Receipt } from '../deliver/http.ts';
import type { FixOf } from '../fix/fixer.ts';
import { buildGraph, type Graph } from '../graph/graph.ts';
import { becameDue, isHistory } from '../graph/state.ts';
import { visibleAt } from '../graph/visibility.ts';
import { type Messages, messages } from '../i18n/index.ts';
import {
  committedAt,
  fetchCommit,
  GitError,
  hasCommit,
  inRepository,
  parentsOfHead,
  readCommit,
} from '../load/read-git.ts';
import type { Problem } from '../problem.ts';
import { renderSlack, type SlackMessage } from '../render/slack.ts';
import type { Level } from '../schema/level.ts';
import { type Summary, summarise } from '../summary/summary.ts';
import {
  fixesIn,
  isHopeless,
  type Judgement,
  messageLevel,
  openSource,
  openWorkspace,
  seenAt,
  tellableGraph,
  type Workspace,
} from './context.ts';
import { isWorse, judgeFile } from './judge.ts';
import { judgeReport } from './judge-report.ts';
import { isThere } from './judged-file.ts';
import { newestFirst } from './since.ts';
import { UsageError } from './usage.ts';

export interface ActionOptions {
  readonly content: string;
  readonly audience: string;
  readonly visibility: Level;
  readonly locale: Locale | undefined;
  readonly now: number;
  /** What people ask with the pages that answer (`search --judge`), where there is such a file. */
  readonly searchQueries: string;
  /** What to do: `check` only, or `announce` what a push made due as well. */
  readonly task: 'check' | 'announce';
  /** The commit before the change: a push's `before`, a pull request's base. Absent where there is none. */
  readonly base: string | undefined;
  /** The last commit of a pull request. GitHub checks out a merge of it. */
  readonly pullRequest: string | undefined;
  readonly slackWebhookUrl: string | undefined;
  readonly dryRun: boolean;
}

export interface ActionResult {
  readonly problems: readonly Problem[];
  readonly words: Messages;
  /** What would mend the problems. */
  readonly fixOf: FixOf;
  /** Rules whose severity the change itself sets otherwise; for a pull request those of its base hold. */
  readonly changedRules: readonly string[];
  /** Why there is nothing to compare with, though an earlier commit is known. */
  readonly baseError?: GitError;
  /** Why nobody can be told. */
  readonly unknownAudience?: UsageError;
  readonly announcement?: Announcement;
  readonly search?: SearchResult;
}

/** How search does on what people ask. */
export interface SearchResult {
  /** What the command line would say. */
  readonly report: string;
  /** Whether a figure is worse than recorded, or the file cannot be understood. */
  readonly failed: boolean;
}

export interface Announcement {
  readonly summary: Summary;
  readonly slack: SlackMessage;
  readonly truncated: boolean;
  /** How many releases were added that are too old to be news. */
  readonly older: number;
  /** How many a later push will tell, once their day has come. */
  readonly coming: number;
  /** Why nothing was sent, or what became of the message. */
  readonly outcome: 'nothing-due' | 'no-base' | 'no-channel' | 'dry-run' | Receipt;
}

/** Runs the Action. Reads the working tree and, for comparison, one earlier commit. */
export async function runAction(options: ActionOptions): Promise<ActionResult> {
  const { base, error } = baseOf(options);
  const { workspace, changedRules } = withBaseRules(
    openWorkspace(options),
    options.task === 'check' ? base?.workspace : undefined,
    options.now,
  );
  const words = messages(options.locale ?? workspace.graph.config.locale);
  // Of old ones there may be many more than GitHub shows, and who asks to merge a change looks for those it makes.
  const problems = base && options.task === 'check' ? newestFirst(base.workspace, workspace) : workspace.problems;
  const found = { problems, words, changedRules, fixOf: fixesIn(workspace, words) };
  // Without content, why there is no earlier commit is of no interest.
  if (isHopeless(workspace.problems)) return { ...found, words: withoutContent(words, options.content) };
  const result = { ...found, ...(error && { baseError: error }) };
  // Said in a pull request already, before a push tells nobody.
  const level = levelOf(options, workspace.graph);
  if (level instanceof UsageError) return { ...result, unknownAudience: level };
  // In pull requests alone: a query that got worse must not keep the news back.
  if (options.task === 'check') {
    const search = await judgeSearch(options, workspace.graph, words);
    return { ...result, ...(search && { search }) };
  }
  return { ...result, announcement: await announce(options, workspace, base, level, words) };
}

/** The level of the message, or that nobody knows its audience. */
function levelOf({ audience, visibility }: ActionOptions, graph: Graph): Level | UsageError {
  try {
    return messageLevel(graph, audience, visibility);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** Asks what people ask, if a file says what that is. */
async function judgeSearch(
  { searchQueries, visibility }: ActionOptions,
  graph: Graph,
  words: Messages,
): Promise<SearchResult | undefined> {
  if (searchQueries === '' || !isThere(searchQueries)) return undefined;
  const said: string[] = [];
  const io = { err: (text: string) => void said.push(text), progress: () => undefined };
  const judging = await judgeFile(searchQueries, graph, visibility, words, io);
  if (!judging) return { report: said.join(''), failed: true };
  return { report: judgeReport(judging, words, false), failed: isWorse(judging) };
}

/** A workflow names the content folder by an input, not an option, and may lack its `actions/checkout`. */
function withoutContent(words: Messages, content: string): Messages {
  const say = inRepository(content) ? words.action.contentMissing : words.action.notCheckedOut;
  const problems: Messages['problems'] = { ...words.problems, 'content-missing': ({ folder }) => say(folder) };
  return { ...words, problems };
}

/** No day that can be written is later. */
const endOfTime = Date.UTC(9999, 11, 31);

/** The content at the earlier commit, and when that and the one checked out were made. */
interface Base {
  readonly workspace: Workspace;
  readonly madeAt: number;
  readonly headMadeAt: number;
}

/** The content at the earlier commit, fetched if need be; none, and maybe why, where it cannot be had. */
function baseOf({ base: given, pullRequest, content, now, task }: ActionOptions): { base?: Base; error?: GitError } {
  if (given === undefined) return {};
  try {
    const [into, merged] = pullRequest === undefined ? [] : parentsOfHead(content);
    // The event names the base as it was when the branch was pushed; the merge is into what it is by now.
    const base = into !== undefined && merged === pullRequest ? into : given;
    if (!hasCommit(content, base)) fetchCommit(content, base);
    const judgement: Judgement = task === 'check' ? {} : { least: 'error' };
    const workspace = openSource(readCommit(content, base), { now }, judgement);
    // A clock that is fast lets nothing out before its time.
    const [madeAt, headMadeAt] = [base, 'HEAD'].map((ref) => Math.min(now, committedAt(content, ref)));
    return { base: { workspace, madeAt: madeAt as number, headMadeAt: headMadeAt as number } };
  } catch (error) {
    if (error instanceof GitError) return { error };
    throw error;
  }
}

async function announce(
  options: ActionOptions,
  workspace: Workspace,
  base: Base | undefined,
  level: Level,
  words: Messages,
): Promise<Announcement> {
  const { audience } = options;
  // Each commit as of when it was made: this push ends where the next begins, and every release is told by one of them.
  const then = base ? seenAt(workspace, base.headMadeAt) : workspace;
  const before = base && seenAt(base.workspace, base.madeAt);
  const head = tellableGraph(then, level);
  const added = becameDue(before ? tellableGraph(before, level) : emptied(head), head, audience);
  // What would be due even if errors kept nothing back.
  const opened = new Set(before && becameDue(visibleAt(before.graph, level), head, audience));
  const due = before ? added.filter((release) => !isHistory(before.graph, release, opened.has(release))) : added;
  const summary = summarise(head, level, audience, due, { type: base ? 'due' : 'latest' });
  const { message, truncated } = renderSlack(summary, words);
  const inTheEnd = tellableGraph({ ...then, graph: buildGraph(then.content, endOfTime) }, level);
  const counts = { older: added.length - due.length, coming: becameDue(head, inTheEnd, audience).length };
  const told = { summary, slack: message, truncated, ...counts };
  if (due.length === 0) return { ...told, outcome: 'nothing-due' };
  // Without an earlier commit everything is new: a first push shows its backlog here and bothers nobody with it.
  if (!base) return { ...told, outcome: 'no-base' };
  if (options.dryRun) return { ...told, outcome: 'dry-run' };
  if (options.slackWebhookUrl === undefined) return { ...told, outcome: 'no-channel' };
  return { ...told, outcome: await postJson(options.slackWebhookUrl, message) };
}

function emptied(graph: Graph): Graph {
  return { ...graph, entries: [] };
}

/** A pull request is judged by the severities of its base: it cannot wave itself through. */
function withBaseRules(
  workspace: Workspace,
  base: Workspace | undefined,
  now: number,
): { workspace: Workspace; changedRules: string[] } {
  if (!base) return { workspace, changedRules: [] };
  const severities = ({ rules, import: from }: Config): Record<string, string | undefined> => {
    return { ...rules, 'import.unknownFields': from?.unknownFields };
  };
  const own = severities(workspace.graph.config);
  const held = severities(base.graph.config);
  const names = [...new Set([...Object.keys(own), ...Object.keys(held)])].sort();
  const changedRules = names.filter((name) => own[name] !== held[name]);
  return changedRules.length === 0
    ? { workspace, changedRules }
    : { workspace: openSource(workspace.source, { now }, { held: base.graph.config }), changedRules };
}

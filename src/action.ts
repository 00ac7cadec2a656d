/** EDGE: GitHub's inputs and event → `runAction` → annotations, job summary, outputs. */
import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import {
  type ActionOptions,
  type ActionResult,
  type Announcement,
  runAction,
  type SearchResult,
} from './commands/action.ts';
import { adviceOf, type Counts, countOf, githubReport, worstFirst } from './commands/report.ts';
import { UsageError } from './commands/usage.ts';
import { type Locale, locales } from './config.ts';
import type { FixOf } from './fix/fixer.ts';
import { type Messages, messages } from './i18n/index.ts';
import { type GitError, repositoryPaths } from './load/read-git.ts';
import type { Problem } from './problem.ts';
import { inertLine } from './render/inert.ts';
import { fitJson } from './render/json.ts';
import { fitMarkdown } from './render/markdown.ts';
import { levels } from './schema/level.ts';

/** GitHub shows this many annotations of a severity for a step. */
const shownAnnotations = 10;
/** Rows of the table in the job summary. */
const shownRows = 200;
/**
 * GitHub keeps 1 MB of a job's outputs, all of them together and counted in UTF-16, two bytes a unit.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#outputs-for-docker-container-and-javascript-actions
 */
const keptOutputs = 490_000;
/** What of it the Markdown may take. The summary of a job holds it too, in 1 MiB of UTF-8. */
const keptMarkdown = 200_000;

/** Outputs for others to count and compare with, where nothing is told. */
const nothingTold = { releases: 0, truncated: false, posted: false };

/** What of an event's payload is used; all of it may be missing, or be something else. */
interface Payload {
  readonly before?: unknown;
  readonly deleted?: unknown;
  readonly ref?: unknown;
  readonly repository?: { readonly default_branch?: unknown } | null;
  readonly pull_request?: {
    readonly base?: { readonly sha?: unknown } | null;
    readonly head?: { readonly sha?: unknown } | null;
  } | null;
  readonly merge_group?: { readonly base_sha?: unknown } | null;
}

const noCommit = /^0+$/;

async function main(): Promise<void> {
  const webhook = core.getInput('slack-webhook-url') || undefined;
  if (webhook) core.setSecret(webhook);
  const locale = choiceInput('locale', ['', ...locales]) as Locale | '';
  const failOn = choiceInput('fail-on', ['error', 'warning', 'never']);
  const failOnDelivery = booleanInput('fail-on-delivery');
  const command = choiceInput('command', ['auto', 'check', 'summary', 'post']);
  const eventPath = process.env.GITHUB_EVENT_PATH;
  const event = eventPath ? payloadIn(eventPath) : {};
  const { task, base, pullRequest } = taskOf(event ?? {}, command);
  const options: ActionOptions = {
    content: core.getInput('content'),
    audience: core.getInput('audience'),
    visibility: levels.find((level) => level === choiceInput('visibility', levels)) ?? 'internal',
    locale: locale === '' ? undefined : locale,
    now: Date.now(),
    searchQueries: core.getInput('search-queries'),
    task,
    base,
    pullRequest,
    slackWebhookUrl: command === 'summary' ? undefined : webhook,
    dryRun: booleanInput('dry-run'),
  };
  const result = await runAction(options);
  const counts = countOf(result.problems);
  reportProblems(result, repositoryPaths(options.content));
  if (eventPath && !event) core.warning(result.words.action.badEvent(eventPath));
  core.setOutput('errors', counts.errors);
  core.setOutput('warnings', counts.warnings);
  if (result.search) reportSearch(result.search, result.words);
  if (result.announcement) reportAnnouncement(result.announcement, result.words);
  else for (const [name, value] of Object.entries(nothingTold)) core.setOutput(name, value);
  if (base !== undefined && result.baseError) core.warning(baseWarning(base, result.baseError, result.words));
  await core.summary.write();
  const failed = failOn !== 'never' && (counts.errors > 0 || (failOn === 'warning' && counts.warnings > 0));
  if (failed) core.setFailed(failureOf(result, counts));
  else if (failOn !== 'never' && result.search?.failed) core.setFailed(result.words.action.failedSearch);
  if (result.unknownAudience) core.setFailed(result.unknownAudience.say(result.words));
  const receipt = result.announcement?.outcome;
  if (typeof receipt === 'object' && !receipt.sent) {
    const { failedDelivery, undelivered } = result.words.action;
    const message = failedDelivery(undelivered(receipt.what, receipt.detail));
    if (failOnDelivery) core.setFailed(message);
    else core.warning(message);
  }
}

/** What the check found, and that the message is out all the same: who mends an error need not run the job again. */
function failureOf({ words, announcement }: ActionResult, { errors, warnings }: Counts): string {
  const outcome = announcement?.outcome;
  const isPosted = typeof outcome === 'object' && outcome.sent;
  return words.action.failedCheck(errors, warnings) + (isPosted ? words.action.postedAlready : '');
}

/** A pull request is checked; a push to the default branch is told as well. */
function taskOf(event: Payload, command: string): Pick<ActionOptions, 'task' | 'base' | 'pullRequest'> {
  const isPush = process.env.GITHUB_EVENT_NAME === 'push' && event.deleted !== true;
  const branch = event.repository?.default_branch;
  const toDefault = typeof branch === 'string' && event.ref === `refs/heads/${branch}`;
  const announce = command === 'summary' || command === 'post' || (command === 'auto' && isPush && toDefault);
  // The `before` of a pull request is what its own branch was: a change may not be judged by itself.
  const before = event.pull_request?.base?.sha ?? event.merge_group?.base_sha ?? event.before;
  return {
    task: announce ? 'announce' : 'check',
    base: commitIn(before),
    pullRequest: commitIn(event.pull_request?.head?.sha),
  };
}

function commitIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value) && !noCommit.test(value) ? value : undefined;
}

/** The event in a file; `undefined` where there is none. */
function payloadIn(path: string): Payload | undefined {
  try {
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof event === 'object' && event !== null && !Array.isArray(event) ? event : undefined;
  } catch {
    return undefined;
  }
}

function booleanInput(name: string): boolean {
  return choiceInput(name, ['true', 'false'], core.getInput(name).toLowerCase()) === 'true';
}

function choiceInput(name: string, values: readonly string[], value = core.getInput(name)): string {
  if (values.includes(value)) return value;
  const expected = values.filter((one) => one !== '');
  throw new UsageError((words) => words.action.unknownInput(name, value, words.cli.oneOf(expected)));
}

function reportProblems(
  { problems, words, changedRules, fixOf }: ActionResult,
  pathOf: (path: string) => string,
): void {
  const counts = countOf(problems);
  for (const severity of ['error', 'warning'] as const) {
    const worst = problems.filter((problem) => problem.severity === severity).slice(0, shownAnnotations);
    process.stdout.write(githubReport(worst, words, fixOf, pathOf));
  }
  core.summary.addHeading(words.action.checked, 2);
  core.summary.addRaw(
    `${words.cli.severity.error}: ${counts.errors} · ${words.cli.severity.warning}: ${counts.warnings}`,
    true,
  );
  if (problems.length > 0) core.summary.addRaw(problemTable(problems, words, fixOf), true);
  if (changedRules.length > 0) {
    core.warning(words.action.changedRules(changedRules));
    core.summary.addRaw(`\n${words.action.changedRules(changedRules)}\n`, true);
  }
}

function problemTable(problems: readonly Problem[], words: Messages, fixOf: FixOf): string {
  const rows = worstFirst(problems)
    .slice(0, shownRows)
    .map((problem) => {
      const place = `<code>${cell(`${inertLine(problem.path)}:${problem.line}`)}</code>`;
      return `| ${place} | ${words.cli.severity[problem.severity]} | ${cell(adviceOf(problem, fixOf(problem), words))} |`;
    });
  const rest = problems.length - rows.length;
  const more = rest > 0 ? `\n\n${words.action.more(rest)}` : '';
  return `\n| ${words.action.place} | | ${words.action.problem} |\n| --- | --- | --- |\n${rows.join('\n')}${more}\n`;
}

/** Text as the cell of a table shows it: what is quoted as code, and no other Markdown or HTML, whatever marks it holds. */
function cell(text: string): string {
  const marks = text.replace(/[\\`*_{}[\]<>&|!~#$]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return marks.replace(/&#96;(.+?)&#96;/g, '<code>$1</code>');
}

/** Why there is nothing to compare with, and what to do about it. */
function baseWarning(base: string, error: GitError, words: Messages): string {
  const why = error.say(words);
  return error.what === 'no-repository' ? words.action.noRepository(why) : words.action.baseMissing(base, why);
}

function reportAnnouncement(announcement: Announcement, words: Messages): void {
  const { summary, slack, truncated, older, coming, outcome } = announcement;
  const markdown = fitMarkdown(summary, words, keptMarkdown).text;
  const message = JSON.stringify(slack);
  const json = fitJson(summary, keptOutputs - markdown.length - message.length);
  const said = words.action.outcome;
  const verdict =
    typeof outcome === 'string'
      ? said[outcome]
      : outcome.sent
        ? said.sent
        : said.failed(words.action.undelivered(outcome.what, outcome.detail));
  const rest = [
    ...(older > 0 ? [words.action.older(older)] : []),
    ...(coming > 0 ? [words.action.coming(coming)] : []),
    ...(json.left > 0 ? [words.action.shortJson(json.left)] : []),
  ];
  for (const said of [verdict, ...rest]) core.summary.addRaw(`\n${said}\n`, true);
  if (outcome !== 'nothing-due') core.summary.addRaw(`\n${markdown}`, true);
  const failed = typeof outcome === 'object' && !outcome.sent;
  if (failed || outcome === 'dry-run') core.summary.addRaw(codeBlock(JSON.stringify(slack, null, 2), 'json'), true);
  core.info([verdict, ...rest].join('\n'));
  core.setOutput('releases', summary.items.length);
  core.setOutput('summary', markdown);
  core.setOutput('summary-json', json.text);
  core.setOutput('slack-message', message);
  core.setOutput('truncated', truncated);
  core.setOutput('posted', typeof outcome === 'object' && outcome.sent);
}

function reportSearch({ report }: SearchResult, words: Messages): void {
  core.summary.addHeading(words.action.searched, 2);
  core.summary.addRaw(codeBlock(report.trimEnd(), ''), true);
}

/** Text as Markdown shows it, whatever marks it holds: a fence longer than any run of them. */
function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `\n${fence}${language}\n${text}\n${fence}\n`;
}

try {
  await main();
} catch (error) {
  const words = messages('ja');
  if (error instanceof UsageError) core.setFailed(`${error.say(words)} / ${error.say(messages('en'))}`);
  else core.setFailed(words.cli.bug(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

/** EDGE: problems → SARIF 2.1.0, for GitHub's code scanning and editors; knows the working directory. */
import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fix, FixOf } from '../fix/fixer.ts';
import type { Messages } from '../i18n/index.ts';
import { defaultSeverity, identityOf, type Problem, ruleIds } from '../problem.ts';
import { adviceOf, inertJson, worstFirst } from './report.ts';

/**
 * The most results of a run: GitHub refuses a file with more, and shows 5,000 of them, the most severe.
 * https://docs.github.com/code-security/code-scanning/troubleshooting-sarif/results-exceed-limit
 * The other limits stated there and in “SARIF support for code scanning” (1,024 characters of a description, rules,
 * locations) are out of reach; none is stated for `message.text`, whose quotations `i18n` cuts.
 */
export const resultLimit = 25_000;

/**
 * Problems as one run of SARIF, errors first; what GitHub would refuse is left out and counted in a notification.
 * `version` is that of the tool; paths are taken from the working directory.
 */
export function sarifReport(problems: readonly Problem[], version: string, words: Messages, fixOf: FixOf): string {
  const kept = worstFirst(problems).slice(0, resultLimit);
  const left = problems.length - kept.length;
  const prints = fingerprints(kept);
  return inertJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(version, words) },
        columnKind: 'utf16CodeUnits',
        ...(left > 0 && { invocations: [cutShort(words.cli.sarifCut(left, resultLimit))] }),
        results: kept.map((problem, index) => {
          const fix = fixOf(problem);
          return {
            ruleId: problem.rule,
            ruleIndex: ruleIds.indexOf(problem.rule),
            level: problem.severity,
            message: { text: plain(adviceOf(problem, fix, words)) },
            locations: [{ physicalLocation: location(problem) }],
            partialFingerprints: { 'kairanban/v1': prints[index] },
            ...(fix && { fixes: [change(problem, fix)] }),
          };
        }),
      },
    ],
  });
}

/** GitHub shows a rule's short and full description and its help, and takes none of them blank. */
function driver(version: string, words: Messages) {
  return {
    name: 'kairanban',
    version,
    informationUri: 'https://github.com/kairanban/kairanban',
    rules: ruleIds.map((id) => {
      const text = plain(words.rules[id]);
      return {
        id,
        shortDescription: { text },
        fullDescription: { text },
        help: { text },
        defaultConfiguration: { level: defaultSeverity(id) },
      };
    }),
  };
}

function cutShort(text: string) {
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}

/** SARIF reads `{0}` as a place to fill and `[words](address)` as a link (3.11.5, 3.11.6); content makes neither. */
function plain(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replace(/\](?=\()/g, ']\u2060');
}

function location({ path, line, column }: Problem) {
  return { artifactLocation: artifact(path), region: { startLine: line, startColumn: column } };
}

/** What an editor may write at a press of a button. */
function change({ path }: Problem, { line, column, old, text }: Fix) {
  const deletedRegion = { startLine: line, startColumn: column, endColumn: column + old.length };
  const replacements = [{ deletedRegion, insertedContent: { text } }];
  return { artifactChanges: [{ artifactLocation: artifact(path), replacements }] };
}

/** Relative to the working directory, by the name that CodeQL gives it, too; what lies outside is absolute. */
function artifact(path: string) {
  const inside = relative(process.cwd(), resolve(path));
  if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) {
    return { uri: pathToFileURL(resolve(path).toWellFormed()).href };
  }
  const names = inside.split(sep).map((name) => encodeURIComponent(name.toWellFormed()));
  return { uri: names.join('/') || '.', uriBaseId: '%SRCROOT%' };
}

/**
 * The same for a problem wherever in its file it moves; equal problems of a file are told apart by their order. GitHub
 * matches by `primaryLocationLineHash`, which its upload action makes of the source and wants no other way
 * (github/codeql-action, src/fingerprints.ts), so ours has a name of its own.
 */
function fingerprints(problems: readonly Problem[]): string[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const same = JSON.stringify([artifact(problem.path).uri, identityOf(problem)]);
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return createHash('sha256').update(`${same}\n${count}`).digest('hex').slice(0, 32);
  });
}

/** `check --format sarif`. That it is SARIF for every fixture is shown in tests/check. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resultLimit, sarifReport } from '../../src/commands/sarif.ts';
import { messages } from '../../src/i18n/index.ts';
import { type Finding, problemAt, ruleIds } from '../../src/problem.ts';
import { now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';
import { readSarif, type SarifResult, type SarifRun } from '../support/sarif.ts';

const page = (fields: string, body = 'Text.\n') => `---\ntitle: A\ndate: 2026-11-02\n${fields}---\n\n${body}`;

async function sarif(cwd: string, ...args: string[]): Promise<SarifRun> {
  const env = { KAIRANBAN_LANG: 'en' };
  const run = await runCli(['check', '--now', now, '--format', 'sarif', ...args], { cwd, env });
  expect(run.err).toBe('');
  return readSarif(run.out);
}

const addressOf = (result: SarifResult | undefined) => result?.locations[0]?.physicalLocation.artifactLocation;
const printsOf = ({ results }: SarifRun) => results.map((result) => result.partialFingerprints['kairanban/v1']);

test('names the tool, its rules and each problem', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'content/releases/a.md': page('unheard: x\n'),
    'content/releases/b.md': page('visibility: public\n', '## Unheard of\n'),
  });
  const { tool, results } = await sarif(folder);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(tool.driver).toMatchObject({ name: 'kairanban', version });
  expect(tool.driver.rules.map((rule) => rule.id)).toEqual(ruleIds);
  expect(tool.driver.rules.find((rule) => rule.id === 'stale-page')).toMatchObject({
    shortDescription: { text: 'A page that nobody looked at for long is believed although it may be wrong.' },
    defaultConfiguration: { level: 'warning' },
  });
  for (const result of results) expect(ruleIds[result.ruleIndex]).toBe(result.ruleId);
  expect(results).toMatchObject([
    {
      ruleId: 'unknown-field',
      level: 'error',
      message: { text: expect.stringMatching(/^Unexpected field `unheard`\./) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/releases/a.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 1 },
          },
        },
      ],
    },
    { ruleId: 'unknown-heading', level: 'warning', locations: [{ physicalLocation: { region: { startLine: 7 } } }] },
  ]);
  const { tool: japanese } = await sarif(folder, '--lang', 'ja');
  expect(japanese.driver.rules[0]?.shortDescription.text).toBe('フォルダーがなければ、読むものがありません。');
});

describe('addresses', () => {
  const files = { 'docs/know ledge/releases/新 100%.md': page('unheard: x\n') };

  test('are relative to the working directory, however the folder was named', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, files);
    const within = '/releases/%E6%96%B0%20100%25.md';
    const uri = `docs/know%20ledge${within}`;
    const named = ['docs/know ledge', './docs//know ledge/', join(folder, 'docs', 'know ledge')];
    const runs = await Promise.all(named.map((content) => sarif(folder, '--content', content)));
    for (const run of runs) expect(addressOf(run.results[0])).toEqual({ uri, uriBaseId: '%SRCROOT%' });
    expect(new Set(runs.flatMap(printsOf)).size).toBe(new Set(printsOf(runs[0] as SarifRun)).size);
    mkdirSync(join(folder, 'elsewhere'));
    const outside = await sarif(join(folder, 'elsewhere'), '--content', '../docs/know ledge');
    expect(addressOf(outside.results[0])?.uri).toMatch(/^file:\/\/\/.*\/docs\/know%20ledge\/releases\//);
    expect(addressOf(outside.results[0])?.uriBaseId).toBeUndefined();
  });

  test('of a folder that is not there', async () => {
    const { results } = await sarif(temporaryFolder());
    expect(results).toMatchObject([{ ruleId: 'content-missing' }]);
    expect(addressOf(results[0])?.uri).toBe('content');
  });
});

test('a problem keeps its fingerprint when its line moves, when time passes and when another comes before it', async () => {
  const folder = temporaryFolder();
  const heading = '## Unheard of\n\nText.\n\n';
  const write = (body: string) =>
    writeFiles(folder, {
      'content/kairanban.yaml': 'reviewEvery: 30d\n',
      'content/releases/a.md': page('visibility: public\nunheard: x\n', body),
      'content/personas/b.md': '---\ntitle: B\nreviewed: 2026-01-01\nreviewEvery: 30d\n---\n\nText.\n',
    });
  write(heading + heading);
  const before = printsOf(await sarif(folder));
  expect(new Set(before).size).toBe(before.length);
  write(`Moved.\n\n${heading}${heading}## Not known\n`);
  const after = printsOf(await sarif(folder, '--now', '2026-12-01T09:00+09:00'));
  expect(after).toHaveLength(before.length + 1);
  expect(after).toEqual(expect.arrayContaining(before));
});

describe('what content cannot do', () => {
  const at = { path: 'content/releases/a.md', line: 1, column: 1 };
  const say = (finding: Finding) =>
    readSarif(sarifReport([problemAt(at, finding)], '1.0.0', messages('en'), () => undefined)).results[0]?.message.text;

  test('place arguments, links, line breaks or turned text', () => {
    const id = '{0} [here](https://example.com) \u202e\n\u001b[31m ##[error]';
    const text = say({ rule: 'duplicate-id', args: { id, other: 'b.md' } });
    expect(text).toContain('{{0}} [here]\u2060(https://example.com) \\u{{202e}}\\u{{a}}\\u{{1b}}[31m #\u2060#[error]');
  });
});

test('no more results than GitHub takes, the worst first, and what was left out is said', () => {
  const warning = (line: number) =>
    problemAt(
      { path: 'content/a.md', line, column: 1 },
      { rule: 'unknown-heading', args: { heading: 'A', level: 'public', known: [] } },
    );
  const error = problemAt({ path: 'content/z.md', line: 1, column: 1 }, { rule: 'file-empty', args: {} });
  const warnings = Array.from({ length: resultLimit + 1 }, (_, index) => warning(index + 1));
  const run = readSarif(sarifReport([...warnings, error], '1.0.0', messages('en'), () => undefined));
  expect(run.results).toHaveLength(resultLimit);
  expect(run.results[0]?.ruleId).toBe('file-empty');
  expect(run.invocations?.[0]?.toolExecutionNotifications[0]?.message.text).toBe(
    '2 more problems were left out: GitHub takes at most 25,000 of a run.',
  );
  const full = readSarif(sarifReport(warnings.slice(1), '1.0.0', messages('en'), () => undefined));
  expect(full).not.toHaveProperty('invocations');
});

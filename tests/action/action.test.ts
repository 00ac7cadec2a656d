/** The bundled Action as GitHub runs it: a process, real repositories, real payloads, a Slack on loopback. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { githubActs } from '../render/github.ts';
import {
  commitAll,
  copyExample,
  type Finished,
  git,
  loopback,
  root,
  runNode,
  temporaryFolder,
  writeFiles,
} from '../support/process.ts';

const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: Record<string, { default: string }> };

type Example = Record<string, unknown>;
const examples: { name: string; examples: Example[] }[] = createRequire(import.meta.url)('@octokit/webhooks-examples');

function payload(name: string, changes: Example): Example {
  const example = examples.find((one) => one.name === name)?.examples[0];
  return { ...example, ...changes };
}

interface Run extends Finished {
  readonly summary: string;
  readonly outputs: Record<string, string>;
}

/**
 * Runs the Action in a repository for an event, with the inputs' defaults as the runner gives them. An event given as
 * text is written as it is; there is no file for one that is absent.
 */
async function runAction(
  cwd: string,
  event: string,
  data: Example | string | undefined,
  inputs: Record<string, string> = {},
): Promise<Run> {
  const folder = temporaryFolder();
  const files = { summary: join(folder, 'summary'), output: join(folder, 'output'), event: join(folder, 'event.json') };
  writeFileSync(files.summary, '');
  writeFileSync(files.output, '');
  if (data !== undefined) writeFileSync(files.event, typeof data === 'string' ? data : JSON.stringify(data));
  const given = Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default]);
  const env = Object.fromEntries(
    given.map(([name, value]) => [`INPUT_${(name as string).toUpperCase()}`, value as string]),
  );
  const run = await runNode([join(root, 'dist', 'action.js')], {
    cwd,
    env: {
      ...env,
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_OUTPUT: files.output,
      GITHUB_WORKSPACE: cwd,
    },
  });
  return {
    ...run,
    summary: readFileSync(files.summary, 'utf8'),
    outputs: readOutputs(readFileSync(files.output, 'utf8')),
  };
}

/** `name<<delimiter`, the value, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)].map((match) => [match[1] as string, match[3] as string]),
  );
}

const release = (title: string, more = '', body = '') => `---\ntitle: ${title}\ndate: 2026-11-02\n${more}---\n${body}`;

/** A repository with one released note in its first commit. */
function repository(): { folder: string; first: string } {
  const folder = temporaryFolder();
  git(folder, 'init', '-q');
  writeFiles(folder, {
    'content/kairanban.yaml':
      'title: テスト労務\nportal: { url: https://portal.example.com/kb }\nrules: { stale-page: warning }\n',
    'content/releases/old.md': release('前からあるリリース'),
  });
  return { folder, first: commitAll(folder, 'first') };
}

const pushOf = (before: string, after: string, changes: Example = {}) =>
  payload('push', { before, after, ref: 'refs/heads/main', repository: { default_branch: 'main' }, ...changes });

describe('on a pull request', () => {
  test('annotates each problem at its line and fails on an error', async () => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/new.md': release('新しい', 'teir: 1\nprds: [nothing]\n') });
    commitAll(folder, 'change');
    const run = await runAction(
      folder,
      'pull_request',
      payload('pull_request', { pull_request: { base: { sha: first } } }),
    );
    expect(run.code).toBe(1);
    expect(run.out).toMatch(
      /^::error file=content\/releases\/new\.md,line=4,col=1,title=unknown-field::`teir` という項目/m,
    );
    expect(run.out).toMatch(/^::error file=content\/releases\/new\.md,line=5,col=8,title=unknown-reference::/m);
    expect(run.outputs).toEqual({ errors: '2', warnings: '0', releases: '0', truncated: 'false', posted: 'false' });
    expect(run.summary).toContain('content/releases/new.md:4');
  });

  test('is quiet about good content, and posts nothing', async () => {
    const { folder, first } = repository();
    const slack = await loopback((response) => response.end('ok'));
    writeFiles(folder, { 'content/releases/new.md': release('新しい') });
    commitAll(folder, 'change');
    const event = payload('pull_request', { pull_request: { base: { sha: first } } });
    const run = await runAction(folder, 'pull_request', event, { 'slack-webhook-url': `${slack.url}/secret` });
    expect(run.code).toBe(0);
    expect(run.out).not.toMatch(/^::(error|warning)/m);
    expect(slack.received).toEqual([]);
  });

  test('fails when people find less than before, and says which queries', async () => {
    const { folder, first } = repository();
    writeFiles(folder, {
      'content/releases/shift.md': release('シフト表を取り込めます'),
      'search-queries.csv': 'query,pages,category\nシフト,release:shift,word\n退職金,,none\n',
      'search-queries.recorded.csv': 'query,pages,result\nシフト,release:shift,1\n退職金,,nothing\n',
    });
    commitAll(folder, 'queries');
    const event = payload('pull_request', { pull_request: { base: { sha: first } } });
    const good = await runAction(folder, 'pull_request', event);
    expect({ code: good.code, summary: good.summary }).toMatchObject({ code: 0 });
    expect(good.summary).toContain('控えと同じ良さです。');
    writeFiles(folder, { 'content/releases/shift.md': release('勤務表を取り込めます') });
    commitAll(folder, 'worse');
    const worse = await runAction(folder, 'pull_request', event);
    expect(worse.code).toBe(1);
    expect(worse.out).toMatch(/^::error::.*控えより悪く/m);
    expect(worse.summary).toContain('「シフト」 1 番目 → 見つからない');
    const never = await runAction(folder, 'pull_request', event, { 'fail-on': 'never' });
    expect(never.code).toBe(0);
    writeFiles(folder, { 'search-queries.csv': 'query,pages\n,release:shift\n' });
    commitAll(folder, 'broken');
    const broken = await runAction(folder, 'pull_request', event);
    expect(broken.code).toBe(1);
    expect(broken.summary).toContain('search-queries.csv:2:1');
  });

  test('is judged by the severities of its base, and says that it changes them', async () => {
    const { folder, first } = repository();
    writeFiles(folder, {
      'content/kairanban.yaml': 'title: テスト労務\nrules: { stale-page: warning, unknown-field: off }\n',
      'content/releases/new.md': release('新しい', 'teir: 1\n'),
    });
    commitAll(folder, 'change');
    const run = await runAction(
      folder,
      'pull_request',
      payload('pull_request', { pull_request: { base: { sha: first } } }),
    );
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/title=unknown-field/);
    expect(run.out).toMatch(/^::warning::.*unknown-field/m);
  });

  test('is judged by its base where its own configuration passes over unknown fields', async () => {
    const { folder, first } = repository();
    writeFiles(folder, {
      'content/kairanban.yaml':
        'title: テスト労務\nrules: { stale-page: warning }\nimport: { unknownFields: ignore }\n',
      'content/releases/new.md': release('新しい', 'teir: 1\n'),
    });
    commitAll(folder, 'change');
    const event = payload('pull_request', { pull_request: { base: { sha: first } } });
    const run = await runAction(folder, 'pull_request', event);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/title=unknown-field/);
    expect(run.out).toMatch(/^::warning::.*import\.unknownFields/m);
  });

  test('is judged by its base, not by what its own branch was before another push', async () => {
    const { folder, first } = repository();
    writeFiles(folder, {
      'content/kairanban.yaml': 'title: テスト労務\nrules: { stale-page: warning, unknown-field: off }\n',
    });
    const before = commitAll(folder, 'waves itself through');
    writeFiles(folder, { 'content/releases/new.md': release('新しい', 'teir: 1\n') });
    commitAll(folder, 'change');
    const event = payload('pull_request', { action: 'synchronize', before, pull_request: { base: { sha: first } } });
    const run = await runAction(folder, 'pull_request', event);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/title=unknown-field/);
  });

  test('is judged by the base that GitHub merged it into, though the event names an older one', async () => {
    const { folder, first } = repository();
    git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    git(folder, 'checkout', '-qb', 'topic');
    writeFiles(folder, { 'content/releases/new.md': release('新しい', 'teir: 1\n') });
    const head = commitAll(folder, 'change');
    git(folder, 'checkout', '-q', 'main');
    const rules = 'rules: { stale-page: warning, unknown-field: warning }\n';
    writeFiles(folder, { 'content/kairanban.yaml': `title: テスト労務\n${rules}` });
    commitAll(folder, 'base moves on');
    git(folder, 'checkout', '-q', '--detach');
    git(folder, 'merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
    git(folder, 'update-ref', 'refs/pull/1/merge', 'HEAD');
    const shallow = temporaryFolder();
    git(shallow, 'init', '-q');
    git(shallow, 'remote', 'add', 'origin', `file://${folder}`);
    git(shallow, 'fetch', '-q', '--depth=1', 'origin', 'refs/pull/1/merge');
    git(shallow, 'checkout', '-q', 'FETCH_HEAD');
    const event = payload('pull_request', { pull_request: { base: { sha: first }, head: { sha: head } } });
    for (const checkout of [folder, shallow]) {
      const run = await runAction(checkout, 'pull_request', event);
      expect(run.code).toBe(0);
      expect(run.out.match(/^::.*?::/gm)).toEqual([expect.stringMatching(/^::warning file=.*title=unknown-field::$/)]);
    }
    git(folder, 'checkout', '-q', 'topic');
    expect((await runAction(folder, 'pull_request', event)).code).toBe(1);
  });

  test('shows names and words as they are in the job summary, which takes nothing in them for Markdown', async () => {
    const { folder, first } = repository();
    const hostile = '`![x](https://evil.example.com/x.png)|<b>$x$';
    writeFiles(folder, {
      'content/releases/a`![x](y)<b>|.md': release('名前'),
      'content/releases/b.md': release('項目', `'${hostile}': 1\n`),
      'content/kairanban.yaml': `title: T\nrules: { '${hostile}': off }\n`,
    });
    commitAll(folder, 'change');
    const event = payload('pull_request', { pull_request: { base: { sha: first } } });
    const { summary } = await runAction(folder, 'pull_request', event);
    const text = summary.replace(/<\/?code>/g, '`').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
    for (const said of ['content/releases/a`![x](y)<b>|.md:1', hostile, '" < > | #']) expect(text).toContain(said);
    const own = ['<h2>コンテンツの確認</h2>\nエラー: 3 · 警告: 0', '<code>', '</code>'];
    expect(new Set(githubActs(summary))).toEqual(new Set(own));
  });

  test('shows at most ten errors and ten warnings, and counts them all', async () => {
    const { folder, first } = repository();
    const files = Array.from({ length: 25 }, (_, n) => [`content/releases/r${n}.md`, release(`R${n}`, 'nope: 1\n')]);
    writeFiles(folder, Object.fromEntries(files));
    commitAll(folder, 'change');
    const run = await runAction(
      folder,
      'pull_request',
      payload('pull_request', { pull_request: { base: { sha: first } } }),
    );
    expect(run.out.match(/^::error file=/gm)).toHaveLength(10);
    expect(run.outputs.errors).toBe('25');
    expect(run.summary.match(/content\/releases\/r\d+\.md/g)).toHaveLength(25);
  });

  test('shows what the change made before what was wrong already, moved files or not', async () => {
    const { folder } = repository();
    const files = Array.from({ length: 12 }, (_, n) => [
      `content/releases/r${10 + n}.md`,
      release(`R${n}`, 'nope: 1\n'),
    ]);
    writeFiles(folder, Object.fromEntries(files));
    const base = commitAll(folder, 'old errors');
    git(folder, 'mv', 'content/releases/r10.md', 'content/releases/s.md');
    writeFiles(folder, { 'content/releases/z.md': release('新しい', 'teir: 1\n') });
    commitAll(folder, 'change');
    const event = payload('pull_request', { pull_request: { base: { sha: base } } });
    const run = await runAction(folder, 'pull_request', event);
    const annotated = [...run.out.matchAll(/^::error file=([^,]*)/gm)].map(([, file]) => file);
    expect(annotated.slice(0, 2)).toEqual(['content/releases/z.md', 'content/releases/r11.md']);
    expect(annotated).toHaveLength(10);
    expect(run.outputs.errors).toBe('13');
    expect(run.summary).toMatch(/z\.md:4[\s\S]*r11\.md:4[\s\S]*s\.md:4/);
  });

  test('fails for an audience that nobody knows, before a push would tell nobody', async () => {
    const { folder, first } = repository();
    const event = payload('pull_request', { pull_request: { base: { sha: first } } });
    const run = await runAction(folder, 'pull_request', event, { audience: 'seles' });
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/^::error::.*`seles`.*`sales`/m);
    expect(run.outputs.errors).toBe('0');
    writeFiles(folder, { 'content/kairanban.yaml': 'audiences: { partners: { level: partner }\n' });
    const after = commitAll(folder, 'an audience that cannot be read');
    for (const [name, data] of [['pull_request', event] as const, ['push', pushOf(first, after)] as const]) {
      const broken = await runAction(folder, name, data, { audience: 'partners' });
      expect(broken.code).toBe(1);
      expect(broken.out).toMatch(/^::error file=content\/kairanban\.yaml,.*title=yaml-syntax/m);
      expect(broken.out).toMatch(/^::error::.*`partners`/m);
    }
  });

  test('fail-on decides what fails the step', async () => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/new.md': release('新しい', 'nope: 1\n') });
    commitAll(folder, 'change');
    const event = payload('pull_request', { pull_request: { base: { sha: first } } });
    expect((await runAction(folder, 'pull_request', event, { 'fail-on': 'never' })).code).toBe(0);
    const wrong = await runAction(folder, 'pull_request', event, { 'fail-on': 'errors' });
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('fail-on');
  });
});

describe('when something is not as it should be', () => {
  test.each<[what: string, event: string | undefined]>([
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['no JSON', '{"before": '],
    ['absent', undefined],
  ])('an event that is %s means that no earlier commit is known', async (_, event) => {
    const { folder } = repository();
    const run = await runAction(folder, 'push', event, { command: 'post', locale: 'en' });
    expect(run.code).toBe(0);
    expect(run.out.match(/^::.*/gm)).toEqual([
      expect.stringMatching(
        /^::warning::Cannot read the event `.*event\.json` as a JSON object; going on as if there were no earlier commit\.$/,
      ),
    ]);
    expect(run.err).toBe('');
    expect(run.summary).toContain('前からあるリリース');
    expect(run.outputs).toMatchObject({ errors: '0', posted: 'false' });
  });

  test.each<[event: string, data: Example]>([
    ['issues', payload('issues', {})],
    ['schedule', {}],
    ['push', { before: 12345678, ref: 'refs/heads/undefined', repository: null }],
    ['pull_request', { pull_request: null, merge_group: 'x', before: {} }],
    ['pull_request', { pull_request: { base: { sha: ['--output=x'] } } }],
  ])('an unexpected event checks the content (%s)', async (event, data) => {
    const { folder } = repository();
    const slack = await loopback((response) => response.end('ok'));
    const run = await runAction(folder, event, data, { 'slack-webhook-url': `${slack.url}/secret` });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).not.toMatch(/^::(error|warning)/m);
    expect(slack.received).toEqual([]);
  });

  test('without a repository it asks for actions/checkout', async () => {
    const folder = temporaryFolder();
    const event = payload('pull_request', { pull_request: { base: { sha: 'a'.repeat(40) } } });
    const nothing = await runAction(folder, 'pull_request', event);
    expect(nothing.code).toBe(1);
    expect(nothing.out).toMatch(/^::error .*title=content-missing::.*この手順より前に `actions\/checkout`/m);
    expect(nothing.summary).toContain('actions/checkout');
    expect(nothing.out + nothing.summary).not.toMatch(/--content|fetch-depth/);
    writeFiles(folder, { 'content/releases/new.md': release('新しい') });
    const noGit = await runAction(folder, 'pull_request', event);
    expect(noGit.code).toBe(0);
    expect(noGit.out).toMatch(
      /^::warning::前のコミットと比べられません: `content` は Git のリポジトリの中にありません。この手順より前に `actions\/checkout`/m,
    );
    expect(noGit.out).not.toContain('fetch-depth');
  });

  test('without its folder it names the input', async () => {
    const { folder, first } = repository();
    const run = await runAction(folder, 'push', pushOf(first, first), { content: 'docs' });
    expect(run.code).toBe(1);
    expect(run.out).toMatch(
      /^::error .*title=content-missing::コンテンツのフォルダー `docs` がありません。入力 `content:`/m,
    );
    expect(run.out + run.summary).not.toMatch(/--content|actions\/checkout/);
  });

  test('an earlier commit that cannot be had is named, in our words', async () => {
    const { folder, first } = repository();
    const run = await runAction(folder, 'push', pushOf('a'.repeat(40), first));
    expect(run.code).toBe(0);
    expect(run.out).toContain(`::warning::比べる前のコミット ${'a'.repeat(40)} を読めませんでした: コミット `);
    expect(run.out).toContain('`fetch-depth: 0`');
    expect(run.out).not.toContain('fatal');
  });

  test('a switch is true or false', async () => {
    const { folder, first } = repository();
    const run = await runAction(folder, 'push', pushOf(first, first), { 'dry-run': 'yes' });
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/^::error::`dry-run` に `yes` は使えません。/m);
  });
});

describe('on a push to the default branch', () => {
  test('keeps what it puts out below what GitHub keeps', async () => {
    const { folder, first } = repository();
    const text = `## 営業向け\n\n### トークトラック\n\n${'「これで一括登録できます」\n\n'.repeat(100)}`;
    for (let index = 0; index < 300; index += 1) {
      const body = release(`リリース ${index}`, index === 299 ? 'tier: 1\n' : 'tier: 2\n', text);
      writeFiles(folder, { [`content/releases/r${index}.md`]: body });
    }
    const run = await runAction(folder, 'push', pushOf(first, commitAll(folder, 'many')));
    expect(run.code).toBe(0);
    expect(run.outputs.releases).toBe('300');
    const json = run.outputs['summary-json'] ?? '';
    // GitHub counts all outputs of a job together, in UTF-16.
    expect(Object.values(run.outputs).join('').length * 2).toBeLessThan(1_000_000);
    const { items } = JSON.parse(json);
    expect(items[0].title.text).toBe('リリース 299');
    expect(items.length).toBeGreaterThan(5);
    expect(run.summary).toContain(`出力 \`summary-json\` には ${300 - items.length} 件が入りきりませんでした`);
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
  });

  test('posts exactly what the push added or made due', async () => {
    const { folder } = repository();
    writeFiles(folder, {
      'content/releases/planned.md': release('準備していたもの', 'status: planned\n'),
      'content/releases/later.md': '---\ntitle: 先の話\ndate: 2999-01-01\n---\n',
    });
    const before = commitAll(folder, 'second');
    writeFiles(folder, {
      'content/releases/planned.md': release('準備していたもの', 'status: released\n'),
      'content/releases/added.md': release(
        '今日のリリース',
        'tier: 1\n',
        '## 営業向け\n\n### トークトラック\n\n「これで一括登録できます」\n',
      ),
      'content/releases/embargoed.md': release('解禁前', 'announceAt: 2999-01-01T00:00+09:00\n'),
      'content/releases/broken.md': release('壊れたもの', 'nope: 1\n'),
    });
    const after = commitAll(folder, 'third');
    const slack = await loopback((response) => response.end('ok'));
    const run = await runAction(folder, 'push', pushOf(before, after), {
      'slack-webhook-url': `${slack.url}/services/T0/B0/secret`,
      'fail-on': 'never',
    });
    expect(run.code).toBe(0);
    expect(slack.received).toHaveLength(1);
    const message = JSON.parse(slack.received[0]?.body ?? '{}');
    const text = JSON.stringify(message);
    expect(text).toContain('今日のリリース');
    expect(text).toContain('これで一括登録できます');
    expect(text).toContain('準備していたもの');
    expect(text).toContain('https://portal.example.com/kb/releases/added/');
    for (const absent of ['前からあるリリース', '先の話', '解禁前', '壊れたもの']) expect(text).not.toContain(absent);
    expect(run.outputs).toMatchObject({ posted: 'true', releases: '2', truncated: 'false' });
    expect(run.summary).toContain('今日のリリース');
    expect(JSON.parse(run.outputs['summary-json'] ?? '{}').items).toHaveLength(2);
    // The address is masked, and nowhere else.
    expect(run.out.match(/secret/g)).toHaveLength(1);
    expect(run.out).toMatch(/^::add-mask::.*secret$/m);
    expect(run.summary + JSON.stringify(run.outputs)).not.toContain('secret');
  });

  test('each release is told by one push: the first after its day, or after its embargo ended', async () => {
    const { folder, first } = repository();
    const slack = await loopback((response) => response.end('ok'));
    writeFiles(folder, {
      'content/releases/later.md': '---\ntitle: あとの話\ndate: 2026-11-10\n---\n',
      'content/releases/embargoed.md': release('解禁される話', 'announceAt: 2026-11-10T15:00+09:00\n'),
    });
    const pushed = (day: string, title: string) => {
      writeFiles(folder, { 'README.md': title });
      return commitAll(folder, title, `2026-11-${day}:00+09:00`);
    };
    const commits = [
      pushed('08T10:00', 'before'),
      pushed('09T23:59', 'still before'),
      pushed('10T00:01', 'the day'),
      pushed('10T14:59', 'the hour before'),
      pushed('12T10:00', 'after'),
      pushed('13T10:00', 'long after'),
    ];
    const told: unknown[] = [];
    for (const [index, after] of commits.entries()) {
      git(folder, 'checkout', '-q', after);
      const run = await runAction(folder, 'push', pushOf(commits[index - 1] ?? first, after), {
        'slack-webhook-url': slack.url,
      });
      const posts = slack.received.splice(0).map(({ body }) => /あとの話|解禁される話/.exec(body)?.[0]);
      told.push([posts, /まだ日が来ていないリリースが \d 件/.exec(run.summary)?.[0].at(-3)]);
    }
    expect(told).toEqual([
      [[], '2'],
      [[], '2'],
      [['あとの話'], '1'],
      [[], '1'],
      [['解禁される話'], undefined],
      [[], undefined],
    ]);
  });

  test('history that is brought along is counted and not posted', async () => {
    const { folder } = repository();
    const slack = await loopback((response) => response.end('ok'));
    const dated = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\n---\n`;
    const draft = { 'content/releases/late.md': dated('遅れた話', '2026-01-01').replace('date', 'draft: true\ndate') };
    writeFiles(folder, draft);
    const before = commitAll(folder, 'draft');
    writeFiles(folder, {
      'content/releases/late.md': dated('遅れた話', '2026-01-01'),
      'content/releases/v1.md': dated('昔の話', '2010-04-01'),
      'content/releases/v2.md': dated('31 日前の話', '2026-10-21'),
      'content/releases/v3.md': dated('30 日前の話', '2026-10-22'),
    });
    const after = commitAll(folder, 'import', '2026-11-21T10:00+09:00');
    const run = await runAction(folder, 'push', pushOf(before, after), { 'slack-webhook-url': slack.url });
    expect(slack.received).toHaveLength(1);
    const titles = /遅れた話|昔の話|31 日前の話|30 日前の話/g;
    expect([...new Set(slack.received[0]?.body.match(titles))].sort()).toEqual(['30 日前の話', '遅れた話']);
    expect(run.summary).toContain('30 日より前のリリース 2 件は');
  });

  test('an error that is mended makes no news of what is old', async () => {
    const { folder } = repository();
    const slack = await loopback((response) => response.end('ok'));
    const config = (product: string) => `title: テスト労務\nproducts: { ${product}: 給与 }\n`;
    const dated = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\nproducts: [pay]\n---\n`;
    writeFiles(folder, {
      'content/kairanban.yaml': config('pay'),
      'content/releases/v1.md': dated('昔の話', '2010-04-01'),
    });
    commitAll(folder, 'both told long ago');
    writeFiles(folder, {
      'content/kairanban.yaml': config('pey'),
      'content/releases/v2.md': dated('昔の話を間違えて追加', '2011-04-01'),
      'content/releases/new.md': dated('今の話', '2026-11-20'),
      'content/releases/secret.md': dated('隠した話', '2012-04-01').replace('date', 'visibility: confidential\ndate'),
    });
    const before = commitAll(folder, 'mistyped');
    writeFiles(folder, {
      'content/kairanban.yaml': config('pay'),
      'content/releases/secret.md': dated('公開した話', '2012-04-01'),
    });
    const after = commitAll(folder, 'mended');
    const run = await runAction(folder, 'push', pushOf(before, after), { 'slack-webhook-url': slack.url });
    expect(run.code).toBe(0);
    const titles = /昔の話(?:を間違えて追加)?|今の話|公開した話/g;
    expect([...new Set(slack.received[0]?.body.match(titles))].sort()).toEqual(['今の話', '公開した話']);
    expect(run.summary).toContain('30 日より前のリリース 2 件は');
  });

  test('a run that fails once the message is out says that another would post it again', async () => {
    const { folder, first } = repository();
    const good = { 'content/releases/added.md': release('今日のリリース') };
    writeFiles(folder, { ...good, 'content/releases/broken.md': release('壊れたもの', 'nope: 1\n') });
    const after = commitAll(folder, 'second');
    const slack = await loopback((response) => response.end('ok'));
    const inputs = { 'slack-webhook-url': slack.url, locale: 'en' };
    const run = await runAction(folder, 'push', pushOf(first, after), inputs);
    expect({ code: run.code, posts: slack.received.length }).toEqual({ code: 1, posts: 1 });
    expect(run.out).toMatch(/^::error::The content check found 1 errors.* posted .* again\.$/m);
    const quiet = await runAction(folder, 'push', pushOf(after, after), inputs);
    expect(quiet.out).toMatch(/^::error::The content check found 1 errors and 0 warnings\.$/m);
  });

  test('a dry run shows the message and posts nothing', async () => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'second');
    const slack = await loopback((response) => response.end('ok'));
    const run = await runAction(folder, 'push', pushOf(first, after), {
      'slack-webhook-url': slack.url,
      'dry-run': 'true',
    });
    expect(run.code).toBe(0);
    expect(slack.received).toEqual([]);
    expect(run.summary).toMatch(/^```json\n\{\n {2}"text"/m);
    expect(run.outputs.posted).toBe('false');
  });

  test('a push elsewhere, one without news, and a first push post nothing', async () => {
    const { folder, first } = repository();
    const slack = await loopback((response) => response.end('ok'));
    const inputs = { 'slack-webhook-url': slack.url };
    writeFiles(folder, { 'README.md': 'words' });
    const same = commitAll(folder, 'second');
    const quiet = await runAction(folder, 'push', pushOf(first, same), inputs);
    expect(quiet.code).toBe(0);
    expect(quiet.outputs.releases).toBe('0');
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'third');
    await runAction(folder, 'push', pushOf(first, after, { ref: 'refs/heads/topic' }), inputs);
    const created = await runAction(folder, 'push', pushOf('0'.repeat(40), after), inputs);
    expect(created.summary).toContain('今日のリリース');
    expect(slack.received).toEqual([]);
  });

  test('fetches the commit before the push into a shallow clone', async () => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'second');
    git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = temporaryFolder();
    rmSync(clone, { recursive: true });
    git(folder, 'clone', '-q', '--depth=1', `file://${folder}`, clone);
    const slack = await loopback((response) => response.end('ok'));
    const run = await runAction(clone, 'push', pushOf(first, after), { 'slack-webhook-url': slack.url });
    expect(run.code).toBe(0);
    expect(slack.received).toHaveLength(1);
    expect(slack.received[0]?.body).not.toContain('前からあるリリース');
  });

  test('tries again when Slack is busy, and waits as long as it asks', async () => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'second');
    const slack = await loopback((response, count) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else if (count === 2) response.writeHead(500).end();
      else response.end('ok');
    });
    const run = await runAction(folder, 'push', pushOf(first, after), { 'slack-webhook-url': slack.url });
    expect(run.code).toBe(0);
    expect(slack.received).toHaveLength(3);
  });

  test('a message that Slack refuses fails the step and stays in the job summary', async () => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'second');
    const slack = await loopback((response) => response.writeHead(404).end('no_service'));
    const inputs = { 'slack-webhook-url': `${slack.url}/secret` };
    const run = await runAction(folder, 'push', pushOf(first, after), inputs);
    expect(run.code).toBe(1);
    expect(slack.received).toHaveLength(1);
    expect(run.out).toMatch(/^::error::.*HTTP 404 no_service/m);
    expect(run.summary).toContain('今日のリリース');
    expect(run.outputs.posted).toBe('false');
    const tolerant = await runAction(folder, 'push', pushOf(first, after), { ...inputs, 'fail-on-delivery': 'false' });
    expect(tolerant.code).toBe(0);
  });

  test.each<[what: string, answer: (response: ServerResponse) => void, says: string]>([
    ['a connection closed without an answer', (response) => response.destroy(), '届いたかどうか分かりません'],
    ['an answer that never ends', (response) => response.writeHead(200).write('o'), '届いたかどうか分かりません'],
    ['a redirect', (response) => response.writeHead(302, { location: '/elsewhere' }).end(), '（HTTP 302）'],
    ['an archived channel', (response) => response.writeHead(410).end('channel_is_archived'), 'アーカイブされて'],
    ['blocks that Slack does not know', (response) => response.writeHead(400).end('invalid_blocks'), '不具合です'],
    ['a page for people', (response) => response.writeHead(403).end('<p>No!</p>'), '（HTTP 403）'],
  ])('%s is final: one post, and what to do about it', async (_, answer, says) => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'second');
    const slack = await loopback(answer);
    const run = await runAction(folder, 'push', pushOf(first, after), { 'slack-webhook-url': `${slack.url}/secret` });
    expect(run.code).toBe(1);
    expect(slack.received.map(({ url }) => url)).toEqual(['/secret']);
    const failure = run.out.split('\n').find((line) => line.startsWith('::error::'));
    expect(failure).toContain(says);
    expect(run.summary).toContain(says);
    expect(failure + run.summary).not.toContain('secret');
  });

  test.each<[address: string, locale: string, says: string | RegExp]>([
    ['hooks.example.com', 'ja', 'シークレット SLACK_WEBHOOK_URL（入力 `slack-webhook-url`）の値が Web のアドレス'],
    ['http://hooks.example.com/x', 'en', 'does not begin with `https://`'],
    ['ftp://localhost/x', 'ja', 'で始まっていません'],
    ['http://127.0.0.1:2/x', 'ja', '接続できませんでした（ECONNREFUSED）'],
  ])('the address %s is told in words (%s)', async (address, locale, says) => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'second');
    const run = await runAction(folder, 'push', pushOf(first, after), { 'slack-webhook-url': address, locale });
    expect(run.code).toBe(1);
    expect(run.out.split('\n').find((line) => line.startsWith('::error::'))).toContain(says);
  });

  test('without TLS nothing was sent, and no channel need be looked at', async () => {
    const { folder, first } = repository();
    writeFiles(folder, { 'content/releases/added.md': release('今日のリリース') });
    const after = commitAll(folder, 'second');
    const plain = await loopback((response) => response.end('ok'));
    const address = plain.url.replace('http:', 'https:');
    const run = await runAction(folder, 'push', pushOf(first, after), { 'slack-webhook-url': address });
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/^::error::.*接続できませんでした（ERR_SSL_WRONG_VERSION_NUMBER）/m);
  });

  test('content gives no orders to the runner', async () => {
    const { folder, first } = repository();
    const orders = '\n::set-output name=x::y\n::add-mask::password\n';
    writeFiles(folder, {
      'content/releases/added.md': release('"::error::title"', 'summary: "::add-mask::summary"\nx: 1\n', orders),
    });
    const after = commitAll(folder, 'second');
    const run = await runAction(folder, 'push', pushOf(first, after), { 'fail-on': 'never' });
    const commands = run.out.split('\n').filter((line) => line.trim().startsWith('::'));
    for (const line of commands) expect(line).toMatch(/^::(error|warning) file=content\//);
  });

  test('the example content is told in English too', async () => {
    const folder = temporaryFolder();
    git(folder, 'init', '-q');
    writeFiles(folder, { 'README.md': 'words' });
    const before = commitAll(folder, 'first');
    copyExample(folder);
    const after = commitAll(folder, 'second');
    const run = await runAction(folder, 'push', pushOf(before, after), { locale: 'en' });
    expect(run.summary).toContain('Everyone must act');
    expect(Number(run.outputs.releases)).toBeGreaterThan(3);
  });
});

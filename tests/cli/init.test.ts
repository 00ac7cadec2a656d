/** `kairanban init`: what it writes, what it leaves alone, and that others take what it wrote. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { examplesOf } from '../../src/authoring/examples.ts';
import { check } from '../../src/check/check.ts';
import { type Locale, locales } from '../../src/config.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { toldReleases } from '../../src/graph/state.ts';
import { addDays } from '../../src/graph/time.ts';
import { visibleAt } from '../../src/graph/visibility.ts';
import { docs } from '../../src/i18n/docs.ts';
import { loadContent } from '../../src/load/load.ts';
import { type Kind, kindNames, kinds } from '../../src/schema/index.ts';
import { formErrors, readWorkflow } from '../support/github.ts';
import { runBuild } from '../support/portal.ts';
import { cleanEnv, git, now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';
import { openYamlEditor } from '../support/yaml-editor.ts';

const fixtures = join(root, 'tests', 'fixtures', 'init');
const init = (cwd: string, ...args: string[]) => runCli(['init', '--now', now, ...args], { cwd });
const problemsIn = async (cwd: string, ...args: string[]) => {
  const { out } = await runCli(['check', '--now', now, '--format', 'json', '--lang', 'en', ...args], { cwd });
  return (JSON.parse(out).problems as { path: string; rule: string; message: string }[]).map(
    ({ path, rule, message }) => `${path} ${rule}: ${message}`,
  );
};

/** Every file below a folder, git's own left out: path → text. */
function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('.git/') && statSync(join(folder, path)).isFile());
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const schemaFile = '.vscode/kairanban.schema.json';
const english = ['--lang', 'en', '--title', 'Hoshizora: knowledge', '--products', 'payroll=Payroll, Time & Attendance'];

/** A repository on GitHub, as somebody cloned it. */
function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '-q');
  git(folder, 'remote', 'add', 'origin', 'https://somebody:token@github.example.com/hoshizora/knowledge.git');
  return folder;
}

describe.each<[lang: Locale, make: () => string, args: readonly string[]]>([
  ['ja', temporaryFolder, []],
  ['en', repository, english],
])('in an empty folder (%s)', (lang, make, args) => {
  test('writes what the fixture holds; the check has nothing to say, and GitHub takes it', async () => {
    const folder = make();
    const { code, out, err } = await init(folder, '--yes', ...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const files = filesIn(folder);
    expect(files.get(schemaFile)).toBe(readFileSync(join(root, 'docs/schemas/kairanban.schema.json'), 'utf8'));
    files.delete(schemaFile);
    const texts = [...files].map(([path, text]) => `\n======== ${path}\n${text}`);
    const fixture = join(fixtures, `${lang}.txt`);
    if (process.env.UPDATE === '1') writeFileSync(fixture, out + texts.join(''));
    expect(out + texts.join('')).toBe(readFileSync(fixture, 'utf8'));
    expect(await problemsIn(folder)).toEqual([]);
    // Everything that waits behind a `# ` may be used as it stands.
    const config = join(folder, 'content/kairanban.yaml');
    const used = readFileSync(config, 'utf8').replace(/^( *)# (?=\w+: |\w+:$)/gm, '$1');
    expect(used.split('\n').filter((line) => line.includes('# ')).length).toBeGreaterThan(5);
    expect(Object.keys(load(used) as object).sort()).toEqual(
      [...['locale', 'plans', 'portal', 'products', 'teams', 'title'], ...(lang === 'en' ? ['timeZone'] : [])].sort(),
    );
    writeFileSync(config, used);
    expect(await problemsIn(folder)).toEqual([]);

    const { errors, workflow } = await readWorkflow(files.get('.github/workflows/kairanban.yml') as string);
    expect(errors).toEqual([]);
    expect(Object.keys(workflow?.events ?? {}).sort()).toEqual(['pull_request', 'push']);
    const raw = load(files.get('.github/workflows/kairanban.yml') as string) as {
      permissions: object;
      jobs: { portal: { steps: { uses?: string; with?: object }[] } };
    };
    expect(raw.permissions).toEqual({ contents: 'read' });
    const { steps } = raw.jobs.portal;
    const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };
    const own = steps.find(({ uses }) => uses?.startsWith('kairanban/'));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})));
    // The news goes out last.
    expect(steps.at(-1)).toBe(own);
    // The README shows it as it is.
    const readme = readFileSync(join(root, lang === 'ja' ? 'README.ja.md' : 'README.md'), 'utf8').replace(
      /^ {3}/gm,
      '',
    );
    expect(readme).toContain(`\`\`\`yaml\n${files.get('.github/workflows/kairanban.yml')}\`\`\`\n`);
    const forms = [...files].filter(([path]) => path.includes('ISSUE_TEMPLATE/'));
    expect(forms).toHaveLength(2);
    expect(forms.flatMap(([path, text]) => formErrors(text).map((error) => `${path}: ${error}`))).toEqual([]);
  });
});

test('what GitHub would not take is noticed', async () => {
  const { errors } = await readWorkflow('on: push\njobs:\n  a:\n    runs-onn: ubuntu-latest\n');
  expect(errors).not.toEqual([]);
  const item = (more: string) => `name: A\ndescription: B\nbody:\n  - type: dropdown\n${more}`;
  expect(formErrors(item('    attributes:\n      label: C\n      options: [No, a]\n'))).not.toEqual([]);
  expect(formErrors(item('    attributes:\n      label: C\n      options: [a, a]\n'))).not.toEqual([]);
  expect(formErrors(item('    attributes:\n      label: C\n      options: [b, a]\n'))).toEqual([]);
  expect(formErrors('name: A\nbody:\n  - type: markdown\n    attributes: { value: a }\n')).toHaveLength(2);
});

describe('the examples', () => {
  const sets: readonly (readonly Kind[])[] = [...kindNames.map((kind) => [kind]), ['prd', 'release'], kindNames];
  const days = [now.slice(0, 10), '2024-02-29', '2031-01-01'];
  test.each(locales)('pass the check in any choice and at any time, and are told to nobody (%s)', (locale) => {
    for (const [set, day] of sets.flatMap((one) => days.map((today) => [one, today] as const))) {
      for (const product of [undefined, 'a: b']) {
        const examples = examplesOf(set, locale, day, product);
        const files = examples.map(({ path, text }) => ({ path, content: Buffer.from(text) }));
        const content = loadContent({ folder: 'content', missing: false, files });
        const graph = buildGraph(content, Date.parse(`${day}T12:00+09:00`));
        expect(content.entries.map(({ kind }) => kind).sort()).toEqual([...set].sort());
        expect({ set, day, problems: check(graph, content.problems) }).toEqual({ set, day, problems: [] });
        expect(visibleAt(graph, 'partner').entries).toEqual([]);
        expect(toldReleases(buildGraph(content, Date.parse(`${addDays(day, 9000)}T12:00+09:00`)), 'sales')).toEqual([]);
      }
    }
  });

  test('keep every reference to what is there', () => {
    const whole = kindNames.map((kind) => docs('ja').kinds[kind].example.text);
    const kept = examplesOf(kindNames, 'ja', now.slice(0, 10), 'attendance').map(({ text }) => text);
    for (const [at, text] of whole.entries()) {
      const left = text.split('\n').filter((line) => !kept[at]?.includes(line));
      // Lists that nobody declared, the title, and what would be told or shown to customers.
      for (const line of left)
        expect(line).toMatch(
          /^(title|plans|segments?|team|feedbackTo|status|visibility|audiences): |^## お客様向け$|^シフト表をまとめて/,
        );
    }
  });
});

describe('an editor', () => {
  test('explains kairanban.yaml and marks what is wrong in it, in the language of the reader', async () => {
    const folder = temporaryFolder();
    await init(folder, '--yes');
    const file = join(folder, 'content/kairanban.yaml');
    const text = readFileSync(file, 'utf8');
    const lineOf = (part: string) => text.split('\n').findIndex((line) => line.startsWith(part));
    const editor = await openYamlEditor();
    expect(await editor.open(file, text)).toEqual([]);
    expect(await editor.hover(file, lineOf('title:'), 2)).toContain(docs('ja').config.fields.title[0]);
    const offered = await editor.complete(file, lineOf('locale:') + 1, 0);
    expect(offered.get('timeZone')).toContain(docs('ja').config.fields.timeZone[0]);
    expect(offered.has('title')).toBe(false);
    const wrong = `${text}titel: a\nreview: { case: soon }\n`;
    const marked = await editor.open(
      join(folder, 'content', 'other', 'kairanban.yaml'),
      wrong.replace('../', '../../'),
    );
    const lines = wrong.split('\n');
    expect(marked.map(({ range }) => lines[range.start.line]).sort()).toEqual(['review: { case: soon }', 'titel: a']);
  });

  test('takes the example’s own configuration', async () => {
    const file = join(root, 'content', 'kairanban.yaml');
    const text = readFileSync(file, 'utf8');
    const editor = await openYamlEditor();
    expect(await editor.open(file, text)).toEqual([]);
    expect(await editor.hover(file, text.split('\n').indexOf('products:'), 2)).toContain(
      docs('ja').config.fields.products[0],
    );
  });

  /** What VS Code makes of a snippet of whoever passes over every stop but those that are filled in. */
  function expanded(body: readonly string[], filled: { readonly [stop: string]: string }): string {
    const [year, month, day] = now.slice(0, 10).split('-') as [string, string, string];
    const variables: { readonly [name: string]: string } = {
      CURRENT_YEAR: year,
      CURRENT_MONTH: month,
      CURRENT_DATE: day,
    };
    return body
      .join('\n')
      .replace(/(?<!\\)\$(\d+)/g, (_all, stop: string) => filled[stop] ?? '')
      .replace(/(?<!\\)\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
      .replace(/(?<!\\)\$([A-Z_]+)/g, (_all, name: string) => variables[name] ?? name)
      .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\\([\\$}])/g, '$1');
  }

  interface Snippet {
    readonly prefix: readonly string[];
    readonly description: string;
    readonly body: readonly string[];
  }

  test.each(locales)('has a snippet of every kind that passes the check once it is filled in (%s)', async (lang) => {
    const folder = temporaryFolder();
    await init(folder, '--yes', '--lang', lang, '--products', 'payroll={$1}\\,b=|c', '--kinds', 'term');
    const text = readFileSync(join(folder, '.vscode/kairanban.code-snippets'), 'utf8');
    const snippets = Object.values(JSON.parse(text) as { [name: string]: Snippet });
    expect(snippets.map(({ prefix }) => prefix[0])).toEqual(kindNames);
    const pages = kindNames.map((kind, at) => {
      const { body } = snippets[at] as Snippet;
      expect(body.find((line) => line.startsWith('title'))).toBe('title: $1');
      return [`content/${kinds[kind].folder}/a.md`, expanded(body, { 1: 'A' })] as const;
    });
    writeFiles(folder, Object.fromEntries(pages));
    expect(pages[0]?.[1]).toContain(`\ndate: ${now.slice(0, 10)}\n`);
    expect(pages[0]?.[1]).toContain('\ntier: 2\n');
    const rules = (await problemsIn(folder)).map((problem) => problem.replace(/:.*/, ''));
    // What only people can do is left to them.
    expect(rules.sort()).toEqual([
      'content/enablement/a.md not-approved',
      ...['goals', 'journeys', 'personas'].map((name) => `content/${name}/a.md not-agreed`),
    ]);
  });
});

describe('what is there', () => {
  test('stays: a second run changes nothing and says so', async () => {
    const folder = repository();
    await init(folder, '--yes', ...english);
    const before = filesIn(folder);
    const { code, out, err } = await init(folder, '--title', 'Another', '--kinds', 'goal');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(filesIn(folder)).toEqual(before);
    // In the language of the portal, which nobody has to say again.
    expect(out).toContain('Nothing to write: everything is there already.');
    expect(out).not.toContain('exist');
  });

  test('stays, wherever GitHub looks for it, and is named', async () => {
    const folder = temporaryFolder();
    const own = {
      '.gitignore': 'dist\n/node_modules\n',
      CODEOWNERS: '* @hoshizora/everybody\n',
      'docs/PULL_REQUEST_TEMPLATE.MD': 'Why?\n',
      '.vscode/extensions.json': '{}\n',
      'content/releases/a.md': '---\ntitle: A\ndate: 2026-11-10\n---\n',
    };
    writeFiles(folder, own);
    const { code, out } = await init(folder, '--yes', '--lang', 'en');
    expect(code).toBe(0);
    const files = filesIn(folder);
    for (const [path, text] of Object.entries(own)) expect(files.get(path)).toBe(text);
    const kept = (out.split('Left as they were')[1] as string).split('\n\n')[0] as string;
    expect(kept.match(/^ {2}\S+/gm)).toEqual([
      '  .vscode/extensions.json',
      '  .gitignore',
      '  docs/PULL_REQUEST_TEMPLATE.MD',
      '  CODEOWNERS',
    ]);
    expect([...files.keys()].filter((path) => path.startsWith('.github/')).sort()).toEqual([
      '.github/ISSUE_TEMPLATE/kairanban-feedback.yml',
      '.github/ISSUE_TEMPLATE/kairanban-request.yml',
      '.github/workflows/kairanban.yml',
    ]);
    const missing = (out.split('Add these lines to your `.gitignore`')[1] as string).split('\n\n')[0] as string;
    expect(missing.match(/^ {2}\S+/gm)).toEqual(['  portal/', '  .kairanban/', '  *.rejected*.csv']);
    // Somebody who has pages needs no examples.
    expect([...files.keys()].filter((path) => path.startsWith('content/'))).toEqual([
      'content/kairanban.yaml',
      'content/releases/a.md',
    ]);
    expect(out).toContain('There are pages in `content` already, so no examples were written.');
    // Nobody expects any now, unless they are asked for.
    expect((await init(folder, '--yes', '--lang', 'en')).out).not.toContain('examples');
    expect((await init(folder, '--yes', '--lang', 'en', '--kinds', 'prd')).out).toContain('no examples');
  });

  test('of kairanban.yaml counts: its language and products', async () => {
    const folder = temporaryFolder();
    const config = 'title: A\nlocale: en\nproducts: { tables: Tables }\n';
    writeFiles(folder, { 'content/kairanban.yaml': config });
    await init(folder, '--yes', '--title', 'B', '--products', 'chairs');
    const files = filesIn(folder);
    expect(files.get('content/kairanban.yaml')).toBe(config);
    expect(files.get('content/prds/shift-import.md')).toContain('\nproducts: [tables]\n');
    expect(files.get('.github/ISSUE_TEMPLATE/kairanban-request.yml')).toContain('        - Tables\n');
    expect(await problemsIn(folder)).toEqual([]);
  });
});

describe('where it is written', () => {
  test('the content may lie deeper, and everything knows where', async () => {
    const folder = repository();
    git(folder, 'checkout', '-q', '-b', 'master');
    const { out } = await init(folder, '--yes', '--content', "docs/it's knowledge", '--lang', 'en');
    const files = filesIn(folder);
    const workflow = load(files.get('.github/workflows/kairanban.yml') as string) as {
      on: { push: object };
      jobs: { portal: { steps: { run?: string; with?: object }[] } };
    };
    expect(workflow.on.push).toEqual({ branches: ['master'] });
    const { steps } = workflow.jobs.portal;
    expect(steps.find(({ run }) => run)?.run).toBe(
      "npx kairanban@0.1 build --content 'docs/it'\\''s knowledge' || [ $? -eq 1 ]",
    );
    expect(steps.at(-1)?.with).toMatchObject({ content: "docs/it's knowledge" });
    expect(out).toContain("`npx kairanban dev --content 'docs/it'\\''s knowledge'`");
    const file = "docs/it's knowledge/kairanban.yaml";
    const text = files.get(file) as string;
    expect(text).toContain("/edit/master/docs/it's%20knowledge\n");
    const editor = await openYamlEditor();
    expect(await editor.open(join(folder, file), text)).toEqual([]);
    expect(await problemsIn(folder, '--content', "docs/it's knowledge")).toEqual([]);
  });

  test.each([
    ['goes on after a portal of all pages', 0, true],
    ['goes on after a portal without the pages that have an error: the others are news all the same', 1, true],
    ['stops where an option is wrong', 2, false],
    ['stops at a bug', 70, false],
  ])('its workflow %s', async (_, built, goesOn) => {
    const folder = repository();
    await init(folder, '--yes');
    const text = filesIn(folder).get('.github/workflows/kairanban.yml') as string;
    const { jobs } = load(text) as { jobs: { portal: { steps: { run?: string }[] } } };
    const step = jobs.portal.steps.find(({ run }) => run)?.run as string;
    const npx = temporaryFolder();
    writeFileSync(join(npx, 'npx'), `#!/bin/sh\nexit ${built}\n`, { mode: 0o755 });
    const { PATH, ...env } = cleanEnv();
    const run = spawnSync('bash', ['-e', '-c', step], { cwd: folder, env: { ...env, PATH: `${npx}:${PATH}` } });
    expect(run.status === 0).toBe(goesOn);
  });

  test('below the top of a repository, what GitHub would not read is left out, with the way to get it', async () => {
    const top = repository();
    const { out } = await init(top, 'packages/kb', '--yes', '--lang', 'en');
    expect([...filesIn(top).keys()].filter((path) => !path.startsWith('packages/kb/'))).toEqual([]);
    expect([...filesIn(join(top, 'packages/kb')).keys()].filter((path) => path.startsWith('.github'))).toEqual([]);
    expect(out).toContain('run `npx kairanban init --content packages/kb/content` in `.`');
    expect(filesIn(top).get('packages/kb/content/kairanban.yaml')).toContain('/edit/main/packages/kb/content\n');
    await init(top, '--content', 'packages/kb/content', '--yes');
    expect(filesIn(top).get('.github/workflows/kairanban.yml')).toContain('content: packages/kb/content\n');
  });

  test('nothing leaves the folder by a link', async () => {
    const outside = temporaryFolder();
    const folder = temporaryFolder();
    symlinkSync(outside, join(folder, '.github'));
    const { code, err } = await init(folder, '--yes', '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toMatch(/^Cannot write `.*\.github[^`]*`: a link leads out of the folder there\./);
    expect(readdirSync(outside)).toEqual([]);
    const linked = temporaryFolder();
    mkdirSync(join(linked, 'content'));
    symlinkSync(join(outside, 'new.yaml'), join(linked, 'content', 'kairanban.yaml'));
    expect((await init(linked, '--yes')).code).toBe(0);
    expect(readdirSync(outside)).toEqual([]);
  });

  const refused: readonly [args: readonly string[], said: string][] = [
    [['a-file'], 'Cannot write below `a-file`: it is not a folder. Name another folder.'],
    [['a-file/below'], 'Cannot write below `a-file`: it is not a folder. Name another folder.'],
    [['--content', '../x'], 'Unexpected `../x` after `--content`, expected a folder inside the one to set up.'],
    [
      ['--kinds', 'release,bug'],
      `Unexpected \`bug\` after \`--kinds\`, expected one of ${kindNames.map((name) => `\`${name}\``).join(', ')}.`,
    ],
    [['--products', 'a, ★'], 'Unexpected `★` after `--products`, expected the form `payroll=Payroll`.'],
    [['--products', 'a/b=c'], 'Unexpected `a/b=c` after `--products`, expected the form `payroll=Payroll`.'],
    [['one', 'two'], 'Unexpected argument `two`. See `kairanban init --help`.'],
  ];

  test('what cannot be is said on one line, and nothing is written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a-file'), '');
    const runs = await Promise.all(refused.map(([args]) => init(folder, '--lang', 'en', ...args)));
    expect(runs).toEqual(refused.map(([, said]) => ({ code: 2, out: '', err: `${said}\n` })));
    expect(readdirSync(folder)).toEqual(['a-file']);
  });
});

const hostile = [
  `"it's": {a} # b`,
  'a\nb: c\n---\n',
  '- [ ] &x *y !z %TAG',
  'no',
  '\u202e\u0007\u2028',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's, not ours
  '${{ secrets.X }} | > @ `',
  '2026-11-10',
];

test('answers are text, whatever they look like', async () => {
  const runs = hostile.map(async (text) => {
    const folder = temporaryFolder();
    await init(folder, '--title', text, '--products', `p=${/\w/.test(text) ? text : 'x'}`, '--lang', 'en');
    const files = filesIn(folder);
    return {
      config: load(files.get('content/kairanban.yaml') as string),
      problems: await problemsIn(folder),
      form: formErrors(files.get('.github/ISSUE_TEMPLATE/kairanban-request.yml') as string),
    };
  });
  const plain = hostile.map((text) => text.replace(/[\s\p{C}\p{Z}]+/gu, ' ').trim());
  expect(await Promise.all(runs)).toEqual(
    plain.map((text) => ({
      config: { title: text || 'Knowledge portal', locale: 'en', products: { p: text || 'x' } },
      problems: [],
      form: [],
    })),
  );
});

test('the portal is built from it', async () => {
  const folder = temporaryFolder();
  await init(folder, '--yes', '--title', '回覧');
  const run = await runBuild(folder);
  expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
  expect(readFileSync(join(folder, 'portal', 'index.html'), 'utf8')).toContain('【例】シフト表を CSV で');
});

describe('questions', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;

  /** Types keys at a terminal, each as soon as what it answers is asked. */
  async function type(folder: string, keys: readonly (readonly [asked: string, key: string])[]) {
    const words = [process.execPath, join(root, 'src', 'cli.ts'), 'init', '--now', now].map((word) => `'${word}'`);
    const child = spawn('script', ['-qefc', `stty cols 120 rows 40; ${words.join(' ')}`, '/dev/null'], {
      cwd: folder,
      env: { ...cleanEnv(), TERM: 'xterm' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const left = [...keys];
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (data) => {
      out += data;
      const next = left[0];
      if (!next || !out.includes(next[0])) return;
      left.shift();
      child.stdin.write(next[1]);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(left).toEqual([]);
    return { code, out };
  }

  test.skipIf(!hasScript)('are four, and their answers are used', async () => {
    const folder = temporaryFolder();
    const { code, out } = await type(folder, [
      ['ポータルの言語', '\u001b[B\r'],
      ['The name of the portal', 'Our: portal\r'],
      ['Your products', 'tables=Tables\r'],
      ['Kinds to have an example of', '\u001b[B \r'],
    ]);
    expect(code).toBe(0);
    expect(out).toContain('files written:');
    const files = filesIn(folder);
    const config = load(files.get('content/kairanban.yaml') as string);
    expect(config).toEqual({ title: 'Our: portal', locale: 'en', products: { tables: 'Tables' } });
    const pages = [...files.keys()].filter((path) => /^content\/.*\.md$/.test(path));
    expect(pages.map((path) => path.split('/')[1])).toEqual(['enablement', 'prds', 'releases', 'requests']);
  });

  test.skipIf(!hasScript)('may be stopped, and then nothing was written', async () => {
    const folder = temporaryFolder();
    const { code, out } = await type(folder, [
      ['ポータルの言語', '\r'],
      ['ポータルの名前', '\u0003'],
    ]);
    expect({ code, files: readdirSync(folder) }).toEqual({ code: 1, files: [] });
    expect(out).toContain('取りやめました。');
  });
});

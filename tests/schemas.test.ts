/** The schemas for editors say what our reader says, and the words about fields are true of the fields. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { CORE_SCHEMA, FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { type Subject, shapeIn, shapeOf, subjects, wordsOf } from '../scripts/described.ts';
import { check } from '../src/check/check.ts';
import { locales } from '../src/config.ts';
import { buildGraph } from '../src/graph/graph.ts';
import { docs } from '../src/i18n/docs.ts';
import { isLocated, readPage } from '../src/load/front-matter.ts';
import { loadContent } from '../src/load/load.ts';
import { readFolder } from '../src/load/read.ts';
import type { Finding } from '../src/problem.ts';
import type { Shape } from '../src/schema/fields.ts';
import { kindNames, kindOfFolder } from '../src/schema/index.ts';
import { type RawMap, readFields } from '../src/schema/read-fields.ts';
import { now, root } from './support/process.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addVocabulary(['markdownDescription', 'enumDescriptions', 'patternErrorMessage']);

const validators = new Map<Subject, ValidateFunction>(
  subjects.map((subject) => [
    subject,
    ajv.compile(JSON.parse(readFileSync(join(root, `docs/schemas/${subject}.schema.json`), 'utf8'))),
  ]),
);

/** What the schema has against a text, parsed as we parse it (all text) and as editors do (numbers, switches, null). */
function refusals(subject: Subject, yaml: string, schemas = [FAILSAFE_SCHEMA, CORE_SCHEMA]): string[] {
  const validate = validators.get(subject) as ValidateFunction;
  return schemas.flatMap((schema) =>
    validate(load(yaml, { schema }))
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`),
  );
}

/** What our reader has against it. */
function findings(shape: Shape, yaml: string | RawMap): Finding[] {
  const found: Finding[] = [];
  const raw = typeof yaml === 'string' ? (load(yaml, { schema: FAILSAFE_SCHEMA }) as RawMap) : yaml;
  readFields(shape, raw, (finding) => found.push(finding));
  return found;
}

/** The pages of a content folder of which the front matter is a mapping. */
function pagesOf(folder: string) {
  return readFolder(join(root, folder)).files.flatMap(({ path, content }) => {
    const kind = kindOfFolder(path.split('/')[0] as string);
    const page = kind && /\.md$/.test(path) ? readPage(new TextDecoder().decode(content as Uint8Array)) : undefined;
    // The schemas are for YAML; TOML is another language to an editor.
    return kind && page && !isLocated(page) && page.yaml.trim() !== ''
      ? [{ path: `${folder}/${path}`, kind, yaml: page.yaml, raw: page.raw }]
      : [];
  });
}

const pages = pagesOf('content');

test('every page of the example is valid', () => {
  expect(new Set(pages.map(({ kind }) => kind)).size).toBe(kindNames.length - 1);
  expect(pages.flatMap(({ path, kind, yaml }) => refusals(kind, yaml).map((why) => `${path}: ${why}`))).toEqual([]);
});

test('what the reader takes of all our fixtures, the schemas take', () => {
  const fixtures = readdirSync(join(root, 'tests/fixtures/check')).map(
    (name) => `tests/fixtures/check/${name}/content`,
  );
  const all = fixtures.filter((folder) => existsSync(join(root, folder))).flatMap(pagesOf);
  // To an editor, a title `null` is a title that was left blank.
  const sure = all.filter(({ yaml }) => !/^title: null$/m.test(yaml));
  const taken = sure.filter(({ kind, raw }) => findings(shapeOf(kind), raw).length === 0);
  expect(taken.length).toBeGreaterThan(60);
  expect(taken.flatMap(({ path, kind, yaml }) => refusals(kind, yaml).map((why) => `${path}: ${why}`))).toEqual([]);
});

test('kairanban.yaml of the example is valid', () => {
  expect(refusals('kairanban', readFileSync(join(root, 'content/kairanban.yaml'), 'utf8'))).toEqual([]);
});

const release = 'title: A\ndate: 2026-11-10\n';

test.each<[Subject, string]>([
  ['release', 'title: 2026\ndate: 2026-11-10\nversion: 1.10'],
  ['release', `${release}tier: 1\nplans: pro\ntags: [1, true, ]`],
  ['release', `${release}tier: "3"\nactions: { who: sales, what: 12 }`],
  ['release', `${release}announceAt: 2026-12-01 10:00+09:00\ndraft: "true"`],
  ['request', 'title: A\nvoices:\n  - { account: 8, weight: { value: 2 } }\n  -'],
  ['request', 'title: A\nstage: "journey:monthly-close#shift"'],
  ['goal', 'title: A\nreadings: numbers.csv\nbaseline: "3.5"'],
  ['goal', 'title: A\nreadings: { date: 2026-11-10, value: 1 }'],
  ['insight', 'title: A\ninforms: prd:shift-import\nn: 3'],
  ['kairanban', 'products: { 1: 2, payroll: }\nrules: { stale-page: off }\nreview: { case: 30d }'],
  ['kairanban', 'audiences: { sales: }'],
])('%s takes %j, as the reader does', (subject, yaml) => {
  expect(findings(shapeOf(subject), yaml)).toEqual([]);
  expect(refusals(subject, yaml, [CORE_SCHEMA])).toEqual([]);
});

test('what somebody has yet to write is no mistake, unless it is required', () => {
  for (const subject of subjects) {
    const shape = shapeOf(subject);
    const blank = (wanted: boolean) =>
      Object.keys(shape)
        .filter((name) => (shape[name]?.required === true) === wanted)
        .map((name) => `${name}: ${wanted ? (wordsOf(subject, name, 'en').example ?? '') : ''}`);
    const yaml = [...blank(true), ...blank(false)].join('\n');
    expect(findings(shape, yaml)).toEqual([]);
    expect(refusals(subject, yaml, [CORE_SCHEMA])).toEqual([]);
  }
});

test.each<[Subject, string]>([
  ['release', 'title: A'],
  ['release', 'title: A\ndate:'],
  ['release', 'title: A\ndate: 2026/11/10'],
  ['release', 'title: A\ndate: 2026-13-10'],
  ['release', `${release}tier: 4`],
  ['release', `${release}colour: red`],
  ['release', `${release}announceAt: 2026-12-01T10:00`],
  ['release', `${release}actions: [{ who: sales }]`],
  ['release', `${release}actions: [{ who: sales, what: A, until: 2026-11-10 }]`],
  ['release', `${release}closes: monthly-close`],
  ['request', 'title: A\nstatus: shipped'],
  ['request', 'title: A\nvoices: [{ weight: { value: 4 } }]'],
  ['request', 'title: A\ntriagedBy: a@example.com'],
  ['enablement', 'title: A'],
  ['enablement', 'title: A\nreviewed: 2026-11-10\nreviewEvery: 3 months'],
  ['insight', 'title: A\ninforms: shift-import'],
  ['goal', 'title: A\ntarget: 45%'],
  ['kairanban', 'portal: { url: portal.example.com }'],
  ['kairanban', 'channels: [{ name: a, type: fax, audience: sales }]'],
  ['kairanban', 'rules: { missing-field: off }'],
])('%s refuses %j, as the reader does', (subject, yaml) => {
  expect(findings(shapeOf(subject), yaml)).not.toEqual([]);
  expect(refusals(subject, yaml, [CORE_SCHEMA])).not.toEqual([]);
});

describe.each(locales)('the words in %s', (locale) => {
  test('give examples that can be read', () => {
    const wrong = (subject: Subject, shape: Shape, prefix: string): string[] =>
      Object.entries(shape).flatMap(([name, field]) => {
        const path = prefix + name;
        const { example } = wordsOf(subject, path, locale);
        const inner = shapeIn(field);
        if (example === undefined) return inner ? wrong(subject, inner, `${path}.`) : [`${subject} ${path}: nothing`];
        const found = findings({ [name]: field }, `${name}: ${example}`);
        return found.map(({ rule }) => `${subject} ${path}: ${rule}`);
      });
    expect(subjects.flatMap((subject) => wrong(subject, shapeOf(subject), ''))).toEqual([]);
  });

  test('give whole files in which nothing is wrong', () => {
    const { kinds, config } = docs(locale);
    const examples = [config.example, ...kindNames.map((kind) => kinds[kind].example)];
    const files = examples.map(({ path, text }) => ({ path, content: Buffer.from(text) }));
    const content = loadContent({ folder: 'content', missing: false, files });
    expect(content.entries).toHaveLength(kindNames.length);
    expect(check(buildGraph(content, Date.parse(now)), content.problems)).toEqual([]);
    expect(refusals('kairanban', config.example.text)).toEqual([]);
  });
});

/** Notes that were written for other systems, with an `import:` in kairanban.yaml. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { visibleAt } from '../../src/graph/visibility.ts';
import { placeOf } from '../../src/load/entry.ts';
import { lenientDay } from '../../src/load/lenient.ts';
import { isContent } from '../../src/load/limits.ts';
import { loadContent } from '../../src/load/load.ts';
import { readFolder } from '../../src/load/read.ts';
import { lenientFlag } from '../../src/schema/read-scalar.ts';
import { now, root } from '../support/process.ts';

const instant = Date.parse(now);

/** Loads files that are in memory. */
function load(files: Record<string, string>) {
  const all = Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) }));
  return loadContent({ folder: 'c', missing: false, files: all });
}

/** Loads one release under an `import:`. */
function release(front: string, config = 'import: {}\n', name = 'a', body = '') {
  const content = load({ 'kairanban.yaml': config, [`releases/${name}.md`]: `---\n${front}\n---\n${body}` });
  const said = content.problems.map(({ rule, line, severity }) => `${severity} ${rule} ${line}`);
  return { entry: content.entries[0], fields: content.entries[0]?.fields as Record<string, unknown> | undefined, said };
}

test.each([
  ['2026-05-01', '2026-05-01'],
  [' 2026/5/1 ', '2026-05-01'],
  ['2026.05.01', '2026-05-01'],
  ['2026年5月1日', '2026-05-01'],
  ['２０２６/５/１', '2026-05-01'],
  ['2026-05-01 10:00', '2026-05-01'],
  ['2026-05-01 23:59:59', '2026-05-01'],
  ['2026-05-01T23:59', '2026-05-01'],
  ['2026-05-01T14:59:59.999Z', '2026-05-01'],
  ['2026-05-01T15:00:00Z', '2026-05-02'],
  ['2026-05-01 15:00 UTC', '2026-05-02'],
  ['2026-05-01 23:30:00 +0900', '2026-05-01'],
  ['2026-05-02T00:30:00+10:00', '2026-05-01'],
  ['2026-05-01 23:30:00 -0500', '2026-05-02'],
  ['2026-05-01 9:05', '2026-05-01'],
  ['2026/05/01 3:04:05 午後 GMT+9', '2026-05-01'],
  ['2026/05/01 12:30:00 午前 GMT+9', '2026-05-01'],
  ['2026/05/01 11:30:00 PM GMT-5', '2026-05-02'],
  ['2026/05/01 12:30:00 AM GMT+1000', '2026-04-30'],
  ['2026-05-01 13:00 PM', undefined],
  ['2026-12-31T15:00:00Z', '2027-01-01'],
  ['9999-12-31T23:00:00Z', undefined],
  ['05/01/2026', undefined],
  ['1/5/2026', undefined],
  ['2026-02-30', undefined],
  ['2026-02-30 10:00', undefined],
  ['2026/5-1', undefined],
  ['2026-05', undefined],
  ['20260501', undefined],
  ['2026-05-01 25:00', undefined],
  ['2026-05-01 10:00 JST', undefined],
  ['2026-05-01 or so', undefined],
  ['2026-05-01T10:00+99:00', undefined],
  ['May 1, 2026', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('the day of %j is %j', (text, day) => {
  expect(lenientDay(text, 'Asia/Tokyo')).toBe(day);
});

test.each([
  ['True', 'true'],
  ['yes', 'true'],
  ['ON', 'true'],
  ['False', 'false'],
  ['no', 'false'],
  ['off', 'false'],
  ['1', undefined],
  ['maybe', undefined],
  ['', undefined],
])('the switch %j is %j', (text, flag) => {
  expect(lenientFlag(text)).toBe(flag);
});

test.each([
  ['pmm/sato', ['pmm/sato'], []],
  ['pmm/sato, product', ['pmm/sato', 'product'], []],
  ['PMM/kato、product', ['pmm/kato', 'product'], []],
  ['[pmm/sato, プロダクト]', ['pmm/sato', 'product'], []],
  ['{ name: Sato, team: pmm }', ['pmm/Sato'], []],
  ['{ name: Sato Taro, team: プロダクト }', ['product/Sato-Taro'], []],
  ['{ name: Sato Taro, handle: sato, team: pmm }', ['pmm/sato'], []],
  ['{ team: pmm }', ['pmm'], []],
  ['[{ name: Sato, team: pmm }, product/kato]', ['pmm/Sato', 'product/kato'], []],
  ['{ name: Sato, team: pmm, email: sato@example.com }', ['pmm/Sato'], ['error unknown-field 4']],
  ['{ name: Sato }', [], ['error bad-value 4']],
  ['{ name: { first: Taro }, team: pmm }', [], ['error bad-value 4']],
  ['Sato Taro', [], ['error bad-value 4']],
  ['sato@example.com', [], ['error bad-value 4']],
  ['[{ name: Sato }, pmm]', ['pmm'], ['error bad-value 4']],
  ['""', undefined, []],
])('the people of %s are %j', (people, owner, problems) => {
  const config = 'teams: { pmm: PMM, product: プロダクト }\nimport: { fields: { authors: owner } }\n';
  const { fields, said } = release(`title: A\ndate: 2026-05-01\nauthors: ${people}`, config);
  expect(said).toEqual(problems);
  expect(fields?.owner).toEqual(owner);
});

describe('names of fields', () => {
  const config = 'import: { fields: { Heading: title, state: tags, status: tags, type: summary } }\n';
  test.each([
    ['TITLE: A\nDate: 2026-05-01', { title: 'A', date: '2026-05-01' }, []],
    ['heading: A\ndate: 2026-05-01', { title: 'A' }, []],
    ['title: A\nHeading: B\ndate: 2026-05-01', { title: 'A' }, ['error unknown-field 3']],
    ['title:\nHeading: B\ndate: 2026-05-01', { title: 'B' }, []],
    ['title: A\ndate: 2026-05-01\nannounce_at: 2026-06-01T10:00Z', { announceAt: '2026-06-01T10:00Z' }, []],
    ['title: A\ndate: 2026-05-01\nstatus: mine', { tags: ['mine'] }, []],
    ['title: A\ndate: 2026-05-01\nstatus: beta\ntags: x', { tags: ['x'] }, ['error unknown-field 4']],
    ['title: A\ndate: 2026-05-01\ntags: a, b、c', { tags: ['a', 'b', 'c'] }, []],
    ['title: A\ndate: 2026-05-01\nsummary: a, b', { summary: 'a, b' }, []],
    ['title: A\ndate: 2026-05-01\nsummry: a', {}, ['error unknown-field 4']],
    [
      'title: A\ndate: 2026-05-01\n__proto__: a\nconstructor: b',
      {},
      ['error unknown-field 4', 'error unknown-field 5'],
    ],
  ])('%j', (front, expected, problems) => {
    const { fields, said } = release(front, config);
    expect(said).toEqual(problems);
    expect(fields).toMatchObject(expected);
    expect(fields?.status).toBe(undefined);
  });

  test('weigh as much as `unknownFields` says, in tables too', () => {
    const front = 'title: A\ndate: 2026-05-01\nlayout: post';
    expect(release(front, 'import: { unknownFields: error }').said).toEqual(['error unknown-field 4']);
    expect(release(front, 'import: { unknownFields: warn }').said).toEqual(['warning unknown-field 4']);
    expect(release(front, 'import: { unknownFields: ignore }').said).toEqual([]);
    const table = { 'kairanban.yaml': 'import: { unknownFields: ignore }', 'accounts/a.csv': 'id,title,x\na,A,B\n' };
    expect(load(table).problems).toEqual([]);
  });
});

describe('a title or a day outside the front matter', () => {
  test.each([
    ['\n# One *title*\n\nText.\n', 'One title', 5],
    ['Text before.\n\nTitle\n=====\n', 'Title', 6],
    ['<!--\n# Draft name\n-->\n# Title\n', 'Title', 7],
    ['\n## Part\n\n# Title\n', undefined, 0],
    ['\n# For sales\n\nSecret.\n', undefined, 0],
    ['\n#\n', undefined, 0],
    ['\n```\n# no heading\n```\n', undefined, 0],
  ])('%j has %j', (body, title, line) => {
    const { entry, fields, said } = release('date: 2026-05-01', 'import: {}', 'a', body);
    expect(said).toEqual(title === undefined ? ['error missing-field 1'] : []);
    expect(fields?.title).toBe(title);
    if (entry) expect(placeOf(entry, ['title']).line).toBe(line);
  });

  test.each([
    ['visibility: internal', true],
    ['visibility: confidential', true],
    ['Visibility: partner', false],
    ['visibility: " public "', false],
    ['access: public', false],
  ])('a heading is the title of a page with %s: %s', (front, taken) => {
    const config = 'import: { fields: { access: visibility } }';
    const { said } = release(`date: 2026-05-01\n${front}`, config, 'a', '\n# For the sales team\n\nSecret.\n');
    expect(said).toEqual(taken ? [] : ['error missing-field 1']);
  });

  test.each([
    ['2026-05-01-name', '2026-05-01'],
    ['2026-05-01', '2026-05-01'],
    ['2026-02-30-name', undefined],
    ['2026-05-011', undefined],
    ['2026-05-name', undefined],
    ['name-2026-05-01', undefined],
  ])('the file %s has the day %j', (name, day) => {
    const { fields, said } = release('title: A', 'import: {}', name);
    expect(fields?.date).toBe(day);
    expect(said).toEqual(day === undefined ? ['error missing-field 1'] : []);
  });

  test('what is written counts, right or wrong', () => {
    expect(release('title: A\ndate: 2026-06-01', 'import: {}', '2026-05-01', '# B\n').fields).toMatchObject({
      title: 'A',
      date: '2026-06-01',
    });
    expect(release('title: A\ndate: soon', 'import: {}', '2026-05-01').said).toEqual(['error bad-value 3']);
  });
});

test('the page of a folder has the name of the folder, and a list of a folder is no page', () => {
  const page = (title: string) => `---\ntitle: ${title}\n---\n`;
  const content = load({
    'kairanban.yaml': 'import: {}',
    'releases/2026-05-01-foo/index.md': page('Foo'),
    'releases/2026/2026-05-02-bar/Index.mdx': page('Bar'),
    'requests/index.md': page('Index'),
    'requests/baz.d/index.md': page('Baz'),
  });
  expect(content.problems).toEqual([]);
  const ids = content.entries.map(({ kind, id }) => `${kind} ${id}`);
  expect(ids).toEqual(['release 2026-05-01-foo', 'release 2026-05-02-bar', 'request baz.d', 'request index']);
  expect(['releases/_index.md', 'releases/a/_index.ja.md'].map(isContent)).toEqual([false, false]);
});

describe('a note without front matter', () => {
  const bare = (text: string, name = '2026-05-01-a', config = 'import: {}') => {
    const content = load({ 'kairanban.yaml': config, [`releases/${name}.md`]: text });
    return { entry: content.entries[0], said: content.problems.map(({ rule, line }) => `${rule} ${line}`) };
  };

  test('that begins with a title comes in', () => {
    const { entry, said } = bare('# One *title*\n\nText.\n\n## For sales\n\nMore.\n');
    expect(said).toEqual([]);
    expect(entry?.fields).toMatchObject({ title: 'One title', date: '2026-05-01', visibility: 'internal' });
    expect(entry?.headings.map(({ line }) => line)).toEqual([0, 4]);
    expect(entry && placeOf(entry, ['title'])).toMatchObject({ line: 1 });
  });

  test.each([
    ['Text.\n\n# Title\n'],
    ['## Title\n'],
    ['# For sales\n\nSecret.\n'],
    ['\n---\ntitle: A\n---\n'],
    ['# Title\n\nStatus: Done\n公開範囲: 極秘\n\nText.\n'],
    ['# Title\n\n- **Draft**: yes\n'],
    ['# Title\n\nPrivate: yes\n'],
    ['# Title\n---\nvisibility: confidential\n---\n'],
    ['# Title\n+++\nowner = "pmm"\n+++\n'],
  ])('that may say who reads it, or has no title, needs it: %j', (text) => {
    expect(bare(text)).toEqual({ entry: undefined, said: ['front-matter-missing 1'] });
  });

  test('needs it without a day, and without `import:`', () => {
    expect(bare('# Title\n', 'a')).toEqual({ entry: undefined, said: ['front-matter-missing 1'] });
    expect(bare('# Title\n', '2026-05-01-a', '')).toEqual({ entry: undefined, said: ['front-matter-missing 1'] });
  });
});

test('without `import:` nothing is read leniently', () => {
  const front = 'Title: A\ndate: 2026/5/1\ndraft: yes';
  const rules = ['error bad-value 3', 'error bad-value 4', 'error missing-field 2', 'error unknown-field 2'];
  expect(release(front, 'title: A', '2026-05-01', '# A\n').said.sort()).toEqual(rules);
  expect(release(front, 'import:', '2026-05-01', '# A\n').said.sort()).toEqual(rules);
});

test.each([
  ['visibility: pubic', ''],
  ['Visibility: pubic', ''],
  ['public: true', 'public: visibility'],
  ['visiblity: confidential', ''],
  ['DRAFT: maybe', ''],
  ['draft: false\nDraft: true', ''],
  ['draft: false\nhidden: true', 'hidden: draft'],
  ['hide: true', 'hide: darft'],
  ['Hide: true', 'hide: darft'],
  ['published: soon', 'published: draft'],
  ['draft: maybe', 'draft: tags'],
  ['announce_at: 2026-12-01 10:00', ''],
  ['embargo: tomorrow', 'embargo: announceAt'],
  ['公開範囲: 極秘', ''],
  ['下書き: true', ''],
  ['Visible to: everybody', ''],
  ['access: secret', 'access: 公開範囲'],
  ['private: members', ''],
  ['published: soon', ''],
  ['draft: false\nunlisted: true', ''],
  ['access: 社外秘', ''],
  ['Access_Level: secret', ''],
  ['embargo: 2027-01-01', ''],
  ['publishDate: soon', ''],
  ['publishDate: 2030-01-01 10:00 PM', ''],
])('a page is kept from everybody, and somebody is told: %j, %j', (front, mapping) => {
  const config = `import: { unknownFields: ignore, fields: { ${mapping} } }`;
  const { fields, said } = release(`title: A\ndate: 2026-05-01\n${front}`, config);
  expect(said.some((problem) => problem.startsWith('error') && !problem.endsWith(' 1'))).toBe(true);
  expect(fields?.visibility).toBe('confidential');
});

test.each([
  ['publishDate: 2030-01-01', true],
  ['pubDate: soon', true],
  ['embargo: 2030-01-01', true],
  ['published_at: 2026-04-01', false],
  ['publishDate:', false],
])('a page of a kind that cannot wait is kept from everybody with %s: %s', (front, kept) => {
  const page = `---\ntitle: A\nreviewed: 2026-05-01\n${front}\n---\n`;
  const content = load({ 'kairanban.yaml': 'import: { unknownFields: ignore }', 'enablement/a.md': page });
  expect(content.problems.map(({ rule, line, severity }) => `${severity} ${rule} ${line}`)).toEqual(
    kept ? ['error unknown-field 4'] : [],
  );
  expect(content.entries[0]?.fields.visibility).toBe(kept ? 'confidential' : 'internal');
});

test.each([
  ['published: false', true],
  ['Published: no', true],
  ['published: true', false],
  ['published: 2026-05-01', false],
  ['publish: off', true],
  ['private: true', true],
  ['Private: false', false],
  ['draft: true\nprivate: false', true],
  ['unlisted: True', true],
  ['is_draft: true', true],
  ['isDraft: false', false],
  ['wip: true', true],
  ['ignorePublish: true', true],
  ['hidden: true', true],
  ['hide: yes', true],
  ['DRAFT: True', true],
  ['draft: false\npublished: true', false],
  ['draft: true\npublished: no', true],
])('%s makes a draft: %s', (front, draft) => {
  const config = 'import: { unknownFields: ignore, fields: { hide: draft } }';
  const { fields, said } = release(`title: A\ndate: 2026-05-01\n${front}`, config);
  expect(said).toEqual([]);
  expect(fields).toMatchObject({ draft, visibility: 'internal' });
});

test.each([
  ['publishDate: 2030-01-01', '2030-01-01T00:00+09:00'],
  ['publishDate: 2030-01-01T00:00:00Z', '2030-01-01T00:00:00Z'],
  ['published_at: 2030-06-12 09:03', '2030-06-12T09:03+09:00'],
  ['publishDate: 2026-05-01T08:00:00+09:00', undefined],
  ['pubDate: 2020-01-01', undefined],
  ['publishDate: 2030-01-01\nannounceAt: 2031-01-01T00:00Z', '2031-01-01T00:00Z'],
])('%s beside a date holds a release back until %s', (front, instant) => {
  const { entry, fields, said } = release(`title: A\ndate: 2026-05-01\n${front}`, 'import: { unknownFields: ignore }');
  expect(said).toEqual([]);
  expect(fields?.announceAt).toBe(instant);
  if (entry && instant) expect(placeOf(entry, ['announceAt'], 'key').line).toBe(front.includes('\n') ? 5 : 4);
});

test('what is hidden for a level is hidden under other names, too', () => {
  const config = 'import: { unknownFields: ignore, fields: { Autor: owner, 題: title, status: tags } }';
  const { entry } = release('題: A\ndate: 2026-05-01\nAutor: pmm/sato\nvisibility: public\nnote: x\nstatus: b', config);
  if (!entry) throw new Error('no entry');
  const graph = buildGraph(load({}), instant);
  const shown = visibleAt(buildGraph({ config: graph.config, entries: [entry] }, instant), 'public').entries[0];
  if (shown?.origin.type !== 'page') throw new Error('no page');
  expect(shown.origin.yaml.split('\n').slice(1)).toEqual([
    '題: A',
    'date: 2026-05-01',
    '',
    'visibility: public',
    '',
    'status: b',
    '',
  ]);
  expect(placeOf(shown, ['title'])).toEqual({ path: 'c/releases/a.md', line: 2, column: 4 });
});

test('the notes of the fixture come in as their authors meant them', () => {
  const content = loadContent(readFolder(join(root, 'tests', 'fixtures', 'check', 'from-elsewhere', 'content')));
  const fields = Object.fromEntries(content.entries.map((entry) => [entry.id, entry.fields]));
  expect(fields['a-hugo']).toMatchObject({
    title: 'Shifts can be imported',
    date: '2026-11-03',
    updated: '2026-11-05',
    summary: 'From a spreadsheet.',
    products: ['payroll', 'attendance'],
    owner: ['pmm/sato'],
    draft: false,
  });
  expect(fields['2026-10-05-jekyll']).toMatchObject({
    title: 'Rounding can be set per office',
    date: '2026-10-05',
    owner: ['pmm/Sato-Taro'],
    products: ['payroll', 'attendance'],
    tags: ['rounding', 'offices'],
    draft: false,
  });
  expect(fields['2026-09-01-title-in-the-body']).toMatchObject({
    title: 'Overtime is warned of early',
    owner: ['pmm/Sato', 'product'],
  });
  expect(fields['c-dates']).toMatchObject({
    date: '2026-05-01',
    updated: '2026-05-01',
    reviewed: '2026-05-02',
    draft: true,
  });
  expect(fields['d-unpublished']).toMatchObject({ draft: true });
  const kept = content.entries.filter((entry) => entry.fields.visibility === 'confidential');
  expect(kept.map(({ id }) => id)).toEqual(['h-guards', 'i-guards-nearly', 'j-guard-twice']);
});

test('2,000 notes in the shapes of five systems come in without an error', () => {
  const day = (n: number) => `2025-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
  const shapes: readonly ((n: number) => [name: string, text: string])[] = [
    (n) => [
      `hugo-${n}`,
      `+++\ntitle = "Note ${n}"\ndate = ${day(n)}T1${n % 10}:00:00Z\nlastmod = ${day(n)}\nweight = ${n}\ncategories = ["Payroll"]\ndraft = ${n % 50 === 0}\n[params]\nhero = "x"\n+++\n\nText.\n`,
    ],
    (n) => [
      `${day(n)}-jekyll-${n}`,
      `---\nlayout: post\ntitle: "Note ${n}: more"\nauthor: { name: Sato ${n}, team: PMM }\ntags: a, b\npublished: ${n % 50 !== 0}\n---\n\nText.\n`,
    ],
    (n) => [`${day(n)}-plain-${n}`, `---\nauthors: [pmm/a${n}, product]\n---\n\n# Note *${n}*\n\nText.\n`],
    (n) => [
      `shouting-${n}`,
      `---\nTITLE: Note ${n}\nDATE: ${day(n).replace(/-0?/g, '/')}\nTags: [a]\nDRAFT: no\n---\n\nText.\n`,
    ],
    (n) => [
      `wiki-${n}`,
      `---\nHeading: Note ${n}\ncreated: ${day(n)} 0${n % 10}:30:00 +0900\ncategories: 給与, attendance\nid: ${n}\n---\n\nText.\n`,
    ],
  ];
  const config = `teams: { pmm: PMM, product: Product }
products: { payroll: Payroll, kyuyo: 給与, attendance: 勤怠 }
import:
  unknownFields: warn
  fields: { author: owner, authors: owner, categories: products, lastmod: updated, created: date, heading: title }
`;
  const notes = Array.from({ length: 2000 }, (_, n) => (shapes[n % shapes.length] as (typeof shapes)[number])(n));
  const files = notes.map(([name, text]) => [`releases/${name}.md`, text] as const);
  const content = load({ 'kairanban.yaml': config, ...Object.fromEntries(files) });
  const problems = check(buildGraph(content, instant), content.problems);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['unknown-field']));
  expect(content.entries).toHaveLength(2000);
  expect(content.unusable).toEqual([]);
  expect(content.entries.every(({ fields }) => /^Note \d+/.test(fields.title))).toBe(true);
  expect(content.entries.filter(({ fields }) => fields.draft).length).toBe(40);
});

test('whatever a note holds, reading never throws, and every problem has a place in the file', () => {
  const config = 'import: { unknownFields: warn, fields: { authors: owner, hidden: draft, status: tags } }';
  const keys = [
    'title',
    'Title',
    'date',
    'authors',
    'hidden',
    'published',
    'status',
    'tags',
    'actions',
    'x',
    '__proto__',
  ];
  const values = [
    '',
    'A',
    'yes',
    '2026/5/1',
    '[a, [b]]',
    '{ name: A, team: b }',
    '{ team: [a] }',
    '[{ who: sales }, ""]',
    '- a',
    '"\\n"',
  ];
  const bodies = ['', '\n# A\n', '\n# 営業向け\n', '\n===\n', 'A\nB\n===\n'];
  let seed = 7919;
  const next = <T>(all: readonly T[]): T => {
    seed = (seed * 48_271) % 2_147_483_647;
    return all[seed % all.length] as T;
  };
  for (let round = 0; round < 3000; round++) {
    const [mark, is] = next([
      ['---', ': '],
      ['+++', ' = '],
    ] as const);
    const fields = Array.from({ length: (round % 5) + 1 }, () => `${next(keys)}${is}${next(values)}`);
    const text = [mark, ...fields, mark, next(bodies)].join('\n');
    const { problems } = load({ 'kairanban.yaml': config, 'releases/2026-05-01-a.md': text });
    const lines = text.split('\n');
    for (const { line, column } of problems) {
      expect(line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1, text).toBe(true);
    }
  }
});

test('pages in several folders may have one name where ids are paths', () => {
  const page = '---\ntitle: A\ndate: 2026-11-02\n---\n';
  const files = Object.fromEntries(
    ['2024/R1/uk.md', '2024/R2/uk.md', '2024/R2/fr/index.md', '紙.mdx'].map((path) => [`releases/${path}`, page]),
  );
  const idsOf = (config: string) => {
    const graph = buildGraph(load({ ...files, 'kairanban.yaml': config }), instant);
    return { ids: graph.entries.map(({ id }) => id), said: graph.problems.map(({ args }) => args) };
  };
  expect(idsOf('import: { ids: path }').ids).toEqual(['2024-R1-uk', '2024-R2-fr', '2024-R2-uk', '紙']);
  expect(idsOf('import: {}')).toEqual({
    ids: ['fr', 'uk', '紙'],
    said: [{ id: 'uk', other: 'c/releases/2024/R1/uk.md', apart: true }],
  });
});

/** The small parts of reading, as tables, and what must hold for any text at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load as loadYaml } from 'js-yaml';
import type { Heading as MdastHeading, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { random } from '../../scripts/bench/random.ts';
import { completeConfig } from '../../src/config.ts';
import { isLocated, readPage, readYaml } from '../../src/load/front-matter.ts';
import { loadContent } from '../../src/load/load.ts';
import { headingsOf, tooDeep } from '../../src/load/markdown.ts';
import { sectionsOf } from '../../src/load/sections.ts';
import type { Problem } from '../../src/problem.ts';
import {
  choice,
  day,
  type Field,
  flag,
  group,
  instant,
  interval,
  line,
  list,
  map,
  number,
  partOf,
  person,
  ref,
  required,
  text,
  withDefault,
} from '../../src/schema/fields.ts';
import { type RawValue, readFields } from '../../src/schema/read-fields.ts';
import { closest } from '../../src/suggest.ts';
import { root } from '../support/process.ts';

/** Reads one field of a value; what was reported comes as `rule path at`. */
function read(field: Field, raw: RawValue) {
  const said: string[] = [];
  const values = readFields({ field }, { field: raw }, (finding, path, at) => {
    said.push(`${finding.rule} ${path.join('.')} ${at}`);
  });
  return { value: values.field, said };
}

describe('scalars', () => {
  const forms: readonly [name: string, field: Field, good: readonly [string, unknown][], bad: readonly string[]][] = [
    [
      'days',
      day(),
      [['2026-11-21'], ['2028-02-29'], ['0001-01-01'], ['9999-12-31'], [' 2026-11-21 ', '2026-11-21']].map(
        ([raw, value]) => [raw as string, value ?? raw],
      ),
      [
        '2026-02-29',
        '2026-02-30',
        '2026-13-01',
        '2026-00-10',
        '2026-11-00',
        '2026-11-31',
        '26-11-21',
        '2026/11/21',
      ].concat(['2026-1-5', '20261121', '2026-11-21T00:00Z', '２０２６-11-21', 'today', '0000-01-01']),
    ],
    [
      'instants',
      instant(),
      ['2026-11-21T10:00+09:00', '2026-11-21 10:00:30Z', '2026-11-21T23:59-11:30'].map((raw) => [raw, raw]),
      [
        '2026-11-21',
        '2026-11-21T10:00',
        '2026-11-21T24:00Z',
        '2026-11-21T10:60Z',
        '2026-02-30T10:00Z',
        '10:00+09:00',
      ].concat(['2026-11-21T10:00+9', '2026-11-21T10:00JST', '2026-11-21T1:00Z']),
    ],
    [
      'numbers',
      number(),
      [
        ['12', 12],
        ['-3.5', -3.5],
        ['+.5', 0.5],
        ['007', 7],
        ['0', 0],
        [' 1 ', 1],
      ],
      ['1,000', '12%', '1e3', '0x10', '１２', '1.', 'NaN', 'Infinity', '1 2', '--1', '.'],
    ],
    [
      'flags',
      flag(),
      [
        ['true', true],
        ['false', false],
      ],
      ['yes', 'no', 'True', '1', 'on', 'はい'],
    ],
    [
      'intervals',
      interval(),
      [
        ['90d', 90],
        ['1d', 1],
        ['99999d', 99_999],
      ],
      ['0d', '090d', '3 months', '90', '1w', '90 d', '100000d', '-1d'],
    ],
    [
      'persons',
      person(),
      ['sales', 'sales/kato', '営業/加藤'].map((raw) => [raw, raw]),
      ['kato@example.com', 'sales/kato/x', 'sales /kato', '/kato', 'sales/', '田中 太郎', '@kato'],
    ],
    [
      'choices',
      choice('a', 'b-c'),
      [
        ['a', 'a'],
        [' b-c ', 'b-c'],
      ],
      ['A', 'b', 'a, b-c'],
    ],
    [
      'choices of numbers',
      choice(1, 2),
      [
        ['1', 1],
        ['2', 2],
      ],
      ['01', '3', '1.0', 'one'],
    ],
    [
      'one line',
      line(),
      [
        ['a b', 'a b'],
        ['1.10', '1.10'],
        ['か\u3099', '\u304c'],
      ],
      ['a\nb'],
    ],
    ['text', text(), [['a\nb\n', 'a\nb']], []],
    [
      'references of one kind',
      ref('prd'),
      [
        ['a', { kind: 'prd', id: 'a' }],
        ['prd:a', { kind: 'prd', id: 'a' }],
        ['prd: a', { kind: 'prd', id: 'a' }],
        ['goal:a', { kind: 'prd', id: 'goal:a' }],
        ['a#b', { kind: 'prd', id: 'a#b' }],
        ['カ\u3099', { kind: 'prd', id: '\u30ac' }],
      ],
      ['prd:'],
    ],
    [
      'references of several kinds',
      ref('prd', 'goal'),
      [
        ['goal:a', { kind: 'goal', id: 'a' }],
        ['prd:goal:a', { kind: 'prd', id: 'goal:a' }],
      ],
      ['a', 'release:a', 'goal:', 'Goal:a', ':a'],
    ],
    [
      'references to a part',
      partOf('journey'),
      [
        ['a#b', { kind: 'journey', id: 'a', part: 'b' }],
        ['journey:a#b', { kind: 'journey', id: 'a', part: 'b' }],
      ],
      ['a', 'a#', '#b', 'a#b#c', 'journey:#b'],
    ],
  ];
  describe.each(forms)('%s', (_, field, good, bad) => {
    test.each(good)('%j', (raw, value) => {
      expect(read(field, raw)).toEqual({ value, said: [] });
    });
    if (bad.length > 0) {
      test.each(bad)('not %j', (raw) => {
        expect(read(field, raw)).toEqual({ value: undefined, said: ['bad-value field value'] });
      });
    }
    test.each(['', ' ', '\u3000'])('blank %j counts as absent', (raw) => {
      expect(read(field, raw)).toEqual({ value: undefined, said: [] });
    });
    test('no list, no mapping', () => {
      expect(read(field, ['a'])).toEqual({ value: undefined, said: ['wrong-type field value'] });
      expect(read(field, { a: 'b' })).toEqual({ value: undefined, said: ['wrong-type field value'] });
    });
  });
});

describe('lists, groups and maps', () => {
  const voice = group({ who: required(line()), n: number() });
  test.each<[name: string, field: Field, raw: RawValue, value: unknown, said: string[]]>([
    ['a lone scalar is a list of one', list(line()), 'a', ['a'], []],
    ['a lone group is a list of one', list(voice), { who: 'a' }, [{ who: 'a' }], []],
    ['blank items are absent', list(line()), ['', 'a', ' '], ['a'], []],
    ['an empty list is a list', list(line()), [], [], []],
    [
      'bad items are left out, with their own place',
      list(number()),
      ['1', 'x', '3'],
      [1, 3],
      ['bad-value field.1 value'],
    ],
    ['dashes without a space are no list', list(line()), '-a -b', undefined, ['yaml-syntax field value']],
    ['nor are bullets', list(line()), '・a', undefined, ['yaml-syntax field value']],
    ['a mapping is no list of scalars', list(line()), { a: 'b' }, undefined, ['wrong-type field value']],
    ['a colon in an item', list(line()), [{ a: 'b' }], [], ['yaml-syntax field.0 value']],
    ['a list in a list', list(line()), [['a']], [], ['wrong-type field.0 value']],
    ['half a group is none', list(voice), [{ n: '1' }], [], ['missing-field field.0 value']],
    ['a blank in a group is missing', list(voice), [{ who: '', n: '1' }], [], ['wrong-type field.0.who key']],
    ['a group of blanks is yet to be written', list(voice), [{ who: '', n: '' }], undefined, []],
    ['so is one in one', group({ a: voice, b: list(voice) }), { a: { n: '' }, b: [{ who: '' }, ''] }, undefined, []],
    ['an empty group lacks what it must have', list(voice), [{}], [], ['missing-field field.0 value']],
    [
      'a name that we do not know is told, blank or not',
      voice,
      { x: '' },
      undefined,
      expect.arrayContaining(['unknown-field field.x key']),
    ],
    ['unknown in a group', voice, { who: 'a', x: 'b' }, { who: 'a' }, ['unknown-field field.x key']],
    [
      'keys are free in a map, blank ones are called by their key',
      map(line()),
      { a: 'b', c: '' },
      { a: 'b', c: 'c' },
      [],
    ],
    ['blank groups in a map', map(group({ a: line() })), { x: '' }, { x: {} }, []],
    ['defaults', withDefault(number(), 3), '', 3, []],
    ['required', required(line()), '', undefined, ['wrong-type field key']],
  ])('%s', (_, field, raw, value, said) => {
    expect(read(field, raw)).toEqual({ value, said });
  });

  test('names from Object.prototype are names like any other', () => {
    const raw = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}') as Record<string, string>;
    const said: string[] = [];
    readFields({ title: line() }, raw, (finding, path) => said.push(`${finding.rule} ${path}`));
    expect(said).toEqual(['unknown-field __proto__', 'unknown-field constructor', 'unknown-field toString']);
    const { value } = read(map(line()), raw);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(value)).toBe(null);
  });
});

test('text is as it was written', () => {
  const written = [
    '1.10',
    'no',
    'yes',
    'null',
    '~',
    'true',
    '010',
    '0x1F',
    '1e3',
    '1_000',
    '2026-02-30',
    '12:30:45',
    '.inf',
    '=',
  ];
  const page = readPage(`---\n${written.map((value, index) => `k${index}: ${value}`).join('\n')}\n---\n`);
  if (isLocated(page)) throw new Error('unreadable');
  expect(Object.values(page.raw)).toEqual(written);
});

test('TOML is text as it was written, too', () => {
  const written = [
    '1.10',
    'true',
    '0x1F',
    '1_000',
    '2026-02-30',
    '2026-11-02 10:00:00',
    '99999999999999999999',
    '-inf',
  ];
  const fields = written.map((value, index) => `k${index} = ${value}`).join('\n');
  const page = readPage(`+++\n${fields}\nlist = [1.0, { a.b = 07:32:00 }] # c\n[["t"]]\nx = 1.0\n+++\n`);
  if (isLocated(page)) throw new Error('unreadable');
  expect(Object.values(page.raw)).toEqual([...written, ['1.0', { a: { b: '07:32:00' } }], [{ x: '1.0' }]]);
});

test.each([
  [['title'], 2, 9],
  [['tags', 1], 4, 3],
  [['author', 'name'], 7, 8],
  [['voices', 1, 'quote'], 11, 9],
  [['voices', 1, 'weight', 'value'], 12, 22],
  [['voices', 1, 'absent'], 10, 1],
  [['absent'], 1, 1],
])('the place in TOML of %j is %i:%i', (path, line, column) => {
  const lines = ['title = "A"', 'tags = ["x",', '  "y"]', '', '[author]', 'name = "B" # =', '', '[[voices]]'];
  const toml = [...lines.toSpliced(6, 1), 'quote = "a"', '[[voices]]', 'quote = "b"', 'weight = { "value" = 1 }'];
  const page = readPage(['+++', ...toml, '+++', ''].join('\n'));
  if (isLocated(page)) throw new Error('unreadable');
  expect(page.locate?.(path, 'value')).toEqual({ line, column });
});

test.each([
  ['titel', 'title'],
  ['Title', 'title'],
  ['ｔｉｔｌｅ', 'title'],
  ['tags', 'tags'],
  ['taggs', 'tags'],
  ['summry', 'summary'],
  ['4', undefined],
  ['x', undefined],
  ['colour', undefined],
  ['', undefined],
  ['t'.repeat(200), undefined],
])('%j is suggested as %j', (word, expected) => {
  expect(closest(word, ['title', 'tags', 'summary', '1', 'a'])).toBe(expected);
});

test('front matter that is read holds what js-yaml reads in it', () => {
  const requests = join(root, 'content/requests');
  const texts = readdirSync(requests).map(
    (name) => readFileSync(join(requests, name), 'utf8').split(/^---$/m)[1] ?? '',
  );
  const bits = [
    '\n',
    ' ',
    '  ',
    ': ',
    '- ',
    ',',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|\n',
    '>-\n',
    '? ',
    '# ',
    '\\',
    '__proto__',
    'a: b',
  ];
  const { int, pick } = random(1);
  let same = 0;
  for (let round = 0; round < 6000; round++) {
    let text = pick(texts);
    for (let edits = int(0, 3); edits > 0; edits--) {
      const at = int(0, text.length);
      text = text.slice(0, at) + pick(bits) + text.slice(at + int(0, 3));
    }
    const value = readYaml(text);
    if (isLocated(value)) continue;
    same += 1;
    const wanted = loadYaml(text, { schema: FAILSAFE_SCHEMA });
    expect(JSON.stringify(value), text).toBe(JSON.stringify(wanted));
    expect(value, text).toEqual(wanted);
  }
  expect(same).toBeGreaterThan(1000);
});

describe('nesting', () => {
  test.each([
    ['>'.repeat(51), 0],
    ['>'.repeat(50), undefined],
    [`a\n\n${'- '.repeat(51)}x`, 2],
    [`${'1. '.repeat(50)}x`, undefined],
    [Array.from({ length: 80 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n'), 51],
    [`${' '.repeat(300)}code`, undefined],
    ['-'.repeat(300), undefined],
    ['- '.repeat(300), undefined],
    [`${'* '.repeat(300)}\r`, undefined],
    ['+----+'.repeat(60), undefined],
    [`| ${'--- | '.repeat(60)}`, undefined],
  ])('%j', (body, expected) => {
    expect(tooDeep(body)).toBe(expected);
  });
});

describe('headings', () => {
  /** CommonMark with GFM's blocks as remark reads them; raw HTML is text here as it is everywhere in kairanban. */
  const remark = unified().use(remarkParse).use(remarkGfm).use(withoutHtml);
  function withoutHtml(this: Processor) {
    const data = this.data() as { micromarkExtensions?: unknown[] };
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['htmlFlow', 'htmlText'] } }];
  }
  const texts = readdirSync(join(root, 'node_modules'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])(readme|changelog)[^\\/]*\.md$/i.test(path))
    .sort()
    .slice(0, 300)
    .map((path) =>
      readFileSync(join(root, 'node_modules', path), 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n'),
    )
    .filter((body) => body.length < 200_000);
  const expected = texts.map((body) =>
    (remark.parse(body) as Root).children
      .filter((node): node is MdastHeading => node.type === 'heading')
      .map(({ depth, position }) => ({
        depth,
        line: (position?.start.line ?? 0) - 1,
        end: position?.end.line,
      })),
  );

  test('are those of remark in every document that came with the packages', () => {
    expect(texts.length).toBeGreaterThan(100);
    expect(expected.flat().length).toBeGreaterThan(1000);
    for (const [index, body] of texts.entries()) {
      expect(headingsOf(body).map(({ depth, line, end }) => ({ depth, line, end }))).toEqual(expected[index]);
    }
  });

  test('divide a text into sections that hold all of it', () => {
    const config = completeConfig({});
    for (const [index, body] of texts.entries()) {
      const sections = sectionsOf(
        { fields: { title: 'no heading' }, body, headings: headingsOf(body) },
        'public',
        config,
      );
      const places = sections
        .filter(({ depth }) => depth > 0)
        .map(({ depth, line, textLine: end }) => ({ depth, line, end }));
      expect(places).toEqual(expected[index]);
      const lines = body.split('\n');
      const whole = sections.flatMap((section) => [
        ...lines.slice(section.line, section.textLine),
        ...(section.end > section.textLine ? [section.text] : []),
      ]);
      const intro = sections[0]?.depth === 0 ? '' : lines.slice(0, sections[0]?.line).join('\n');
      expect(intro.trim()).toBe('');
      expect(whole.join('\n').trim()).toBe(body.trim());
      for (const section of sections.filter((one) => one.audience === undefined && one.depth > 0)) {
        expect(section.level).toBe(section.role === 'summary' ? 'public' : 'internal');
      }
    }
  });
});

describe('a page is kept from everybody', () => {
  test.each([
    ['releases', 'visibility: pubic'],
    ['releases', 'visibility: [public]'],
    ['releases', 'visiblity: confidential'],
    ['releases', 'draft: yes'],
    ['releases', 'Draft: true'],
    ['releases', 'announceAt: 2026-12-01 10:00'],
    ['cases', 'consent: anonimous'],
    ['cases', 'consnet: internal'],
  ])('when it says, wrongly, who may see it: %s, %s', (folder, field) => {
    const page = `---\ntitle: A\ndate: 2026-11-02\nvisibility: public\n${field}\n---\n`;
    const text = field.startsWith('visibility') ? page.replace('visibility: public\n', '') : page;
    const content = loadContent({
      folder: 'c',
      missing: false,
      files: [{ path: `${folder}/a.md`, content: Buffer.from(text) }],
    });
    expect(content.problems.length).toBeGreaterThan(0);
    expect(content.entries.map((entry) => entry.fields.visibility)).toEqual(['confidential']);
  });
});

describe('whatever a text holds', () => {
  const now = completeConfig({});
  const pieces = [
    'title',
    'date',
    'tags',
    'actions',
    'who',
    'what',
    'owner',
    'visibility',
    'prds',
    '営業',
    'a',
    '1.10',
    '2026-11-02',
  ]
    .concat([
      ': ',
      ':',
      '：',
      '- ',
      '-',
      ', ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      ' #',
      '|',
      '>',
      '&',
      '*',
      '!',
      '@',
      '%',
      '?',
      '`',
    ])
    .concat([
      ' ',
      '  ',
      '\u3000',
      '\t',
      '\n',
      '\n',
      '\n',
      '\n  ',
      '\n  - ',
      '\r\n',
      '\r',
      '---',
      '\n---\n',
      '\n+++\n',
      ' = ',
      '...',
      '\\',
      '\u0007',
    ])
    .concat([
      '# ',
      '\n## 営業向け\n',
      '\n===\n',
      '~~~',
      '\u2028',
      '\ufeff',
      '😀',
      '\ud83d',
      'か\u3099',
      '__proto__',
      '<<',
      '~',
      'null',
    ]);
  const files: readonly [path: string, start: string, end: string][] = [
    ['releases/a.md', '---\ntitle: A\ndate: 2026-11-02\nvisibility: public\n', '\n---\n\ntext\n'],
    ['releases/a.md', '---\n', '---\n'],
    ['releases/a.md', '+++\ntitle = "A"\ndate = 2026-11-02\n', '\n+++\n\ntext\n'],
    ['releases/a.md', '', ''],
    ['journeys/a.md', '---\ntitle: A\nstages:\n  - id: a\n    title: b\n    ', '\n---\n'],
    ['kairanban.yaml', 'title: A\naudiences:\n  sales: { level: public }\n', '\n'],
    ['accounts/a.csv', 'id,title,status,tags\n', '\nb,B\n'],
    ['accounts/a.csv', '', ''],
  ];

  /** xorshift32: the same texts every time. */
  function* random(seed: number): Generator<number> {
    for (let state = seed; ; ) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      yield state >>> 0;
    }
  }

  test.each([1, 2, 3, 4])('reading never throws and every problem has a place in the file (seed %i)', (seed) => {
    const numbers = random(seed * 7919);
    const next = (below: number) => (numbers.next().value as number) % below;
    for (let round = 0; round < 1500; round++) {
      const [path, start, end] = files[next(files.length)] as (typeof files)[number];
      const middle = Array.from({ length: next(14) }, () => pieces[next(pieces.length)]).join('');
      const body = start + middle + end;
      const { problems, entries } = load(path, body);
      const lines = Buffer.from(body)
        .toString()
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n')
        .split('\n');
      for (const { line: row, column, rule } of problems) {
        const where = `${rule} at ${row}:${column} of ${JSON.stringify(body)}`;
        expect(row >= 1 && row <= lines.length && column >= 1, where).toBe(true);
        expect(column <= (lines[row - 1] as string).length + 1, where).toBe(true);
      }
      for (const entry of entries.filter(({ origin }) => origin.type === 'page')) {
        expect(lines.slice(entry.bodyLine - 1).join('\n')).toBe(entry.body);
        expect(sectionsOf(entry, 'public', now)).toBeDefined();
      }
    }
  });

  function load(
    path: string,
    body: string,
  ): { problems: readonly Problem[]; entries: ReturnType<typeof loadContent>['entries'] } {
    try {
      return loadContent({ folder: 'c', missing: false, files: [{ path, content: Buffer.from(body) }] });
    } catch (error) {
      throw new Error(`${path} ${JSON.stringify(body)}`, { cause: error });
    }
  }
});

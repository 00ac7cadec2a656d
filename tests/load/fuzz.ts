/** What hostile people and broken tools write, made up: for the short run in the tests and the long one by hand. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { fixesIn, openSource } from '../../src/commands/context.ts';
import { messageOf } from '../../src/commands/report.ts';
import { locales } from '../../src/config.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { messages } from '../../src/i18n/index.ts';
import type { Source } from '../../src/load/read.ts';
import { kindNames, kinds } from '../../src/schema/index.ts';
import { brokenPromises } from '../support/fixed.ts';

const now = Date.parse('2026-11-21T09:00+09:00');

/** Pieces that mean something to YAML, Markdown, CSV, a terminal or GitHub's runner. */
const pieces = [
  ...[
    '---',
    '...',
    '+++',
    ':',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '"',
    "'",
    '&a',
    '*a',
    '!!js',
    '#',
    '%',
    '@',
    '`',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '  ',
    '　',
    '\0',
    '\u001b[31m',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u2028',
    '::error::',
    '##[error]',
  ],
  ...[
    '# ',
    '## 営業向け',
    '### トークトラック',
    '営業むけ',
    '![](',
    '](',
    '<!--',
    '-->',
    '```',
    '~~~',
    '> ',
    '| a |',
    '__proto__',
  ],
  ...[
    'title',
    'date',
    'tier',
    'visibility',
    'announceAt',
    'prds',
    'voices',
    'weight',
    'formerly',
    'supersedes',
    'reviewed',
  ],
  ...[
    '2026-11-21',
    '2026-02-30',
    '2026年1月1日',
    'true',
    'null',
    '1e9',
    'public',
    'confidential',
    'a',
    'b',
    '給与',
    '../../x.md',
  ],
  ...['kairanban-disable', ' -- '],
];

const soup = fc.array(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'grapheme', maxLength: 6 })),
  {
    maxLength: 60,
  },
);

/** Front matter whose keys exist, with values of any sort. */
const shaped = fc.constantFrom(...kindNames).chain((kind) =>
  fc.array(fc.tuple(fc.constantFrom(...Object.keys(kinds[kind].fields)), soup), { maxLength: 12 }).map((fields) => ({
    kind,
    text: `---\ntitle: a\n${fields.map(([name, value]) => `${name}: ${value.join('').replaceAll('\n', '\n  ')}`).join('\n')}\n---\n`,
  })),
);

/** Lines as people write them, right and wrong, in any order: what is told of them is to mend them. */
const fieldLines = [
  ...[
    'title: 名前',
    'title：名前',
    'Title: 名前',
    'titel: 名前',
    'title:名前',
    'title: 新: 名前',
    'title: "名前',
    ' title: 名前',
  ],
  ...[
    'date: 2026/11/2',
    'date： ２０２６年１１月２日',
    'date: “2026-11-02”',
    '\tdate: 2026-11-02',
    'Date: 11月2日',
    'date: 2026-11-02',
  ],
  ...[
    'tier: ２',
    'TIER: 高',
    'tier：1 # 大事',
    'draft: yes',
    'visibility： Public',
    'status: 予定',
    'announceAt: 2026/11/2 9:00 +09:00',
  ],
  ...[
    'plans: pro, standard',
    'plans: [Pro, "ＰＲＯ"]',
    'plans: [pro',
    'plans:',
    '\t- pro',
    '  - スタンダード',
    '- pro',
    ' - @pro',
    '　- pro',
  ],
  ...[
    'prds: [a, A.md]',
    'prds: 給与',
    'owner: @sales/a',
    'owner: 営業/a',
    'owner: [&a, ＳＡＬＥＳ]',
    'tags: ["a, b]',
    'summary: *年調*の話',
  ],
  ...[
    'actions:',
    '  - who: sales',
    '\t  what: a: b',
    '     what: a',
    'reviewEvery: 90日',
    'closes: b#x',
    '',
    '---',
    '----',
    '# a',
    '**a**',
  ],
];
const bodyLines = [
  '## 営業むけ',
  '# 名前',
  '年調の「年調」と翌年調整',
  '> 年調',
  '<!-- 年調 --> 年調',
  '[a](a.mdx)',
  '`年調`',
  '',
  'ー年調ー',
];
const slips = fc.tuple(
  fc.array(fc.constantFrom(...fieldLines), { maxLength: 7 }),
  fc.array(fc.constantFrom(...bodyLines), { maxLength: 5 }),
  fc.constantFrom('\n', '\r\n'),
);

const page = fc.oneof(
  slips.map(([fields, body, end]) => ({
    kind: 'release' as const,
    text: ['---', ...fields, '---', '', ...body].join(end),
  })),
  fc.tuple(fc.constantFrom(...kindNames), soup).map(([kind, parts]) => ({ kind, text: parts.join('') })),
  fc.tuple(shaped, soup).map(([{ kind, text }, parts]) => ({ kind, text: text + parts.join('') })),
);

const bytes = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.uint8Array({ maxLength: 60 }));

const folder = fc
  .tuple(
    fc.array(fc.tuple(page, fc.constantFrom('a', 'b', 'A', 'e\u0301', '給与'), bytes), { minLength: 1, maxLength: 6 }),
    soup,
    soup,
    fc.boolean(),
  )
  .map(
    ([pages, config, table, plain]): Source => ({
      folder: 'content',
      missing: false,
      files: [
        {
          path: 'kairanban.yaml',
          content: Buffer.from(plain ? 'plans: { pro: プロ, standard: スタンダード }' : config.join('')),
        },
        { path: 'terms/term.md', content: Buffer.from('---\ntitle: 年末調整\navoid: [年調]\n---\n') },
        { path: 'accounts/all.csv', content: Buffer.from(`id,title\n${table.join('')}`) },
        ...pages.map(([{ kind, text }, name, raw], index) => ({
          path: `${kinds[kind].folder}/${index}/${name}.md`,
          content: raw ?? Buffer.from(text),
        })),
      ],
    }),
  );

/** The entries that are told in data alone. */
function pagesOf({ entries, unusable }: Graph) {
  return [...entries, ...unusable].filter(({ origin }) => origin.type === 'page' && !origin.locate);
}

/** The milliseconds that a folder of a few hundred characters may take on a busy machine. */
const patience = 5000;

/**
 * Reads and checks made-up folders: nothing is thrown, nothing takes for ever, every problem is inside its file, and no
 * message holds what a terminal or a runner would act on; a line that is corrected mends its problem and makes no other.
 * Throws with the smallest folder that breaks one of these.
 */
export function fuzz(runs: number, seed?: number): void {
  const property = fc.property(folder, (source) => {
    const start = performance.now();
    const workspace = openSource(source, { now });
    const { problems, graph } = workspace;
    if (performance.now() - start > patience) throw new Error('took too long');
    const memory = new Map<string, string>();
    for (const run of ['first', 'second']) {
      const again = openSource(source, { now, remember: () => memory });
      if (!isDeepStrictEqual(again.problems, problems)) throw new Error(`the ${run} run remembers other problems`);
      if (!isDeepStrictEqual(pagesOf(again.graph), pagesOf(graph))) throw new Error(`the ${run} run, other pages`);
    }
    for (const problem of problems) {
      const file = source.files.find(({ path }) => `content/${path}` === problem.path);
      const text = file
        ? Buffer.from(file.content as Uint8Array)
            .toString('utf8')
            .replace(/^\ufeff/, '')
            .replace(/\r\n?/g, '\n')
        : '';
      const lines = text.split('\n');
      const line = lines[problem.line - 1];
      if (problem.line < 1 || (file && line === undefined)) throw new Error(`line of ${JSON.stringify(problem)}`);
      // Bytes that are no text have no columns to be held against.
      const isText = problem.rule !== 'file-encoding';
      if (problem.column < 1 || (isText && file && problem.column > (line as string).length + 1))
        throw new Error(`column of ${JSON.stringify(problem)} in ${JSON.stringify(line)}`);
      for (const locale of locales) {
        const message = messageOf(problem, messages(locale));
        if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]|##\[/u.test(message))
          throw new Error(`message ${JSON.stringify(message)}`);
      }
    }
    const fixOf = fixesIn(workspace, messages('ja'));
    for (const problem of problems.slice(0, 20)) {
      const fix = fixOf(problem);
      const broken = fix ? brokenPromises(workspace, problem, fix, now) : [];
      if (broken.length > 0) throw new Error(`fix ${JSON.stringify({ problem, fix, broken })}`);
    }
  });
  fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
}

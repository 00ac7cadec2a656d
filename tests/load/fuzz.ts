/** What hostile people and broken tools write, made up: for the short run in the tests and the long one by hand. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { openSource } from '../../src/commands/context.ts';
import { messageOf } from '../../src/commands/report.ts';
import { locales } from '../../src/config.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { messages } from '../../src/i18n/index.ts';
import type { Source } from '../../src/load/read.ts';
import { kindNames, kinds } from '../../src/schema/index.ts';

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

const page = fc.oneof(
  fc.tuple(fc.constantFrom(...kindNames), soup).map(([kind, parts]) => ({ kind, text: parts.join('') })),
  fc.tuple(shaped, soup).map(([{ kind, text }, parts]) => ({ kind, text: text + parts.join('') })),
);

const bytes = fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, fc.uint8Array({ maxLength: 60 }));

const folder = fc
  .tuple(
    fc.array(fc.tuple(page, fc.constantFrom('a', 'b', 'A', 'e\u0301', '給与'), bytes), { minLength: 1, maxLength: 6 }),
    soup,
    soup,
  )
  .map(
    ([pages, config, table]): Source => ({
      folder: 'content',
      missing: false,
      files: [
        { path: 'kairanban.yaml', content: Buffer.from(config.join('')) },
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
 * message holds what a terminal or a runner would act on. Throws with the smallest folder that breaks one of these.
 */
export function fuzz(runs: number, seed?: number): void {
  const property = fc.property(folder, (source) => {
    const start = performance.now();
    const { problems, graph } = openSource(source, { now });
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
  });
  fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }) });
}

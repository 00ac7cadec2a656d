/** Every sentence of the JSON says where it stands, and it stands there. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageLevel, openWorkspace, tellableGraph } from '../../src/commands/context.ts';
import { entriesOf } from '../../src/graph/graph.ts';
import { renderJson } from '../../src/render/json.ts';
import { summarise } from '../../src/summary/summary.ts';
import { now, page, summaryOf } from './memory.ts';

interface Said {
  readonly text: string;
  readonly path: string;
  readonly line?: number;
}

/** Everything in a JSON summary that somebody wrote, but for labels and names. */
function sentences(value: unknown): Said[] {
  if (typeof value !== 'object' || value === null) return [];
  const object = value as { [key: string]: unknown };
  const text = object.text ?? object.what ?? (typeof object.title === 'string' ? object.title : undefined);
  const inner = Object.values(value).flatMap(sentences);
  return typeof text === 'string' ? [{ ...(object as object), text } as Said, ...inner] : inner;
}

function misplaced({ text, path, line }: Said, file: string): string[] {
  if (line === undefined) return [];
  const lines = file.split('\n');
  return text.split('\n').flatMap((words, index) => {
    const there = lines[line - 1 + index] ?? '';
    return there.includes(words.trim()) ? [] : [`${path}:${line + index} holds ${there}, not ${words}`];
  });
}

test.each(['sales', 'cs', 'marketing', 'product', 'executive', 'customer'])(
  'the example content, for %s',
  (audience) => {
    const workspace = openWorkspace({ content: 'content', now });
    const level = messageLevel(workspace.graph, audience, 'internal');
    const graph = tellableGraph(workspace, level);
    const summary = summarise(graph, level, audience, entriesOf(graph, 'release'), { type: 'release' });
    const json = JSON.parse(renderJson(summary));
    expect(json.version).toBe(1);
    const said = sentences(json);
    expect(said.length).toBeGreaterThan(audience === 'customer' ? 15 : 30);
    for (const one of said) {
      expect(one.path).toMatch(/^content\/.+\.md$/);
      if (!('what' in one)) expect(one.line).toBeGreaterThan(1);
      expect(misplaced(one, readFileSync(one.path, 'utf8'))).toEqual([]);
    }
  },
);

test('sections in pieces, with blank lines, other ends of lines and comments in the front matter', () => {
  const file = page(
    `# a comment\ntitle: '題 です' # another\n\nsummary: 要約\ndate: 2026-11-01\ntier: 1`,
    [
      '',
      '',
      '# 題 です',
      '',
      '始まり',
      '',
      '## For sales',
      '',
      '',
      '一',
      '続き',
      '### トークトラック',
      '',
      '話す',
      '',
      '#### 電話',
      '話す二',
      '### 参考',
      '参考です',
      '',
      '## 営業向け',
      '',
      '```',
      '## 見出しではない',
      '```',
      '約束',
      '===',
      '## 約束しないこと',
      '- 何も',
    ].join('\r\n'),
  );
  const summary = summaryOf({ 'releases/a.md': file });
  const said = sentences(JSON.parse(renderJson(summary)));
  expect(said.map(({ text }) => text.split('\n')[0])).toEqual(['題 です', '要約', '一', '話す', '- 何も']);
  for (const one of said) expect(misplaced(one, file.replaceAll('\r', ''))).toEqual([]);
});

/** The front matter that is left for a reader still tells where these stand. */
test.each([
  ['a title with escapes', 'date: 2026-11-01\ntitle: "a \\"b\\""', 3],
  ['a folded summary', 'title: a\ndate: 2026-11-01\nsummary: >\n  one\n  two', 5],
  ['an action', 'title: a\ndate: 2026-11-01\nactions:\n  - who: sales\n    what: do', 6],
])('%s', (_name, fields, line) => {
  const said = sentences(JSON.parse(renderJson(summaryOf({ 'releases/a.md': page(fields) }))));
  expect(said.some((one) => one.line === line)).toBe(true);
});

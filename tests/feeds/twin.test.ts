/** The Markdown twin of a page: what its links become, and what is never in it. */
import type { List, Paragraph } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { machineFiles } from '../../src/feeds/files.ts';
import { graphOf } from '../summary/memory.ts';

const config = 'title: 例\nportal: { url: https://portal.example.com/kb/ }\n';

/** The text of a page's twin, without its front matter. */
function twinOf(body: string, visibility = 'internal'): string {
  const graph = graphOf({
    'kairanban.yaml': config,
    'releases/2026/a.md': `---\ntitle: A\ndate: 2026-11-10\nvisibility: public\n---\n${body}`,
    'prds/取り込み.md': '---\ntitle: P [1]\nvisibility: public\nformerly: [old]\n---\n',
    'prds/hidden.md': '---\ntitle: H\n---\n',
  });
  const level = visibility as 'internal' | 'public';
  const files = [...machineFiles({ graph, level, locale: 'ja', base: '/kb/' }, [])];
  const text = files.find(({ path }) => path === 'releases/a.md')?.content() ?? '';
  return text.replace(/^---\n[\s\S]*?\n---\n\n# A\n\n/, '').trim();
}

const prd = 'https://portal.example.com/kb/prds/%E5%8F%96%E3%82%8A%E8%BE%BC%E3%81%BF.md';

test.each([
  ['[x](../../prds/取り込み.md)', `[x](${prd})`],
  ['[x](<../../prds/取り込み.md#範囲> "題")', `[x](${prd}#範囲 "題")`],
  ['[x](\n../../prds/取り込み.md)', `[x](${prd})`],
  ['[x](../../prds/old.md)', `[x](${prd})`],
  ['[x](/prds/)', '[x](https://portal.example.com/kb/prds.md)'],
  ['[x][1]\n\n[1]: ../../prds/取り込み.md "題"', `[x][1]\n\n[1]: ${prd} "題"`],
  [
    '[x](https://example.com/a_(b)) [y](mailto:a@example.com) [z](#概要)',
    '[x](https://example.com/a_(b)) [y](mailto:a@example.com) [z](#概要)',
  ],
])('%j leads to %j', (body, expected) => {
  expect(twinOf(body)).toBe(expected);
});

test.each([
  ['[x](../../prds/gone.md)', 'x'],
  ['[x *y* [z]](../../prds/gone.md)', '[x *y* [z]]()'],
  ['[x][1]\n\n[1]: ../../prds/gone.md', '[x][1]'],
  ['\\`[x](../../prds/gone.md)\\`', '\\`x\\`'],
  ['``` `a`\n[x](../../prds/gone.md)\n```', '``` `a`\nx\n```'],
  ['[x](javascript:alert(1)) [y](data:text/html,x) [z](//evil.example.com)', 'x y z'],
  ['![図](img/a.png) ![図](https://example.com/a.png)', '図 [図](https://example.com/a.png)'],
  ['<a href="../../prds/gone.md">x</a><br>', '<a>x</a><br>'],
])('%j leads nowhere: %j', (body, expected) => {
  expect(twinOf(body)).toBe(expected);
});

test('makes no mark of what stands in a title', () => {
  const title = 'a\\](https://evil.example.com/) \\[b `c` <img src=x>';
  const graph = graphOf({
    'kairanban.yaml': config,
    'releases/a.md': `---\ntitle: '${title}'\ndate: 2026-11-10\nprds: [p]\n---\n`,
    'prds/p.md': '---\ntitle: P\n---\n',
  });
  const files = [...machineFiles({ graph, level: 'internal', locale: 'ja', base: '/' }, [])];
  const text = files.find(({ path }) => path === 'prds/p.md')?.content() ?? '';
  const nodes = unified()
    .use(remarkParse)
    .parse(text.slice(text.lastIndexOf('## ')));
  const list = nodes.children.at(-1) as List;
  const said = (list.children[0]?.children[0] as Paragraph | undefined)?.children ?? [];
  expect(said.map(({ type }) => type)).toEqual(['text', 'link']);
  expect(said[1]).toMatchObject({ url: 'https://portal.example.com/kb/releases/a.md', children: [{ value: title }] });
});

test('says the status that holds today, whatever is written', () => {
  const graph = graphOf({
    'requests/a.md': '---\ntitle: A\nstatus: planned\n---\n',
    'releases/b.md': '---\ntitle: B\ndate: 2026-11-10\nrequests: [a]\n---\n',
  });
  const files = [...machineFiles({ graph, level: 'internal', locale: 'ja', base: '/' }, [])];
  const statusOf = (path: string) =>
    /^status: .*$/m.exec(files.find((file) => file.path === path)?.content() ?? '')?.[0];
  expect([statusOf('requests/a.md'), statusOf('releases/b.md')]).toEqual(['status: "shipped"', 'status: "released"']);
});

test('leaves code as it is, and footnotes', () => {
  const body = '`[x](../../prds/gone.md)`\n\n~~~md\n[x](gone.md)\n\n\n\n<b c>\n~~~\n\nx[^1]\n\n[^1]: 一語';
  expect(twinOf(body)).toBe(body);
});

test('closes the gap of what is hidden, and says the title once', () => {
  expect(twinOf('# A\n\n一\n\n## 営業向け\n\n二\n\n<!-- 三 -->\n\n## お客様向け\n\n四', 'public')).not.toContain('三');
  expect(twinOf('# A\n\n一\n\n\n\n\n二')).toBe('一\n\n二');
  expect(twinOf('# <a name="a"></a>A\n\n一')).toBe('一');
  expect(twinOf('# A B\n\n一')).toBe('# A B\n\n一');
});

test('never takes long for what somebody meant badly', () => {
  for (const piece of ['[', '](', '`', '![', '[a](', '<a ', '[^', '\n\n', '~~~', '[a]: ']) {
    expect(typeof twinOf(piece.repeat(20_000))).toBe('string');
  }
});

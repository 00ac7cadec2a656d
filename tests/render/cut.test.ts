import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { cutText, cutTree } from '../../src/render/cut.ts';
import { toMrkdwn } from '../../src/render/mrkdwn.ts';
import { toPlain } from '../../src/render/plain.ts';
import { parseMarkdown } from '../../src/summary/markdown.ts';
import { graphOf, page } from '../summary/memory.ts';

const graph = graphOf({ 'releases/a.md': page('title: a\ndate: 2026-11-01') });
const [entry] = graph.entries;
const parse = (text: string): Root => parseMarkdown(text, graph, entry as never);
const plain = (tree: Root) => toPlain(tree, '・');
const slack = (tree: Root) => toMrkdwn(tree).join('\n\n');

test.each([
  ['あいうえお', 5, 'あいうえお'],
  ['あいうえお', 4, 'あいう…'],
  ['あい うえお', 4, 'あい…'],
  ['か\u3099か\u3099', 3, 'か\u3099…'],
  ['か\u3099か\u3099', 2, '…'],
  ['👍🏽👍🏽', 5, '👍🏽…'],
  ['あ', 0, ''],
])('cutText(%s, %i)', (text, limit, expected) => {
  expect(cutText(text, limit)).toBe(expected);
});

test('a text is measured after escaping', () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').length;
  expect(cutText('&&&&', 11, escaped)).toBe('&&…');
});

test.each([
  ['whole', '一つ。二つ。', 6, '一つ。二つ。'],
  ['after a sentence', '一つです。二つです。三つです。', 12, '一つです。二つです。…'],
  ['after the bracket of a sentence', '「一つです。」と言う。', 8, '「一つです。」…'],
  ['after a paragraph', '一つです\n\n二つです', 7, '一つです…'],
  ['after an item', '- 一つです\n- 二つです\n- 三つです', 12, '・一つです\n・二つです…'],
  ['anywhere, if a sentence is too far back', '一。二三四五六七八九十', 8, '一。二三四五六…'],
  ['before a link', '見て[資料の一覧はこちら](https://example.com/)', 30, '見て…'],
  ['before a code block’s end', '```\na\nb\nc\nd\n```', 17, '    a\n    b\n    …'],
])('%s', (_name, text, limit, expected) => {
  const { tree, cut } = cutTree(parse(text), limit, (one) => plain(one).length);
  expect(plain(tree)).toBe(expected);
  expect(cut).toBe(expected.endsWith('…'));
});

test('every cut of every mark is well formed and within the limit', () => {
  const text = [
    'これは**「強調」**で、*斜体*と~~取り消し~~と`<code> & more`と[リンク & 先](https://example.com/?a=1&b=2)です。',
    '> 引用の**中の[リンク](https://example.com/)**です',
    '- 一\n  - 二 **三**\n- [x] 四',
    '| a | **b** |\n| - | - |\n| c | [d](https://example.com/) |',
    '```\n<tag> & `x`\n二行目\n```',
    '終わり👨‍👩‍👧‍👦。',
  ].join('\n\n');
  const tree = parse(text);
  const before = JSON.stringify(tree);
  for (let limit = 0; limit <= slack(tree).length + 1; limit++) {
    const { tree: kept, cut } = cutTree(tree, limit, (one) => slack(one).length);
    const said = slack(kept);
    expect(said.length).toBeLessThanOrEqual(limit);
    expect(cut).toBe(limit < slack(tree).length);
    if (cut && said !== '') expect(said.replace(/[\u200b*_~`\n]+$/, '')).toMatch(/…$/);
    expect(said.replace(/<https:[^<>|]+\|[^<>]+>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    expect((said.match(/\u200b[*_~`]/g) ?? []).length).toBe((said.match(/[*_~`]\u200b/g) ?? []).length);
    expect(said.replace('👨‍👩‍👧‍👦', '')).not.toMatch(/\u200d|\p{Emoji_Presentation}/u);
  }
  expect(JSON.stringify(tree)).toBe(before);
});

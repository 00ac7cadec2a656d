/** A text that is told as it was written is what the parser and the writer would make of it. */
import type { ListItem, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { random } from '../../scripts/bench/random.ts';
import { writePlain } from '../../src/render/plain-lines.ts';
import { isPlain, plainTree } from '../../src/summary/plain-markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' });

const usual = ['a', '漢字', '`a_b`', '`', '「', '」', '→', ' ', '。', '\n', '\n\n', '\n- ', '\n\n- '];
const blocks = [
  '- ',
  '1. ',
  '2026',
  '+ ',
  '\n===',
  '\n---',
  '\n+ ',
  '\n    ',
  '\n\n\n',
  '\n|-|',
  '|',
  '\n- [ ] ',
  '```',
];
const among = ['**', '**', '[a](b.md)', '[漢字](https://a.b/c_d#e)', '[', '](b)', '。**', '**強く**'];
const signs = [...'.,:(){}!?"\';%^=-/$+&~*_\\#<>@`\t\u3000\u00a0\u200b\ufe0f\ud83d\u2028\u0085é٣'];
const marks = [
  '  ',
  'www.',
  'w.a',
  'http://a.b',
  'a@b.c',
  'mailto:',
  's:/',
  '&amp;',
  '<b>',
  '[a]',
  '![a](b)',
  '**a**',
  '😀',
];

const withoutPlaces = (tree: Root) =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)));

test('in paragraphs and lists of any signs', () => {
  const all = [...blocks, ...signs, ...marks];
  const { int, chance, pick } = random(1);
  let plain = 0;
  let marked = 0;
  for (let round = 0; round < 40_000; round++) {
    const length = int(2, 11);
    const often = round % 2 === 0 ? usual : [...usual, ...among];
    const text = Array.from({ length }, () => pick(chance(0.85) ? often : all)).join('');
    const read = plainTree(text);
    if (!read) {
      expect(isPlain(text), JSON.stringify(text)).toBe(false);
      continue;
    }
    const tree = parser.parse(text);
    expect(read, JSON.stringify(text)).toEqual(withoutPlaces(tree));
    marked += /\]\(|\*\*/.test(text) ? 1 : 0;
    if (!isPlain(text)) continue;
    plain += text.includes('\n') ? 1 : 0;
    expect(writer.stringify(tree).trimEnd(), JSON.stringify(text)).toBe(text);
  }
  expect(plain).toBeGreaterThan(500);
  expect(marked).toBeGreaterThan(500);
});

test.each(['本文です。\n二行目です。\n\n- 一つ目\n- 二つ目\n\n「終わり」', '- 一つ目\n\n本文'])('%j is plain', (text) =>
  expect(isPlain(text)).toBe(true),
);

test.each(
  ['- a\n\n- b', 'a\n- b', '- a\nb', 'a  \nb', 'a\n\n\nb', ' a', '1. a', 'a'.repeat(20_001)].map((text) => [
    text.slice(0, 20),
    text,
  ]),
)('%j is not', (_, text) => expect(isPlain(text)).toBe(false));

test('lines that a message consists of are written as the writer would', () => {
  const { int, chance, pick } = random(1);
  const all = [...usual.filter((one) => !one.includes('\n')), ...signs, ...marks, '2026-11-10', '1.', '1)', '12 '];
  const word = () => Array.from({ length: int(1, 4) }, () => pick(chance(0.85) ? usual.slice(0, 2) : all)).join('');
  const text = (): Text => ({ type: 'text', value: word() });
  const urls = [
    'https://example.com/a-b/1.2/',
    'https://example.com/%E6%9C%88#a_b',
    'https://example.com/?a&b_c',
    'a b',
  ];
  const link = (): PhrasingContent => ({ type: 'link', url: pick(urls), children: [text()] });
  const line = (): PhrasingContent[] => {
    const bold = (): PhrasingContent => ({ type: 'strong', children: [text()] });
    const rest = Array.from({ length: int(0, 3) }, () => (chance(0.3) ? link() : chance(0.3) ? bold() : text()));
    const label: PhrasingContent[] = chance(0.5) ? [{ type: 'strong', children: [text()] }] : [];
    const colon = chance(0.8) ? [{ type: 'text' as const, value: pick(['：', ': ']) }] : [];
    return label.length > 0 ? [...label, ...(rest.length > 0 ? [...colon, ...rest] : [])] : [text(), ...rest];
  };
  const item = (): ListItem => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: line() }],
  });
  const block = (): RootContent => {
    if (chance(0.2)) return { type: 'list', ordered: false, spread: false, children: [item(), item()] };
    if (chance(0.3)) return { type: 'heading', depth: pick([2, 3, 4]), children: line() };
    return { type: 'paragraph', children: line() };
  };
  let plain = 0;
  for (let round = 0; round < 20_000; round++) {
    const children = Array.from({ length: int(1, 2) }, block);
    const written = writePlain(children);
    if (written === undefined) continue;
    plain += 1;
    expect(written, JSON.stringify(children)).toBe(writer.stringify({ type: 'root', children }).trimEnd());
  }
  expect(plain).toBeGreaterThan(2000);
});

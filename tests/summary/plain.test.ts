/** A text that is told as it was written is what the parser and the writer would make of it. */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { random } from '../../scripts/bench/random.ts';
import { isPlain } from '../../src/summary/markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' });

const usual = ['a', '漢字', '「', '」', '→', ' ', '。', '\n', '\n\n', '\n- ', '\n\n- '];
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

test('in paragraphs and lists of any signs', () => {
  const all = [...blocks, ...signs, ...marks];
  const { int, chance, pick } = random(1);
  let plain = 0;
  for (let round = 0; round < 20_000; round++) {
    const length = int(2, 11);
    const text = Array.from({ length }, () => pick(chance(0.85) ? usual : all)).join('');
    if (!isPlain(text)) continue;
    plain += text.includes('\n') ? 1 : 0;
    expect(writer.stringify(parser.parse(text)).trimEnd(), JSON.stringify(text)).toBe(text);
  }
  expect(plain).toBeGreaterThan(500);
});

test.each(['本文です。\n二行目です。\n\n- 一つ目\n- 二つ目\n\n「終わり」', '- 一つ目\n\n本文'])('%j is plain', (text) =>
  expect(isPlain(text)).toBe(true),
);

test.each(['- a\n\n- b', 'a\n- b', '- a\nb', 'a  \nb', 'a\n\n\nb', ' a', '1. a', `${'a'.repeat(20_001)}`])(
  '%j is not',
  (text) => expect(isPlain(text)).toBe(false),
);

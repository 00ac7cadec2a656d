/** Which files two states of a folder have in common under another name. */
import { expect, test } from 'vitest';
import { renamesBetween } from '../../src/load/renames.ts';

type Files = { readonly [path: string]: string };

const files = (texts: Files) =>
  Object.entries(texts).map(([path, text]) => ({ path, content: new TextEncoder().encode(text) }));
const renames = (before: Files, after: Files) => Object.fromEntries(renamesBetween(files(before), files(after)));
const text = (count: number, mark = 'line') =>
  Array.from({ length: count }, (_, index) => `${mark} ${index}`).join('\n');

test.each<[name: string, before: Files, after: Files, found: Files]>([
  ['nothing went', { a: 'x' }, { a: 'x', b: 'x' }, {}],
  ['nothing came', { a: 'x', b: 'x' }, { a: 'x' }, {}],
  ['equal', { 'a/1.md': 'x' }, { 'b/2.md': 'x' }, { 'a/1.md': 'b/2.md' }],
  ['equal ones by their names', { 'a/1': 'x', 'a/2': 'x' }, { 'b/2': 'x', 'b/1': 'x' }, { 'a/1': 'b/1', 'a/2': 'b/2' }],
  ['each once', { a: 'x', b: 'x' }, { c: 'x' }, { a: 'c' }],
  ['like enough', { a: text(10) }, { b: `${text(8)}\nand\nmore` }, { a: 'b' }],
  ['with other line ends', { a: text(10) }, { b: text(10).replaceAll('\n', '\r\n') }, { a: 'b' }],
  ['not like enough', { a: text(10) }, { b: `${text(3)}\n${text(7, 'other')}` }, {}],
  ['only front matter’s fences alike', { a: '---\n\nx' }, { b: '---\n\ny' }, {}],
  ['the likest', { a: text(10) }, { b: text(7), c: text(9) }, { a: 'c' }],
  ['of equally like ones that of the same name', { 'x/a': text(10) }, { b: text(9), 'y/a': text(9) }, { 'x/a': 'y/a' }],
])('%s', (_name, before, after, found) => {
  expect(renames(before, after)).toEqual(found);
});

test('among more pairs than git looks at, only equal files', () => {
  const many = (mark: string): Files =>
    Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${mark}/${index}`, `${index}\n${text(3, mark)}`]));
  const before = { ...many('a'), same: 'same', like: text(10) };
  expect(renames(before, { ...many('b'), again: 'same', alike: text(9) })).toEqual({ same: 'again' });
});

test('what could not be read is like nothing', () => {
  const unread = { path: 'a', content: { rule: 'file-empty', args: {} } } as const;
  expect(renamesBetween([unread], [{ ...unread, path: 'b' }]).size).toBe(0);
});

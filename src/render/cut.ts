/** Cutting to a channel's limit: after a paragraph or a sentence, never inside a link or a character. */
import type { Nodes, Root } from 'mdast';

/** What something takes of a limit, in the channel's own unit and after escaping. */
export type Size<T> = (value: T) => number;

/** The longest beginning of a plain text that `limit` holds, ending in `…` where something is missing. */
export function cutText(text: string, limit: number, size: Size<string> = (value) => value.length): string {
  if (size(text) <= limit) return text;
  for (let room = Math.min(text.length, limit) - 1; room > 0; ) {
    const kept = `${text.slice(0, characterEnd(text, room)).trimEnd()}…`;
    const taken = size(kept);
    if (taken <= limit) return kept;
    room = Math.min(room - 1, Math.floor((room * limit) / taken));
  }
  return '';
}

/**
 * The beginning of a tree that `limit` holds, ending in `…` where something is missing; maybe nothing at all. Without a
 * `size` its words are counted.
 */
export function cutTree(
  tree: Root,
  limit: number,
  size: Size<Root> = (value) => readTree(value).text.length,
): { tree: Root; cut: boolean } {
  const words = readTree(tree);
  if (words.text.length <= limit && size(tree) <= limit) return { tree, cut: false };
  for (let room = Math.min(words.text.length, limit); room > 0; ) {
    const kept = beginning(tree, goodEnd(words, room));
    const taken = size(kept);
    if (taken <= limit) return { tree: kept, cut: true };
    room = Math.min(room - 1, Math.floor((room * limit) / taken));
  }
  return { tree: { type: 'root', children: [] }, cut: true };
}

/** A tree's words one after the other, where its blocks end among them, and from where to where its links are. */
interface TreeWords {
  readonly text: string;
  readonly ends: readonly number[];
  readonly links: readonly (readonly [start: number, end: number])[];
}

function readTree(tree: Root): TreeWords {
  const values: string[] = [];
  const ends: number[] = [];
  const links: [number, number][] = [];
  let length = 0;
  const read = (node: Nodes): void => {
    const start = length;
    const value = node.type === 'break' ? '\n' : 'value' in node ? node.value : undefined;
    if (value !== undefined) {
      values.push(value);
      length += value.length;
    }
    if ('children' in node) for (const child of node.children) read(child);
    if (node.type === 'link') links.push([start, length]);
    else if (isBlock(node)) ends.push(length);
  };
  read(tree);
  return { text: values.join(''), ends, links };
}

function isBlock({ type }: Nodes): boolean {
  return ['paragraph', 'heading', 'listItem', 'tableRow', 'code'].includes(type);
}

/** Where to cut at the latest at `room`: after a block or a sentence if that loses less than half, else anywhere. */
function goodEnd({ text, ends, links }: TreeWords, room: number): number {
  const inLink = (at: number) => links.find(([start, end]) => start < at && at < end);
  const sentences = [...text.slice(0, room).matchAll(/[。．！？!?]+[」』）)]*|\.(?=\s)|\n/g)];
  const candidates = [...ends, ...sentences.map((match) => match.index + match[0].length)];
  const best = Math.max(0, ...candidates.filter((at) => at <= room && !inLink(at)));
  if (best > room / 2) return best;
  const end = characterEnd(text, room);
  // A link goes as a whole, unless there is nothing before it: then its words are cut, and it still leads there.
  return inLink(end)?.[0] || end;
}

/** Made when something is cut: it takes as long as a whole message. */
let characters: Intl.Segmenter | undefined;

/** The last place up to `room` that is not inside what a reader takes for one character. */
function characterEnd(text: string, room: number): number {
  if (room >= text.length) return text.length;
  characters ??= new Intl.Segmenter('ja', { granularity: 'grapheme' });
  const from = Math.max(0, room - 100);
  const found = characters.segment(text.slice(from, room + 100)).containing(room - from);
  return found ? from + found.index : room;
}

function beginning(tree: Root, length: number): Root {
  let left = length;
  const keep = (node: Nodes): Nodes[] => {
    if (left <= 0) return [];
    if (node.type === 'break') left -= 1;
    if ('value' in node) {
      const value = node.value.slice(0, left);
      left -= value.length;
      return [{ ...node, value } as Nodes];
    }
    if (!('children' in node)) return [node];
    const children = node.children.flatMap(keep);
    return children.length === 0 ? [] : [{ ...node, children } as Nodes];
  };
  const kept = { ...tree, children: tree.children.flatMap(keep) } as Root;
  addMark(kept);
  return kept;
}

/** Puts `…` behind the last word, outside of links and marks. */
function addMark(node: Nodes): void {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  if (node.type === 'code') node.value = `${node.value.trimEnd()}\n…`;
  else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (last?.type === 'text') last.value = last.value.trimEnd();
    node.children.push({ type: 'text', value: '…' });
  } else if (last && last.type !== 'thematicBreak') addMark(last);
  else if (node.type === 'root') node.children.push({ type: 'paragraph', children: [{ type: 'text', value: '…' }] });
}

/** Lines of a changelog that stand in the place of headings. */
import type { Heading } from './markdown.ts';

/** A whole line in bold, or one with bold text and brackets behind it; an item at the left edge; a line with a number and no link behind it. */
const shapes = [
  /^ {0,3}(?:\*\*|__)(?=\S)([^*_]+)(?:\*\*|__)([^*_]*)$/,
  /^ {0,3}[-*+] +(\[?v?\d.*)$/i,
  /^(\[?v?\d(?:(?! \[[^\]]*\]\().)*|(?:version|ver\.?|release) .*)$/i,
];

/** The lines outside code that may name a version, as headings of one depth. */
export function lineHeadings(text: string): Pick<Heading, 'depth' | 'text' | 'line' | 'end'>[] {
  let fence: string | undefined;
  return text.split('\n').flatMap((source, line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return [];
    }
    if (mark !== undefined) fence = mark;
    // What is longer is prose.
    const match =
      source.length > 200 ? undefined : shapes.map((shape) => shape.exec(source)).find((one) => one !== null);
    return match ? [{ depth: 1, text: match.slice(1).join('').trim(), line, end: line + 1 }] : [];
  });
}

/** The text below an item of a list, where its indentation would make code of it. */
export function unindented(text: string): string {
  const lines = text.split('\n');
  const indents = lines.flatMap((line) => (line.trim() === '' ? [] : line.search(/[^ ]/)));
  const least = indents.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return least < 4 || least === Number.POSITIVE_INFINITY ? text : lines.map((line) => line.slice(least)).join('\n');
}

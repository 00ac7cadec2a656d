/** Sections of plain words, as most are: known as such and read in no time, where a parser takes longer than all else. */
import type { InlineCode, PhrasingContent, Root, RootContent, Text } from 'mdast';

/** A section longer than this (characters) is cut there, visibly: remark's time is not linear. */
export const longest = 20_000;

/** No line of Markdown begins with another sign than those of ASCII in a way that means something. */
const words = '[^\\s!-@[-`{-~].*';
const paragraph = `${words}(?:\\n${words})*`;
const list = `- ${words}(?:\\n- ${words})*(?!\\n\\n- )`;
const plainBlocks = new RegExp(`^(?:${paragraph}|${list})(?:\\n\\n(?:${paragraph}|${list}))*$`);
const mark = /[\\`*_~[\]<>&|@#\t\0]|w\.|:\/|[^\S\n]$/im;

/** Code among words. A sign of HTML, or a backslash before its end, is left to the parser. */
const code = /(?<!`)`([^\s`<>\\](?:[^`<>\\\n]*[^\s`<>\\])?)`(?!`)/g;

/**
 * Whether a text is nothing but paragraphs and lists in plain words and code among them: parsed and written again it
 * would be the same text.
 */
export function isPlain(text: string): boolean {
  if (text.length > longest) return false;
  const said = text.includes('`') ? text.replace(code, 'x') : text;
  return plainBlocks.test(said) && !mark.test(said);
}

/** The tree of a text that `isPlain`, as remark-parse reads it. */
export function plainTree(text: string): Root {
  return { type: 'root', children: text.split('\n\n').map(readBlock) };
}

function readBlock(block: string): RootContent {
  if (!block.startsWith('- ')) return { type: 'paragraph', children: readLine(block) };
  const items = block.slice(2).split('\n- ');
  return {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [{ type: 'paragraph', children: readLine(item) }],
    })),
  };
}

function readLine(text: string): PhrasingContent[] {
  // Every other part is what stood in the brackets of the expression.
  return text
    .split(code)
    .map((value, index): InlineCode | Text => ({ type: index % 2 === 1 ? 'inlineCode' : 'text', value }))
    .filter((part) => part.type === 'inlineCode' || part.value !== '');
}

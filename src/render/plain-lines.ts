/** What a message consists of for the most part, as Markdown: lines of plain words, in which nothing must be escaped. */
import type { PhrasingContent, RootContent } from 'mdast';
import { isPlain } from '../summary/plain-markdown.ts';

/**
 * The Markdown of paragraphs, headings and tight lists of plain words, as remark-stringify writes it; `undefined` where
 * there is anything else. Most messages are no more than this, and are written before that library would have warmed up.
 */
export function writePlain(blocks: readonly RootContent[]): string | undefined {
  // Of two lists the second would go on with the first.
  if (blocks.some(({ type }, at) => type === 'list' && blocks[at + 1]?.type === 'list')) return undefined;
  const lines = blocks.map(writeBlock);
  return lines.includes(undefined) ? undefined : lines.join('\n\n');
}

function writeBlock(block: RootContent): string | undefined {
  if (block.type === 'paragraph') return writeLine('', block.children);
  if (block.type === 'heading') return writeLine(`${'#'.repeat(block.depth)} `, block.children);
  if (block.type !== 'list' || block.ordered || block.spread) return undefined;
  const lines = block.children.map(({ checked, children: [first, ...rest] }) =>
    first?.type === 'paragraph' && rest.length === 0 && typeof checked !== 'boolean'
      ? writeLine('- ', first.children)
      : undefined,
  );
  return lines.includes(undefined) ? undefined : lines.join('\n');
}

/** Addresses in which no sign means anything to Markdown. */
const plainUrl = /^https?:\/\/[\w./%#-]+$/;

function writeLine(start: string, nodes: readonly PhrasingContent[]): string | undefined {
  let line = '';
  let words = '';
  for (const [index, node] of nodes.entries()) {
    const isWords = node.type === 'text' || node.type === 'inlineCode';
    const word = isWords ? node.value : onlyText(node);
    // In the words themselves it is a sign, not what encloses code.
    if (word === undefined || word.includes('`')) return undefined;
    const written = node.type === 'inlineCode' ? `\`${word}\`` : word;
    words += written;
    if (isWords) line += written;
    else if (node.type === 'link' && plainUrl.test(node.url) && !node.title && !line.endsWith('!'))
      line += `[${word}](${node.url})`;
    else if (node.type === 'strong' && isApart(line, word, nodes[index + 1])) line += `**${word}**`;
    else return undefined;
  }
  // A line that begins with a number may be an item of a list, and one with a sign much else.
  const first = nodes[0]?.type === 'text' ? words.replace(/^\d+(?![\d.)])/, 'x') : `x${words}`;
  return isPlain(first) && !words.includes('\n') ? start + line : undefined;
}

function onlyText(node: PhrasingContent): string | undefined {
  if (!('children' in node) || node.children.length !== 1) return undefined;
  return node.children[0]?.type === 'text' ? node.children[0].value : undefined;
}

/** Whether words are bold between asterisks: a line begins or a blank is before them, and it ends, or a blank or a colon. */
function isApart(before: string, words: string, next: PhrasingContent | undefined): boolean {
  const isEnd = next === undefined || (next.type === 'text' && /^[ :：]/.test(next.value));
  return isEnd && /(^| )$/.test(before) && words !== '' && words.trim() === words;
}

/** Sections of plain words, as most are: known as such and read in no time, where a parser takes longer than all else. */
import type { PhrasingContent, Root, RootContent } from 'mdast';

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

/** Words that lead somewhere, to an address in which nothing is escaped. */
const link = /(?<!!)\[(?!\^)([^[\]`\n]+)\]\(([^\s()[\]<>\\&`|@]+)\)/;

/** Bold words whose asterisks can begin and end nothing else, whatever stands around them. */
const bold = /(?<!\*)\*\*([\p{L}\p{N}][^*`[\]\n]*(?<=[\p{L}\p{N}。、！？」』）]|[.!?)](?=\*\*(?:\s|$))))\*\*(?!\*)/u;

const among = new RegExp([code, link, bold].map(({ source }) => source).join('|'), 'gu');

/**
 * Whether a text is nothing but paragraphs and lists in plain words and code among them: parsed and written again it
 * would be the same text.
 */
export function isPlain(text: string): boolean {
  return isWords(text.includes('`') ? text.replace(code, 'x') : text);
}

function isWords(text: string): boolean {
  return text.length <= longest && plainBlocks.test(text) && !mark.test(text);
}

/**
 * The tree of a text, as remark-parse reads it, if that is nothing but paragraphs and lists in plain words with code,
 * links and bold words among them.
 */
export function plainTree(text: string): Root | undefined {
  if (text.length > longest) return undefined;
  const said = text.replace(among, (_, _code, linked, _url, strong) => `x${linked ?? strong ?? ''}x`);
  return isWords(said) ? { type: 'root', children: text.split('\n\n').map(readBlock) } : undefined;
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
  const nodes: PhrasingContent[] = [];
  let from = 0;
  const say = (value: string) => value !== '' && nodes.push({ type: 'text', value });
  for (const { 0: part, 1: coded, 2: linked, 3: url = '', 4: strong = '', index } of text.matchAll(among)) {
    say(text.slice(from, index));
    if (coded !== undefined) nodes.push({ type: 'inlineCode', value: coded });
    else if (linked !== undefined)
      nodes.push({ type: 'link', title: null, url, children: [{ type: 'text', value: linked }] });
    else nodes.push({ type: 'strong', children: [{ type: 'text', value: strong }] });
    from = index + part.length;
  }
  say(text.slice(from));
  return nodes;
}

/** Markdown of a few sections → its tree, ready for any channel. Not for whole folders: this parser is slow and exact. */
import type { FootnoteDefinition, Link, LinkReference, Nodes, Parents, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Graph } from '../graph/graph.ts';
import { entryUrl, isFileLink, resolveLink } from '../graph/routes.ts';
import type { AnyEntry } from '../load/entry.ts';
import { longest, plainTree } from './plain-markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);

/**
 * Parses Markdown from an entry into paragraphs, headings, lists, quotes, tables, code and what stands in them: no
 * HTML, images, footnotes or references are left. Links to other entries' files become addresses in the portal, or
 * plain text where there is no such page; raw HTML becomes text, an image its words; schemes other than http(s) and
 * mailto are taken off. `[label]: address` counts wherever in the entry it stands.
 */
export function parseMarkdown(text: string, graph: Graph, entry: AnyEntry): Root {
  const tree = plainTree(text) ?? parser.parse(definitionsOf(entry) + limited(text));
  const addresses = new Map<string, string>();
  collect(tree, addresses);
  const clean = (node: Nodes): RootContent[] => {
    switch (node.type) {
      case 'html':
        return [{ type: 'text', value: node.value }];
      case 'image':
      case 'imageReference':
        return [{ type: 'text', value: node.alt ?? '' }];
      case 'footnoteReference':
        return [{ type: 'text', value: `[${node.label ?? node.identifier}]` }];
      case 'footnoteDefinition':
        return footnote(node).flatMap(clean);
      case 'definition':
      case 'yaml':
        return [];
      case 'link':
      case 'linkReference': {
        const children = node.children.flatMap(clean) as Link['children'];
        const url = addressOf(node, addresses, graph, entry);
        return url === undefined ? children : [{ type: 'link', url, children }];
      }
      default:
        return 'children' in node ? [cleaned(node, clean) as RootContent] : [node as RootContent];
    }
  };
  return cleaned(tree, clean) as Root;
}

/** The first thing that a text says (a paragraph, a few items of a list …) and the line it begins on, from 0. */
export function firstBlock(text: string): { text: string; line: number } | undefined {
  const plain = plainParagraph.exec(text);
  if (plain) return { text: plain[2] as string, line: linesIn(plain[1] as string) };
  const enough = 2000;
  const start = parser.parse(text.slice(0, enough));
  const isCut = (node: Nodes | undefined) => node?.position?.end.offset === enough && text.length > enough;
  const says = ({ type }: Nodes) => type !== 'heading' && type !== 'definition' && type !== 'thematicBreak';
  const short = start.children.find(says);
  const node = short && !isCut(short) ? short : parser.parse(text.slice(0, longest)).children.find(says);
  const last = node?.type === 'list' ? (node.children[listed - 1] ?? node) : node;
  if (!node?.position || !last?.position) return undefined;
  const { offset, line } = node.position.start;
  return { text: text.slice(offset, last.position.end.offset), line: line - 1 };
}

/** Lines of which none begins with a mark, between blank ones: a paragraph to any parser. Blank lines, then the text. */
const plainParagraph = /^((?:[ \t]*\n)*)([\p{L}「『（【〈《“].*(?:\n[\p{L}「『（【〈《“].*)*)(?=\n[ \t]*(?:\n|$)|$)/u;

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Items of a list that count as its beginning. */
const listed = 5;

function cleaned(node: Parents, clean: (node: Nodes) => RootContent[]): Parents {
  const children = node.children.flatMap((child) => {
    const nodes = clean(child);
    // Among blocks, text needs a paragraph of its own.
    const inBlocks = node.type === 'root' || node.type === 'blockquote' || node.type === 'listItem';
    return inBlocks ? nodes.map(asBlock) : nodes;
  });
  const copy = { ...node, children } as Parents;
  if (copy.type === 'blockquote') dropAlert(copy.children[0]);
  return copy;
}

function asBlock(node: RootContent): RootContent {
  return node.type === 'text' ? { type: 'paragraph', children: [node] } : node;
}

/** `[!NOTE]` at the start of a quotation is a mark for GitHub, not a word. */
function dropAlert(first: RootContent | undefined): void {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (text?.type === 'text') text.value = text.value.replace(/^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i, '');
}

/** A footnote as a paragraph that begins with its mark. */
function footnote(node: FootnoteDefinition): RootContent[] {
  const [first, ...rest] = node.children;
  const mark = { type: 'text' as const, value: `[${node.label ?? node.identifier}] ` };
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [mark] }, ...node.children];
  return [{ ...first, children: [mark, ...first.children] }, ...rest];
}

function collect(node: Nodes, addresses: Map<string, string>): void {
  if (node.type === 'definition' && !addresses.has(node.identifier)) addresses.set(node.identifier, node.url);
  if ('children' in node) for (const child of node.children) collect(child, addresses);
}

function addressOf(
  link: Link | LinkReference,
  addresses: ReadonlyMap<string, string>,
  graph: Graph,
  entry: AnyEntry,
): string | undefined {
  const url = link.type === 'link' ? link.url : addresses.get(link.identifier);
  if (url === undefined) return undefined;
  // What has no place in an address would end it in some channels.
  if (/^(https?:\/\/|mailto:)/i.test(url)) return url.replace(/[\s\p{Cc}<>]/gu, (mark) => encodeURIComponent(mark));
  if (!isFileLink(url)) return undefined;
  const to = resolveLink(graph, entry, url);
  return to && entryUrl(graph, to);
}

const definitions = new WeakMap<AnyEntry, string>();

/** The lines of an entry that say where its `[label]`s lead. They stand before a section, where no fence can hide them. */
function definitionsOf(entry: AnyEntry): string {
  let known = definitions.get(entry);
  if (known === undefined) {
    const lines = (entry.body.match(/^ {0,3}\[[^\]^][^\]]{0,998}\]:[ \t]*\S.*$/gm) ?? []).filter(isDefinition);
    known = lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
    definitions.set(entry, known);
  }
  return known;
}

function isDefinition(line: string): boolean {
  const { children } = parser.parse(line);
  return children.length === 1 && children[0]?.type === 'definition';
}

function limited(text: string): string {
  if (text.length <= longest) return text;
  const room = text.slice(0, longest);
  const line = room.lastIndexOf('\n');
  return `${line > longest / 2 ? room.slice(0, line) : room.replace(/[\ud800-\udbff]$/, '')}\n\n…`;
}

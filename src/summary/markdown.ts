/** Markdown of a few sections → its tree, ready for any channel. Not for whole folders: this parser is slow and exact. */
import type { Link, Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { Graph } from '../graph/graph.ts';
import { entryUrl, isFileLink, resolveLink } from '../graph/routes.ts';
import type { AnyEntry } from '../load/entry.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);

/** A section longer than this (characters) is cut there: no channel takes as much, and remark's time is not linear. */
const longest = 20_000;

/**
 * Parses Markdown from an entry. Links to other entries' files become addresses in the portal, or plain text where
 * there is no such page; raw HTML becomes text; schemes other than http(s) and mailto are taken off.
 */
export function parseMarkdown(text: string, graph: Graph, entry: AnyEntry): Root {
  const tree = parser.parse(text.slice(0, longest));
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'html') {
      const words = { type: 'text' as const, value: node.value };
      parent.children[index] = parent.type === 'paragraph' ? words : { type: 'paragraph', children: [words] };
    } else if (node.type === 'link') {
      const url = addressOf(node, graph, entry);
      if (url === undefined) {
        parent.children.splice(index, 1, ...node.children);
        return [SKIP, index];
      }
      node.url = url;
    } else if (node.type === 'image') {
      parent.children[index] = { type: 'text', value: node.alt ?? '' };
    }
    return undefined;
  });
  return tree;
}

function addressOf(link: Link, graph: Graph, entry: AnyEntry): string | undefined {
  if (/^(https?:\/\/|mailto:)/i.test(link.url)) return link.url;
  if (!isFileLink(link.url)) return undefined;
  const to = resolveLink(graph, entry, link.url);
  return to && entryUrl(graph, to);
}

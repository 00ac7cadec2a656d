/** Markdown tree → plain text. */
import type { Nodes } from 'mdast';

/** The text that a reader would read aloud: lists with dots, quotes with bars, links with their address. */
export function toPlain(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'code':
      return indent(node.value, '    ');
    case 'break':
      return '\n';
    case 'link': {
      const label = inline(node.children);
      return label === node.url || node.url === `mailto:${label}` ? label : `${label} (${node.url})`;
    }
    case 'list':
      return node.children
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '・';
          const body = blocks(item.children).replace(/\n\n/g, '\n');
          return `${mark}${indent(body, '  ').trimStart()}`;
        })
        .join('\n');
    case 'blockquote':
      return indent(blocks(node.children), '｜');
    case 'table':
      return node.children.map((row) => row.children.map((cell) => inline(cell.children)).join(' / ')).join('\n');
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'html':
    case 'yaml':
      return '';
    case 'paragraph':
    case 'heading':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'linkReference':
    case 'tableCell':
      return inline(node.children);
    case 'tableRow':
    case 'listItem':
    case 'root':
      return blocks(node.children);
  }
}

function blocks(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => toPlain(node))
    .filter((text) => text !== '')
    .join('\n\n');
}

function inline(nodes: readonly Nodes[]): string {
  return nodes.map((node) => toPlain(node)).join('');
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
}

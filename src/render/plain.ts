/** Markdown tree → plain text. */
import type { Nodes, Table, TableCell } from 'mdast';

/** The text that a reader would read aloud: lists with `bullet`s, quotes with bars, links with their address. */
export function toPlain(node: Nodes, bullet: string): string {
  const inline = (nodes: readonly Nodes[]) => nodes.map((child) => toPlain(child, bullet)).join('');
  const blocks = (nodes: readonly Nodes[]) =>
    nodes
      .map((child) => toPlain(child, bullet))
      .filter((text) => text !== '')
      .join('\n\n');
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
      return label === node.url || node.url === `mailto:${label}` ? label : `${label} <${node.url}>`;
    }
    case 'list':
      return node.children
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : bullet;
          const body = blocks(item.children).replace(/\n\n/g, '\n');
          return `${mark}${checkbox(item)}${indent(body, '  ').trimStart()}`;
        })
        .join('\n');
    case 'blockquote':
      return indent(blocks(node.children), '｜');
    case 'table':
      return tableLines(node, (cell) => inline(cell.children))
        .map((line) => bullet + line)
        .join('\n');
    case 'paragraph':
    case 'heading':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'tableCell':
      return inline(node.children);
    case 'listItem':
    case 'root':
      return blocks(node.children);
    default:
      return '';
  }
}

/** A table as lines, each with the row's first cell and, where there are several others, their headings. */
export function tableLines(table: Table, cell: (cell: TableCell) => string): string[] {
  const [head, ...rows] = table.children;
  const headings = (head?.children ?? []).map(cell);
  if (rows.length === 0) return [headings.join(' / ')];
  return rows.map((row) => {
    const [first = '', ...others] = row.children.map(cell);
    const values = others.flatMap((value, index) => {
      const heading = others.length > 1 ? (headings[index + 1] ?? '') : '';
      return value === '' ? [] : [heading === '' ? value : `${heading} ${value}`];
    });
    return [first, values.join(' / ')].filter((part) => part !== '').join(': ');
  });
}

/** The box of a task in a list. */
export function checkbox({ checked }: { readonly checked?: boolean | null | undefined }): string {
  return typeof checked === 'boolean' ? (checked ? '☑ ' : '☐ ') : '';
}

/** Every line behind some marks, but for blank ones. */
export function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
}

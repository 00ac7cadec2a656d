/** Markdown tree → Slack's mrkdwn. https://docs.slack.dev/messaging/formatting-message-text */
import type { Nodes, Root } from 'mdast';

/** U+200B: Slack takes `*` for bold only next to white space or punctuation; Japanese has neither. */
const edge = '\u200b';

/** Text that Slack shows as it is: only `&`, `<` and `>` are special, and no mention survives. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A link; a `|` in the address would end it. */
export function mrkdwnLink(label: string, url: string): string {
  return `<${escapeMrkdwn(url).replace(/\|/g, '%7C')}|${escapeMrkdwn(label).replace(/[|\n]/g, ' ')}>`;
}

/** The blocks of a text (paragraphs, lists …) as mrkdwn, each a place where a message may be cut. */
export function toMrkdwn(tree: Root): string[] {
  return tree.children.map(block).filter((text) => text !== '');
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return wrap('*', inline(node.children));
    case 'code':
      return `\`\`\`\n${escapeMrkdwn(node.value).replaceAll('```', "'''")}\n\`\`\``;
    case 'blockquote':
      return node.children
        .map(block)
        .join('\n\n')
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'list':
      return node.children
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '• ';
          return mark + item.children.map(block).join('\n').split('\n').join('\n    ');
        })
        .join('\n');
    case 'table':
      return node.children
        .map((row) => `• ${row.children.map((cell) => inline(cell.children)).join(' / ')}`)
        .join('\n');
    case 'thematicBreak':
    case 'definition':
    case 'footnoteDefinition':
    case 'html':
    case 'yaml':
      return '';
    default:
      return inlineNode(node);
  }
}

function inline(nodes: readonly Nodes[]): string {
  return nodes.map(inlineNode).join('');
}

function inlineNode(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escapeMrkdwn(node.value);
    case 'strong':
      return wrap('*', inline(node.children));
    case 'emphasis':
      return wrap('_', inline(node.children));
    case 'delete':
      return wrap('~', inline(node.children));
    case 'inlineCode':
      return wrap('`', escapeMrkdwn(node.value));
    case 'break':
      return '\n';
    case 'link':
      return mrkdwnLink(plain(node.children), node.url);
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
      return '';
    default:
      return 'children' in node ? inline(node.children) : '';
  }
}

function plain(nodes: readonly Nodes[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : '')).join('');
}

function wrap(mark: string, text: string): string {
  return text.trim() === '' ? text : `${edge}${mark}${text.trim()}${mark}${edge}`;
}

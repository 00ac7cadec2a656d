/** Markdown tree → Slack's mrkdwn. https://docs.slack.dev/messaging/formatting-message-text */
import type { Nodes, Root } from 'mdast';
import { inertText } from './inert.ts';
import { checkbox, tableLines } from './plain.ts';

/** U+200B: Slack takes `*` for bold only next to white space or punctuation; Japanese has neither. */
const edge = '\u200b';

/**
 * Slack knows no escape for its marks; these look like them and are none, of the same length. The choice is that of
 * https://github.com/yhatt/jsx-slack/blob/main/docs/about-escape-and-exact-mode.md
 */
const lookalikes: { readonly [mark: string]: string } = {
  '*': '\u2217',
  _: '\u02cd',
  '~': '\u223c',
  '`': '\u02cb',
  '|': '\u2223',
};

/** For each mark where it can begin what it marks, where it can end that, and any that is not amid a word. */
const readings = ['*', '_', '~', '`'].map((mark) => {
  const [before, after, literal] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])', `[${mark}]`];
  return {
    mark,
    begins: new RegExp(`${before}${literal}(?=\\S)`, 'u'),
    ends: new RegExp(`(?<=\\S)${literal}${after}`, 'gu'),
    loose: new RegExp(`${before}${literal}|${literal}${after}`, 'gu'),
  };
});

/** Text that Slack shows as it is: no link, mention, mark or block of code comes of it. */
export function escapeMrkdwn(text: string): string {
  return escapeCode(text.split('\n').map(withoutMarks).join('\n'));
}

/** A line whose marks would be read as such, with others that look like them. */
function withoutMarks(line: string): string {
  return readings.reduce((text, { mark, begins, ends, loose }) => {
    const begin = text.includes(mark) ? text.search(begins) : -1;
    const end = begin === -1 ? undefined : [...text.matchAll(ends)].at(-1)?.index;
    return end !== undefined && end > begin ? text.replace(loose, lookalikes[mark] as string) : text;
  }, line);
}

/** Text in which Slack finds no link, mention or fence. */
function escapeCode(text: string): string {
  const plain = inertText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return plain.replace(/`(?=``)/g, '`\u2060');
}

/** A link; a `|` in the address would end it. */
export function mrkdwnLink(label: string, url: string): string {
  const words = escapeMrkdwn(label.trim() === '' ? url : label).replaceAll('|', lookalikes['|'] as string);
  return `<${escapeCode(url).replace(/\|/g, '%7C')}|${words.replaceAll('\n', ' ')}>`;
}

/** Bold text, one mark a line. */
export function mrkdwnBold(text: string): string {
  return wrap('*', text);
}

/** The blocks of a text (paragraphs, lists …) as mrkdwn. */
export function toMrkdwn(tree: Root): string[] {
  return tree.children.map(block).filter((text) => text !== '');
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return wrap('*', inline(node.children, '*'));
    case 'code':
      return `\`\`\`\n${escapeCode(node.value)}\n\`\`\``;
    case 'blockquote':
      return node.children
        .map(block)
        .join('\n\n')
        .split('\n')
        .map((line) => `&gt; ${line}`)
        .join('\n');
    case 'list':
      return node.children
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '• ';
          return mark + checkbox(item) + item.children.map(block).join('\n').split('\n').join('\n    ');
        })
        .join('\n');
    case 'table':
      return tableLines(node, (cell) => inline(cell.children, ''))
        .map((line) => `• ${line}`)
        .join('\n');
    default:
      return inlineNode(node, '');
  }
}

function inline(nodes: readonly Nodes[], open: string): string {
  return nodes.map((node) => inlineNode(node, open)).join('');
}

/** `open`: the marks that the text already stands in. */
function inlineNode(node: Nodes, open: string): string {
  switch (node.type) {
    case 'text':
      return escapeMrkdwn(node.value);
    case 'strong':
      return marked('*', node.children, open);
    case 'emphasis':
      return marked('_', node.children, open);
    case 'delete':
      return marked('~', node.children, open);
    case 'inlineCode':
      return wrap('`', escapeCode(node.value).replaceAll('`', "'"));
    case 'break':
      return '\n';
    case 'link':
      return mrkdwnLink(plain(node.children), node.url);
    default:
      return 'children' in node ? inline(node.children, open) : '';
  }
}

function marked(mark: string, children: readonly Nodes[], open: string): string {
  const text = inline(children, open + mark);
  return open.includes(mark) ? text : wrap(mark, text);
}

function plain(nodes: readonly Nodes[]): string {
  return nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : '')).join('');
}

/** Slack's marks end with their line, and with the next of their kind. */
function wrap(mark: string, text: string): string {
  // Addresses stay as they are, and code has no marks.
  const inner = (part: string, address?: string) => address ?? lookalikes[part] ?? part;
  const bare = mark === '`' ? text : text.replace(new RegExp(`(<[^|>]*\\|)|[${mark}]`, 'g'), inner);
  return bare
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `${edge}${mark}${line.trim()}${mark}${edge}`))
    .join('\n');
}

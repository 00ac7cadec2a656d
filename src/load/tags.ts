/** HTML tags and components in a body: which there may be, and the text without them. */
import { outsideCode } from './markdown.ts';

/** A tag as CommonMark defines it, at one place of a text. */
export interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  /** As written: character references in the values are not read. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly length: number;
}

const attribute = String.raw`\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>${'`'}]+|'[^']*'|"[^"]*"))?`;
const tagAt = new RegExp(`<(/?)([a-zA-Z][\\w-]*)((?:${attribute})*)\\s*/?>`, 'y');
const attributeIn = /([a-zA-Z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The longest tag that is read: a person's is shorter, and looking for the end of a hostile one would take long. */
const longest = 2000;

/** The tag that begins at a place of a text, if one does. */
export function tagFrom(text: string, at = 0): Tag | undefined {
  if (text[at] !== '<') return undefined;
  tagAt.lastIndex = 0;
  const [source, slash, name = '', rest = ''] = tagAt.exec(text.slice(at, at + longest)) ?? [];
  if (source === undefined || (slash === '/' && rest !== '')) return undefined;
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, bare] of rest.matchAll(attributeIn))
    if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), double ?? single ?? bare ?? '');
  return { name, isClosing: slash === '/', attributes, length: source.length };
}

/**
 * The tags that do something in a body, with their attributes: those that GitHub lets stand, so that a page looks there
 * as it does here. Headings are not among them, for who may read what hangs on headings, and is said in Markdown only.
 * https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb
 */
export const htmlTags: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...(
    'b i strong em code tt ins del sub sup s strike kbd q samp var cite dfn mark small span u bdo wbr br hr ruby rt rp ' +
    'p div pre blockquote ul dl dt dd table caption thead tbody tfoot tr figure figcaption summary'
  )
    .split(' ')
    .map((name): [string, string[]] => [name, []]),
  ['a', ['href', 'title']],
  ['abbr', ['title']],
  ['details', ['open']],
  ['img', ['src', 'alt', 'width']],
  ['li', ['value']],
  ['ol', ['start', 'reversed', 'type']],
  ['td', ['colspan', 'rowspan', 'align']],
  ['th', ['colspan', 'rowspan', 'align', 'scope']],
  ['time', ['datetime']],
]);

/** What any of them may have. */
export const commonAttributes = ['dir', 'lang', 'align'] as const;

/** Tags that stand beside paragraphs and not in them. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    'p div pre blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption details summary ' +
    'hr'
  ).split(' '),
);

/** The components that a body may hold, with their attributes. */
export const components = {
  Callout: ['type', 'title'],
  Steps: [],
  Compare: [],
  Demo: ['title', 'url'],
} as const satisfies { readonly [name: string]: readonly string[] };

export type ComponentName = keyof typeof components;

export function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(components, name);
}

/** What a callout can be; the same words as GitHub's alerts (`> [!NOTE]`). */
export const calloutTypes = ['note', 'tip', 'important', 'warning', 'caution'] as const;

export type CalloutType = (typeof calloutTypes)[number];

/** A component's tag that has its line to itself, but for what it holds where it begins and ends on one line. */
export interface ComponentTag extends Tag {
  readonly name: ComponentName;
  /** What stands between the tags, where both are on this line. */
  readonly inside?: string;
}

/** The component that a line begins or ends. */
export function componentTag(line: string): ComponentTag | undefined {
  const text = /^ {0,3}(<[\s\S]*>)[ \t\r]*$/.exec(line)?.[1];
  const tag = text === undefined ? undefined : tagFrom(text);
  if (!text || !tag || !isComponent(tag.name)) return undefined;
  const component = { ...tag, name: tag.name };
  if (tag.length === text.length) return text.endsWith('/>') ? { ...component, inside: '' } : component;
  const end = `</${tag.name}>`;
  const inside = text.slice(tag.length, -end.length);
  return !tag.isClosing && text.endsWith(end) && !inside.includes(`<${tag.name}`)
    ? { ...component, inside }
    : undefined;
}

/** Whether a line is a heading, which no component reaches beyond. */
export function endsComponents(line: string): boolean {
  return /^ {0,3}#{1,6}([ \t]|$)/.test(line);
}

/**
 * The words of a text whose tags cannot do anything, as in a message: the reading of a ruby stands in brackets, the title
 * of a component on its line, an alert is a quote. What stands in code stays, so do tags that do nothing on a page, and line numbers.
 */
export function withoutTags(body: string): string {
  if (!/<\/?[a-zA-Z]|> *\[!/.test(body)) return body;
  return outsideCode(body, (text) =>
    text
      .split('\n')
      .map((line) => {
        const { isClosing, inside, attributes } = componentTag(line) ?? {};
        if (isClosing === undefined) return plainLine(line);
        const title = attributes?.get('title') ?? '';
        const words = [title === '' ? '' : `**${title}**`, plainLine(inside ?? '').trim()];
        const said = words.filter((word) => word !== '').join(' ');
        return said === '' || inside !== undefined ? said : `${said}  `;
      })
      .join('\n'),
  );
}

const alertMark = new RegExp(`^( {0,3}>[ \\t]*)\\[!(?:${calloutTypes.join('|')})\\][ \\t]*$`, 'i');

function plainLine(written: string): string {
  const line = written.replace(alertMark, '$1');
  if (!line.includes('<')) return line;
  const plain = line.replace(/<rp>[^<]{0,9}<\/rp>/gi, '').replace(/<[^<>\n]{1,2000}>/g, (source) => {
    const tag = tagFrom(source);
    const name = tag?.name.toLowerCase() ?? '';
    if (!tag || !htmlTags.has(name)) return source;
    if (name === 'rt') return tag.isClosing ? '）' : '（';
    if (name === 'img') return tag.attributes.get('alt') ?? '';
    return name === 'br' || (blockTags.has(name) && !tag.isClosing) ? ' ' : '';
  });
  return line.startsWith('<') ? plain.trimStart() : plain;
}

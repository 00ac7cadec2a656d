/** HTML that stands in a text: what GitHub lets stand does something, all else is shown as it is written. */
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { MarkdownIt, StateCore, StateInline } from 'markdown-it';
import { parseFragment } from 'parse5';
import { blockTags, commonAttributes, htmlTags, type Tag, tagFrom } from '../load/tags.ts';
import type { PageEnv } from './page-env.ts';

/** Tags without an end. */
const single: ReadonlySet<string> = new Set(['br', 'hr', 'wbr']);

/** The deepest nesting of tags: a tree that is deeper cannot be walked, and no person writes one. */
const deepest = 500;

/** The address that a link in a text leads to from its page, if there is something to lead to. */
export type AddressOf = (href: string, env: PageEnv) => string | undefined;

/**
 * Reads tags. Each is made anew of its name and its allowed attributes, so that nothing else of it gets any further;
 * neither ids nor classes are allowed, for those are the page's own. `balanced` has to end what they leave open.
 */
export function tags(markdown: MarkdownIt, addressOf: AddressOf): void {
  const { escapeHtml, unescapeAll } = markdown.utils;
  markdown.inline.ruler.at('html_inline', readTag);
  markdown.core.ruler.after('inline', 'blocks', hideParagraphs);
  markdown.core.ruler.after('inline', 'ends', endTags);

  function readTag(state: StateInline, silent: boolean): boolean {
    const tag = tagFrom(state.src, state.pos);
    const name = tag?.name.toLowerCase() ?? '';
    const env = state.env as PageEnv;
    if (!tag || !htmlTags.has(name) || env.tags.open.length > deepest) return false;
    if (!silent) {
      env.tags.found = true;
      const { open } = env.tags;
      if (tag.isClosing) open.length = open.includes(name) ? open.lastIndexOf(name) : open.length;
      else if (name !== 'img' && !single.has(name)) open.push(name);
      if (name === 'img') picture(state, tag);
      else {
        const token = state.push('html_inline', name, 0);
        Object.assign(token, { content: written(tag, name, env), nesting: tag.isClosing ? -1 : 1 });
      }
    }
    state.pos += tag.length;
    return true;
  }

  function picture(state: StateInline, { attributes }: Tag): void {
    const alt = state.push('image', 'img', 0);
    alt.attrs = [['src', markdown.normalizeLink(unescapeAll(attributes.get('src') ?? ''))]];
    alt.content = unescapeAll(attributes.get('alt') ?? '');
    const words = Object.assign(new state.Token('text', '', 0), { content: alt.content });
    alt.children = [words];
    if (/^\d{1,4}$/.test(attributes.get('width') ?? '')) alt.meta = { width: Number(attributes.get('width')) };
  }

  function written({ attributes, isClosing }: Tag, name: string, env: PageEnv): string {
    if (isClosing) return `</${name}>`;
    let made = `<${name}`;
    for (const key of [...(htmlTags.get(name) ?? []), ...commonAttributes]) {
      const value = attributes.get(key);
      const plain = value === undefined ? undefined : unescapeAll(value);
      const shown = key === 'href' && plain !== undefined ? addressOf(markdown.normalizeLink(plain), env) : plain;
      if (shown !== undefined) made += ` ${key}="${escapeHtml(shown)}"`;
    }
    return `${made}>`;
  }
}

/** A paragraph that begins with a tag which stands beside paragraphs is none. Where headings are is not changed by it. */
function hideParagraphs({ tokens }: StateCore): void {
  for (const [index, { type, children }] of tokens.entries()) {
    const first = children?.[0];
    if (type !== 'inline' || first?.type !== 'html_inline' || !blockTags.has(first.tag)) continue;
    for (const at of [index - 1, index + 1]) {
      const token = tokens[at];
      if (token?.tag === 'p') token.hidden = true;
    }
  }
}

/** What is begun in a paragraph ends with it, so that a forgotten end does not make the rest of the page bold. */
function endTags({ tokens, Token: Made }: StateCore): void {
  for (const { children } of tokens) {
    const open: string[] = [];
    for (const child of children ?? []) {
      if (child.type !== 'html_inline' || blockTags.has(child.tag) || single.has(child.tag)) continue;
      if (child.nesting > 0) open.push(child.tag);
      else if (!open.includes(child.tag)) child.content = '';
      else while (open.pop() !== child.tag);
    }
    for (const name of open.reverse())
      children?.push(Object.assign(new Made('html_inline', name, -1), { content: `</${name}>` }));
  }
}

/** What a page's own elements have besides what GitHub lets stand. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...new Set([...htmlTags.keys(), 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'input', 'label'])],
  attributes: {
    '*': ['className', 'id', 'lang', 'dir', 'align', 'title', 'ariaLabel', 'role', 'tabIndex'],
    a: ['href', 'rel', 'ariaDescribedBy'],
    img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
    input: ['type', 'disabled', 'checked'],
    details: ['open'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
  // Ids are ours alone by now.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
};

/** A rendered piece with every element ended where it has to be, and nothing in it that is not on the list. */
export function balanced(html: string): string {
  return toHtml(sanitize(fromParse5(parseFragment(html)), schema), { allowDangerousCharacters: false });
}

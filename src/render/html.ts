/** Markdown of an entry → HTML for its page. HTML in it is as GitHub would have it; links lead to pages or are no links. */
import GithubSlugger from 'github-slugger';
import type { Token } from 'markdown-it';
import type { Graph } from '../graph/graph.ts';
import { linkRoute } from '../graph/routes.ts';
import { type Messages, messages } from '../i18n/index.ts';
import type { AnyEntry } from '../load/entry.ts';
import { createMarkdown, headingIds, plainText } from '../load/markdown.ts';
import type { Pictures } from '../portal.ts';
import { boxes } from './boxes.ts';
import { footnotes, notesFrom } from './notes.ts';
import type { PageEnv } from './page-env.ts';
import { pictures } from './pictures.ts';
import { balanced, tags } from './tags.ts';
import { terms } from './terms.ts';

/** One page's renderer. What it renders shares ids, footnotes and `[label]: address` lines of the whole entry. */
export interface PageRenderer {
  /** `lines` are those of the entry's body on which the headings of this piece of it stand, in order. */
  (text: string, lines?: readonly number[]): string;
  /** The id of the heading on a line of the entry's body: what GitHub calls it, so that links there work here. */
  idAt(line: number): string | undefined;
}

/** What a page may have beside its text. */
export interface PageExtras {
  /** The pictures of the content folder; without them their words stand in their places. */
  readonly pictures?: Pictures | undefined;
  /** Whether the first of each of the team's terms says what it means. */
  readonly hints?: boolean;
}

const markdown = createMarkdown().set({ linkify: true });

// Only web, mail and in-portal addresses; markdown-it's own check lets some `data:` through.
markdown.validateLink = (url) => !/^\s*[a-z][a-z0-9+.-]*:/i.test(url) || /^\s*(https?|mailto|tel):/i.test(url);

// An address in a text is a link if it says http(s), and ends where Japanese begins: nothing else separates the two.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
for (const schema of ['ftp:', 'mailto:', '//']) markdown.linkify.add(schema);
for (const schema of ['http:', 'https:'])
  markdown.linkify.add(schema, { validate: (text, at) => bareUrlLength(text.slice(at)) });

/** How much of a text that stands after `https:` belongs to the address: what GitHub counts, in ASCII only. */
function bareUrlLength(text: string): number {
  const url = /^\/\/[a-z\d](?:[\w.-]*[a-z\d])?(?::\d+)?(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?/i.exec(text)?.[0] ?? '';
  let length = url.length;
  let unopened = (url.match(/\)/g)?.length ?? 0) - (url.match(/\(/g)?.length ?? 0);
  for (; length > 0; length -= 1) {
    const last = url[length - 1] as string;
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!/[?!.,:;*_~'\]]/.test(last)) break;
  }
  return length;
}

markdown.core.ruler.push('portal-links', ({ tokens, env }) => {
  for (const { children } of tokens) {
    let open = 0;
    for (const [index, child] of (children ?? []).entries()) {
      if (child.type === 'link_open') linkToPage(children ?? [], index, env as PageEnv);
      if (child.type === 'link_open') open += 1;
      else if (child.type === 'link_close') open -= 1;
      else if (child.type === 'html_inline' && child.tag === 'a') open += child.nesting;
      else if (child.type === 'image') child.meta = { ...(child.meta as object | null), inLink: open > 0 };
    }
  }
});

markdown.core.ruler.push('anchors', ({ tokens, env }) => {
  const { ids, slugger } = env as PageEnv;
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const known = token.level === 0 ? ids.shift() : undefined;
    token.attrSet('id', known ?? slugger.slug(plainText(tokens[index + 1]?.children)));
  }
});

markdown
  .use(boxes)
  .use(footnotes)
  .use((parser) => tags(parser, addressOf))
  .use(pictures)
  .use(terms);

/** Where an address in a text leads from its page; nothing where there is no such page. */
function addressOf(href: string, { graph, entry, base }: PageEnv): string | undefined {
  if (!markdown.validateLink(href)) return undefined;
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href)) return href;
  const route = linkRoute(graph, entry, href, base);
  return route === undefined ? undefined : base + route + (/#.*$/.exec(href)?.[0] ?? '');
}

/** The tokens of a link within the portal: its page's address, or nothing but its words. */
function linkToPage(children: readonly Token[], index: number, env: PageEnv): void {
  const open = children[index] as Token;
  const href = String(open.attrGet('href') ?? '');
  if (/^(https?:|\/\/)/i.test(href)) open.attrSet('rel', 'noopener');
  const address = addressOf(href, env);
  if (address !== undefined) open.attrSet('href', address);
  else {
    const close = children.findIndex((child, at) => at > index && child.type === 'link_close');
    for (const at of [index, close])
      if (children[at]) Object.assign(children[at], { type: 'text', tag: '', content: '' });
  }
}

/** One page's renderer. `base` ends in a slash; `words` are those of the portal, without them of the content's language. */
export function pageRenderer(
  graph: Graph,
  entry: AnyEntry,
  base: string,
  words: Messages = messages(graph.config.locale),
  { pictures: known, hints = false }: PageExtras = {},
): PageRenderer {
  const slugger = new GithubSlugger();
  const env: PageEnv = {
    ...{ graph, entry, base, words, pictures: known, slugger, ids: [], tags: { found: false, open: [] } },
    ...{ notes: new Map(), numbered: [], hinted: hints ? new Set<AnyEntry>() : undefined },
  };
  const blocks: Token[] = [];
  markdown.block.parse(entry.body, markdown, env, blocks);
  const aside = { ...env, hinted: undefined, numbered: [] };
  const shown = (content: string) => plainText(markdown.parseInline(content, aside)[0]?.children);
  const idByLine = headingIds(blocks, shown, slugger);
  const render = (text: string, lines: readonly number[] = []) => {
    const before = env.numbered.length;
    env.ids = lines.map((line) => idByLine.get(line));
    env.tags.found = false;
    env.tags.open.length = 0;
    const html = markdown.render(text, env) + notesFrom(before, env, markdown);
    return env.tags.found ? balanced(html) : html;
  };
  return Object.assign(render, { idAt: (line: number) => idByLine.get(line) });
}

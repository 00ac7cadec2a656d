/** Markdown of an entry → HTML for its page. Raw HTML comes out as text; links lead to pages or are no links. */
import GithubSlugger from 'github-slugger';
import type { Env, StateBlock, StateInline, Token } from 'markdown-it';
import type { Graph } from '../graph/graph.ts';
import { linkRoute } from '../graph/routes.ts';
import { type Messages, messages } from '../i18n/index.ts';
import type { AnyEntry } from '../load/entry.ts';
import { createMarkdown, headingIds, plainText } from '../load/markdown.ts';

/** One page's renderer. What it renders shares ids, footnotes and `[label]: address` lines of the whole entry. */
export interface PageRenderer {
  /** `lines` are those of the entry's body on which the headings of this piece of it stand, in order. */
  (text: string, lines?: readonly number[]): string;
  /** The id of the heading on a line of the entry's body: what GitHub calls it, so that links there work here. */
  idAt(line: number): string | undefined;
}

interface PageEnv extends Env {
  readonly graph: Graph;
  readonly entry: AnyEntry;
  readonly base: string;
  readonly words: Messages['portal'];
  readonly slugger: GithubSlugger;
  /** Footnotes as written, by label. */
  readonly notes: Map<string, string>;
  /** The labels of those referred to, in order: their numbers. */
  readonly numbered: string[];
  /** Ids of the headings to come. */
  ids: (string | undefined)[];
}

const markdown = createMarkdown().set({ linkify: true });
const { escapeHtml } = markdown.utils;
const { rules } = markdown.renderer;

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
      else if (child.type === 'image') child.meta = { inLink: open > 0 };
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

// `- [x] done`: the box is named by the words beside it.
markdown.core.ruler.push('tasks', ({ tokens, Token: Made }) => {
  for (const [index, token] of tokens.entries()) {
    const children = tokens[index + 2]?.children;
    const mark = /^\[([ xX])\][ \t]+(?=\S)|^\[([ xX])\][ \t]*$/.exec(children?.[0]?.content ?? '');
    if (token.type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open') continue;
    if (!children || !mark || (children.length === 1 && mark[1] === undefined)) continue;
    token.attrSet('class', 'task');
    Object.assign(children[0] as Token, { content: children[0]?.content.slice(mark[0].length) });
    const box = Object.assign(new Made('task_open', 'label', 1), { info: mark[1] ?? mark[2] });
    children.unshift(box);
    children.push(new Made('task_close', 'label', -1));
  }
});

rules.task_open = (tokens, index) =>
  `<label><input type="checkbox" disabled${tokens[index]?.info === ' ' ? '' : ' checked'}> `;

// `[^1]: …` with the lines that go on with it: read by `pageRenderer`, shown where the page first refers to it.
markdown.block.ruler.before('reference', 'notes', readNote, { alt: ['paragraph', 'reference'] });

function readNote(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const lineAt = (line: number) => state.getLines(line, line + 1, state.blkIndent, false);
  if ((state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  const found = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/.exec(lineAt(start));
  if (!found) return false;
  if (silent) return true;
  const lines = [found[2] as string];
  let next = start + 1;
  for (; next < end; next += 1) {
    const line = lineAt(next);
    const goesOn = state.isEmpty(next) || /^(\t| {2,})/.test(line);
    if (!goesOn && (lines.at(-1) === '' || /^ {0,3}(\[\^[^\]\s]+\]:|#|>|[-*+] |\d+[.)] |```|~~~)/.test(line))) break;
    lines.push(line.replace(/^(\t| {2,4})/, '').trimEnd());
  }
  const { notes } = state.env as PageEnv;
  const label = (found[1] as string).toLowerCase();
  if (!notes.has(label)) notes.set(label, lines.join('\n').trim());
  state.line = next;
  return true;
}

markdown.inline.ruler.before('link', 'note', readNoteMark);

function readNoteMark(state: StateInline, silent: boolean): boolean {
  const { notes, numbered } = state.env as PageEnv;
  if (notes.size === 0 || !state.src.startsWith('[^', state.pos)) return false;
  const mark = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.pos + 200));
  const label = mark?.[1]?.toLowerCase();
  if (!mark || label === undefined || !notes.has(label)) return false;
  if (!silent) {
    const first = !numbered.includes(label);
    if (first) numbered.push(label);
    state.push('note', 'sup', 0).meta = { number: numbered.indexOf(label) + 1, first };
  }
  state.pos += mark[0].length;
  return true;
}

// Ids of our own begin with a capital: no heading's does.
rules.note = (tokens, index, _options, env) => {
  const { number, first } = (tokens[index] as Token).meta as { number: number; first: boolean };
  const name = escapeHtml((env as PageEnv).words.note(number));
  const id = first ? ` id="NoteMark${number}"` : '';
  return `<sup><a href="#Note${number}"${id} aria-label="${name}">[${number}]</a></sup>`;
};

// A picture elsewhere would tell that place who reads what: a link asks first. Pictures of our own come with a later step.
rules.image = (tokens, index, options, _env, self) => {
  const token = tokens[index] as Token;
  const words = escapeHtml(self.renderInlineAsText(token.children ?? [], options, {}));
  const source = String(token.attrGet('src') ?? '');
  const inLink = (token.meta as { inLink?: boolean } | null)?.inLink === true;
  return /^https?:/.test(source) && !inLink
    ? `<a href="${escapeHtml(source)}" rel="noopener">🖼 ${words || escapeHtml(source)}</a>`
    : words;
};

// What scrolls sideways can be reached and scrolled by keys, and has a name when it is.
rules.table_open = (_tokens, _index, _options, env) =>
  `<div class="scroll" ${scrollable((env as PageEnv).words.table)}><table>`;
rules.table_close = () => '</table></div>';
for (const name of ['fence', 'code_block'] as const) {
  const plain = rules[name];
  rules[name] = (tokens, index, options, env, self) =>
    (plain?.(tokens, index, options, env, self) ?? '').replace(
      /^<pre/,
      () => `<pre ${scrollable((env as PageEnv).words.code)}`,
    );
}

function scrollable(name: string): string {
  return `tabindex="0" role="group" aria-label="${escapeHtml(name)}"`;
}

/** The tokens of a link within the portal: its page's address, or nothing but its words. */
function linkToPage(children: readonly Token[], index: number, { graph, entry, base }: PageEnv): void {
  const open = children[index] as Token;
  const href = String(open.attrGet('href') ?? '');
  if (/^(https?:|\/\/)/i.test(href)) open.attrSet('rel', 'noopener');
  if (/^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href)) return;
  const route = linkRoute(graph, entry, href, base);
  if (route !== undefined) open.attrSet('href', base + route + (/#.*$/.exec(href)?.[0] ?? ''));
  else {
    const close = children.findIndex((child, at) => at > index && child.type === 'link_close');
    for (const at of [index, close])
      if (children[at]) Object.assign(children[at], { type: 'text', tag: '', content: '' });
  }
}

/**
 * One page's renderer. `base` ends in a slash; `words` are those of the portal's language, without them the content's.
 */
export function pageRenderer(
  graph: Graph,
  entry: AnyEntry,
  base: string,
  words: Messages['portal'] = messages(graph.config.locale).portal,
): PageRenderer {
  const slugger = new GithubSlugger();
  const env: PageEnv = { graph, entry, base, words, slugger, notes: new Map(), numbered: [], ids: [] };
  const blocks: Token[] = [];
  markdown.block.parse(entry.body, markdown, env, blocks);
  const shown = (content: string) => plainText(markdown.parseInline(content, { ...env, numbered: [] })[0]?.children);
  const idByLine = headingIds(blocks, shown, slugger);
  const render = (text: string, lines: readonly number[] = []) => {
    const before = env.numbered.length;
    env.ids = lines.map((line) => idByLine.get(line));
    return markdown.render(text, env) + notesFrom(before, env);
  };
  return Object.assign(render, { idAt: (line: number) => idByLine.get(line) });
}

/** The footnotes that have been referred to since there were `before` of them; one may refer to others. */
function notesFrom(before: number, env: PageEnv): string {
  let items = '';
  for (let index = before; index < env.numbered.length; index += 1) {
    const text = markdown.render(env.notes.get(env.numbered[index] as string) ?? '', env).trim();
    const back = `<a href="#NoteMark${index + 1}" aria-label="${escapeHtml(env.words.noteBack)}">↩</a>`;
    const html = text.endsWith('</p>') ? text.replace(/<\/p>$/, () => ` ${back}</p>`) : text + back;
    items += `<li id="Note${index + 1}">${html}</li>`;
  }
  return items === '' ? '' : `<ol class="notes" start="${before + 1}">${items}</ol>`;
}

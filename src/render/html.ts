/** Markdown of an entry → HTML for its page. Raw HTML comes out as text; links to files lead to pages. */
import GithubSlugger from 'github-slugger';
import type { Token } from 'markdown-it';
import type { Graph } from '../graph/graph.ts';
import { entryRoute, isFileLink, resolveLink } from '../graph/routes.ts';
import type { AnyEntry } from '../load/entry.ts';
import { createMarkdown } from '../load/markdown.ts';

interface PageEnv {
  readonly graph: Graph;
  readonly entry: AnyEntry;
  readonly base: string;
  readonly slugger: GithubSlugger;
}

const markdown = createMarkdown();
const { escapeHtml } = markdown.utils;

// Only web, mail and in-portal addresses; markdown-it's own check lets some `data:` through.
markdown.validateLink = (url) => !/^\s*[a-z][a-z0-9+.-]*:/i.test(url) || /^\s*(https?|mailto|tel):/i.test(url);

markdown.core.ruler.push('portal-links', (state) => {
  const env = state.env as unknown as PageEnv;
  for (const token of state.tokens) {
    let open = 0;
    for (const [index, child] of (token.children ?? []).entries()) {
      if (child.type === 'link_open') {
        linkToPage(token.children ?? [], index, env);
        open += 1;
      } else if (child.type === 'link_close') open -= 1;
      else if (child.type === 'image') child.meta = { inLink: open > 0 };
    }
  }
});

markdown.core.ruler.push('anchors', (state) => {
  const { slugger } = state.env as unknown as PageEnv;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'heading_open') token.attrSet('id', slugger.slug(state.tokens[index + 1]?.content ?? ''));
  }
});

// A picture elsewhere would tell that place who reads what: a link asks first. Pictures of our own come with a later step.
markdown.renderer.rules.image = (tokens, index, options, _env, self) => {
  const token = tokens[index] as Token;
  const words = escapeHtml(self.renderInlineAsText(token.children ?? [], options, {}));
  const source = String(token.attrGet('src') ?? '');
  const inLink = (token.meta as { inLink?: boolean } | null)?.inLink === true;
  return /^https?:/.test(source) && !inLink
    ? `<a href="${escapeHtml(source)}" rel="noopener">🖼 ${words || escapeHtml(source)}</a>`
    : words;
};

markdown.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>';
markdown.renderer.rules.table_close = () => '</table></div>';

/** The tokens of a link to another entry's file: its page's address, or nothing but its words. */
function linkToPage(children: readonly Token[], index: number, env: PageEnv): void {
  const open = children[index];
  const href = String(open?.attrGet('href') ?? '');
  if (!open) return;
  if (!isFileLink(href)) {
    if (/^https?:/.test(href)) open.attrSet('rel', 'noopener');
    return;
  }
  const to = resolveLink(env.graph, env.entry, href);
  if (to) open.attrSet('href', env.base + entryRoute(to) + (/#.*$/.exec(href)?.[0] ?? ''));
  else {
    const close = children.findIndex((child, at) => at > index && child.type === 'link_close');
    for (const at of [index, close])
      if (children[at]) Object.assign(children[at], { type: 'text', tag: '', content: '' });
  }
}

/** One page's renderer: headings get ids that differ across all that it renders. `base` ends in a slash. */
export function pageRenderer(graph: Graph, entry: AnyEntry, base: string): (text: string) => string {
  const env: PageEnv = { graph, entry, base, slugger: new GithubSlugger() };
  return (text) => markdown.render(text, { ...env });
}

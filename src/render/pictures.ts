/** Pictures of a page: those of the content folder are shown, those elsewhere are links. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { meantFiles } from '../graph/routes.ts';
import type { PageEnv } from './page-env.ts';

/** Below this width a picture has nothing to be shown larger. */
const small = 640;

/** What the rules above the renderer found out about a picture. */
interface Placed {
  readonly inLink?: boolean;
  /** The width that its author wants, in pixels. */
  readonly width?: number;
}

/** Adds them to a renderer. */
export function pictures(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.push('figures', makeFigures);
  markdown.renderer.rules.caption = (tokens, index) =>
    `<figcaption>${escapeHtml((tokens[index] as Token).content)}</figcaption>`;
  markdown.renderer.rules.image = (tokens, index, options, env, self) => {
    const { entry, base, pictures: known } = env as PageEnv;
    const token = tokens[index] as Token;
    const words = escapeHtml(self.renderInlineAsText(token.children ?? [], options, {}));
    const source = String(token.attrGet('src') ?? '').replace(/^\/\//, 'https://');
    const { inLink = false, width } = (token.meta as Placed | null) ?? {};
    // A picture elsewhere would tell that place who reads what: a link asks first.
    if (/^https?:/i.test(source))
      return inLink ? words : `<a href="${escapeHtml(source)}" rel="noopener">🖼 ${words || escapeHtml(source)}</a>`;
    const files = known ? meantFiles(entry, source, base) : [];
    const found = files.map((file) => known?.at(file)).find((one) => one !== undefined);
    if (!found) return words;
    const wide = width === undefined ? found.width : Math.min(width, found.width);
    const high = Math.max(1, Math.round((found.height * wide) / found.width));
    const address = escapeHtml(base + found.path);
    const size = `width="${wide}" height="${high}"`;
    const image = `<img src="${address}" alt="${words}" ${size} loading="lazy" decoding="async">`;
    // On a phone the words in a screenshot can only be read when it is opened by itself.
    return inLink || found.width <= small || words === '' ? image : `<a class="picture" href="${address}">${image}</a>`;
  };
}

/** `![words](picture.png "caption")` alone in its paragraph is a figure. */
function makeFigures({ tokens, Token: Made }: StateCore): void {
  for (const [index, { type, children }] of tokens.entries()) {
    const [image] = children ?? [];
    const open = tokens[index - 1];
    const close = tokens[index + 1];
    if (type !== 'inline' || children?.length !== 1 || image?.type !== 'image' || open?.type !== 'paragraph_open')
      continue;
    const title = String(image.attrGet('title') ?? '');
    if (title === '' || !close || open.hidden) continue;
    for (const token of [open, close]) token.tag = 'figure';
    children.push(Object.assign(new Made('caption', 'figcaption', 0), { content: title }));
  }
}

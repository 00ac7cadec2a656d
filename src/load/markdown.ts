/** The one Markdown parser behind sections, checks and pages, so that they agree on what a heading is. */
import MarkdownIt, { type MarkdownIt as Parser } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

/** A parser as every stage uses it: GFM tables, Japanese emphasis, raw HTML shown as text and never passed on. */
export function createMarkdown(): Parser {
  return new MarkdownIt({ html: false, linkify: false }).use(cjkFriendly);
}

const blocks = createMarkdown();
// Finding headings needs no inline parsing, which is most of the work.
blocks.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes', 'text_join']);

/** A heading at the top level of a text (not in a list or a quote). Lines count from 0 within the text. */
export interface Heading {
  readonly depth: number;
  /** As written, without the marks around it. */
  readonly text: string;
  readonly line: number;
  /** The first line after the heading. */
  readonly end: number;
}

/** The headings that divide a text. */
export function headingsOf(body: string): Heading[] {
  // A text without `#`, `===` or `---` lines has none; most lines of most notes are passed over here.
  if (!/^ {0,3}(#{1,6}(\s|$)|=+\s*$|-+\s*$)/m.test(body)) return [];
  const found: Heading[] = [];
  const tokens = blocks.parse(body, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open' || token.level !== 0 || !token.map) continue;
    const text = (tokens[index + 1]?.content ?? '').trim();
    found.push({ depth: Number(token.tag.slice(1)), text, line: token.map[0], end: token.map[1] });
  }
  return found;
}

/** Whether quotes or lists are nested so deep that Markdown parsers run out of stack or time. */
export function deeperThan(body: string, limit: number): number | undefined {
  const pattern = new RegExp(
    `^(?:[ \\t]*(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${limit},}|^[ \\t]{${limit * 2},}(?:[-+*]|\\d{1,9}[.)])[ \\t]`,
    'm',
  );
  const match = pattern.exec(body);
  return match ? body.slice(0, match.index).split('\n').length - 1 : undefined;
}

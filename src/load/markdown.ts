/** The one Markdown parser behind sections, checks and pages, so that they agree on what a heading is. */
import type GithubSlugger from 'github-slugger';
import MarkdownIt, { type MarkdownIt as Parser, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { depthLimit } from './limits.ts';

/** A parser as every stage uses it: GFM tables, Japanese emphasis, raw HTML shown as text and never passed on. */
export function createMarkdown(): Parser {
  return new MarkdownIt({ html: false, linkify: false }).use(cjkFriendly);
}

let blocks: Parser | undefined;

/** Finding headings needs no inline parsing, which is most of the work. */
function createBlocks(): Parser {
  const parser = createMarkdown();
  parser.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes', 'text_join']);
  return parser;
}

/** A heading at the top level of a text (not in a list or a quote). Lines count from 0 within the text. */
export interface Heading {
  readonly depth: number;
  /** As written, without the marks around it. */
  readonly text: string;
  readonly line: number;
  /** The first line of what stands below the heading: its own, where text stands behind it. */
  readonly end: number;
  /** A line that was to be a heading and is none to Markdown: as it is written. */
  readonly loose?: string;
}

/** The headings that divide a text. */
export function headingsOf(body: string): Heading[] {
  // A text without `#`, `===` or `---` lines has none; most lines of most notes are passed over here.
  if (!/^ {0,3}(#{1,6}(\s|$)|=+\s*$|-+\s*$)/m.test(body)) return [];
  return plainHeadings(body) ?? parsedHeadings(body);
}

function parsedHeadings(body: string): Heading[] {
  blocks ??= createBlocks();
  const found: Heading[] = [];
  const tokens = blocks.parse(body, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open' || token.level !== 0 || !token.map) continue;
    const text = (tokens[index + 1]?.content ?? '').trim();
    found.push({ depth: Number(token.tag.slice(1)), text, line: token.map[0], end: token.map[1] });
  }
  return found;
}

/** The lines that may be a heading, underline one, or fence code. */
const dividing = /^ {0,3}(?:#|`{3}|~{3}|=+[ \t]*$|-+[ \t]*$).*$/gm;

/**
 * The same without the parser: a line with `#` at its left edge is a heading, and one with a fence there begins code,
 * whatever stands around it. Nothing for a text with other such marks, or where lines end otherwise.
 */
function plainHeadings(body: string): Heading[] | undefined {
  if (/[\r\0\u2028\u2029]/.test(body)) return undefined;
  const found: Heading[] = [];
  let fence: string | undefined;
  let line = 0;
  let start = 0;
  for (const { 0: source, index } of body.matchAll(dividing)) {
    if (fence !== undefined) {
      if (/^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(source)?.[1]?.startsWith(fence)) fence = undefined;
    } else if (source.startsWith('#')) {
      const parts = /^(#{1,6})(?:[ \t]+(.*))?$/.exec(source);
      if (!parts) continue;
      for (; start < index; line += 1) start = body.indexOf('\n', start) + 1;
      const text = (parts[2] ?? '').replace(/(^|[ \t])#+[ \t]*$/, '').trim();
      found.push({ depth: (parts[1] as string).length, text, line, end: line + 1 });
    } else {
      fence = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(source)?.[1];
      if (fence === undefined) return undefined;
    }
  }
  return found;
}

/**
 * The ids of the headings that divide a text, by their lines: what GitHub calls them. `blocks` are the text's tokens;
 * `words` reads a line as it is shown. Headings within lists and quotes are left to the caller, after these.
 */
export function headingIds(
  blocks: readonly Token[],
  words: (content: string) => string,
  slugger: GithubSlugger,
): Map<number, string> {
  const ids = new Map<number, string>();
  for (const [index, { type, level, map }] of blocks.entries()) {
    if (type !== 'heading_open' || level !== 0 || !map) continue;
    ids.set(map[0], slugger.slug(words(blocks[index + 1]?.content ?? '')));
  }
  return ids;
}

/** The words of a line as they are read. */
export function plainText(tokens: readonly Token[] | null | undefined): string {
  return (tokens ?? []).map((token) => (token.type === 'image' ? '' : token.content)).join('');
}

/** What quotes, lists and notes begin with, and the blanks between them. */
const lead = String.raw`[ \t>*+\-\d.)]`;
const note = String.raw`\[\^[^\][\s]{1,999}\]:`;
const nesting = new RegExp(String.raw`[ \t]*(>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|${note})`, 'y');

/** Few texts have a line that begins with so many marks, digits and blanks (a tab counts for two levels), or with notes. */
const mayBeDeep = new RegExp(`^${lead}{${Math.floor(depthLimit / 2)},}|^${lead}*(?:${note}${lead}*){3}`, 'm');

/** The line, from 0, on which quotes, lists and notes are nested so deep that Markdown parsers run out of stack or time. */
export function tooDeep(body: string): number | undefined {
  if (!mayBeDeep.test(body)) return undefined;
  let line = 0;
  for (let start = 0; start < body.length; line += 1) {
    const end = body.indexOf('\n', start);
    const text = body.slice(start, end < 0 ? body.length : end);
    if (text.length > depthLimit && depthOf(text) > depthLimit) return line;
    start += text.length + 1;
  }
  return undefined;
}

/** At most how deep a line can stand: a level for each mark that it begins with, and for each two columns before them. */
function depthOf(line: string): number {
  if (/^[ \t]*([-_*])([ \t]*\1){2,}[ \t\r]*$/.test(line)) return 0;
  nesting.lastIndex = 0;
  let marks = 0;
  let blank = 0;
  for (let at = 0, found = nesting.exec(line); found; found = nesting.exec(line)) {
    const before = line.slice(at, nesting.lastIndex - (found[1] as string).length);
    blank += before.replaceAll('\t', '    ').length;
    marks += 1;
    at = nesting.lastIndex;
  }
  return marks === 0 ? 0 : marks + Math.floor(Math.max(0, blank - marks) / 2);
}

/**
 * The text without its HTML comments, which are between authors; what stands in code stays, and so do line numbers. Of
 * each letter `blank` is left. One that another begins within was left open: the headings that it took with it stay, for
 * they say who reads what stands below.
 */
export function withoutComments(body: string, blank = ''): string {
  if (!body.includes('<!--')) return body;
  // Behind the last end of a comment there is none, and looking for one from each beginning would take for ever. A
  // code span around that end still counts.
  const last = body.lastIndexOf('-->');
  if (last === -1) return body;
  const span = /^[^`\n]{0,200}`/.exec(body.slice(last + 3, last + 300))?.[0] ?? '';
  const head = body.slice(0, last + 3 + span.length);
  const bare = head.replace(parts, (part) => {
    if (!part.startsWith('<!--')) return part;
    const taken = part.includes('<!--', 4) ? /^(?! {0,3}#{1,6}[ \t])[^\n]+/gm : /[^\n]+/g;
    return part.replace(taken, (text) => blank.repeat(text.length));
  });
  return bare + body.slice(head.length);
}

/** Fenced code and code in a line: whichever comes first takes what it holds. */
const code = String.raw`^ {0,3}(${'`'}{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[${'`'}~]*[ \t]*$|$(?![\s\S]))|${'`'}[^${'`'}\n]+${'`'}`;
const parts = new RegExp(`${code}|<!--[\\s\\S]*?-->`, 'gm');
const codeParts = new RegExp(code, 'gm');

const openParts = new RegExp(`${code}|<!--[\\s\\S]*?(?:-->|$(?![\\s\\S]))`, 'gm');

/** The line, from 0, of the first comment that nothing ends before another begins, or of code that nothing ends. */
export function unclosedIn(body: string): { readonly what: 'comment' | 'code'; readonly line: number } | undefined {
  if (!['<!--', '```', '~~~'].some((mark) => body.includes(mark))) return undefined;
  for (const { 0: part, index } of body.matchAll(openParts)) {
    const isComment = part.startsWith('<!--');
    const last = part.slice(part.lastIndexOf('\n') + 1);
    const isOpen = isComment
      ? !part.endsWith('-->') || part.includes('<!--', 4)
      : /^ {0,3}[`~]{3}/.test(part) && part.includes('\n') && !/^ {0,3}[`~]{3,}[ \t]*$/.test(last);
    if (isOpen) return { what: isComment ? 'comment' : 'code', line: body.slice(0, index).split('\n').length - 1 };
  }
  return undefined;
}

/** A text with blanks in the place of code, so that places in it are places in the text. */
export function withoutCode(body: string): string {
  return body.replace(codeParts, (part) => part.replace(/[^\n]/g, ' '));
}

/** A text in which what is no code has been changed. */
export function outsideCode(body: string, change: (text: string) => string): string {
  const changed: string[] = [];
  let from = 0;
  for (const { 0: part, index } of body.matchAll(codeParts)) {
    changed.push(change(body.slice(from, index)), part);
    from = index + part.length;
  }
  return changed.join('') + change(body.slice(from));
}

/** The body of an entry as checks look at it: the places of its links, and its prose without code, links and comments. */
import GithubSlugger from 'github-slugger';
import { createMarkdown, headingIds, plainText, withoutComments } from './markdown.ts';

/** A link or a picture, and where its address (or, for `[text][label]`, its text) begins: both from 0 in the body. */
export interface BodyLink {
  readonly href: string;
  /** The words of a picture; `undefined` for a link. */
  readonly alt?: string;
  readonly line: number;
  readonly column: number;
}

let parser: ReturnType<typeof createMarkdown> | undefined;

/** Takes addresses that no page shows for links too: what they are is for the checks to say. */
function openParser() {
  if (parser) return parser;
  parser = createMarkdown();
  parser.validateLink = () => true;
  return parser;
}

/** Every link and picture of a text, in its order; addresses as Markdown reads them (percent-encoded). */
export function linksOf(body: string): BodyLink[] {
  const markdown = openParser();
  // To a parser without footnotes `[^1]: 日本語` is a link's address, for Japanese has no blanks.
  const text = withoutComments(body).replace(/^( {0,3})\[(?=\^[^\]\s]+\]:)/gm, '$1 ');
  const lines = text.split('\n');
  const links: BodyLink[] = [];
  for (const { type, map, children } of markdown.parse(text, {})) {
    if (type !== 'inline' || !map) continue;
    const source = lines.slice(map[0], map[1]).join('\n');
    let from = 0;
    for (const token of children ?? []) {
      if (token.type !== 'image' && (token.type !== 'link_open' || token.markup === 'autolink')) continue;
      const href = String(token.attrGet(token.type === 'image' ? 'src' : 'href') ?? '');
      const at = addressAt(source, from, href);
      from = at + 1;
      const before = source.slice(0, at);
      links.push({
        href,
        ...(token.type === 'image' && { alt: token.content }),
        line: map[0] + before.split('\n').length - 1,
        column: before.length - before.lastIndexOf('\n') - 1,
      });
    }
  }
  return links;
}

/** The places of a page that a link can lead to: the ids of its headings. */
export function anchorsOf(body: string): string[] {
  const markdown = openParser();
  const slugger = new GithubSlugger();
  const tokens = markdown.parse(withoutComments(body), {});
  // A footnote's mark is no word of the heading that it stands in.
  const shown = (content: string) =>
    plainText(markdown.parseInline(content.replace(/\[\^[^\][\s]+\]/g, ''), {})[0]?.children);
  const ids = [...headingIds(tokens, shown, slugger).values()];
  const inner = tokens.flatMap(({ type, level }, index) =>
    type === 'heading_open' && level > 0 ? slugger.slug(shown(tokens[index + 1]?.content ?? '')) : [],
  );
  return [...ids, ...inner];
}

/** Where an address stands in the source of its block, at or after `from`; else where the next link may begin. */
function addressAt(source: string, from: number, href: string): number {
  const address = /\]\(\s*<?([^\s)>]*)/g;
  address.lastIndex = from;
  for (let found = address.exec(source); found; found = address.exec(source)) {
    const written = found[1] as string;
    if (parser?.normalizeLink(written) === href) return found.index + found[0].length - written.length;
  }
  return Math.max(from, source.indexOf('[', from));
}

/** `[label]: address "title"` on a line; `[^1]:` begins a footnote, which is prose. */
const definitions =
  /^[ \t>]{0,9}\[(?!\^)([^\][\n]{1,500})\]:[ \t]*(?:\n[ \t]*(?=https?:|[<./]))?\S+(?:[ \t]+["'(][^\n]*)?[ \t]*$/gm;

/** What is no prose: code, links with their words, pictures, addresses, HTML. */
const marks =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|`[^`\n]+`|!?\[[^\][\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\][\n]{0,500}\])|<[^<>\n]{1,500}>|https?:\/\/[^\s「」（）()]+/gm;

/** The text with everything that is no prose blanked out, so that places in it are places in the text. */
export function proseOf(body: string): string {
  const labels = new Set<string>();
  const text = withoutComments(body, ' ').replace(definitions, (part, label: string) => {
    labels.add(foldLabel(label));
    return blank(part);
  });
  const prose = text.replace(marks, blank);
  if (labels.size === 0) return prose;
  // A label says where its link leads, and is its words.
  return prose.replace(/\[([^\][\n]{1,500})\]/g, (part, label: string) =>
    labels.has(foldLabel(label)) ? blank(part) : part,
  );
}

function blank(part: string): string {
  return part.replace(/[^\n]/g, ' ');
}

/** https://spec.commonmark.org/0.31.2/#matches */
function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** What names of files, paths and addresses are made of; in Japanese, hiragana stands around them. */
const inNames = String.raw`(?:(?!\p{Script=Hiragana})[\p{L}\p{N}\p{M}_.~:/\\@%+=&?#-]){0,200}`;
let nameAround: { readonly before: RegExp; readonly after: RegExp } | undefined;

/** What makes a name of the letters that follow: an address or `@` before them, a path, `file.`. */
const leadsName = /:\/\/|www\.|@[\w.-]*$|^(~|\.{0,2})\/|^[a-z]:\/|\\[\p{L}\p{N}]|\\$|[\p{L}\p{N}_]\.$/iu;
/** What makes one of the letters before: `@example`, `\folder`, `.ext`, `/folder/file.ext`. */
const endsName = /^[\w.+-]*@\w|\\[\p{L}\p{N}]|^[\p{L}\p{N}_.~/-]*?\.[a-z][a-z0-9]{0,4}(?![a-z0-9])/iu;

/** Whether what stands at a place of a text is part of an address, a path or the name of a file. */
export function isInName(text: string, at: number, length: number): boolean {
  const end = at + length;
  // Two expressions of such classes take as long to compile as fifty pages to read, and few folders ask.
  nameAround ??= { before: new RegExp(`${inNames}$`, 'u'), after: new RegExp(`^${inNames}`, 'u') };
  const before = nameAround.before.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? '';
  const after = nameAround.after.exec(text.slice(end, end + 200))?.[0] ?? '';
  return leadsName.test(before) || endsName.test(after);
}

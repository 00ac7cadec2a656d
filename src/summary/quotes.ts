/** The body of an entry → the words in it that a message may quote, each with the line it stands on. */
import type { Root } from 'mdast';
import type { Graph } from '../graph/graph.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Section, SectionRole } from '../load/sections.ts';
import { withoutTags } from '../load/tags.ts';
import { firstBlock, parseMarkdown } from './markdown.ts';

/** Words that somebody wrote, and where: line `n` of `text` (from 0) is line `line + n` of the file. */
export interface Words {
  readonly text: string;
  readonly path: string;
  readonly line: number;
}

/** Words that are Markdown, with their tree, its links resolved. */
export interface Quote extends Words {
  readonly tree: Root;
}

/** A section with the part that it plays, also through the section that it stands in. */
interface Placed {
  readonly section: Section;
  readonly role?: SectionRole;
  /** Whether it begins a part or an audience's section, so that its heading is a label and no text. */
  readonly begins: boolean;
}

/** The sections of an entry, ready to be quoted. */
export interface Page {
  readonly graph: Graph;
  readonly entry: AnyEntry;
  readonly sections: readonly Placed[];
}

/** Prepares an entry's sections. A section inside a talk track is a part of that talk track, and so on. */
export function openPage(graph: Graph, entry: AnyEntry, sections: readonly Section[]): Page {
  const open: Placed[] = [];
  const placed = sections.map((section): Placed => {
    while (open.length > 0 && (open.at(-1) as Placed).section.depth >= section.depth) open.pop();
    const parent = open.at(-1);
    const own = section.role !== undefined || section.audience !== parent?.section.audience;
    const role = own ? section.role : parent?.role;
    const one = { section, ...(role && { role }), begins: own };
    if (section.depth > 0) open.push(one);
    return one;
  });
  return { graph, entry, sections: placed };
}

/** All that stands under headings with a role. */
export function quoteRole(page: Page, role: SectionRole): Quote | undefined {
  return quoteAll(
    page,
    page.sections.filter((one) => one.role === role),
  );
}

/** An audience's own section with its heading, without the parts that have a role. */
export function quoteAudience(page: Page, audience: string): (Quote & { readonly heading: string }) | undefined {
  const own = page.sections.filter(({ section, role }) => section.audience === audience && role === undefined);
  const quote = quoteAll(page, own);
  const heading = own[0]?.section.heading.replace(/[*_`]/g, '').replace(/\s*[::]\s*$/, '') ?? '';
  return quote && Object.assign(quote, { heading });
}

/** What happened, for everybody: the `summary` field (on `line`), else how the text begins. */
export function quoteLead(page: Page, summary: string | undefined, line: number): Quote | undefined {
  const { graph, entry } = page;
  if (summary !== undefined) return makeQuote(graph, entry, summary, line);
  const summaries = page.sections.filter(({ role }) => role === 'summary');
  const general = page.sections.filter(({ section, role }) => section.audience === undefined && role === undefined);
  for (const group of [summaries, ...general.map((one) => [one])]) {
    const words = wordsOf(page, group);
    const block = words && firstBlock(words.text);
    if (block && block.text.trim() !== '') return makeQuote(graph, entry, block.text, words.line + block.line);
  }
  return undefined;
}

function quoteAll(page: Page, sections: readonly Placed[]): Quote | undefined {
  const words = wordsOf(page, sections);
  return words && makeQuote(page.graph, page.entry, words.text, words.line);
}

/** The lines of some sections without tags; what stands between them is left blank, so that line numbers stay true. */
function wordsOf({ entry }: Page, sections: readonly Placed[]): { text: string; line: number } | undefined {
  const lines = entry.body.split('\n').map((line) => line.replace(/\r$/, ''));
  const shown = lines.map(() => '');
  for (const { section, begins } of sections) {
    const from = begins || section.depth === 0 ? section.textLine : section.line;
    for (let at = from; at < section.end; at++) shown[at] = lines[at] ?? '';
  }
  const said = withoutTags(shown.join('\n')).split('\n');
  const first = said.findIndex((line) => line.trim() !== '');
  if (first === -1) return undefined;
  const last = said.findLastIndex((line) => line.trim() !== '');
  return { text: said.slice(first, last + 1).join('\n'), line: entry.bodyLine + first };
}

/** Parsed when the first channel asks: a release that is told in a line needs none of its trees, JSON needs no tree. */
function makeQuote(graph: Graph, entry: AnyEntry, text: string, line: number): Quote {
  let tree: Root | undefined;
  const parse = () => {
    tree ??= parseMarkdown(text, graph, entry);
    return tree;
  };
  return Object.defineProperty({ text, path: entry.path, line }, 'tree', { get: parse }) as Quote;
}

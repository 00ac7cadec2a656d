/** The team's words in a text: the first of each on a page says what it means and leads to its page. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { entryRoute } from '../graph/routes.ts';
import { leadOf } from '../labels.ts';
import type { AnyEntry, Entry } from '../load/entry.ts';
import type { PageEnv } from './page-env.ts';

/** How the words of a graph's terms begin → those words, the longest first. */
type Words = ReadonlyMap<string, readonly (readonly [word: string, term: Entry<'term'>])[]>;

const known = new WeakMap<Graph, Words>();

function wordsOf(graph: Graph): Words {
  const found = known.get(graph);
  if (found) return found;
  const terms = entriesOf(graph, 'term').filter((term) => leadOf(term as unknown as AnyEntry) !== '');
  const words = terms.flatMap((term) =>
    [term.fields.title, ...(term.fields.aliases ?? [])].map((word) => [word.normalize('NFC'), term] as const),
  );
  const long = words.filter(([word]) => [...word].length > 1).sort(([a], [b]) => b.length - a.length);
  const grouped = Map.groupBy(long, ([word]) => word[0] as string);
  known.set(graph, grouped);
  return grouped;
}

/** Letters that make one word together when they stand side by side; between two of different sorts a word may end. */
const sorts = [/[\p{Script=Latin}\p{N}\p{M}_]/u, /[\p{Script=Katakana}ー・]/u, /[\p{Script=Han}々〆]/u] as const;

function sortOf(letter: string): number {
  return sorts.findIndex((sort) => sort.test(letter));
}

/** Whether a word would be cut out of a longer one at a place of a text: 打刻 stands in 打刻漏れ, リリース in プレリリース. */
function isInside(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return false;
  const sort = sortOf(text[at] as string);
  return sort !== -1 && sort === sortOf(text[at - 1] as string);
}

/** The first term of a text at or after a place that a page has no hint of yet. */
function nextTerm(
  text: string,
  from: number,
  words: Words,
  isWanted: (term: Entry<'term'>) => boolean,
): { at: number; word: string; term: Entry<'term'> } | undefined {
  for (let at = from; at < text.length; at += 1) {
    const fitting = words
      .get(text[at] as string)
      ?.find(([word]) => text.startsWith(word, at) && !isInside(text, at) && !isInside(text, at + word.length));
    if (!fitting) continue;
    const [word, term] = fitting;
    if (isWanted(term)) return { at, word, term };
    // A shorter term within it is not what is meant.
    at += word.length - 1;
  }
  return undefined;
}

/** Tags in which words are shown as what they are. */
const verbatim = new Set(['a', 'code', 'tt', 'kbd', 'samp', 'var', 'pre', 'ruby', 'abbr', 'dfn', 'summary', 'th']);

/** Adds hints to a renderer. */
export function terms(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.core.ruler.push('terms', ({ tokens, env, Token: Made }: StateCore) => {
    const { graph, hinted } = env as PageEnv;
    if (!hinted) return;
    const words = wordsOf(graph);
    if (words.size === 0) return;
    for (const [index, token] of tokens.entries()) {
      const within = tokens[index - 1]?.type;
      if (token.type !== 'inline' || within === 'heading_open' || within === 'th_open') continue;
      token.children = withHints(token.children ?? [], words, env as PageEnv, Made);
    }
  });
  markdown.renderer.rules.term_open = (tokens, index, _options, env) => {
    const term = (tokens[index] as Token).meta as unknown as AnyEntry;
    const href = escapeHtml((env as PageEnv).base + entryRoute(term));
    return `<a class="term" href="${href}" title="${escapeHtml(leadOf(term))}">`;
  };
}

function withHints(children: readonly Token[], words: Words, env: PageEnv, Made: StateCore['Token']): Token[] {
  const { hinted, entry } = env;
  const isWanted = (term: AnyEntry) =>
    hinted !== undefined && !hinted.has(term) && !(entry.kind === 'term' && entry.id === term.id);
  let inside = 0;
  return children.flatMap((child) => {
    if (child.type === 'link_open' || (child.type === 'html_inline' && verbatim.has(child.tag))) {
      inside = Math.max(0, inside + child.nesting);
    } else if (child.type === 'link_close') inside = Math.max(0, inside - 1);
    if (child.type !== 'text' || inside > 0) return [child];
    const pieces: Token[] = [];
    const text = (content: string) =>
      content !== '' && pieces.push(Object.assign(new Made('text', '', 0), { content }));
    let from = 0;
    const wanted = (term: Entry<'term'>) => isWanted(term as unknown as AnyEntry);
    for (let found = nextTerm(child.content, 0, words, wanted); found; ) {
      const { at, word, term } = found;
      hinted?.add(term as unknown as AnyEntry);
      text(child.content.slice(from, at));
      pieces.push(Object.assign(new Made('term_open', 'a', 1), { meta: term }));
      text(word);
      pieces.push(new Made('term_close', 'a', -1));
      from = at + word.length;
      found = nextTerm(child.content, from, words, wanted);
    }
    text(child.content.slice(from));
    return pieces;
  });
}

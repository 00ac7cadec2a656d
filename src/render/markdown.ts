/** Summary → Markdown for GitHub: pull request comments, job summaries, files. */
import type { Link, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Messages } from '../i18n/index.ts';
import { isPlain } from '../summary/plain-markdown.ts';
import type { Quote } from '../summary/quotes.ts';
import type { Summary, SummaryItem } from '../summary/summary.ts';
import { cutText, cutTree } from './cut.ts';
import { type Fit, fitted, fittedGroups } from './fit.ts';
import { inertText, withoutBacklink, withoutComments, withoutMentions } from './inert.ts';
import { factsOf, gistOf, headingOf, headlineOf, type Part, partsOf } from './outline.ts';
import { writePlain } from './plain-lines.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' });

/** GitHub refuses a job summary of more than 1 MiB; other things stand in it too. */
const jobSummary = 900 * 1024;

/** Releases of tier 3 that are shown without being asked for. */
const shown = 20;

/** The summary as GitHub Flavored Markdown, ending in a line break: whole, unless no job summary could hold it. */
export function renderMarkdown(summary: Summary, words: Messages): string {
  return fitMarkdown(summary, words, jobSummary, (text) => Buffer.byteLength(text)).text;
}

/**
 * The same for a place that holds less, such as a comment (65,536 characters). What does not fit loses its least
 * important parts first, and never its tier 1 items; the text then says so.
 */
export function fitMarkdown(
  summary: Summary,
  words: Messages,
  limit: number,
  size: (text: string) => number = (text) => text.length,
): { text: string; truncated: boolean } {
  return fitted(
    (fit) => build(summary, words, fit),
    ({ text }) => size(text) <= limit,
  );
}

function build(summary: Summary, words: Messages, fit: Fit): { text: string; truncated: boolean } {
  const s = words.summary;
  const blocks = [write({ type: 'heading', depth: 2, children: [text(headingOf(summary, words))] })];
  const say = (...children: PhrasingContent[]) => blocks.push(write(paragraph(...children)));
  const period = s.period(summary.period);
  if (period !== '') say(text(period));
  if (summary.items.length === 0) say(text(s.none));
  const { groups, truncated } = fittedGroups(summary, fit, words);
  let cut = truncated;
  const headline = (item: SummaryItem, linked = true): PhrasingContent => {
    const said = headlineOf(item, words);
    const short = cutText(said, fit.title);
    cut ||= short !== said;
    return item.url && linked ? link(short, item.url) : text(short);
  };
  for (const group of groups) {
    if (group.label !== '') blocks.push(write({ type: 'heading', depth: 3, children: [text(group.label)] }));
    for (const { item, detail, quote } of group.told) {
      blocks.push(write({ type: 'heading', depth: 4, children: [headline(item)] }));
      say(text(factsOf(item, words)));
      for (const part of partsOf(item, detail, summary, words)) {
        const written = partText(part, words, quote);
        cut ||= written.cut;
        blocks.push(written.text);
      }
    }
    const rows = group.listed.map((item): ListItem => {
      const gist = item.detail === 'line' ? gistOf(item) : undefined;
      const said = gist === undefined ? '' : s.colon + gist;
      return row(headline(item, fit.links), text(`${said} · ${factsOf(item, words)}`));
    });
    blocks.push(folded(rows, group.listed[0]?.detail === 'line', words));
    if (group.rest > 0) say(text(s.more(group.rest)));
  }
  if (cut) say(text(summary.portal ? s.cut : s.cutHere));
  if (summary.portal) say(link(s.open, summary.portal));
  return { text: inertText(`${blocks.filter((block) => block !== '').join('\n\n')}\n`), truncated: cut };
}

function partText(part: Part, words: Messages, limit: number): { text: string; cut: boolean } {
  const label = part.label === undefined ? [] : [strong(part.label)];
  if ('quote' in part) {
    const { text: quoted, cut } = quoteText(part.quote, limit);
    const heading = label.length > 0 ? `${write(paragraph(...label))}\n\n` : '';
    return { text: heading + quoted, cut };
  }
  const values =
    'facts' in part ? part.facts.map(text) : part.links.map(({ title, url }) => (url ? link(title, url) : text(title)));
  const [first] = values;
  if (values.length === 1 && first) {
    return { text: write(paragraph(...label, text(words.summary.colon), first)), cut: false };
  }
  return { text: write(paragraph(...label), list(values.map((value) => row(value)))), cut: false };
}

/** Writing is slow, and a message may be tried at many sizes of which most leave a quotation alone. */
const written = new WeakMap<Root, Map<number, { text: string; cut: boolean }>>();

function quoteText(quote: Quote, limit: number): { text: string; cut: boolean } {
  const { text } = quote;
  if (text.length <= limit && isPlain(text) && withoutMentions(text) === text) return { text, cut: false };
  const { tree } = quote;
  const known = written.get(tree) ?? new Map<number, { text: string; cut: boolean }>();
  written.set(tree, known);
  const { tree: kept, cut } = cutTree(tree, limit);
  const key = cut ? limit : Number.POSITIVE_INFINITY;
  const result = known.get(key) ?? { text: write(...kept.children.map(lowered)), cut };
  known.set(key, result);
  return result;
}

/** A list of releases; of minor ones, those after the first are folded away. */
function folded(rows: readonly ListItem[], minor: boolean, words: Messages): string {
  const lines = rows.map((one) => write(list([one])));
  const rest = minor ? lines.slice(shown) : [];
  if (rest.length === 0) return lines.join('\n');
  const summary = `<details><summary>${words.summary.more(rest.length)}</summary>`;
  return [lines.slice(0, shown).join('\n'), summary, rest.join('\n'), '</details>'].join('\n\n');
}

function write(...children: RootContent[]): string {
  const safe = children.map((child) => inert(child) as RootContent);
  return writePlain(safe) ?? writer.stringify({ type: 'root', children: safe }).trimEnd();
}

/** Headings of a quotation stand below those of the message. */
function lowered(node: RootContent): RootContent {
  return node.type === 'heading' ? { ...node, depth: 6 } : node;
}

/** A tree in which nothing notifies, refers or hides. The words of links and code are left alone: GitHub does so too. */
function inert(node: Nodes, inLink = false): Nodes {
  if (node.type === 'code') {
    const lang = /^[\w+-]+$/.test(node.lang ?? '') ? (node.lang ?? null) : null;
    return { ...node, lang, meta: null, value: withoutComments(node.value) };
  }
  if (node.type === 'inlineCode') return { ...node, value: withoutComments(node.value) };
  if (node.type === 'text') {
    const value = withoutComments(node.value);
    return { ...node, value: inLink ? value : withoutMentions(value) };
  }
  if (!('children' in node)) return node;
  const children = node.children.map((child) => inert(child, inLink || node.type === 'link'));
  const copy = { ...node, children } as Nodes;
  return copy.type === 'link' ? { ...copy, url: withoutBacklink(copy.url) } : copy;
}

function text(value: string): Text {
  return { type: 'text', value: value.replace(/\s+/g, ' ') };
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}

function link(label: string, url: string): Link {
  return { type: 'link', url, children: [text(label)] };
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function list(children: readonly ListItem[]): RootContent {
  return { type: 'list', ordered: false, spread: false, children: [...children] };
}

function row(...children: PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(...children)] };
}

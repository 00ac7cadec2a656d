/** Summary → Markdown for GitHub: pull request comments, job summaries, files. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Messages } from '../i18n/index.ts';
import type { Summary, SummaryItem } from '../summary/summary.ts';
import { withoutMentions } from './inert.ts';
import { groupsOf, headingOf, headlineOf, type Part, partsOf } from './outline.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' });

/** The summary as GitHub Flavored Markdown, ending in a line break. */
export function renderMarkdown(summary: Summary, words: Messages): string {
  const s = words.summary;
  const blocks = [`## ${escapeText(headingOf(summary, words))}`];
  const period = s.period(summary.period);
  if (period !== '') blocks.push(escapeText(period));
  if (summary.items.length === 0) blocks.push(s.none);
  for (const group of groupsOf(summary, words)) {
    blocks.push(`### ${group.label}`);
    const lines = group.items.filter((item) => item.detail === 'line');
    for (const item of group.items) if (item.detail !== 'line') blocks.push(...itemBlocks(item, summary, words));
    if (lines.length > 0) blocks.push(lines.map((item) => `- ${headline(item, words)} · ${item.date}`).join('\n'));
  }
  if (summary.portal) blocks.push(link(s.portal, summary.portal));
  return `${blocks.join('\n\n')}\n`;
}

function itemBlocks(item: SummaryItem, summary: Summary, words: Messages): string[] {
  const products = item.products.map(escapeText).join(words.summary.comma);
  const facts = [item.date, products].filter((fact) => fact !== '').join(' · ');
  return [
    `#### ${headline(item, words)}`,
    facts,
    ...partsOf(item, item.detail, summary, words).map((part) => partBlock(part, words)),
  ];
}

function headline(item: SummaryItem, words: Messages): string {
  const text = escapeText(headlineOf(item, words));
  return item.url ? `[${text}](${item.url})` : text;
}

function partBlock(part: Part, words: Messages): string {
  const label = `**${escapeText(part.label)}**`;
  if ('fact' in part) return `${label}${words.summary.colon}${escapeText(part.fact)}`;
  if ('links' in part) {
    const pages = part.links.map((page) => (page.url ? link(page.title, page.url) : escapeText(page.title)));
    return `${label}${words.summary.colon}${pages.join(words.summary.comma)}`;
  }
  return `${label}\n\n${writeInert(part.quote.tree)}`;
}

/** A tree as Markdown that notifies nobody, its headings below those of the message. */
function writeInert(tree: Root): string {
  const copy = structuredClone(tree);
  visit(copy, (node) => {
    if (node.type === 'text') node.value = withoutMentions(node.value);
    if (node.type === 'heading') node.depth = 6;
  });
  return writer.stringify(copy).trimEnd();
}

/** Plain text as Markdown that shows it. */
function escapeText(text: string): string {
  const value = withoutMentions(text.replace(/\s+/g, ' '));
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] };
  return writer.stringify(tree).trimEnd();
}

function link(label: string, url: string): string {
  return `[${escapeText(label)}](${url})`;
}

/**
 * Summary → one Slack message in Block Kit. Limits: https://docs.slack.dev/reference/block-kit/blocks (50 blocks, header
 * 150, section text 3,000); all blocks together were rejected from about 12,000 characters on, hence the budget.
 */
import type { Root } from 'mdast';
import type { Messages } from '../i18n/index.ts';
import type { Summary, SummaryItem } from '../summary/summary.ts';
import { cutText, cutTree } from './cut.ts';
import { type Fit, fitted, fittedGroups } from './fit.ts';
import { inertText } from './inert.ts';
import { escapeMrkdwn, mrkdwnBold, mrkdwnLink, toMrkdwn } from './mrkdwn.ts';
import { factsOf, gistOf, headingOf, headlineOf, type Part, partsOf } from './outline.ts';

const limits = { blocks: 50, header: 150, section: 3000, fallback: 3000, total: 10_000 };
/** What one line or paragraph of a section may take, so that a label, a date and a link fit beside it. */
const piece = { quote: 2800, title: 1000, fact: 500, label: 200 };

/** `verbatim`: Slack makes no links, channels or people out of plain words. */
interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  readonly verbatim: true;
}

type Block =
  | {
      readonly type: 'header';
      readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
    }
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'divider' };

/** What an incoming webhook or `chat.postMessage` takes. */
export interface SlackMessage {
  /** For notifications, and for clients that cannot show blocks. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface SlackRendering {
  readonly message: SlackMessage;
  /** Whether something was left out for want of room; the message then says so. */
  readonly truncated: boolean;
}

/** The summary as one message. What does not fit loses its least important parts first, and never its tier 1 items. */
export function renderSlack(summary: Summary, words: Messages): SlackRendering {
  return fitted(
    (fit) => build(summary, words, fit),
    ({ message: { blocks } }) => {
      const total = blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0);
      return blocks.length <= limits.blocks && total <= limits.total;
    },
  );
}

/** A text and whether something of it is missing. */
interface Said {
  readonly texts: readonly string[];
  readonly cut: boolean;
}

function build(summary: Summary, words: Messages, fit: Fit): SlackRendering {
  const s = words.summary;
  const heading = headingOf(summary, words);
  const blocks: Block[] = [header(heading)];
  const period = s.period(summary.period);
  if (period !== '') blocks.push(context(escapeMrkdwn(period)));
  if (summary.items.length === 0) blocks.push(...sections([s.none]));
  const { groups, truncated } = fittedGroups(summary, fit, words);
  let cut = truncated;
  for (const group of groups) {
    blocks.push({ type: 'divider' });
    if (group.label !== '') blocks.push(...sections([mrkdwnBold(escapeMrkdwn(group.label))]));
    for (const { item, detail, quote } of group.told) {
      const parts = partsOf(item, detail, summary, words).map((part) => partTexts(part, words, quote));
      const name = headline(item, words, fit.title);
      cut ||= name.cut || parts.some((part) => part.cut);
      const head = `${mrkdwnBold(name.text)}\n${factText(factsOf(item, words))}`;
      blocks.push(...sections([head, ...parts.flatMap((part) => part.texts)]));
    }
    const rows = group.listed.map((item) => {
      const name = headline(item, words, fit.title, fit.links);
      cut ||= name.cut;
      const gist = item.detail === 'line' ? gistOf(item) : undefined;
      const said = gist === undefined ? '' : escapeMrkdwn(s.colon + gist);
      return `• ${name.text}${said}${fit.links ? ` · ${factText(factsOf(item, words))}` : ''}`;
    });
    if (group.rest > 0) rows.push(summary.portal ? mrkdwnLink(s.more(group.rest), summary.portal) : s.more(group.rest));
    blocks.push(...sections(rows, '\n'));
  }
  blocks.push(...foot(summary, words, cut));
  return { message: { text: fallback(summary, words), blocks }, truncated: cut };
}

/** The last line: whether something is missing, and the way to all of it. */
function foot(summary: Summary, words: Messages, cut: boolean): Block[] {
  const s = words.summary;
  const missing = cut ? [summary.portal ? s.cut : s.cutHere] : [];
  const texts = [...missing, ...(summary.portal ? [mrkdwnLink(s.open, summary.portal)] : [])];
  return texts.length > 0 ? [context(texts.join(' '))] : [];
}

function fallback(summary: Summary, words: Messages): string {
  const lines = [escapeMrkdwn(cutText(headingOf(summary, words), limits.header))];
  if (summary.items.length === 0) lines.push(words.summary.none);
  let length = lines.join('\n').length;
  for (const item of summary.items) {
    const line = `• ${escapeMrkdwn(cutText(headlineOf(item, words), limits.header))}`;
    length += line.length + 1;
    if (length > limits.fallback - 2) return [...lines, '…'].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}

function partTexts(part: Part, words: Messages, quote: number): Said {
  const { colon } = words.summary;
  const label = part.label === undefined ? '' : mrkdwnBold(escapeMrkdwn(cutText(part.label, piece.label)));
  if ('quote' in part) {
    const { texts, cut } = quoteTexts(part.quote.tree, quote);
    const [first, ...others] = texts;
    return { texts: [[label, first].filter(Boolean).join('\n'), ...others].filter((text) => text !== ''), cut };
  }
  const values =
    'facts' in part
      ? part.facts.map(factText)
      : part.links.map(({ title, url }) => (url ? mrkdwnLink(cutText(title, piece.label), url) : factText(title)));
  const cut = 'facts' in part && part.facts.some((fact) => escapeMrkdwn(fact).length > piece.fact);
  if (values.length === 1) return { texts: [`${label}${colon}${values[0]}`], cut };
  return { texts: packed([label, ...values.map((value) => `• ${value}`)], '\n', piece.quote), cut };
}

/** A quotation as texts that each fit into a section. */
function quoteTexts(tree: Root, limit: number): Said {
  const size = (one: Root) => toMrkdwn(one).join('\n\n').length;
  const whole = cutTree(tree, limit, size);
  const pieces = whole.tree.children.map((child) => cutTree({ ...tree, children: [child] }, piece.quote, size));
  const texts = pieces.flatMap((one) => toMrkdwn(one.tree));
  const said = texts.filter((text, index) => text !== '…' || !texts[index - 1]?.endsWith('…'));
  return { texts: said, cut: whole.cut || pieces.some((one) => one.cut) };
}

function factText(fact: string): string {
  return escapeMrkdwn(cutText(fact.replace(/(?<!\s)\s*\n\s*/g, ' '), piece.fact, escapedLength));
}

function headline(item: SummaryItem, words: Messages, limit: number, linked = true): { text: string; cut: boolean } {
  const whole = headlineOf(item, words);
  const short = cutText(whole, Math.min(limit, piece.title), escapedLength);
  return { text: item.url && linked ? mrkdwnLink(short, item.url) : escapeMrkdwn(short), cut: short !== whole };
}

/** Texts in as few section blocks as their limit allows. */
function sections(texts: readonly string[], gap = '\n\n'): Block[] {
  return packed(texts, gap, limits.section).map((text) => ({ type: 'section', text: mrkdwn(text) }));
}

/** Texts put together, with a gap between them, as long as `limit` holds them. */
function packed(texts: readonly string[], gap: string, limit: number): string[] {
  const filled: string[] = [];
  for (const text of texts) {
    const last = filled.at(-1);
    if (last !== undefined && last.length + gap.length + text.length <= limit) {
      filled[filled.length - 1] = last + gap + text;
    } else filled.push(text);
  }
  return filled;
}

function escapedLength(text: string): number {
  return escapeMrkdwn(text).length;
}

function header(text: string): Block {
  return { type: 'header', text: { type: 'plain_text', text: cutText(inertText(text), limits.header), emoji: false } };
}

function context(text: string): Block {
  return { type: 'context', elements: [mrkdwn(text)] };
}

function mrkdwn(text: string): Mrkdwn {
  return { type: 'mrkdwn', text, verbatim: true };
}

/**
 * Summary → one Slack message in Block Kit. Limits: https://docs.slack.dev/reference/block-kit/blocks (50 blocks, header
 * 150, section text 3,000); all blocks together were rejected from about 12,000 characters on, hence the budget.
 */
import type { Messages } from '../i18n/index.ts';
import type { Detail, Summary, SummaryItem } from '../summary/summary.ts';
import { cutBlocks, cutText } from './cut.ts';
import { escapeMrkdwn, mrkdwnLink, toMrkdwn } from './mrkdwn.ts';
import { groupsOf, headingOf, headlineOf, type Part, partsOf } from './outline.ts';

const limits = { blocks: 50, header: 150, section: 3000, fallback: 3000, total: 10_000 };

type Block =
  | {
      readonly type: 'header';
      readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
    }
  | { readonly type: 'section'; readonly text: { readonly type: 'mrkdwn'; readonly text: string } }
  | { readonly type: 'context'; readonly elements: readonly { readonly type: 'mrkdwn'; readonly text: string }[] }
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

/** How much of the summary goes in: from whole to hardly anything, until the limits are kept. */
interface Fit {
  /** Items of tier 2 that keep their parts. */
  readonly short: number;
  /** One-line items that are listed. */
  readonly lines: number;
  /** Characters for a quotation. */
  readonly quote: number;
  /** Items of tier 1 that keep their parts. */
  readonly whole: number;
}

/** The summary as one message. What does not fit loses its least important parts first, and never its tier 1 items. */
export function renderSlack(summary: Summary, words: Messages): SlackRendering {
  let best = build(summary, words, { short: 50, lines: 200, quote: 2500, whole: 50 });
  for (const fit of fits()) {
    if (fitsLimits(best.message)) break;
    best = build(summary, words, fit);
  }
  return best;
}

function* fits(): Generator<Fit> {
  for (const lines of [20, 8]) yield { short: 50, lines, quote: 2500, whole: 50 };
  for (const quote of [1200, 600]) yield { short: 50, lines: 8, quote, whole: 50 };
  for (const short of [8, 4, 2, 0]) yield { short, lines: 8, quote: 600, whole: 50 };
  for (const quote of [300, 150]) yield { short: 0, lines: 8, quote, whole: 50 };
  for (const whole of [12, 6, 3, 1, 0]) yield { short: 0, lines: 8, quote: 150, whole };
}

function fitsLimits({ blocks }: SlackMessage): boolean {
  const total = blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0);
  return blocks.length <= limits.blocks && total <= limits.total;
}

function build(summary: Summary, words: Messages, fit: Fit): SlackRendering {
  const s = words.summary;
  const heading = headingOf(summary, words);
  const blocks: Block[] = [header(heading)];
  const period = s.period(summary.period);
  if (period !== '') blocks.push(context(escapeMrkdwn(period)));
  let truncated = false;
  if (summary.items.length === 0) blocks.push(...sections([s.none]));
  for (const group of groupsOf(summary, words)) {
    const roomFor = group.items[0]?.tier === 1 ? fit.whole : fit.short;
    const told = group.items.filter((item) => item.detail !== 'line').slice(0, roomFor);
    const listed = group.items.slice(told.length);
    if (listed.some((item) => item.detail !== 'line')) truncated = true;
    blocks.push({ type: 'divider' }, ...sections([`*${escapeMrkdwn(group.label)}*`]));
    for (const item of told) {
      const result = itemTexts(item, item.detail, summary, words, fit.quote);
      truncated ||= result.cut;
      blocks.push(...sections(result.texts));
    }
    // Tier 1 is named before anything else, as far as a message can hold names.
    const lines = listed.slice(0, group.items[0]?.tier === 1 ? 60 : fit.lines);
    const rest = listed.length - lines.length;
    const rows = lines.map((item) => `• ${headline(item, words)} · ${item.date}`);
    if (rest > 0) {
      truncated = true;
      rows.push(summary.portal ? mrkdwnLink(s.more(rest), summary.portal) : s.more(rest));
    }
    if (rows.length > 0) blocks.push(...sections([rows.join('\n')]));
  }
  const foot = [truncated ? s.cut : '', summary.portal ? mrkdwnLink(s.portal, summary.portal) : ''];
  if (foot.some((text) => text !== '')) blocks.push(context(foot.filter((text) => text !== '').join(' ')));
  const names = summary.items.map((item) => `• ${escapeMrkdwn(headlineOf(item, words))}`);
  const text = cutText([escapeMrkdwn(heading), ...(names.length > 0 ? names : [s.none])].join('\n'), limits.fallback);
  return { message: { text, blocks }, truncated };
}

function itemTexts(
  item: SummaryItem,
  detail: Detail,
  summary: Summary,
  words: Messages,
  quoteLimit: number,
): { texts: string[]; cut: boolean } {
  const facts = [item.date, item.products.map(escapeMrkdwn).join(words.summary.comma)].filter((fact) => fact !== '');
  const texts = [`*${headline(item, words)}*\n${facts.join(' · ')}`];
  let cut = false;
  for (const part of partsOf(item, detail, summary, words)) {
    const rendered = partText(part, words, quoteLimit);
    cut ||= rendered.cut;
    texts.push(rendered.text);
  }
  return { texts, cut };
}

function partText(part: Part, words: Messages, limit: number): { text: string; cut: boolean } {
  const label = `*${escapeMrkdwn(part.label)}*`;
  const { colon, comma } = words.summary;
  if ('fact' in part) return { text: `${label}${colon}${escapeMrkdwn(part.fact)}`, cut: false };
  if ('links' in part) {
    const pages = part.links.map((page) => (page.url ? mrkdwnLink(page.title, page.url) : escapeMrkdwn(page.title)));
    return { text: `${label}${colon}${pages.join(comma)}`, cut: false };
  }
  const { text, cut } = cutBlocks(toMrkdwn(part.quote.tree), limit);
  return { text: `${label}\n${text}`, cut };
}

function headline(item: SummaryItem, words: Messages): string {
  const text = headlineOf(item, words);
  return item.url ? mrkdwnLink(text, item.url) : escapeMrkdwn(text);
}

/** Texts as few section blocks as their limit allows, split between texts, then between lines. */
function sections(texts: readonly string[]): Block[] {
  const filled: string[] = [];
  for (const text of texts.flatMap(splitLines)) {
    const last = filled.at(-1);
    if (last !== undefined && last.length + 2 + text.length <= limits.section)
      filled[filled.length - 1] = `${last}\n\n${text}`;
    else filled.push(text);
  }
  return filled.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } }));
}

/** A text that is too long for one block, in pieces that end with a line. */
function splitLines(text: string): string[] {
  if (text.length <= limits.section) return [text];
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const last = pieces.at(-1);
    const short = cutText(line, limits.section);
    if (last !== undefined && last.length + 1 + short.length <= limits.section)
      pieces[pieces.length - 1] = `${last}\n${short}`;
    else pieces.push(short);
  }
  return pieces;
}

function header(text: string): Block {
  return { type: 'header', text: { type: 'plain_text', text: cutText(text, limits.header), emoji: false } };
}

function context(text: string): Block {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

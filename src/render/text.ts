/** Summary → plain text, for terminals and mail. */
import type { Messages } from '../i18n/index.ts';
import type { Summary, SummaryItem } from '../summary/summary.ts';
import { inertText } from './inert.ts';
import { groupsOf, headingOf, headlineOf, type Part, partsOf } from './outline.ts';
import { toPlain } from './plain.ts';

/** The summary as plain text, ending in a line break. Control characters in content come out visible. */
export function renderText(summary: Summary, words: Messages): string {
  const s = words.summary;
  const period = s.period(summary.period);
  const blocks = [[headingOf(summary, words), period].filter((line) => line !== '').join('\n')];
  if (summary.items.length === 0) blocks.push(s.none);
  for (const group of groupsOf(summary, words)) {
    blocks.push(`■ ${group.label}`);
    const lines = group.items.filter((item) => item.detail === 'line');
    for (const item of group.items) if (item.detail !== 'line') blocks.push(itemText(item, summary, words));
    if (lines.length > 0) blocks.push(lines.map((item) => `・${headlineOf(item, words)} (${item.date})`).join('\n'));
  }
  if (summary.portal) blocks.push(`${s.portal}${s.colon}${summary.portal}`);
  return inertText(`${blocks.join('\n\n')}\n`);
}

function itemText(item: SummaryItem, summary: Summary, words: Messages): string {
  const facts = [item.date, item.products.join(words.summary.comma)].filter((fact) => fact !== '').join(' · ');
  const parts = partsOf(item, item.detail, summary, words).map((part) => partText(part, words));
  return [`● ${headlineOf(item, words)}`, `  ${facts}`, ...parts, ...(item.url ? [`  ${item.url}`] : [])].join('\n');
}

function partText(part: Part, words: Messages): string {
  const { colon, comma } = words.summary;
  if ('fact' in part) return `  ${part.label}${colon}${part.fact}`;
  if ('links' in part) return `  ${part.label}${colon}${part.links.map((page) => page.title).join(comma)}`;
  const text = toPlain(part.quote.tree).split('\n');
  return [`  ${part.label}`, ...text.map((line) => (line === '' ? '' : `    ${line}`))].join('\n');
}

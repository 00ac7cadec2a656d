/** Summary → plain text, for terminals and mail. */
import type { Messages } from '../i18n/index.ts';
import type { Summary, SummaryItem } from '../summary/summary.ts';
import { inertText } from './inert.ts';
import { factsOf, gistOf, groupsOf, headingOf, headlineOf, type Part, partsOf } from './outline.ts';
import { indent, toPlain } from './plain.ts';

/** The summary as plain text, ending in a line break. Control characters in content come out visible. */
export function renderText(summary: Summary, words: Messages): string {
  const s = words.summary;
  const period = s.period(summary.period);
  const blocks = [[headingOf(summary, words), period].filter((line) => line !== '').join('\n')];
  if (summary.items.length === 0) blocks.push(s.none);
  for (const group of groupsOf(summary, words)) {
    if (group.label !== '') blocks.push(`■ ${group.label}`);
    const lines = group.items.filter((item) => item.detail === 'line');
    for (const item of group.items) if (item.detail !== 'line') blocks.push(itemText(item, summary, words));
    if (lines.length > 0) blocks.push(lines.map((item) => `${s.bullet}${lineText(item, words)}`).join('\n'));
  }
  if (summary.portal) blocks.push(`${s.portal}${s.colon}${summary.portal}`);
  return inertText(`${blocks.join('\n\n')}\n`);
}

function lineText(item: SummaryItem, words: Messages): string {
  const gist = gistOf(item);
  const said = gist === undefined ? '' : words.summary.colon + gist;
  return headlineOf(item, words) + said + words.summary.aside(factsOf(item, words));
}

function itemText(item: SummaryItem, summary: Summary, words: Messages): string {
  const parts = partsOf(item, item.detail, summary, words).map((part) => partText(part, words));
  const head = [`● ${headlineOf(item, words)}`, `  ${factsOf(item, words)}`];
  return [...head, ...parts, ...(item.url ? [`  ${item.url}`] : [])].join('\n');
}

function partText(part: Part, words: Messages): string {
  const { bullet, colon } = words.summary;
  if ('quote' in part) {
    const text = toPlain(part.quote.tree, bullet);
    return part.label === undefined ? indent(text, '  ') : `  ${part.label}\n${indent(text, '    ')}`;
  }
  const values =
    'facts' in part
      ? part.facts.map((fact) => fact.replace(/(?<!\s)\s*\n\s*/g, ' '))
      : part.links.map(({ title, url }) => (url ? `${title} <${url}>` : title));
  if (values.length === 1) return `  ${part.label}${colon}${values[0]}`;
  return [`  ${part.label}`, ...values.map((value) => `    ${bullet}${value}`)].join('\n');
}

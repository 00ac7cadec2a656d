/** What Markdown twins are put together from: a table, a line of an entry, links to the other views. */
import { type AnyEntry, badgesOf, dayOf, itemOf, oneLine, productsOf, rootOf, twinAt } from '#core';
import type { PageContext } from '../context.ts';
import type { ListedKind } from '../listing.ts';
import { type ViewName, viewsOf } from '../views.ts';

/** A Markdown table; its cells are Markdown of a line each. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A heading with what stands below it, all of it Markdown; nothing where nothing does. */
export function section(depth: number, heading: string, ...texts: readonly string[]): string {
  const written = texts.filter((text) => text !== '');
  return written.length === 0 ? '' : [`${'#'.repeat(depth)} ${heading}`, ...written].join('\n\n');
}

/** An entry as an item of a list: its sentence, and below it what its card says; `more` is Markdown. */
export function entryItem(context: PageContext, entry: AnyEntry, more: readonly string[] = []): string {
  const day = dayOf(context, entry);
  const said = [
    ...badgesOf(context, entry, false).map(({ text }) => text),
    ...(day === undefined ? [] : [day]),
    ...productsOf(context, entry),
  ];
  const facts = [...said.map(oneLine), ...more];
  return itemOf(context, entry) + (facts.length === 0 ? '' : `\n  - ${facts.join(' · ')}`);
}

/** `Label: text` in which nothing is a link. */
export function labelled({ words }: PageContext, label: string, text: string): string {
  return oneLine(label === '' ? text : label + words.portal.colon + text);
}

/** A number as pages write it. */
export function amount(value: number | undefined, unit = ''): string {
  if (value === undefined) return '';
  return value.toLocaleString('en') + (unit === '' ? '' : ` ${oneLine(unit)}`);
}

/** A link to the twin of the page at an address of this portal; of a page without one, its words. */
export function linkToPage(context: PageContext, text: string, href: string): string {
  const twin = twinAt(context, href);
  return twin === undefined ? oneLine(text) : `[${oneLine(text)}](${rootOf(context)}${twin})`;
}

/** Links to what else a kind can be looked at as. */
export function viewLinks(context: PageContext, kind: ListedKind, here: ViewName): string {
  const views = viewsOf(context, kind, here);
  // The board of requests and their list share a twin.
  const byTwin = new Map(views.toReversed().map((view) => [twinAt(context, view.href), view]));
  const own = new Set(views.filter((view) => view.here).map((view) => twinAt(context, view.href)));
  const others = [...byTwin].filter(([twin]) => !own.has(twin)).toReversed();
  return others.map(([, { text, href }]) => linkToPage(context, text, href)).join(' · ');
}

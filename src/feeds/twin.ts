/** An entry of the visible graph → its page as Markdown, made of what is visible and never copied from its file. */
import { linkRoute } from '../graph/routes.ts';
import { stateOf } from '../graph/state.ts';
import { saidFields } from '../graph/visibility.ts';
import type { Worded } from '../labels.ts';
import { leadOf } from '../labels.ts';
import type { AnyEntry } from '../load/entry.ts';
import { repeatsTitle } from '../load/sections.ts';
import type { Portal } from '../portal.ts';
import type { Reference } from '../schema/fields.ts';
import { kinds } from '../schema/index.ts';
import { rootOf, twinOfRoute, twinRoute } from './places.ts';

/** A portal and the words of its language. */
export type WordedPortal = Portal & Pick<Worded, 'words'>;

/**
 * The twin of an entry: its fields as front matter (JSON values, which are YAML) with the status that holds today, its
 * text, and what it is linked with.
 */
export function entryTwin(portal: WordedPortal, entry: AnyEntry): string {
  const { title, summary, ...fields } = saidFields(entry, portal.level);
  const root = rootOf(portal);
  const status = stateOf(portal.graph, entry);
  const facts = {
    title,
    kind: entry.kind,
    id: entry.id,
    url: root + twinRoute(entry).replace(/\.md$/, '/'),
    ...fields,
    ...(status !== undefined && { status }),
  };
  const head = Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value, plainReference)}\n`);
  const lead = summary === undefined ? '' : `> ${oneLine(summary)}`;
  return `---\n${head.join('')}---\n\n${paragraphs(`# ${oneLine(title)}`, lead, bodyOf(portal, entry), linksOf(portal, entry))}`;
}

/** An entry as an item of a list. */
export function itemOf(portal: Portal, entry: AnyEntry): string {
  const lead = oneLine(leadOf(entry));
  return `- ${linkTo(portal, entry)}${lead === '' ? '' : `: ${lead}`}`;
}

/** Parts of a Markdown text with a blank line between them; empty ones are left out. */
export function paragraphs(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A text as one line in which Markdown finds no links, and nothing that would take in or end the link it stands in. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]`<]/g, '\\$&');
}

/** A link to an entry's twin. */
export function linkTo(portal: Portal, entry: AnyEntry): string {
  return `[${oneLine(entry.fields.title)}](${rootOf(portal)}${twinRoute(entry)})`;
}

/** `{ kind: 'prd', id: 'x' }` → `prd:x`, as other files would name it. */
function plainReference(_name: string, value: unknown): unknown {
  const { kind, id, part } = (value ?? {}) as Partial<Reference>;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind) || typeof id !== 'string') return value;
  return `${kind}:${id}${part === undefined ? '' : `#${part}`}`;
}

/** What an entry refers to and what refers to it, each once, by its kind. */
function linksOf(portal: WordedPortal, entry: AnyEntry): string {
  const { graph, words } = portal;
  const out = (graph.linksFrom.get(entry) ?? []).flatMap(({ to }) => to ?? []);
  const linked = new Set([...out, ...(graph.linksTo.get(entry) ?? []).map(({ from }) => from)]);
  linked.delete(entry);
  if (linked.size === 0) return '';
  const items = [...linked].map(
    (other) => `- ${words.words.kind[other.kind]}${words.portal.colon}${linkTo(portal, other)}`,
  );
  return `## ${words.feeds.links}\n\n${items.join('\n')}`;
}

/**
 * What is changed in a text: code stays (it comes first and takes what it holds), links lead to twins or lose their
 * address, pictures become their words or a link, HTML loses its attributes, gaps where something was hidden close.
 */
const parts = new RegExp(
  [
    /^ {0,3}(?<ticks>`{3,})(?!`)[^`\n]*\n[\s\S]*?(?:^ {0,3}\k<ticks>`*[ \t]*$|$(?![\s\S]))/,
    /^ {0,3}(?<waves>~{3,})(?!~)[^\n]*\n[\s\S]*?(?:^ {0,3}\k<waves>~*[ \t]*$|$(?![\s\S]))/,
    /(?<!\\)`[^`\n]+`/,
    /(?<image>!?)\[(?<words>[^\][\n]{0,1000})\]\([ \t]*\n?[ \t]*(?<inline><[^<>\n]*>|[^\s()<][^\s()]*(?:\([^\s()]*\)[^\s()]*)?)(?<rest>[^()\n]{0,500})\)/,
    /^ {0,3}\[(?<label>[^\][\n]{1,500})\]:[ \t]*\n?[ \t]*(?<defined>\S[^\n]*)$/,
    /\]\(\s*(?<other><[^<>\n]*>|[^\s()]+)/,
    /<(?<tag>[a-z][a-z0-9-]*)\s[^<>]*>/,
    /\n{3,}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
);

function bodyOf(portal: Portal, entry: AnyEntry): string {
  const text = textOf(portal, entry, entry.body);
  const [line = '', heading] = /^# (.*)/.exec(text) ?? [];
  return heading !== undefined && repeatsTitle(heading, entry.fields.title) ? text.slice(line.length).trim() : text;
}

/** A part of an entry's text for a twin. `portal` has the pages that may be linked to. */
export function textOf(portal: Portal, entry: AnyEntry, part: string): string {
  const address = (written: string) => addressOf(portal, entry, written.replace(/^<(.*)>$/, '$1'));
  const mended = part.replace(parts, (piece, ...found) => {
    const groups = found.at(-1) as Partial<Record<string, string>>;
    const { words = '', rest = '', label = '', tag } = groups;
    if (groups.inline !== undefined) {
      const to = address(groups.inline);
      return to === undefined || (groups.image === '!' && !/^https?:/.test(to)) ? words : `[${words}](${to}${rest})`;
    }
    if (groups.defined !== undefined) {
      // A footnote is written alike.
      if (label.startsWith('^')) return piece;
      const [, written = '', title = ''] = /^(<[^<>\n]*>|\S+)(.*)$/.exec(groups.defined) ?? [];
      const to = address(written);
      return to === undefined ? '' : `[${label}]: ${to}${title}`;
    }
    if (groups.other !== undefined) return `](${address(groups.other) ?? ''}`;
    if (tag !== undefined) return `<${tag}>`;
    return piece.startsWith('\n') ? '\n\n' : piece;
  });
  return mended.trim();
}

/** Where a link leads: elsewhere as written, within the portal to a twin, else nowhere. */
function addressOf(portal: Portal, entry: AnyEntry, href: string): string | undefined {
  if (/^(https?:|mailto:|tel:|#)/i.test(href)) return href;
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return undefined;
  const route = linkRoute(portal.graph, entry, href, portal.base);
  return route === undefined ? undefined : rootOf(portal) + twinOfRoute(route) + (/#.*$/.exec(href)?.[0] ?? '');
}

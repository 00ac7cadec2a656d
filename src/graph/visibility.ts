/** Who may see: applied once, here. What comes after never meets what was hidden. */
import type { AnyEntry, Entry, Origin } from '../load/entry.ts';
import { type Heading, withoutComments } from '../load/markdown.ts';
import { dividersOf, visibleBody } from '../load/sections.ts';
import type { Field, Reference, Shape } from '../schema/fields.ts';
import { type Kind, kinds } from '../schema/index.ts';
import { isVisible, type Level, mostRestricted } from '../schema/level.ts';
import { filterFields, shapesWith } from '../schema/walk.ts';
import { buildGraph, find, type Graph } from './graph.ts';
import { underEmbargo } from './state.ts';

/** The level of an entry as a whole: as written, or stricter because of an embargo or a customer's consent. */
export function levelOf(entry: AnyEntry, now: number): Level {
  const written = entry.fields.visibility;
  if (underEmbargo(entry, now)) return 'confidential';
  if (entry.kind === 'case' && entry.fields.consent === 'internal') return mostRestricted(written, 'internal');
  return written;
}

/**
 * The graph that an output made for `level` may know: no drafts, no entries below the level, none of their parts that
 * are, and no reference to anything that is not there. `without` names entries to be left out as if they were hidden.
 */
export function visibleAt(graph: Graph, level: Level, without: (entry: AnyEntry) => boolean = () => false): Graph {
  const shown = new Set(graph.entries.filter((entry) => isShownAt(graph, entry, level) && !without(entry)));
  const entries = [...shown].map((entry) => visibleEntry(graph, entry, level, shown));
  return buildGraph({ config: visibleConfig(graph), entries }, graph.now);
}

/** Whether an output at a level shows an entry, or what of it that level may see. */
export function isShownAt(graph: Graph, entry: AnyEntry, level: Level): boolean {
  return !entry.fields.draft && isVisible(levelOf(entry, graph.now), level);
}

/** Whether an output at a level says what a field of a kind holds; it may go by it all the same. */
export function isSaidAt(kind: Kind, name: string, level: Level): boolean {
  const shape: Shape = kinds[kind].fields;
  return isVisible(shape[name]?.said ?? 'public', level);
}

/** The fields of an entry that an output at a level says. */
export function saidFields({ kind, fields }: AnyEntry, level: Level): Omit<AnyEntry['fields'], 'draft'> {
  const said = Object.entries(fields).filter(([name]) => name !== 'draft' && isSaidAt(kind, name, level));
  return Object.fromEntries(said) as Omit<AnyEntry['fields'], 'draft'>;
}

/** What a field can be hidden for. */
const restricted = shapesWith((field) => field.level !== undefined || field.type === 'ref');

function visibleEntry(graph: Graph, entry: AnyEntry, level: Level, shown: ReadonlySet<AnyEntry>): AnyEntry {
  const keep = (field: Field, value: unknown): boolean => {
    if (field.level !== undefined && !isVisible(field.level, level)) return false;
    if (field.type !== 'ref') return true;
    const target = value as Reference;
    const to = find(graph, target.kind, target.id);
    return to !== undefined && shown.has(to as AnyEntry);
  };
  const kept = filterFields(restricted[entry.kind], entry.fields, keep);
  const fields = entry.kind === 'case' ? withConsent(graph, entry, kept, level) : kept;
  const { kind, id, path, file, bodyLine } = entry;
  let body: string | undefined;
  let headings: readonly Heading[] | undefined;
  let origin: Origin | undefined;
  // A message quotes a few entries of many: the text of the others is never made.
  const copy: Pick<AnyEntry, 'body' | 'headings' | 'origin'> = {
    ...{ kind, id, path, file, fields, bodyLine },
    get body() {
      body ??= visibleBodyOf(graph, entry, level) ?? '';
      return body;
    },
    get headings() {
      // A text in which nothing is hidden is divided as it was.
      headings ??= copy.body === entry.body ? entry.headings : dividersOf(copy.body, graph.config);
      return headings;
    },
    get origin() {
      origin ??= visibleOrigin(entry, fields);
      return origin;
    },
  };
  return copy as unknown as AnyEntry;
}

/** The body of one entry as an output at a level shows it, if that output shows the entry at all. */
export function visibleBodyOf(graph: Graph, entry: AnyEntry, level: Level): string | undefined {
  if (!isShownAt(graph, entry, level)) return undefined;
  const { fields, body, headings } = entry;
  const page = { fields, headings, body: withoutComments(body) };
  return visibleBody(page, levelOf(entry, graph.now), level, graph.config);
}

function visibleOrigin({ origin, fields }: AnyEntry, shown: Record<string, unknown>): Origin {
  if (origin.type !== 'page') return origin;
  const all = fields as Record<string, unknown>;
  const names = new Map([...(origin.elsewhere ?? [])].map(([name, at]) => [at, name]));
  const isShown = (key: string) => {
    // A key of ours that is not where the field was read from holds something else.
    const name = names.get(key) ?? (origin.elsewhere?.has(key) ? '' : key);
    return Object.hasOwn(all, name) && shown[name] === all[name];
  };
  const { toml: _hidden, ...rest } = origin;
  return { ...rest, yaml: visibleYaml(origin.yaml, isShown) };
}

/** The front matter with nothing left but the fields that are shown as they are, each on its lines. */
function visibleYaml(yaml: string, isShown: (key: string) => boolean): string {
  let kept = false;
  return yaml
    .split('\n')
    .map((line) => {
      const key = /^["']?([^\s"'#:][^"'#:]*?)["']?[ \t]*:(?=\s|$)/.exec(line)?.[1];
      if (key !== undefined) kept = isShown(key);
      else if (/^[^\s#-]/.test(line)) kept = false;
      return kept && !/^\s*#/.test(line) ? line : '';
    })
    .join('\n');
}

/** A customer who consented to an anonymous case is called by its alias outside the company. */
function withConsent(
  graph: Graph,
  { fields: { consent, account } }: Entry<'case'>,
  kept: Record<string, unknown>,
  level: Level,
): Record<string, unknown> {
  if (consent !== 'anonymous' || isVisible('internal', level)) return kept;
  const alias = account && find(graph, 'account', account.id)?.fields.alias;
  const { account: _account, customer: _customer, ...rest } = kept;
  return { ...rest, ...(alias !== undefined && { customer: alias }) };
}

/** Channels say who is told what; that is nobody's business in a portal. */
function visibleConfig(graph: Graph): Graph['config'] {
  return { ...graph.config, channels: [] };
}

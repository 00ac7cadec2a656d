/** Entries → the linked whole. A reference that leads nowhere is a value, not an error. */
import type { Config } from '../config.ts';
import type { AnyEntry, Entry } from '../load/entry.ts';
import { idOf } from '../load/limits.ts';
import type { Content } from '../load/load.ts';
import { compareText, type Problem, problemAt } from '../problem.ts';
import { dayIn } from '../schema/day-in.ts';
import type { Reference } from '../schema/fields.ts';
import type { Kind } from '../schema/index.ts';
import type { FieldPath } from '../schema/read-fields.ts';
import { shapesWith, walkFields } from '../schema/walk.ts';

/** One reference that was written, and the entry it leads to, if there is one. */
interface Link {
  readonly from: AnyEntry;
  readonly path: FieldPath;
  readonly target: Reference;
  readonly to?: AnyEntry;
}

export interface Graph {
  readonly config: Config;
  readonly entries: readonly AnyEntry[];
  /** The instant that counts as now, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** The day that `now` is in the site's time zone. */
  readonly today: string;
  readonly links: readonly Link[];
  readonly linksFrom: ReadonlyMap<AnyEntry, readonly Link[]>;
  readonly linksTo: ReadonlyMap<AnyEntry, readonly Link[]>;
  readonly byId: ReadonlyMap<string, AnyEntry>;
  /** Entries that cannot be shown, and the references in what could be read of them: for checks only. */
  readonly unusable: readonly AnyEntry[];
  readonly unusableLinks: readonly Link[];
  /** Every file and every folder in the content folder, for checks only. */
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Two entries with one id. The first by path is the one that counts. */
  readonly problems: readonly Problem[];
}

/** Links the entries of a content folder, as of `now` (milliseconds since 1970 UTC). */
export function buildGraph(
  {
    config,
    entries,
    unusable = [],
    files = [],
  }: Pick<Content, 'config' | 'entries'> & Partial<Pick<Content, 'unusable' | 'files'>>,
  now: number,
): Graph {
  const byId = new Map<string, AnyEntry>();
  const problems: Problem[] = [];
  const kept: AnyEntry[] = [];
  const first = new Map<string, AnyEntry>();
  const left = new Set(unusable);
  // What cannot be used yet has its id all the same: two of one id are told at once, not when one of them is mended.
  for (const entry of [...entries, ...unusable].sort((a, b) => compareText(a.path, b.path) || lineOf(a) - lineOf(b))) {
    const key = keyOf(entry.kind, entry.id);
    const other = first.get(key);
    if (other) {
      const place = { path: entry.path, line: lineOf(entry), column: 1 };
      const args = { id: entry.id, other: other.path, ...(isApart(entry, other) && { apart: true as const }) };
      problems.push(problemAt(place, { rule: 'duplicate-id', args }));
    } else first.set(key, entry);
    if (!left.has(entry) && !byId.has(key)) byId.set(key, entry);
  }
  for (const entry of entries) if (byId.get(keyOf(entry.kind, entry.id)) === entry) kept.push(entry);
  for (const entry of kept) {
    for (const old of entry.fields.formerly ?? []) {
      const key = keyOf(entry.kind, old);
      if (!byId.has(key)) byId.set(key, entry);
    }
  }
  const links = kept.flatMap((entry) => linksOf(entry, byId));
  return {
    config,
    entries: kept,
    now,
    today: dayIn(now, config.timeZone),
    links,
    linksFrom: Map.groupBy(links, (link) => link.from),
    linksTo: Map.groupBy(
      links.filter((link) => link.to),
      (link) => link.to as AnyEntry,
    ),
    byId,
    files: new Set(files),
    folders: foldersOf(files),
    unusable,
    unusableLinks: unusable.flatMap((entry) => linksOf(entry, byId)),
    problems,
  };
}

/** Whether two pages of one id would have two by their paths. */
function isApart(one: AnyEntry, other: AnyEntry): boolean {
  const byPath = ({ file }: AnyEntry) => foldId(idOf(file, 'path'));
  return one.origin.type === 'page' && other.origin.type === 'page' && byPath(one) !== byPath(other);
}

/** The folders that paths lie in, and the content folder itself: `.`. */
function foldersOf(paths: readonly string[]): Set<string> {
  const folders = new Set(['.']);
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

const references = shapesWith((field) => field.type === 'ref');

function linksOf(entry: AnyEntry, byId: ReadonlyMap<string, AnyEntry>): Link[] {
  const links: Link[] = [];
  walkFields(references[entry.kind], entry.fields, (_, value, path) => {
    const target = value as Reference;
    const to = byId.get(keyOf(target.kind, target.id));
    links.push({ from: entry, path: [...path], target, ...(to && { to }) });
  });
  return links;
}

/** The line on which an entry begins. */
function lineOf(entry: AnyEntry): number {
  return entry.origin.type === 'row' ? entry.origin.line : 1;
}

/** Ids are one id when NFC and case folding make them so. */
export function foldId(id: string): string {
  return id.normalize('NFC').toLowerCase();
}

function keyOf(kind: Kind, id: string): string {
  return `${kind}:${foldId(id)}`;
}

/** The entry with an id (or former id) of a kind. */
export function find<K extends Kind>(graph: Graph, kind: K, id: string): Entry<K> | undefined {
  return graph.byId.get(keyOf(kind, id)) as Entry<K> | undefined;
}

/** By kind, for each list of entries that was asked: every page asks. */
const byKind = new WeakMap<Graph['entries'], ReadonlyMap<Kind, readonly AnyEntry[]>>();

/** All entries of a kind, by id. */
export function entriesOf<K extends Kind>({ entries }: Graph, kind: K): readonly Entry<K>[] {
  let known = byKind.get(entries);
  if (!known) {
    known = Map.groupBy(entries, (entry) => entry.kind);
    byKind.set(entries, known);
  }
  return (known.get(kind) ?? []) as unknown as readonly Entry<K>[];
}

/** The entries that a field of an entry leads to, in the order written. */
export function targets(graph: Graph, entry: AnyEntry, field: string): AnyEntry[] {
  const found = (graph.linksFrom.get(entry) ?? []).filter((link) => link.path[0] === field);
  return [...new Set(found.flatMap((link) => link.to ?? []))];
}

/** The entries of a kind that point at an entry, by id. */
export function pointingAt<K extends Kind>(graph: Graph, entry: AnyEntry, kind: K): Entry<K>[] {
  const found = (graph.linksTo.get(entry) ?? []).filter((link) => link.from.kind === kind);
  return [...new Set(found.map((link) => link.from))] as unknown as Entry<K>[];
}

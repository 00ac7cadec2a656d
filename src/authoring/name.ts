/** Names of new files, which are their ids. */
import { foldId, type Graph } from '../graph/graph.ts';
import { slug } from '../load/file-names.ts';
import { checkName, isContent } from '../load/limits.ts';
import { type Kind, kinds } from '../schema/index.ts';

/** The id, with a number behind it if it is taken; it is taken from then on. `taken` holds folded ids. */
export function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(foldId(free)); n++) free = `${id}-${n}`;
  taken.add(foldId(free));
  return free;
}

/** Ids that begin with the month in which it happens. */
const dated: readonly Kind[] = ['release', 'insight'];

/** What a new page's id begins with: `2026-11-` where pages of the kind are in the order of time. */
export function idPrefix(kind: Kind, month: string): string {
  return dated.includes(kind) ? `${month}-` : '';
}

/** The most characters of a title that go into a name: even in Japanese a file system takes them (255 bytes). */
const longest = 60;

/** The id that a title suggests. Without one it is called by its kind. */
export function proposedId(kind: Kind, title: string, day: string): string {
  const name = slug([...slug(title.toLowerCase())].slice(0, longest).join('')) || kind;
  const id = idPrefix(kind, day.slice(0, 7)) + name;
  return isFileName(kind, id) ? id : `${id}-${kind}`;
}

/** Whether a page of a kind may have an id: on every system it can be a file that is read. */
export function isFileName(kind: Kind, id: string): boolean {
  const path = pagePath(kind, id);
  const name = `${id}.md`;
  return checkName(id) === undefined && checkName(name) === undefined && isContent(path) && !id.startsWith('.');
}

/** Where the file of a new page lies, below the content folder. */
export function pagePath(kind: Kind, id: string): string {
  return `${kinds[kind].folder}/${id}.md`;
}

/** The ids of a kind that nobody may take, folded: those in use, former ones, and those of pages that cannot be read. */
export function takenIds(graph: Graph, kind: Kind): Set<string> {
  const used = [...graph.entries, ...graph.unusable].filter((entry) => entry.kind === kind);
  return new Set(used.flatMap(({ id, fields }) => [id, ...(fields.formerly ?? [])]).map(foldId));
}

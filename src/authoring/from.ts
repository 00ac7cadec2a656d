/** A page that follows from another: it points back, and says again what both have. */
import type { Graph } from '../graph/graph.ts';
import { levelOf } from '../graph/visibility.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Field, Shape } from '../schema/fields.ts';
import { type Kind, kindNames, kinds } from '../schema/index.ts';
import type { RawMap, RawValue } from '../schema/read-fields.ts';

/** What both pages say, if both have it. Not: days, states and ids, which are each page's own. */
const shared = ['owner', 'products', 'tags', 'plans', 'segments', 'levers', 'industry'];

/** Pages about the same thing as what follows from them, so that it may begin with their title. */
const sameSubject: readonly Kind[] = ['prd', 'request', 'release'];

/**
 * What a new page of a kind says because it follows from an entry: the reference to it, the title, who and what it is
 * for, and the goal that it is to move. What was confidential stays so. Nothing when such a page cannot point there.
 */
export function followingFrom(graph: Graph, kind: Kind, entry: AnyEntry): RawMap | undefined {
  const reference = referenceTo(kind, entry.kind, entry.id);
  if (!reference) return undefined;
  const { goal } = entry.fields as { readonly goal?: { readonly id: string } };
  return {
    ...(sameSubject.includes(entry.kind) && { title: entry.fields.title }),
    ...sharedWith(kind, entry),
    ...(goal && referenceTo(kind, 'goal', goal.id)),
    ...(levelOf(entry, graph.now) === 'confidential' && { visibility: 'confidential' }),
    ...reference,
  };
}

/** The kinds that a page of a kind may follow from. */
export function sourceKinds(kind: Kind): Kind[] {
  return kindNames.filter((source) => referenceTo(kind, source, '') !== undefined);
}

function sharedWith(kind: Kind, { kind: from, fields }: AnyEntry): RawMap {
  const [shape, theirs]: [Shape, Shape] = [kinds[kind].fields, kinds[from].fields];
  const values: { readonly [name: string]: unknown } = fields;
  const common = shared.filter((name) => shape[name] !== undefined && shape[name].type === theirs[name]?.type);
  return Object.fromEntries(
    common.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name] as RawValue]])),
  );
}

/** The field of a kind, itself or in a list of groups, that takes the id of another kind, with that id. */
function referenceTo(kind: Kind, target: Kind, id: string): RawMap | undefined {
  const shape: Shape = kinds[kind].fields;
  for (const [name, field] of Object.entries(shape)) {
    const value = valueFor(field, target, id);
    if (value !== undefined) return { [name]: value };
  }
  return undefined;
}

function valueFor(field: Field, target: Kind, id: string): RawValue | undefined {
  if (field.type === 'ref') {
    if (field.part || !field.kinds.includes(target)) return undefined;
    return field.kinds.length > 1 ? `${target}:${id}` : id;
  }
  if (field.type === 'list') {
    const value = valueFor(field.of, target, id);
    return value === undefined ? undefined : [value];
  }
  if (field.type !== 'group') return undefined;
  for (const [name, inner] of Object.entries(field.shape as Shape)) {
    const value = valueFor(inner, target, id);
    if (value !== undefined) return { [name]: value };
  }
  return undefined;
}

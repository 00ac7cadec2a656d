/** What entries point at must be there. */
import type { Graph } from '../graph/graph.ts';
import { entriesOf, find, foldId, targets } from '../graph/graph.ts';
import { type AnyEntry, type Entry, placeOf } from '../load/entry.ts';
import { problemAt } from '../problem.ts';
import type { ListName } from '../schema/fields.ts';
import { kinds } from '../schema/index.ts';
import { type FieldPath, fieldName } from '../schema/read-fields.ts';
import { shapesWith, walkFields } from '../schema/walk.ts';
import { closest, suggestion } from '../suggest.ts';
import type { Rule } from './rule.ts';

/** After so many references that lead nowhere, no more look for what was meant. */
const mostSuggested = 500;

const references: Rule = {
  ids: ['unknown-reference', 'unknown-part'],
  run(graph, report) {
    const ids = Map.groupBy(graph.entries, (entry) => entry.kind);
    const journeys = new Map<AnyEntry, Parts>(
      entriesOf(graph, 'journey').map((one) => [one as AnyEntry, partsOf(one)]),
    );
    const unusable = new Set(graph.unusable.map(({ kind, id }) => `${kind}:${foldId(id)}`));
    let missing = 0;
    for (const { from, path, target, to } of [...graph.links, ...graph.unusableLinks]) {
      const field = fieldName(path);
      if (!to) {
        // It is there; that it cannot be used is said where it is.
        if (unusable.has(`${target.kind}:${foldId(target.id)}`)) continue;
        // People copy the path of a file.
        const name = target.id.replace(/^.*\//, '').replace(/\.(mdx?|csv)$/, '');
        const known = (ids.get(target.kind) ?? []).map((entry) => entry.id);
        // Each is compared with every id; whoever has so many did not mistype them.
        missing += 1;
        const near = missing > mostSuggested ? {} : suggestion(name, known);
        const args = { field, kind: target.kind, id: target.id, ...near };
        report(problemAt(placeOf(from, path), { rule: 'unknown-reference', args }));
      } else if (target.part !== undefined) {
        const parts = (journeys.get(to)?.[path[0] === 'stage' ? 'stages' : 'gaps'] ?? []).map((part) => part.id);
        if (parts.includes(target.part)) continue;
        const args = { field, id: to.id, part: target.part, ...suggestion(target.part, parts) };
        report(problemAt(placeOf(from, path), { rule: 'unknown-part', args }));
      }
    }
  },
};

/** A part that another page points at must be the only one of its name. */
const parts: Rule = {
  ids: ['duplicate-id'],
  run(graph, report) {
    for (const journey of entriesOf(graph, 'journey')) {
      for (const all of Object.values(partsOf(journey))) {
        const seen = new Set<string>();
        for (const { id, path } of all) {
          const args = { id: `#${id}`, other: journey.path };
          if (seen.has(id)) report(problemAt(placeOf(journey, path), { rule: 'duplicate-id', args }));
          seen.add(id);
        }
      }
    }
  },
};

interface Part {
  readonly id: string;
  readonly path: FieldPath;
}

interface Parts {
  readonly stages: readonly Part[];
  readonly gaps: readonly Part[];
}

function partsOf(journey: Entry<'journey'>): Parts {
  const stages: Part[] = [];
  const gaps: Part[] = [];
  walkFields(kinds.journey.fields, journey.fields, (_, value, path) => {
    if (path[0] !== 'stages' || path.at(-1) !== 'id') return;
    (path.includes('gaps') ? gaps : stages).push({ id: String(value), path: [...path] });
  });
  return { stages, gaps };
}

/** Following a field from page to page never comes back to the first. */
const cycles: Rule = {
  ids: ['cycle'],
  run(graph, report) {
    for (const entry of graph.entries) {
      for (const field of ['supersedes', 'parent']) {
        const way = wayBack(graph, entry, field);
        // Told once, on the page of the cycle that comes first.
        if (!way || way.some((one) => one.id < entry.id)) continue;
        const args = { field, ids: [...way, entry].map(({ id }) => id) };
        report(problemAt(placeOf(entry, [field]), { rule: 'cycle', args }));
      }
    }
  },
};

/** The pages from an entry along a field until it is reached again, itself first. */
function wayBack(graph: Graph, start: AnyEntry, field: string): AnyEntry[] | undefined {
  const seen = new Set<AnyEntry>();
  const follow = (entry: AnyEntry, way: readonly AnyEntry[]): AnyEntry[] | undefined => {
    for (const next of targets(graph, entry, field)) {
      if (next === start) return [...way];
      if (seen.has(next) || way.length > 100) continue;
      seen.add(next);
      const found = follow(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return follow(start, [start]);
}

/** A former id leads to one page: whoever has it now, or claims it too, takes what old links meant. */
const formerIds: Rule = {
  ids: ['former-id'],
  run(graph, report) {
    for (const entry of graph.entries) {
      for (const [index, old] of (entry.fields.formerly ?? []).entries()) {
        const owner = find(graph, entry.kind, old);
        if (!owner || owner.path === entry.path) continue;
        const args = { id: old, other: owner.path };
        report(problemAt(placeOf(entry, ['formerly', index]), { rule: 'former-id', args }));
      }
    }
  },
};

const named = shapesWith((field) => field.type === 'listed' || field.type === 'person');

const lists: Rule = {
  ids: ['unknown-id'],
  run(graph, report) {
    const declared = declaredIds(graph);
    for (const entry of [...graph.entries, ...graph.unusable]) {
      walkFields(named[entry.kind], entry.fields, (field, value, path) => {
        if (field.type !== 'listed' && field.type !== 'person') return;
        const names: readonly ListName[] = field.type === 'person' ? ['teams'] : field.lists;
        const list = names[0] as ListName;
        if (names.some((name) => declared[name] === undefined)) return;
        const id = field.type === 'person' ? (String(value).split('/')[0] as string) : String(value);
        const known = [...new Set(names.flatMap((name) => declared[name] ?? []))];
        if (known.includes(id)) return;
        const near = severalIn(id, known) ?? labelled(graph, names, id) ?? closest(id, known);
        const args = { field: fieldName(path), id, list, known, ...(near !== undefined && { suggestion: near }) };
        report(problemAt(placeOf(entry, path), { rule: 'unknown-id', args }));
      });
    }
  },
};

/** `pro, standard` was meant as a list. */
function severalIn(text: string, known: readonly string[]): string | undefined {
  const parts = text.split(/\s*[,、，]\s*/);
  return parts.length > 1 && parts.every((part) => known.includes(part)) ? `[${parts.join(', ')}]` : undefined;
}

/** The id of which somebody wrote the label. */
function labelled({ config }: Graph, lists: readonly ListName[], text: string): string | undefined {
  const label = (item: unknown) => (typeof item === 'object' && item !== null && 'label' in item ? item.label : item);
  const items = lists.flatMap((list) => Object.entries(config[list] ?? {}));
  return items.find(([, item]) => label(item) === text)?.[0];
}

/** The ids of every list; `undefined` for one that `kairanban.yaml` does not declare and nobody can get wrong. */
function declaredIds({ config }: Graph): { readonly [L in ListName]?: string[] } {
  const ids = (list: object | undefined) => list && Object.keys(list);
  const { products, plans, segments, teams, audiences } = config;
  const all = { products: ids(products), plans: ids(plans), segments: ids(segments), teams: ids(teams) };
  return { ...Object.fromEntries(Object.entries(all).filter(([, list]) => list)), audiences: Object.keys(audiences) };
}

export const referenceRules: readonly Rule[] = [references, parts, cycles, formerIds, lists];

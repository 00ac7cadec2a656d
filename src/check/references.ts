/** What entries point at must be there. */
import type { Graph } from '../graph/graph.ts';
import { entriesOf, find, foldId, targets } from '../graph/graph.ts';
import { type AnyEntry, type Entry, placeOf } from '../load/entry.ts';
import { idFor } from '../load/file-names.ts';
import { idsMeant, labelsIn } from '../load/listed.ts';
import { problemAt } from '../problem.ts';
import type { ListName, Reference } from '../schema/fields.ts';
import { kinds } from '../schema/index.ts';
import { type FieldPath, fieldName } from '../schema/read-fields.ts';
import { isItem, shapesWith, walkFields } from '../schema/walk.ts';
import { closest, severalIn, suggestion } from '../suggest.ts';
import type { Rule } from './rule.ts';

/** After so many references that lead nowhere, no more look for what was meant. */
const mostSuggested = 500;

const references: Rule = {
  ids: ['unknown-reference', 'unknown-part'],
  run(graph, report) {
    const journeys = new Map<AnyEntry, Parts>(
      entriesOf(graph, 'journey').map((one) => [one as AnyEntry, partsOf(one)]),
    );
    const unusable = new Set(graph.unusable.map(({ kind, id }) => `${kind}:${foldId(id)}`));
    const tables = new Set(graph.entries.filter(({ origin }) => origin.type === 'row').map(({ kind }) => kind));
    let missing = 0;
    for (const { from, path, target, to } of [...graph.links, ...graph.unusableLinks]) {
      if (!to) {
        // It is there; that it cannot be used is said where it is.
        if (unusable.has(`${target.kind}:${foldId(target.id)}`)) continue;
        // Each is compared with every id; whoever has so many did not mistype them.
        missing += 1;
        const near = missing > mostSuggested ? undefined : entriesMeant(graph, from, path, target);
        const rows = tables.has(target.kind) && { rows: true };
        const args = {
          field: fieldName(path),
          kind: target.kind,
          id: target.id,
          ...rows,
          ...(near !== undefined && { suggestion: near }),
        };
        report(problemAt(placeOf(from, path), { rule: 'unknown-reference', args }));
      } else if (target.part !== undefined) {
        const parts = (journeys.get(to)?.[path[0] === 'stage' ? 'stages' : 'gaps'] ?? []).map((part) => part.id);
        if (parts.includes(target.part)) continue;
        const args = { field: fieldName(path), id: to.id, part: target.part, ...suggestion(target.part, parts) };
        report(problemAt(placeOf(from, path), { rule: 'unknown-part', args }));
      }
    }
  },
};

/** What was most likely meant by an id that no entry of its kind has; of a field that takes several, a list of such. */
function entriesMeant(graph: Graph, from: AnyEntry, path: FieldPath, { kind, id }: Reference): string | undefined {
  const entries = entriesOf(graph, kind) as unknown as AnyEntry[];
  const ids = entries.map((entry) => entry.id);
  const sure = (text: string) => {
    // People copy the path of a file, the title of a page, and what another system calls a company.
    const name = text.replace(pathAround, '');
    const found = find(graph, kind, name) ?? find(graph, kind, idFor(text));
    const [only, ...others] = found ? [found] : entries.filter((entry) => isSame(entry.fields.title, text));
    return others.length === 0 ? only?.id : undefined;
  };
  const near = (text: string) => sure(text) ?? closest(text.replace(pathAround, ''), ids);
  const several = severalIn(id, near);
  if (several !== undefined) return isItem(kinds[from.kind].fields, path) ? several : sure(id);
  return near(id);
}

/** What stands around an id in the path of its file. */
const pathAround = /^.*\/|\.(mdx?|csv)$/g;

function isSame(title: string | undefined, text: string): boolean {
  const fold = (one: string) => one.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return title !== undefined && fold(title) === fold(text);
}

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
        if (!Object.hasOwn(entry.fields, field)) continue;
        if (targets(graph, entry, field).includes(entry)) {
          report(problemAt(placeOf(entry, [field]), { rule: 'cycle', args: { field, ids: [entry.id, entry.id] } }));
        }
        const way = wayBack(graph, entry, field);
        // Told once, on the page of the cycle that comes first.
        if (!way || way.some((one) => one.id < entry.id)) continue;
        const args = { field, ids: [...way, entry].map(({ id }) => id) };
        report(problemAt(placeOf(entry, [field]), { rule: 'cycle', args }));
      }
    }
  },
};

/** The pages from an entry along a field, over others, until it is reached again, itself first. */
function wayBack(graph: Graph, start: AnyEntry, field: string): AnyEntry[] | undefined {
  const seen = new Set<AnyEntry>();
  const follow = (entry: AnyEntry, way: readonly AnyEntry[]): AnyEntry[] | undefined => {
    for (const next of targets(graph, entry, field)) {
      if (next === start && entry !== start) return [...way];
      if (next === start || seen.has(next) || way.length > 100) continue;
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
        if (names.some((name) => declared[name]?.includes(id))) return;
        const known = [...new Set(names.flatMap((name) => declared[name] ?? []))];
        const near = idsMeant(id, graph.config, names, isItem(kinds[entry.kind].fields, path));
        const person = field.type === 'person' && !String(value).includes('/');
        const labels = labelsIn(graph.config, names);
        const more = { ...(person && { person }), ...(near !== undefined && { suggestion: near }) };
        const args = { field: fieldName(path), id, list, known, labels, ...more };
        report(problemAt(placeOf(entry, path), { rule: 'unknown-id', args }));
      });
    }
  },
};

/** The ids of every list; `undefined` for one that `kairanban.yaml` does not declare and nobody can get wrong. */
function declaredIds({ config }: Graph): { readonly [L in ListName]?: string[] } {
  const ids = (list: object | undefined) => list && Object.keys(list);
  const { products, plans, segments, teams, audiences } = config;
  const all = { products: ids(products), plans: ids(plans), segments: ids(segments), teams: ids(teams) };
  return { ...Object.fromEntries(Object.entries(all).filter(([, list]) => list)), audiences: Object.keys(audiences) };
}

export const referenceRules: readonly Rule[] = [references, parts, cycles, formerIds, lists];

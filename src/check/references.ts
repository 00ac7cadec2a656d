/** What entries point at must be there. */
import type { Graph } from '../graph/graph.ts';
import { entriesOf, find } from '../graph/graph.ts';
import { placeOf } from '../load/entry.ts';
import { problemAt } from '../problem.ts';
import type { ListName } from '../schema/fields.ts';
import { kinds } from '../schema/index.ts';
import { fieldName } from '../schema/read-fields.ts';
import { walkFields } from '../schema/walk.ts';
import { suggestion } from '../suggest.ts';
import type { Rule } from './rule.ts';

const references: Rule = {
  ids: ['unknown-reference', 'unknown-part'],
  run(graph, report) {
    for (const { from, path, target, to } of graph.links) {
      const field = fieldName(path);
      if (!to) {
        const ids = entriesOf(graph, target.kind).map((entry) => entry.id);
        const args = { field, kind: target.kind, id: target.id, ...suggestion(target.id, ids) };
        report(problemAt(placeOf(from, path), { rule: 'unknown-reference', args }));
      } else if (target.part !== undefined && to.kind === 'journey') {
        const wanted = path[0] === 'stage' ? 'stages' : 'gaps';
        const parts = (find(graph, 'journey', to.id)?.fields.stages ?? []).flatMap((stage) =>
          wanted === 'stages' ? [stage.id] : (stage.gaps ?? []).map((gap) => gap.id),
        );
        if (parts.includes(target.part)) continue;
        const args = { field, id: to.id, part: target.part, ...suggestion(target.part, parts) };
        report(problemAt(placeOf(from, path), { rule: 'unknown-part', args }));
      }
    }
  },
};

const lists: Rule = {
  ids: ['unknown-id'],
  run(graph, report) {
    const declared = declaredIds(graph);
    for (const entry of graph.entries) {
      walkFields(kinds[entry.kind].fields, entry.fields, (field, value, path) => {
        if (field.type !== 'listed' && field.type !== 'person') return;
        const names: readonly ListName[] = field.type === 'person' ? ['teams'] : field.lists;
        const list = names[0] as ListName;
        if (names.some((name) => declared[name] === undefined)) return;
        const id = field.type === 'person' ? (String(value).split('/')[0] as string) : String(value);
        const known = names.flatMap((name) => declared[name] ?? []);
        if (known.includes(id)) return;
        const args = { field: fieldName(path), id, list, known, ...suggestion(id, known) };
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

export const referenceRules: readonly Rule[] = [references, lists];

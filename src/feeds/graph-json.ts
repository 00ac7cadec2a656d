/** The visible graph as JSON, for other programs. Its form is docs/schemas/graph.schema.json. */
import { entryRoute } from '../graph/routes.ts';
import { staleness, stateOf } from '../graph/state.ts';
import { saidFields } from '../graph/visibility.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Portal } from '../portal.ts';
import { kinds } from '../schema/index.ts';
import { walkFields } from '../schema/walk.ts';
import { rootOf, twinRoute } from './places.ts';

/** Counted up when a program that read the last one could misread the next. */
export const graphVersion = 1;

/** The lists of `kairanban.yaml` whose labels a reader of the graph needs. */
export const labelledLists = ['products', 'plans', 'segments'] as const;

/** The graph, an entry a line, so that two of them can be compared. */
export function graphJson(portal: Portal): string {
  const { graph, level, locale } = portal;
  const { config, today } = graph;
  const root = rootOf(portal);
  const head = { version: graphVersion, title: config.title, url: root, locale, visibility: level, today };
  const labels = Object.fromEntries(labelledLists.map((list) => [list, usedLabels(portal, list)]));
  const entries = graph.entries.map((entry) => JSON.stringify(nodeOf(portal, entry, root)));
  const start = JSON.stringify({ ...head, labels }).slice(0, -1);
  return `${start},"entries":[\n${entries.join(',\n')}\n]}\n`;
}

function nodeOf({ graph, level }: Portal, entry: AnyEntry, root: string): object {
  const links = (graph.linksFrom.get(entry) ?? []).flatMap(({ path, to, target }) =>
    to
      ? [
          {
            field: path.filter((step) => typeof step === 'string').join('.'),
            kind: to.kind,
            id: to.id,
            part: target.part,
          },
        ]
      : [],
  );
  return {
    ...{ kind: entry.kind, id: entry.id, url: root + entryRoute(entry), markdown: root + twinRoute(entry) },
    state: stateOf(graph, entry),
    ...(staleness(graph, entry) && { stale: true }),
    ...{ fields: saidFields(entry, level), links },
  };
}

/** What ids that visible entries use are called; nobody learns of others. */
function usedLabels({ graph }: Portal, list: (typeof labelledLists)[number]): Record<string, string> {
  const used = new Set<string>();
  for (const { kind, fields } of graph.entries) {
    walkFields(kinds[kind].fields, fields, (field, value) => {
      if (field.type === 'listed' && field.lists.includes(list)) used.add(String(value));
    });
  }
  return Object.fromEntries(Object.entries(graph.config[list] ?? {}).filter(([id]) => used.has(id)));
}

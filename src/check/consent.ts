/** A customer is named as far as that customer agreed, and no longer. */
import { entriesOf, find, type Graph } from '../graph/graph.ts';
import { isShownAt, visibleBodyOf } from '../graph/visibility.ts';
import { type AnyEntry, placeOf } from '../load/entry.ts';
import { problemAt } from '../problem.ts';
import { anyOf, type Rule } from './rule.ts';

const expired: Rule = {
  ids: ['consent-expired'],
  run(graph, report) {
    for (const page of entriesOf(graph, 'case')) {
      const { expires, draft } = page.fields;
      if (draft || expires === undefined || expires >= graph.today) continue;
      const args = { expires };
      report(problemAt(placeOf(page as AnyEntry, ['expires']), { rule: 'consent-expired', args }));
    }
  },
};

/** Names of customers that outsiders would read, though no case says that they may. */
const named: Rule = {
  ids: ['named-beyond-consent'],
  run(graph, report) {
    const names = unnamedCustomers(graph);
    if (names.length === 0) return;
    const found = new RegExp(anyOf(names));
    for (const entry of graph.entries) {
      const { title, summary = '' } = entry.fields;
      if (entry.kind === 'account' || !isShownAt(graph, entry, 'partner')) continue;
      if (![title, summary, entry.body].some((text) => found.test(text))) continue;
      const body = visibleBodyOf(graph, entry, 'partner') ?? '';
      for (const field of ['title', 'summary'] as const) {
        const name = found.exec(entry.fields[field] ?? '')?.[0];
        if (name === undefined) continue;
        report(problemAt(placeOf(entry, [field]), { rule: 'named-beyond-consent', args: { name } }));
      }
      for (const [index, line] of body.split('\n').entries()) {
        const match = found.exec(line);
        if (!match) continue;
        const place = { path: entry.path, line: entry.bodyLine + index, column: match.index + 1 };
        report(problemAt(place, { rule: 'named-beyond-consent', args: { name: match[0] } }));
      }
    }
  },
};

/** Names that are long enough not to be a common word. */
const shortest = 3;

function unnamedCustomers(graph: Graph): string[] {
  const cases = entriesOf(graph, 'case').map(({ fields }) => {
    const account = fields.account && find(graph, 'account', fields.account.id);
    const names = [account?.fields.title, fields.customer].filter((name) => name !== undefined).map(bareName);
    return { names, agreed: fields.consent === 'named' && (fields.expires ?? graph.today) >= graph.today };
  });
  const agreed = new Set(cases.flatMap((one) => (one.agreed ? one.names : [])));
  const names = [
    ...entriesOf(graph, 'account').map(({ fields }) => bareName(fields.title)),
    ...cases.flatMap((one) => one.names),
  ];
  const unnamed = [...new Set(names)].filter((name) => name.length >= shortest && !agreed.has(name));
  return unnamed.sort((a, b) => b.length - a.length);
}

/** A company's name as people write it in a sentence. */
function bareName(name: string): string {
  return name.replace(/株式会社|有限会社|合同会社|\(株\)|（株）|様$/g, '').trim();
}

export const consentRules: readonly Rule[] = [expired, named];

/** What is searched for and what of it is shown ↔ the query of an address: `?q=csv&kind=release&plan=pro&plan=standard`. */
import type { Choice } from '#search';

export interface SearchState {
  readonly query: string;
  readonly choice: Choice;
}

/** What an address asks for. `names` are the facets that there are; all else in it is left alone. */
export function stateOf(search: string, names: readonly string[]): SearchState {
  const asked = new URLSearchParams(search);
  const choice = names.map((name) => [name, [...new Set(asked.getAll(name))]] as const);
  return {
    query: (asked.get('q') ?? '').trim(),
    choice: Object.fromEntries(choice.filter(([, values]) => values.length > 0)),
  };
}

/** The address of what is shown, without the page's path; empty for nothing. */
export function addressOf({ query, choice }: SearchState): string {
  const asked = new URLSearchParams(query === '' ? [] : [['q', query]]);
  for (const [name, values] of Object.entries(choice)) for (const value of values) asked.append(name, value);
  return asked.size === 0 ? '' : `?${asked}`;
}

/** By what the pages that answer can be told apart, and how many of them are what. */
import { numberOf } from './names.ts';

/** In the order of the screen. */
export const facetNames = ['kind', 'product', 'plan', 'audience', 'lever', 'status', 'year', 'freshness'] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * `facets.json` beside the index. One small file for a portal (a page takes two to three bytes, compressed) instead of
 * Pagefind's filters, which are a file and a request each: counts are wanted of all of them at once.
 */
export interface Facets {
  readonly [name: string]: {
    /** What a page can be, as addresses have it and as readers see it, in the order of the screen. */
    readonly values: readonly (readonly [value: string, label: string])[];
    /** For every page, in the index's order, its places in `values`. */
    readonly pages: readonly (readonly number[])[];
  };
}

/** What a reader wants to see: for a facet, any of these values. */
export type Choice = Readonly<Record<string, readonly string[]>>;

export interface FacetCount {
  readonly name: string;
  readonly values: readonly {
    readonly value: string;
    readonly label: string;
    readonly count: number;
    readonly chosen: boolean;
  }[];
}

/**
 * The pages of a choice, in their order, and what there is to choose: each facet's counts are those under all the other
 * choices. Only facets that tell these pages apart are given, and those in which something is chosen.
 */
export function narrow(
  facets: Facets,
  ids: readonly string[],
  choice: Choice,
): { readonly ids: readonly string[]; readonly counts: readonly FacetCount[] } {
  const chosen = Object.entries(facets).map(([name, { values, pages }]) => {
    // An address may be older than the portal: what is not there any more is passed over.
    const wanted = new Set(values.flatMap(([value], place) => (choice[name]?.includes(value) ? place : [])));
    const has = (id: string) => wanted.size === 0 || (pages[numberOf(id)] ?? []).some((place) => wanted.has(place));
    return { name, values, pages, wanted, has };
  });
  const counts = chosen.map(({ name, values, pages, wanted }): FacetCount => {
    const others = ids.filter((id) => chosen.every((one) => one.name === name || one.has(id)));
    const places = others.flatMap((id) => pages[numberOf(id)] ?? []);
    const all = values.map(([value, label], place) => ({
      ...{ value, label, chosen: wanted.has(place) },
      count: places.filter((one) => one === place).length,
    }));
    const some = all.filter((one) => one.count > 0 || one.chosen);
    // Where all are everything, as a release for every plan is, there is nothing to choose.
    const telling = some.length > 1 && some.some(({ count }) => count < others.length);
    return { name, values: telling || wanted.size > 0 ? some : [] };
  });
  return {
    ids: ids.filter((id) => chosen.every(({ has }) => has(id))),
    counts: counts.filter(({ values }) => values.length > 0),
  };
}

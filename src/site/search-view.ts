/** The portal → what its search knows and says in the browser. */
import { entriesOf, isSaidAt, type Kind, kindNames } from '#core';
import type { SearchPageStrings, SearchSettings } from './client/strings.ts';
import { feedbackOf, type PageContext } from './context.ts';

/** What the script of the dialog is given. */
export function searchSettings(context: PageContext): SearchSettings {
  const { graph, words, base, toKind } = context;
  const { portal, fields } = words;
  const feedback = feedbackOf(context);
  return {
    base,
    ...(entriesOf(graph, 'term').length > 0 && { glossary: toKind('term') }),
    ...(feedback !== undefined && { feedback }),
    strings: {
      one: portal.searchCount.one,
      many: portal.searchCount.many,
      empty: portal.searchEmpty,
      loading: portal.searchLoading,
      slow: portal.searchSlow,
      failed: portal.searchFailed,
      retry: portal.retry,
      all: portal.searchAll,
      recent: portal.searchRecent,
      forget: portal.searchForget,
      closest: portal.searchClosest,
      glossary: portal.searchGlossary,
      request: portal.searchRequest,
      requestSubject: portal.searchRequestSubject,
      requestBody: portal.searchRequestBody,
      plans: fields.plans,
      copyTalk: portal.copyTalk,
      copied: portal.copied,
      colon: portal.colon,
    },
  };
}

/** What the script of the page of search is given. */
export function searchPageSettings(context: PageContext): SearchSettings<SearchPageStrings> {
  const { portal, fields } = context.words;
  const settings = searchSettings(context);
  return {
    ...settings,
    strings: {
      ...settings.strings,
      filter: portal.searchFilter,
      unfilter: portal.searchUnfilter,
      filtered: portal.searchFiltered,
      facets: {
        kind: fields.kind,
        product: fields.products,
        plan: fields.plans,
        ...(isSaidAt('release', 'audiences', context.level) && { audience: fields.audiences }),
        lever: fields.levers,
        status: fields.status,
        year: portal.searchYear,
        freshness: portal.searchFreshness,
      },
      talkTrack: portal.talkTrack,
      title: `${portal.search} · ${context.graph.config.title}`,
    },
  };
}

/** The lists that there are, with how much is on each. */
export function listsOf({ graph }: PageContext): { readonly kind: Kind; readonly count: number }[] {
  return kindNames.map((kind) => ({ kind, count: entriesOf(graph, kind).length })).filter(({ count }) => count > 0);
}

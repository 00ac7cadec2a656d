/** EDGE: the page of search in the browser. */
import type { FacetCount, Hit } from '#search';
import { isConfirming } from './confirming.ts';
import { button, element, link } from './elements.ts';
import { badgesOf, copyButton, helpFor, inItsLanguage, linesOf } from './search/hit.ts';
import { Recent } from './search/recent.ts';
import type { Answer } from './search/searcher.ts';
import { searching } from './search/searching.ts';
import { listen } from './search/typing.ts';
import { addressOf, stateOf } from './search-address.ts';
import { fill, type SearchPageStrings, type SearchSettings, settingsOf } from './strings.ts';

/** So many results at a time. */
const step = 10;

/** A browser takes only so many addresses a second: while someone types, the last one. */
const settled = 400;

const place = document.querySelector<HTMLElement>('[data-search-page]');
if (place) start(place, settingsOf(place));

function start(page: HTMLElement, settings: SearchSettings<SearchPageStrings>): void {
  const { base, strings } = settings;
  const find = <E extends HTMLElement>(selector: string) => page.querySelector(selector) as E;
  const input = find<HTMLInputElement>('input');
  const [status, helping, results] = [find('.status'), find('[data-help]'), find('.results')];
  const [lists, facets, more] = [find('[data-lists]'), find<HTMLDetailsElement>('.facets'), find('.more')];
  const recent = new Recent(base);
  const names = Object.keys(strings.facets);
  let state = stateOf(location.search, names);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSettled = false;

  const { searcher, say } = searching(settings, status, (answer) => show(answer));

  /** Shows what `state` says; `more` goes on from what is shown. */
  const ask = (from = 0) => {
    const { query, choice } = state;
    lists.hidden = query !== '';
    document.title = query === '' ? strings.title : `${query} · ${strings.title}`;
    if (query === '') return showRecent();
    if (results.childElementCount === 0) say(strings.loading);
    results.ariaBusy = 'true';
    searcher.ask({ query, choice, from, limit: step });
  };

  /** Puts what is shown into the address, as a step to go back from if the last address was settled on. */
  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
    const address = addressOf(state);
    if (address === location.search) return;
    if (isSettled) history.pushState(null, '', address || location.pathname);
    else history.replaceState(null, '', address || location.pathname);
    isSettled = false;
  };

  /** Another query or choice. What is chosen or entered is a step of the browser's history, what is typed passes. */
  const change = (next: typeof state, kind: 'typed' | 'chosen') => {
    if (kind === 'typed') {
      clearTimeout(timer);
      timer = setTimeout(settle, settled);
      state = next;
    } else {
      if (timer !== undefined) settle();
      isSettled = true;
      state = next;
      settle();
      isSettled = true;
    }
    ask();
  };

  const seek = (query: string) => {
    input.value = query;
    change({ query, choice: {} }, 'chosen');
    input.focus();
  };

  const opened = () => {
    settle();
    recent.add(state.query);
  };

  const show = ({ query, hits, from, total, guess, done, counts, closest }: Answer) => {
    if (from === 0) results.replaceChildren();
    results.append(...hits.map((hit) => resultOf(hit, strings, opened)));
    more.hidden = !done || results.childElementCount >= total;
    if (done && !guess) results.ariaBusy = null;
    if (from > 0 || guess) return;
    const isNarrowed = counts?.some(({ values }) => values.some(({ chosen }) => chosen)) ?? false;
    const none = isNarrowed ? strings.filtered : fill(strings.empty, { query });
    say(total > 0 ? fill(total === 1 ? strings.one : strings.many, { count: total }) : none);
    const help = isNarrowed ? showAll() : helpFor(query, closest ?? [], settings, seek);
    helping.replaceChildren(...(total === 0 ? [help] : []));
    showFacets(counts ?? []);
  };

  const showAll = () => button(strings.unfilter, 'link', () => change({ ...state, choice: {} }, 'chosen'));

  const showFacets = (counts: readonly FacetCount[]) => {
    const [summary, form] = [find('summary'), find('.choose')];
    const number = counts.flatMap(({ values }) => values.filter(({ chosen }) => chosen)).length;
    facets.hidden = counts.length === 0;
    summary.textContent = strings.filter + (number > 0 ? ` (${number})` : '');
    const focused = (document.activeElement as HTMLInputElement).id;
    form.replaceChildren(...counts.map((one) => facetOf(one, strings)));
    if (number > 0) form.append(showAll());
    if (focused.startsWith('facet-')) document.getElementById(focused)?.focus();
  };

  const showRecent = () => {
    searcher.drop();
    results.ariaBusy = null;
    results.replaceChildren();
    more.hidden = facets.hidden = true;
    const queries = recent.list();
    helping.replaceChildren(
      ...(queries.length > 0
        ? [element('p', 'choices', ...queries.map((query) => button(query, 'pill', () => seek(query))))]
        : []),
    );
    const forget = button(strings.forget, 'link', () => {
      recent.clear();
      showRecent();
    });
    say(...(queries.length > 0 ? [strings.recent, ' ', forget] : []));
  };

  listen(
    input,
    () => {
      const query = input.value.trim();
      if (query !== state.query) change({ ...state, query }, 'typed');
    },
    () => {
      if (state.query !== '') recent.add(state.query);
      change(state, 'chosen');
    },
  );
  input.addEventListener('focus', () => searcher.warm());
  more.addEventListener('click', () => ask(results.childElementCount));
  facets.addEventListener('change', () => {
    const chosen = [...facets.querySelectorAll<HTMLInputElement>(':checked')];
    const choice = names.map((name) => [name, chosen.filter((box) => box.name === name).map((box) => box.value)]);
    change({ ...state, choice: Object.fromEntries(choice) }, 'chosen');
  });
  page.addEventListener('keydown', (event) => {
    const by = isConfirming(event) ? undefined : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined || (event.target as Element).closest('.facets')) return;
    const stops = [input, ...results.querySelectorAll<HTMLElement>('h2 a')];
    const at = stops.findIndex((stop) => stop.closest('li, form')?.contains(event.target as Node));
    const next = at < 0 ? undefined : stops[at + by];
    if (next) event.preventDefault();
    next?.focus();
  });
  addEventListener('popstate', () => {
    clearTimeout(timer);
    isSettled = true;
    timer = undefined;
    state = stateOf(location.search, names);
    input.value = state.query;
    ask();
  });

  facets.open = matchMedia('(min-width: 60rem)').matches;
  // What was typed while this script was on its way is newer than the address.
  const typed = input.value.trim();
  if (typed !== '' && typed !== state.query) change({ ...state, query: typed }, 'typed');
  else {
    input.value = state.query;
    ask();
    // A finger would have the keyboard over the lists.
    if (state.query === '' && matchMedia('(pointer: fine)').matches) input.focus();
  }
}

/** A result that answers by itself. */
function resultOf(hit: Hit, strings: SearchPageStrings, opened: () => void): HTMLLIElement {
  const title = inItsLanguage(link(hit.url, hit.title));
  title.addEventListener('click', opened);
  const item = element('li', 'result', element('h2', '', title), badgesOf(hit), ...linesOf(hit, strings));
  const sections = hit.sections.map(({ heading, url }) => link(url, heading));
  if (sections.length > 0) item.append(element('p', 'sections', ...sections));
  const copy = copyButton(hit, strings);
  if (copy && hit.card?.talk) {
    const text = element('details', '', element('summary', '', strings.talkTrack), element('p', '', hit.card.talk));
    item.append(element('div', 'talk', text, copy));
  }
  return item;
}

function facetOf({ name, values }: FacetCount, strings: SearchPageStrings): HTMLElement {
  const choices = values.map(({ value, label, count, chosen }) => {
    const box = element('input', '');
    Object.assign(box, { type: 'checkbox', name, value, checked: chosen, id: `facet-${name}-${value}` });
    return element('label', '', box, element('span', '', label), element('small', '', String(count)));
  });
  return element('fieldset', '', element('legend', '', strings.facets[name] ?? name), ...choices);
}

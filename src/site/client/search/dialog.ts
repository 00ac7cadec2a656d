/** EDGE: the search dialog in the browser: a combobox with a grid, because a result can be opened or copied from. */
import { isConfirming } from '../confirming.ts';
import { button, element, link } from '../elements.ts';
import { fill, settingsOf } from '../strings.ts';
import { badgesOf, copyButton, helpFor, inItsLanguage, linesOf } from './hit.ts';
import { Recent } from './recent.ts';
import { Rows } from './rows.ts';
import { type Answer, firstHits } from './searcher.ts';
import { searching } from './searching.ts';
import { listen } from './typing.ts';

/** Runs the dialog; what it gives is to be called whenever it was opened. */
export function startSearch(box: HTMLDialogElement): () => void {
  const settings = settingsOf(box);
  const { base, strings } = settings;
  const input = box.querySelector('input') as HTMLInputElement;
  const status = box.querySelector('.status') as HTMLElement;
  const help = box.querySelector('[data-help]') as HTMLElement;
  const rows = new Rows(input, box.querySelector('.hits') as HTMLElement);
  const recent = new Recent(base);
  /** The query whose results are shown, and whether all of them are. */
  let shown = '';
  let whole = false;
  /** What is said of them. */
  let result = '';

  const pageOf = (query: string) => `${base}search/?q=${encodeURIComponent(query)}`;
  const { searcher, say } = searching(settings, status, (answer) => show(answer));

  const ask = () => {
    const query = queryOf(input);
    if (query === '') return showRecent();
    if (query === shown && whole) {
      searcher.drop();
      // That another question took long, or failed, is of no interest any more.
      return say(result);
    }
    if (shown === '') {
      // What was searched for before is no answer.
      rows.clear();
      say(strings.loading);
    }
    // The page has the others.
    searcher.ask({ query, from: 0, limit: firstHits });
  };

  const seek = (query: string) => {
    input.value = query;
    input.focus();
    ask();
  };

  /** A result is opened; who comes back finds the others again. */
  const leave = (query: string) => {
    recent.add(query);
    history.replaceState({ search: query }, '');
  };

  const show = ({ query, hits, from, total, guess, done, closest }: Answer) => {
    const wanted = shown === query ? rows.wanted : undefined;
    shown = query;
    whole = done;
    if (from === 0) rows.clear();
    for (const hit of hits) {
      const target = link(
        hit.url,
        inItsLanguage(element('strong', '', hit.title)),
        badgesOf(hit),
        ...linesOf(hit, strings),
      );
      target.addEventListener('click', () => leave(query));
      rows.add(target, copyButton(hit, strings));
    }
    if (done && total > 0) {
      const all = link(pageOf(query), fill(strings.all, { query }));
      all.addEventListener('click', () => leave(query));
      rows.add(all);
    }
    if (from === 0) rows.selectWanted(wanted);
    result = total > 0 ? counted(total) : fill(strings.empty, { query });
    if (from === 0 && !guess) say(result);
    help.replaceChildren(...(total === 0 ? [helpFor(query, closest ?? [], settings, seek)] : []));
  };

  const counted = (count: number) => fill(count === 1 ? strings.one : strings.many, { count });

  const showRecent = () => {
    searcher.drop();
    shown = '';
    whole = false;
    rows.clear();
    help.replaceChildren();
    const queries = recent.list();
    for (const query of queries) {
      const target = link(pageOf(query), query);
      target.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        seek(query);
      });
      rows.add(target);
    }
    const forget = button(strings.forget, 'link', () => {
      recent.clear();
      showRecent();
      input.focus();
    });
    say(...(queries.length > 0 ? [strings.recent, ' ', forget] : []));
  };

  /** What is chosen; before its results are there, the page that will show them. */
  const enter = () => {
    const query = queryOf(input);
    if (query === shown && rows.follow()) return;
    if (query !== '') {
      leave(query);
      location.assign(pageOf(query));
    }
  };

  listen(input, ask, enter);
  input.addEventListener('keydown', (event) => {
    if (!isConfirming(event) && rows.move(event.key)) event.preventDefault();
  });
  return () => {
    searcher.warm();
    // What was typed while this was on its way is asked for now.
    ask();
  };
}

function queryOf(input: HTMLInputElement): string {
  return input.value.trim();
}

/**
 * EDGE: a list in the browser shows only what is chosen above it. What is chosen is in the address.
 *
 * The page says it all: in a `[data-filtered]` there is a form of `select`s, a `[role=status]`, the list as it was built in
 * `[data-whole]`, and an empty one in `[data-found]`. An item, `[data-item]`, has its values of a select in the attribute
 * of the select's name (`data-product`), one a line. Where the list goes on on further pages, `data-rest` holds their
 * address with `*` for the number, and `data-numbers` the first and the last.
 */
import { fill } from './strings.ts';

/** Items shown at once. */
const step = 60;

for (const root of document.querySelectorAll<HTMLElement>('[data-filtered]')) start(root);

function start(root: HTMLElement): void {
  const one = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector) as E;
  const form = one<HTMLFormElement>('form');
  const status = one('[role="status"]');
  const whole = one('[data-whole]');
  const found = one('[data-found]');
  const list = one('[data-found] > ul');
  const more = one<HTMLButtonElement>('[data-found] > button');
  const selects = [...form.querySelectorAll('select')];
  const untouched = status.textContent ?? '';
  let items: Promise<HTMLElement[]> | undefined;
  let matching: HTMLElement[] = [];
  let turn = 0;

  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = asked.get(select.name) ?? '';
      if (select.selectedIndex === -1) select.value = '';
    }
    show();
  };
  const write = () => {
    const asked = new URLSearchParams(location.search);
    for (const { name, value } of selects) {
      if (value === '') asked.delete(name);
      else asked.set(name, value);
    }
    history.pushState(null, '', asked.size === 0 ? location.pathname : `?${asked}`);
    show();
  };
  const show = async () => {
    const mine = ++turn;
    const chosen = selects.filter(({ value }) => value !== '');
    whole.hidden = chosen.length > 0;
    found.hidden = chosen.length === 0;
    if (chosen.length === 0) return say(untouched);
    say(root.dataset.loading ?? '');
    list.replaceChildren();
    more.hidden = true;
    items ??= allItems(root, whole);
    const all = await items.catch(() => undefined);
    if (mine !== turn) return;
    if (!all) {
      items = undefined;
      return say(root.dataset.failed ?? '', true);
    }
    matching = all.filter((item) =>
      chosen.every(({ name, value }) => (item.dataset[name] ?? '').split('\n').includes(value)),
    );
    say(fill(root.dataset.shown ?? '', { count: matching.length, total: all.length }), true);
    grow();
  };
  const say = (text: string, canUndo = false) => {
    status.textContent = text;
    if (!canUndo) return;
    const undo = document.createElement('button');
    undo.type = 'button';
    undo.textContent = root.dataset.undo ?? '';
    undo.addEventListener('click', () => {
      form.reset();
      for (const select of selects) select.value = '';
      write();
      selects[0]?.focus();
    });
    status.append(' ', undo);
  };
  const grow = () => {
    const from = list.childElementCount;
    const next = matching.slice(from, from + step).map((item) => item.cloneNode(true) as HTMLElement);
    list.append(...next);
    more.hidden = matching.length <= from + step;
    if (from > 0) next[0]?.querySelector('a')?.focus();
  };

  form.addEventListener('change', write);
  form.addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', grow);
  addEventListener('popstate', read);
  // What was chosen while this script was on its way is newer than the address.
  if (location.search === '' && selects.some(({ value }) => value !== '')) write();
  else read();
}

/** The items of this page and of the pages that the list goes on on, each once. */
async function allItems(root: HTMLElement, whole: HTMLElement): Promise<HTMLElement[]> {
  const { rest = '', numbers = '' } = root.dataset;
  const [first = 0, last = -1] = numbers.split(' ').map(Number);
  const addresses = numbers === '' ? [] : Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  const pages = await Promise.all(addresses.map((number) => pageAt(rest.replace('*', number))));
  const found = [whole, ...pages].flatMap((page) => [...page.querySelectorAll<HTMLElement>('[data-item]')]);
  return [...new Map(found.map((item) => [item.querySelector('a')?.getAttribute('href'), item])).values()];
}

async function pageAt(address: string): Promise<Document> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

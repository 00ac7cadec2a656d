/** EDGE: the search dialog in the browser. */
import type { Answer, Hit } from '#search';

/** Asks the index that is loaded. */
type Ask = (query: string, limit: number) => Promise<Answer>;

const dialog = document.querySelector<HTMLDialogElement>('[data-search]');
if (dialog) start(dialog);

function start(box: HTMLDialogElement): void {
  const input = box.querySelector('input') as HTMLInputElement;
  const list = box.querySelector('.hits') as HTMLUListElement;
  const status = box.querySelector('.status') as HTMLParagraphElement;
  const base = box.dataset.base ?? '/';
  const strings: Record<string, string> = JSON.parse(box.dataset.strings ?? '{}');
  let ask: Promise<Ask> | undefined;
  let tries = 0;
  let asked = '';
  let selected = -1;

  const open = () => {
    if (!box.open) box.showModal();
    input.select();
    load().catch(() => undefined);
  };
  const load = (): Promise<Ask> => {
    ask ??= loadOnce();
    ask.catch(() => {
      ask = undefined;
    });
    return ask;
  };
  const loadOnce = async (): Promise<Ask> => {
    // A browser remembers that a module failed to load: each try asks for an address of its own.
    const again = tries++ === 0 ? '' : `?${tries}`;
    const [{ ranking, search }, pagefind] = await Promise.all([
      import('#search'),
      import(/* @vite-ignore */ `${base}pagefind/pagefind.js${again}`),
    ]);
    const instance = pagefind.createInstance({ basePath: `${base}pagefind/`, baseUrl: base, ranking, noWorker: true });
    await instance.init();
    const engine = {
      search: (token: string | null) => instance.search(token),
      terms: async () => (await fetch(`${base}pagefind/terms.json`)).json(),
    };
    return (query, limit) => search(engine, query, limit);
  };

  const run = async () => {
    const query = input.value.trim();
    if (query === asked) return;
    asked = query;
    if (query === '') return show([], '');
    if (list.childElementCount === 0) status.textContent = strings.loading ?? '';
    try {
      const { hits } = await (await load())(query, 8);
      // Whoever typed on while this was on its way wants the later answer.
      if (query === asked) show(hits, query);
    } catch {
      asked = '';
      fail();
    }
  };

  const show = (hits: readonly Hit[], query: string) => {
    list.replaceChildren(...hits.map(hitItem));
    input.setAttribute('aria-expanded', String(hits.length > 0));
    select(hits.length > 0 ? 0 : -1);
    const counted = (hits.length === 1 ? strings.one : strings.many)?.replace('{count}', String(hits.length));
    const said = hits.length > 0 ? counted : strings.empty?.replace('{query}', () => query);
    status.textContent = query === '' ? '' : (said ?? '');
  };

  const fail = () => {
    list.replaceChildren();
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = strings.retry ?? '';
    again.addEventListener('click', run);
    status.replaceChildren(strings.failed ?? '', ' ', again);
  };

  const select = (index: number) => {
    selected = index;
    for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === index));
    const item = list.children[index];
    if (item) {
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };

  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('[data-search-open]')) open();
    else if (target.closest('[data-search-close]') || target === box) box.close();
  });
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).matches?.('input, textarea, select, [contenteditable]');
    if ((event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing)) {
      event.preventDefault();
      open();
    }
  });
  // Kana that an input method has not confirmed is no query yet.
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) run();
  });
  input.addEventListener('compositionend', run);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = list.childElementCount;
    if (step !== undefined && count > 0) {
      event.preventDefault();
      select((selected + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      list.children[selected]?.querySelector('a')?.click();
    }
  });
  box.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
}

function hitItem(hit: Hit, index: number): HTMLLIElement {
  const item = document.createElement('li');
  item.id = `search-hit-${index}`;
  item.role = 'option';
  const link = document.createElement('a');
  link.href = hit.url;
  link.tabIndex = -1;
  const title = document.createElement('strong');
  title.textContent = hit.title;
  const kind = document.createElement('span');
  kind.className = 'badge quiet small';
  kind.textContent = hit.kind;
  const excerpt = document.createElement('p');
  // Pagefind escapes the text and adds nothing but <mark>.
  excerpt.innerHTML = hit.excerpt;
  link.append(title, kind, excerpt);
  item.append(link);
  return item;
}

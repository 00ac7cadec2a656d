/** EDGE: the first page in the browser: for one role, and since the last visit. */
import { dayOf } from './day.ts';
import { fill } from './strings.ts';
import { Keeper } from './visit.ts';

const home = document.querySelector<HTMLElement>('[data-home]');
if (home) start(home);

function start(page: HTMLElement): void {
  const keeper = new Keeper(page.dataset.home ?? '/');
  const select = document.querySelector<HTMLSelectElement>('[data-role] select');
  const news = page.querySelector<HTMLElement>('[data-news]');
  const todo = page.querySelector<HTMLElement>('[data-to-do]');
  const items = [...(news?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
  const now = Date.now();
  const before = keeper.visit(
    now,
    items.map((item) => item.dataset.key as string),
  );
  const showForRole = (role: string) => {
    if (news) showNews(news, items, role, before);
    if (todo) showActions(todo, role, Number(page.dataset.actions));
  };
  if (select) {
    select.value = keeper.role;
    // A role that is no more.
    if (select.selectedIndex < 0) select.value = '';
    select.addEventListener('change', () => {
      keeper.role = select.value;
      showForRole(select.value);
    });
  }
  showForRole(select?.value ?? '');
}

function showNews(
  news: HTMLElement,
  items: readonly HTMLElement[],
  role: string,
  before: { readonly at: number; readonly seen: readonly string[] } | undefined,
): void {
  const shown = Number(news.closest<HTMLElement>('[data-home]')?.dataset.shown);
  const forRole = items.filter(
    ({ dataset }) => role === '' || !dataset.roles || dataset.roles.split(' ').includes(role),
  );
  const fresh = before ? forRole.filter(({ dataset }) => !before.seen.includes(dataset.key as string)) : [];
  const first = (fresh.length > 0 ? fresh : forRole).slice(0, shown);
  for (const item of items) item.hidden = !first.includes(item);
  const line = news.querySelector('[data-visit]') as HTMLElement;
  const more = news.querySelector<HTMLElement>('[data-more]');
  if (before) {
    const day = new Date(before.at);
    const words = (fresh.length > 0 ? news.dataset.since : news.dataset.none) ?? '';
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { month: 'long', day: 'numeric' });
    line.textContent = fill(words, { day: format.format(day) });
    const link = more?.querySelector('a');
    if (link) {
      const asked = new URLSearchParams({ since: dayOf(day), ...(role !== '' && { audience: role }) });
      link.href = `${link.href.replace(/\?.*$/, '')}?${asked}`;
    }
  }
  if (more) more.hidden = fresh.length <= shown;
}

function showActions(todo: HTMLElement, role: string, most: number): void {
  const rows = [...todo.querySelectorAll<HTMLElement>('[data-team]')];
  const own = rows.filter(({ dataset }) => dataset.team === role);
  const none = todo.querySelector('[data-to-do-none]') as HTMLElement;
  const all = todo.querySelector('[data-to-do-all]') as HTMLElement;
  const table = todo.querySelector('table')?.parentElement as HTMLElement;
  const show = (shown: readonly HTMLElement[]) => {
    for (const row of rows) row.hidden = !shown.includes(row);
    table.hidden = shown.length === 0;
    none.hidden = shown.length > 0;
  };
  show(role === '' ? rows.slice(0, most) : own.slice(0, most));
  all.hidden = role === '' || own.length === rows.length;
  all.onclick = () => {
    show(rows.slice(0, most));
    all.hidden = true;
  };
}

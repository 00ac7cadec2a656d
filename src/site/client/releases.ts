/** EDGE: the list of releases in the browser, narrowed down. All of them are loaded once something is chosen. */
import { dayOf } from './day.ts';
import { button, element, link } from './elements.ts';
import { fill } from './strings.ts';

export interface ReleaseRow {
  readonly url: string;
  readonly title: string;
  readonly lead: string;
  /** Their languages, where they are not the portal's. */
  readonly titleLang?: string;
  readonly leadLang?: string;
  readonly day: string;
  readonly updated?: string;
  readonly coming?: boolean;
  readonly badges: readonly { readonly text: string; readonly tone: string }[];
  readonly products: readonly string[];
  /** What it can be narrowed down by; without a list, everything fits. */
  readonly values: { readonly [dimension: string]: readonly string[] };
}

/** What is out, the newest first, then what is to come. */
export type ReleaseData = readonly ReleaseRow[];

/** What is chosen, as in the address: `?since=week&product=payroll`. */
type Chosen = Readonly<Record<string, string>>;

/** So many are shown at a time. */
const step = 60;

const form = document.querySelector<HTMLFormElement>('[data-release-filter]');
if (form) start(form);

function start(form: HTMLFormElement): void {
  const strings = JSON.parse(form.dataset.strings ?? '{}') as Record<string, string>;
  const found = document.querySelector('[data-found]') as HTMLElement;
  const plain = [...document.querySelectorAll<HTMLElement>('[data-all-releases], .to-coming, .pages')];
  const status = form.querySelector('.status') as HTMLElement;
  const details = form.querySelector('details');
  const selects = [...form.querySelectorAll('select')];
  const day = form.elements.namedItem('day') as HTMLInputElement;
  const names = ['since', ...selects.map(({ name }) => name)];
  const subscribe = document.querySelector<HTMLAnchorElement>('[data-feeds]');
  let data: Promise<ReleaseData> | undefined;
  let asked = 0;

  const load = () => {
    data ??= fetch(form.dataset.releaseFilter ?? '').then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    // Tried anew when it is asked for again.
    data.catch(() => {
      data = undefined;
    });
    return data;
  };

  const show = async (chosen: Chosen) => {
    const turn = ++asked;
    const isPlain = Object.keys(chosen).length === 0;
    for (const part of plain) part.hidden = !isPlain;
    found.hidden = isPlain;
    found.replaceChildren();
    status.replaceChildren();
    const summary = details?.querySelector('summary');
    const narrowed = Object.keys(chosen).filter((name) => name !== 'since').length;
    if (summary) summary.textContent = strings.filter + (narrowed > 0 ? ` (${narrowed})` : '');
    if (subscribe) lead(subscribe, chosen);
    if (isPlain) return;
    try {
      const rows = (await load()).filter(fits(chosen));
      if (turn !== asked) return;
      const count = fill((rows.length === 1 ? strings.one : strings.many) as string, { count: rows.length });
      status.replaceChildren(rows.length > 0 ? count : (strings.none as string), ' ', clear());
      showMore(rows, 0);
    } catch {
      if (turn !== asked) return;
      status.replaceChildren(
        strings.failed as string,
        ' ',
        button(strings.retry as string, '', () => show(chosen)),
      );
    }
  };

  const clear = () => button(strings.clear as string, '', () => change({}));

  const showMore = (rows: ReleaseData, from: number) => {
    const part = rows.slice(from, from + step);
    found.append(
      ...[...Map.groupBy(part, ({ day, coming }) => (coming ? '' : day.slice(0, 7)))].map(([month, some]) =>
        groupOf(month === '' ? (strings.coming as string) : monthName(month), some, strings),
      ),
    );
    if (rows.length <= from + step) return;
    const more = button(strings.more as string, 'pill more', () => {
      more.remove();
      showMore(rows, from + step);
    });
    found.append(more);
  };

  const change = (chosen: Chosen) => {
    const address = String(new URLSearchParams(chosen));
    history.pushState(null, '', address === '' ? location.pathname : `?${address}`);
    fillIn(chosen);
    show(chosen);
  };

  /** Puts what is chosen into the fields. */
  const fillIn = (chosen: Chosen) => {
    const { since = '' } = chosen;
    for (const radio of form.querySelectorAll<HTMLInputElement>('[name=since]')) radio.checked = radio.value === since;
    day.value = /^\d{4}-/.test(since) ? since : '';
    for (const select of selects) select.value = chosen[select.name] ?? '';
  };

  const read = (): Chosen => {
    const search = new URLSearchParams(location.search);
    return Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name) as string]] : [])));
  };

  const ofFields = (since: string): Chosen => {
    const fields = [['since', since], ...selects.map(({ name, value }) => [name, value])];
    return Object.fromEntries(fields.filter(([, value]) => value !== ''));
  };

  form.addEventListener('change', ({ target }) => {
    const field = target as HTMLInputElement;
    // A day and a period take each other's place.
    const isSince = field.name === 'since' || field === day;
    change(ofFields(isSince ? field.value : (read().since ?? '')));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  const settle = () => {
    const chosen = read();
    fillIn(chosen);
    show(chosen);
  };
  addEventListener('popstate', settle);
  if (details) details.open = selects.some(({ name }) => name in read());
  // What was chosen while this script was on its way is newer than the address.
  const early = ofFields(form.querySelector<HTMLInputElement>('[name=since]:checked')?.value || day.value);
  if (Object.keys(read()).length === 0 && Object.keys(early).length > 0) change(early);
  else settle();
}

/** Leads to the feed of the one product or audience that is chosen, else to that of all releases, the first. */
function lead(subscribe: HTMLAnchorElement, { product, audience }: Chosen): void {
  const feeds: { of?: string; href: string; text: string }[] = JSON.parse(subscribe.dataset.feeds ?? '[]');
  const wanted = product && audience ? '' : product ? `product=${product}` : `audience=${audience}`;
  const feed = feeds.find(({ of }) => of === wanted) ?? feeds[0];
  if (!feed) return;
  subscribe.href = feed.href;
  subscribe.textContent = feed.text;
}

/** Whether a release is among what is chosen. */
function fits(chosen: Chosen): (row: ReleaseRow) => boolean {
  const { since, ...rest } = chosen;
  const [first, today] = [since === undefined ? '' : firstDay(since), dayOf(new Date())];
  const isSince = ({ day, updated = '' }: ReleaseRow) =>
    first === '' || [day, updated].some((one) => one >= first && one <= today);
  return (row) =>
    isSince(row) && Object.entries(rest).every(([name, value]) => row.values[name]?.includes(value) ?? true);
}

/** The first day of this week (its Monday), of this month, or the day itself. */
function firstDay(since: string): string {
  const day = new Date();
  if (since === 'week') day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  else if (since === 'month') day.setDate(1);
  else return since;
  return dayOf(day);
}

function monthName(month: string): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { year: 'numeric', month: 'long' });
  return format.format(new Date(`${month}-15T00:00`));
}

function groupOf(name: string, rows: ReleaseData, strings: Record<string, string>): HTMLElement {
  const cards = rows.map((row) => element('li', '', cardOf(row, strings)));
  return element('section', '', element('h2', '', name), element('ul', 'cards', ...cards));
}

/** As `Card.astro` has it. */
function cardOf(row: ReleaseRow, strings: Record<string, string>): HTMLElement {
  const day = element('time', 'soft', row.day);
  day.dateTime = row.day;
  const updated = row.updated && row.updated > row.day ? fill(strings.updated as string, { day: row.updated }) : '';
  const soft = [updated, row.products.join(' · ')].flatMap((text) => (text ? element('span', 'soft', text) : []));
  const badges = row.badges.map(({ text, tone }) => element('span', `badge ${tone}`, text));
  const title = textIn('strong', row.title, row.titleLang);
  const card = link(row.url, element('span', 'badges', ...badges, day, ...soft), title);
  card.className = 'card';
  if (row.lead) card.append(textIn('p', row.lead, row.leadLang));
  return card;
}

function textIn(name: 'strong' | 'p', text: string, language: string | undefined): HTMLElement {
  const made = element(name, '', text);
  if (language) made.lang = language;
  return made;
}

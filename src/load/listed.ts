/** The ids of the lists in `kairanban.yaml`, and what else people call them. */
import { type Config, locales } from '../config.ts';
import { messages } from '../i18n/index.ts';
import type { ListName } from '../schema/fields.ts';
import { closest, nameAndLabel, severalIn } from '../suggest.ts';

/** A configuration, as far as ids depend on it. */
export type Lists = { readonly [L in ListName]?: Config[L] | undefined };

type List = NonNullable<Lists[ListName]>;
type Item = string | Config['audiences'][string];

/** What `kairanban.yaml` calls the ids of some lists, where that is another word. */
export function labelsIn(lists: Lists, names: readonly ListName[]): { readonly [id: string]: string } {
  const items = names.flatMap((name) => Object.entries<Item>(lists[name] ?? {}));
  return Object.fromEntries(
    items.flatMap(([id, item]) => [labelOf(item)].flatMap((label) => (label ? [[id, label]] : []))),
  );
}

/** The one id that a text is, in whatever case, or is the label of; `undefined` where that is none or several. */
export function idNamed(written: string, lists: Lists, names: readonly ListName[]): string | undefined {
  const text = written.trim();
  const known = names.map((name): List | undefined => lists[name]).filter((list) => list !== undefined);
  if (text === '') return undefined;
  if (known.some((list) => Object.hasOwn(list, text))) return text;
  const same = new Set(known.flatMap((list) => idsByName(list).get(fold(text)) ?? []));
  return same.size === 1 ? [...same][0] : undefined;
}

/**
 * What was most likely meant by a text that is no id of some lists: one by its label, or by both as templates show them,
 * or by most of its letters; of a field that takes several, a list of such.
 */
export function idsMeant(
  written: string,
  lists: Lists,
  names: readonly ListName[],
  several: boolean,
): string | undefined {
  const known = names.flatMap((name) => Object.keys(lists[name] ?? {}));
  const named = (text: string) => idNamed(nameAndLabel(text)?.name ?? text, lists, names);
  const near = (text: string) => named(text) ?? closest(text, known);
  return named(written) ?? (several ? severalIn(written, near) : undefined) ?? closest(written, known);
}

const byName = new WeakMap<List, ReadonlyMap<string, readonly string[]>>();

/** The ids of a list by their folded selves and names. */
function idsByName(list: List): ReadonlyMap<string, readonly string[]> {
  const known = byName.get(list);
  if (known) return known;
  const names = Object.entries<Item>(list).flatMap(([id, item]) =>
    [id, ...namesOf(id, item)].map((name) => ({ id, name: fold(name) })),
  );
  const found = new Map(
    [...Map.groupBy(names, ({ name }) => name)].map(([name, all]) => [name, [...new Set(all.map(({ id }) => id))]]),
  );
  byName.set(list, found);
  return found;
}

/** What an id is called: an audience also as its headings have it, `営業` of `営業向け`. */
function namesOf(id: string, item: Item): string[] {
  const label = labelOf(item);
  if (typeof item === 'string') return [item];
  const ours = locales.flatMap((locale) => messages(locale).words.audiences[id] ?? []);
  const headed = item.headings.map((heading) => heading.replace(/^For\s+|\s*向け$/gi, ''));
  return [...(label === undefined ? ours : [label]), ...headed];
}

function labelOf(item: Item): string | undefined {
  return typeof item === 'string' ? item : item.label;
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

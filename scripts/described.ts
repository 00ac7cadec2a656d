/** Every field with the words about it, for the pages and schemas that are generated. */
import { configShape, type Locale } from '../src/config.ts';
import { docs } from '../src/i18n/docs.ts';
import { messages } from '../src/i18n/index.ts';
import type { Field, Shape } from '../src/schema/fields.ts';
import { type Kind, kindNames, kinds } from '../src/schema/index.ts';
import { commonFields } from '../src/schema/kind.ts';

/** A kind, or the configuration. */
export type Subject = Kind | 'kairanban';

export const subjects: readonly Subject[] = [...kindNames, 'kairanban'];

export function shapeOf(subject: Subject): Shape {
  return subject === 'kairanban' ? configShape : kinds[subject].fields;
}

/** What is said of a field, `voices.weight.value`; a group has no example of its own. */
export function wordsOf(subject: Subject, path: string, locale: Locale): { meaning: string; example?: string } {
  const { common, kinds: ofKinds, config } = docs(locale);
  const own = subject === 'kairanban' ? config.fields : ofKinds[subject].fields;
  const all: { readonly [path: string]: readonly [string, string?] } = Object.hasOwn(own, path) ? own : common;
  const [meaning, example] = all[path] as readonly [string, string?];
  return { meaning, ...(example !== undefined && { example }) };
}

/** Whether a field is one that every kind has. */
export function isCommon(name: string): boolean {
  return Object.hasOwn(commonFields, name);
}

/** The fields inside a field, however many lists and maps lie between. */
export function shapeIn(field: Field): Shape | undefined {
  if (field.type === 'group') return field.shape;
  return field.type === 'list' || field.type === 'map' ? shapeIn(field.of) : undefined;
}

/** How readers see a value of a choice field, where it has a label. */
export function labelOf(locale: Locale, path: string, value: string | number): string | undefined {
  const { values, tiers } = messages(locale).words;
  if (typeof value === 'number') return path === 'tier' ? tiers[value] : undefined;
  return (values as { readonly [value: string]: string })[value];
}

/** What every kind has in common, and how one is declared. */
import {
  atMost,
  choice,
  day,
  flag,
  formed,
  interval,
  line,
  list,
  listed,
  person,
  required,
  type Shape,
  text,
  withDefault,
} from './fields.ts';
import { levels } from './level.ts';

/** The fields of every kind. */
export const commonFields = {
  title: required(line()),
  summary: text(),
  /** Colleagues are named inside the company only. */
  owner: atMost('internal', list(person())),
  products: list(listed('products')),
  tags: list(line()),
  visibility: withDefault(choice(...levels), 'internal'),
  updated: day(),
  reviewed: day(),
  reviewEvery: interval(),
  formerly: list(formed('id')),
  draft: withDefault(flag(), false),
} as const;

interface KindOptions<S extends Shape> {
  /** The folder below the content folder. */
  readonly folder: string;
  /** The fields besides the common ones; a common one given again replaces it. */
  readonly fields: S;
  /** Entries may also be the rows of a CSV file in the folder, with the fields as columns and an `id`. */
  readonly csv?: true;
}

/** Declares a kind: its folder and its fields. Everything else about a kind follows from this. */
export function kind<const S extends Shape>(options: KindOptions<S>) {
  return { ...options, fields: { ...commonFields, ...options.fields } as Omit<typeof commonFields, keyof S> & S };
}

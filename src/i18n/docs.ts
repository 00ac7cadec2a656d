/** The words about every kind and field. A field without words, and words without a field, do not compile. */
import type { configShape, Locale } from '../config.ts';
import type { SectionRole } from '../load/sections.ts';
import type { Kind, kinds } from '../schema/index.ts';
import type { commonFields } from '../schema/kind.ts';
import { docs as en } from './en/docs/index.ts';
import { docs as ja } from './ja/docs/index.ts';

/** What a field means, who writes it and what holds without it; and a value as one would write it after the colon. */
export type ValueDoc = readonly [meaning: string, example: string];
/** A field that has fields of its own is exemplified by them. */
type GroupDoc = readonly [meaning: string];

type ShapeIn<F> = F extends { type: 'list' | 'map'; of: infer I }
  ? ShapeIn<I>
  : F extends { type: 'group'; shape: infer S }
    ? S
    : never;

type ValuePaths<S, P extends string = ''> = {
  [N in keyof S & string]: [ShapeIn<S[N]>] extends [never] ? `${P}${N}` : ValuePaths<ShapeIn<S[N]>, `${P}${N}.`>;
}[keyof S & string];

type GroupPaths<S, P extends string = ''> = {
  [N in keyof S & string]: [ShapeIn<S[N]>] extends [never]
    ? never
    : `${P}${N}` | GroupPaths<ShapeIn<S[N]>, `${P}${N}.`>;
}[keyof S & string];

/** Every field of a shape by its path: `voices.weight.value`. Lists and free keys are no steps. */
type FieldDocs<S> = { readonly [P in ValuePaths<S>]: ValueDoc } & { readonly [P in GroupPaths<S>]: GroupDoc };

export type CommonDocs = FieldDocs<typeof commonFields>;

/** A whole file, that somebody could copy; the examples of a language refer to each other. */
interface Example {
  /** Relative to the content folder. */
  readonly path: string;
  readonly text: string;
}

export interface KindDoc<K extends Kind> {
  /** What it is, when one is written, and by whom. */
  readonly about: string;
  /** The fields besides the common ones. */
  readonly fields: FieldDocs<Omit<(typeof kinds)[K]['fields'], keyof typeof commonFields>>;
  readonly example: Example;
}

export interface Docs {
  readonly common: CommonDocs;
  readonly kinds: { readonly [K in Kind]: KindDoc<K> };
  readonly config: {
    readonly about: string;
    readonly fields: FieldDocs<typeof configShape>;
    readonly example: Example;
  };
  readonly reference: ReferenceWords;
  readonly template: TemplateWords;
}

/** The words in a new page that tell its writer what to write. */
interface TemplateWords {
  /** What stands in a file's name where its writer is to put one, and where the year and month belong. */
  readonly file: { readonly name: string; readonly month: string };
  readonly intro: string;
  readonly required: string;
  /** Of a field inside a group that may itself be left out. */
  readonly requiredWithin: string;
  readonly choices: (values: readonly string[]) => string;
  readonly label: (value: string, label: string) => string;
  /** What a choice counts as that was not made. */
  readonly blank: (value: string) => string;
  /** How more than one value is written. */
  readonly several: (values: readonly string[]) => string;
  readonly team: (teams: readonly string[]) => string;
  readonly example: (value: string) => string;
  /** What stands between two sentences. */
  readonly space: string;
  /** What to write in the parts of a release. */
  readonly release: { readonly [P in SectionRole | 'cs' | 'customer' | 'others']: string };
  /** The parts of the text of the other kinds; without a heading, what the whole text is. */
  readonly bodies: { readonly [K in Exclude<Kind, 'release'>]: readonly (readonly [heading: string, what: string])[] };
}

/** The words around the fields on the pages of the reference. */
interface ReferenceWords {
  readonly title: string;
  readonly intro: string;
  /** What holds where the words on a field do not say what happens without it. */
  readonly omitted: string;
  /** A line about the page of the rules. */
  readonly rules: string;
  /** A line about the page of ordinary mistakes. */
  readonly mistakes: string;
  readonly generated: string;
  readonly own: string;
  readonly common: string;
  readonly example: (path: string) => string;
  readonly columns: readonly [field: string, meaning: string, form: string, example: string];
  readonly required: string;
  /** Of a field inside a group that may itself be left out. */
  readonly requiredIn: (group: string) => string;
  readonly default: (value: string) => string;
  readonly level: (level: string) => string;
  readonly said: (level: string) => string;
  readonly placed: (folder: string) => string;
  readonly rows: string;
  readonly several: string;
  readonly map: (form: string) => string;
  readonly form: {
    readonly [F in
      | 'line'
      | 'text'
      | 'id'
      | 'web'
      | 'link'
      | 'color'
      | 'picture'
      | 'number'
      | 'flag'
      | 'day'
      | 'instant'
      | 'interval'
      | 'person'
      | 'group'
      | 'csv']: string;
  };
  readonly listed: (lists: readonly string[]) => string;
  readonly ref: (kind: string) => string;
  readonly prefixed: (kinds: readonly string[]) => string;
  readonly part: (kind: string) => string;
}

const all: { readonly [L in Locale]: Docs } = { ja, en };

/** The words about the content model in one language. */
export function docs(locale: Locale): Docs {
  return all[locale];
}

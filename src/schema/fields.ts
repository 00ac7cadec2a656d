/** The vocabulary in which kinds and the configuration are declared: plain data, read by many. */
import type { Level } from './level.ts';

/** The lists of `kairanban.yaml` whose ids other files use. */
export type ListName = 'products' | 'plans' | 'segments' | 'teams' | 'audiences';

interface Base {
  readonly required?: true;
  /** The value when the field is absent or blank. */
  readonly default?: unknown;
  /** The field is left out of every output that is more public than this, whatever its entry says. */
  readonly level?: Level;
  /** Outputs go by the field whoever they are for, and say what it holds in none that is more public than this. */
  readonly said?: Level;
}

type TextForm = 'id' | 'web' | 'link' | 'color' | 'picture';

/** One scalar, as written. `oneLine` refuses line breaks. */
interface TextField extends Base {
  readonly type: 'text';
  readonly oneLine: boolean;
  /**
   * `id`: what a file name without its extension may be · `web`: where a portal may be · `link`: where one may lead · `color`:
   * `#rrggbb` · `picture`: a picture's file in the content folder.
   */
  readonly form?: TextForm;
}
/** A decimal number. */
interface NumberField extends Base {
  readonly type: 'number';
}
/** `true` or `false`. */
interface FlagField extends Base {
  readonly type: 'flag';
}
/** A calendar day, `2026-11-21`. */
interface DayField extends Base {
  readonly type: 'day';
}
/** An instant with its offset, `2026-11-21T10:00+09:00`. */
interface InstantField extends Base {
  readonly type: 'instant';
}
/** A number of days, `90d`. */
interface IntervalField extends Base {
  readonly type: 'interval';
}
/** One of a fixed set. */
interface ChoiceField<V extends string | number = string | number> extends Base {
  readonly type: 'choice';
  readonly values: readonly V[];
}
/** Someone responsible: `team` or `team/handle`. */
interface PersonField extends Base {
  readonly type: 'person';
}
/** An id of a list in `kairanban.yaml`; a list that is not declared is not checked. */
interface ListedField extends Base {
  readonly type: 'listed';
  readonly lists: readonly ListName[];
}
/** The id of another entry. With several kinds the text needs a `kind:` prefix; `part` takes `id#part`. */
interface RefField extends Base {
  readonly type: 'ref';
  readonly kinds: readonly RefKind[];
  readonly part: boolean;
}
/** Several values; a lone scalar counts as a list of one. `csv` also takes the name of a CSV file beside the page. */
interface ListField<F extends Field = Field> extends Base {
  readonly type: 'list';
  readonly of: F;
  readonly csv: boolean;
}
/** A mapping with known keys. */
interface GroupField<S extends Shape = Shape> extends Base {
  readonly type: 'group';
  readonly shape: S;
}
/** A mapping with free keys. `lone` names the group field that a lone scalar stands for. */
interface MapField<F extends Field = Field> extends Base {
  readonly type: 'map';
  readonly of: F;
}

// Biome would rather see `Field` inferred, but the union is recursive through lists, groups and maps.
export type Field =
  | TextField
  | NumberField
  | FlagField
  | DayField
  | InstantField
  | IntervalField
  | ChoiceField
  | PersonField
  | ListedField
  | RefField
  // biome-ignore lint/suspicious/noExplicitAny: the recursion needs one open end
  | ListField<any>
  // biome-ignore lint/suspicious/noExplicitAny: the recursion needs one open end
  | GroupField<any>
  // biome-ignore lint/suspicious/noExplicitAny: the recursion needs one open end
  | MapField<any>;

/** Field names with what they hold. */
export type Shape = { readonly [name: string]: Field };

/** The kinds that something points at; a subset of `Kind`, spelled out here so that the kinds can be inferred. */
export type RefKind =
  | 'release'
  | 'request'
  | 'prd'
  | 'goal'
  | 'persona'
  | 'journey'
  | 'insight'
  | 'enablement'
  | 'case'
  | 'account'
  | 'term';

/** A reference as read: the kind it must have, the id as written (NFC), and the part after `#`. */
export interface Reference {
  readonly kind: RefKind;
  readonly id: string;
  readonly part?: string;
}

type Value<F> = F extends { type: 'choice'; values: readonly (infer V)[] }
  ? V
  : F extends { type: 'number' | 'interval' }
    ? number
    : F extends { type: 'flag' }
      ? boolean
      : F extends { type: 'ref' }
        ? Reference
        : F extends { type: 'list'; of: infer I }
          ? Value<I>[]
          : F extends { type: 'map'; of: infer I }
            ? { [key: string]: Value<I> }
            : F extends { type: 'group'; shape: infer S }
              ? Values<S>
              : string;

type Sure<S> = { [K in keyof S]: S[K] extends { required: true } | { default: unknown } ? K : never }[keyof S];

/** What a shape holds once read: required and defaulted fields are there, the others may be. */
export type Values<S> = { [K in Sure<S>]: Value<S[K]> } & { [K in Exclude<keyof S, Sure<S>>]?: Value<S[K]> };

export const text = (): TextField => ({ type: 'text', oneLine: false });
export const line = (): TextField => ({ type: 'text', oneLine: true });
export const formed = (form: TextForm): TextField => ({ type: 'text', oneLine: true, form });
export const number = (): NumberField => ({ type: 'number' });
export const flag = (): FlagField => ({ type: 'flag' });
export const day = (): DayField => ({ type: 'day' });
export const instant = (): InstantField => ({ type: 'instant' });
export const interval = (): IntervalField => ({ type: 'interval' });
export const person = (): PersonField => ({ type: 'person' });
export const choice = <const V extends string | number>(...values: V[]): ChoiceField<V> => ({ type: 'choice', values });
export const listed = (...lists: ListName[]): ListedField => ({ type: 'listed', lists });
export const ref = (...kinds: RefKind[]): RefField => ({ type: 'ref', kinds, part: false });
export const partOf = (kind: RefKind): RefField => ({ type: 'ref', kinds: [kind], part: true });
export const list = <F extends Field>(of: F): ListField<F> => ({ type: 'list', of, csv: false });
export const table = <S extends Shape>(shape: S): ListField<GroupField<S>> => ({
  type: 'list',
  of: group(shape),
  csv: true,
});
export const group = <const S extends Shape>(shape: S): GroupField<S> => ({ type: 'group', shape });
export const map = <F extends Field>(of: F): MapField<F> => ({ type: 'map', of });

export const required = <F extends Field>(field: F): F & { required: true } => ({ ...field, required: true });
export const withDefault = <F extends Field, const D>(field: F, value: D): F & { default: D } => ({
  ...field,
  default: value,
});
/** Keeps a field out of outputs more public than `level`. */
export const atMost = <F extends Field>(level: Level, field: F): F & { level: Level } => ({ ...field, level });
/** Lets an output of any level be selected and put in order by a field, and none more public than `level` say it. */
export const saidAtMost = <F extends Field>(level: Level, field: F): F & { said: Level } => ({ ...field, said: level });

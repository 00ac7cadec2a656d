import type { ProblemArgs } from '../problem.ts';
import { folderOf, kindNames } from '../schema/index.ts';
import { closest, nameAndLabel, severalIn } from '../suggest.ts';
import { words as en } from './en/words.ts';
import { words as ja } from './ja/words.ts';

type Labels = { readonly [name: string]: string };

/** The name whose label somebody wrote in its place, among the names that are possible there. */
export function byLabel(written: string, labels: Labels, known: readonly string[]): string | undefined {
  const label = fold(written);
  return known.find((name) => fold(labels[name] ?? '') === label);
}

/** The name that somebody copied with its label from where both are shown, `1（全員対応）`. */
export function withLabel(written: string, labels: Labels, known: readonly string[]): string | undefined {
  const both = nameAndLabel(written);
  const name = known.find((one) => fold(one) === fold(both?.name ?? ''));
  return both && name !== undefined && fold(labels[name] ?? '') === fold(both.label) ? name : undefined;
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The field that a name stands for which is none: the nearest, else the one whose label it is. */
export function fieldMeant({ field, known, suggestion }: ProblemArgs['unknown-field'], labels: Labels) {
  return suggestion ?? byLabel(field, labels, known);
}

/** The folder that one stands for which is none: the nearest, else that of the kind whose label it is. */
export function folderMeant({ folder, suggestion }: ProblemArgs['file-place'], ...labels: readonly Labels[]) {
  const kind = labels.map((one) => byLabel(folder, one, kindNames)).find((one) => one !== undefined);
  return suggestion ?? (kind && folderOf(kind));
}

/** Labels of the values of fields. */
interface ValueLabels {
  readonly values: Labels;
  /** Other words for values, lower case. */
  readonly alsoCalled: Labels;
  readonly tiers: { readonly [tier: number]: string };
}

/** A value is known by its label in either language, whichever messages are in. */
const languages: readonly ValueLabels[] = [en, ja];

/** How readers see the values of a field, `voices[1].weight`. */
function labelsFor(field: string, { values, tiers }: ValueLabels): Labels {
  return field === 'tier' ? tiers : values;
}

type BadValue = ProblemArgs['bad-value'];

function possible({ expected }: BadValue): readonly string[] {
  return expected.what === 'choice' ? expected.values : expected.what === 'flag' ? ['true', 'false'] : [];
}

/** The value that was meant by one that the field does not take: the one of its label, else the nearest. */
export function valueMeant(args: BadValue): string | undefined {
  const near = (text: string) => valueNamed(text, args) ?? closest(text, possible(args));
  const several = args.several ? severalIn(args.value, near) : undefined;
  return valueNamed(args.value, args) ?? several ?? args.suggestion ?? begun(args);
}

/** Whether a value is one that the field takes with its label behind it. */
export function isLabelled(args: BadValue): boolean {
  return languages.some((words) => withLabel(args.value, labelsFor(args.field, words), possible(args)) !== undefined);
}

/** The value of a field that a text is, or names by its label or by another word. */
export function valueNamed(text: string, args: BadValue): string | undefined {
  const known = possible(args);
  const same = known.find((value) => fold(value) === fold(text));
  if (same !== undefined) return same;
  for (const words of languages) {
    const labels = labelsFor(args.field, words);
    const other = Object.hasOwn(words.alsoCalled, fold(text)) ? words.alsoCalled[fold(text)] : undefined;
    const found =
      byLabel(text, labels, known) ?? withLabel(text, labels, known) ?? known.find((value) => value === other);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The one value whose label begins with a text: `社内` for `社内限り`. */
function begun(args: BadValue): string | undefined {
  const text = fold(args.value);
  const begins = (value: string) =>
    languages.some((words) => fold(labelsFor(args.field, words)[value] ?? '').startsWith(text));
  const [only, ...others] = possible(args).filter(begins);
  return text.length > 1 && others.length === 0 ? only : undefined;
}

/** The values that a field takes, each with what readers see in its place, where that is another word. */
export function labelled(
  field: string,
  values: readonly string[],
  words: ValueLabels,
  say: (value: string, label?: string) => string,
) {
  const labels = labelsFor(field, words);
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return values.map((value) => {
    const label = labels[value];
    return label !== undefined && letters(label) !== letters(value) ? say(value, label) : say(value);
  });
}

import type { ProblemArgs } from '../problem.ts';

type Labels = { readonly [name: string]: string };

/** The name whose label somebody wrote in its place, among the names that are possible there. */
export function byLabel(written: string, labels: Labels, known: readonly string[]): string | undefined {
  const label = written.normalize('NFKC').trim().toLowerCase();
  return known.find((name) => labels[name]?.normalize('NFKC').toLowerCase() === label);
}

/** The field that a name stands for which is none: the nearest, else the one whose label it is. */
export function fieldMeant({ field, known, suggestion }: ProblemArgs['unknown-field'], labels: Labels) {
  return suggestion ?? byLabel(field, labels, known);
}

/** Labels of the values of fields. */
export interface ValueLabels {
  readonly values: Labels;
  readonly levels: Labels;
  readonly tiers: { readonly [tier: number]: string };
}

/** How readers see the values of a field, `voices[1].weight`. */
function labelsFor(field: string, { values, levels, tiers }: ValueLabels): Labels {
  return field === 'tier' ? tiers : field === 'visibility' ? levels : values;
}

/** The value that was meant by one that the field does not take: the nearest, else the one whose label it is. */
export function valueMeant({ field, value, expected, suggestion }: ProblemArgs['bad-value'], labels: ValueLabels) {
  const known = expected.what === 'choice' ? expected.values : expected.what === 'flag' ? ['true', 'false'] : [];
  return suggestion ?? byLabel(value, labelsFor(field, labels), known);
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

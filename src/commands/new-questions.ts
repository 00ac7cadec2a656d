/** What `kairanban new` asks somebody who sits at a terminal. */
import { sourceKinds } from '../authoring/from.ts';
import { isFileName } from '../authoring/name.ts';
import { entriesOf, type Graph, pointingAt } from '../graph/graph.ts';
import type { Messages } from '../i18n/index.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Field, Shape } from '../schema/fields.ts';
import { type Kind, kindNames, kinds } from '../schema/index.ts';
import type { RawMap, RawValue } from '../schema/read-fields.ts';
import { isDay, nearestValue } from '../schema/read-scalar.ts';
import { askLine, askOne, askSome, type Choice } from './ask.ts';

/** Few, and such as are answered by choosing; the file asks for the rest. */
const questions: { readonly [K in Kind]: readonly (keyof (typeof kinds)[K]['fields'] & string)[] } = {
  release: ['date', 'products', 'tier', 'owner'],
  enablement: ['type', 'products', 'owner'],
  case: ['account', 'products'],
  prd: ['products', 'owner'],
  request: ['products', 'source'],
  insight: ['type', 'date'],
  goal: ['owner'],
  persona: ['owner'],
  journey: ['persona'],
  account: ['status'],
  term: [],
};

/** What most often gives rise to a page of a kind. Any other is told by `--from`. */
const usualSources: readonly Kind[] = ['prd', 'request', 'release'];

/** Of which kind the page is to be. */
export function askKind(words: Messages): Promise<Kind> {
  return askOne(
    words.cli.newKind,
    kindNames.map((value) => ({ value, label: words.words.kind[value] })),
    'release',
  );
}

/** Which page it follows from: of those that nothing follows from yet, neither such a page nor a PRD. */
export async function askSource(graph: Graph, kind: Kind, words: Messages): Promise<AnyEntry | undefined> {
  const sources = sourceKinds(kind).filter((source) => source !== kind && usualSources.includes(source));
  const open = sources.flatMap((source) =>
    (entriesOf(graph, source) as unknown as AnyEntry[])
      .filter((entry) => [kind, 'prd' as const].every((later) => pointingAt(graph, entry, later).length === 0))
      .filter((entry) => !entry.fields.draft && !isClosed(entry)),
  );
  if (open.length === 0) return undefined;
  const choices = open.map((entry, index) => ({
    value: String(index),
    label: `${words.words.kind[entry.kind]}: ${entry.fields.title}`,
  }));
  const chosen = await askOne(words.cli.newFrom, [{ value: '', label: words.cli.newNothing }, ...choices], '');
  return chosen === '' ? undefined : open[Number(chosen)];
}

function isClosed({ fields }: AnyEntry): boolean {
  return 'status' in fields && (fields.status === 'declined' || fields.status === 'cancelled');
}

/** The title and the few fields of a kind, but for those that are `given`. `known` are the answers to begin with. */
export async function askFields(
  graph: Graph,
  kind: Kind,
  known: RawMap,
  given: readonly string[],
  words: Messages,
): Promise<RawMap> {
  const answers: Record<string, RawValue> = {};
  if (!given.includes('title')) {
    const usual = String(known.title ?? '');
    const refuse = (text: string) => (text.trim() === '' && usual === '' ? words.cli.newTitle : undefined);
    answers.title = await askLine(words.fields.title, usual, refuse);
  }
  const shape: Shape = kinds[kind].fields;
  for (const name of questions[kind].filter((one) => known[one] === undefined)) {
    const answer = await askField(graph, shape[name] as Field, name, words);
    if (answer !== undefined && answer.length > 0) answers[name] = answer;
  }
  return answers;
}

/** The answer to a field that can be chosen; nothing where there is nothing to choose from. */
async function askField(
  graph: Graph,
  field: Field,
  name: string,
  words: Messages,
): Promise<string | string[] | undefined> {
  const message = words.fields[name as keyof Messages['fields']];
  if (field.type === 'day') {
    const day = (text: string) => (isDay(text) ? text : nearestValue(field, text).suggestion);
    const said = await askLine(message, graph.today, (text) =>
      text === '' || day(text) !== undefined ? undefined : words.cli.newDay,
    );
    return day(said);
  }
  const choices = choicesOf(graph, field, name, words);
  if (choices.length === 0) return undefined;
  if (field.type === 'list' && field.of.type === 'listed')
    return askSome(`${message}${words.cli.newSome}`, choices, []);
  return askOne(message, [{ value: '', label: words.cli.newLater }, ...choices], '');
}

function choicesOf(graph: Graph, field: Field, name: string, words: Messages): Choice<string>[] {
  const one: Field = field.type === 'list' ? field.of : field;
  const { values, tiers } = words.words;
  const of = (labels: { readonly [id: string]: string }) =>
    Object.entries(labels).map(([value, label]) => ({ value, label: label === value ? value : `${label} (${value})` }));
  if (one.type === 'choice') {
    const label = (value: string) => (name === 'tier' ? tiers[Number(value) as keyof typeof tiers] : values[value]);
    return of(Object.fromEntries(one.values.map((value) => [`${value}`, label(`${value}`) ?? `${value}`])));
  }
  if (one.type === 'ref') {
    return one.kinds.flatMap((kind) =>
      of(Object.fromEntries(entriesOf(graph, kind).map(({ id, fields }) => [id, fields.title]))),
    );
  }
  if (one.type === 'person') return of(graph.config.teams ?? {});
  return one.type === 'listed' && one.lists[0] === 'products' ? of(graph.config.products ?? {}) : [];
}

/** The id of the page; `proposed` if there is no other wish. */
export function askId(kind: Kind, proposed: string, words: Messages): Promise<string> {
  return askLine(words.cli.newId, proposed, (id) =>
    id === '' || isFileName(kind, id) ? undefined : words.cli.badId(id),
  );
}

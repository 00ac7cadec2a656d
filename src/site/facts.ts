/** Front matter → what a page shows of it, by the fields' declarations: no kind needs code of its own. */
import { type AnyEntry, type Field, find, isSaidAt, kinds, type Reference, type Shape, spokenWord } from '#core';
import type { PageContext } from './context.ts';
import { timeLabel } from './dimensions.ts';

/** A piece of text, perhaps a link, perhaps with pieces below it. */
interface Cell {
  readonly text: string;
  readonly href?: string;
  /** A day is not broken over two lines. */
  readonly day?: true;
}

export interface Fact {
  readonly label: string;
  readonly cells: readonly Cell[];
}

export interface FactTable {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (readonly Cell[])[])[];
}

/** Shown elsewhere on the page (as badges, which know what follows, and in the trace), or of no use to a reader. */
const elsewhere = new Set(
  (
    'title summary visibility draft formerly tier reviewEvery prds requests actions products type status northStar ' +
    'readings stages results pains wants translation parent doNotReapproach reason reply'
  ).split(' '),
);

/** Texts that may name a quarter. */
const times = new Set(['horizon', 'period']);

/** The plain fields of an entry, in the order of their kind. */
export function factsOf(context: PageContext, entry: AnyEntry): Fact[] {
  const shape: Shape = kinds[entry.kind].fields;
  const values = entry.fields as Record<string, unknown>;
  return Object.entries(shape).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || elsewhere.has(name) || isTable(field)) return [];
    if (!isSaidAt(entry.kind, name, context.level)) return [];
    // A release says beside its plans what they cost.
    if (name === 'plans' && entry.kind === 'release') return [];
    if (field.type === 'group')
      return groupFacts(context, field.shape, value as Record<string, unknown>, labelOf(context, name));
    const cells = times.has(name)
      ? [{ text: timeLabel(context.words, value as string) }]
      : cellsOf(context, field, value);
    return cells.length === 0 ? [] : [{ label: labelOf(context, name), cells }];
  });
}

/** The fields of an entry that are lists of groups: voices, readings, results … */
export function tablesOf(context: PageContext, entry: AnyEntry): FactTable[] {
  const shape: Shape = kinds[entry.kind].fields;
  const values = entry.fields as Record<string, unknown>;
  return Object.entries(shape).flatMap(([name, field]) => {
    const rows = values[name];
    if (!isTable(field) || elsewhere.has(name) || !Array.isArray(rows) || rows.length === 0) return [];
    const columns = Object.entries(field.of.shape as Shape).filter(([column]) =>
      rows.some((row) => row[column] !== undefined),
    );
    return [
      {
        label: labelOf(context, name),
        columns: columns.map(([column]) => labelOf(context, column)),
        rows: rows.map((row) =>
          columns.map(([column, part]) => (row[column] === undefined ? [] : cellsOf(context, part, row[column]))),
        ),
      },
    ];
  });
}

function isTable(field: Field): field is Extract<Field, { type: 'list' }> {
  return field.type === 'list' && field.of.type === 'group';
}

function groupFacts(context: PageContext, shape: Shape, values: Record<string, unknown>, label: string): Fact[] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined) return [];
    return [{ label: `${label} · ${labelOf(context, name)}`, cells: cellsOf(context, field, value) }];
  });
}

function cellsOf(context: PageContext, field: Field, value: unknown): Cell[] {
  switch (field.type) {
    case 'list':
      return (value as unknown[]).flatMap((item) => cellsOf(context, field.of, item));
    case 'group': {
      const parts = Object.entries(field.shape as Shape).flatMap(([name, part]) => {
        const inner = (value as Record<string, unknown>)[name];
        return inner === undefined || name === 'id' ? [] : cellsOf(context, part, inner).map((cell) => cell.text);
      });
      return [{ text: parts.join(' · ') }];
    }
    case 'ref':
      return [referenceCell(context, value as Reference)];
    case 'listed': {
      const { config } = context.graph;
      const label = field.lists.map((list) => {
        if (list === 'audiences')
          return config.audiences[value as string]?.label ?? context.words.words.audiences[value as string];
        return config[list]?.[value as string];
      });
      return [{ text: label.find((text) => text !== undefined) ?? String(value) }];
    }
    case 'choice':
      return [{ text: context.words.words.values[String(value)] ?? String(value) }];
    case 'flag':
      return [{ text: context.words.words.values[String(value)] as string }];
    case 'number':
      return [{ text: (value as number).toLocaleString('en') }];
    case 'interval':
      return [{ text: `${value}d` }];
    case 'person':
      return [{ text: personName(context, value as string) }];
    case 'day':
      return [{ text: value as string, day: true }];
    default: {
      const text = field.type === 'text' && field.oneLine ? spokenWord(context.words, value as string) : String(value);
      return [/^https?:\/\//.test(text) ? { text, href: text } : { text }];
    }
  }
}

/** `sales/tanaka` → 営業 tanaka. */
export function personName({ graph }: PageContext, person: string): string {
  const [team, handle] = person.split('/') as [string, string?];
  const label = graph.config.teams?.[team] ?? team;
  return handle === undefined ? label : `${label} ${handle}`;
}

function referenceCell(context: PageContext, { kind, id, part }: Reference): Cell {
  const entry = find(context.graph, kind, id) as AnyEntry | undefined;
  if (!entry) return { text: id };
  const inside = part === undefined ? '' : ` · ${partTitle(entry, part)}`;
  return { text: entry.fields.title + inside, href: context.toEntry(entry) };
}

function partTitle(entry: AnyEntry, part: string): string {
  if (entry.kind !== 'journey') return part;
  const stages = entry.fields.stages ?? [];
  const gap = stages.flatMap((stage) => stage.gaps ?? []).find((one) => one.id === part);
  return gap?.text ?? stages.find((stage) => stage.id === part)?.title ?? part;
}

function labelOf({ words }: PageContext, name: string): string {
  return words.fields[name as keyof typeof words.fields] ?? name;
}

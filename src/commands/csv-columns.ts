/** Which column of a CSV file becomes what: as `--map` says, else by its name. */
import { locales } from '../config.ts';
import { messages } from '../i18n/index.ts';
import { foldName } from '../load/from-elsewhere.ts';
import type { Table } from '../load/table.ts';
import { inertLine } from '../render/inert.ts';
import { type Field, text } from '../schema/fields.ts';
import { kinds } from '../schema/index.ts';
import { partsOf } from '../schema/paths.ts';
import { closest } from '../suggest.ts';
import type { CsvKind } from './csv-kinds.ts';
import { UsageError } from './usage.ts';

export interface Column {
  /** From 0. */
  readonly at: number;
  readonly name: string;
  /** `id`, `body`, or a field with the fields in it: `voices.account`. */
  readonly target: string;
}

export interface Columns {
  readonly taken: readonly Column[];
  /** The names of the others that hold anything; those without a name go by their number. */
  readonly left: readonly (string | number)[];
}

/** The targets of a kind; pages have a body, rows have not. */
export function targetsOfKind(kind: CsvKind): ReadonlyMap<string, Field> {
  const body = 'csv' in kinds[kind] ? [] : [['body', text()] as const];
  return new Map<string, Field>([['id', text()], ...body, ...partsOf(kinds[kind].fields)]);
}

/**
 * Takes the columns of a table: those that `pairs` (`COLUMN=FIELD`, several divided by commas) name, and the others that
 * bear a field's name or label. Nothing follows an empty FIELD: such a column is left out. Throws `UsageError` for a
 * column or field that is not there, for two columns of one field or of one name, and without what every row needs.
 */
export function columnsOf({ header, rows }: Table, kind: CsvKind, pairs: readonly string[]): Columns {
  const targets = targetsOfKind(kind);
  const names = namesOf(targets);
  const asked = new Map<number, string>();
  /** The columns of the name of one, which is to be a field: where it takes one only, nobody can tell which. */
  const alike = (at: number, target: string): number[] => {
    const twins = header.cells.flatMap((name, other) => (name === header.cells[at] ? [other] : []));
    if (target === '' || twins.length === 1 || isManifold(target, targets)) return twins;
    const name = inertLine(header.cells[at] as string);
    throw new UsageError((said) =>
      said.csv.twins(
        name,
        twins.map((twin) => twin + 1),
      ),
    );
  };
  for (const pair of pairs.flatMap((words) => divided(words, header.cells))) {
    const end = pair.lastIndexOf('=');
    if (end <= 0) throw new UsageError((said) => said.csv.badMap(pair));
    const [column, field] = [pair.slice(0, end).trim(), pair.slice(end + 1).trim()];
    const at = columnNamed(column, header.cells);
    if (at === undefined) {
      const known = header.cells.filter((name) => name !== '').map(inertLine);
      throw new UsageError((said) => said.csv.unknownColumn(column, known, closest(column, known)));
    }
    const target = field === '' ? '' : names.get(foldName(field));
    if (target === undefined) {
      const known = [...targets.keys()];
      throw new UsageError((said) => said.csv.unknownField(field, kind, known, closest(field, known)));
    }
    for (const twin of alike(at, target)) asked.set(twin, target);
  }
  const taken = header.cells.flatMap((name, at): Column[] => {
    const target = asked.get(at);
    return target ? [{ at, name, target }] : [];
  });
  for (const [index, { target, name }] of taken.entries()) {
    const other = taken.slice(0, index).find((column) => column.target === target);
    if (!other || isManifold(target, targets)) continue;
    throw new UsageError((said) => said.csv.sameField(target, [other.name, name].map(inertLine)));
  }
  for (const [at, name] of header.cells.entries()) {
    const target = asked.has(at) || name === '' ? undefined : names.get(foldName(name));
    if (target === undefined || taken.some((column) => column.target === target)) continue;
    for (const twin of alike(at, target)) taken.push({ at: twin, name, target });
  }
  taken.sort((a, b) => a.at - b.at);
  const free = header.cells.flatMap((name, at) => {
    const used = taken.some((column) => column.at === at) || !rows.some(({ cells }) => (cells[at] ?? '') !== '');
    return used ? [] : [{ at, name }];
  });
  for (const needed of ['id', 'title'] as const) {
    if (taken.some(({ target }) => target === needed)) continue;
    const candidates = (needed === 'id' ? idLike(free, rows) : free).map(({ name }) => inertLine(name)).filter(Boolean);
    throw new UsageError((said) => said.csv.noColumn[needed](candidates.slice(0, 8)));
  }
  return { taken, left: free.map(({ at, name }) => name || at + 1) };
}

/** Field names and labels of both languages, folded → field. Labels of fields inside others say too little. */
function namesOf(targets: ReadonlyMap<string, Field>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const labels = locales.map(messages).map(({ fields, csv }): { readonly [name: string]: string } => {
    return { ...fields, body: csv.body };
  });
  for (const target of targets.keys()) names.set(foldName(target), target);
  for (const target of targets.keys()) {
    for (const label of labels.flatMap((language) => language[target] ?? [])) {
      if (!names.has(foldName(label))) names.set(foldName(label), target);
    }
  }
  return names;
}

/** One pair, or several with commas between them: a column's name may have commas too. */
function divided(words: string, header: readonly string[]): string[] {
  const whole = columnNamed(words.slice(0, words.lastIndexOf('=')).trim(), header) !== undefined;
  return whole ? [words] : words.split(',');
}

/** The first column of a name, as written or else but for case and width. */
function columnNamed(name: string, header: readonly string[]): number | undefined {
  if (name === '') return undefined;
  const exact = header.indexOf(name);
  const at = exact >= 0 ? exact : header.findIndex((other) => foldName(other) === foldName(name));
  return at >= 0 ? at : undefined;
}

/** Whether several columns may become a field: parts of a text, or items of a list. */
function isManifold(target: string, targets: ReadonlyMap<string, Field>): boolean {
  return target === 'body' || targets.get(target)?.type === 'list';
}

/** Columns that are called so or that tell every row from the others. */
function idLike<C extends { at: number; name: string }>(columns: readonly C[], rows: Table['rows']): C[] {
  const isCalledSo = ({ name }: C) => /(^|[^a-z])(id|no|key|code)([^a-z]|$)|番号|コード|キー/i.test(name);
  const isTelling = ({ at }: C) => {
    const values = rows.map(({ cells }) => cells[at] ?? '');
    return values.every((value) => value !== '' && value.length <= 80) && new Set(values).size === values.length;
  };
  return [...columns.filter(isCalledSo), ...columns.filter((column) => !isCalledSo(column) && isTelling(column))];
}

/** Planned entries → those that `check` would find nothing wrong with, judged by the very text that will be written. */
import { check } from '../check/check.ts';
import { configFile } from '../config.ts';
import { buildGraph } from '../graph/graph.ts';
import type { Messages } from '../i18n/index.ts';
import { folderPrefix, sizeLimit } from '../load/limits.ts';
import { type Content, loadContent } from '../load/load.ts';
import type { Source } from '../load/read.ts';
import type { Finding, Problem } from '../problem.ts';
import { kinds } from '../schema/index.ts';
import type { Columns } from './csv-columns.ts';
import type { CsvKind } from './csv-kinds.ts';
import { type Planned, type Rejected, whyNot } from './csv-plan.ts';
import { csvLine, pageText, rowCells } from './csv-text.ts';

/** What the entries will stand among. */
export interface Among {
  readonly source: Source;
  readonly content: Content;
  readonly now: number;
}

/** The columns of the CSV file that a table's rows become. */
export function fileColumns(planned: readonly Planned[], kind: CsvKind): string[] {
  const used = new Set(planned.flatMap(({ raw }) => Object.keys(raw)));
  return ['id', ...Object.keys(kinds[kind].fields).filter((name) => used.has(name))];
}

/** Where a page will be, below the content folder. */
export function pagePath(kind: CsvKind, id: string): string {
  return `${kinds[kind].folder}/${id}.md`;
}

/** Divides planned entries into those without an error and the others. Warnings are for whoever works on them later. */
export function judge(
  planned: readonly Planned[],
  kind: CsvKind,
  columns: Columns,
  { source, content, now }: Among,
  words: Messages,
): { good: Planned[]; rejected: Rejected[] } {
  if (planned.length === 0) return { good: [], rejected: [] };
  const root = folderPrefix(source.folder);
  const { files, owner } = 'csv' in kinds[kind] ? asRows(planned, kind) : asPages(planned, kind);
  const config = source.files.filter(({ path }) => path === configFile);
  const loaded = loadContent({ ...source, files: [...config, ...files.map(encoded)] });
  const both = (part: 'entries' | 'unusable') => [...content[part], ...loaded[part]];
  const graph = buildGraph({ ...content, entries: both('entries'), unusable: both('unusable') }, now);
  const wrong = new Map<Planned, Finding[]>();
  const blame = (one: Planned | undefined, finding: Finding) => {
    if (one) wrong.set(one, [...(wrong.get(one) ?? []), finding]);
  };
  for (const problem of check(graph, loaded.problems, 'error')) {
    if (problem.severity === 'error' && problem.path.startsWith(root)) {
      blame(owner({ ...problem, path: problem.path.slice(root.length) }), problem);
    }
  }
  if (!('csv' in kinds[kind])) {
    for (const { path, text } of files) {
      const bytes = Buffer.byteLength(text);
      const limit = sizeLimit(path);
      if (bytes > limit) blame(owner({ path, line: 1 }), { rule: 'file-size', args: { bytes, limit } });
    }
  }
  const rejected = [...wrong].map(([{ row }, findings]) => ({ row, ...whyNot(row, findings, columns, words) }));
  return { good: planned.filter((one) => !wrong.has(one)), rejected };
}

interface Candidate {
  readonly path: string;
  readonly text: string;
}

type Owner = (place: Pick<Problem, 'path' | 'line'>) => Planned | undefined;

function asPages(planned: readonly Planned[], kind: CsvKind): { files: Candidate[]; owner: Owner } {
  const byPath = new Map(planned.map((one) => [pagePath(kind, one.id), one]));
  const files = [...byPath].map(([path, { raw, body }]) => ({ path, text: pageText(raw, body) }));
  return { files, owner: ({ path }) => byPath.get(path) };
}

function asRows(planned: readonly Planned[], kind: CsvKind): { files: Candidate[]; owner: Owner } {
  // Not the path of any file: those that begin with a dot are not read.
  const path = `${kinds[kind].folder}/.import.csv`;
  const columns = fileColumns(planned, kind);
  const lines = [csvLine(columns)];
  const byLine = new Map<number, Planned>();
  let line = 2;
  for (const one of planned) {
    const text = csvLine(rowCells(one.id, one.raw, columns));
    for (const end = line + text.split('\n').length; line < end; line++) byLine.set(line, one);
    lines.push(text);
  }
  return {
    files: [{ path, text: lines.join('\n') }],
    owner: (place) => (place.path === path ? byLine.get(place.line) : undefined),
  };
}

const encoder = new TextEncoder();

function encoded({ path, text }: Candidate): { path: string; content: Uint8Array } {
  return { path, content: encoder.encode(text) };
}

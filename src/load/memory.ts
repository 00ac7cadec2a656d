/** What an earlier run found out about pages, so that a later one need not read them again. */
import { hash } from 'node:crypto';
import type { Config } from '../config.ts';
import { type Finding, type Problem, problemAt, type Severity } from '../problem.ts';
import { restoreIndexes, writtenIndexes } from '../schema/read-fields.ts';
import type { AnyEntry, Elsewhere } from './entry.ts';
import type { Heading } from './markdown.ts';

/** Texts by keys that say all they follow from: what comes back is what was put in under the same key, or nothing. */
export interface Memory {
  readonly get: (key: string) => string | undefined;
  readonly set: (key: string, text: string) => void;
}

/** A page as read: its entry, whether that can be shown, and what is wrong with it. */
export interface PageRead {
  readonly entry: AnyEntry;
  readonly usable: boolean;
  readonly problems: readonly Problem[];
}

/** The same without what the text, its path and the configuration say by themselves. */
interface Remembered {
  readonly fields: unknown;
  readonly indexes: ReturnType<typeof writtenIndexes>;
  readonly usable: boolean;
  /** The front matter begins behind the dashes; both in UTF-16 units. */
  readonly yaml: number;
  readonly body: number;
  readonly bodyLine: number;
  readonly headings: readonly Heading[];
  readonly elsewhere?: readonly (readonly [string, Elsewhere extends ReadonlyMap<string, infer V> ? V : never])[];
  readonly problems: readonly (readonly [line: number, column: number, severity: Severity, finding: Finding])[];
}

const digests = new WeakMap<Config, string>();

/** A key for all that a page follows from: the configuration, its path and its bytes. */
export function keyOf(config: Config, path: string, content: Uint8Array): string {
  const under = digests.get(config) ?? hash('sha256', JSON.stringify(config), 'base64url');
  digests.set(config, under);
  return `${under} ${hash('sha256', content, 'base64url')} ${path}`;
}

/** What is to be remembered of a page; nothing of one that cannot be told in data. */
export function remembered({ entry, usable, problems }: PageRead): string | undefined {
  const { origin, fields, body, bodyLine, headings } = entry;
  if (origin.type !== 'page' || origin.locate) return undefined;
  const { yaml, elsewhere } = origin;
  const value: Remembered = {
    ...{ fields, indexes: writtenIndexes(fields), usable, yaml: yaml.length, body: body.length, bodyLine, headings },
    ...(elsewhere && { elsewhere: [...elsewhere] }),
    problems: problems.map(({ line, column, severity, rule, args }) => [
      line,
      column,
      severity,
      { rule, args } as Finding,
    ]),
  };
  return JSON.stringify(value);
}

/** A page from what was remembered of it, and its text. */
export function recalled(
  memory: string,
  text: string,
  { path, ...named }: Pick<AnyEntry, 'kind' | 'id' | 'path' | 'file'>,
): PageRead {
  const value = JSON.parse(memory) as Remembered;
  const { fields, bodyLine, headings } = value;
  restoreIndexes(fields, value.indexes);
  const elsewhere = value.elsewhere && new Map(value.elsewhere);
  const yaml = text.slice('---'.length, '---'.length + value.yaml);
  const origin = { type: 'page', yaml, ...(elsewhere && { elsewhere }) };
  const body = text.slice(text.length - value.body);
  return {
    entry: { ...named, path, fields, body, bodyLine, headings, origin } as unknown as AnyEntry,
    usable: value.usable,
    problems: value.problems.map(([line, column, severity, finding]) => ({
      ...problemAt({ path, line, column }, finding),
      severity,
    })),
  };
}

/** The text of a page → its front matter as text values, and its body. */
import matter from 'gray-matter';
import { constructFromEvents, EVENT_ID, type Event, FAILSAFE_SCHEMA, parseEvents, YAMLException } from 'js-yaml';
import type { Finding } from '../problem.ts';
import type { RawMap, RawValue } from '../schema/read-fields.ts';
import { explainYaml } from './explain-yaml.ts';

/** Deeper than any field of ours, shallow enough for any parser. */
const yamlDepth = 20;

export interface Page {
  readonly raw: RawMap;
  /** The YAML from the line of the opening fence on: its line 1 is line 1 of the file. */
  readonly yaml: string;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** A finding at a line and column of the text that was read. */
export interface Located {
  readonly finding: Finding;
  readonly line: number;
  readonly column: number;
}

/** YAML that we do not take, at an offset of its text. */
class Refused extends Error {
  readonly finding: Finding;
  readonly offset: number;
  constructor(finding: Finding, offset: number) {
    super(finding.rule);
    this.finding = finding;
    this.offset = offset;
  }
}

/** Splits a page and reads its front matter, or says where the first thing is that keeps it from being read. */
export function readPage(text: string): Page | Located {
  if (text.trim() === '') return at(1, 1, { rule: 'file-empty', args: {} });
  const fence = /^---([^\r\n]*)\r?(\n|$)/.exec(text);
  if (!fence || fence[1]?.startsWith('-')) return at(1, 1, { rule: 'front-matter-missing', args: {} });
  const language = (fence[1] as string).trim();
  // gray-matter runs `---js`; nothing but a bare fence ever reaches it.
  if (language !== '') return at(1, 4, { rule: 'front-matter-language', args: { language } });
  const close = /\n---[^\r\n]*/.exec(text.slice(3));
  if (!close) return at(1, 1, { rule: 'front-matter-open', args: {} });
  const end = 3 + close.index + 1;
  if (close[0].trim() !== '---') return at(lineOf(text, end), 1, { rule: 'front-matter-open', args: {} });
  const yaml = text.slice(fence[0].trimEnd().length, end);
  try {
    const page = matter(text, { language: 'yaml', engines: { yaml: { parse: parseYamlMap } } });
    const bodyLine = lineOf(text, text.length - page.content.length);
    return { raw: page.data as RawMap, yaml, body: page.content, bodyLine };
  } catch (error) {
    return explain(error, yaml);
  }
}

/** Reads a file that is YAML as a whole. */
export function readYaml(text: string): RawMap | Located {
  try {
    return /^\s*(#.*\s*)*$/.test(text) ? {} : (parseYamlMap(text) as RawMap);
  } catch (error) {
    return explain(error, text);
  }
}

/**
 * Text values only (the failsafe schema): `1.10`, `no` and `2026-02-30` stay what was typed. No anchors, aliases or
 * tags: nobody who writes a note needs them, and they are how YAML bombs are built.
 */
function parseYamlMap(yaml: string): object {
  const events = parseEvents(yaml, { maxDepth: yamlDepth });
  for (const event of events) refuseFeatures(event);
  const [value] = constructFromEvents(events, { source: yaml, schema: FAILSAFE_SCHEMA, maxAliases: 0 }) as RawValue[];
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Refused({ rule: 'front-matter-mapping', args: {} }, yaml.search(/\S/));
  }
  return value;
}

function refuseFeatures(event: Event): void {
  if (!('anchorStart' in event)) return;
  if (event.anchorStart >= 0) {
    const feature = event.type === EVENT_ID.ALIAS ? 'alias' : 'anchor';
    throw new Refused({ rule: 'yaml-feature', args: { feature } }, event.anchorStart - 1);
  }
  if ('tagStart' in event && event.tagStart >= 0) {
    throw new Refused({ rule: 'yaml-feature', args: { feature: 'tag' } }, event.tagStart);
  }
}

function explain(error: unknown, yaml: string): Located {
  if (error instanceof Refused) {
    const before = yaml.slice(0, Math.max(0, error.offset)).split('\n');
    return at(before.length, (before.at(-1)?.length ?? 0) + 1, error.finding);
  }
  if (!(error instanceof YAMLException)) throw error;
  return explainYaml(yaml, error.reason, error.mark?.line ?? 0, error.mark?.column ?? 0);
}

function at(line: number, column: number, finding: Finding): Located {
  return { line, column, finding };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}

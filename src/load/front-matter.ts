/** The text of a page → its front matter as text values, and its body. */
import matter from 'gray-matter';
import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import type { Finding, ProblemArgs } from '../problem.ts';
import type { RawMap, RawValue } from '../schema/read-fields.ts';
import { explainText, explainYaml, hiddenText } from './explain-yaml.ts';
import type { Locate } from './locate.ts';
import type { Heading } from './markdown.ts';
import { readToml } from './toml.ts';
import { isEmpty } from './yaml-strays.ts';

/** Deeper than any field of ours, shallow enough for any parser. */
const yamlDepth = 20;

export interface Page {
  readonly raw: RawMap;
  /** The YAML from the line of the opening fence on: its line 1 is line 1 of the file. Empty where it is TOML. */
  readonly yaml: string;
  /** Where the fields stand, if not in YAML, and the TOML that they stand in; its line 1 is line 1 of the file. */
  readonly locate?: Locate;
  readonly toml?: string;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** A page with the headings that divide its body, those in comments left out. */
export interface HeadedPage extends Page {
  readonly headings: readonly Heading[];
}

/** A finding at a line and column of the text that was read. */
export interface Located {
  readonly finding: Finding;
  readonly line: number;
  readonly column: number;
}

export function isLocated(value: object): value is Located {
  // A mapping that somebody wrote holds text only, never a number.
  return 'finding' in value && 'line' in value && typeof value.line === 'number';
}

/** YAML that we do not take. */
class Refused extends Error {
  readonly why: Located;
  constructor(why: Located) {
    super(why.finding.rule);
    this.why = why;
  }
}

/** Splits a page and reads its front matter, or says where the first thing is that keeps it from being read. */
export function readPage(text: string): Page | Located {
  if (text.trim() === '') return at(1, 1, { rule: 'file-empty', args: {} });
  if (/^\+\+\+[ \t]*(\n|$)/.test(text)) return readTomlPage(text);
  const fence = /^---([^\r\n]*)\r?(\n|$)/.exec(text);
  if (!fence || fence[1]?.startsWith('-')) return at(1, 1, { rule: 'front-matter-missing', args: firstLine(text) });
  const language = (fence[1] as string).trim();
  // gray-matter runs `---js`; nothing but a bare fence ever reaches it.
  if (language !== '') {
    return at(1, text.indexOf(language, 3) + 1, { rule: 'front-matter-language', args: { language } });
  }
  const close = /\n---[^\r\n]*/.exec(text.slice(3));
  if (!close) return at(openEnd(text), 1, openFinding);
  const end = 3 + close.index + 1;
  if (close[0].trim() !== '---') return at(lineOf(text, end), 1, openFinding);
  // What stands behind the first fence is left out: to YAML a full-width blank is none.
  const yaml = text.slice(fence[0].length - (fence[2] as string).length, end);
  // gray-matter takes quadratic time over blank lines; nobody writes so many.
  const gap = /(?:\n[ \t]*){200}/.exec(yaml);
  if (gap) return at(lineOf(yaml, gap.index), 1, openFinding);
  try {
    // Without the body, of which gray-matter would keep copies.
    const behind = end + close[0].length;
    const head = `---${yaml}${text.slice(end, behind)}`;
    const page = matter(head, { language: 'yaml', engines: { yaml: { parse: parseYamlMap } } });
    // gray-matter leaves white space behind the closing fence to the body.
    return { raw: page.data as RawMap, yaml, body: text.slice(behind), bodyLine: lineOf(text, behind) };
  } catch (error) {
    return explain(error, yaml, true);
  }
}

/** A page between two lines of `+++`, as Hugo and Zola write them. */
function readTomlPage(text: string): Page | Located {
  const close = /\n\+\+\+[^\n]*/.exec(text);
  if (close?.[0].trim() !== '+++') {
    const line = close ? lineOf(text, close.index + 1) : openEnd(text);
    return at(line, 1, { rule: 'front-matter-open', args: { fence: '+++' } });
  }
  const toml = text.slice(text.indexOf('\n'), close.index + 1);
  const read = readToml(toml);
  if (isLocated(read)) return read;
  const end = Math.min(text.length, close.index + close[0].length + 1);
  return { ...read, toml, yaml: '', body: text.slice(end), bodyLine: lineOf(text, end) };
}

/** Reads a file that is YAML as a whole. */
export function readYaml(text: string): RawMap | Located {
  try {
    return text.split('\n').every((line) => /^\s*(#|$)/.test(line)) ? {} : (parseYamlMap(text) as RawMap);
  } catch (error) {
    return explain(error, text, false);
  }
}

/**
 * Text values only (the failsafe schema): `1.10`, `no` and `2026-02-30` stay what was typed. No anchors, aliases or
 * tags: nobody who writes a note needs them, and they are how YAML bombs are built.
 */
function parseYamlMap(yaml: string): object {
  const events = parseEvents(yaml, { maxDepth: yamlDepth });
  if (/[&*!]/.test(yaml)) for (const event of events) refuseFeatures(event, yaml);
  const hidden = hiddenText(yaml, (offset) => events.some((event) => isInside(event, offset)));
  if (hidden) throw new Refused(hidden);
  const plain = plainMap(events, yaml);
  if (plain) return plain;
  const options = { source: yaml, schema: FAILSAFE_SCHEMA, maxAliases: 0 };
  const [value, second] = constructFromEvents(events, options) as RawValue[];
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Refused(explainText(yaml));
  }
  if (second !== undefined && second !== '') {
    const marks = [...yaml.matchAll(/^(\.\.\.|---)/gm)].filter((mark) => yaml.slice(0, mark.index).trim() !== '');
    throw new Refused(placed(yaml, marks[0]?.index ?? 0, { rule: 'front-matter-mapping', args: {} }));
  }
  return value;
}

/**
 * The mapping that events without tags and anchors are of, if js-yaml has nothing against it. It asks a schema about every
 * value; where all values are text there is nothing to ask.
 */
function plainMap(events: readonly Event[], yaml: string): RawMap | undefined {
  let at = 0;
  const text = () => {
    const event = events[at++];
    return event?.type === EVENT_ID.SCALAR ? getScalarValue(yaml, event) : undefined;
  };
  const isEnd = () => events[at]?.type === EVENT_ID.POP;
  const map = (): RawMap | undefined => {
    const pairs: { [key: string]: RawValue } = {};
    while (!isEnd()) {
      const key = text();
      if (key === undefined || key === '__proto__' || Object.hasOwn(pairs, key)) return undefined;
      const item = value();
      if (item === undefined) return undefined;
      pairs[key] = item;
    }
    at += 1;
    return pairs;
  };
  const list = (): RawValue[] | undefined => {
    const items: RawValue[] = [];
    while (!isEnd()) {
      const item = value();
      if (item === undefined) return undefined;
      items.push(item);
    }
    at += 1;
    return items;
  };
  const value = (): RawValue | undefined => {
    const type = events[at]?.type;
    if (type === EVENT_ID.SCALAR) return text();
    at += 1;
    return type === EVENT_ID.MAPPING ? map() : type === EVENT_ID.SEQUENCE ? list() : undefined;
  };
  if (events[at++]?.type !== EVENT_ID.DOCUMENT || events[at++]?.type !== EVENT_ID.MAPPING) return undefined;
  const read = map();
  return at === events.length - 1 ? read : undefined;
}

function refuseFeatures(event: Event, yaml: string): void {
  if (!('anchorStart' in event)) return;
  if (event.anchorStart >= 0) {
    const feature = event.type === EVENT_ID.ALIAS ? 'alias' : 'anchor';
    throw new Refused(placed(yaml, event.anchorStart - 1, { rule: 'yaml-feature', args: { feature } }));
  }
  if ('tagStart' in event && event.tagStart >= 0) {
    throw new Refused(placed(yaml, event.tagStart, { rule: 'yaml-feature', args: { feature: 'tag' } }));
  }
}

function isInside(event: Event, offset: number): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart <= offset && offset < event.valueEnd;
}

function explain(error: unknown, yaml: string, page: boolean): Located {
  if (error instanceof Refused) return error.why;
  if (!(error instanceof YAMLException)) throw error;
  return explainYaml(yaml, error.reason, error.mark?.line ?? 0, error.mark?.column ?? 0, page);
}

const openFinding: Finding = { rule: 'front-matter-open', args: { fence: '---' } };

/** What stands in the place of the first fence. */
function firstLine(text: string): ProblemArgs['front-matter-missing'] {
  if (/^\s*\n---\s*\n/.test(text)) return { first: 'blank' };
  const [line = '', ...rest] = text.split('\n', 20);
  const next = rest.find((other) => !isEmpty(other)) ?? '';
  if (dashes.test(line) && /^\s*\w+\s*[:：]/.test(next)) return { first: 'dashes' };
  // As chats and word processors give a page that is to be copied.
  if (/^(```|~~~)/.test(line) && /^---\s*$/.test(next)) return { first: 'fence' };
  // Two of them: a sentence may begin with a word and a colon.
  return { first: [line, next].every((other) => /^[A-Za-z]\w*\s*[:：]/.test(other)) ? 'field' : 'other' };
}

/** A line that is meant to fence something. */
const dashes = /^\s*\\?([-*+_=]{2,}|(?=.*[\u2010-\u2015\u2500\u30fc\uff0d])[-\u2010-\u2015\u2500\u30fc\uff0d]+)\s*$/;

/** The line on which the front matter of a page should have ended: one of other dashes, else the first blank one. */
function openEnd(text: string): number {
  const lines = text.trimEnd().split('\n').slice(1);
  const fence = lines.findIndex((line) => dashes.test(line));
  const end = fence >= 0 ? fence : lines.findIndex((line) => line.trim() === '');
  return end >= 0 ? end + 2 : lines.length + 1;
}

function placed(yaml: string, offset: number, finding: Finding): Located {
  const before = yaml.slice(0, Math.max(0, offset));
  return at(lineOf(yaml, offset), before.length - before.lastIndexOf('\n'), finding);
}

function at(line: number, column: number, finding: Finding): Located {
  return { line, column, finding };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i !== -1 && i < offset; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}

/** TOML front matter → text values, as our YAML gives them, and where they stand. */
import { parse, TomlError } from 'smol-toml';
import type { FieldPath, RawMap } from '../schema/read-fields.ts';
import type { Located } from './front-matter.ts';
import { type Locate, locateIn, type Spot } from './locate.ts';

/** As deep as our YAML may be. */
const maxDepth = 20;

/**
 * Reads TOML whose line 1 is line 1 of the file, or says on which line it stops being TOML. Every scalar comes as the
 * text that was written: `1.10` keeps its nought, and `2026-02-30` reaches the field that says what is wrong with it.
 */
export function readToml(toml: string): { raw: RawMap; locate: Locate } | Located {
  const { text, spots } = scan(toml);
  try {
    return { raw: parse(text, { maxDepth }) as unknown as RawMap, locate: locateIn(toml, spots) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const lines = toml.split('\n');
    const line = Math.max(2, Math.min(error.line, lines.length - 1));
    const detail = error.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    const column = (lines[line - 1] ?? '').search(/\S|$/) + 1;
    return { line, column, finding: { rule: 'toml-syntax', args: { detail } } };
  }
}

const blank = /[ \t\r\n]+|#[^\n]*/y;
/** One that nothing closes goes on to the end, so that no text is looked through twice. */
const string = /"""(?:\\[\s\S]|(?!""")[^\\])*"{0,5}|'''(?:(?!''')[\s\S])*'{0,5}|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?/y;
const mark = /[=,.[\]{}]/y;
const bareKey = /[^\s=,.[\]{}#"']+/y;
/** A number, a switch, or a day, which may have a space before its time. */
const bareValue = /[^\s=,[\]{}#"']+(?: \d\d:\d\d[^\s=,[\]{}#"']*)?/y;

interface Frame {
  readonly path: FieldPath;
  /** The item that comes next; a table has none. */
  index?: number;
}

/** Puts the scalars that have no quotation marks into some, and notes where keys and values begin. */
function scan(toml: string): { text: string; spots: ReadonlyMap<string, Spot> } {
  const spots = new Map<string, Spot>();
  const counts = new Map<string, number>();
  const frames: Frame[] = [];
  let text = '';
  let base: FieldPath = [];
  let path: FieldPath = [];
  let names: string[] = [];
  let keyAt = 0;
  let header = 0;
  let inValue = false;

  const note = (where: FieldPath, key: number, value = key) => {
    const id = JSON.stringify(where);
    if (!spots.has(id)) spots.set(id, { key, value });
  };
  const onMark = (found: string, at: number) => {
    const top = frames.at(-1);
    if (!inValue && !top && found === '[') {
      if (header === 0) keyAt = at;
      header += 1;
    } else if (!inValue && !top && found === ']' && header > 0) {
      base = tableOf(names, header > 1, counts);
      for (let length = 1; length <= base.length; length++) note(base.slice(0, length), keyAt);
      header = 0;
    } else if (!inValue && found === '=') {
      path = [...(top?.path ?? base), ...names];
      inValue = true;
    } else if (inValue && (found === '[' || found === '{')) {
      note(path, keyAt, at);
      frames.push({ path, ...(found === '[' && { index: 0 }) });
      inValue = found === '[';
      if (inValue) path = [...path, 0];
      names = [];
    } else if (found === ']' || found === '}') {
      frames.pop();
      inValue = true;
    } else if (found === ',' && top) {
      inValue = top.index !== undefined;
      if (top.index !== undefined) path = [...top.path, ++top.index];
      names = [];
    }
  };

  let at = 0;
  // What is deeper is refused by the parser, wherever it stands.
  while (at < toml.length && frames.length <= maxDepth) {
    const take = (pattern: RegExp): string | undefined => {
      pattern.lastIndex = at;
      return pattern.exec(toml)?.[0];
    };
    const gap = take(blank);
    const quoted = gap === undefined ? take(string) : undefined;
    const bare = gap === undefined && quoted === undefined ? take(inValue ? bareValue : bareKey) : undefined;
    const found = gap ?? quoted ?? bare ?? take(mark) ?? (toml[at] as string);
    if (gap !== undefined) {
      if (gap.includes('\n') && frames.length === 0) {
        [names, header, inValue] = [[], 0, false];
      }
    } else if (quoted === undefined && bare === undefined) onMark(found, at);
    else if (inValue) note(path, frames.at(-1)?.index === undefined ? keyAt : at, at);
    else {
      if (names.length === 0 && header === 0) keyAt = at;
      if (names.length < maxDepth) names.push(nameOf(found));
    }
    text += bare !== undefined && inValue ? `'${bare}'` : found;
    at += found.length;
  }
  return { text: text + toml.slice(at), spots };
}

/** The path of a table by the names of its header; `[[name]]` is the next item of a list. */
function tableOf(names: readonly string[], item: boolean, counts: Map<string, number>): FieldPath {
  const path: (string | number)[] = [];
  for (const [at, name] of names.entries()) {
    path.push(name);
    const id = JSON.stringify(path);
    const last = at === names.length - 1;
    const count = counts.get(id);
    if (item && last) counts.set(id, (count ?? 0) + 1);
    if (item && last) path.push(count ?? 0);
    else if (count !== undefined) path.push(count - 1);
  }
  return path;
}

/** A key without its quotation marks. What it escapes is only missed by places. */
function nameOf(key: string): string {
  return /^["']/.test(key) ? key.slice(1, -1) : key;
}

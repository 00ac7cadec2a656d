/** One line of YAML as people write it, right or wrong, and how it should have been written. */

/** `- key: value`. Inside a list item there may be no key. */
export interface Line {
  /** Indentation and dashes. */
  readonly lead: string;
  readonly key?: string;
  readonly value: string;
  /** The column of the value, from 0. */
  readonly at: number;
}

/** Reads a line that holds a field or a list item. */
export function readLine(text: string): Line | undefined {
  const line = text.trimEnd();
  const pattern = /^( *(?:- +)*)(?:("[^"]*"|'[^']*'|[^\s:#"'[\]{},@`%&*!|>][^:]*):(?=[ \t]|$))?[ \t]*/;
  const [all = '', lead = '', key] = pattern.exec(line) ?? [];
  if (key === undefined && !lead.includes('-')) return undefined;
  return { lead, ...(key !== undefined && { key }), value: line.slice(all.length), at: all.length };
}

/** What a line lacks to be a field: its colon is full-width, or no space follows it. */
export interface Colonless {
  /** The column of the colon, from 0. */
  readonly at: number;
  readonly corrected: string;
}

const colonless = /^( *(?:- +)*)([^\s\d:：#"'[\]{},&*!|>@`%-][^\s:：]*)(：[ \u3000]*|:\u3000 *|:(?=[^\s/]))(.*)$/;

/** Reads a line such as `title:abc`, `title：abc` or `title:` with a full-width space. */
export function readColonless(text: string): Colonless | undefined {
  if (readLine(text)?.key !== undefined) return undefined;
  const [, lead, key, , value] = colonless.exec(text) ?? [];
  if (lead === undefined || key === undefined || value === undefined) return undefined;
  const plain = value.trim();
  const risky = /^[-?@`%&*!|>[\]{},"'#]|:(\s|$)|\s#/.test(plain);
  return { at: lead.length + key.length, corrected: `${lead.trimStart()}${key}: ${risky ? inQuotes(plain) : plain}` };
}

/** The line again without its indentation, its value (or another text) in quotes. */
export function corrected({ lead, key, value }: Line, text = withoutComment(value)): string {
  return `${lead.trimStart()}${key === undefined ? '' : `${key}: `}${inQuotes(text)}`;
}

/** A text as a quoted scalar. */
function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function withoutComment(value: string): string {
  const at = value.search(/\s#\s/);
  return at < 0 ? value : value.slice(0, at).trimEnd();
}

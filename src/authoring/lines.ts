/** Pieces of files that people read: YAML, comments, commands. */
import { dump } from 'js-yaml';

/** Lines with a blank line between the groups. */
export function blocks(...groups: readonly (readonly string[])[]): string {
  return `${groups.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Each line as a comment. */
export function comments(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`);
}

/** A value as YAML. */
export function yaml(value: object | string): string {
  return dump(value, { lineWidth: -1 }).trimEnd();
}

/** A word for a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** What YAML says is wrong → what a person did, on the line where they did it. */
import type { YamlReason } from '../problem.ts';
import type { Located } from './front-matter.ts';

/** `key: value` of a block mapping, also inside a list item. */
const pair = /^(\s*(?:- +)*)([^\s:#][^:]*?):\s+(.*?)\s*$/;

/**
 * Explains a syntax error at `line` and `column` (counted from 0) of some YAML: the parser notices many mistakes only
 * on the line after them, or in the middle of a value.
 */
export function explainYaml(yaml: string, message: string, line: number, column: number): Located {
  const lines = yaml.split('\n').map((text) => text.replace(/\r$/, ''));
  const found = (reason: YamlReason, row: number, col: number, detail = ''): Located => ({
    line: row + 1,
    column: col + 1,
    finding: { rule: 'yaml-syntax', args: { reason, detail } },
  });

  if (message.includes('nesting') || message.includes('depth')) return found('depth', line, column);
  if (message.includes('duplicated mapping key')) {
    return found('duplicate-key', line, column, /^[^:]*/.exec((lines[line] ?? '').slice(column))?.[0].trim());
  }
  for (const row of [line, line - 1]) {
    const text = lines[row];
    if (text !== undefined && /^\s*\t/.test(text)) return found('tab', row, text.indexOf('\t'));
  }
  // The mistake is on this line or on one of the lines before that nothing closed.
  for (let row = Math.min(line, lines.length - 1); row >= Math.max(0, line - 20); row--) {
    const text = lines[row] as string;
    const match = pair.exec(text);
    const value = match?.[3] ?? '';
    const start = match ? text.length - text.trimEnd().length : 0;
    const valueAt = match ? text.lastIndexOf(value, text.length - start) : 0;
    const first = value[0] ?? '';
    if (first === '"' || first === "'") {
      if (!closed(value, first)) return found('quote', row, valueAt, quoted(match, first));
    } else if (first === '[' || first === '{') {
      if (!balanced(value)) return found('flow', row, valueAt);
    } else if (row === line && match && '@`%*&!'.includes(first)) {
      return found('character', row, valueAt, quoted(match));
    } else if (row === line && match && /:(\s|$)/.test(value)) {
      return found('colon', row, valueAt, quoted(match));
    } else if (row === line && /^[^\s#:"'[{-][^:]*[：](?!.*:\s)/.test(text)) {
      return found('colon', row, text.indexOf('：'), text.replace(/：\s*/, ': '));
    } else if (row < line && text.trim() !== '' && /^\S/.test(text)) break;
  }
  const text = lines[line] ?? '';
  if (message.includes('indentation')) return found('indent', line, Math.min(column, text.search(/\S|$/)));
  return found('other', line, column, message);
}

/** The line again, its value in quotes. */
function quoted(match: RegExpExecArray | null, strip = ''): string {
  if (!match) return '';
  const value = strip ? (match[3] as string).replaceAll(strip, '') : (match[3] as string);
  const mark = value.includes('"') ? "'" : '"';
  return `${match[1]}${match[2]}: ${mark}${mark === "'" ? value.replaceAll("'", "''") : value}${mark}`;
}

function closed(value: string, mark: string): boolean {
  const body = mark === '"' ? value.slice(1).replace(/\\./g, '') : value.slice(1).replaceAll("''", '');
  return /^[^"']*$/.test(body) ? false : body.indexOf(mark) === body.trimEnd().length - 1;
}

function balanced(value: string): boolean {
  const bare = value.replace(/"([^"\\]|\\.)*"|'([^']|'')*'/g, '');
  const count = (mark: string) => bare.split(mark).length;
  return count('[') === count(']') && count('{') === count('}');
}

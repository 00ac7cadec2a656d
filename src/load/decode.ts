/** Bytes → text, or where they stop being text. */
import type { Finding } from '../problem.ts';
import type { Located } from './front-matter.ts';
import type { SourceFile } from './read.ts';

/** The text of a file without its byte order mark, its lines ending in `\n` alone, or why it cannot be read. */
export function decode({ content }: SourceFile): string | Located {
  if (!(content instanceof Uint8Array)) return { line: 1, column: 1, finding: content };
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return encoding('utf16');
  try {
    const text = utf8.decode(content);
    if (text.includes('\0')) return encoding('nul', text.split('\0', 1)[0]);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  } catch {
    const good = loose.decode(content).split('\ufffd', 1)[0] ?? '';
    return good.includes('\0') ? encoding('nul', good.split('\0', 1)[0]) : encoding('not-utf8', good);
  }
}

/** Other lines in the place of those of a file that can be decoded: its byte order mark and line ends stay. */
export function encodeLike(content: Uint8Array, lines: readonly string[]): Uint8Array {
  const text = exact.decode(content);
  const ends = text.match(/\r\n?|\n/g) ?? [];
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return new TextEncoder().encode(mark + lines.map((line, index) => line + (ends[index] ?? '')).join(''));
}

/** Takes a byte order mark away and throws on anything that is not UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true });
const exact = new TextDecoder('utf-8', { ignoreBOM: true });
const loose = new TextDecoder('utf-8');

function encoding(what: 'utf16' | 'nul' | 'not-utf8', before = ''): Located {
  const finding: Finding = { rule: 'file-encoding', args: { what } };
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n'), finding };
}

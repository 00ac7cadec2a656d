/** What we say ourselves, and what we quote of others. */
import type { Spot } from './spot.ts';

/** So many letters beside a word tell where it begins and ends. */
const around = 30;
/** Nobody tells what is quoted in a paragraph of more letters. */
const longest = 5000;

let words: Intl.Segmenter | undefined;

/** Whether what stands at a spot is said by ourselves: neither in quotation marks nor in a quoted paragraph. */
export function isOurs(spot: Spot): boolean {
  return !isQuoted(paragraphBefore(spot));
}

/**
 * Whether the text at a spot is not part of a longer word. Japanese has nothing between its words: `年調` is in `翌年調整`,
 * and `サーバ` in `サーバント`.
 */
export function isWord({ line, at: start }: Spot, length: number): boolean {
  const end = start + length;
  const from = Math.max(0, start - around);
  const part = line.slice(from, end + around);
  words ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const edges = new Set([...words.segment(part)].map(({ index }) => from + index)).add(line.length);
  const joined = /^([\p{Script=Han}々]{2}|[\p{Script=Katakana}ー]{2})$/u;
  return [start, end].every((edge) => edges.has(edge) && !joined.test(line.slice(Math.max(0, edge - 1), edge + 1)));
}

/**
 * Whether the text at a spot could be part of a name: `Csv/Excel` may be two words or a path, `saas-admin` an id, and
 * `年調のまとめ.xlsx` is a file.
 */
export function mayBeNamed({ line, at: start }: Spot, length: number): boolean {
  const behind = line.slice(start + length, start + length + 200);
  return (
    /[/\\@#=&%]$|[\p{L}\p{N}][-_.]$/u.test(line.slice(Math.max(0, start - 2), start)) ||
    /^[/\\@=&%]|^[-_.][\p{L}\p{N}]|^[\p{L}\p{N}\p{M}_-]*\.[a-z]/iu.test(behind)
  );
}

/** The paragraph up to the spot; of a field its text. */
function paragraphBefore({ lines, row, line, at }: Spot): string {
  const here = line.slice(0, at);
  const field = /^(title|summary)[ \t]*[:=][ \t]*["']?/.exec(here);
  if (field) return here.slice(field[0].length);
  let text = here;
  for (let above = row - 1; above >= 0 && lines[above]?.trim() !== '' && text.length <= longest; above--)
    text = `${lines[above]}\n${text}`;
  return text;
}

function isQuoted(text: string): boolean {
  if (text.length > longest || /^[ \t]*(([-*+]|\d+[.)])[ \t]+)*>/m.test(text)) return true;
  const count = (mark: string) => text.split(mark).length - 1;
  // A lone ’ is an apostrophe.
  const isOpen = ['「」', '『』', '“”'].some(([open = '', close = '']) => count(open) > count(close));
  return isOpen || text.lastIndexOf('‘') > text.lastIndexOf('’') || count('"') % 2 === 1;
}

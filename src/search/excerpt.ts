/** The piece of a page that shows why it was found, as HTML: the text as written, with `<mark>`. */
import { type Folded, fold } from './fold.ts';
import type { Question } from './question.ts';
import { isKanji } from './tokens.ts';

/** About how many characters of a text are shown. */
const width = 110;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly worth: number;
}

/** The best line of a text for a question, cut to size. Without any match, its beginning. */
export function excerptOf(text: string, question: Question, folded: Folded = fold(text)): string {
  const marks = placesIn(folded, text, question);
  const first = bestWindow(marks);
  const lineStart = text.lastIndexOf('\n', first) + 1;
  let start = first - lineStart <= width / 3 ? lineStart : first - Math.floor(width / 4);
  if (isTrailing(text.charCodeAt(start))) start -= 1;
  let end = Math.min(text.length, start + width);
  if (isTrailing(text.charCodeAt(end))) end += 1;
  const html = markedHtml(text, marks, start, end).replace(/\s+/g, ' ').trim();
  return (start > lineStart ? '…' : '') + html + (end < text.length ? '…' : '');
}

/** All of a text, with marks. */
export function markedText(text: string, question: Question): string {
  return markedHtml(text, placesIn(fold(text), text, question), 0, text.length);
}

function markedHtml(text: string, marks: readonly Place[], start: number, end: number): string {
  let html = '';
  let at = start;
  for (const mark of marks.filter((one) => one.start >= start && one.end <= end)) {
    html += `${escaped(text.slice(at, mark.start))}<mark>${escaped(text.slice(mark.start, mark.end))}</mark>`;
    at = mark.end;
  }
  return html + escaped(text.slice(at, end));
}

/** The second half of a character. */
const isTrailing = (code: number) => code >= 0xdc00 && code <= 0xdfff;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** An excerpt for those who show no HTML: its text in pieces, and which of them are marked. */
export function piecesOf(excerpt: string): { readonly text: string; readonly marked: boolean }[] {
  return excerpt.split(/<\/?mark>/).map((html, index) => ({ text: plain(html), marked: index % 2 === 1 }));
}

function plain(html: string): string {
  return html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** Every place of a piece of the question, longest first and without overlaps, in the text's order. */
function placesIn(folded: Folded, text: string, { parts, folded: asked, worth }: Question): Place[] {
  const pieces = new Map<string, number>();
  let offset = 0;
  for (const part of parts) {
    const from = asked.text.indexOf(part, offset);
    offset = from + part.length;
    for (let at = 0; at < part.length; ) {
      let length = part.length - at;
      while (length > 0 && !folded.text.includes(part.slice(at, at + length))) length--;
      const says = worth.slice(from + at, from + at + length).reduce((sum, one) => sum + (one >= 1 ? one : 0), 0);
      if (says >= Math.min(2, part.length)) pieces.set(part.slice(at, at + length), says);
      at += Math.max(1, length);
    }
  }
  const places: Place[] = [];
  const taken = new Set<number>();
  for (const [piece, says] of [...pieces].sort((a, b) => b[1] - a[1])) {
    for (let at = folded.text.indexOf(piece); at >= 0; at = folded.text.indexOf(piece, at + piece.length)) {
      if (taken.has(at) || taken.has(at + piece.length - 1) || !atWord(folded.text, at, piece)) continue;
      for (let index = at; index < at + piece.length; index++) taken.add(index);
      places.push({ ...writtenPlace(folded, text, at, at + piece.length), worth: says });
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

/** Latin words are marked from their beginning. */
function atWord(text: string, at: number, piece: string): boolean {
  return !(/^[a-z0-9]/.test(piece) && /[a-z0-9]/.test(text[at - 1] ?? ''));
}

/** A folded place in the text as written; 取込 also lights up the み of 取り込み. */
function writtenPlace(folded: Folded, text: string, at: number, end: number): Omit<Place, 'worth'> {
  const start = folded.from[at] as number;
  const last = folded.from[end - 1] as number;
  let stop = Math.min(folded.from[end] as number, last + String.fromCodePoint(text.codePointAt(last) as number).length);
  while (/[\u0300-\u036f\u3099\u309a\uff9e\uff9f]/.test(text[stop] ?? '')) stop++;
  if (text[stop] === 'ー' || (isKanji(folded.text[end - 1]) && /[みりえきちいせけげめ]/.test(text[stop] ?? ''))) stop++;
  return { start, end: stop };
}

/** Where the marks stand closest together. */
function bestWindow(marks: readonly Place[]): number {
  let best = { start: 0, worth: 0 };
  for (const [index, { start }] of marks.entries()) {
    const pieces = new Set<number>();
    let worth = 0;
    for (const mark of marks.slice(index, index + 12)) {
      if (mark.end > start + width * 0.75) break;
      worth += pieces.has(mark.worth) ? mark.worth * 0.3 : mark.worth;
      pieces.add(mark.worth);
    }
    if (worth > best.worth) best = { start, worth };
  }
  return best.start;
}

/** Lines that people take for headings and Markdown does not: `＃＃ 営業向け`, `##営業向け`, `**営業向け**`, `営業向け`. */
import type { Heading } from './markdown.ts';

/** What stands before a heading that is none: marks, brackets and bold letters. Footnotes and links are no headings. */
const marks = /^[ \t\u3000]{0,3}(?:[#＃]{1,6}|[*_]{2,3}|[◆◇■□●○▼▽▲△★☆▶►【〔〈《［＜]|<h[1-6][^<>\n]{0,100}>)/i;

/** The same at the start of any line. */
const marked = new RegExp(marks.source, 'im');

const proper = /^[ \t]{0,3}#{1,6}(?:[ \t]|$)/;

/** What a line says without the marks around it, those of lists and quotes too. */
function bare(line: string): string {
  return line
    .replace(/<\/?[a-z][^<>\n]{0,100}>/gi, '')
    .replace(/^[ \t\u3000]{0,3}(?:[-*+>]|\d{1,3}[.)．、])[ \t\u3000]*/, '')
    .replace(/^[\s\u3000#＃*_◆◇■□●○▼▽▲△★☆▶►【〔〈《［＜]+|[\s\u3000#＃*_】〕〉》］＞:：]+$/g, '');
}

/**
 * The lines of a text, outside of code, that were to be headings: those that begin with two or more `#` in a way that
 * Markdown does not know, and those that say what `depthOf` has a depth for. `headings` are the real ones; a line without
 * marks is looked at if `words` finds something in it.
 */
export function looseHeadings(
  body: string,
  headings: readonly Heading[],
  words: RegExp,
  depthOf: (text: string, isMarked: boolean) => number | undefined,
): Heading[] {
  if (!marked.test(body) && !words.test(body)) return [];
  const known = new Set(headings.flatMap(({ line, end }) => Array.from({ length: end - line }, (_, at) => line + at)));
  const found: Heading[] = [];
  let fence: string | undefined;
  for (const [line, source] of body.split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence !== undefined || known.has(line) || source.length > 120 || source.trim() === '') continue;
    const isMarked = marks.test(source);
    if (!isMarked && (source.length > 40 || !words.test(source))) continue;
    const text = bare(source);
    // One that Markdown knows stands in a list here, and divides nothing.
    const signs = proper.test(source) ? undefined : /^[ \t\u3000]{0,3}([#＃]{2,6})/.exec(source)?.[1]?.length;
    const depth = text === '' ? undefined : (signs ?? depthOf(text, isMarked));
    if (depth !== undefined) found.push({ depth, text, line, end: line + 1, loose: source.trimEnd() });
  }
  return found;
}

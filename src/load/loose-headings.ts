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
    .replace(/^[\s\u3000\\#＃*_◆◇■□●○▼▽▲△★☆▶►※→⇒・•—―ー【〔〈《［＜]+|[\s\u3000#＃*_—―】〕〉》］＞:：]+$/g, '');
}

/**
 * The names in a heading that may stand in it with pictures, numbers, brackets or other names: `📣 営業向け`,
 * `1. 営業向け（社内限り）`, `営業・CS向け`.
 */
export function namesIn(heading: string): string[] {
  return heading
    .replace(/\[([^[\]]{1,40})\]\([^()]{0,200}\)|\{#[^{}]{0,40}\}/g, '$1')
    .replace(/^[^[]{0,5}\[x\](?=\s)/i, '')
    .replace(/^[\p{P}\p{S}\p{No}\p{Cf}\p{M}\s]+/u, '')
    .replace(/^(?:\d{1,3}|[a-z])[.)．、:]\s*/i, '')
    .replace(/(?<=.)[（(【［[〔].*$/u, '')
    .split(/[/／・、，,&＆|｜]/)
    .map((name) => name.replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\p{Cf}\p{M}\s]+$/gu, ''))
    .filter((name) => name !== '');
}

/** `**営業向け：** …`, `【営業向け】…`: a label with the text that it is for behind it. */
const label =
  /^[ \t\u3000]{0,3}(?:(?:[-*+>]|\d{1,3}[.)])[ \t]+)?(?:(?:\*\*|__)([^*_：:\n]{1,20})(?:[：:][ \t]*(?:\*\*|__)|(?:\*\*|__)[ \t]*[：:])|【([^】\n]{1,20})】)[ \t\u3000]*[^\s：:]/;

/**
 * The lines of a text, outside of code, that were to be headings: those that begin with two or more `#` in a way that
 * Markdown does not know, and those that say what `depthOf` has a depth for. `headings` are the real ones; a line without
 * marks is looked at if `words` finds something in it. A label's own line is text of the section that it begins.
 */
export function looseHeadings(
  body: string,
  headings: readonly Heading[],
  words: RegExp,
  depthOf: (text: string, isMarked: boolean) => number | undefined,
): Heading[] {
  if (!marked.test(body) && !words.test(body)) return [];
  const known = new Set<number>();
  for (const { line, end } of headings) for (let at = line; at < end; at++) known.add(at);
  const lines = body.split('\n');
  const found: Heading[] = [];
  let fenced: ReadonlySet<number> | undefined;
  const isCode = (line: number) => {
    fenced ??= fencedLines(lines);
    return fenced.has(line);
  };
  // No pairs for each line of every text, as `entries()` makes them.
  lines.forEach((source, line) => {
    if (source === '') return;
    const labelled = label.exec(source);
    const named = (labelled?.[1] ?? labelled?.[2])?.trim();
    const begun = named === undefined ? undefined : depthOf(named, false);
    if (named !== undefined && begun !== undefined) {
      if (!isCode(line)) found.push({ depth: begun, text: named, line, end: line, loose: source.trimEnd() });
      return;
    }
    if (source.length > 120 || known.has(line)) return;
    const isMarked = marks.test(source);
    if (!isMarked && (source.length > 40 || !words.test(source))) return;
    const text = bare(source);
    // One that Markdown knows stands in a list here, and divides nothing.
    const signs = proper.test(source) ? undefined : /^[ \t\u3000]{0,3}([#＃]{2,6})/.exec(source)?.[1]?.length;
    const depth = text === '' ? undefined : (signs ?? depthOf(text, isMarked));
    if (depth === undefined) return;
    if (!isCode(line)) found.push({ depth, text, line, end: line + 1, loose: source.trimEnd() });
  });
  return found;
}

/** The lines of fenced code, its fences too, but for code that nothing ends: it takes the rest of a page with it. */
function fencedLines(lines: readonly string[]): Set<number> {
  const fenced = new Set<number>();
  let fence: string | undefined;
  let start = 0;
  for (const [line, source] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1];
    const isFence = mark !== undefined && (fence === undefined || mark.startsWith(fence));
    if (isFence || fence !== undefined) fenced.add(line);
    if (isFence && fence === undefined) start = line;
    if (isFence) fence = fence === undefined ? mark : undefined;
  }
  if (fence !== undefined) for (let line = start; line < lines.length; line++) fenced.delete(line);
  return fenced;
}

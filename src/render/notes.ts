/** Footnotes of a page: `[^1]` in a text, and what `[^1]: …` says below the piece that refers to it. */
import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import type { PageEnv } from './page-env.ts';

/** Reads notes and the marks that refer to them. */
export function footnotes(markdown: MarkdownIt): void {
  // With the lines that go on with it; shown where the page first refers to it.
  markdown.block.ruler.before('reference', 'notes', readNote, { alt: ['paragraph', 'reference'] });
  markdown.inline.ruler.before('link', 'note', readNoteMark);
  // Ids of our own begin with a capital: no heading's does.
  markdown.renderer.rules.note = (tokens, index, _options, env) => {
    const { number, first } = (tokens[index] as Token).meta as { number: number; first: boolean };
    const name = markdown.utils.escapeHtml((env as PageEnv).words.portal.note(number));
    const id = first ? ` id="NoteMark${number}"` : '';
    return `<sup><a href="#Note${number}"${id} aria-label="${name}">[${number}]</a></sup>`;
  };
}

function readNote(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const lineAt = (line: number) => state.getLines(line, line + 1, state.blkIndent, false);
  if ((state.sCount[start] ?? 0) - state.blkIndent >= 4) return false;
  const found = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/.exec(lineAt(start));
  if (!found) return false;
  if (silent) return true;
  const lines = [found[2] as string];
  let next = start + 1;
  for (; next < end; next += 1) {
    const line = lineAt(next);
    const goesOn = state.isEmpty(next) || /^(\t| {2,})/.test(line);
    if (!goesOn && (lines.at(-1) === '' || /^ {0,3}(\[\^[^\]\s]+\]:|#|>|[-*+] |\d+[.)] |```|~~~)/.test(line))) break;
    lines.push(line.replace(/^(\t| {2,4})/, '').trimEnd());
  }
  const { notes } = state.env as PageEnv;
  const label = (found[1] as string).toLowerCase();
  if (!notes.has(label)) notes.set(label, lines.join('\n').trim());
  state.line = next;
  return true;
}

function readNoteMark(state: StateInline, silent: boolean): boolean {
  const { notes, numbered } = state.env as PageEnv;
  if (notes.size === 0 || !state.src.startsWith('[^', state.pos)) return false;
  const mark = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.pos + 200));
  const label = mark?.[1]?.toLowerCase();
  if (!mark || label === undefined || !notes.has(label)) return false;
  if (!silent) {
    const first = !numbered.includes(label);
    if (first) numbered.push(label);
    state.push('note', 'sup', 0).meta = { number: numbered.indexOf(label) + 1, first };
  }
  state.pos += mark[0].length;
  return true;
}

/** The footnotes that have been referred to since there were `before` of them; one may refer to others. */
export function notesFrom(before: number, env: PageEnv, markdown: MarkdownIt): string {
  let items = '';
  for (let index = before; index < env.numbered.length; index += 1) {
    const text = markdown.render(env.notes.get(env.numbered[index] as string) ?? '', env).trim();
    const name = markdown.utils.escapeHtml(env.words.portal.noteBack);
    const back = `<a href="#NoteMark${index + 1}" aria-label="${name}">↩</a>`;
    const html = text.endsWith('</p>') ? text.replace(/<\/p>$/, () => ` ${back}</p>`) : text + back;
    items += `<li id="Note${index + 1}">${html}</li>`;
  }
  return items === '' ? '' : `<ol class="notes" start="${before + 1}">${items}</ol>`;
}

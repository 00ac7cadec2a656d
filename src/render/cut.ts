/** Cutting text to a channel's limit: between blocks, then sentences, never inside a link, an escape or a character. */

/** As many of the blocks as fit into `limit` UTF-16 units, joined by blank lines; the first that does not is cut. */
export function cutBlocks(blocks: readonly string[], limit: number): { text: string; cut: boolean } {
  let text = '';
  for (const block of blocks) {
    const next = text === '' ? block : `${text}\n\n${block}`;
    if (next.length <= limit) {
      text = next;
      continue;
    }
    const room = limit - text.length - 2;
    const part = room > 40 ? cutText(block, room) : '';
    return { text: part === '' ? text || cutText(block, limit) : text === '' ? part : `${text}\n\n${part}`, cut: true };
  }
  return { text, cut: false };
}

/** The text up to `limit` UTF-16 units, ending after a sentence or a line where there is one, else before `…`. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, Math.max(0, limit - 1));
  const ends = [...room.matchAll(/[。．！？!?]|\.(?=\s)|\n/g)].map((match) => match.index + 1);
  const sentence = ends.findLast((end) => end > room.length / 2 && whole(room.slice(0, end)));
  if (sentence !== undefined) return `${room.slice(0, sentence).trimEnd()}…`;
  let kept = room.replace(/[\ud800-\udbff]$/, '');
  while (kept !== '' && !whole(kept)) kept = kept.slice(0, kept.search(/[<&`][^<&`]*$/));
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}

/** Whether no link, entity or code span is left open at the end. */
function whole(text: string): boolean {
  const open = text.lastIndexOf('<') > text.lastIndexOf('>');
  const entity = /&[a-z]{0,4}$/.test(text);
  return !open && !entity && text.split('`').length % 2 === 1;
}

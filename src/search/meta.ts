/** Pagefind's list of what an index holds. Its code for browsers loads it; our reader makes its own, with pages alone. */
import { CborWriter } from './cbor.ts';
import { nameOf } from './names.ts';

/** The version whose files these are. */
export const pagefindVersion = '1.6.0';

/** `[version, [[page, its number of words, group]], [[first token, last, file]], filters, sorts, fields]`. */
export function metaOf(
  build: string,
  pages: number,
  chunks: readonly { readonly from: string; readonly to: string }[],
): Uint8Array<ArrayBuffer> {
  const writer = new CborWriter();
  writer.list(6);
  writer.text(pagefindVersion);
  writer.list(pages);
  for (let page = 0; page < pages; page++) {
    writer.list(3);
    writer.text(nameOf(build, page));
    writer.number(1);
    writer.text('');
  }
  writer.list(chunks.length);
  for (const [index, { from, to }] of chunks.entries()) {
    writer.list(3);
    writer.text(from);
    writer.text(to);
    writer.text(nameOf(build, index));
  }
  for (let empty = 0; empty < 3; empty++) writer.list(0);
  return writer.take();
}

/** EDGE: the visible graph → a search index, by Pagefind in a process of its own while pages are rendered. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { entryRoute } from '../graph/routes.ts';
import type { Messages } from '../i18n/index.ts';
import type { Portal } from '../portal.ts';
import { recordText } from './record.ts';
import { type Words, wordEnd, wordsOf } from './words.ts';

export interface IndexFile {
  /** Relative to the portal's `pagefind/` folder. */
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * No language, so that Pagefind takes the words as we divided them, the same at build and in the browser. Its own way
 * with Japanese takes twice the time and finds less (`docs/decisions/0008-search-in-our-own-words.md`).
 */
const language = 'und';

/** Of Pagefind's files, those that a search loads; the others are its own interfaces. */
const needed = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+|.+\.pf_(meta|index|fragment|filter))$/;

/** Indexes every entry of a portal. Addresses in it are relative to the portal's root. */
export async function indexPortal(portal: Portal, words: Messages): Promise<IndexFile[]> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`pagefind: ${errors.join(', ')}`);
  const shown = new Map<string, Shown>();
  // One after the other, so that the same content gives the same bytes.
  for (const entry of portal.graph.entries) {
    const url = `/${entryRoute(entry)}`;
    const { title, text, tags } = recordText(entry);
    const [titleWords, tagWords] = [wordsOf(title).words, wordsOf(tags).words];
    const parts = wordsOf(text.join('\n'));
    const content = [...titleWords, ...parts.words, ...tagWords].join(' ');
    const meta = { title: titleWords.join(' ') };
    // The title stands above an excerpt, and ids are for searching only: neither is shown in it.
    const pieces = [...titleWords.map(() => ''), ...piecesOf(parts), ...tagWords.map(() => '')];
    shown.set(url, { meta: { title, kind: words.words.kind[entry.kind] }, content: excerptText(pieces) });
    const added = await index.addCustomRecord({ url, content, meta, language });
    if (added.errors.length > 0) throw new Error(`pagefind: ${added.errors.join(', ')}`);
  }
  const made = await index.getFiles();
  await close();
  if (made.errors.length > 0) throw new Error(`pagefind: ${made.errors.join(', ')}`);
  return made.files
    .filter(({ path }) => needed.test(path))
    .map((file) => (file.path.endsWith('.pf_fragment') ? withShown(file, shown) : file));
}

/** What a reader is shown of a record, in the place of what is searched. */
interface Shown {
  readonly meta: { readonly title: string; readonly kind: string };
  /** The text as written, a zero-width space between the words, by which Pagefind counts where a match is. */
  readonly content: string;
}

/** The text cut into a piece for each word. */
function piecesOf({ shown, gaps }: Words): string[] {
  return shown.map((word, index) => {
    const before = index === 0 ? (gaps[0] as string) : '';
    const after = gaps[index + 1] as string;
    return before + word + (after === '' ? '' : wordEnd + after);
  });
}

/** Pagefind takes care of `<` and `>` in what it shows, and of nothing else. */
function excerptText(pieces: readonly string[]): string {
  return pieces.join('\u200b').replace(/\s+/g, ' ').replace(/&/g, '&amp;');
}

const magic = 'pagefind_dcd';

/** A fragment (`pagefind_dcd` and JSON, compressed) with what a reader is shown. */
function withShown(file: IndexFile, shown: ReadonlyMap<string, Shown>): IndexFile {
  const text = gunzipSync(file.content).toString('utf8');
  if (!text.startsWith(magic)) throw new Error(`pagefind: ${file.path} is not what version 1.6 writes`);
  const fragment: { url: string } = JSON.parse(text.slice(magic.length));
  return { path: file.path, content: gzipSync(magic + JSON.stringify({ ...fragment, ...shown.get(fragment.url) })) };
}

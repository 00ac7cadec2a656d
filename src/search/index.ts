/** EDGE: the visible graph → a search index, by Pagefind in a process of its own while pages are rendered. */
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { entryRoute } from '../graph/routes.ts';
import type { Messages } from '../i18n/index.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Portal } from '../portal.ts';
import { fold } from './fold.ts';
import { recordText } from './record.ts';

export interface SearchIndex {
  /** The files, relative to the portal's `pagefind/` folder. */
  files(): Promise<readonly { readonly path: string; readonly content: Uint8Array }[]>;
  /** Writes them below a portal's folder. */
  write(folder: string): Promise<void>;
}

/** One language for the whole index: entries mix Japanese and English, and a query must reach both. */
const language = 'ja';

/** Indexes every entry of a portal. Addresses in it are relative to the portal's root. */
export async function indexPortal(portal: Portal, words: Messages): Promise<SearchIndex> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`pagefind: ${errors.join(', ')}`);
  // In order, so that the same content gives the same bytes.
  for (const entry of portal.graph.entries) {
    const added = await index.addHTMLFile({ url: `/${entryRoute(entry)}`, content: recordHtml(entry, words) });
    if (added.errors.length > 0) throw new Error(`pagefind: ${added.errors.join(', ')}`);
  }
  return {
    async files() {
      return (await index.getFiles()).files;
    },
    async write(folder) {
      await index.writeFiles({ outputPath: join(folder, 'pagefind') });
      await close();
    },
  };
}

function recordHtml(entry: AnyEntry, words: Messages): string {
  const { title, text, tags } = recordText(entry);
  const meta = { title: entry.fields.title, kind: words.words.kind[entry.kind] };
  const attributes = Object.entries(meta).map(
    ([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`,
  );
  const paragraphs = text.map((paragraph) => `<p>${escapeHtml(fold(paragraph))}</p>`).join('');
  return `<html lang="${language}"><body>${attributes.join('')}<h1>${escapeHtml(fold(title))}</h1>${paragraphs}<h4>${escapeHtml(fold(tags))}</h4></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

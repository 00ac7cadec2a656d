/** The visible graph → a search index. */
import { entryRoute } from '../graph/routes.ts';
import type { Messages } from '../i18n/index.ts';
import type { Portal } from '../portal.ts';
import { cardOf } from './card.ts';
import { type Document, indexDocuments } from './documents.ts';
import { facetsOf } from './facet-table.ts';
import type { IndexFile } from './files.ts';
import { boostOf, recordText, termGroups } from './record.ts';

/** Indexes every entry of a portal. Addresses in it are relative to the portal's root. */
export async function indexPortal(portal: Portal, words: Messages): Promise<IndexFile[]> {
  const { graph } = portal;
  const worded = { ...portal, words };
  const documents = graph.entries.map((entry): Document => {
    const { title, text, tags, headings } = recordText(worded, entry);
    const kind = words.words.kind[entry.kind];
    const boost = boostOf(graph, entry);
    const card = cardOf(worded, entry);
    return { url: `/${entryRoute(entry)}`, title, kind, tags, headings, text: text.join('\n'), boost, card };
  });
  const files = await indexDocuments(documents, termGroups(graph));
  return [...files, { path: 'facets.json', content: Buffer.from(JSON.stringify(facetsOf(worded))) }];
}

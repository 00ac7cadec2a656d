/** One run of an indexer, in a process of its own: `search-index.ts ours|stock FILE FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { indexDocuments } from '../../src/search/documents.ts';
import type { IndexFile } from '../../src/search/files.ts';
import { documentOf, htmlOf, readSet, type SearchSet, urlOf } from './search-set.ts';

const [subject, path, folder] = process.argv.slice(2) as [string, string, string];
const set = readSet(path);
for (const { path, content } of await (subject === 'stock' ? stock(set) : indexOurs(set))) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function indexOurs({ docs, glossary }: SearchSet): Promise<IndexFile[]> {
  return indexDocuments(docs.map(documentOf), glossary);
}

async function stock({ docs }: SearchSet): Promise<IndexFile[]> {
  const { index } = await createIndex();
  if (!index) throw new Error('pagefind does not start');
  for (const doc of docs) await index.addHTMLFile({ url: urlOf(doc.id), content: htmlOf(doc) });
  const { files } = await index.getFiles();
  await close();
  return files;
}

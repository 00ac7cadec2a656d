/** EDGE: the index that a query is asked of: that of a built portal, or one made of the content for the moment. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import { visibleAt } from '../graph/visibility.ts';
import { messages } from '../i18n/index.ts';
import { portalMarker } from '../load/limits.ts';
import type { Level } from '../schema/level.ts';
import { indexPortal } from '../search/index.ts';
import { openIndex } from '../search/open.ts';
import type { Engine } from '../search/query.ts';
import { openingFile } from '../search/reader.ts';
import { isPortal } from './out-folder.ts';
import { UsageError } from './usage.ts';

/**
 * Opens the index of a portal that `build` made. Throws `UsageError` where there is none, or one of another version: its
 * words may be divided otherwise, and would be found badly without anybody knowing why.
 */
export function openBuilt(folder: string, version: string): Promise<Engine> {
  if (!isPortal(folder)) throw new UsageError((words) => words.cli.noPortal(folder));
  const index = join(folder, 'pagefind');
  const marker = join(folder, portalMarker);
  // A portal by `astro build` has no marker.
  const other = existsSync(marker) && readFileSync(marker, 'utf8').trim() !== version;
  if (other || !existsSync(join(index, openingFile))) {
    throw new UsageError((words) => words.search.otherVersion(folder, version));
  }
  return openIndex(index);
}

/** Indexes content as a portal for a level would be, uses the index, and takes it away again. */
export async function withIndexOf<T>(graph: Graph, level: Level, use: (engine: Engine) => Promise<T>): Promise<T> {
  const { locale } = graph.config;
  const portal = { graph: visibleAt(graph, level), level, locale, base: '/' };
  const folder = mkdtempSync(join(tmpdir(), 'kairanban-search-'));
  try {
    for (const { path, content } of await indexPortal(portal, messages(locale))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await use(await openIndex(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** EDGE: search in a worker, one file with everything in it, so that typing never waits for it. */

import { type Engine, type Facets, type Found, find, guess, type Hit, narrow, openReader } from '#search';
import { type Ask, firstHits, type Reply, type ToWorker } from './search/searcher.ts';

let base = '/';
let latest = 0;
let engine: Promise<Engine> | undefined;
let facets: Promise<Facets> | undefined;
let known: { readonly query: string; readonly found: Promise<Found> } | undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('base' in data) {
    base = data.base;
    engine = open();
    engine.catch(failed);
  } else {
    latest = data.id;
    answer(data).catch(failed);
  }
});
addEventListener('unhandledrejection', failed);

function failed(): void {
  tell({ failed: true });
}

function tell(reply: Reply): void {
  postMessage(reply);
}

async function open(): Promise<Engine> {
  const opened = await openReader(async (path) => new Uint8Array(await (await load(path)).arrayBuffer()), base);
  // What the first letter needs is made before it is typed: all titles in one spelling.
  guess(opened, 'a', firstHits);
  return opened;
}

function facetsOnce(): Promise<Facets> {
  facets ??= load('facets.json').then((response) => response.json());
  return facets;
}

async function load(path: string): Promise<Response> {
  const response = await fetch(`${base}pagefind/${path}`);
  if (!response.ok) throw new Error(String(response.status));
  return response;
}

async function answer({ id, query, choice, from, limit }: Ask): Promise<void> {
  const opened = await (engine as Promise<Engine>);
  if (id !== latest) return;
  if (known?.query !== query) {
    const narrowed = Object.values(choice ?? {}).some((values) => values.length > 0);
    const tellGuess = (hits: readonly Hit[]) => {
      if (hits.length > 0 && id === latest)
        tell({ id, query, total: hits.length, hits, from: 0, guess: true, done: false });
    };
    const hits = narrowed ? [] : guess(opened, query, firstHits);
    tellGuess(hits);
    known = { query, found: find(opened, query, narrowed || hits.length === firstHits ? undefined : tellGuess) };
  }
  const found = await known.found;
  const { ids, ...counted } = choice ? narrow(await facetsOnce(), found.ids, choice) : { ids: found.ids };
  const common = { id, query, total: ids.length, ...counted, ...(found.closest && { closest: found.closest }) };
  const end = Math.min(ids.length, from + limit);
  for (let at = from; at === from || at < end; ) {
    const stop = at === 0 ? Math.min(end, firstHits) : end;
    const hits = await Promise.all(ids.slice(at, stop).map(found.hit));
    // Whoever typed on while this was on its way wants the later answer.
    if (id !== latest) return;
    tell({ ...common, from: at, hits, guess: false, done: stop >= end });
    at = Math.max(stop, at + 1);
  }
}

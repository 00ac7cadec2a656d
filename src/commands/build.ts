/** EDGE: the portal as files. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Locale } from '../config.ts';
import { leftOut } from '../feeds/files.ts';
import { messages } from '../i18n/index.ts';
import { folderPrefix } from '../load/limits.ts';
import type { Memory } from '../load/memory.ts';
import { type Portal, setPortal } from '../portal.ts';
import { type CommonOptions, fixesIn, type Io, isHopeless, languageOf, openWatched } from './context.ts';
import { guardOut, placePortal } from './out-folder.ts';
import { PageMemory } from './page-memory.ts';
import { addressOf, type BuildWatch, portalConfig, portalOf } from './portal.ts';
import { encodePath, startIndex, writePortalFiles } from './portal-files.ts';
import { keepRenderer, openRenderer, type Renderer, rendererKey } from './renderer.ts';
import { countOf, prettyReport } from './report.ts';
import { makeWorkFolder, type WorkFolder } from './work-folder.ts';

export interface BuildOptions extends CommonOptions {
  readonly out: string;
  readonly locale: Locale | undefined;
  /** Whether to write nothing when there is an error. */
  readonly strict: boolean;
  /** That of kairanban. */
  readonly version: string;
  /** Gives what earlier runs found out about a portal in a folder. */
  readonly rememberPortal?: (folder: string) => Memory;
}

/** `kairanban build`: builds what can be built. 0 fine, 1 when something has an error. */
export async function runBuild(options: BuildOptions, io: Io): Promise<number> {
  const start = performance.now();
  guardOut(options.out, options.content);
  const workspace = openWatched(options, io);
  const words = messages(languageOf(options, workspace.graph.config));
  const { errors } = countOf(workspace.problems);
  const checked = workspace.source.files.length;
  const look = { checked, color: io.color, fixOf: fixesIn(workspace, words) };
  if (errors > 0) io.err(prettyReport(workspace.problems, words, look));
  if (isHopeless(workspace.problems) || (options.strict && errors > 0)) {
    io.err(`${words.cli.notBuilt}\n`);
    return 1;
  }
  io.progress(words.cli.building);
  const work = makeWorkFolder('build');
  try {
    const portal = portalOf(workspace, { level: options.visibility, locale: options.locale ?? options.lang });
    const pages = await buildPages(options, portal, work);
    for (const { file, why } of portal.pictures?.refused() ?? [])
      io.err(`${folderPrefix(options.content)}${file}: ${words.prose.badPicture[why]}\n`);
    placePortal(work.outDir, options.out, options.version);
    io.progress('');
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    io.out(`${words.cli.built(pages, options.out, seconds)}\n`);
    const missing = leftOut(portal, words);
    if (missing !== undefined) io.out(`${missing}\n`);
    if (errors > 0) io.err(`${words.cli.builtWithErrors}\n`);
  } finally {
    work.remove();
  }
  return errors > 0 ? 1 : 0;
}

/** Fills the work folder's `outDir`, and gives the number of pages. What earlier builds left is used where it can be. */
async function buildPages(options: BuildOptions, portal: Portal, work: WorkFolder): Promise<number> {
  const { content, out, rememberPortal } = options;
  if (!rememberPortal) return buildWithAstro(portal, content, work);
  const address = addressOf(portal);
  const key = rendererKey(address);
  const memory = new PageMemory(portal, rememberPortal(out), key, out);
  setPortal(memory.portal);
  const renderer = await openRenderer(key, address, join(work.root, 'renderer'));
  // What a kept renderer cannot do, Astro does, or says why not.
  const kept = renderer && buildKept(renderer, memory, work.outDir).catch(() => undefined);
  const pages = (await kept) ?? (await buildWithAstro(memory.portal, content, work, { key, memory }));
  memory.keep(work.outDir);
  return pages;
}

async function buildWithAstro(
  portal: Portal,
  content: string,
  work: WorkFolder,
  kept?: { readonly key: string; readonly memory: PageMemory },
): Promise<number> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  work.addSources();
  let pages = 0;
  const watch: BuildWatch = {
    bundled: () => kept && keepRenderer(kept.key, work.outDir),
    ...(kept && { memory: kept.memory }),
    built: (count) => {
      pages = count;
    },
  };
  const config = await portalConfig({ ...work, content, load: () => portal, watch });
  await build({ ...config, configFile: false, logLevel: 'error' });
  return pages;
}

/** Makes the pages that are not there yet or not the same any more, and copies the others. */
async function buildKept(renderer: Renderer, memory: PageMemory, outDir: string): Promise<number> {
  const index = startIndex();
  renderer.copyAssets(outDir);
  const pages = await renderer.pages();
  for (const { file, make } of pages) {
    mkdirSync(dirname(join(outDir, file)), { recursive: true });
    await memory.put(file, outDir, make);
  }
  const addresses = pages.flatMap(({ address }) => (address === undefined ? [] : encodePath(address)));
  await writePortalFiles(outDir, memory.portal, await index, addresses, memory);
  return addresses.length;
}

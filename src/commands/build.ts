/** EDGE: the portal as files. */
import { performance } from 'node:perf_hooks';
import type { Locale } from '../config.ts';
import { messages } from '../i18n/index.ts';
import { folderPrefix } from '../load/limits.ts';
import { currentPortal } from '../portal.ts';
import { type CommonOptions, fixesIn, type Io, isHopeless, languageOf, openWatched } from './context.ts';
import { guardOut, placePortal } from './out-folder.ts';
import { portalConfig, portalOf } from './portal.ts';
import { countOf, prettyReport } from './report.ts';
import { makeWorkFolder } from './work-folder.ts';

export interface BuildOptions extends CommonOptions {
  readonly out: string;
  readonly locale: Locale | undefined;
  /** Whether to write nothing when there is an error. */
  readonly strict: boolean;
  /** That of kairanban. */
  readonly version: string;
}

/** `kairanban build`: builds what can be built. 0 fine, 1 when something has an error. */
export async function runBuild(options: BuildOptions, io: Io): Promise<number> {
  const start = performance.now();
  guardOut(options.out, options.content);
  const workspace = openWatched(options, io);
  const words = messages(languageOf(options, workspace.graph.config));
  const { errors } = countOf(workspace.problems);
  const checked = workspace.content.entries.length;
  const look = { checked, color: io.color, fixOf: fixesIn(workspace, words) };
  if (errors > 0) io.err(prettyReport(workspace.problems, words, look));
  if (isHopeless(workspace.problems) || (options.strict && errors > 0)) {
    io.err(`${words.cli.notBuilt}\n`);
    return 1;
  }
  io.progress(words.cli.building);
  const work = makeWorkFolder('build');
  const load = () => portalOf(workspace, { level: options.visibility, locale: options.locale ?? options.lang });
  try {
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const { build } = await import('astro');
    let pages = 0;
    const built = (count: number) => {
      pages = count;
    };
    const config = portalConfig({ ...work, content: options.content, load, built });
    await build({ ...config, configFile: false, logLevel: 'error' });
    for (const { file, why } of currentPortal().pictures?.refused() ?? [])
      io.err(`${folderPrefix(options.content)}${file}: ${words.prose.badPicture[why]}\n`);
    placePortal(work.outDir, options.out, options.version);
    io.progress('');
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    io.out(`${words.cli.built(pages, options.out, seconds)}\n`);
    if (errors > 0) io.err(`${words.cli.builtWithErrors}\n`);
  } finally {
    work.remove();
  }
  return errors > 0 ? 1 : 0;
}

/** EDGE: the portal while somebody writes. */
import type { Locale } from '../config.ts';
import { messages } from '../i18n/index.ts';
import type { Problem } from '../problem.ts';
import { type CommonOptions, fixesIn, type Io, isHopeless, languageOf, openWorkspace } from './context.ts';
import type { ContentReport } from './dev-server.ts';
import { portalConfig, portalOf } from './portal.ts';
import { countOf, prettyReport } from './report.ts';
import { addedProblems } from './since.ts';
import { makeWorkFolder } from './work-folder.ts';

export interface DevOptions extends CommonOptions {
  readonly locale: Locale | undefined;
  readonly port: number;
}

/** `kairanban dev`: shows the portal and follows the content until it is stopped. */
export async function runDev(options: DevOptions, io: Io): Promise<number> {
  const first = openWorkspace(options);
  const words = messages(languageOf(options, first.graph.config));
  if (isHopeless(first.problems)) {
    io.err(prettyReport(first.problems, words, { checked: 0, color: io.color }));
    return 1;
  }
  const work = makeWorkFolder('dev');
  work.addSources();
  let report: ContentReport = { errors: 0, title: '', text: '' };
  /** Those that were there before anything was edited; told once. */
  let old: readonly Problem[] | undefined;
  const load = () => {
    const workspace = openWorkspace(options);
    const { problems } = workspace;
    const look = { checked: workspace.source.files.length, color: io.color, fixOf: fixesIn(workspace, words) };
    const news = old ? addedProblems(old, problems) : problems;
    old ??= problems;
    io.err(prettyReport(news, words, { ...look, older: problems.length - news.length }));
    const newsFirst = [...new Set([...news, ...problems])];
    const [title = '', ...lines] = prettyReport(newsFirst, words, { ...look, color: false })
      .trimEnd()
      .split('\n')
      .reverse();
    report = { errors: countOf(problems).errors, title, text: problems.length === 0 ? '' : lines.reverse().join('\n') };
    return portalOf(workspace, { level: options.visibility, locale: options.locale ?? options.lang });
  };
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { dev } = await import('astro');
  const config = await portalConfig({ ...work, content: options.content, load, report: () => report });
  const server = await dev({
    ...config,
    configFile: false,
    logLevel: 'error',
    server: { port: options.port, host: 'localhost' },
  });
  io.out(`${words.cli.serving(`http://localhost:${server.address.port}${config.base}`)}\n`);
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  await server.stop();
  work.remove();
  return signal === 'SIGINT' ? 0 : 143;
}

/** `kairanban search`: what the portal's search finds, why, how well, and which words it lacks. */
import { type Config, completeConfig, configFile } from '../config.ts';
import { portalUrl } from '../graph/routes.ts';
import { messages } from '../i18n/index.ts';
import { decode } from '../load/decode.ts';
import { folderPrefix, sizeLimit } from '../load/limits.ts';
import { loadConfig } from '../load/load-config.ts';
import { readNamed } from '../load/read.ts';
import { explain } from '../search/explain.ts';
import { search } from '../search/query.ts';
import { type CommonOptions, type Io, languageOf } from './context.ts';
import type { JudgeOptions } from './judge.ts';
import { inertJson } from './report.ts';
import { openBuilt } from './search-index.ts';
import { type Found, foundJson, foundReport, nothingReport } from './search-report.ts';
import { UsageError } from './usage.ts';

export interface SearchOptions extends CommonOptions {
  readonly query: string | undefined;
  readonly site: string | undefined;
  readonly json: boolean;
  readonly limit: string | undefined;
  readonly explain: boolean;
  readonly judge: string | undefined;
  readonly record: boolean;
  readonly suggestTerms: boolean;
  /** That of kairanban. */
  readonly version: string;
}

/** As the portal shows at first. */
const usualLimit = 5;

/**
 * 0 when something was found, or nothing got worse; 1 when not. Throws `UsageError` for options that do not go together,
 * a portal that is not there, and a file that cannot be read.
 */
export async function runSearch(options: SearchOptions, io: Io): Promise<number> {
  const { query, judge, suggestTerms } = options;
  refuseForeign(options);
  if (suggestTerms) {
    const { runSuggestTerms } = await import('./suggest-terms.ts');
    return runSuggestTerms(options, io);
  }
  if (judge !== undefined) {
    const { runJudge } = await import('./judge.ts');
    return runJudge({ ...options, file: judge } satisfies JudgeOptions, io);
  }
  if (query === undefined || query.trim() === '')
    throw new UsageError((words) => words.cli.missingArgument('QUERY', 'search'));
  return find(query, options, io);
}

/** Options that say nothing in what was asked for, so that nobody waits for what they do. */
function refuseForeign({ query, judge, suggestTerms, ...given }: SearchOptions): void {
  const mode = suggestTerms ? '--suggest-terms' : judge === undefined ? undefined : '--judge';
  if (mode === undefined) {
    if (given.record) throw new UsageError((words) => words.search.recordAlone);
    return;
  }
  if (query !== undefined) throw new UsageError((words) => words.cli.unexpectedArgument(query, `search ${mode}`));
  const foreign = [
    ...(given.explain ? ['--explain'] : []),
    ...(given.limit === undefined ? [] : ['--limit']),
    ...(suggestTerms && given.record ? ['--record'] : []),
    ...(suggestTerms && given.site !== undefined ? ['--site'] : []),
  ][0];
  if (foreign !== undefined) throw new UsageError((words) => words.cli.exclusive([mode, foreign]));
}

async function find(query: string, options: SearchOptions, io: Io): Promise<number> {
  const config = configIn(options.content);
  const words = messages(languageOf(options, config));
  const engine = await openBuilt(options.site ?? 'portal', options.version);
  const limit = Number(options.limit ?? usualLimit);
  const { answer, whys } = options.explain
    ? await explain(engine, query, limit)
    : { answer: await search(engine, query, limit), whys: [] };
  const { hits, cutOff, closest } = answer;
  const root = portalUrl({ config }) ?? '/';
  const found = hits.map((hit, index): Found => {
    const why = whys[index];
    return { hit, address: root + hit.url.replace(/^\//, ''), ...(why && { why }) };
  });
  if (options.json) io.out(inertJson({ version: 1, query, hits: found.map(foundJson), cutOff, closest }));
  else if (hits.length === 0) io.err(nothingReport(query, closest ?? [], words));
  else io.out(foundReport(found, cutOff, words, io.color));
  return hits.length > 0 ? 0 : 1;
}

/** The configuration alone: a portal is searched without reading what it was made of. What is wrong is for `check`. */
function configIn(folder: string): Config {
  const path = folderPrefix(folder) + configFile;
  const text = decode({ path: configFile, content: readNamed(path, sizeLimit(configFile)) });
  return typeof text === 'string' ? loadConfig(path, text, () => undefined) : completeConfig({});
}

/** What every command needs: the content, linked, and who is asking. */
import { basename, join, resolve, sep } from 'node:path';
import { check } from '../check/check.ts';
import { type Config, configFile, type Locale } from '../config.ts';
import { type FixOf, fixer } from '../fix/fixer.ts';
import { buildGraph, type Graph } from '../graph/graph.ts';
import { visibleAt } from '../graph/visibility.ts';
import { type Messages, messages } from '../i18n/index.ts';
import { type Content, loadContent } from '../load/load.ts';
import type { Memory } from '../load/memory.ts';
import { readFolder, type Source } from '../load/read.ts';
import type { Problem, Severity } from '../problem.ts';
import { kindOfFolder } from '../schema/index.ts';
import { type Level, morePublic } from '../schema/level.ts';
import { closest } from '../suggest.ts';
import { UsageError } from './usage.ts';

/** Where a command writes and what it may ask of the world; made by the entries, so that commands stay testable. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Shows what is going on, where a person watches; a later call replaces the earlier. Empty text clears it. */
  readonly progress: (text: string) => void;
  /** Whether `out` takes colours. */
  readonly color: boolean;
}

/** The options that every command has. */
export interface CommonOptions {
  readonly content: string;
  readonly visibility: Level;
  /** The instant that counts as now, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** The language asked for by option or environment. */
  readonly lang: Locale | undefined;
  /** Gives what earlier runs found out about a folder, if it is worth keeping. */
  readonly remember?: (source: Source) => Memory | undefined;
}

/** What decides how content is read. */
type Asked = Pick<CommonOptions, 'content' | 'now' | 'remember'>;

export interface Workspace {
  readonly source: Source;
  readonly content: Content;
  /** Everything, hidden things too: for checks only. */
  readonly graph: Graph;
  /** What is wrong, in the order of the files. */
  readonly problems: readonly Problem[];
}

/** Reads and checks a content folder. Throws `UsageError` for the folder of a kind, which is one too deep. */
export function openWorkspace(options: Asked, judgement?: Judgement): Workspace {
  return openSource(readContent(options.content), options, judgement);
}

/** The files of a content folder. Throws `UsageError` for the folder of a kind, where every page is out of place. */
export function readContent(folder: string): Source {
  const source = readFolder(folder);
  const isContent = ({ path }: { path: string }) =>
    path === configFile || kindOfFolder(path.replace(/\/.*$/s, '')) !== undefined;
  if (source.files.length > 0 && kindOfFolder(basename(resolve(folder))) && !source.files.some(isContent)) {
    const around = join(folder, '..').split(sep).join('/');
    throw new UsageError((words) => words.cli.contentTooDeep(folder, around));
  }
  return source;
}

/** The same, with a word about it to a person who waits. */
export function openWatched(options: CommonOptions, io: Io, judgement?: Judgement): Workspace {
  io.progress(messages(options.lang ?? 'ja').cli.checking);
  const workspace = openWorkspace(options, judgement);
  io.progress('');
  return workspace;
}

/** How content is checked, where that is not by its own severities and completely. */
export interface Judgement {
  /** The configuration whose severities count. */
  readonly held?: Config;
  /** Who shows no problems need not look for those less severe. */
  readonly least?: Severity;
}

/** The same for content that was read from elsewhere, such as a commit. */
export function openSource(
  source: Source,
  { now, remember }: Omit<Asked, 'content'>,
  { held, least }: Judgement = {},
): Workspace {
  const content = loadContent(source, { memory: remember?.(source), held });
  const graph = buildGraph(content, now);
  return { source, content, graph, problems: check(graph, content.problems, least) };
}

/** The level of a message: the audience's or the one asked for, whichever is more public. */
export function messageLevel(graph: Graph, audience: string, asked: Level): Level {
  const known = graph.config.audiences[audience];
  if (known) return morePublic(known.level, asked);
  const ids = Object.keys(graph.config.audiences);
  throw new UsageError((words) => words.cli.unknownAudience(audience, ids, closest(audience, ids)));
}

/** The same content as of another instant, checked for errors only. */
export function seenAt({ source, content }: Workspace, now: number): Workspace {
  const graph = buildGraph(content, now);
  return { source, content, graph, problems: check(graph, content.problems, 'error') };
}

/** What a message at a level may know: no release that has an error is ever told to anybody. */
export function tellableGraph({ graph, problems }: Workspace, level: Level): Graph {
  const broken = new Set(problems.filter((problem) => problem.severity === 'error').map((problem) => problem.path));
  return visibleAt(graph, level, (entry) => entry.kind === 'release' && broken.has(entry.path));
}

/** What would mend the problems of a workspace, labels being meant in the language of `words`. */
export function fixesIn({ source, graph }: Workspace, words: Messages): FixOf {
  return fixer(source, graph.config, words);
}

/** The language to speak: as asked, else the site's. */
export function languageOf(options: Pick<CommonOptions, 'lang'>, config: Config): Locale {
  return options.lang ?? config.locale;
}

/** Whether the folder cannot be used at all, so that a command had better stop. */
export function isHopeless(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.rule === 'content-missing' || problem.rule === 'content-empty');
}

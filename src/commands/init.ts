import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { shellWord } from '../authoring/lines.ts';
import { type StarterFile, starterFiles } from '../authoring/starter.ts';
import { configFile } from '../config.ts';
import { messages } from '../i18n/index.ts';
import { type StarterWords, starterWords } from '../i18n/starter.ts';
import { loadContent } from '../load/load.ts';
import { readFolder, readNamed } from '../load/read.ts';
import { dayIn } from '../schema/day-in.ts';
import type { CommonOptions, Io } from './context.ts';
import { type AnswerOptions, answersOf } from './init-answers.ts';
import { configSchema, makeFolder, placeFile, type Repository, repositoryAround, standing } from './project-folder.ts';
import { UsageError } from './usage.ts';

/** The most bytes of a `.gitignore` that are looked at. */
const ignoreLimit = 1024 * 1024;

export interface InitOptions extends CommonOptions, AnswerOptions {
  /** The folder to set up. */
  readonly folder: string;
  readonly version: string;
}

/**
 * `kairanban init [DIR]`: writes what a repository needs to begin with, and nothing over what is there. 0 when all of
 * it is there afterwards, 1 when the user stopped it. Throws `UsageError` for answers that cannot be used and folders
 * that cannot be written.
 */
export async function runInit(options: InitOptions, io: Io): Promise<number> {
  const { folder } = options;
  const content = contentIn(folder, options.content);
  const source = readFolder(join(folder, content));
  const { config } = loadContent(source);
  const configured = source.files.some(({ path }) => path === configFile) ? config : undefined;
  const hasPages = source.files.some(({ path }) => path !== configFile);
  const answers = await answersOf(options, configured, hasPages);
  if (answers === undefined) {
    io.err(`${messages(options.lang ?? 'ja').cli.newStopped}\n`);
    return 1;
  }
  const repository = repositoryAround(folder);
  const files = starterFiles(answers, {
    content,
    below: repository?.below ?? '',
    repository: repository?.url,
    branch: repository?.branch ?? 'main',
    schema: configSchema(),
    version: options.version,
    today: dayIn(options.now, config.timeZone),
  });
  makeFolder(folder);
  const placed = placeAll(folder, files);
  const noExamples = hasPages && (configured === undefined || options.kinds !== undefined);
  io.out(report(placed, starterWords(options.lang ?? answers.locale), { folder, content, repository, noExamples }));
  return 0;
}

/** The content folder from the folder that is set up, with `/`. */
function contentIn(folder: string, content: string): string {
  const path = relative(resolve(folder), resolve(folder, content));
  if (isAbsolute(path) || path.split(sep)[0] === '..') throw new UsageError((words) => words.cli.initContent(content));
  return path.split(sep).join('/') || '.';
}

interface Placed {
  readonly written: readonly StarterFile[];
  /** What was there already, other than what would have been written. */
  readonly kept: readonly StarterFile[];
}

function placeAll(folder: string, files: readonly StarterFile[]): Placed {
  const written: StarterFile[] = [];
  const kept: StarterFile[] = [];
  for (const file of files) {
    const there = standing(folder, file.path) ?? file.path;
    const result = there === file.path ? placeFile(folder, file.path, file.text) : 'different';
    if (result === 'written') written.push(file);
    if (result === 'different') kept.push({ ...file, path: there });
  }
  return { written, kept };
}

interface Place {
  readonly folder: string;
  readonly content: string;
  readonly repository: Repository | undefined;
  /** Whether there are none, other than was to be expected, because there are pages. */
  readonly noExamples: boolean;
}

/** The lines of our `.gitignore` that the repository's own lacks. */
function missingLines(folder: string, kept: readonly StarterFile[]): string[] {
  const ours = kept.find(({ path }) => path === '.gitignore');
  const there = ours && readNamed(join(folder, ours.path), ignoreLimit);
  if (!(there instanceof Uint8Array)) return [];
  const bare = (line: string) => line.trim().replace(/^\/|\/$/g, '');
  const own = new Set(new TextDecoder().decode(there).split('\n').map(bare));
  return ours?.text.split('\n').filter((line) => line !== '' && !own.has(bare(line))) ?? [];
}

/** What became of it, and what to do next. */
function report({ written, kept }: Placed, words: StarterWords, place: Place): string {
  const { folder, content, repository, noExamples } = place;
  const width = Math.max(0, ...[...written, ...kept].map(({ path }) => path.length)) + 2;
  const list = (files: readonly StarterFile[]) => files.map(({ path, purpose }) => `  ${path.padEnd(width)}${purpose}`);
  const own = posix.normalize(`${folder.replaceAll('\\', '/')}/${content}`).replace(/^\.\//, '');
  const { steps } = words;
  const below = repository && repository.below !== '';
  const missing = missingLines(folder, kept);
  return [
    [written.length > 0 ? words.written(written.length) : words.nothing, ...list(written)],
    kept.length > 0 ? [words.kept, ...list(kept)] : [],
    missing.length > 0 ? [words.ignore, ...missing.map((line) => `  ${line}`)] : [],
    noExamples ? [words.noExamples(own)] : [],
    below ? [words.belowTop(repository.top, withContent('init', posix.join(repository.below, content)))] : [],
    [
      words.next,
      ...[
        steps.look(withContent('dev', own)),
        (written.some(({ path }) => /^[^.].*\.md$/.test(path)) ? steps.replace : steps.write)(
          withContent('new release', own),
        ),
        ...(below ? [] : [steps.push]),
      ].map((step, index) => `  ${index + 1}. ${step}`),
    ],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function withContent(command: string, content: string): string {
  return `npx kairanban ${command}${content === 'content' ? '' : ` --content ${shellWord(content)}`}`;
}

/** `check --fix`: plans every safe fix in memory, then writes the files. */
import { mended } from '../fix/fixer.ts';
import type { Messages } from '../i18n/index.ts';
import { encodeLike } from '../load/decode.ts';
import { folderPrefix } from '../load/limits.ts';
import type { Source } from '../load/read.ts';
import { replaceFile } from '../load/write.ts';
import { compareText, type Problem } from '../problem.ts';
import { inertLine } from '../render/inert.ts';
import { type CommonOptions, openSource, openWorkspace, type Workspace } from './context.ts';

/** A fix may uncover the next problem of its file. So often is looked again; five times is much already. */
const mostRounds = 20;

/**
 * Mends what is safe of the problems that `chosen` gives of a workspace. Gives the workspace as it is then, and says of
 * each file how much was mended, or why nothing was.
 */
export function fixContent(
  options: CommonOptions,
  workspace: Workspace,
  chosen: (workspace: Workspace) => readonly Problem[],
  words: Messages,
  say: (line: string) => void,
): Workspace {
  const counts = new Map<string, number>();
  let fixed = workspace;
  for (let round = 0; round < mostRounds; round++) {
    const changes = mended(fixed.source, fixed.graph.config, words, chosen(fixed));
    if (changes.size === 0) break;
    for (const [path, { count }] of changes) counts.set(path, (counts.get(path) ?? 0) + count);
    fixed = openSource(withLines(fixed.source, changes), options);
  }
  if (counts.size === 0) {
    say(words.cli.nothingFixed);
    return workspace;
  }
  let refused = false;
  for (const [path, count] of [...counts].sort(([a], [b]) => compareText(a, b))) {
    const outcome = replaceFile(options.content, path, bytesOf(workspace.source, path), bytesOf(fixed.source, path));
    const name = inertLine(folderPrefix(options.content) + path);
    refused ||= outcome !== 'written';
    say(outcome === 'written' ? words.cli.fixed(name, count) : words.cli.notFixed(name, outcome));
  }
  return refused ? openWorkspace(options) : fixed;
}

function withLines(source: Source, changes: ReturnType<typeof mended>): Source {
  const files = source.files.map((file) => {
    const change = changes.get(file.path);
    return change && file.content instanceof Uint8Array
      ? { ...file, content: encodeLike(file.content, change.lines) }
      : file;
  });
  return { ...source, files };
}

function bytesOf({ files }: Source, path: string): Uint8Array {
  return files.find((file) => file.path === path)?.content as Uint8Array;
}

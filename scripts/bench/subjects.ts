/** What is measured: our commands and, beside each, the least or the usual that does the same work. */
import { appendFileSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpusNow } from './corpus.ts';
import { type Command, memoryFolder } from './measure.ts';
import { putAside } from './place.ts';
import { writePlainSite } from './plain-site.ts';
import { writeStarlightSite } from './starlight-site.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = join(root, 'node_modules');
const floorFile = fileURLToPath(new URL('floor.mjs', import.meta.url));
const indexFile = fileURLToPath(new URL('index-alone.ts', import.meta.url));

/** Beside the packages: Astro loses components with which its site shares no folder but the root of all. */
export const starlightFolder = join(realpathSync(packages), '../.kairanban', `starlight-${process.pid}`, 'site');

export const subjectNames = [
  'floor',
  'check',
  'again',
  'lint',
  'summary',
  'build',
  'edited',
  'graph',
  'index',
  'astro',
  'pagefind',
  'starlight',
] as const;
export type SubjectName = (typeof subjectNames)[number];

/** What a subject is called in the tables. */
export const labels: { readonly [S in SubjectName]: string } = {
  floor: 'floor of `check`: read, split, parse the YAML',
  check: '`kairanban check`',
  again: '`kairanban check`, once more',
  lint: 'markdownlint-cli2, as it comes',
  summary: '`kairanban summary`',
  build: '`kairanban build`',
  edited: '`kairanban build`, after a text was edited',
  graph: 'content read, checked and linked',
  index: 'the same, and the index of search',
  astro: 'plain Astro',
  pagefind: 'stock Pagefind over it',
  starlight: 'Starlight, as it comes',
};

export interface Subject extends Command {
  readonly name: SubjectName;
  /** Takes away what an earlier run left, so that every run starts cold. */
  readonly prepare?: () => void;
}

/** Everything to run over `folder/content`. */
export function subjectsOf(folder: string, cli: string): Subject[] {
  const site = join(folder, 'plain');
  const astro = join(packages, 'astro/bin/astro.mjs');
  const node = (name: SubjectName, cwd: string, ...argv: string[]) => ({
    name,
    cwd,
    argv: [process.execPath, ...argv],
  });
  const ours = (command: 'check' | 'summary' | 'build', ...left: string[]) => ({
    ...node(command, folder, cli, command, '--now', corpusNow),
    prepare: () => {
      for (const name of [memoryFolder, ...left]) putAside(join(folder, name));
    },
  });
  return [
    node('floor', folder, floorFile, 'content'),
    ours('check'),
    node('again', folder, cli, 'check', '--now', corpusNow),
    // It exits with 1 when it finds something, which is not our business here.
    {
      ...node('lint', folder, join(packages, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), 'content/**/*.md'),
      exits: [0, 1],
    },
    ours('summary'),
    ours('build', 'portal'),
    { ...node('edited', folder, cli, 'build', '--now', corpusNow), prepare: () => editText(join(folder, 'content')) },
    node('graph', folder, indexFile, 'graph', corpusNow),
    node('index', folder, indexFile, 'index', corpusNow),
    { ...node('astro', site, astro, 'build'), prepare: () => writePlainSite(site, packages) },
    node('pagefind', site, join(packages, 'pagefind/lib/runner/bin.cjs'), '--site', 'dist'),
    {
      ...node('starlight', starlightFolder, astro, 'build'),
      prepare: () => writeStarlightSite(starlightFolder, join(folder, 'content'), packages),
    },
  ];
}

/** Adds a line to the text of a release: what somebody does who writes. */
function editText(content: string): void {
  const releases = join(content, 'releases');
  const [name] = readdirSync(releases).sort();
  if (name !== undefined) appendFileSync(join(releases, name), '\n追記しました。\n');
}

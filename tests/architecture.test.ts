/** The arrows of docs/architecture: who may import whom, and who may touch the world. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './support/process.ts';

/** Stages from left to right; those in one row may import each other. */
const stages = [
  ['problem', 'suggest', 'schema', 'config', 'i18n'],
  ['load'],
  ['graph'],
  ['check', 'fix'],
  ['authoring'],
  ['portal', 'labels', 'search', 'summary', 'feeds'],
  ['render'],
  ['core'],
  ['deliver'],
  ['commands'],
  ['cli', 'action', 'bin'],
];

const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|astro)$/.test(path))
  .sort();

const textOf = (path: string) => readFileSync(join(src, path), 'utf8');
const stageOf = (path: string) => (path.split('/')[0] as string).replace(/\.ts$/, '');
const rank = (stage: string) => stages.findIndex((row) => row.includes(stage));

/** What a file imports, and whether only for its types. */
function importsOf(path: string): { target: string; types: boolean }[] {
  const found = textOf(path).matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)\s*import\s+'([^']+)'/g,
  );
  return [...found].map((match) => ({
    target: (match[2] ?? match[3] ?? match[4]) as string,
    types: match[1] !== undefined,
  }));
}

test('every file belongs to a stage', () => {
  const strays = files.filter((path) => stageOf(path) !== 'site' && rank(stageOf(path)) === -1);
  expect(strays).toEqual([]);
});

test('imports go from right to left only', () => {
  const wrong = files
    .filter((path) => stageOf(path) !== 'site')
    .flatMap((path) =>
      importsOf(path)
        .filter(({ target, types }) => target.startsWith('.') && !types)
        .map(({ target }) => relative(src, join(src, dirname(path), target)).replaceAll('\\', '/'))
        .filter((target) => !target.startsWith('..') && rank(stageOf(target)) > rank(stageOf(path)))
        .map((target) => `${path} → ${target}`),
    );
  expect(wrong).toEqual([]);
});

test('pages know the core by `#core` and `#search` alone, and nothing knows the pages', () => {
  const reaching = files
    .filter((path) => stageOf(path) === 'site')
    .flatMap((path) => importsOf(path).map(({ target }) => ({ path, target })))
    .filter(
      ({ path, target }) =>
        target.startsWith('.') && !join(dirname(path), target).replaceAll('\\', '/').startsWith('site/'),
    )
    .map(({ path, target }) => `${path} → ${target}`);
  expect(reaching).toEqual([]);
  const known = files
    .filter((path) => stageOf(path) !== 'site')
    .filter((path) => importsOf(path).some(({ target }) => /(^|\/)site\//.test(target)));
  expect(known).toEqual([]);
});

test('only files marked EDGE touch the disk, the network, the clock or the process', () => {
  const world =
    /from 'node:(fs|http|https|net|child_process|module|perf_hooks)'|\bprocess\.|\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\b(document|window|navigator)\./;
  const wrong = files.filter((path) => {
    const text = textOf(path);
    return world.test(text) && !text.includes('EDGE: ') && !path.endsWith('.astro');
  });
  expect(wrong).toEqual([]);
});

test('no file is marked EDGE without need', () => {
  const marked = files.filter((path) => textOf(path).includes('/** EDGE: '));
  const world =
    /\blocalStorage\b|\bHTML\w*Element\b|\bWorker\b|from 'node:|\bprocess\b|\bfetch\(|\bky\b|\bDate\.now\(|\bdocument\b|from 'pagefind'|import\('astro'\)|\bsirv\b/;
  expect(marked.filter((path) => !world.test(textOf(path)))).toEqual([]);
});

test('files stay small', () => {
  const large = files.filter((path) => path.endsWith('.ts')).filter((path) => textOf(path).split('\n').length > 300);
  expect(large).toEqual([]);
});

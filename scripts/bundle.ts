/** Bundles the sources: the command line for npm (`dist/cli.js` and its parts) or the Action (`dist/action.js`). */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import licensePlugin from 'rollup-plugin-license';
import { sealFile } from '../src/commands/renderer.ts';
import { codeIn, shippedFolder, sourcesFile, sourcesHash, standIns } from '../src/commands/shipped.ts';
import { readerFiles } from '../src/search/documents.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installed with the package instead of bundled: they bring binaries, or files that they find by their own place. */
const external = [/^astro($|\/)/, /^@astrojs\//, /^pagefind$/];

// Its types describe another module format than Node sees.
const license = licensePlugin as unknown as typeof licensePlugin.default;

/**
 * Parts of packages that we never reach and do not ship: gray-matter's other languages, one of which evaluates what it
 * reads (we pass our own engine), and the HTTP client that `@actions/core` has for identity tokens.
 */
const notShipped = [/gray-matter[\\/]lib[\\/]engines\.js$/, /@actions[\\/]http-client[\\/]lib[\\/]index\.js$/];

const withoutUnused: Plugin = {
  name: 'without-unused',
  load: (id) => (notShipped.some((part) => part.test(id)) ? 'module.exports = {};' : undefined),
};

/**
 * In the place of Pagefind, whose program no bundle holds: what we ask it for, its code for browsers, with which search
 * is judged.
 */
const pagefindReader: Plugin = {
  name: 'pagefind-reader',
  resolveId: { filter: { id: /^pagefind$/ }, handler: (id) => ({ id: `\0${id}` }) },
  load: {
    filter: { id: /^\0pagefind$/ },
    handler: async () => {
      const files = (await readerFiles()).map(({ path, content }) => [path, Buffer.from(content).toString('base64')]);
      return `const files = ${JSON.stringify(files)}.map(([path, text]) => ({ path, content: Buffer.from(text, 'base64') }));
export const createIndex = async () => ({ errors: [], index: { getFiles: async () => ({ errors: [], files }) } });
export const close = async () => undefined;`;
    },
  },
};

/**
 * Node's own modules, asked for as they are. An `import` of one makes a module of all its exports, and so loads what it
 * would load when needed: streams for `node:fs`, web cryptography for `node:crypto`, the input of the terminal for
 * `node:process`. That is a twentieth of `check`. Hashing, the one thing that we ask of cryptography, loads it only when
 * something is hashed: a tenth of starting.
 */
const builtins: Plugin = {
  name: 'builtins',
  renderChunk: (code) =>
    code.replace(
      /^import (?:([\w$]+)(?:, )?)?(?:\{([^}]*)\})? ?from "((?:node:)?[\w/]+)";$/gm,
      (statement, whole: string | undefined, names: string | undefined, name: string) => {
        if (!isBuiltin(name)) return statement;
        const module = `globalThis.process.getBuiltinModule("${name}")`;
        const hashing: string[] = [];
        const parts = names
          ?.replace(/\bdefault as ([\w$]+)(?:, )?/, '')
          .replace(/\b(createHash|hash)(?: as ([\w$]+))?(?![\w$])(?:, )?/g, (part, called: string, local = called) => {
            if (!name.endsWith('crypto')) return part;
            hashing.push(`const ${local} = (...given) => ${module}.${called}(...given);`);
            return '';
          })
          .replaceAll(' as ', ': ');
        const all = whole ?? /\bdefault as ([\w$]+)/.exec(names ?? '')?.[1];
        return [all && `const ${all} = ${module};`, parts?.trim() && `const {${parts}} = ${module};`, ...hashing]
          .filter(Boolean)
          .join('\n');
      },
    ),
};

/**
 * What every command loads is two files and not twenty: the words, which any version of Node.js can say, and what `check`
 * needs; what `summary` needs besides is one more. Each file that is found and opened takes as long as reading a page does
 * thirty times.
 */
const together = {
  groups: [
    { name: 'words', test: /src[\\/]i18n[\\/]index\.ts$/, priority: 1 },
    { name: 'check', test: /src[\\/]commands[\\/](check|run|remember)\.ts$/ },
    { name: 'summary', test: /src[\\/]commands[\\/]summary\.ts$/ },
  ],
};

async function bundle(input: Record<string, string>, folder: string, licenses: string, single: boolean): Promise<void> {
  const build = await rolldown({
    input,
    platform: 'node',
    external: single ? [] : external,
    cwd: root,
    // Names of modules stand in the bundle; they are those of this folder, wherever its packages really are.
    resolve: { symlinks: false },
    logLevel: 'warn',
    plugins: [
      withoutUnused,
      builtins,
      ...(single ? [pagefindReader] : []),
      license({ thirdParty: { output: { file: join(folder, licenses) } } }) as unknown as Plugin,
    ],
  });
  await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // The Action's code is in Git, to be read; the command line's is read by every process that starts, which takes time.
    ...(single ? { codeSplitting: false } : { minify: true, codeSplitting: together }),
  });
  await build.close();
}

/** The Action, one file with everything in it, into a folder. */
export async function bundleAction(folder: string): Promise<void> {
  await bundle({ action: 'src/action.ts' }, folder, 'action.licenses.txt', true);
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'node_modules/pagefind/package.json'), 'utf8'));
  const text = readFileSync(join(root, 'node_modules/pagefind/LICENSE/LICENSE'), 'utf8');
  const notice = `\n---\n\nName: ${name}\nVersion: ${version}\nLicense: ${license}\nLicense Text:\n===\n\n${text}`;
  appendFileSync(join(folder, 'action.licenses.txt'), notice);
}

/** The command line and what the portal's pages import, into `dist/`, beside the Action. */
export async function bundlePackage(): Promise<void> {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  const stale = (name: string) => name.endsWith('.js') && name !== 'action.js';
  for (const name of readdirSync(dist).filter(stale)) rmSync(join(dist, name));
  await bundle({ cli: 'src/bin.ts', core: 'src/core.ts', search: 'src/search/query.ts' }, dist, 'licenses.txt', false);
  buildRenderer(dist);
}

/**
 * Has the bundle build a portal of nothing, and takes what Astro made of the site's sources from what it keeps for its next
 * build. What it says of this machine is taken out.
 */
function buildRenderer(dist: string): void {
  const folder = join(dist, shippedFolder);
  rmSync(folder, { recursive: true, force: true });
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'kairanban-renderer-')));
  try {
    mkdirSync(join(work, 'content'));
    writeFileSync(join(work, 'content/kairanban.yaml'), `portal: { url: ${standIns.site}${standIns.base} }\n`);
    const homes = ['HOME', 'XDG_CACHE_HOME', 'LOCALAPPDATA'].map((name) => [name, join(work, 'home')]);
    // Vite writes what it reads of the environment into the code.
    const env = { PATH: process.env.PATH, ...Object.fromEntries(homes) };
    execFileSync(process.execPath, [join(dist, 'cli.js'), 'build'], {
      cwd: work,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [seal = ''] = readdirSync(work, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith(sealFile),
    );
    const built = join(work, dirname(seal));
    cpSync(built, folder, { recursive: true, filter: (path) => ![sealFile, 'node_modules'].includes(basename(path)) });
    for (const file of codeIn(folder)) {
      const text = readFileSync(file, 'utf8')
        .replaceAll(pathToFileURL(join(dist, 'core.js')).href, standIns.core)
        .replaceAll(`${work}/`, '/')
        .replace(/\.kairanban\/build-\d+/g, 'kairanban')
        .replace(/^\/\/ \S*node_modules\/.*\n/gm, '');
      if ([basename(work), root].some((part) => text.includes(part))) throw new Error(`${file} says where it was made`);
      writeFileSync(file, text);
    }
    writeFileSync(join(folder, sourcesFile), sourcesHash());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundlePackage();

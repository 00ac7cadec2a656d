/** EDGE: content → a portal, through Astro. The same for `build`, `dev` and a plain `astro build`. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { passthroughImageService } from 'astro/config';
import type { Locale } from '../config.ts';
import { portalUrl } from '../graph/routes.ts';
import { visibleAt } from '../graph/visibility.ts';
import { messages } from '../i18n/index.ts';
import { basePath, currentPortal, type Portal, setPortal } from '../portal.ts';
import type { Level } from '../schema/level.ts';
import type { IndexFile } from '../search/files.ts';
import { indexPortal, readerFiles } from '../search/index.ts';
import type { Workspace } from './context.ts';
import { openPictures } from './pictures.ts';

export interface PortalOptions {
  readonly level: Level;
  /** The language of the portal; without it the site's. */
  readonly locale: Locale | undefined;
}

/** What the pages are made of: the content as its readers may see it. */
export function portalOf({ graph, source }: Workspace, { level, locale }: PortalOptions): Portal {
  const visible = visibleAt(graph, level);
  const base = basePath(portalUrl(visible));
  return { graph: visible, level, locale: locale ?? graph.config.locale, base, pictures: openPictures(source.folder) };
}

/** The folder of this module's package: sources here, the bundle when installed. */
export const packageRoot = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '..' : '../..', import.meta.url));

const bundled = import.meta.url.includes('/dist/');

/** The core as the pages import it: the very module instances of this process. */
const coreUrl = new URL(bundled ? './core.js' : '../core.ts', import.meta.url).href;

/** Search as the browser runs it: bundled into the pages' script. */
const searchFile = fileURLToPath(new URL(bundled ? './search.js' : '../search/query.ts', import.meta.url));

/** The code that Pagefind reads its index with, as a module of ours. */
const readerId = 'virtual:pagefind';

/** What the pages import beside their own files. */
const modules = {
  name: 'kairanban:core',
  enforce: 'pre' as const,
  // The core is external, so that pages share this process's modules and nothing is bundled or serialised twice.
  resolveId: (id: string) => {
    if (id === '#core') return { id: coreUrl, external: true };
    if (id === '#search') return { id: searchFile };
    return id === readerId ? { id } : undefined;
  },
  load: async (id: string) => {
    if (id !== readerId) return undefined;
    const file = (await readerFiles()).find(({ path }) => path === 'pagefind.js');
    return Buffer.from(file?.content ?? '').toString();
  },
};

export interface ConfigOptions {
  /** Where the site's sources are: `root/src/site`, or a copy of that folder. */
  readonly srcDir: string;
  readonly root: string;
  readonly outDir: string;
  /** The content folder, watched in `dev`. */
  readonly content: string;
  /** Reads the content again; called once for a build, and on each change in `dev`. */
  readonly load: () => Portal;
  /** Told how many pages were built. */
  readonly built?: (pages: number) => void;
}

/**
 * What a page may load and run, in a `<meta>` of its own: files of the portal and nothing from elsewhere; Astro puts in
 * the hashes of scripts and styles. Search compiles WebAssembly, in browsers whose workers keep to their page's policy.
 */
const contentPolicy = {
  directives: [
    "default-src 'none'",
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ] satisfies string[] as never,
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
  styleDirective: { resources: ["'self'"] },
};

/** The whole configuration of Astro. */
export function portalConfig({ srcDir, root, outDir, content, load, built }: ConfigOptions): AstroUserConfig {
  const portal = load();
  setPortal(portal);
  const url = portalUrl(portal.graph);
  return {
    root,
    srcDir,
    outDir,
    publicDir: `${srcDir}/public`,
    base: portal.base,
    ...(url !== undefined && { site: new URL(url).origin }),
    output: 'static',
    trailingSlash: 'ignore',
    compressHTML: true,
    build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets', concurrency: 8 },
    devToolbar: { enabled: false },
    image: { service: passthroughImageService() },
    security: { csp: contentPolicy },
    integrations: [kairanban(content, load, built)],
    vite: {
      plugins: [modules],
      // One file, for each that a worker imports costs it a round trip.
      worker: { format: 'es', plugins: () => [modules] },
      server: { fs: { allow: [root, srcDir, packageRoot] } },
    },
  };
}

function kairanban(content: string, load: () => Portal, built: ConfigOptions['built']): AstroIntegration {
  let index: Promise<IndexFile[]> | undefined;
  const start = () => indexPortal(currentPortal(), messages(currentPortal().locale));
  return {
    name: 'kairanban',
    hooks: {
      'astro:build:start': () => {
        index = start();
        // Reported where it is awaited; until then a failure must not end the process.
        index.catch(() => undefined);
      },
      'astro:build:done': async ({ dir, pages }) => {
        built?.(pages.length);
        const files = (await index) ?? [];
        const folder = join(fileURLToPath(dir), 'pagefind');
        for (const name of new Set(files.map(({ path }) => dirname(path))))
          mkdirSync(join(folder, name), { recursive: true });
        for (const { path, content } of files) writeFileSync(join(folder, path), content);
        const { pictures } = currentPortal();
        for (const path of pictures?.paths() ?? []) {
          // One after the other: together they may be more than there is room for.
          const picture = await pictures?.file(path);
          if (picture) writeFileSync(join(fileURLToPath(dir), path), picture.content);
        }
      },
      'astro:server:setup': ({ server }) => {
        server.watcher.add(resolve(content));
        server.watcher.on('all', (_event, path) => {
          if (!path.startsWith(resolve(content))) return;
          setPortal(load());
          index = undefined;
          // Astro keeps the paths of a dynamic route until its content layer, which we do not use, says this.
          for (const environment of Object.values(server.environments))
            environment.hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        });
        server.middlewares.use(async (request, response, next) => {
          const path = decodeURIComponent((request.url ?? '').replace(/[?#].*$/, ''));
          const asset = /_assets\/[^/]+$/.exec(path)?.[0];
          const picture = asset && (await currentPortal().pictures?.file(asset));
          if (picture) return response.setHeader('content-type', picture.type).end(picture.content);
          const at = path.indexOf('/pagefind/');
          if (at === -1) return next();
          index ??= start();
          const file = (await index).find((one) => one.path === path.slice(at + '/pagefind/'.length));
          if (!file) return next();
          response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
          response.end(file.content);
        });
      },
    },
  };
}

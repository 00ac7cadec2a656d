/** EDGE: content → a portal, through Astro. The same for `build`, `dev` and a plain `astro build`. */

import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, AstroUserConfig } from 'astro';
import type { Locale } from '../config.ts';
import { portalUrl } from '../graph/routes.ts';
import { visibleAt } from '../graph/visibility.ts';
import { basePath, currentPortal, type Portal, setPortal } from '../portal.ts';
import type { Level } from '../schema/level.ts';
import type { IndexFile } from '../search/files.ts';
import type { Workspace } from './context.ts';
import { type ContentReport, problemPanel, serveContent } from './dev-server.ts';
import type { PageMemory } from './page-memory.ts';
import { openPictures } from './pictures.ts';
import { encodePath, portalPath, startIndex, writePortalFiles } from './portal-files.ts';
import { coreUrl, packageRoot, searchFile } from './program.ts';
import { pageFile } from './renderer.ts';
import type { Address } from './shipped.ts';

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

/** What the pages import beside their own files. */
const modules = {
  name: 'kairanban:core',
  enforce: 'pre' as const,
  // The core is external, so that pages share this process's modules and nothing is bundled or serialised twice.
  resolveId: (id: string) => {
    if (id === '#core') return { id: coreUrl, external: true };
    return id === '#search' ? { id: searchFile } : undefined;
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
  /** Told how a build goes on. */
  readonly watch?: BuildWatch;
  /** In `dev`: says what is wrong with the content, which pages then show. */
  readonly report?: () => ContentReport;
}

export interface BuildWatch {
  /** Astro has built all but pages into its folder. */
  readonly bundled: () => void;
  /** Told of what is made, so that the next build may keep it. */
  readonly memory?: PageMemory;
  /** How many pages there are. */
  readonly built: (pages: number) => void;
}

/** The address that a portal is built for, as its settings say. */
export function addressOf(portal: Portal): Address {
  const url = portalUrl(portal.graph);
  return { base: portal.base, ...(url !== undefined && { site: new URL(url).origin }) };
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

/** What only search loads is one file, what pages share is another: each more costs whoever searches a round trip. */
const codeSplitting = {
  groups: [
    { name: 'common', test: /\/client\/[^/]+$/, minShareCount: 2, priority: 1 },
    { name: 'search', test: /\/client\/search\// },
  ],
};

/** The whole configuration of Astro. */
export async function portalConfig({
  srcDir,
  root,
  outDir,
  content,
  load,
  watch,
  report,
}: ConfigOptions): Promise<AstroUserConfig> {
  // A build that needs no Astro does not load it.
  const { passthroughImageService } = await import('astro/config');
  const portal = load();
  setPortal(portal);
  return {
    root,
    srcDir,
    outDir,
    publicDir: `${srcDir}/public`,
    ...addressOf(portal),
    output: 'static',
    trailingSlash: 'ignore',
    compressHTML: true,
    build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets', concurrency: 8 },
    devToolbar: { enabled: false },
    image: { service: passthroughImageService() },
    security: { csp: contentPolicy },
    integrations: [kairanban(content, load, watch), ...(report ? [problemPanel(report, portal.base)] : [])],
    vite: {
      plugins: [modules],
      // One file, for each that a worker imports costs it a round trip.
      worker: { format: 'es', plugins: () => [modules] },
      environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
      // What scripts load they find from where they are: the same bytes under any address.
      experimental: {
        renderBuiltUrl: (_, { hostType, ssr }) => (hostType === 'js' && !ssr ? { relative: true } : undefined),
      },
      server: { fs: { allow: [root, srcDir, packageRoot] } },
    },
  };
}

function kairanban(content: string, load: () => Portal, watch: BuildWatch | undefined): AstroIntegration {
  let index: Promise<IndexFile[]> | undefined;
  return {
    name: 'kairanban',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        index = startIndex();
        if (watch) setPrerenderer((usual) => watched(usual, watch));
      },
      'astro:build:done': async ({ dir, pages }) => {
        watch?.built(pages.length);
        const paths = pages.map(({ pathname }) => encodePath(pathname));
        await writePortalFiles(fileURLToPath(dir), currentPortal(), (await index) ?? [], paths, watch?.memory);
      },
      'astro:server:setup': ({ server }) => serveContent(server, content, load),
    },
  };
}

/** Astro's way of making pages, with somebody told of each. */
function watched(usual: AstroPrerenderer, watch: BuildWatch): AstroPrerenderer {
  return {
    ...usual,
    setup: async () => {
      watch.bundled();
      await usual.setup?.();
    },
    render: (request, options) => {
      const path = portalPath(new URL(request.url).pathname, currentPortal().base).replace(/\/$/, '');
      const make = () => usual.render(request, options);
      return watch.memory?.make(pageFile(options.routeData, path), make) ?? make();
    },
  };
}

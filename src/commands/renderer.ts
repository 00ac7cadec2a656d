/**
 * EDGE: what Astro makes of the site's own sources (the code that renders pages, the files that they load), kept in the
 * user's cache folder. It follows from the program alone, and bundling it anew is most of what a small build costs.
 */
import { hash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programFolders } from './program.ts';
import { home, versionOf } from './remember.ts';
import { type Address, codeFolder, shippedRenderer } from './shipped.ts';

/** A list of all files with their hashes: whoever has it has them whole. */
export const sealFile = 'seal.json';

const packages = 'node_modules';

const require = createRequire(import.meta.url);
const astroFile = require.resolve('astro/package.json');

/** Kept for this many programs and addresses; those used longest ago are forgotten. */
const most = 4;

/** A page that can be made. */
interface Page {
  /** Its address below the portal's root, decoded, with a slash at the end. Other files have none. */
  readonly address?: string;
  /** Below the portal's root. */
  readonly file: string;
  readonly make: () => Promise<Uint8Array>;
}

export interface Renderer {
  readonly pages: () => Promise<readonly Page[]>;
  /** Copies what pages load. */
  readonly copyAssets: (folder: string) => void;
}

/** A key for all that decides what Astro makes: the program, its versions, the sources, the address of the portal. */
export function rendererKey(address: Address): string {
  const { code, site } = programFolders;
  const astro = require(astroFile) as { readonly version: string };
  return hash(
    'sha256',
    JSON.stringify([code, astroFile, versionOf(code), versionOf(site), astro.version, address]),
  ).slice(0, 32);
}

/** Keeps what Astro has built, before it makes pages of it. */
export function keepRenderer(key: string, built: string): void {
  keep(key, (folder) => cpSync(built, folder, { recursive: true }));
}

/** Where nothing can be written, nothing is kept. */
function keep(key: string, fill: (folder: string) => void): void {
  try {
    const folder = join(home(), 'site');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = mkdtempSync(join(folder, '.part-'));
    fill(part);
    writeFileSync(join(part, sealFile), JSON.stringify(hashesOf(part)));
    // Some packages are not bundled: they are Astro's own, and lie beside it.
    symlinkSync(join(dirname(astroFile), '..'), join(part, packages), 'junction');
    try {
      renameSync(part, join(folder, key));
    } catch {
      rmSync(part, { recursive: true, force: true }); // another process was first
    }
    forgetOldest(folder);
  } catch {
    // No home, no room, no right: the next build has Astro make it anew.
  }
}

/**
 * What was kept under a key, or what came with the program, which is then kept. Where nothing can be, it is put into the
 * folder `spare`.
 */
export async function openRenderer(key: string, address: Address, spare: string): Promise<Renderer | undefined> {
  const kept = await openKept(key);
  const unpack = kept ? undefined : shippedRenderer(address);
  if (!unpack) return kept;
  keep(key, unpack);
  const unpacked = await openKept(key);
  if (unpacked) return unpacked;
  try {
    unpack(spare);
    return await rendererIn(spare);
  } catch {
    return undefined; // Astro does it, or says why not.
  }
}

/** What is there as it was written. Its code is run: it lies where only its user can write. */
async function openKept(key: string): Promise<Renderer | undefined> {
  const folder = join(home(), 'site', key);
  try {
    const sealed = JSON.parse(readFileSync(join(folder, sealFile), 'utf8')) as Record<string, string>;
    const isWhole = Object.entries(sealed).every(([path, digest]) => hashOf(join(folder, path)) === digest);
    if (!isWhole) throw new Error('not as written');
    return await rendererIn(folder);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}

/** The little of Astro's own interfaces that is used: what its default renderer of static pages does. */
interface App {
  readonly manifest: {
    readonly base: string;
    readonly site?: string;
    readonly routes: readonly { readonly routeData: Route; readonly styles: readonly object[] }[];
  };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  getComponentByRoute(
    route: Route,
  ): Promise<{ getStaticPaths?: (options: object) => StaticPath[] | Promise<StaticPath[]> }>;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

interface Route {
  readonly route: string;
  readonly component: string;
  readonly type: string;
  readonly pathname?: string;
  readonly params: readonly string[];
  readonly prerender: boolean;
}

interface StaticPath {
  readonly params: { readonly [name: string]: string | undefined };
}

async function rendererIn(folder: string): Promise<Renderer> {
  const code = join(folder, codeFolder);
  const entry = readdirSync(code).find((name) => name.startsWith('prerender-entry.')) as string;
  const { app } = (await import(pathToFileURL(join(code, entry)).href)) as { app: App };
  const { routes } = app.manifest;
  const known = routes.every(
    ({ routeData: { type, prerender } }) => prerender && (type === 'page' || type === 'endpoint'),
  );
  if (!known) throw new Error('a route of a sort that we do not know');
  const stylesOf = new Map(
    routes.map(({ routeData: { route, component }, styles }) => [`${route}&${component}`, styles]),
  );
  const styles = (key: string) => ({
    styles: (stylesOf.get(key) ?? []).map((sheet) => ({ sheet, depth: 0, order: 0 })),
  });
  app.setInternals({ pagesByKeys: { get: styles } });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  return {
    pages: async () => {
      const found: Page[] = [];
      for (const { routeData } of routes) found.push(...(await pagesOf(app, routeData)));
      return found;
    },
    copyAssets: (to) => {
      const isAsset = (path: string) => ![codeFolder, sealFile, packages].some((name) => path === join(folder, name));
      cpSync(folder, to, { recursive: true, filter: isAsset });
    },
  };
}

async function pagesOf(app: App, route: Route): Promise<Page[]> {
  const component = route.pathname === undefined ? await app.getComponentByRoute(route) : undefined;
  const paths = component ? await component.getStaticPaths?.({ routePattern: route.route }) : undefined;
  const names = paths?.map(({ params }) => pathOf(route, params)) ?? [(route.pathname ?? '').replace(/^\//, '')];
  const { base, site } = app.manifest;
  return names.map((path) => ({
    ...(route.type === 'page' && { address: path === '' ? '' : `${path}/` }),
    file: pageFile(route, path),
    make: async () => {
      const end = path === '' || route.type === 'endpoint' ? '' : '/';
      const request = new Request(new URL(base + path + end, site ?? 'http://localhost:4321'));
      const response = await app.render(request, { routeData: route });
      if (!response.ok && path !== '404') throw new Error(`${path}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  }));
}

/** The file that a page becomes, below the portal's root. `path` has no slashes at its ends. */
export function pageFile({ type }: { readonly type: string }, path: string): string {
  if (type === 'endpoint') return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

/** `/[...path]` with `{ path: 'a/b' }` → `a/b`. */
function pathOf({ route }: Route, params: StaticPath['params']): string {
  return route.replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => params[name] ?? '').replace(/^\/|\/$/g, '');
}

function hashesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, hashOf(join(folder, path))]));
}

function hashOf(file: string): string {
  return hash('sha256', readFileSync(file));
}

function forgetOldest(folder: string): void {
  const kept = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of kept.slice(most)) rmSync(path, { recursive: true, force: true });
}

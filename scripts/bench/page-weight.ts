/** What a browser loads to show a page of a built portal, compressed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, each file compressed by itself with gzip. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
}

/** The home page, and the release page of middling size. */
export function weightsOf(portal: string): { home: Weight; release: Weight } {
  const folder = join(portal, 'releases');
  const pages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'page')
    .map((entry) => ({
      path: `releases/${entry.name}/index.html`,
      size: statSync(join(folder, entry.name, 'index.html')).size,
    }))
    .sort((a, b) => a.size - b.size || (a.path < b.path ? -1 : 1));
  const middle = pages[Math.floor(pages.length / 2)];
  if (!middle) throw new Error('the portal has no release');
  return { home: weightOf(portal, 'index.html'), release: weightOf(portal, middle.path) };
}

export function totalOf({ html, css, js }: Weight): number {
  return html + css + js;
}

function weightOf(portal: string, page: string): Weight {
  const html = readFileSync(join(portal, page), 'utf8');
  const attributes = (tag: RegExp, name: string) =>
    [...html.matchAll(tag)].flatMap(([text]) => new RegExp(` ${name}="([^"]+)"`).exec(text)?.[1] ?? []);
  const styles = attributes(/<link rel="stylesheet"[^>]*>/g, 'href');
  const scripts = new Set(attributes(/<script[^>]*>/g, 'src'));
  // What a module imports is loaded with it; the set grows while it is gone through.
  for (const script of scripts) {
    for (const [, path] of read(portal, script).matchAll(/(?:from|import)\s*"(\.[^"]+\.js)"/g))
      scripts.add(posix.join(posix.dirname(script), path as string));
  }
  const sizes = (paths: Iterable<string>) =>
    [...paths].reduce((sum, path) => sum + gzipSync(read(portal, path)).length, 0);
  return { html: gzipSync(html).length, css: sizes(styles), js: sizes(scripts) };
}

/** A file by its address; portals measured here stand at the root of their host. */
function read(portal: string, address: string): string {
  return readFileSync(join(portal, decodeURIComponent(address)), 'utf8');
}

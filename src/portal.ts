/** What a portal is built from, handed to the pages by the build around them. */
import type { Locale } from './config.ts';
import type { Graph } from './graph/graph.ts';
import type { Level } from './schema/level.ts';

/** A picture as a page shows it. */
export interface Picture {
  /** Below the portal's root. */
  readonly path: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The pictures of a content folder. Those that pages ask for are published, the others are not. */
export interface Pictures {
  /** The picture in a file, by its path in the content folder, if there is one that can be shown. */
  readonly at: (file: string) => Picture | undefined;
  /** Below the portal's root: what was asked for. */
  readonly paths: () => readonly string[];
  /** One of them, ready to be written or sent. */
  readonly file: (path: string) => Promise<PictureFile | undefined>;
  /** The files that were asked for, are there, and cannot be shown. */
  readonly refused: () => readonly Refusal[];
}

/** Why a file cannot be shown as a picture: it is too large, or none that browsers know. */
export interface Refusal {
  readonly file: string;
  readonly why: 'size' | 'type';
}

export interface PictureFile {
  readonly type: string;
  readonly content: Uint8Array;
}

export interface Portal {
  /** Already filtered to `level`: pages never meet what is hidden. */
  readonly graph: Graph;
  readonly level: Level;
  readonly locale: Locale;
  /** The path that the portal is served from, with a slash at both ends. */
  readonly base: string;
  readonly pictures?: Pictures;
}

/** Kept globally and not in this module, because `dev` runs the pages with copies of the modules of their own. */
const shared: { [key: symbol]: Portal | undefined } = globalThis;
const key = Symbol.for('kairanban.portal');

/** Sets what the pages are made of. A page asked for later shows the portal of that time. */
export function setPortal(portal: Portal): void {
  shared[key] = portal;
}

/** The portal being built or shown. Throws outside a build: that would be a bug of ours. */
export function currentPortal(): Portal {
  const portal = shared[key];
  if (!portal) throw new Error('pages were asked for before the content was loaded');
  return portal;
}

/** The path that a portal is served from, by the address it has in `kairanban.yaml`. */
export function basePath(url: string | undefined): string {
  return url === undefined ? '/' : decodeURI(new URL(url).pathname).replace(/\/*$/, '/');
}

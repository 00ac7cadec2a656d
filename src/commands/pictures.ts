/** EDGE: the pictures of a content folder, read when a page shows one. */
import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { imageSize } from 'image-size';
import { skipped } from '../load/limits.ts';
import { readNamed } from '../load/read.ts';
import type { Picture, PictureFile, Pictures } from '../portal.ts';
import { safeSvg } from '../render/svg.ts';

/** The most bytes of a picture: a phone's photograph as it comes. */
const largest = 10 * 1024 * 1024;

/** Drawings are text that is read and written again. */
const largestSvg = 1024 * 1024;

/** Twice the width of the column that pictures stand in, for screens with two pixels to a point. */
const widest = 1344;

/** Below this there is little to be gained by packing a picture anew. */
const worthPacking = 16 * 1024;

/** The formats that every browser shows, as they are found by their first bytes, and what they are called. */
const types: { readonly [type: string]: readonly [extension: string, type: string] } = {
  png: ['png', 'image/png'],
  jpg: ['jpg', 'image/jpeg'],
  gif: ['gif', 'image/gif'],
  webp: ['webp', 'image/webp'],
  avif: ['avif', 'image/avif'],
  svg: ['svg', 'image/svg+xml'],
};

/** The little of sharp that we use. */
type Sharp = (content: Uint8Array) => {
  autoOrient: () => { resize: (size: object) => { webp: (how: object) => { toBuffer: () => Promise<Uint8Array> } } };
};

interface Known extends Picture {
  readonly content: Uint8Array;
  readonly type: string;
  /** Whether it is to be made smaller when it is written. */
  readonly pack?: Sharp;
}

/**
 * The pictures below a folder: no links out of it, nothing but pictures, none too large. What is asked for gets a name
 * of its bytes alone, which tells nobody what its file is called.
 */
export function openPictures(folder: string): Pictures {
  const asked = new Map<string, Known | undefined>();
  return {
    at(file) {
      if (!asked.has(file)) asked.set(file, pictureAt(folder, file));
      const found = asked.get(file);
      return found && { path: found.path, width: found.width, height: found.height };
    },
    async files() {
      const found = new Map([...asked.values()].flatMap((one) => (one ? [[one.path, one]] : [])));
      return Promise.all([...found.values()].map(written));
    },
  };
}

function pictureAt(folder: string, file: string): Known | undefined {
  const bytes = bytesAt(folder, file) ?? bytesAt(folder, file.normalize('NFD'));
  try {
    return bytes && pictureOf(bytes);
  } catch {
    return undefined; // not a picture, or half of one
  }
}

function bytesAt(folder: string, file: string): Uint8Array | undefined {
  if (file.split('/').some((name) => name === '' || skipped(name))) return undefined;
  try {
    const root = realpathSync(folder);
    const real = realpathSync(join(root, file));
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const bytes = readNamed(real, largest);
    return bytes instanceof Uint8Array ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** A picture by its bytes. Throws on bytes that are none. */
function pictureOf(bytes: Uint8Array): Known | undefined {
  const { type = '', width, height, orientation = 1 } = imageSize(bytes);
  const format = types[type];
  if (!format) return undefined;
  if (type === 'svg') return drawingOf(bytes);
  // From 5 on a photograph lies on its side (EXIF 2.3, tag 0x0112).
  const [wide, high] = orientation > 4 ? [height, width] : [width, height];
  if (!isSize(wide) || !isSize(high)) return undefined;
  const pack = isStill(type, bytes) && bytes.length > worthPacking ? loadSharp() : undefined;
  if (!pack) return { ...named(bytes, format[0]), type: format[1], content: bytes, width: wide, height: high };
  const scale = Math.min(1, widest / wide);
  const size = { width: Math.round(wide * scale), height: Math.max(1, Math.round(high * scale)) };
  return { ...named(bytes, 'webp'), type: 'image/webp', content: bytes, ...size, pack };
}

function drawingOf(bytes: Uint8Array): Known | undefined {
  if (bytes.length > largestSvg) return undefined;
  const safe = safeSvg(new TextDecoder().decode(bytes));
  if (safe === undefined) return undefined;
  const content = new TextEncoder().encode(safe);
  const { width, height } = imageSize(content);
  if (!isSize(width) || !isSize(height)) return undefined;
  const size = { width: Math.round(width), height: Math.round(height) };
  return { ...named(content, 'svg'), type: 'image/svg+xml', content, ...size };
}

/** Beyond this no picture is meant to be. */
function isSize(length: number): boolean {
  return length >= 1 && length <= 20_000;
}

/** What moves is left as it is. */
function isStill(type: string, bytes: Uint8Array): boolean {
  return type === 'jpg' || (type === 'png' && !Buffer.from(bytes.subarray(0, 4096)).includes('acTL'));
}

function named(bytes: Uint8Array, extension: string): { readonly path: string } {
  return { path: `_assets/${hash('sha256', bytes).slice(0, 16)}.${extension}` };
}

async function written({ path, type, content, width, height, pack }: Known): Promise<PictureFile> {
  if (!pack) return { path, type, content };
  try {
    const packed = await pack(content)
      .autoOrient()
      .resize({ width, height, fit: 'fill' })
      .webp({ quality: 84 })
      .toBuffer();
    return { path, type, content: packed };
  } catch {
    return { path, type, content }; // browsers go by its bytes
  }
}

let sharp: Sharp | undefined | null;

/** Astro's own packer of pictures; not everywhere can it be installed. */
function loadSharp(): Sharp | undefined {
  if (sharp === undefined) {
    try {
      const astro = createRequire(import.meta.url).resolve('astro/package.json');
      sharp = createRequire(astro)('sharp') as Sharp;
    } catch {
      sharp = null;
    }
  }
  return sharp ?? undefined;
}

/** EDGE: the pictures of a content folder, read when a page shows one. */
import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { imageSize } from 'image-size';
import { skipped } from '../load/limits.ts';
import { readNamed } from '../load/read.ts';
import type { Picture, PictureFile, Pictures, Refusal } from '../portal.ts';
import { plainJpeg } from '../render/jpeg.ts';
import { safeSvg } from '../render/svg.ts';
import { packedOnce } from './packed.ts';

const MiB = 1024 * 1024;

/** The most bytes of a picture: a phone's photograph as it comes. */
const largest = 10 * MiB;

/** Drawings are text that is read and written again. */
const largestSvg = MiB;

/** Twice the width of the column that pictures stand in, for screens with two pixels to a point. */
const widest = 1344;

/** Below this there is little to be gained by packing a picture anew. */
const worthPacking = 16 * 1024;

/** The quality at which the words in a screenshot are still sharp. */
const quality = 84;

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
interface Sharp {
  (
    content: Uint8Array,
  ): {
    autoOrient: () => { resize: (size: object) => { webp: (how: object) => { toBuffer: () => Promise<Uint8Array> } } };
  };
  readonly versions: object;
}

interface Known extends Picture {
  readonly type: string;
  /** What is published: the file's bytes, where there are more than a few of them only when they are asked for. */
  readonly content: () => Promise<Uint8Array>;
}

/**
 * The pictures below a folder: no links out of it, nothing but pictures, none too large. What is asked for gets a name
 * of its bytes alone, which tells nobody what its file is called.
 */
export function openPictures(folder: string): Pictures {
  const asked = new Map<string, Known | Refusal['why'] | undefined>();
  const known = () => [...asked.values()].filter((one) => typeof one === 'object');
  return {
    at(file) {
      if (!asked.has(file)) asked.set(file, pictureAt(folder, file));
      const found = asked.get(file);
      if (typeof found !== 'object') return undefined;
      const { path, width, height } = found;
      return { path, width, height };
    },
    paths: () => [...new Set(known().map(({ path }) => path))].sort(),
    async file(path) {
      const found = known().find((one) => one.path === path);
      return found && ({ type: found.type, content: await found.content() } satisfies PictureFile);
    },
    refused: () => [...asked].flatMap(([file, why]) => (typeof why === 'string' ? [{ file, why }] : [])),
  };
}

/** A picture, or why a file that is there is none. */
function pictureAt(folder: string, file: string): Known | Refusal['why'] | undefined {
  const read = () => bytesAt(folder, file) ?? bytesAt(folder, file.normalize('NFD'));
  const bytes = read();
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    return pictureOf(bytes, () => {
      const again = read();
      return again instanceof Uint8Array ? again : bytes;
    });
  } catch {
    return 'type';
  }
}

function bytesAt(folder: string, file: string): Uint8Array | Refusal['why'] | undefined {
  if (file.split('/').some((name) => name === '' || skipped(name))) return undefined;
  try {
    const root = realpathSync(folder);
    const real = realpathSync(join(root, file));
    if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const bytes = readNamed(real, largest);
    if (bytes instanceof Uint8Array) return bytes;
    return bytes.rule === 'file-size' ? 'size' : 'type';
  } catch {
    return undefined;
  }
}

/** A picture by its bytes, which are read `again` when they are published. Throws on bytes that are none. */
function pictureOf(bytes: Uint8Array, again: () => Uint8Array): Known | Refusal['why'] {
  const { type = '', width, height, orientation = 1 } = imageSize(bytes);
  const format = types[type];
  if (!format) return 'type';
  if (type === 'svg') return drawingOf(bytes);
  // From 5 on a photograph lies on its side (EXIF 2.3, tag 0x0112).
  const [wide, high] = orientation > 4 ? [height, width] : [width, height];
  if (!isSize(wide) || !isSize(high)) return 'type';
  const sharp = isStill(type, bytes) && bytes.length > worthPacking ? loadSharp() : undefined;
  const [digest, name] = digestOf(bytes);
  // Packing leaves out where a photograph was taken as well.
  const content = async () => (type === 'jpg' ? plainJpeg(again(), orientation) : again());
  if (!sharp) {
    return { path: `_assets/${name}.${format[0]}`, type: format[1], width: wide, height: high, content };
  }
  const scale = Math.min(1, widest / wide);
  const size = { width: Math.round(wide * scale), height: Math.max(1, Math.round(high * scale)) };
  const pack = () =>
    sharp(again())
      .autoOrient()
      .resize({ ...size, fit: 'fill' })
      .webp({ quality })
      .toBuffer();
  const key = hash('sha256', JSON.stringify([digest, size, quality, sharp.versions]));
  // Should it be broken further on, browsers go by its bytes, whatever it is called.
  const packed = () => packedOnce(key, pack).catch(content);
  return { path: `_assets/${name}.webp`, type: 'image/webp', ...size, content: packed };
}

function drawingOf(bytes: Uint8Array): Known | Refusal['why'] {
  if (bytes.length > largestSvg) return 'size';
  const safe = safeSvg(new TextDecoder().decode(bytes));
  if (safe === undefined) return 'type';
  const drawn = new TextEncoder().encode(safe);
  const { width, height } = imageSize(drawn);
  if (!isSize(width) || !isSize(height)) return 'type';
  const size = { width: Math.round(width), height: Math.round(height) };
  return { path: `_assets/${digestOf(drawn)[1]}.svg`, type: 'image/svg+xml', ...size, content: async () => drawn };
}

/** Beyond this no picture is meant to be. */
function isSize(length: number): boolean {
  return length >= 1 && length <= 20_000;
}

/** What moves is left as it is. */
function isStill(type: string, bytes: Uint8Array): boolean {
  return type === 'jpg' || (type === 'png' && !Buffer.from(bytes.subarray(0, 4096)).includes('acTL'));
}

function digestOf(bytes: Uint8Array): [digest: string, name: string] {
  const digest = hash('sha256', bytes);
  return [digest, digest.slice(0, 16)];
}

let loaded: Sharp | undefined | null;

/** Astro's own packer of pictures; not everywhere can it be installed. */
function loadSharp(): Sharp | undefined {
  if (loaded === undefined) {
    try {
      const astro = createRequire(import.meta.url).resolve('astro/package.json');
      loaded = createRequire(astro)('sharp') as Sharp;
    } catch {
      loaded = null;
    }
  }
  return loaded ?? undefined;
}

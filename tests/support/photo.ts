/** A photograph as a phone makes it, with the place that it was taken at. */
import { createRequire } from 'node:module';
import { random } from '../../scripts/bench/random.ts';

/** What we use of sharp, which Astro brings along. */
interface Sharp {
  (bytes: Uint8Array, how?: object): Sharp;
  withExif(fields: object): Sharp;
  withIccProfile(name: string): Sharp;
  withMetadata(what: object): Sharp;
  jpeg(how: object): Sharp;
  raw(): Sharp;
  toBuffer(): Promise<Buffer>;
  metadata(): Promise<{ orientation?: number; exif?: Buffer; icc?: Buffer; width: number; height: number }>;
}

export const sharp = createRequire(createRequire(import.meta.url).resolve('astro/package.json'))('sharp') as Sharp;

/** It stands for what nobody is to learn, wherever a photograph may say it. */
export const secret = 'secret-place';

/** A JPEG that lies on its side: so wide, half as high. */
export function photo(width: number, progressive = false): Promise<Buffer> {
  const chance = random(width);
  const pixels = Buffer.from(Array.from({ length: (width * width * 3) / 2 }, () => chance.int(0, 255)));
  return sharp(pixels, { raw: { width, height: width / 2, channels: 3 } })
    .withExif({ IFD0: { ImageDescription: secret }, IFD3: { GPSLatitudeRef: 'N', GPSMapDatum: secret } })
    .withIccProfile('srgb')
    .withMetadata({ orientation: 6 })
    .jpeg({ progressive })
    .toBuffer();
}

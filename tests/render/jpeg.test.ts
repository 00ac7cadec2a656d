/** What a photograph no longer says when it is published, and what it still shows. */
import { imageSize } from 'image-size';
import { expect, test } from 'vitest';
import { plainJpeg } from '../../src/render/jpeg.ts';
import { photo, secret, sharp } from '../support/photo.ts';

/** A segment: its marker, its length, its data. */
const segment = (marker: number, data: string) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data, 'latin1')]);

test.each([false, true])(
  'a photograph keeps its pixels, colours and side, and not its place; progressive: %s',
  async (progressive) => {
    const taken = await photo(64, progressive);
    const behind = Buffer.concat([
      taken.subarray(0, 2),
      segment(0xed, `Photoshop 3.0\0${secret}`),
      segment(0xe2, `MPF\0${secret}`),
      segment(0xfe, secret),
      Buffer.from([0xff]),
      taken.subarray(2),
      taken,
    ]);
    expect(behind.toString('latin1').split(secret).length).toBeGreaterThan(6);
    const plain = plainJpeg(behind, 6);
    expect(Buffer.from(plain).toString('latin1')).not.toContain(secret);
    expect(plain.length).toBeLessThan(taken.length);
    const [was, is] = [await sharp(taken).metadata(), await sharp(plain).metadata()];
    expect([is.orientation, is.width, is.height, is.icc?.length]).toEqual([6, 64, 32, was.icc?.length]);
    expect(imageSize(plain)).toMatchObject({ type: 'jpg', orientation: 6 });
    expect(await sharp(plain).raw().toBuffer()).toEqual(await sharp(taken).raw().toBuffer());
    expect((await sharp(plainJpeg(taken, 1)).metadata()).exif).toBeUndefined();
  },
);

test('one that was cut off anywhere says nothing either', async () => {
  const taken = await photo(16);
  for (let length = 0; length <= taken.length; length++) {
    const plain = Buffer.from(plainJpeg(taken.subarray(0, length), 1));
    expect([length, plain.includes('secret')]).toEqual([length, false]);
  }
});

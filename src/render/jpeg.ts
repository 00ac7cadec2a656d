/** A photograph → the same without what its camera wrote into it: where it was taken, when, with what, small copies. */

const [scan, end] = [0xda, 0xd9];

/**
 * A JPEG with nothing in it but what draws it: no APPn but JFIF's, a colour profile and Adobe's kind of colours, no comments,
 * nothing behind its end. The picture's bytes stay, and so does its `orientation` (1 to 8, as EXIF counts). What is broken
 * ends where it breaks. The form is that of ITU-T T.81, Annex B; those of the APPn that stay are of JFIF 1.02, ICC.1 Annex
 * B.4 and Adobe's Technical Note 5116.
 */
export function plainJpeg(bytes: Uint8Array, orientation: number): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2), ...(orientation === 1 ? [] : [orientationOnly(orientation)])];
  for (let at = 2; bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? end;
    if (marker === end) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let next = marker === 0xff ? at + 1 : at + 2 + length;
    if (next > bytes.length || (marker !== 0xff && length < 2)) break;
    // What a scan is made of follows its header; a 0xff in it is followed by 0, or by a mark to start anew from.
    if (marker === scan) while (next < bytes.length && !isMarker(bytes, next)) next++;
    if (draws(marker, bytes.subarray(at + 4, next))) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...kept, Uint8Array.of(0xff, end)]);
}

function isMarker(bytes: Uint8Array, at: number): boolean {
  const sign = bytes[at + 1] ?? 0;
  return bytes[at] === 0xff && sign !== 0 && (sign < 0xd0 || sign > 0xd7);
}

function draws(marker: number, data: Uint8Array): boolean {
  if (marker === 0xff || marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' }[marker];
  return name !== undefined && Buffer.from(data.subarray(0, name.length)).toString('latin1') === name;
}

/** An APP1 with one field of EXIF 2.3, tag 0x0112, and nothing else. */
function orientationOnly(orientation: number): Uint8Array {
  const field = [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
  const tiff = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, ...field, 0, 0, 0, 0];
  return Uint8Array.of(0xff, 0xe1, 0, tiff.length + 8, ...Buffer.from('Exif\0\0', 'latin1'), ...tiff);
}

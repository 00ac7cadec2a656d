/** EDGE: pictures that were packed, kept for the next build in the user's folder for such things. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** When there are more, those that were used longest ago are forgotten: some 100 MB of screenshots. */
const most = 1000;

/**
 * What `pack` makes, unless an earlier run made it under the same key, which says all that it follows from. Where nothing
 * can be kept, nothing is.
 */
export async function packedOnce(key: string, pack: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const folder = envPaths('kairanban-pictures', { suffix: '' }).cache;
  const file = join(folder, key);
  try {
    const known = readFileSync(file);
    const now = new Date();
    utimesSync(file, now, now);
    return known;
  } catch {
    // Not known, or of a user who has no such folder.
  }
  const packed = await pack();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = `${file}.${process.pid}`;
    writeFileSync(part, packed, { mode: 0o600 });
    renameSync(part, file);
    forgetOldest(folder);
  } catch {
    // The next build packs it again.
  }
  return packed;
}

function forgetOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const aged = names.map((name) => ({ file: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  for (const { file } of aged.sort((a, b) => b.time - a.time).slice(most)) rmSync(file, { force: true });
}

/** What the sources of `kairanban import` share. */
import type { Config } from '../config.ts';
import { readNamed } from '../load/read.ts';
import { closest } from '../suggest.ts';
import type { CommonOptions } from './context.ts';
import { messageOf } from './report.ts';
import { UsageError } from './usage.ts';

export interface ImportOptions extends CommonOptions {
  readonly file: string;
  readonly product: string | undefined;
  readonly dryRun: boolean;
}

/** Throws `UsageError` for a product that is not among those of `kairanban.yaml`, where it lists any. */
export function requireKnownProduct(product: string | undefined, config: Config): void {
  const known = Object.keys(config.products ?? {});
  // Without a list nothing is checked; one that holds nothing knows none, be it that its values could not be read.
  if (product === undefined || config.products === undefined || known.includes(product)) return;
  throw new UsageError((words) => words.cli.importUnknownProduct(product, known, closest(product, known)));
}

/** The most bytes that are read: 50,000 rows of 2,000 bytes. */
const inputLimit = 100 * 1024 * 1024;

/** The bytes of the file to import. Throws `UsageError` for what cannot be read, is no file, or is too long. */
export function bytesOf(file: string): Uint8Array {
  const read = readNamed(file, inputLimit);
  if (read instanceof Uint8Array) return read;
  throw new UsageError((words) => {
    if (read.rule === 'file-unreadable') return words.cli.importUnreadable(file, read.args.reason);
    return read.rule === 'file-type' ? words.cli.importNotFile(file) : `${file}:1:1: ${messageOf(read, words)}`;
  });
}

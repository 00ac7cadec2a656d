/** What the sources of `kairanban import` share. */
import type { Config } from '../config.ts';
import { closest } from '../suggest.ts';
import type { CommonOptions } from './context.ts';
import { UsageError } from './usage.ts';

export interface ImportOptions extends CommonOptions {
  readonly file: string;
  readonly product: string | undefined;
  readonly dryRun: boolean;
}

/** Throws `UsageError` for a product that `kairanban.yaml` lists others of. */
export function requireKnownProduct(product: string | undefined, config: Config): void {
  const known = Object.keys(config.products ?? {});
  if (product === undefined || known.length === 0 || known.includes(product)) return;
  throw new UsageError((words) => words.cli.importUnknownProduct(product, known, closest(product, known)));
}

/** `kairanban import SOURCE FILE`: what a team has elsewhere becomes content. */
import type { CommonOptions, Io } from './context.ts';
import type { CsvKind } from './csv-kinds.ts';
import { UsageError } from './usage.ts';

export interface ImportOptions extends CommonOptions {
  readonly source: string | undefined;
  readonly file: string | undefined;
  readonly product: string | undefined;
  readonly date: string | undefined;
  readonly kind: CsvKind | undefined;
  readonly map: readonly string[] | undefined;
  readonly dryRun: boolean;
}

const sources = ['changelog', 'csv'];

/**
 * Imports from a source. 0 fine, 1 when something was not taken. Throws `UsageError` for options of another source, a
 * file that cannot be read, and a folder that cannot be written to.
 */
export async function runImport(options: ImportOptions, io: Io): Promise<number> {
  const { source, file, kind, map, date, ...common } = options;
  if (source === undefined) throw new UsageError((words) => words.cli.missingArgument('changelog|csv FILE', 'import'));
  if (!sources.includes(source)) throw new UsageError((words) => words.cli.importUnknownSource(source, sources));
  if (file === undefined) throw new UsageError((words) => words.cli.missingArgument('FILE', 'import'));
  const foreign = Object.entries(source === 'csv' ? { date } : { kind, map }).find(([, value]) => value !== undefined);
  if (foreign) throw new UsageError((words) => words.cli.importForeignOption(`--${foreign[0]}`, source));
  try {
    if (source === 'changelog') {
      const { importChangelog } = await import('./import-changelog.ts');
      return importChangelog({ ...common, file, date }, io);
    }
    if (kind === undefined) throw new UsageError((words) => words.csv.noKind);
    const { importCsv } = await import('./import-csv.ts');
    return importCsv({ ...common, file, kind, map: map ?? [] }, io);
  } catch (error) {
    const { code, syscall, path } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new UsageError((words) => words.cli.importUnwritable(path ?? common.content, code));
  }
}

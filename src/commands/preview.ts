import { portalUrl } from '../graph/routes.ts';
import { messages } from '../i18n/index.ts';
import { basePath } from '../portal.ts';
import { type CommonOptions, type Io, languageOf, openWorkspace } from './context.ts';
import { isPortal } from './out-folder.ts';
import { lastPort, servePortal } from './serve.ts';
import { UsageError } from './usage.ts';

export interface PreviewOptions extends CommonOptions {
  readonly out: string;
  readonly port: number;
}

/** `kairanban preview`: serves a built portal until it is stopped. */
export async function runPreview(options: PreviewOptions, io: Io): Promise<number> {
  const { out, port } = options;
  const { graph } = openWorkspace(options);
  if (!isPortal(out)) throw new UsageError((words) => words.cli.noPortal(out));
  const served = await servePortal(out, basePath(portalUrl(graph)), port);
  if (!served) throw new UsageError((words) => words.cli.portsTaken(port, lastPort(port)));
  io.out(`${messages(languageOf(options, graph.config)).cli.serving(served.url)}\n`);
  return new Promise((resolve) => served.server.on('close', () => resolve(0)));
}

/** EDGE: the portal over Astro's server while somebody writes: it follows the content, and says what is wrong with it. */
import { resolve, sep } from 'node:path';
import type { AstroIntegration, HookParameters } from 'astro';
import { machineFiles } from '../feeds/files.ts';
import { currentPortal, type Portal, setPortal } from '../portal.ts';
import type { IndexFile } from '../search/files.ts';
import { contentType, indexFolder, portalPath, startIndex } from './portal-files.ts';

type Server = HookParameters<'astro:server:setup'>['server'];

/** What is wrong with the content, as `check` says it. */
export interface ContentReport {
  readonly errors: number;
  /** How many problems there are, in words. */
  readonly title: string;
  /** Empty when nothing is wrong. */
  readonly text: string;
}

/** Where the page asks what is wrong, below the portal's root. */
const reportPath = '_kairanban/problems.json';

/** The script that shows it, as Astro's server has it. */
const panelScript = '/site/client/problems.ts';

/** How long to wait for further changes, in milliseconds: an editor's save is several events, a checkout many. */
const settling = 30;

/** What pages load besides what they are made of: a panel with what `report` gives. */
export function problemPanel(report: () => ContentReport, base: string): AstroIntegration {
  const script = `import(${JSON.stringify(panelScript)}).then((panel) => panel.showProblems(${JSON.stringify(base + reportPath)}));`;
  return {
    name: 'kairanban:problems',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('page', script),
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (portalPath(request.url ?? '', currentPortal().base) !== reportPath) return next();
          response.setHeader('content-type', 'application/json').end(JSON.stringify(report()));
        });
      },
    },
  };
}

/** Shows the content as it is: after each change `load` reads it again. Serves what Astro has no pages for. */
export function serveContent(server: Server, content: string, load: () => Portal): void {
  let index: Promise<IndexFile[]> | undefined;
  let others: Map<string, () => string> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const folder = resolve(content);
  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    if (path !== folder && !path.startsWith(folder + sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      setPortal(load());
      index = others = undefined;
      // Astro keeps the paths of a dynamic route until its content layer, which we do not use, says this.
      for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
      server.environments.client.hot.send({ type: 'full-reload' });
    }, settling);
  });
  const contentAt = async (path: string): Promise<string | Uint8Array | undefined> => {
    if (path.startsWith(`${indexFolder}/`)) {
      index ??= startIndex();
      return (await index).find((one) => `${indexFolder}/${one.path}` === path)?.content;
    }
    if (!/\.(md|txt|xml|json)$/.test(path)) return undefined;
    others ??= new Map(Array.from(machineFiles(currentPortal(), []), (file) => [file.path, file.content]));
    return others.get(path)?.();
  };
  server.middlewares.use(async (request, response, next) => {
    const path = portalPath(request.url ?? '', currentPortal().base);
    const asset = /_assets\/[^/]+$/.exec(path)?.[0];
    const picture = asset && (await currentPortal().pictures?.file(asset));
    if (picture) return response.setHeader('content-type', picture.type).end(picture.content);
    const found = await contentAt(path);
    if (found === undefined) return next();
    response.setHeader('content-type', contentType(path)).end(found);
  });
}

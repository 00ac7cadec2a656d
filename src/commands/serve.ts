/** EDGE: HTTP on this machine only. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Ports that are tried after a taken one. */
const tries = 20;

/** Serves a portal's folder below its base path. Resolves once it listens; `undefined` when no port is free. */
export async function servePortal(
  folder: string,
  base: string,
  port: number,
): Promise<{ server: Server; url: string } | undefined> {
  // Looks at the disk each time: a portal built anew while it is served is simply the new one.
  const files = sirv(folder, { dev: true, etag: true });
  const missing = readFileSync(join(folder, '404.html'));
  const path = encodeURI(base);
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    };
    const url = request.url ?? '/';
    if (!url.startsWith(path)) {
      if (url === '/') response.writeHead(302, { location: path }).end();
      else notFound();
      return;
    }
    request.url = `/${url.slice(path.length)}`;
    files(request, response, notFound);
  });
  for (let at = port; at <= Math.min(port + tries, 65_535); at++) {
    if (await listens(server, at)) {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : at;
      return { server, url: `http://localhost:${found}${path}` };
    }
  }
  return undefined;
}

/** The last port that `servePortal` tries. */
export function lastPort(port: number): number {
  return Math.min(port + tries, 65_535);
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error));
    server.once('error', failed);
    server.listen(port, 'localhost', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

/** A portal's folder over a line like a customer's: compressed, as hosts send it, and each answer some time on its way. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

/** Serves a folder on loopback, every answer late by so many milliseconds. The folder gets compressed files as well. */
export async function serveOverLine(folder: string, latency = 0): Promise<{ url: string; close: () => void }> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(html|css|js|svg|json|xml|txt|md)$/.test(path))
      writeFileSync(join(folder, `${path}.gz`), gzipSync(readFileSync(join(folder, path))));
  const files = sirv(folder, { gzip: true, etag: true });
  const server = createServer((request, response) => {
    setTimeout(() => files(request, response, () => void response.writeHead(404).end()), latency);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close };
}

/** Content → a graph, and with `index` → what search needs of it, as a build makes it: `index-alone.ts graph|index INSTANT`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openWorkspace } from '../../src/commands/context.ts';
import { portalOf } from '../../src/commands/portal.ts';
import { messages } from '../../src/i18n/index.ts';
import { indexPortal } from '../../src/search/index.ts';

const [until, now] = process.argv.slice(2) as ['graph' | 'index', string];
const workspace = openWorkspace({ content: 'content', now: Date.parse(now) });
const portal = portalOf(workspace, { level: 'internal', locale: undefined });
if (until === 'index') {
  for (const { path, content } of await indexPortal(portal, messages(portal.locale))) {
    const file = join('index', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

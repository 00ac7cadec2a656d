// The configuration that `kairanban build` passes to Astro, with its defaults, for plain `npx astro build` and `dev`.
import { fileURLToPath } from 'node:url';
import { openWorkspace } from './src/commands/context.ts';
import { portalConfig, portalOf } from './src/commands/portal.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const content = 'content';

export default portalConfig({
  root,
  srcDir: `${root}/src/site`,
  outDir: `${root}/portal`,
  content,
  load: () => portalOf(openWorkspace({ content, now: Date.now() }), { level: 'internal', locale: undefined }),
});

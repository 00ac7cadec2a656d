// What `kairanban build` passes to Astro, with its defaults, for plain `npx astro build` and `dev`: for whoever works on
// the site itself. Here pages may also be `.mdx`; the command leaves that out, for it has none and each build would pay.
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { openWorkspace } from './src/commands/context.ts';
import { portalConfig, portalOf } from './src/commands/portal.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const content = 'content';
const config = await portalConfig({
  root,
  srcDir: `${root}/src/site`,
  outDir: `${root}/portal`,
  content,
  load: () => portalOf(openWorkspace({ content, now: Date.now() }), { level: 'internal', locale: undefined }),
});

export default { ...config, integrations: [mdx(), ...config.integrations] };

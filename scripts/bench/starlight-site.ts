/** The site that somebody would make of the same files with Starlight, as it comes: its theme, its search, its 404. */
import { join } from 'node:path';
import { writeSite } from './site-files.ts';

const filesFor = (content: string) => ({
  // Astro bundles what a site depends on where that is made for Astro, and leaves the rest to Node.
  'package.json': '{ "type": "module", "private": true, "dependencies": { "@astrojs/starlight": "*" } }\n',
  // A sidebar that names every page would stand on every page; that it does not is to Starlight's good.
  'astro.config.mjs': `import { defineConfig, passthroughImageService } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://portal.example.com',
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: 'Benchmark',
      locales: { root: { label: '日本語', lang: 'ja' } },
      sidebar: [{ label: 'Home', link: '/' }],
    }),
  ],
});
`,
  // Its schema leaves out the fields that it does not know.
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

const docs = defineCollection({ loader: glob({ base: ${JSON.stringify(content)}, pattern: '**/*.md' }), schema: docsSchema() });
export const collections = { docs };
`,
});

/** Writes the site over a content folder, anew. `packages`: the installed ones. */
export function writeStarlightSite(folder: string, content: string, packages: string): void {
  const starlight = join(packages, '@astrojs/starlight');
  writeSite(folder, filesFor(content), {
    astro: join(packages, 'astro'),
    '@astrojs/starlight': starlight,
    // What is built imports it from the site; another version than ours.
    'js-yaml': join(starlight, 'node_modules/js-yaml'),
  });
}

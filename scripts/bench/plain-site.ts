/** The site that somebody would make of the same files with nothing but Astro: the floor of `build`. */
import { join } from 'node:path';
import { writeSite } from './site-files.ts';

const files = {
  'package.json': '{ "type": "module", "private": true }\n',
  // Pictures as they are: not everybody's Astro has sharp.
  'astro.config.mjs': `import { passthroughImageService } from 'astro/config';
export default { image: { service: passthroughImageService() } };
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const pages = defineCollection({
  loader: glob({ base: '../content', pattern: '**/*.md' }),
  schema: z.looseObject({ title: z.string() }),
});
export const collections = { pages };
`,
  'src/layouts/Page.astro': `---
const { title } = Astro.props;
---
<!doctype html>
<html lang="ja">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>{title}</title></head>
  <body><nav><a href="/">Home</a></nav><main><h1>{title}</h1><slot /></main></body>
</html>
`,
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
import Page from '../layouts/Page.astro';
const pages = await getCollection('pages');
---
<Page title="Index"><ul>{pages.map(({ id, data }) => <li><a href={\`/\${id}/\`}>{data.title}</a></li>)}</ul></Page>
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
import Page from '../layouts/Page.astro';
export async function getStaticPaths() {
  return (await getCollection('pages')).map((page) => ({ params: { slug: page.id }, props: { page } }));
}
const { page } = Astro.props;
const { Content } = await render(page);
---
<Page title={page.data.title}><Content /></Page>
`,
} as const;

/** Writes the site beside the content folder, anew. `packages`: the installed ones. */
export function writePlainSite(folder: string, packages: string): void {
  writeSite(folder, files, { astro: join(packages, 'astro') });
}

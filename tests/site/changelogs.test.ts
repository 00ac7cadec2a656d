/** Changelogs that others wrote, as their packages ship them: imported, checked, built and searched. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answeredTo, launch, openPage } from '../support/browser.ts';
import { buildPortal, serve } from '../support/portal.ts';
import { now, root, runCli, temporaryFolder, writeFiles } from '../support/process.ts';

/** Packages of ours whose changelogs differ most in their shape, and what only that changelog says. */
const products = {
  moment: 'isleapyear',
  prismjs: 'TestCaseFile',
  ultrahtml: 'transformSync',
  'rollup-plugin-license': undefined,
  'yargs-parser': undefined,
  'ci-info': undefined,
  'kind-of': undefined,
  'gray-matter': undefined,
  '@babel/parser': 'ForAwaitStatement',
};

test('a portal of hundreds of releases', async () => {
  const cwd = temporaryFolder();
  const found = Object.keys(products).flatMap((name) => {
    const file = join(root, 'node_modules', name, 'CHANGELOG.md');
    return existsSync(file) ? [{ id: name.replace(/[@/]+/g, ''), file }] : [];
  });
  expect(found.length).toBeGreaterThanOrEqual(4);
  writeFiles(cwd, { 'content/kairanban.yaml': `products: { ${found.map(({ id }) => `${id}: ${id}`).join(', ')} }\n` });
  for (const { id, file } of found) {
    const run = await runCli(['import', 'changelog', file, '--product', id, '--now', now], { cwd });
    expect([id, run.code]).toEqual([id, 0]);
  }
  const files = readdirSync(join(cwd, 'content/releases'), { recursive: true, encoding: 'utf8' });
  const count = files.filter((path) => path.endsWith('.md')).length;
  expect(count).toBeGreaterThan(200);
  expect((await runCli(['check', '--now', now], { cwd })).code).toBe(0);

  const portal = await buildPortal(cwd);
  expect(readdirSync(join(portal, 'releases')).length).toBeGreaterThanOrEqual(count);
  const site = await serve(portal);
  const browser = await launch();
  try {
    for (const [name, words] of Object.entries(products)) {
      const product = found.find(({ file }) => file.includes(`/${name}/`));
      if (words === undefined || !product) continue;
      const { page, faults } = await openPage(browser, site.url);
      await page.goto(site.url);
      await page.keyboard.press('Control+k');
      await page.keyboard.type(words);
      await answeredTo(page, words);
      expect(await page.locator('.hits strong').first().textContent()).toContain(product.id);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/releases/**');
      expect((await page.textContent('main'))?.toLowerCase()).toContain(words.toLowerCase());
      expect(faults).toEqual([]);
    }
    const { page } = await openPage(browser, site.url);
    await page.goto(`${site.url}releases/`);
    expect(await page.locator('main .card').count()).toBe(60);
    await page.getByRole('link', { name: '古いほうへ' }).click();
    await page.waitForURL('**/releases/page/2/');
  } finally {
    await browser.close();
    site.close();
  }
});

/** The files of a portal that machines read: feeds, Markdown, data, and what crawlers and previews of links are told. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { messages } from '../../src/i18n/index.ts';
import type { ReleaseData } from '../../src/site/client/releases.ts';
import { pagesOf, pageTypes } from '../support/pages.ts';
import { buildPortal, examplePortal, runBuild } from '../support/portal.ts';
import { now, root, temporaryFolder, writeFiles } from '../support/process.ts';
import { startExample } from '../support/site.ts';

const site = startExample();
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = site.folder;
  page = await site.browser.newPage();
});

/** What everybody may see of the example. */
const openPortal = async () => join(await examplePortal('--visibility', 'public'), 'portal');

const read = (path: string, from = folder) => readFileSync(join(from, path), 'utf8');

interface ReadFeed {
  readonly error: string | undefined;
  readonly top: Readonly<Record<string, string>>;
  readonly entries: readonly Readonly<Record<string, string>>[];
}

/** A feed as a browser's XML parser understands it. */
function readFeed(xml: string): Promise<ReadFeed> {
  return page.evaluate((text) => {
    const xmlText = new DOMParser().parseFromString(text, 'application/xml');
    const atom = 'http://www.w3.org/2005/Atom';
    const fields = (node: Element) =>
      Object.fromEntries(
        [...node.children]
          .filter((child) => child.namespaceURI === atom && child.localName !== 'entry')
          .map((child) => [
            child.localName === 'link' ? `link-${child.getAttribute('rel')}` : child.localName,
            child.localName === 'link' ? (child.getAttribute('href') ?? '') : (child.textContent ?? ''),
          ]),
      );
    return {
      error: xmlText.querySelector('parsererror')?.textContent ?? undefined,
      top: fields(xmlText.documentElement),
      entries: [...xmlText.getElementsByTagNameNS(atom, 'entry')].map(fields),
    };
  }, xml);
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What RFC 4287 wants of a feed, and we of its order. */
function expectAtom({ error, top, entries }: ReadFeed): void {
  expect(error).toBeUndefined();
  for (const one of [top, ...entries]) {
    expect(one.updated).toMatch(instant);
    expect(URL.canParse(one.id ?? '')).toBe(true);
    expect(one.title).not.toBe('');
    expect(URL.canParse(one['link-alternate'] ?? '')).toBe(true);
  }
  expect(URL.canParse(top['link-self'] ?? '')).toBe(true);
  expect(top.author).not.toBe('');
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(Date.parse(top.updated ?? '')).toBe(Math.max(...entries.map(({ updated = '' }) => Date.parse(updated))));
  const published = entries.map((entry) => entry.published ?? '');
  expect(published).toEqual([...published].sort((a, b) => Date.parse(b) - Date.parse(a)));
}

describe('a feed', () => {
  test('is there for each audience and product, and is Atom', async () => {
    const feeds = readdirSync(join(folder, 'feeds'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.xml'),
    );
    expect(feeds.map((path) => path.replaceAll('\\', '/'))).toEqual(
      expect.arrayContaining(['all.xml', 'audiences/sales.xml', 'audiences/customer.xml', 'products/payroll.xml']),
    );
    for (const path of feeds) {
      const feed = await readFeed(read(join('feeds', path)));
      expectAtom(feed);
      expect(feed.top.id).toBe(`https://portal.example.com/feeds/${path.replaceAll('\\', '/')}`);
    }
  });

  test('tells what is due and no sooner, a withdrawn release as such, and links to its page', async () => {
    const { entries } = await readFeed(read('feeds/all.xml'));
    for (const { published = '' } of entries) expect(Date.parse(published)).toBeLessThanOrEqual(Date.parse(now));
    expect(entries.some(({ title }) => title?.includes('取り下げ'))).toBe(true);
    for (const entry of entries) {
      const path = decodeURIComponent(new URL(entry['link-alternate'] ?? '').pathname);
      expect(existsSync(join(folder, path, 'index.html'))).toBe(true);
    }
  });

  test('of outsiders holds what outsiders may see, in the company’s own portal too', async () => {
    const open = (await readFeed(read('feeds/audiences/customer.xml'))).entries.map(({ id = '' }) => id);
    const { entries } = JSON.parse(read('graph.json')) as {
      entries: { url: string; fields: { visibility: string } }[];
    };
    expect(open.length).toBeGreaterThan(0);
    for (const url of open) expect(entries.find((entry) => entry.url === url)?.fields.visibility).toBe('public');
  });

  test('takes any text, keeps a renamed release’s id, holds 50, and is named after any id', async () => {
    const at = temporaryFolder();
    const many = Array.from({ length: 60 }, (_, index) => [
      `content/releases/r${index}.md`,
      `---\ntitle: R${index}\ndate: 2026-10-${String((index % 28) + 1).padStart(2, '0')}\n---\n`,
    ]);
    writeFiles(at, {
      'content/kairanban.yaml':
        'title: "A & B <社>"\ntimeZone: America/New_York\nportal: { url: https://example.com/チーム/kb }\nproducts: { "../../x": 一, ".. .. x": 二 }\n',
      ...Object.fromEntries(many),
      'content/releases/新 名.md':
        '---\ntitle: "<b>&\\"\\u0007\\uD800 ]]> 🏠"\ndate: 2026-11-01\nupdated: 2026-11-03\nformerly: [old]\nproducts: ["../../x", ".. .. x"]\n---\n<script>&amp;\n',
      'content/releases/later.md': '---\ntitle: L\ndate: 2026-11-01\nannounceAt: 2026-11-20T10:00+09:00\n---\n',
    });
    const out = await buildPortal(at);
    const feed = await readFeed(read('feeds/all.xml', out));
    expectAtom(feed);
    expect(feed.top.title).toBe('A & B <社>：リリース');
    expect(feed.entries).toHaveLength(50);
    expect(feed.entries[0]).toMatchObject({ title: 'L', updated: '2026-11-20T01:00:00.000Z' });
    const odd = feed.entries[1];
    expect(odd).toMatchObject({ published: '2026-11-01T00:00:00-04:00', updated: '2026-11-03T00:00:00-05:00' });
    expect(odd?.title).toMatch(/^<b>&" ?.* \]\]> 🏠$/);
    expect(odd?.summary).toBe('<script>&');
    expect(odd?.id).toMatch(/^https:\/\/example\.com\/.*\/kb\/releases\/old\/$/);
    expect(decodeURIComponent(odd?.['link-alternate'] ?? '')).toBe('https://example.com/チーム/kb/releases/新 名/');
    expect(readdirSync(join(out, 'feeds/products')).sort()).toEqual(['-x-2.xml', '-x.xml']);
  });
});

test('a release that names no product is news of every product, in feeds and in the list; so with plans', async () => {
  const at = temporaryFolder();
  const release = (fields: string) => `---\ntitle: R\ndate: 2026-11-01\n${fields}---\n`;
  writeFiles(at, {
    'content/kairanban.yaml':
      'title: A\nportal: { url: https://example.com/ }\nproducts: { stock: 在庫（国内版）, order: 受発注 }\nplans: { pro: プロ, free: フリー }\n',
    'content/releases/stock.md': release('products: [stock]\nplans: [pro]\n'),
    'content/releases/order.md': release('products: [order]\nplans: [free]\n'),
    'content/releases/whole.md': release(''),
  });
  const out = await buildPortal(at);
  const { top, entries } = await readFeed(read('feeds/products/stock.xml', out));
  expect(entries.map(({ id }) => id).sort()).toEqual([
    'https://example.com/releases/stock/',
    'https://example.com/releases/whole/',
  ]);
  expect(top.title).toBe('A：リリース · 在庫（国内版）');
  const rows = JSON.parse(read('releases/all.json', out)) as ReleaseData;
  const { values } = rows.find(({ url }) => url.includes('whole')) ?? {};
  expect([values?.product, values?.plan, values?.lever]).toEqual([undefined, undefined, []]);
});

/** The entries of a portal, and the paths of their pages. */
const entriesOf = (at: string) =>
  (JSON.parse(read('graph.json', at)) as { entries: { id: string; url: string }[] }).entries.map(({ id, url }) => ({
    id,
    path: decodeURIComponent(new URL(url).pathname.slice(1)),
  }));

/** Where a page's twin is to be; the pages of a list share one. */
const twinOf = (path: string) => (path === '' ? 'index.md' : path.replace(/(\/page\/\d+)?\/$/, '.md'));

/** The words of a text, whatever marks stand between them. */
const wordsOf = (text: string) => text.split(/[\s、,·•|：:()（）[\]→#>*`_~-]+/).filter((word) => word !== '');

/** What a page says, but what one presses, draws in words, or finds on every page. */
async function textOf(html: string): Promise<string> {
  await page.setContent(html);
  return page.evaluate(() => {
    const aside =
      'nav, button, form, script, svg, .scripted, .status, .filters, .write, .rest, .to-coming, [aria-hidden=true]';
    for (const one of document.querySelectorAll(aside)) one.remove();
    const texts = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (texts.nextNode()) found.push(texts.currentNode.textContent ?? '');
    return found.join(' ');
  });
}

describe('the Markdown of a page', () => {
  test('is there for every entry and list, and its links lead to others', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
    const twins = pages.filter((path) => path.endsWith('.md') || path === 'llms.txt');
    for (const { markdown } of (JSON.parse(read('graph.json')) as { entries: { markdown: string }[] }).entries)
      expect(twins).toContain(decodeURIComponent(new URL(markdown).pathname.slice(1)));
    const known = new Set(pages);
    const broken = twins.flatMap((path) =>
      [...read(path).matchAll(/\]\(https:\/\/portal\.example\.com\/([^)\s#]*)/g)]
        .map((match) => decodeURIComponent(match[1] as string))
        .filter((target) => !known.has(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
    expect(read('index.md')).toBe(read('llms.txt'));
  });

  test('is what every page names, but those on which one asks, begins to write, or finds nothing', async () => {
    const types = new Set<string>();
    for (const at of [folder, await openPortal()]) {
      for (const { type } of pageTypes(at, new Set(entriesOf(at).map(({ id }) => id)))) types.add(type);
      const without: string[] = [];
      for (const { path } of pagesOf(at)) {
        const html = read(path === '404.html' ? path : `${path}index.html`, at);
        const [, named] = /<link rel="alternate" type="text\/markdown" href="\/([^"]*)"/.exec(html) ?? [];
        const twin = named && decodeURIComponent(named);
        if (twin === undefined) without.push(path);
        else {
          expect([path, twin, existsSync(join(at, twin))]).toEqual([path, twinOf(path), true]);
        }
      }
      expect(without.sort()).toEqual(at === folder ? ['404.html', 'search/', 'write/'] : ['404.html', 'search/']);
    }
    expect([...types]).toEqual(
      expect.arrayContaining(['roadmap', 'loop', 'executive', 'releases/*/handout', 'requests/by/*/*']),
    );
  });

  test('says what its page says', async () => {
    const { boards } = messages('ja');
    const others = new Set(['', '404.html', 'search/', 'write/', ...entriesOf(folder).map(({ path }) => path)]);
    const pages = pagesOf(folder).filter(({ path }) => !others.has(path));
    expect(pages.length).toBeGreaterThan(40);
    const missing: string[] = [];
    for (const { path } of pages) {
      const twin = read(twinOf(path)).replace(/\]\([^)]*\)/g, ']');
      const said = new Set(wordsOf(twin));
      // How to use the table; and what a table needs no words for.
      const text = (await textOf(read(`${path}index.html`)))
        .replace(boards.pivotOpens, '')
        .replace(boards.pivotWeight, '');
      const words = wordsOf(text).filter((word) => path !== 'loop/' || !/^件/.test(word));
      expect([path, words.length > 10]).toEqual([path, true]);
      missing.push(...words.filter((word) => !said.has(word)).map((word) => `${path}: ${word}`));
    }
    expect(missing).toEqual([]);
  });
});

test('a stage is called by its own name alone where no other journey has one of that name', () => {
  const pivot = read('requests/by/source/stage.md');
  expect(pivot).toContain('シフトを組む');
  expect(pivot).not.toContain('毎月の締め');
});

test('graph.json is of the form that its schema says, with every kind', () => {
  const schema = JSON.parse(readFileSync(join(root, 'docs/schemas/graph.schema.json'), 'utf8'));
  const validate = new Ajv({ allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(schema);
  const graph = JSON.parse(read('graph.json')) as { entries: { kind: string }[] };
  expect(validate(graph) || validate.errors).toBe(true);
  expect(new Set(graph.entries.map(({ kind }) => kind)).size).toBe(schema.properties.entries.items.oneOf.length);
  expect(validate({ ...graph, version: 2 })).toBe(false);
});

describe('a preview of a link', () => {
  test('has a title, a sentence and the one picture, with whole addresses', async () => {
    await page.setContent(read('releases/2026-11-shift-csv-import/index.html'));
    const said = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
    expect(await said('title')).toBe('シフト表をCSVと貼り付けで一括登録できるようになりました');
    expect(await said('description')).toMatch(/^店舗や施設で/);
    expect(await said('url')).toBe('https://portal.example.com/releases/2026-11-shift-csv-import/');
    expect(await said('image')).toBe('https://portal.example.com/og.png');
    const png = readFileSync(join(folder, 'og.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

/** Every file of the portal for everybody that is text. */
async function openTexts(): Promise<{ path: string; text: string }[]> {
  const open = await openPortal();
  return readdirSync(open, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(html|md|txt|json|xml)$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: read(path, open) }));
}

describe('outsiders', () => {
  test('see where an entry comes from and leads, and not what is missing there', async () => {
    const { boards, portal } = messages('ja');
    const pages = (await openTexts()).filter(({ path }) => path.endsWith('.html'));
    const traces = pages.flatMap(({ path, text }) => {
      const trace = /<ol class="trace.*?<\/ol>/s.exec(text)?.[0];
      return trace === undefined ? [] : [{ path, trace }];
    });
    // Of what an entry comes from and leads to, most is the company's own.
    expect(traces.map(({ path }) => path)).toContain('cases/nurseries-mobile-approval/index.html');
    expect(traces.length).toBeLessThan(pages.length / 2);
    const unsaid = [boards.gap, boards.later, portal.none];
    for (const { path, trace } of traces) {
      expect([path, ...unsaid.filter((word) => trace.includes(`>${word}<`))]).toEqual([path]);
      expect([path, trace.includes('href=')]).toEqual([path, true]);
    }
  });

  test('are told neither how much something matters to the company nor to whom in it', async () => {
    const { words, fields } = messages('ja');
    const open = await openTexts();
    const unsaid = [...Object.values(words.tiers), fields.tier, fields.audiences, '"tier"', '"audiences"'];
    for (const { path, text } of open) {
      const own = unsaid.filter((word) => text.includes(word));
      expect([path, ...own]).toEqual([path]);
      expect([path, /^(tier|audiences):/m.test(text), /data-roles="[^"]/.test(text)]).toEqual([path, false, false]);
    }
    expect(open.map(({ path }) => path).filter((path) => path.startsWith('feeds/audiences/'))).toEqual([
      'feeds/audiences/customer.xml',
    ]);
    // Inside, all of it is said.
    const inside = read('releases/2026-11-shift-csv-import.md') + read('releases/index.html') + read('graph.json');
    for (const word of ['tier: 1', 'audiences: [', '"audiences":', ...unsaid]) expect(inside).toContain(word);
  });
});

describe('crawlers', () => {
  test('are kept from all but a public portal', async () => {
    expect(read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    expect(existsSync(join(folder, 'sitemap.xml'))).toBe(false);
    const open = await openPortal();
    expect(read('robots.txt', open)).toContain('Sitemap: https://portal.example.com/sitemap.xml');
    const listed = [...read('sitemap.xml', open).matchAll(/<loc>https:\/\/portal\.example\.com\/(.*?)<\/loc>/g)].map(
      (match) => decodeURIComponent(match[1] as string),
    );
    const pages = readdirSync(open, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|\/)index\.html$/.test(path.replaceAll('\\', '/')))
      .map((path) => path.replaceAll('\\', '/').slice(0, -'index.html'.length));
    const former = pages.filter((path) => read(`${path}index.html`, open).includes('http-equiv="refresh"'));
    expect(listed.sort()).toEqual(pages.filter((path) => path !== 'search/' && !former.includes(path)).sort());
    expect(read('index.html', open)).not.toContain('noindex');
  });

  test('learn of every public page what it holds, in which language, and where it is', async () => {
    const open = await openPortal();
    for (const { path } of pagesOf(open)) {
      await page.setContent(read(path === '404.html' ? path : `${path}index.html`, open));
      const said = await page.evaluate(() => ({
        lang: document.documentElement.lang,
        title: document.title,
        description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content,
        canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.getAttribute('href'),
        hidden: document.querySelector('meta[name=robots]') !== null,
        links: [...document.links].filter((one) => /^(#?|javascript:.*)$/.test(one.getAttribute('href') ?? '')).length,
      }));
      const isMissing = path === '404.html';
      expect({ path, ...said }).toEqual({
        path,
        lang: 'ja',
        title: expect.stringContaining('ほしぞら労務'),
        description: expect.stringMatching(/^.{10,160}$/),
        canonical: isMissing ? undefined : `https://portal.example.com/${encodeURI(path)}`,
        hidden: isMissing,
        links: 0,
      });
    }
  });
});

test('without the portal’s address there are no feeds, and that is said; the rest is there', async () => {
  const at = temporaryFolder();
  writeFiles(at, { 'content/releases/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\n[a](a.md)\n' });
  const run = await runBuild(at);
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out).toContain('portal: { url');
  const out = join(at, 'portal');
  expect(existsSync(join(out, 'feeds'))).toBe(false);
  expect(read('releases/a.md', out)).toContain('[a](/releases/a.md)');
  expect(read('index.html', out)).not.toMatch(/og:image|canonical|atom/);
});

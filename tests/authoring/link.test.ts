/** The link that opens GitHub's page for a new file: whole, and never longer than GitHub takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFileUrl } from '../../src/authoring/link.ts';
import { templateOf } from '../../src/authoring/template.ts';
import { completeConfig, locales } from '../../src/config.ts';
import { loadConfig } from '../../src/load/load-config.ts';
import { kindNames, kinds } from '../../src/schema/index.ts';
import { root } from '../support/process.ts';

const edit = 'https://github.com/hoshizora/knowledge/edit/main/content';
const config = loadConfig('', readFileSync(join(root, 'content/kairanban.yaml'), 'utf8'), ({ rule }) =>
  expect.unreachable(rule),
);

describe.each(locales)('in %s', (locale) => {
  test.each(kindNames)('%s: the whole template fits, with all that it explains', (kind) => {
    const url = newFileUrl(edit, kind, { config, locale, month: '2026-11' }) as string;
    expect(url.length).toBeLessThan(8000);
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe('https://github.com/hoshizora/knowledge/new/main/content');
    expect(searchParams.get('value')).toBe(templateOf(kind, {}, { config, locale }));
    expect(searchParams.get('filename')).toMatch(new RegExp(`^${kinds[kind].folder}/(2026-11-)?(名前|name)\\.md$`));
  });

  test('a company with many long names gets a template that explains less, and one with long headings a bare page', () => {
    const many = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, index) => [`product-${index}`, `とても長い製品の名前 ${index}`]));
    const value = (own: typeof config) => {
      const url = newFileUrl(edit, 'release', { config: own, locale }) as string;
      expect(url.length).toBeLessThan(8000);
      return new URL(url).searchParams.get('value');
    };
    const labelled = value(completeConfig({ products: many(3) }));
    expect(labelled).toContain('とても長い製品の名前 2');
    const unlabelled = value(completeConfig({ products: many(100) }));
    expect(unlabelled).toContain('product-99');
    expect(unlabelled).not.toContain('とても長い製品の名前');
    expect(value(completeConfig({ products: many(1000) }))).not.toContain('product-99');
    const headings = [`${'長い見出し'.repeat(300)}`, 'Long'.repeat(2000)];
    expect(value(completeConfig({ audiences: { sales: { headings } } }))).toBe(null);
  });
});

test.each([
  ['https://github.com/o/r/edit/main/docs/content/', 'https://github.com/o/r/new/main/docs/content?'],
  ['https://git.example.com/o/r/edit/feature/x/content', 'https://git.example.com/o/r/new/feature/x/content?'],
  ['https://github.com/o/r/edit/main', 'https://github.com/o/r/new/main?'],
])('%s is GitHub’s', (address, start) => {
  expect(newFileUrl(address, 'term', { config, locale: 'en' })?.startsWith(start)).toBe(true);
});

test.each([
  undefined,
  'https://gitlab.example.com/o/r/-/edit/main/content',
  'https://gitlab.example.com/group/o/r/edit/main',
  'https://github.com/o/r/blob/main/content',
  'https://github.com/o/r/edit/',
  'https://git.example.com/o/r/_edit/main/content',
])('%s is not', (address) => {
  expect(newFileUrl(address, 'term', { config, locale: 'en' })).toBe(undefined);
});

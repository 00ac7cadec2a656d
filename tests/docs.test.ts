/** What the documents point at is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './support/process.ts';

const top = readdirSync(root).filter((name) => name.endsWith('.md'));
const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => join('docs', path));

describe.each([...top, ...below])('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8').replace(/^```[\s\S]*?^```/gm, '');

  test('links to files that exist', () => {
    const prose = text.replace(/`[^`\n]*`/g, '');
    const targets = [
      ...prose.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)|(?:src|href)="(?!https?:|#)([^"#]+)/g),
    ];
    const missing = targets
      .map(([, link, source]) => decodeURI(link ?? source ?? ''))
      .filter((target) => !existsSync(join(root, dirname(path), target)));
    expect(missing).toEqual([]);
  });

  test('names files in code that exist', () => {
    const names = [...text.matchAll(/`((?:src|docs|tests|scripts)\/[\w./-]+)`/g)].map(([, name]) => name ?? '');
    expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

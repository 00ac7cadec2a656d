/** The looks of a portal as data: which accents can be read, what comes of the others, and where a logo may lie. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../src/load/load-config.ts';
import type { Problem } from '../../src/problem.ts';
import { contrast, readable, readColor, shadesOf } from '../../src/schema/color.ts';
import { root } from '../support/process.ts';

const tokens = readFileSync(join(root, 'src/site/styles/tokens.css'), 'utf8');
const token = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.slice(1) ?? [];

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('every accent that is taken can be read on all that the portal puts it on, light and dark', () => {
  const [paper, sheet] = [token('paper'), token('sheet')];
  for (const accent of ['#1f4e80', '#0b6e4f', '#b5341c', '#000000', '#5b21b6', readable('#ffd400', 'light')]) {
    const { light, dark, lightWash, darkWash } = shadesOf(accent);
    expect(readable(accent, 'light')).toBe(accent);
    for (const ground of [paper[0], sheet[0], lightWash])
      expect([accent, ground, contrast(light, ground as string) >= 4.5]).toEqual([accent, ground, true]);
    for (const ground of [paper[1], sheet[1], darkWash])
      expect([accent, ground, contrast(dark, ground as string) >= 4.5]).toEqual([accent, ground, true]);
    for (const ink of [token('ink'), token('soft')]) {
      expect(contrast(ink[0] as string, lightWash)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink[1] as string, darkWash)).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('colours are read as people write them', () => {
  const written = ['#0B6E4F', '0b6e4f', '#abc', 'green', '#12345', 'rgb(0,0,0)'];
  expect(written.map(readColor)).toEqual(['#0b6e4f', '#0b6e4f', '#aabbcc', undefined, undefined, undefined]);
});

test('an accent that cannot be read and a logo that is not there are problems at their lines', () => {
  const problems: Problem[] = [];
  const text = "portal:\n  logo: brand/logo.svg\n  accent: '#f5c400'\n";
  const config = loadConfig('kairanban.yaml', text, (problem) => problems.push(problem), ['kairanban.yaml']);
  expect(problems.map(({ line, column, rule, args }) => ({ line, column, rule, args }))).toEqual([
    {
      line: 2,
      column: 9,
      rule: 'bad-value',
      args: { field: 'portal.logo', value: 'brand/logo.svg', expected: { what: 'picture' } },
    },
    {
      line: 3,
      column: 11,
      rule: 'bad-value',
      args: {
        field: 'portal.accent',
        value: '#f5c400',
        expected: { what: 'contrast' },
        suggestion: `'${readable('#f5c400', 'light')}'`,
      },
    },
  ]);
  expect(config.portal).toEqual({});
  const fine = "portal: { accent: '0B6E4F', logo: a/ロゴ.PNG }\n";
  expect(loadConfig('', fine, () => expect.unreachable(), ['a/ロゴ.PNG']).portal).toEqual({
    accent: '#0b6e4f',
    logo: 'a/ロゴ.PNG',
  });
});

test('a logo lies in the content folder', () => {
  for (const path of [
    '../logo.svg',
    '/logo.svg',
    'https://example.com/logo.svg',
    'a/../../logo.png',
    'logo.gif',
    'a',
  ]) {
    const problems: Problem[] = [];
    const config = loadConfig('', `portal: { logo: '${path}' }\n`, (problem) => problems.push(problem));
    expect([path, problems.length, config.portal.logo]).toEqual([path, 1, undefined]);
  }
});

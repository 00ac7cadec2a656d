/** Headings found without the parser are those that the parser finds, in every Markdown file at hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMarkdown, headingsOf } from '../../src/load/markdown.ts';
import { root } from '../support/process.ts';

function parsed(body: string) {
  const tokens = createMarkdown().parse(body, {});
  return tokens.flatMap((token, index) =>
    token.type === 'heading_open' && token.level === 0 && token.map
      ? [
          {
            depth: Number(token.tag.slice(1)),
            text: (tokens[index + 1]?.content ?? '').trim(),
            line: token.map[0],
            end: token.map[1],
          },
        ]
      : [],
  );
}

const packages = join(root, 'node_modules');
const files = [
  ...readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(root, 'content', path),
  ),
  ...readdirSync(packages).flatMap((name) => ['README.md', 'CHANGELOG.md'].map((file) => join(packages, name, file))),
];

test('in real files', () => {
  let seen = 0;
  for (const file of files) {
    if (!file.endsWith('.md')) continue;
    let text: string;
    try {
      text = readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
    } catch {
      continue; // no such file in that package
    }
    expect(headingsOf(text), file).toEqual(parsed(text));
    seen += 1;
  }
  expect(seen).toBeGreaterThan(200);
});

test.each([
  '# a #',
  '#',
  '## ',
  '##\ta ## b ##',
  '#a',
  '####### a',
  '# a\\#',
  '- a\n# b\n  # c',
  '> a\n# b',
  '> ```\n# b',
  '- ```\n# b\n  ```',
  '1. a\n\n# b\n\n   c',
  '| a |\n| - |\n# b',
  '[a]: x "t\n# b\n"',
  'a\n# b\nc',
  '`a\n# b`',
  '<div>\n# b\n</div>',
  '<!--\n# b\n-->',
  '\u3000# a',
  '#\u00a0a',
  '# a\u2028# b',
  'a\n---\n# b',
  '---\n# b\n***',
  '    # a\n\t# b',
  '- a\n\n      # code\n# b',
  '```\n# b\n ````\t\n# c',
  '~~~~ md\n```\n# b\n~~~\n# c\n~~~~\n# d',
  '``` `a`\n# b\n```\n# c',
  '```\n# b',
  '```\n# b\n    ```\n# c',
  '```\u2028# b\n# c\n```',
])('in %j', (text) => {
  expect(headingsOf(text)).toEqual(parsed(text));
});

test('in whatever stands around code', () => {
  const lines = [
    '```',
    '````',
    '~~~',
    '``` js',
    '``` `a`',
    '  ```',
    '    ```',
    '```\t ',
    '# a',
    '#',
    '- a',
    '- ```',
    '> q',
  ];
  const others = ['> ```', '1. ~~~', '    code', 'text', '', '| a |\n| - |', '[a]: x "t'];
  const all = [...lines, ...others];
  for (const first of all) {
    for (const second of all) {
      for (const third of lines) {
        const text = [first, second, third, '# b', '```', '# c'].join('\n');
        expect(headingsOf(text), text).toEqual(parsed(text));
      }
    }
  }
});

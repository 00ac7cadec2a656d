import { describe, expect, test } from 'vitest';
import { withoutBacklink, withoutMentions } from '../../src/render/inert.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderSlack } from '../../src/render/slack.ts';
import { renderText } from '../../src/render/text.ts';
import { en, type Files, ja, page, summaryOf } from '../summary/memory.ts';
import { githubActs, runnerCommands } from './github.ts';

const joiner = '\u2060';

describe('ordinary words stay as they are', () => {
  test.each([
    'defaced and effaced facades',
    '20261121 1234567 00000000',
    'pmm@example.com',
    'C# と F#、#見出し、＃1',
    'PAY-118 GHz GH-',
    '3f2a1b', // six digits
    'a'.repeat(41),
    'https://example.com/a?b=c https://github.com/o/r',
    'deadbeefs 12ab34cz',
    '５月１日＠東京',
  ])('%s', (text) => {
    expect(withoutMentions(text)).toBe(text);
  });
});

describe('what GitHub would act upon gets a joiner', () => {
  test.each([
    ['@name', `@${joiner}name`],
    ['（@name）', `（@${joiner}name）`],
    ['は@name', `は@${joiner}name`],
    ['@org/team', `@${joiner}org/team`],
    ['#123', `#${joiner}123`],
    ['owner/repo#1', `owner/repo#${joiner}1`],
    ['GH-1 gh-2', `GH-${joiner}1 gh-${joiner}2`],
    ['https://github.com/o/r/issues/5', `https:${joiner}//github.com/o/r/issues/5`],
    ['www.github.com/o/r/pull/5', `www.${joiner}github.com/o/r/pull/5`],
    ['a5c3785', `a5c378${joiner}5`],
    ['は9fceb02。', `は9fceb0${joiner}2。`],
    [
      'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
      'a5c378 5ed8d6 a35868 bc169f 07e40e 889087 fd2e'.replaceAll(' ', joiner),
    ],
  ])('%s', (text, inert) => {
    expect(withoutMentions(text)).toBe(inert);
    expect(githubActs(text)).not.toEqual([]);
    expect(githubActs(inert)).toEqual([]);
  });
});

test.each([
  ['https://github.com/o/r/issues/5', 'https://redirect.github.com/o/r/issues/5'],
  ['http://www.github.com/o/r/pull/5#x', 'https://redirect.github.com/o/r/pull/5#x'],
  ['https://github.com/o/r/commit/a5c3785', 'https://redirect.github.com/o/r/commit/a5c3785'],
  ['https://github.com/o/r/blob/main/a.md', 'https://github.com/o/r/blob/main/a.md'],
  ['https://example.com/github.com/o/r/issues/5', 'https://example.com/github.com/o/r/issues/5'],
])('a link to %s leaves no trace there', (url, quiet) => {
  expect(withoutBacklink(url)).toBe(quiet);
});

const hostile = `
@name @org/team は@name、(@name) **@name** _@name_ ~~@name~~ @name.
# @name #1

fixes #123 GH-1 owner/repo#1 a5c3785ed8d6a35868bc169f07e40e889087fd2e user@a5c3785
fixes https://github.com/o/r/issues/5 and www.github.com/o/r/pull/6
[@name #1](https://example.com/#123) [x](https://github.com/o/r/pull/7) <https://github.com/o/r/discussions/8>

::error file=a.md,line=1::boom
  ::add-mask::a
　::set-output name=x::y
::warning::**x**
\\::notice::z
x ##[add-mask]a ##[group]b

<!-- kairanban:sales --> <b>@name</b> <img src=x onerror=alert(1)> <script>alert(1)</script>
<!-- kairanban:cs -->
<p
https://github.com/o/r/issues/9

<details><summary>x</summary>

![alt @name](https://example.com/track.png) ![ref][picture] [ref][picture] [bad][script]

[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](//example.com) [e](#x) <javascript:alert(1)>
[f](java&#10;script:alert(1)) [g](https://example.com "t
::error::t") [h](mailto:a@example.com) [i](ftp://example.com)

- ::error::in a list
- [ ] @name

> ::error::in a quotation
> [!WARNING]

| @name | #1 |
| --- | --- |
| \`@name\` | GH-1 |

\`\`\`
::error::in code
<!-- kairanban:sales -->
##[error]x
\`\`\`

    ::error::in more code

\`::error::\` \`<!-- x -->\` &lt;!-- x --&gt; &#64;name &#35;1 @\u200bname

~~~<!--x <!--y
a
~~~

[j](https://example.com/&lt;!--x--&gt;) \`\`\`

note[^1]

[^1]: ::error::@name

[picture]: https://example.com/track.png
[script]: javascript:alert(1)
`;

const line = '@name #1 GH-1 <!-- x --> ![x](https://example.com/x.png) <b>x</b> ##[error]x';
const files: Files = {
  'kairanban.yaml': `title: "::error::${line}"
portal: { url: https://portal.example.com }
products: { p: "@name #2" }
plans: { q: "@name #3 <!-- x -->" }
segments: { s: "::error::@name" }
audiences: { sales: { label: "@name" } }
`,
  'releases/hostile.md': page(
    `title: "::error::${line}"\nsummary: "::error::${line}"\ndate: 2026-11-01\nversion: "#4"\ntier: 1\nproducts: [p]\nplans: [q]\nsegments: [s]\nrequests: [r]\nactions:\n  - who: sales\n    what: |-\n      @name\n      ::error::#5`,
    `${hostile}\n## 営業向け\n${hostile}\n### トークトラック\n${hostile}\n## 約束しないこと\n${hostile}`,
  ),
  'releases/short.md': page(`title: "${line}"\ndate: 2026-11-01`, hostile),
  'releases/line.md': page(`title: "x 1.2.3"\nversion: 1.2.3\ndate: 2026-11-01\ntier: 3`, hostile),
  'requests/r.md': page(`title: "@name #6"\nvoices: [{ account: a, date: 2026-01-01, by: cs/x }]`),
  'accounts/a.md': page('title: "@name #7"\nstatus: customer'),
  'enablement/e.md': page('title: "@name #8"\nreleases: [hostile]\nreviewed: 2026-11-01\napprovedBy: sales/x'),
};

describe.each([
  ['with a portal', files],
  ['without', { ...files, 'kairanban.yaml': (files['kairanban.yaml'] as string).replace(/^portal.*$/m, '') }],
])('hostile content %s', (_name, content) => {
  const summaries = [summaryOf(content), summaryOf(content, 'sales', { type: 'release' }), summaryOf(content, 'cs')];

  test.each([ja, en])('does nothing in Markdown', (words) => {
    for (const summary of summaries) {
      const markdown = renderMarkdown(summary, words);
      expect(githubActs(markdown)).toEqual([]);
      expect(runnerCommands(markdown)).toEqual([]);
    }
  });

  test('does nothing in a log', () => {
    for (const summary of summaries) {
      expect(runnerCommands(renderText(summary, ja))).toEqual([]);
      expect(runnerCommands(renderJson(summary))).toEqual([]);
      expect(runnerCommands(JSON.stringify(renderSlack(summary, ja).message, null, 2))).toEqual([]);
    }
  });

  test('is the same in JSON once it is read', () => {
    const [summary] = summaries;
    expect(JSON.parse(renderJson(summary as never)).items[0].title.text).toBe(`::error::${line}`);
  });
});

test('the runner is known', () => {
  expect(runnerCommands(' ::error file=a,line=1::x\na ::error::\n::nothing::\nx ##[group]y\n## [group]')).toHaveLength(
    2,
  );
});

test('addresses stay whole and links can be followed', () => {
  const track = '[資料](https://example.com/a_(b)?x=1&y=@z#12) と https://example.com/#123 と a@example.com と `#1 @a`';
  const markdown = renderMarkdown(
    summaryOf({ 'releases/a.md': page('title: a\ndate: 2026-11-01\ntier: 1', `## トークトラック\n\n${track}`) }),
    ja,
  );
  expect(markdown).toContain('[資料](https://example.com/a_\\(b\\)?x=1\\&y=@z#12)');
  expect(markdown).toContain('<https://example.com/#123>');
  expect(markdown).toContain('<a@example.com>');
  expect(markdown).toContain('`#1 @a`');
});

test('control characters and directions are visible wherever a terminal shows them', () => {
  const summary = summaryOf({
    'releases/a.md': page(
      'title: "a\\e[31mb"\ndate: 2026-11-01\ntier: 1',
      '## トークトラック\n\na\u001b]0;x\u0007b \u202eabc \u009b31m',
    ),
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  for (const text of [renderText(summary, ja), renderMarkdown(summary, ja), renderJson(summary)]) {
    expect(text).not.toMatch(acting);
  }
  expect(renderText(summary, ja)).toContain('a\\u{1b}]0;x\\u{7}b \\u{202e}abc');
});

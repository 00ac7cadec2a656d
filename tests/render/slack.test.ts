import { describe, expect, test } from 'vitest';
import { runSummary } from '../../src/commands/summary.ts';
import { renderSlack } from '../../src/render/slack.ts';
import type { Period } from '../../src/summary/summary.ts';
import { config, en, type Files, ja, now, page, summaryOf } from '../summary/memory.ts';
import { slackFaults, slackText } from './block-kit.ts';

const many = (count: number, name: (index: number) => string, text: (index: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`releases/${name(index)}.md`, text(index)]));

const sentence = '「店舗のシフト表は、どなたが画面に入れていますか」と聞いてください。';
const hostile = [
  '<!channel> <!here> <@U012AB3CD> <#C024BE7LR|general> <!subteam^SAZ94GDB8> @channel @here #general ```',
  '&lt;!everyone&gt; \\<!channel> &amp;lt;!here&amp;gt; `<!channel>` **<@U012AB3CD>** [<!channel>](https://example.com/?a=1&b=2|3)',
  '[x](<!channel>) [x](javascript:alert) [x](data:text/html,x) <https://example.com/a|b> ![<!here>](https://example.com/a.png)',
  '<a href="https://example.com">x</a> <script>alert(1)</script> <!-- <!channel> -->',
  '```\n<!channel> ``` & </code>\n```\n\n\\`\\`\\` &gt; ~~`` a`b ``~~ [j](https://example.com/&lt;x&gt;|y)',
  '> <!here>\n\n| <!here> | `<@U1>` |\n| --- | --- |\n| <!channel> | & |',
  '[](https://example.com) [ ](https://example.com) *a*b*c* _a_b_ ~~x~~ `` ` `` ##[add-mask]x\n::error::x',
].join('\n\n');

interface Case {
  readonly files: Files;
  readonly truncated: boolean;
  readonly period?: Period;
  /** Headlines, or beginnings of headlines, that must be there. */
  readonly named?: readonly string[];
  readonly says?: readonly (string | RegExp)[];
}

const talk = (fields: string, track: string) =>
  page(fields, `## 営業向け\n\n${track.slice(0, 300)}\n\n### トークトラック\n\n${track}\n\n### 切り返し\n\n${track}\n`);
const one = (track: string, fields = 'title: 一件\ndate: 2026-11-01\ntier: 1'): Files => ({
  'releases/one.md': talk(fields, track),
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `見出し${index}号`);

const cases: { readonly [name: string]: Case } = {
  '300 releases of tier 3': {
    files: many(
      300,
      (n) => `r${n}`,
      (n) => page(`title: 見出し${n}号\ndate: 2026-11-01\ntier: 3`),
    ),
    truncated: true,
    says: [/ほか\d+件/],
  },
  '300 versions of a changelog': {
    files: many(
      300,
      (n) => `payroll/payroll-1.${n}.0`,
      (n) =>
        page(`title: payroll 1.${n}.0\ndate: 2026-11-01\nversion: "1.${n}.0"\ntier: 3`, '### Added\n\n- CSV (#12)\n'),
    ),
    truncated: true,
    says: [/1\.299\.0>：CSV \(#12\) · 2026-11-01\n• .*1\.298\.0>/],
  },
  '40 releases of tier 1, talk tracks of 20 kB': {
    files: many(
      40,
      (n) => `r${n}`,
      (n) => talk(`title: 見出し${n}号\ndate: 2026-11-01\ntier: 1`, sentence.repeat(200)),
    ),
    truncated: true,
    named: numbers(40),
  },
  '10 of each tier, talk tracks of 20 kB': {
    files: {
      ...many(
        10,
        (n) => `a${n}`,
        (n) => talk(`title: 見出し${n}号\ndate: 2026-11-01\ntier: 1`, sentence.repeat(200)),
      ),
      ...many(
        10,
        (n) => `b${n}`,
        (n) => talk(`title: 次点${n}号\ndate: 2026-11-01\ntier: 2`, sentence.repeat(200)),
      ),
      ...many(
        10,
        (n) => `c${n}`,
        (n) => talk(`title: 末尾${n}号\ndate: 2026-11-01\ntier: 3`, sentence.repeat(200)),
      ),
    },
    truncated: true,
    named: numbers(10),
  },
  '60 releases of tier 1 with titles of 500 characters': {
    files: many(
      60,
      (n) => `r${n}`,
      (n) => page(`title: 見出し${n}号${'長'.repeat(495)}\ndate: 2026-11-01\ntier: 1`),
    ),
    truncated: true,
    named: numbers(60),
  },
  '200 releases of tier 1': {
    files: many(
      200,
      (n) => `r${n}`,
      (n) => page(`title: 見出し${n}号\ndate: 2026-11-01\ntier: 1`),
    ),
    truncated: true,
    named: numbers(200),
  },
  '60 short releases of tier 2': {
    files: many(
      60,
      (n) => `r${n}`,
      (n) => page(`title: 見出し${n}号\ndate: 2026-11-01`, '短い本文。\n'),
    ),
    truncated: true,
  },
  'a title of 500 characters of which each takes five': {
    files: one('短い。', `title: "${'&'.repeat(500)}"\ndate: 2026-11-01\ntier: 1`),
    truncated: true,
  },
  'a talk track that a message holds, though no section does': { files: one(sentence.repeat(100)), truncated: true },
  'paragraphs that a message holds together': {
    files: {
      'releases/one.md': page(
        'title: 一件\ndate: 2026-11-01\ntier: 1',
        `## トークトラック\n\n${`${sentence.repeat(20)}\n\n`.repeat(10)}`,
      ),
    },
    truncated: false,
  },
  'one word without an end': { files: one('あ'.repeat(20_000)), truncated: true },
  'emoji, families and rare characters': { files: one('👨‍👩‍👧‍👦𠮷🇯🇵か\u3099'.repeat(2_000)), truncated: true },
  'nothing but links': { files: one('[営業資料](https://example.com/?a=1&b=2)'.repeat(300)), truncated: true },
  'one link with long words': { files: one(`[${'あ'.repeat(9000)}](https://example.com/)`), truncated: true },
  'a link with a long address': { files: one(`[x](https://example.com/${'a'.repeat(5000)})`), truncated: true },
  'nothing but bold': { files: one('これは**「強調」**です。'.repeat(900)), truncated: true },
  'nothing but code': { files: one(`\`\`\`\n${'<tag attribute="&">\n'.repeat(600)}\`\`\``), truncated: true },
  'a table': {
    files: one(`| 項目 | 標準 | プロ |\n| --- | --- | --- |\n${'| 総支給額の差 | ○ | － |\n'.repeat(300)}`),
    truncated: true,
  },
  'nested lists': {
    files: one(Array.from({ length: 400 }, (_, n) => `${'  '.repeat(n % 5)}- 項目${n}`).join('\n')),
    truncated: true,
  },
  '200 actions of 600 characters': {
    files: {
      'releases/one.md': page(
        `title: 一件\ndate: 2026-11-01\ntier: 1\nactions:\n${`  - { who: sales, what: ${'あ'.repeat(600)} }\n`.repeat(200)}`,
      ),
    },
    truncated: true,
    named: ['一件'],
  },
  'hostile content': {
    files: one(hostile, `title: "${hostile.split('\n')[0]}"\ndate: 2026-11-01\ntier: 1`),
    truncated: false,
  },
  'hostile content, tier 3': {
    files: {
      'kairanban.yaml': `title: "<!channel> & <@U1>"\nportal: { url: "https://portal.example.com/a=<b>&c|d" }\nproducts: { p: "<!here> &" }\nplans: { q: "<!here> &" }\naudiences: { sales: { label: "<#C1>" } }`,
      'releases/<!channel>.md': page(
        'title: <!channel>\ndate: 2026-11-01\ntier: 3\nproducts: [p]\nplans: [q]',
        hostile,
      ),
    },
    truncated: false,
  },
  'control characters and directions': { files: one('a\u0007b\u202ec\u001b[31md \u2066e'), truncated: false },
  'nothing to tell': { files: { 'releases/later.md': page('title: あとで\ndate: 2027-01-01') }, truncated: false },
  'one release of tier 3, by name': {
    files: { 'releases/one.md': page('title: 一件\ndate: 2026-11-01\ntier: 3', '直しました。\n') },
    period: { type: 'release' },
    truncated: false,
    says: ['直しました。'],
  },
};

describe('Slack takes', () => {
  test.each(Object.entries(cases))('%s', (_name, { files, truncated, period, named = [], says = [] }) => {
    const summary = summaryOf({ 'kairanban.yaml': config, ...files }, 'sales', period);
    for (const words of [ja, en]) {
      const { message, truncated: cut } = renderSlack(summary, words);
      expect(slackFaults(message)).toEqual([]);
      const text = slackText(message);
      for (const name of named) expect(text).toMatch(new RegExp(`${name}(?!\\d)`));
      if (words === ja) for (const said of says) expect(text).toMatch(said);
      expect(cut).toBe(truncated);
      const foot = slackText({ blocks: message.blocks.slice(-1) });
      expect(foot.includes(words.summary.cut)).toBe(truncated);
      expect(foot).toContain(`|${words.summary.open}>`);
    }
  });

  test('a message without a portal, which says so when it is cut', () => {
    const { message, truncated } = renderSlack(summaryOf(one('あ'.repeat(20_000))), ja);
    expect(slackFaults(message)).toEqual([]);
    expect(truncated).toBe(true);
    expect(slackText({ blocks: message.blocks.slice(-1) })).toBe(ja.summary.cutHere);
  });
});

describe('the example content', () => {
  test.each(['sales', 'cs', 'marketing', 'product', 'executive', 'customer'])('for %s', async (audience) => {
    for (const selection of [
      {},
      { last: 30 },
      { last: 3650 },
      { week: '2026-W46' },
      { release: '2026-11-shift-csv-import' },
    ]) {
      const out: string[] = [];
      const io = { out: (text: string) => out.push(text), err: () => {}, progress: () => {}, color: false };
      const common = { content: 'content', visibility: 'internal', now, lang: undefined } as const;
      expect(await runSummary({ ...common, audience, format: 'slack', selection }, io)).toBe(0);
      expect(slackFaults(JSON.parse(out.join('')))).toEqual([]);
    }
  });
});

test.each([
  ['no fallback', { blocks: [{ type: 'divider' }] }],
  ['an unknown block', { text: 'x', blocks: [{ type: 'marquee' }] }],
  ['a long header', { text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }],
  ['a mention', { text: '<!channel>', blocks: [{ type: 'divider' }] }],
  ['a bare ampersand', { text: 'a & b', blocks: [{ type: 'divider' }] }],
  ['half a character', { text: '\ud83d', blocks: [{ type: 'divider' }] }],
  ['plain names as links', { text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '@here' } }] }],
  ['51 blocks', { text: 'x', blocks: Array(51).fill({ type: 'divider' }) }],
])('the validator knows %s', (_fault, message) => {
  expect(slackFaults(message)).not.toEqual([]);
});

test('a family of emoji is never torn apart', () => {
  for (let lead = 0; lead < 30; lead++) {
    const body = `## トークトラック\n\n${'x'.repeat(lead)}${'👨‍👩‍👧‍👦'.repeat(300)}`;
    const summary = summaryOf({ 'releases/one.md': page('title: 一件\ndate: 2026-11-01\ntier: 1', body) });
    const text = slackText(renderSlack(summary, ja).message);
    expect(text).toContain('👨‍👩‍👧‍👦…');
    expect(text.replaceAll('👨‍👩‍👧‍👦', '')).not.toMatch(/\u200d|\p{Extended_Pictographic}/u);
  }
});

test('bold Japanese has edges on which Slack can see the marks', () => {
  const { message } = renderSlack(summaryOf(one('これは**「強調」**です')), ja);
  expect(slackText(message)).toContain('これは\u200b*「強調」*\u200bです');
});

test('tables, tasks and quotations read as lines', () => {
  const track =
    '| 項目 | 標準 | プロ |\n| - | - | - |\n| 差 | ○ | － |\n| 空 | | |\n\n- [x] 済\n- [ ] 未\n\n> [!NOTE]\n> 招待のみ';
  const text = slackText(renderSlack(summaryOf(one(track)), ja).message);
  expect(text).toContain('• 差: 標準 ○ / プロ －\n• 空\n');
  expect(text).toContain('• ☑ 済\n• ☐ 未');
  expect(text).toContain('&gt; 招待のみ');
});

test('the notification names what there is to tell', () => {
  const { message } = renderSlack(
    summaryOf({ 'kairanban.yaml': config, ...one('x', 'title: A & B\ndate: 2026-11-01') }),
    ja,
  );
  expect(message.text).toBe('見本：リリースのお知らせ（営業向け）\n• A &amp; B');
});

test.each([
  [
    '\\*esc\\* と \\_esc\\_ と \\~esc\\~ と \\`esc\\`',
    '\u2217esc\u2217 と \u02cdesc\u02cd と \u223cesc\u223c と \u02cbesc\u02cb',
  ],
  ['\\_\\_init\\_\\_ と snake_case_name', '\u02cd\u02cdinit\u02cd\u02cd と snake_case_name'],
  ['\\~/a と \\_id と 3 * 4 * 5 と 10\\~20\\~30 と \\*税別', '~/a と _id と 3 * 4 * 5 と 10~20~30 と *税別'],
  ['**太\\*字**', '\u200b*太\u2217字*\u200b'],
  ['**[a\\*b|c](https://example.com/*a_b)**', '\u200b*<https://example.com/*a_b|a\u2217b\u2223c>*\u200b'],
  ['`*x* a_b` と `` a`b ``', "\u200b`*x* a_b`\u200b と \u200b`a'b`\u200b"],
])('marks of a text are no marks to Slack: %s', (track, shown) => {
  const { message } = renderSlack(summaryOf(one(`## トークトラック\n\n${track}`)), ja);
  expect(slackText(message)).toContain(shown);
});

test('a title keeps its letters, and nothing in it is a mark', () => {
  const { message } = renderSlack(
    summaryOf({ 'kairanban.yaml': config, ...one('x', 'title: a|b *bold* c\ndate: 2026-11-01\ntier: 1') }),
    ja,
  );
  expect(slackText(message)).toContain('|a\u2223b \u2217bold\u2217 c>*\u200b');
});

/** What releases of every shape read like, as plain text; what only one format does follows. */
import { describe, expect, test } from 'vitest';
import { fitMarkdown, renderMarkdown } from '../../src/render/markdown.ts';
import { renderText } from '../../src/render/text.ts';
import { config, en, type Files, ja, page, summaryOf } from './memory.ts';

const told = (files: Files, audience = 'sales', words = ja) =>
  renderText(summaryOf({ 'kairanban.yaml': config, ...files }, audience), words)
    .split('\n')
    .slice(3, -3)
    .join('\n');
const release = (fields: string, body = '') => ({ 'releases/a.md': page(`date: 2026-11-01\n${fields}`, body) });

describe('a release', () => {
  test('without any body', () => {
    expect(told(release('title: 題'))).toBe(
      '■ 知っておくこと\n\n● 題\n  2026-11-01\n  https://portal.example.com/releases/a/',
    );
  });

  test('with nothing but a talk track at the top level', () => {
    expect(told(release('title: 題\ntier: 1', '## トークトラック\n\nこう話す。\n'))).toBe(
      '■ 全員対応\n\n● 題\n  2026-11-01\n  トークトラック\n    こう話す。\n  https://portal.example.com/releases/a/',
    );
  });

  test('with English headings, read in English', () => {
    const body =
      '## Summary\n\nIt does.\n\nMore.\n\n## For sales\n\nPitch it.\n\n### Talk track\n\nSay it.\n\n### Discovery\n\n- Ask it\n\n## Do not promise\n\n- Anything\n';
    expect(
      told(release('title: Title\ntier: 1\nversion: "2.0"\nproducts: [payroll]\nplans: [pro]', body), 'sales', en),
    ).toBe(
      [
        '■ Everyone must act',
        '',
        '● Title',
        '  2026-11-01 · 給与計算 2.0',
        '  It does.',
        '  For sales',
        '    Pitch it.',
        '  Talk track',
        '    Say it.',
        '  Discovery',
        '    - Ask it',
        '  Plans: プロ',
        '  Do not promise',
        '    - Anything',
        '  https://portal.example.com/releases/a/',
      ].join('\n'),
    );
  });

  test('whose sections have sections of their own', () => {
    const body = [
      '## 営業向け',
      '### 背景',
      '値上げの前に。',
      '### トークトラック',
      '話す。',
      '#### 電話で',
      '短く話す。',
      '### 参考',
      '表を見る。',
      '## 約束しないこと',
      '### 期日',
      '言わない。',
    ].join('\n\n');
    expect(told(release('title: 題\ntier: 1', body))).toBe(
      [
        '■ 全員対応',
        '',
        '● 題',
        '  2026-11-01',
        '  営業向け',
        '    背景',
        '',
        '    値上げの前に。',
        '',
        '    参考',
        '',
        '    表を見る。',
        '  トークトラック',
        '    話す。',
        '',
        '    電話で',
        '',
        '    短く話す。',
        '  約束しないこと',
        '    期日',
        '',
        '    言わない。',
        '  https://portal.example.com/releases/a/',
      ].join('\n'),
    );
  });

  test.each([
    ['the text before any heading', '始まり。\n\n続き。\n\n## 概要\n\n概要。\n', '概要。'],
    ['the text before any heading, without 概要', '始まり。\n\n続き。\n', '始まり。'],
    ['the text under its own title', '# 題\n\n始まり。\n', '始まり。'],
    [
      'the first section that is for nobody in particular',
      '## CS向け\n\nCS。\n\n## 変更点\n\n- 一\n- 二\n',
      '・一\n  ・二',
    ],
    ['what follows an empty 概要', '## 概要\n\n### 変更\n\n変えた。\n', '変えた。'],
    ['a table as a whole', '| a | b |\n| - | - |\n| 1 | 2 |\n\n続き。\n', '・1: 2'],
    ['code as a whole', '```\na\n\nb\n```\n\n続き。\n', '    a\n\n      b'],
    ['five items of a list', `${'- 項\n'.repeat(9)}`, '・項\n  ・項\n  ・項\n  ・項\n  ・項'],
    [
      'a reference defined elsewhere',
      '[版][1]を出した。\n\n## 営業向け\n\n[1]: https://example.com/\n',
      '版 <https://example.com/>を出した。',
    ],
  ])('begins with %s', (_name, body, lead) => {
    expect(told(release('title: 題', body))).toContain(`  2026-11-01\n  ${lead}\n  `);
  });

  test('with Windows line ends', () => {
    const files = release('title: 題\nsummary: 要約', '## 営業向け\r\n\r\n一行目\r\n二行目\r\n\r\n- 項\r\n');
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replace(/\r?\n/g, '\r\n')]),
    );
    expect(told(windows)).toBe(told(files));
    expect(told(windows)).toContain('一行目\n    二行目\n\n    ・項');
  });

  test('that names its status in its title says it once', () => {
    const title = (text: string, status: string, words = ja) =>
      /● (.*)/.exec(
        renderText(summaryOf(release(`title: "${text}"\nstatus: ${status}`), 'sales', { type: 'release' }), words),
      )?.[1];
    expect(title('自動ロック', 'withdrawn')).toBe('【取り下げ】自動ロック');
    expect(title('【取り下げ】自動ロック', 'withdrawn')).toBe('【取り下げ】自動ロック');
    expect(title('【取り下げ】自動ロック', 'withdrawn', en)).toBe('【取り下げ】自動ロック');
    expect(title('Withdrawn: auto lock', 'withdrawn')).toBe('Withdrawn: auto lock');
    expect(title('Closing (beta)', 'beta')).toBe('Closing (beta)');
    expect(title('拠点確定（ベータ版）', 'beta', en)).toBe('拠点確定（ベータ版）');
    expect(title('予定表の共有', 'planned')).toBe('【予定】予定表の共有');
    expect(title('Alphabeta', 'beta', en)).toBe('[Beta] Alphabeta');
  });

  test('that was withdrawn is pitched to nobody', () => {
    const text = told({
      ...release('title: 題\nstatus: withdrawn\nsegments: [smb]\nrequests: [r]', '## 営業向け\n\n謝る。\n'),
      'requests/r.md': page('title: 困る\nvoices: [{ account: a, date: 2026-01-01, by: cs/x }]'),
      'accounts/a.md': page('title: 甲社\nstatus: customer'),
      'enablement/e.md': page('title: 売る\nreleases: [a]\nreviewed: 2026-11-01\napprovedBy: sales/x'),
    });
    expect(text).toContain('営業向け\n    謝る。');
    expect(text).not.toMatch(/困る|甲社|売る|主な対象/);
  });

  test('names who asked, but neither who has left nor who never came', () => {
    const voices = ['customer', 'prospect', 'lost', 'churned'];
    const text = told({
      ...release('title: 題\nprds: [p]'),
      'prds/p.md': page('title: PRD\nrequests: [r, s]'),
      'requests/r.md': page(
        `title: 困る\nvoices:\n${voices.map((id) => `  - { account: ${id}, date: 2026-01-01, by: cs/x }`).join('\n')}`,
      ),
      'requests/s.md': page('title: 断った\nstatus: declined\nreason: x\nreply: x'),
      ...Object.fromEntries(voices.map((id) => [`accounts/${id}.md`, page(`title: ${id}社\nstatus: ${id}`)])),
    });
    expect(text).toContain('要望していた顧客：customer社、prospect社\n');
    expect(text).toContain('なぜ大事か（困りごと）：困る <https://portal.example.com/requests/r/>');
    expect(text).not.toContain('断った');
  });

  test('claims all plans only where all are named', () => {
    expect(told(release('title: 題\nplans: [standard, pro]'))).toContain('対象プラン：全プラン');
    expect(told(release('title: 題\nplans: [pro]'))).toContain('対象プラン：プロ');
    expect(told(release('title: 題'))).not.toContain('プラン');
    expect(
      told({
        ...release('title: 題\nplans: [x]'),
        'kairanban.yaml': 'title: 見本\nportal: { url: https://x.example }',
      }),
    ).toContain('対象プラン：x');
  });

  test('asked for by name is told whole, whatever its tier', () => {
    const files = { 'kairanban.yaml': config, ...release('title: 題\ntier: 3', '本文。\n\n## 切り返し\n\n返す。\n') };
    expect(renderText(summaryOf(files, 'sales', { type: 'release' }), ja)).toBe(
      '見本：リリースのお知らせ（営業向け）\n\n● 題\n  2026-11-01\n  本文。\n  切り返し\n    返す。\n  https://portal.example.com/releases/a/\n\nポータル：https://portal.example.com/\n',
    );
  });
});

describe('customers', () => {
  const files = release(
    'title: 題\nsummary: 社内の要約\nvisibility: public\nsegments: [smb]\nplans: [pro]\nlevers: [retention]\nactions: [{ who: customer, what: x }]',
    '## お客様向け\n\nできるようになりました。\n\n## 営業向け\n\n売る。\n\n## 約束しないこと\n\n値引き\n',
  );
  test('read their own section once, and nothing that is meant for colleagues', () => {
    expect(told(files, 'customer')).toBe(
      '■ お知らせ\n\n● 題\n  2026-11-01\n  できるようになりました。\n  対象プラン：プロ\n  https://portal.example.com/releases/a/',
    );
  });
});

describe('releases of tier 3', () => {
  const changelog = (count: number): Files =>
    Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `releases/payroll-1.${n}.0.md`,
        page(
          `title: payroll 1.${n}.0\nproducts: [payroll]\ndate: 2026-11-01\nversion: "1.${n}.0"\ntier: 3`,
          `### Fixed\n\n- 端数（${n}）\n- ほか\n`,
        ),
      ]),
    );

  test('from a changelog say what changed, the newest version first', () => {
    expect(told(changelog(12)).split('\n').slice(0, 3)).toEqual([
      '・payroll 1.11.0：端数（11）（2026-11-01 · 給与計算）',
      '・payroll 1.10.0：端数（10）（2026-11-01 · 給与計算）',
      '・payroll 1.9.0：端数（9）（2026-11-01 · 給与計算）',
    ]);
  });

  test('fold away in Markdown after twenty, and all stand in plain text', () => {
    const files = { 'kairanban.yaml': config, ...changelog(300) };
    const markdown = renderMarkdown(summaryOf(files), ja);
    expect(markdown.match(/^- \[payroll/gm)).toHaveLength(300);
    expect(markdown.split('<details><summary>ほか280件</summary>\n\n- [payroll')[0]?.match(/^- /gm)).toHaveLength(20);
    expect(renderText(summaryOf(files), ja).match(/^・payroll/gm)).toHaveLength(300);
  });

  test('have a heading only below others', () => {
    expect(told(changelog(1))).not.toContain('■');
    expect(told({ ...changelog(1), ...release('title: 題') })).toContain('■ そのほかのリリース');
  });
});

describe('Markdown', () => {
  test('for a comment keeps the limit, every tier 1 release and the way to the portal', () => {
    const track = `## トークトラック\n\n${'これは**「強調」**です。これは強調ではありません。\n\n'.repeat(150)}`;
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `releases/r${n}.md`,
        page(`title: 見出し${n}号\ndate: 2026-11-01\ntier: 1`, track),
      ]),
    );
    const summary = summaryOf({ 'kairanban.yaml': config, ...files });
    const { text, truncated } = fitMarkdown(summary, ja, 65_536);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(truncated).toBe(true);
    for (let n = 0; n < 40; n++) expect(text).toContain(`見出し${n}号`);
    expect(text).toMatch(
      /長いため省略しました。続きはポータルにあります。\n\n\[ポータルで開く\]\(https:\/\/portal\.example\.com\/\)\n$/,
    );
    expect(fitMarkdown(summary, ja, 10_000_000)).toMatchObject({ truncated: false, text: renderMarkdown(summary, ja) });
  });

  test('shows bold Japanese bold on GitHub, too', () => {
    const markdown = renderMarkdown(summaryOf(release('title: 題\nsummary: これは**「強調」**です')), ja);
    // GitHub sees marks only next to punctuation here, which a character reference ends with.
    expect(markdown).toContain('これ&#x306F;**「強調」**&#x3067;す');
  });

  test('has no marks of what it quotes in titles and facts', () => {
    const markdown = renderMarkdown(summaryOf(release('title: "*a* [b](c) `d` <e> # f"')), ja);
    expect(markdown).toContain('#### \\*a\\* \\[b]\\(c) \\`d\\` \\<e> # f\n');
  });
});

test('a text too long for the parser is cut visibly', () => {
  const text = told(release('title: 題', `## トークトラック\n\n${'一文です。\n'.repeat(5000)}`));
  expect(text.length).toBeGreaterThan(19_000);
  expect(text).toMatch(/一文です。\n\n {4}…\n/);
});

test('the same content gives the same bytes, in whatever order it is read', () => {
  const files: [string, string][] = Array.from({ length: 30 }, (_, n) => [
    `releases/r${(n * 7) % 30}.md`,
    page(`title: 題${n}\ndate: 2026-11-${String((n % 9) + 1).padStart(2, '0')}\ntier: ${(n % 3) + 1}`, `本文${n}\n`),
  ]);
  const one = summaryOf(Object.fromEntries(files));
  const other = summaryOf(Object.fromEntries(files.toReversed()));
  expect(renderMarkdown(other, ja)).toBe(renderMarkdown(one, ja));
  const order = one.items.map(({ tier, date }) => `${tier} ${9999 - Number(date.slice(-2))}`);
  expect(order).toEqual(order.toSorted());
});

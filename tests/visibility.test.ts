/** Words planted in every place that an output must not show: no file of a portal and no message holds a trace of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildPortal } from './support/portal.ts';
import { now, runCli, temporaryFolder, writeFiles } from './support/process.ts';

/** `hidden(confidential, 3)` → a word that stands nowhere else. */
const word = (level: string, place: string) => `${level}x${place}x`;
const c = (place: string) => word('CONFIDENTIAL', place);
const i = (place: string) => word('INTERNAL', place);
const p = (place: string) => word('PUBLIC', place);

const page = (fields: string, body = '') => `---\n${fields.trim()}\n---\n${body}\n`;

const content: Record<string, string> = {
  'content/kairanban.yaml': `
title: 見える範囲
portal: { url: https://portal.example.com, feedback: mailto:${i('feedback')}@example.com, edit: https://git.example.com/${i('edit')} }
teams: { sales: 営業, cs: CS, ${i('team')}: ${i('teamlabel')} }
audiences: { board: { label: 取締役, level: confidential, headings: [取締役向け] }, ${i('audience')}: { label: ${i('audiencelabel')} } }
channels: [{ name: ${c('channel')}, type: slack, audience: sales }]
products: { open: ${p('productlabel')}, ${i('product')}: ${i('productlabel')}, ${c('product')}: ${c('productlabel')} }
`,
  // Lines that Markdown takes for no heading and whoever wrote them did.
  'content/releases/loose.md': page(
    'title: 見出しのつもり\ndate: 2026-11-10\nvisibility: public',
    [
      ...[
        '＃＃ 営業向け',
        '##営業向け',
        '##　CS向け',
        '**営業むけ**',
        '◆ 営業向け',
        '営業向け：',
        '<h3>経営向け</h3>',
        '- 営業向け',
        '2. CS向け',
      ]
        .concat([
          '> 約束しないこと',
          '【社内向け】',
          '＃＃ 社内メモ',
          '##打ち合わせ',
          '__For sales__',
          '\\## 営業向け',
          '※営業向け',
          '→ CS向け',
          '・経営向け',
          '―― 営業向け ――',
          'トークトラック',
          '- - ## 営業向け',
          '- [ ] 営業向け',
          '- [x] 営業向け',
          '「営業向け」',
          '📣 営業向け',
          '営業向け ↓',
          '① 営業向け',
          '**1. 営業向け**',
          '**営業向け（社内限り）**',
          '営業向け / For sales',
          '::: 営業向け',
          '🔒 社内限定',
          '[Internal only]',
        ])
        .map((heading, index) => `${heading}\n\n${i(`loose${index}`)}\n\n## お客様向け\n\n${p(`afterloose${index}`)}`),
      `■ 取締役向け\n\n${c('loose')}`,
    ].join('\n\n'),
  ),
  // Headings inside a section for outsiders that name readers inside the company, in other words than ours.
  'content/releases/inside.md': page(
    'title: 見出しの飾り\ndate: 2026-11-10\nvisibility: public',
    [
      ...['📣 営業向け', '営業向け（社内限り）', '1. 営業向け', '[営業向け](open.md)', '営業向け {#sales}'],
      ...['営業・CS向け', 'お客様向け・営業向け', '社内メモ', '社外秘', 'Internal notes', '営業\u200b向け'],
    ]
      .map(
        (heading, index) =>
          `## お客様向け\n\n### ${heading}\n\n${i(`inside${index}`)}\n\n### 営業向けの新機能\n\n${p(`afterinside${index}`)}`,
      )
      .concat(`### 🔒 取締役向け\n\n${c('insideboard')}`)
      .join('\n\n'),
  ),
  // Labels with the text that they are for behind them.
  'content/releases/label.md': page(
    'title: 見出しの代わり\ndate: 2026-11-10\nvisibility: public',
    ['**営業向け：** ', '**CS向け**: ', '- **経営向け：**', '【営業向け】']
      .map(
        (mark, index) =>
          `${mark}${i(`label${index}`)}\n\n${i(`below${index}`)}\n\n## お客様向け\n\n${p(`afterlabel${index}`)}`,
      )
      .concat(`**営業向け**に作りました。${p('nolabel')}`)
      .join('\n\n'),
  ),
  // What was left open takes headings with it.
  'content/releases/open-comment.md': page(
    'title: 閉じないコメント\ndate: 2026-11-10\nvisibility: public',
    `## 概要\n\n<!-- 何が変わったか\n\n## 営業向け\n\n### トークトラック\n\n<!-- ひと言 -->\n\n${i('opencomment')}\n\n## お客様向け\n\n${p('afteropencomment')}`,
  ),
  'content/releases/open-code.md': page(
    'title: 閉じないコード\ndate: 2026-11-10\nvisibility: public',
    `## 概要\n\n${p('beforeopencode')}\n\n\`\`\`\ncode\n\n## 営業向け\n\n${i('opencode')}`,
  ),
  // Entries of each level, of several kinds, with everything that leads to them.
  'content/releases/open.md': page(
    `
title: ${p('title')}
summary: ${p('summary')}
date: 2026-11-10
visibility: public
products: [open]
tier: 1
audiences: [sales, cs, executive, customer, board, ${i('audience')}]
owner: [sales/${i('owner')}]
prds: [secret-prd, inner-prd]
requests: [secret-request]
levers: [retention]
actions: [{ who: sales, what: ${i('action')} }]
expects: [{ goal: secret-goal, baseline: 1, target: 2 }]
supersedes: [secret-release]
`,
    `${p('intro')} [${p('link')}](../prds/inner-prd.md) と [x](../prds/${'secret-prd'}.md)、[y][gone]、[z [z]](
../prds/secret-prd.md)

[gone]: ../prds/secret-prd.md "${p('definition')}"

## 概要

<!-- ${c('comment')}

## お客様向け
${c('commentsection')} -->

${p('overview')} <!-- ${c('inline')} -->

\`<!-- ${p('code')} -->\`

## 営業向け

${i('salesintro')}

### トークトラック

${i('talktrack')}

### ${i('subheading')}

${i('subsection')}

#### お客様向け

${i('customerinsidesales')}

## お客様向け

${p('customer')}

### ${p('customersub')}

${p('customersubtext')}

### 約束しないこと

${i('promisenested')}

## CS向け

${i('cs')}

経営向け
--------

${i('executivesetext')}

## 取締役向け

${c('boardsection')}

## トークトラック

${i('lonetalktrack')}

## ${i('unknownheading')}

${i('unknownsection')}

## 約束しないこと

- ${i('promise')}

\`\`\`
## お客様向け
${i('fencedheading')}
\`\`\`
`,
  ),
  'content/releases/secret-release.md': page(
    `title: ${c('releasetitle')}\ndate: 2026-11-01\nvisibility: confidential\nproducts: ${c('product')}\nsummary: ${c('releasesummary')}`,
    `## 営業向け\n\n${c('releasebody')}\n`,
  ),
  'content/releases/inner-release.md': page(
    `title: ${i('releasetitle')}\ndate: 2026-11-01\ntier: 3\nproducts: ${i('product')}`,
    `${i('releasebody')}\n\n## 取締役向け\n\n${c('innerboard')}\n`,
  ),
  'content/releases/embargo.md': page(
    `title: ${c('embargotitle')}\ndate: 2026-11-01\nvisibility: public\nannounceAt: 2026-12-01T10:00+09:00`,
    `${c('embargobody')}\n\n## お客様向け\n\n${c('embargocustomer')}\n`,
  ),
  'content/releases/draft.md': page(
    `title: ${c('drafttitle')}\ndate: 2026-11-01\nvisibility: public\ndraft: true`,
    c('draftbody'),
  ),
  'content/prds/secret-prd.md': page(`title: ${c('prdtitle')}\nvisibility: confidential`, c('prdbody')),
  'content/prds/inner-prd.md': page(
    `title: ${i('prdtitle')}\nrequests: [open-request, secret-request]\nevidence: [{ kind: usage, note: ${i('evidence')} }]`,
    i('prdbody'),
  ),
  'content/requests/secret-request.md': page(`title: ${c('requesttitle')}\nvisibility: confidential`, c('requestbody')),
  'content/requests/open-request.md': page(
    `
title: ${p('requesttitle')}
visibility: public
status: declined
triagedBy: sales/${i('triagedby')}
reason: ${i('reason')}
reply: ${i('reply')}
voices:
  - { account: inner-account, date: 2026-10-01, by: sales/${i('voiceby')}, quote: ${i('quote')} }
  - { account: secret-account, date: 2026-10-01, quote: ${i('quotetwo')} }
lostDeals:
  - { account: inner-account, date: 2026-10-02, size: 98765432101 }
`,
    p('requestbody'),
  ),
  'content/prds/open-prd.md': page(
    `title: ${p('prdtitle')}\nvisibility: public\ndecider: sales/${i('decider')}`,
    p('prdbody'),
  ),
  'content/goals/open-goal.md': page(
    `title: ${p('goaltitle')}\nvisibility: public\nagreedBy: { product: sales/${i('agreedproduct')}, cs: cs/${i('agreedcs')} }`,
  ),
  'content/journeys/open-journey.md': page(
    `title: ${p('journeytitle')}\nvisibility: public\nagreedBy: { product: sales/${i('journeyproduct')} }`,
  ),
  'content/personas/open-persona.md': page(
    `title: ${p('personatitle')}\nvisibility: public\nagreedBy: { cs: cs/${i('personacs')} }`,
  ),
  'content/enablement/open-page.md': page(
    `title: ${p('enablementtitle')}\nvisibility: public\nreviewed: 2026-11-01\napprovedBy: sales/${i('approver')}`,
    p('enablementbody'),
  ),
  'content/goals/secret-goal.md': page(`title: ${c('goaltitle')}\nvisibility: confidential`, c('goalbody')),
  'content/accounts/accounts.csv': [
    'id,title,status,size,alias,doNotReapproach,visibility',
    `inner-account,${i('account')},customer,98765432102,${p('alias')},${c('donotreapproach')},`,
    `secret-account,${c('account')},lost,,,,confidential`,
  ].join('\n'),
  'content/cases/anonymous.md': page(
    `title: ${p('casetitle')}\nvisibility: public\naccount: inner-account\nconsent: anonymous\nreleases: [open, secret-release]`,
    p('casebody'),
  ),
  'content/cases/nameless.md': page(
    `title: ${p('casetwotitle')}\nvisibility: public\ncustomer: ${i('casecustomer')}\nconsent: anonymous`,
    p('casetwobody'),
  ),
  'content/cases/inside.md': page(`title: ${i('insidetitle')}\nvisibility: public\nconsent: internal`, i('insidebody')),
  'content/terms/inner.md': page(`title: ${i('term')}\naliases: [${i('alias')}]`, i('termbody')),
};

/** Every file below a folder as text; what is compressed (the search index) unpacked. */
function allText(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return `${entry.name}\n${(packed ? gunzipSync(bytes) : bytes).toString('utf8')}`;
    })
    .join('\n');
}

const planted = (level: string) =>
  [...JSON.stringify(content).matchAll(new RegExp(`${level}x[a-z0-9]+x`, 'g'))].map(([found]) => found);

/** The planted words of a level that a text holds, whatever their case. */
function traces(text: string, level: string): string[] {
  const lower = text.toLowerCase();
  return [...new Set(planted(level))].filter((mark) => lower.includes(mark.toLowerCase()));
}

/** All that the portal of a level says. */
async function build(level: string): Promise<string> {
  const cwd = temporaryFolder();
  writeFiles(cwd, content);
  return allText(await buildPortal(cwd, ['--visibility', level]));
}

/** The places where no reader sees the words whatever the output: they configure, or nothing is made of them. */
const nowhere = new Set([p('definition'), i('team'), i('teamlabel'), c('channel')]);

describe('a portal', () => {
  test('for the company holds nothing confidential, and everything else', async () => {
    const text = await build('internal');
    expect(traces(text, 'CONFIDENTIAL')).toEqual([]);
    expect(text).not.toContain('9876543210');
    expect(text).not.toContain('98,765,432,10');
    const missing = planted('INTERNAL').filter((mark) => !nowhere.has(mark) && !text.includes(mark));
    expect(missing).toEqual([]);
    expect(text).toContain('noindex');
  });

  test('for everybody holds nothing internal, and everything public', async () => {
    const text = await build('public');
    expect(traces(text, 'CONFIDENTIAL')).toEqual([]);
    expect(traces(text, 'INTERNAL')).toEqual([]);
    const missing = planted('PUBLIC').filter((mark) => !nowhere.has(mark) && !text.includes(mark));
    expect(missing).toEqual([]);
    expect(text).not.toMatch(/secret-|inner-/);
    expect(text).not.toContain('noindex" name="robots');
  });

  test('for partners holds nothing internal', async () => {
    const text = await build('partner');
    expect(traces(text, 'CONFIDENTIAL')).toEqual([]);
    expect(traces(text, 'INTERNAL')).toEqual([]);
  });

  test('for named readers holds what is confidential', async () => {
    const text = await build('confidential');
    const comments = [c('comment'), c('commentsection'), c('inline')];
    const gone = new Set([...nowhere, ...comments, c('drafttitle'), c('draftbody')]);
    expect(planted('CONFIDENTIAL').filter((mark) => !gone.has(mark) && !text.includes(mark))).toEqual([]);
  });
});

describe('a message', () => {
  const formats = ['markdown', 'text', 'json', 'slack'];

  test.each(formats)('%s: shows an audience nothing above its level', async (format) => {
    const cwd = temporaryFolder();
    writeFiles(cwd, content);
    for (const audience of ['sales', 'cs', 'executive', 'customer', 'board']) {
      const run = await runCli(['summary', '--audience', audience, '--format', format, '--now', now], { cwd });
      expect(run.code).toBe(0);
      expect(run.out).toContain(p('title'));
      expect(traces(run.out, 'CONFIDENTIAL')).toEqual([]);
      if (audience === 'customer') expect(traces(run.out, 'INTERNAL')).toEqual([]);
      if (audience === 'sales') expect(run.out).toContain(i('talktrack'));
    }
    const open = await runCli(['summary', '--visibility', 'public', '--format', format, '--now', now], { cwd });
    expect(traces(open.out, 'INTERNAL')).toEqual([]);
  });

  test('about a release under embargo is refused until its hour', async () => {
    const cwd = temporaryFolder();
    writeFiles(cwd, content);
    const before = await runCli(
      ['summary', '--release', 'embargo', '--now', '2026-12-01T09:59+09:00', '--lang', 'en'],
      { cwd },
    );
    expect(before.code).toBe(2);
    const after = await runCli(['summary', '--release', 'embargo', '--now', '2026-12-01T10:00+09:00'], { cwd });
    expect(after.out).toContain(c('embargotitle'));
  });
});

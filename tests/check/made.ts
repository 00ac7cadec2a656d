/** Cases that a repository cannot hold, or not on every system: made in a temporary folder when the test runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Files = { readonly [path: string]: string | Uint8Array };

const date = 'date: 2026-11-02';
const page = (fields = `title: A\n${date}`, body = '本文。\n') => `---\n${fields}\n---\n\n${body}`;
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const bom = '\ufeff';

/** Case → files below its content folder; `undefined` stands for no folder at all. */
export const made: { readonly [name: string]: Files | undefined } = {
  'no-folder': undefined,
  'no-content': { 'picture.txt': 'x' },
  'file-endings': {
    'releases/a.markdown': 'x',
    'releases/b.md.txt': 'x',
    'releases/con.md': 'x',
    'releases/d..md': '---\ntitle: ふたつの点\ndate: 2026-01-01\n---\n',
    'releases/picture.txt': 'x',
  },
  'file-names': {
    'releases/100%.md': page(),
    'releases/a#b.md': page(),
    'releases/a:b.md': page(),
    'releases/a\\b.md': page(),
    'releases/what?.md': page(),
    'releases/sub*dir/a.md': page(),
    'releases/zero\u200bwidth.md': page(),
    'releases/turned\u202eround.md': page(),
    'releases/line\nbreak.md': page(),
    'releases/escape\u001b[31m.md': page(),
    'releases/::error::.md': page(),
    "releases/fine-it's [a] & b (1) v1.2.3 新しい 機能.md": page(),
    'releases/fine-component.mdx': page(),
    'releases/fine-upper.MD': page(),
  },
  places: {
    'README.md': '# for maintainers\n',
    'releases/README.md': 'no front matter',
    'releases/README.ja.md': 'no front matter',
    'releases/deep/er/fine.md': page(),
    'release/a.md': page(),
    'release/b.md': page(),
    'release/c.csv': 'a,b\n',
    'Prds/a.md': page(),
    'リリース/a.md': page(),
    'attachments/fine.csv': 'a,b\n',
    'top.md': page(),
    'account.csv': 'id,title\nacme,Acme\n',
    'kairanban.yml': 'title: A\n',
    'releases/picture.png': 'no picture',
    'releases/.hidden.md': 'x',
    '.git/config.md': 'x',
    'node_modules/a/a.md': 'x',
  },
  'duplicate-id': {
    'releases/2025/import.md': page(),
    'releases/2026/import.md': page(),
    'releases/b/Import.mdx': page(),
    'releases/c/\u30ac.md': page(),
    'releases/d/\u30ab\u3099.md': page(),
    'releases/old.md': page(`title: A\n${date}\nformerly: import`),
    'accounts/a.csv': 'id,title\nacme,A\nACME,B\n',
    'accounts/acme.md': page('title: A'),
    'prds/import.md': page('title: another kind is fine'),
  },
  encoding: {
    'releases/a-bom-is-fine.md': bom + page(),
    'releases/b-bom-and-mistake.md': bom + page(`title: A\n${date}\ntagz: x`),
    'releases/c-utf16-little.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page(), 'utf16le')]),
    'releases/d-utf16-big.md': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(page(), 'utf16le').swap16()]),
    'releases/e-utf16-without-mark.md': Buffer.from(page(), 'utf16le'),
    'releases/f-nul.md': page(`title: A\u0000B\n${date}`),
    'releases/g-latin.md': Buffer.from(page(`title: Caf\u00e9\n${date}`, ''), 'latin1'),
    'accounts/h-shift-jis.csv': Buffer.from('69642c7469746c650a61636d652c834183630a', 'hex'),
    'accounts/i-bom-is-fine.csv': `${bom}id,title\nbeta,B\n`,
    'releases/j-bom-alone.md': bom,
  },
  'line-ends': {
    'kairanban.yaml': crlf('locale: en\nteams: { pmm: PMM }\nplan: x\n'),
    'releases/a-crlf-is-fine.md': crlf(page(`title: "A"\n${date}\ntags:\n  - x\n`)),
    'releases/b-crlf-field.md': crlf(page(`title: A\n${date}\nowner: [pm/sato]\nstatus: live`)),
    'releases/c-crlf-colon.md': crlf(page(`title: A\n${date}\nsummary: a: b\ntier: 1`)),
    'releases/d-crlf-full-width.md': crlf(page(`title：A\n${date}`)),
    'releases/e-crlf-fence.md': crlf(`---\ntitle: A\n${date}\n----\n`),
    'releases/f-crlf-heading.md': crlf(page(`title: A\n${date}\nvisibility: public`, '前。\n\n## ほか\n')),
    'releases/g-old-mac.md': page(`title: A\n${date}\nvisibility: public`, '## ほか\n').replaceAll('\n', '\r'),
    'releases/h-mixed.md': `---\r\ntitle: A\n${date}\r\ntagz: x\r---\n`,
    'accounts/i-crlf.csv': crlf('id,title,status,doNotReapproach\nacme,A,lost,"一\n二"\nbeta,B,lst,\n'),
    'goals/j.md': crlf(page('title: A\nreadings: j.csv')),
    'goals/j.csv': crlf('date,value\n2026-11-01,1\n2026-11-31,2\n'),
  },
  inert: {
    'kairanban.yaml': 'locale: en\nplans: { "\u202epro": x }\n',
    'releases/a.md': page(
      'title: A\ndate: "::error::\\e[31mred\\a"\nstatus: "##[error]x"\ntype: "\u202ereversed\u2066"\nplans: ["%0A::warning::x"]',
    ),
    'releases/b.md': page(`title: A\n${date}\n"::error file=x,line=1::boo": x\n"a\\r\\n::stop-commands::x": y`),
    'releases/c.md': `---::warning::x\ntitle: A\n---\n`,
    'releases/d.md': page(
      `title: A\n${date}\nvisibility: public`,
      '## \u001b]0;owned\u0007 ##[add-mask]a ::error::x\n',
    ),
    'prds/e.md': page('title: A\nrequests: ["\u001b[2J", "::error::x"]'),
  },
};

/** Writes a case below `folder`. */
export function make(name: string, folder: string): void {
  for (const [path, text] of Object.entries(made[name] ?? {})) {
    const full = join(folder, 'content', path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

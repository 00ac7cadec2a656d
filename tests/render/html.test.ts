/** A body → the HTML of its page: what may stand in it does what it should, and nothing else does anything. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { openSource } from '../../src/commands/context.ts';
import { visibleAt } from '../../src/graph/visibility.ts';
import { calloutTypes, components, withoutTags } from '../../src/load/tags.ts';
import type { Pictures } from '../../src/portal.ts';
import { pageRenderer } from '../../src/render/html.ts';
import { safeSvg } from '../../src/render/svg.ts';
import { now, root } from '../support/process.ts';

const terms = {
  'terms/sla.md': '---\ntitle: SLA\nsummary: 止まらない時間の約束。\n---\nSLA は約束です。\n',
  'terms/release.md': '---\ntitle: リリース\nsummary: お客様に "届ける" <こと>。\n---\n\n',
  'terms/note.md': '---\ntitle: リリースノート\nsummary: お知らせ。\n---\n\n',
  'terms/churn.md': '---\ntitle: 解約\naliases: [チャーン]\nsummary: やめること。\n---\n\n',
  'terms/empty.md': '---\ntitle: 空の言葉\n---\n\n',
};

const pictures: Pictures = {
  at: (file) => (file === 'prds/img/x.png' ? { path: '_assets/x.png', width: 800, height: 400 } : undefined),
  paths: () => [],
  file: async () => undefined,
  refused: () => [],
};

function rendererFor(body: string, at = 'prds/a.md') {
  const files = Object.entries({ ...terms, [at]: `---\ntitle: A\n---\n${body}` });
  const source = {
    folder: 'content',
    files: files.map(([path, text]) => ({ path, content: new TextEncoder().encode(text) })),
    missing: false,
  };
  const { graph } = openSource(source, { now: Date.parse(now) });
  const visible = visibleAt(graph, 'internal');
  const entry = visible.entries.find((one) => one.file === at) as (typeof visible.entries)[number];
  return { entry, render: pageRenderer(visible, entry, '/kb/', undefined, { pictures, hints: true }) };
}

function html(body: string, at?: string): string {
  const { entry, render } = rendererFor(body, at);
  return render(entry.body);
}

interface Element {
  readonly tagName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes: readonly (Element | { readonly childNodes?: undefined })[];
}

function elementsOf(node: { readonly childNodes?: readonly unknown[] }): Element[] {
  return (node.childNodes ?? []).flatMap((child) => {
    const one = child as Element;
    return [...('tagName' in one ? [one] : []), ...elementsOf(one)];
  });
}

describe('hostile HTML', () => {
  // After the OWASP cheat sheet on filter evasion, DOMPurify's fixtures, and what is particular to Markdown.
  const vectors = [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" onerror="alert(1)"//>',
    '<img/src="x"/onerror=alert(1)>',
    '<img src=`x` onerror=alert(1)>',
    '<img src="https://evil.example/x.png" srcset="https://evil.example/y.png 2x">',
    '<img src="//evil.example/x.png">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img src="&#104;ttps://evil.example/x.png">',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<iframe src="https://evil.example"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="https://evil.example/x.swf"></object><embed src="https://evil.example">',
    '<form action="https://evil.example"><input name=x><button formaction="javascript:alert(1)">送る</button></form>',
    '<input autofocus onfocus=alert(1)>',
    '<video src="https://evil.example/x.mp4" autoplay></video><audio src="https://evil.example/x.mp3">',
    '<link rel="stylesheet" href="https://evil.example/x.css"><link rel=prefetch href="https://evil.example">',
    '<style>@import url(https://evil.example/x.css); body { background: url(https://evil.example/y) }</style>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="&#x01;javascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a><a href="data:text/html,<script>alert(1)</script>">y</a><a href="blob:x">z</a>',
    '<a href="https://a.example" ping="https://evil.example" target=_blank>x</a>',
    '<b onmouseover=alert(1) style="position:fixed;inset:0;background:url(https://evil.example)">x</b>',
    '<p id="Main" class="callout" name="forms">x</p><a id=Note1 name=location href="#x">y</a>',
    '<div role="alert" aria-label="x" tabindex=0 contenteditable data-copy data-search="{}">x</div>',
    '<details open ontoggle=alert(1)><summary>x</summary></details>',
    '<marquee onstart=alert(1)>x</marquee><blink>y</blink>',
    '<template><script>alert(1)</script></template><noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea></textarea><title></title><xmp><script>alert(1)</script></xmp><plaintext>',
    '<isindex type=image src=1 onerror=alert(1)><x onclick=alert(1)>x</x>',
    '</main></body></html><h1>x</h1>',
    '</div></div></article></main><div>x',
    '<table><tr><td></table></td><caption><b></caption></b>',
    '<ruby><rt><b></ruby><i></rt></b></i>',
    '<b title="</b><script>alert(1)</script>">x</b>',
    '<abbr title=\'" onmouseover="alert(1)\'>x</abbr>',
    '<blockquote cite="javascript:alert(1)">x</blockquote><q cite="https://evil.example">y</q>',
    '[x](javascript:alert(1)) [y](<java script:alert(1)>) [z](&#106;avascript:alert(1)) <javascript:alert(1)>',
    '![x](javascript:alert(1)) ![y](https://evil.example/y.png) ![z](data:image/png;base64,AAAA)',
    '![x](x.png "a\\" onerror=\\"alert(1)") [x](https://a.example "\\" onclick=\\"alert(1)")',
    '[x]: javascript:alert(1)\n\n[x] <b>[x][x]',
    '```"><script>alert(1)</script>\n<img src=x onerror=alert(1)>\n```\n\n<b>x',
    '<Callout type="warning onload=x" title="<img src=x onerror=alert(1)>">x</Callout>\n\n<b>x',
    "<Callout type='\"><script>alert(1)</script>'>\nx\n</Callout>",
    '<Demo title="&quot;><script>alert(1)</script>" url="javascript:alert(1)">\nx\n</Demo>',
    '<Demo url="https://a.example/&quot; onclick=&quot;alert(1)">\n<script>alert(1)</script>\n</Demo>',
    '> [!NOTE]\n> <script>alert(1)</script><b onclick=x>',
    'x[^1] <b>\n\n[^1]: <img src=x onerror=alert(1)></li></ol><script>alert(1)</script>',
    '<Steps>\n\n1. <b onclick=x>x\n\n</Steps>\n\n<Compare><script></Compare>',
    '| a |\n| --- |\n| <b onclick=x> <script>alert(1)</script> |',
    '## <img src=x onerror=alert(1)> <b id=x>見出し</b> <script>alert(1)</script>',
  ];
  const names = new Set(
    (
      'a abbr b blockquote br caption code del div em figcaption figure h2 hr i img input label li ol p pre q rp rt ' +
      'ruby span strong sub summary details sup table tbody td th thead tr ul'
    ).split(' '),
  );
  const attributes = new Set(
    (
      'href title class role tabindex aria-label id src alt width height loading decoding rel open start colspan ' +
      'scope align type disabled checked'
    ).split(' '),
  );
  const classes =
    /^(callout \w+|callout-title|demo|demo-title|demo-open|steps|compare|scroll|notes|task|term|picture|language-\S*)$/;

  test.each(vectors)('%s', (vector) => {
    for (const body of [vector, `<b></b>${vector}`, `- ${vector.replaceAll('\n', '\n  ')}`, `文 ${vector} 文`]) {
      const shown = html(body);
      for (const { tagName, attrs } of elementsOf(parseFragment(shown))) {
        expect(names, body).toContain(tagName);
        for (const { name, value } of attrs) {
          expect(attributes, `${body} → ${tagName} ${name}`).toContain(name);
          if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|\/kb\/|#)/);
          if (name === 'src') expect(value).toMatch(/^\/kb\/_assets\//);
          if (name === 'class') expect(value).toMatch(classes);
          if (name === 'id') expect(value).toMatch(/^(Note(Mark)?1|[^A-Z]+)$/);
        }
      }
      // Whatever it does not end, and whatever it ends too much, stays within its own piece of the page.
      const around = parseFragment(`<main><div>${shown}</div><p id="After"></p></main>`);
      const [main] = around.childNodes as unknown as [Element];
      expect((main.childNodes as Element[]).map((one) => one.tagName)).toEqual(['div', 'p']);
    }
  });

  test('pieces of all kinds in any order neither break out of the page nor the build', () => {
    const piece = fc.constantFrom(
      ...[
        '<Callout>',
        '</Callout>',
        '<Steps>',
        '</Steps>',
        '<Demo url="https://a.example">',
        '</Demo>',
        '<Callout>x</Callout>',
      ],
      ...[
        '<b>',
        '</b>',
        '<a href="x">',
        '</a>',
        '<details>',
        '<summary>',
        '</summary>',
        '</details>',
        '<ruby>',
        '<rt>',
        '</ruby>',
      ],
      ...[
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<ul>',
        '<li>',
        '</ul>',
        '<pre>',
        '</pre>',
        '<p>',
        '</p>',
        '<p',
        '<br>',
        '<hr>',
      ],
      ...[
        '<script>',
        '</script>',
        '<svg>',
        '<math>',
        '<style>',
        '<!--',
        '-->',
        '<img src="img/x.png" width=3>',
        '"',
        "'",
        '=',
        '\\',
      ],
      ...[
        '> ',
        '> [!NOTE]',
        '- ',
        '1. ',
        '- [ ] x',
        '# h',
        '## SLA',
        '    ',
        '\t',
        '|a|b|',
        '\n| - | - |\n',
        '```',
        '`',
        '**',
        '_',
      ],
      ...[
        'SLA',
        'リリース',
        '「',
        '」',
        '[x](y)',
        '![x](y "t")',
        '[^1]',
        '[^1]: n',
        '&lt;',
        'https://a.example',
        '😀',
        '\ud83d',
        '\n',
        '\n\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const body = pieces.join('');
        const { entry, render } = rendererFor(body);
        const shown = render(entry.body);
        expect(shown.replace(/="[^"]*"/g, '=""')).not.toMatch(/<(script|svg|math|style|template)\b|\s(on\w+|style)=/i);
        const [main] = parseFragment(`<main><div>${shown}</div><p></p></main>`).childNodes as unknown as [Element];
        expect(main.childNodes).toHaveLength(2);
        expect(withoutTags(entry.body).split('\n')).toHaveLength(entry.body.split('\n').length);
      }),
      { numRuns: 500, seed: 1, examples: [[['</summary>', 'x', '\n', '=', '\n']]] },
    );
  });

  test('a hostile number of tags, open or closed, is no harm', () => {
    for (const many of [
      '<b>',
      '<div>',
      '<ul><li>',
      '<details>\n\n',
      '</p>',
      '<b></i>',
      '<table><td>',
      '<a href=x>',
      '<ruby><rt>',
      '<b ',
    ]) {
      expect(html(`${many.repeat(10_000)}\n\n終わり`)).toContain('終わり');
    }
    expect(safeSvg(`<svg>${'<g>'.repeat(100_000)}</svg>`)).toBeUndefined();
  });

  test('ids and classes of the page are nobody else’s', () => {
    const shown = html('<p id="Main" class="callout" name="x">x</p>');
    expect(shown).toBe('<p>x</p>');
  });
});

describe('HTML in a text', () => {
  test.each([
    ['<ruby>回覧板<rp>（</rp><rt>かいらんばん</rt><rp>）</rp></ruby>です。', 'ruby'],
    ['H<sub>2</sub>O と 2<sup>10</sup>、<kbd>Ctrl</kbd>、<mark>印</mark>、<del>消</del>', 'inline'],
  ])('%s stands as it is', (body) => {
    expect(html(body)).toBe(`<p>${body}</p>\n`);
  });

  test('a block has Markdown in it, and its links lead to pages', () => {
    const shown = html('<details>\n<summary>**くわしく**</summary>\n\n- [用語](../terms/sla.md#x)\n\n</details>');
    expect(shown).toContain('<details>\n<summary><strong>くわしく</strong></summary>');
    expect(shown).toContain('<li><a href="/kb/terms/sla/#x">用語</a></li>');
    expect(shown.trim().endsWith('</details>')).toBe(true);
    expect(html('<a href="../terms/sla.md">SLA</a> <a href="nothing.md">無</a>')).toBe(
      '<p><a href="/kb/terms/sla/">SLA</a> <a>無</a></p>\n',
    );
  });

  test('what is no tag that does something is shown as it was written', () => {
    for (const written of ['<script>', '<会社名>', '<your-name>', 'a < b > c', '<h2>社内向け</h2>', '<Unknown>'])
      expect(html(`${written} <b>x</b>`)).toContain(written.replaceAll('<', '&#x3C;'));
  });

  test('what is begun in a paragraph ends with it', () => {
    expect(html('<b>太い\n\n次</i>の段落')).toBe('<p><b>太い</b></p>\n<p>次の段落</p>\n');
  });

  test('changes nothing of which headings divide a page', () => {
    const { entry, render } = rendererFor('<div>\n## 社内向け\n</div>\n');
    expect(entry.headings.map(({ text }) => text)).toEqual(['社内向け']);
    expect(render(entry.body, [1])).toContain('<h2 id="社内向け">');
  });
});

describe('components', () => {
  test('hold Markdown, each with what it is called', () => {
    const shown = html(
      '前\n<Callout type="warning" title="先に & 後">\nこれは**「強調」**です。\n\n- 一\n</Callout>\n後\n\n<Callout>一行の*メモ*</Callout>',
    );
    expect(shown).toContain('<div class="callout warning" role="note"><p class="callout-title">先に &amp; 後</p>');
    expect(shown).toContain(
      '<p>これは<strong>「強調」</strong>です。</p>\n<ul>\n<li>一</li>\n</ul>\n</div>\n<p>後</p>',
    );
    expect(shown).toContain('<div class="callout note" role="note"><p class="callout-title">メモ</p>');
    expect(shown).toContain('<p>一行の<em>メモ</em></p>');
  });

  test('stand in each other and in lists', () => {
    const shown = html('<Steps>\n\n1. 開く\n\n   <Callout type="tip">\n   近道\n   </Callout>\n\n2. 押す\n\n</Steps>');
    expect(shown).toMatch(
      /<div class="steps">\s*<ol>[\s\S]*<div class="callout tip"[\s\S]*近道[\s\S]*<\/ol>\s*<\/div>/,
    );
  });

  test('that are open, or reach beyond a heading, are shown as they were written', () => {
    for (const body of ['<Callout>\n文', '<Callout>\n\n## 見出し\n\n</Callout>', '<Steps>\n</Callout>\n', '</Steps>'])
      expect(html(body)).toMatch(/&lt;\/?(Callout|Steps)&gt;/);
  });

  test('in code are code', () => {
    expect(html('```md\n<Callout>\nx\n</Callout>\n```')).toContain('&lt;Callout&gt;');
    expect(html('<Callout>\n```\n</Callout>\n```\n\n中\n</Callout>')).toMatch(
      /&lt;\/Callout&gt;[\s\S]*中[\s\S]*<\/div>\s*$/,
    );
  });

  test('a hostile number of them is quickly given up', () => {
    const many = '<Callout>\n'.repeat(20_000);
    expect(html(many)).toContain('&lt;Callout&gt;');
    expect(html('> [!NOTE]\n\n'.repeat(20_000))).toContain('callout note');
  });

  test('are words in a message, the lines in their places', () => {
    const body =
      '<Callout title="注意">\n<ruby>板<rt>いた</rt></ruby><br>と<b>太字</b>\n</Callout>\n`<b>` <script>\n> [!TIP]\n> 文';
    expect(withoutTags(body).split('\n')).toEqual([
      '**注意**  ',
      '板（いた） と太字',
      '',
      '`<b>` <script>',
      '> ',
      '> 文',
    ]);
  });
});

describe.each(['writing.md', 'writing.ja.md'])('docs/%s', (name) => {
  const doc = readFileSync(join(root, 'docs', name), 'utf8');
  const examples = [...doc.matchAll(/^```md\n([\s\S]*?)^```$/gm)].map(([, text]) => text as string);

  test('names every component, what each takes, and every type', () => {
    for (const [component, taken] of Object.entries(components))
      for (const part of [`<${component}`, ...taken]) expect(doc).toContain(part);
    for (const type of calloutTypes) expect(doc).toContain(`\`${type}\``);
  });

  test('has examples that do what they show, and nothing to mend', () => {
    expect(examples.length).toBeGreaterThan(7);
    const shown = examples.map((text) => html(text)).join('');
    expect(shown).not.toMatch(/(<|&lt;|&#x3C;)\/?(Callout|Steps|Compare|Demo)/);
    for (const name of ['warning', 'note', 'tip', 'steps', 'compare', 'demo', 'demo-open', 'notes', 'task', 'scroll'])
      expect(shown).toMatch(new RegExp(`class="([^"]* )?${name}"`));
    for (const tag of ['ruby', 'kbd', 'details']) expect(shown).toContain(`<${tag}>`);
    const files = examples.map((text, at) => [`prds/e${at}.md`, `---\ntitle: E\n---\n${text}`] as const);
    const source = {
      folder: 'content',
      files: files.map(([path, text]) => ({ path, content: new TextEncoder().encode(text) })),
      others: ['prds/images/import.png'],
      missing: false,
    };
    expect(openSource(source, { now: Date.parse(now) }).problems.filter(({ rule }) => rule !== 'file-place')).toEqual(
      [],
    );
  });
});

test('GitHub’s alerts are callouts', () => {
  const shown = html('> [!IMPORTANT]\n> 本文\n>\n> 続き\n\n> [!NOTE]\n\n> [!OTHER]\n> x');
  expect(shown).toContain(
    '<div class="callout important" role="note"><p class="callout-title">大事なこと</p>\n<p>本文</p>',
  );
  expect(shown).toContain('<p class="callout-title">メモ</p>\n');
  expect(shown).toContain('<blockquote>\n<p>[!OTHER]\nx</p>');
});

describe('hints', () => {
  const hinted = (body: string, at?: string) =>
    [...html(body, at).matchAll(/<a class="term" href="([^"]+)" title="([^"]*)">([^<]+)<\/a>/g)].map(
      ([, href, title, word]) => [href, title, word].join(' '),
    );

  test('stand at the first of each term on a page', () => {
    expect(hinted('SLA と SLA。チャーンは解約です。')).toEqual([
      '/kb/terms/sla/ 止まらない時間の約束。 SLA',
      '/kb/terms/churn/ やめること。 チャーン',
    ]);
    const { entry, render } = rendererFor('SLA\n\nSLA');
    expect([render('SLA'), render(entry.body)].join('').match(/class="term"/g)).toHaveLength(1);
  });

  test('are for the longest term, and none is cut out of a longer word', () => {
    expect(hinted('リリースノートを読む').join()).toContain('リリースノート');
    expect(
      hinted('プレリリース、リリースページ、リリース後、リリースノートブック').map((one) => one.split(' ').at(-1)),
    ).toEqual(['リリース']);
    for (const longer of ['SLAs', 'XSLA', 'SLA2', '中途解約', '解約率', 'チャーンレート'])
      expect(hinted(longer)).toEqual([]);
    for (const whole of ['この解約は', '「SLA」', 'SLA連携', '解約リスク']) expect(hinted(whole)).toHaveLength(1);
  });

  test('never stand in links, code, headings, or on the term’s own page', () => {
    const body =
      '## SLA\n\n[SLA](https://a.example) `SLA` <a href="../terms/sla.md">SLA</a> <code>SLA</code>\n\n```\nSLA\n```';
    expect(hinted(body)).toEqual([]);
    expect(hinted('SLA は約束です。', 'terms/sla.md')).toEqual([]);
    expect(hinted('空の言葉')).toEqual([]);
    expect(hinted('| SLA |\n| --- |\n| 解約 |').map((one) => one.split(' ').at(-1))).toEqual(['解約']);
  });

  test('say what a person wrote, as text', () => {
    expect(html('リリース')).toContain('title="お客様に &quot;届ける&quot; &lt;こと&gt;。"');
  });
});

describe('pictures', () => {
  test('of the content have their size, and open larger', () => {
    expect(html('![画面](img/x.png "取り込み")')).toBe(
      '<figure><a class="picture" href="/kb/_assets/x.png"><img src="/kb/_assets/x.png" alt="画面" width="800" ' +
        'height="400" loading="lazy" decoding="async"></a><figcaption>取り込み</figcaption></figure>\n',
    );
    expect(html('[![画面](./img/x.png)](https://a.example)')).not.toContain('class="picture"');
    expect(html('<img src="/content/prds/img/x.png" width="200" alt="小">')).toContain('width="200" height="100"');
  });

  test('that are not there are their words, and those elsewhere links', () => {
    expect(html('![無い](img/y.png) ![外へ](../../x.png)')).toBe('<p>無い 外へ</p>\n');
    expect(html('![外](https://a.example/x.png)')).toContain('<a href="https://a.example/x.png" rel="noopener">');
    expect(html('![外](//a.example/x.png)')).not.toContain('<img');
  });
});

describe('drawings', () => {
  const draw = (inside: string) => safeSvg(`<?xml version="1.0"?><svg viewBox="0 0 9 9" onload="x()">${inside}</svg>`);

  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT>alert(1)</SCRIPT>',
    '<style><script>alert(1)</script></style>',
    '<foreignObject><iframe src="https://evil.example"/></foreignObject>',
    '<image href="https://evil.example/x.png"/><feImage href="https://evil.example"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<use href="https://evil.example/#a"/><use xlink:href="data:image/svg+xml,x#y"/>',
    '<rect onclick="alert(1)" style="fill:url(https://evil.example)"/>',
    '<rect fill="url(https://evil.example#a)" filter="url( \'//evil.example\' )"/>',
    '<style>@import "https://evil.example"; rect { fill: url(x.svg) }</style>',
    '<style>rect{fill:u\\72l(https://evil.example)}</style>',
    '<style>a{background:image-set("https://evil.example" 1x)}</style>',
    '<animate attributeName="href" to="javascript:alert(1)"/><set attributeName="onload" to="x"/>',
    '<title><img src=x onerror=alert(1)></title><desc><script>alert(1)</script></desc>',
    '<![CDATA[<script>alert(1)</script>]]><!-- <script> -->',
    '</svg><script>alert(1)</script><svg>',
    '<?xml-stylesheet href="https://evil.example"?>',
  ])('%s is taken out', (inside) => {
    const drawn = draw(inside) ?? '';
    expect(drawn).toMatch(/^<svg viewBox="0 0 9 9" xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(drawn).not.toMatch(
      /<(script|foreignobject|image|feimage|a|iframe|img|animate|set|body)\b|evil|\son\w+=|javascript:/i,
    );
  });

  test('keep what draws them', () => {
    const inside =
      '<style>.a{fill:#123}</style><defs><linearGradient id="g"><stop offset="0" stop-color="#fff" /></linearGradient></defs>' +
      '<rect class="a" width="3" height="3" style="fill:url(#g);stroke-width:2" /><text x="1" text-anchor="middle">図 &#x26; 字</text>';
    expect(draw(inside)).toBe(`<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
    expect(safeSvg('<html></html>')).toBeUndefined();
  });
});

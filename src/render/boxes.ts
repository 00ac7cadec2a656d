/** Parts of a page that stand in a box: components, GitHub's alerts, tasks, tables and code. */
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import { type CalloutType, type ComponentTag, calloutTypes, componentTag, endsComponents } from '../load/tags.ts';
import type { PageEnv } from './page-env.ts';

/** Adds them to a renderer. */
export function boxes(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  const { escapeHtml, unescapeAll } = markdown.utils;
  const ends = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
  markdown.block.ruler.before('fence', 'component', readComponent, ends);
  markdown.core.ruler.after('block', 'alerts', readAlerts);
  markdown.core.ruler.push('tasks', readTasks);

  rules.callout_open = (tokens, index, _options, env) => {
    const { type, title } = (tokens[index] as Token).meta as unknown as Callout;
    const words = title ? unescapeAll(title) : (env as PageEnv).words.prose.callouts[type];
    return `<div class="callout ${type}" role="note"><p class="callout-title">${escapeHtml(words)}</p>\n`;
  };
  rules.callout_close = () => '</div>\n';
  rules.box_open = (tokens, index, _options, env) => {
    const { name, attributes } = (tokens[index] as Token).meta as unknown as ComponentTag;
    if (name !== 'Demo') return `<div class="${name.toLowerCase()}">\n`;
    const { demo, openDemo } = (env as PageEnv).words.prose;
    const title = escapeHtml(unescapeAll(attributes.get('title') ?? demo));
    const url = unescapeAll(attributes.get('url') ?? '');
    const open = /^https?:\/\//i.test(url)
      ? `<a class="demo-open" href="${escapeHtml(markdown.normalizeLink(url))}" rel="noopener">${escapeHtml(openDemo)}</a>`
      : '';
    return `<div class="demo" role="group" aria-label="${title}"><p class="demo-title">${title}${open}</p>\n`;
  };
  rules.box_close = () => '</div>\n';
  rules.task_open = (tokens, index) =>
    `<label><input type="checkbox" disabled${tokens[index]?.info === ' ' ? '' : ' checked'}> `;

  // What scrolls sideways can be reached and scrolled by keys, and has a name when it is.
  const scrollable = (name: string) => `tabindex="0" role="group" aria-label="${escapeHtml(name)}"`;
  rules.table_open = (_tokens, _index, _options, env) =>
    `<div class="scroll" ${scrollable((env as PageEnv).words.portal.table)}><table>`;
  rules.table_close = () => '</table></div>';
  for (const name of ['fence', 'code_block'] as const) {
    const plain = rules[name];
    rules[name] = (tokens, index, options, env, self) =>
      (plain?.(tokens, index, options, env, self) ?? '').replace(
        /^<pre/,
        () => `<pre ${scrollable((env as PageEnv).words.portal.code)}`,
      );
  }
  // Alignment is a style to markdown-it, and the pages' policy allows none. An empty corner of a table heads nothing.
  for (const name of ['th_open', 'td_open'] as const)
    rules[name] = (tokens, index, options, _env, self) => {
      const [token, words, end] = tokens.slice(index, index + 3) as [Token, Token, Token];
      if (words.content.trim() === '') token.tag = end.tag = 'td';
      const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
      if (align !== undefined) token.attrs = [['align', align]];
      return self.renderToken(tokens, index, options);
    };
}

interface Callout {
  readonly type: CalloutType;
  readonly title?: string;
}

function calloutType(written: string | undefined): CalloutType {
  return calloutTypes.find((type) => type === written?.toLowerCase()) ?? 'note';
}

/** `<Callout>` … `</Callout>`: Markdown between two tags that each have a line to themselves, or one line. */
function readComponent(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const lineAt = (line: number) => state.getLines(line, line + 1, state.blkIndent, false);
  if ((state.sCount[start] ?? 0) - state.blkIndent >= 4 || state.src[begin(state, start)] !== '<') return false;
  const tag = componentTag(lineAt(start));
  if (!tag || tag.isClosing) return false;
  const close = tag.inside === undefined ? closeOf(tag, start, end, lineAt) : start;
  if (close === undefined) return false;
  if (silent) return true;
  const { attributes, name, inside } = tag;
  const title = attributes.get('title');
  const [type, meta] =
    name === 'Callout'
      ? ['callout', { type: calloutType(attributes.get('type')), ...(title !== undefined && { title }) }]
      : ['box', tag];
  Object.assign(state.push(`${type}_open`, 'div', 1), { meta, block: true, map: [start, close] });
  if (inside === undefined) {
    const { lineMax, parentType } = state;
    state.lineMax = close;
    state.md.block.tokenize(state, start + 1, close);
    Object.assign(state, { lineMax, parentType });
  } else {
    state.push('paragraph_open', 'p', 1).map = [start, start + 1];
    Object.assign(state.push('inline', '', 0), { content: inside.trim(), map: [start, start + 1], children: [] });
    state.push('paragraph_close', 'p', -1);
  }
  state.push(`${type}_close`, 'div', -1).block = true;
  state.line = close + 1;
  return true;
}

function begin(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** The line of the tag that ends a component. */
function closeOf(
  { name }: ComponentTag,
  start: number,
  end: number,
  lineAt: (line: number) => string,
): number | undefined {
  const open: string[] = [name];
  let fence = '';
  for (let at = start + 1; at < end; at += 1) {
    const line = lineAt(at);
    const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
      continue;
    }
    if (mark !== '') fence = mark;
    if (endsComponents(line)) return undefined;
    const tag = componentTag(line);
    if (!tag || tag.inside !== undefined) continue;
    if (!tag.isClosing) open.push(tag.name);
    else if (open.pop() !== tag.name) return undefined;
    if (open.length === 0) return at;
    // A person nests two; looking for the ends of a hostile number would take long.
    if (open.length > 10) return undefined;
  }
  return undefined;
}

/** `> [!NOTE]` as GitHub writes it. */
function readAlerts({ tokens }: StateCore): void {
  for (const [index, quote] of tokens.entries()) {
    const text = tokens[index + 2];
    if (quote.type !== 'blockquote_open' || text?.type !== 'inline' || tokens[index + 1]?.type !== 'paragraph_open')
      continue;
    const [mark, type] = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(text.content) ?? [];
    if (mark === undefined || !calloutTypes.some((one) => one === type?.toLowerCase())) continue;
    let close = index + 3;
    while (tokens[close]?.type !== 'blockquote_close' || tokens[close]?.level !== quote.level) close += 1;
    Object.assign(quote, { type: 'callout_open', tag: 'div', meta: { type: calloutType(type) } satisfies Callout });
    Object.assign(tokens[close] as Token, { type: 'callout_close', tag: 'div' });
    text.content = text.content.slice(mark.length);
    if (text.content === '') for (const at of [1, 3]) Object.assign(tokens[index + at] as Token, { hidden: true });
  }
}

/** `- [x] done`: the box is named by the words beside it. */
function readTasks({ tokens, Token: Made }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const children = tokens[index + 2]?.children;
    const mark = /^\[([ xX])\][ \t]+(?=\S)|^\[([ xX])\][ \t]*$/.exec(children?.[0]?.content ?? '');
    if (token.type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open') continue;
    if (!children || !mark || (children.length === 1 && mark[1] === undefined)) continue;
    token.attrSet('class', 'task');
    Object.assign(children[0] as Token, { content: children[0]?.content.slice(mark[0].length) });
    const box = Object.assign(new Made('task_open', 'label', 1), { info: mark[1] ?? mark[2] });
    children.unshift(box);
    children.push(new Made('task_close', 'label', -1));
  }
}

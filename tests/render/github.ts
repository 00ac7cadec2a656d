/** What GitHub and a workflow's log would act upon, found the way they find it. */
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Mentions, issue and commit references, as GitHub looks for them in text outside of links and code. */
const acts = [
  /(?:^|[^A-Za-z0-9_])@[a-z0-9][a-z0-9-]*/i,
  /#\d+/,
  /\bGH-\d+/i,
  /\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}\b/,
];

/** Everything in a Markdown text that would notify, refer, load, hide or run. `<details>` is ours. */
export function githubActs(markdown: string): string[] {
  const found: string[] = [];
  const look = (node: Nodes, inLink: boolean): void => {
    if (node.type === 'text' && !inLink) {
      for (const pattern of acts) {
        const match = pattern.exec(node.value);
        if (match) found.push(match[0]);
      }
    }
    if (node.type === 'html' && !/^<\/?details>(<summary>[^<]*<\/summary>)?$/.test(node.value)) found.push(node.value);
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'definition') found.push(node.type);
    if (node.type === 'link') {
      if (!/^(https?:\/\/|mailto:)/.test(node.url)) found.push(node.url);
      if (/^https?:\/\/(www\.)?github\.com\/[^/]+\/[^/]+\/(issues|pull|discussions|commit)\//.test(node.url)) {
        found.push(node.url);
      }
    }
    if ('children' in node) for (const child of node.children) look(child, inLink || node.type === 'link');
  };
  look(parser.parse(markdown), false);
  if (markdown.includes('<!--')) found.push('<!--');
  return found;
}

const registered =
  'add-mask add-path debug echo endgroup error group notice save-state set-output stop-commands warning';

/**
 * The lines that a runner takes for a command, by the rules of its parser: `::name …::` after white space, or `##[name …]`
 * anywhere. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function runnerCommands(log: string): string[] {
  const known = new Set(registered.split(' '));
  return log.split(/\r\n|\r|\n/).filter((line) => {
    const modern = /^\s*::([^: ]*)[^:]*.*?::/.exec(line)?.[1];
    const old = /##\[([^\] ]*)[^\]]*\]/.exec(line)?.[1];
    return known.has(modern ?? '') || known.has(old ?? '');
  });
}

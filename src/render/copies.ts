/** Markdown of an entry → the texts that somebody takes from its page to another place. */
import type { Graph } from '../graph/graph.ts';
import type { AnyEntry } from '../load/entry.ts';
import { parseMarkdown } from '../summary/markdown.ts';
import { toMrkdwn } from './mrkdwn.ts';
import { toPlain } from './plain.ts';

export interface Copies {
  /** As one would read it aloud, for mail and chats. */
  readonly plain: string;
  /** As one would type it in Slack, with its marks. */
  readonly slack: string;
}

/** The texts of a piece of an entry's body. `bullet` stands before the items of lists in plain text. */
export function copiesOf(text: string, graph: Graph, entry: AnyEntry, bullet: string): Copies {
  const tree = parseMarkdown(text, graph, entry);
  return { plain: toPlain(tree, bullet).trim(), slack: typed(toMrkdwn(tree).join('\n\n')).trim() };
}

const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * `<address|words>` and signs as entities are for Slack's programs only: its field shows them as they are, and takes all
 * up to the next space for the address.
 */
function typed(mrkdwn: string): string {
  return mrkdwn
    .replace(/<([^<>|\s]+)\|([^<>]*)>(?!\s|$)/g, '<$1|$2> ')
    .replace(/<([^<>|\s]+)\|([^<>]*)>/g, (_, url, words) => (words === url ? url : `${words} ${url}`))
    .replace(/&(?:lt|gt|amp);/g, (sign) => signs[sign] as string);
}

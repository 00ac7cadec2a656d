/** What the parts of the page renderer know of the page that they render. */
import type GithubSlugger from 'github-slugger';
import type { Env } from 'markdown-it';
import type { Graph } from '../graph/graph.ts';
import type { Messages } from '../i18n/index.ts';
import type { AnyEntry } from '../load/entry.ts';
import type { Pictures } from '../portal.ts';

export interface PageEnv extends Env {
  readonly graph: Graph;
  readonly entry: AnyEntry;
  readonly base: string;
  readonly words: Messages;
  readonly pictures: Pictures | undefined;
  readonly slugger: GithubSlugger;
  /** Footnotes as written, by label. */
  readonly notes: Map<string, string>;
  /** The labels of those referred to, in order: their numbers. */
  readonly numbered: string[];
  /** Ids of the headings to come. */
  ids: (string | undefined)[];
  /** The terms that had their hint; nothing where there are to be none. */
  readonly hinted: Set<AnyEntry> | undefined;
  /** Of the tags of the text itself: whether there are any in what is rendered, and which of them are open. */
  readonly tags: { found: boolean; readonly open: string[] };
}

/** What could be added to the glossary, and why. */
import { entriesOf, type Graph } from '../graph/graph.ts';
import { type AnyEntry, type Entry, placeOf } from '../load/entry.ts';
import { slug } from '../load/file-names.ts';
import { withoutComments } from '../load/markdown.ts';
import { compareText } from '../problem.ts';
import { kinds } from '../schema/index.ts';
import { walkFields } from '../schema/walk.ts';
import { closest } from '../suggest.ts';
import { aliasPairs, type Line, type Pair, type Reason } from './alias-pairs.ts';
import { foldText, kanji } from './fold.ts';

/** A word to add, and what speaks for it. */
export interface Added {
  readonly word: string;
  /** `asked`: a query has it, and none of the pages. */
  readonly reason: Reason | 'asked';
  readonly places: readonly Line[];
}

export interface Proposal {
  /** A page that is there, whose `field` would be `values`; or a new page for a term of that `title`. */
  readonly path: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly field: 'aliases' | 'tags';
  /** All of the field's values, those that are there first. */
  readonly values: readonly string[];
  readonly added: readonly Added[];
}

/** A query that did not find its page first. */
export interface Asked {
  readonly query: string;
  readonly pages: readonly AnyEntry[];
  readonly place: Line;
}

/**
 * Other words for terms, from what the pages of a graph say and from queries that failed. Those that need no word of the
 * glossary, because search takes one for the other anyway, are not among them. `folder` is that of the content, ending
 * in `/`; `names` are the words that search knows of pages without their saying them.
 */
export function proposeAliases(
  graph: Graph,
  asked: readonly Asked[],
  folder: string,
  names: readonly string[],
): Proposal[] {
  const lines = graph.entries.flatMap(proseLines);
  const terms = entriesOf(graph, 'term');
  const termOf = new Map(terms.flatMap((term) => wordsOf(term).map((word) => [foldText(word), term] as const)));
  const pairs = aliasPairs(lines, new Set(termOf.keys()));
  const proposals = new Map<string, Proposal>();
  const add = (proposal: Proposal) => {
    const known = proposals.get(proposal.path);
    const merged = known && {
      ...known,
      values: [...new Set([...known.values, ...proposal.values])],
      added: [...known.added, ...proposal.added],
    };
    proposals.set(proposal.path, merged ?? proposal);
  };
  for (const { words, reason, places } of pairs) {
    const [a, b] = words.map((word) => termOf.get(foldText(word)));
    // One term, or two that somebody keeps apart; or pieces of one term's words, by which it is found.
    if ((a && b) || terms.some((term) => words.every((word) => isPieceOf(term, word)))) continue;
    const term = a ?? b;
    if (term) {
      const word = a ? words[1] : words[0];
      if (!isAvoided(term, word)) add(forTerm(term, { word, reason, places }));
    } else add(forNew(words, reason, places, folder, graph));
  }
  for (const one of askedWords(asked, lines, graph, names)) add(one);
  const order = ['said', 'asked', 'brackets', 'short', 'sound'];
  const rank = ({ added }: Proposal) => Math.min(...added.map(({ reason }) => order.indexOf(reason)));
  return [...proposals.values()].sort((a, b) => rank(a) - rank(b) || compareText(a.path, b.path));
}

function wordsOf({ fields }: Entry<'term'>): string[] {
  return [fields.title, ...(fields.aliases ?? [])];
}

function isPieceOf(term: Entry<'term'>, word: string): boolean {
  return wordsOf(term).some((own) => foldText(own).includes(foldText(word)));
}

function isAvoided({ fields }: Entry<'term'>, word: string): boolean {
  return (fields.avoid ?? []).some((avoided) => foldText(avoided) === foldText(word));
}

function forTerm(term: Entry<'term'>, added: Added): Proposal {
  const values = [...(term.fields.aliases ?? []), added.word];
  return { path: term.path, title: term.fields.title, isNew: false, field: 'aliases', values, added: [added] };
}

/** The word that is not English is the title, and an English one names the file. */
function forNew(words: Pair['words'], reason: Reason, places: readonly Line[], folder: string, graph: Graph): Proposal {
  const isEnglish = (word: string) => /^[\x20-\x7e]+$/.test(word);
  const [title, word] = isEnglish(words[0]) && !isEnglish(words[1]) ? [words[1], words[0]] : words;
  const name = slug((isEnglish(word) ? word : title).toLowerCase());
  const path = `${folder}${kinds.term.folder}/${name}.md`;
  const taken = graph.entries.some((entry) => entry.path === path);
  return {
    path: taken ? path.replace(/\.md$/, '-2.md') : path,
    ...{ title, isNew: true, field: 'aliases', values: [word], added: [{ word, reason, places }] },
  };
}

/** Words that ask, and name nothing. */
const asking =
  /^(?:定義|方法|意味|手順|一覧|理由|予定|違い|使い方|設定|対応|状況|詳細|説明|内容|場合|期間|名前|番号|最新|今後|バージョン|version|ページ)$/i;

/** The words of failed queries that no page has, for the page that should have come. */
function askedWords(
  asked: readonly Asked[],
  lines: readonly Line[],
  graph: Graph,
  known: readonly string[],
): Proposal[] {
  const text = [...lines.map((line) => line.text), ...known].map(foldText).join('\n');
  const names = [...new Set(lines.flatMap((line) => line.text.match(runs) ?? []))];
  const uses = new Map<string, number>();
  const found = asked.flatMap(({ query, pages, place }) => {
    const words = (query.match(runs) ?? []).filter((word) => !asking.test(word) && !text.includes(foldText(word)));
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    // What looks like a word of the pages is a mistake in typing.
    return words.filter((word) => closest(word, names) === undefined).map((word) => ({ word, pages, place }));
  });
  return found.flatMap(({ word, pages, place }): Proposal[] => {
    const page = pages.find(({ kind }) => kind === 'term') ?? pages[0];
    if (!page || !graph.entries.includes(page) || page.origin.type === 'row' || (uses.get(word) ?? 0) > 1) return [];
    const added = { word, reason: 'asked', places: [place] } as const;
    if (page.kind === 'term') return [forTerm(page, added)];
    const { title, tags } = page.fields;
    const values = [...(tags ?? []), word];
    return [{ path: page.path, title, isNew: false, field: 'tags', values, added: [added] }];
  });
}

/** Names in a query: what stands in one script, hiragana left out. */
const runs = new RegExp(`[${kanji}]{2,8}|[ァ-ヺー]{3,}|[A-Za-z][A-Za-z0-9]{2,}`, 'g');

/** What people read of an entry, line by line, without code, addresses and comments. */
function proseLines(entry: AnyEntry): Line[] {
  const lines: Line[] = [];
  walkFields(kinds[entry.kind].fields, entry.fields, (field, value, path) => {
    if (field.type !== 'text') return;
    const where = [...path];
    lines.push({ path: entry.path, line: () => placeOf(entry, where).line, text: String(value) });
  });
  let fence = '';
  for (const [index, line] of withoutComments(entry.body).split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' ? mark !== '' : mark.startsWith(fence)) {
      fence = fence === '' ? mark : '';
      continue;
    }
    if (fence !== '' || line.trim() === '') continue;
    lines.push({ path: entry.path, line: () => entry.bodyLine + index, text: plain(line) });
  }
  return lines;
}

function plain(line: string): string {
  return line
    .replace(/`[^`]*`/g, ' ')
    .replace(/!?\[([^\][]{0,1000})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\*\*|__/g, '');
}

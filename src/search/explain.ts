/** Why a page is among the hits, in the words of who asked and of who wrote. */
import { everyday } from './everyday.ts';
import { foldText } from './fold.ts';
import { type Group, otherWords, type Source } from './glossary.ts';
import { type Answer, type Engine, find } from './query.ts';
import { type Parts, readPage } from './rank.ts';
import { type Page, storeOf } from './store.ts';

export interface Why {
  /** What its place among the hits was made of; none for pages whose text was not compared, which come last. */
  readonly parts?: Parts;
  /** How much of the query's words the page has, itself or by other words: 0 to 1. */
  readonly covered: number;
  /** The pieces of the query that the page has, as typed. */
  readonly matched: readonly string[];
  /** Words of the query that the page says otherwise. */
  readonly instead: readonly {
    readonly asked: string;
    readonly found: string;
    /** Whether the team said so (`terms/`), or everybody does. */
    readonly source: Source;
  }[];
}

/** The pages that answer a query, as `search` gives them, and why each of them does, in the order of the hits. */
export async function explain(
  engine: Engine,
  query: string,
  limit: number,
): Promise<{ readonly answer: Answer; readonly whys: readonly Why[] }> {
  const { query: asked, ids, hit, cutOff, closest, sought, compared } = await find(engine, query);
  const shown = ids.slice(0, limit);
  const hits = await Promise.all(shown.map(hit));
  const answer = { hits, cutOff: cutOff && hits.length < limit, ...(closest && { closest }) };
  const pages = await Promise.all(shown.map((id) => storeOf(engine).page(id)));
  const terms = engine.terms;
  const { question, spans } = sought;
  const { from } = question.folded;
  const typed = (at: number, end: number) => asked.slice(from[at], from[end]).trim();
  const whys = shown.map((id, at): Why => {
    const { text, names } = readPage(question, pages[at] as Page, 0);
    const parts = compared.find((one) => one.id === id)?.parts;
    const own = question.content.flatMap(({ at, end }) => piecesIn(question.folded.text, at, end, text));
    const instead = spans.flatMap(({ at, length, word, source, pages }) => {
      // What the page says as asked needs no other word.
      if (!pages.has(id) || own.some((piece) => piece.at <= at && at + length <= piece.end)) return [];
      const others = source === 'glossary' ? otherWords(terms, false) : otherWords(everyday, true);
      const found = [...(others.get(word) ?? [])].find((other) => text.includes(other));
      const groups = source === 'glossary' ? terms : everyday;
      return found === undefined ? [] : [{ asked: typed(at, at + length), found: writtenIn(groups, found), source }];
    });
    const matched = [...new Set(joined(own).map(({ at, end }) => typed(at, end)))];
    return { covered: sought.covered({ id, text, names }), matched, instead, ...(parts && { parts }) };
  });
  return { answer, whys };
}

interface Piece {
  readonly at: number;
  readonly end: number;
}

/** The longest pieces of a word that a text has, from left to right; of a longer word, no single letters. */
function piecesIn(asked: string, from: number, to: number, text: string): Piece[] {
  const pieces: Piece[] = [];
  const least = Math.min(2, to - from);
  for (let at = from; at < to; ) {
    let end = to;
    while (end - at >= least && !text.includes(asked.slice(at, end))) end--;
    if (end - at >= least) pieces.push({ at, end });
    at = Math.max(at + 1, end);
  }
  return pieces;
}

/** Pieces that follow each other in the query are shown as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: { at: number; end: number }[] = [];
  for (const { at, end } of pieces) {
    const last = all.at(-1);
    if (last?.end === at) last.end = end;
    else all.push({ at, end });
  }
  return all;
}

/** A folded word as its group has it. */
function writtenIn(groups: readonly Group[], folded: string): string {
  return groups.flat().find((word) => foldText(word) === folded) ?? folded;
}

/** What was found → text for people and data for programs. */
import { styleText } from 'node:util';
import type { Messages } from '../i18n/index.ts';
import { inertLine } from '../render/inert.ts';
import { piecesOf } from '../search/excerpt.ts';
import type { Why } from '../search/explain.ts';
import type { Hit } from '../search/query.ts';

export interface Found {
  readonly hit: Hit;
  /** Where it is, below the portal's root where nobody said where that is. */
  readonly address: string;
  readonly why?: Why;
}

/** A block for each hit: title, kind, the place that matches, address. */
export function foundReport(found: readonly Found[], cutOff: boolean, words: Messages, color: boolean): string {
  const paint = (format: 'bold' | 'dim', text: string) =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const blocks = found.map(({ hit, address, why }) => {
    const excerpt = piecesOf(hit.excerpt).map(({ text, marked }) =>
      marked ? paint('bold', inertLine(text)) : inertLine(text),
    );
    return [
      `${paint('bold', inertLine(hit.title))}  ${paint('dim', inertLine(hit.kind))}`,
      `  ${excerpt.join('')}`,
      `  ${paint('dim', inertLine(address))}`,
      ...(why ? whyLines(why, words).map((line) => `  ${line}`) : []),
      '',
    ];
  });
  const explained = found.some(({ why }) => why);
  return `${[...blocks.flat(), ...(cutOff ? [words.search.cutOff] : []), ...(explained ? words.search.legend : [])]
    .join('\n')
    .trimEnd()}\n`;
}

function whyLines({ parts, covered, matched, instead }: Why, { search }: Messages): string[] {
  const { index, title, heading, pieces, boost } = parts ?? {};
  const scored = [
    [search.part.index, index],
    [search.part.title, title],
    [search.part.heading, heading],
    [search.part.pieces, pieces],
    [search.part.boost, boost],
  ] as const;
  const sum = scored.map(([name, value]) => `${name} ${(value ?? 0).toFixed(2)}`).join(' + ');
  const score = scored.reduce((all, [, value]) => all + (value ?? 0), 0);
  return [
    parts ? search.score(score.toFixed(2), sum) : search.unscored,
    search.matched(matched, Math.round(covered * 100)),
    ...instead.map(({ asked, found, source }) => search.instead(asked, found, source)),
  ].map(inertLine);
}

/** Nothing was found, and what may have been meant. */
export function nothingReport(query: string, closest: readonly string[], { search }: Messages): string {
  return `${inertLine(search.nothing(query, closest))}\n`;
}

/** The same as data. */
export function foundJson({ hit, address, why }: Found): object {
  const { title, kind, excerpt, sections } = hit;
  const shown = { title, kind, address, excerpt: piecesOf(excerpt).filter(({ text }) => text !== ''), sections };
  return { ...shown, ...(why && { why }) };
}

/** What `kairanban search` says. */

import type { Result } from '../../search/judge.ts';
import { quote } from '../code.ts';

const said = (text: string): string => `“${text}”`;
const percent = (value: number): string => `${value} %`;

const resultOf = (result: Result): string => {
  if (result === 'nothing') return 'nothing found';
  if (result === 'something') return 'something found';
  return result === 0 ? 'not found' : `place ${result}`;
};

export const search = {
  otherVersion: (folder: string, version: string) =>
    `Cannot search the portal in ${quote(folder)}: kairanban ${version} did not build it. Run \`kairanban build\` again.`,
  recordAlone:
    'Unexpected `--record` without `--judge FILE`; name the file of queries whose results are to be recorded.',
  nothing: (query: string, closest: readonly string[]) =>
    `Nothing found for ${said(query)}.${closest.length > 0 ? ` Terms that look like it: ${closest.join(', ')}` : ''}`,
  cutOff: 'Pages that share only a common word with the query were left out.',

  // --explain
  part: { index: 'words', title: 'title', heading: 'heading', pieces: 'text', boost: 'priority' },
  score: (score: string, sum: string) => `Score ${score} = ${sum}`,
  unscored: 'No score: only its words were looked at, and it comes after the pages that were read.',
  matched: (pieces: readonly string[], covered: number) =>
    `Has ${pieces.length > 0 ? pieces.map(said).join(', ') : 'no word as typed'}: ${percent(covered)} of what was asked`,
  instead: (asked: string, found: string, source: 'glossary' | 'everyday') =>
    `Says ${said(found)} for ${said(asked)} (${source === 'glossary' ? 'by the glossary, `terms/`' : 'a common other word'})`,
  legend: [
    'words: how rare the words are that the page shares with the query, and how much it speaks of them; the best page has 1',
    'title, heading: up to 2 and 0.6 when it is what was asked, less when it holds that and more',
    'text: up to 2 when all that was asked stands on the page as typed; long pieces count most',
    'priority: up to 0.25 for releases and enablement, fresh pages, important releases; −0.1 for what was cancelled or declined',
  ],

  // --judge
  judging: 'Asking every query …',
  noQuery: 'Cannot find the query; write what people ask in the column `query`, or delete the line.',
  sameQuery: (query: string, line: number) =>
    `Unexpected ${quote(query)} again, which stands on line ${line} too; put the pages together on one line.`,
  hiddenPage: (name: string) =>
    `Unexpected ${quote(name)}, which is not visible at this level; use another \`--visibility\`, or leave the page out.`,
  badResult: (result: string) =>
    `Unexpected ${quote(result)} in \`result\`, expected a place (0: not found), \`nothing\` or \`something\`; \`--record\` writes the file anew.`,
  all: 'all',
  nothingRight: (right: number, all: number) =>
    `Where no page answers, nothing was found for ${right} of ${all} (${percent(Math.round((100 * right) / all))}).`,
  measuresLegend: [
    'recall@1, recall@5: for how many queries a right page came first, or among the first five. MRR: the mean of 1 ÷ its place.',
  ],
  measure: { first: 'recall@1', five: 'recall@5', rank: 'MRR', nothing: 'nothing found where nothing is' },
  failed: (count: number) => `${count} ${count === 1 ? 'query' : 'queries'} could do better:`,
  missed: (query: string, result: Result, instead: readonly string[]) =>
    `${said(query)}: ${resultOf(result)}${instead.length > 0 ? `; ${typeof result === 'number' && result > 0 ? 'before it' : 'instead'} ${instead.join(', ')}` : ''}`,
  unrecorded: (file: string) =>
    `Nothing is recorded yet. With \`--record\` these results go to ${quote(file)}, and a later run that is worse fails.`,
  recorded: (file: string) => `Recorded in ${quote(file)}; commit it with the queries.`,
  worse: (file: string) => `Worse than recorded in ${quote(file)}:`,
  better: 'Better than recorded:',
  fell: 'Queries that got worse:',
  rose: 'Queries that got better:',
  moved: (query: string, before: Result, now: Result) => `${said(query)}: ${resultOf(before)} → ${resultOf(now)}`,
  same: 'As good as recorded.',
  fresh: (count: number) =>
    `${count} ${count === 1 ? 'query is' : 'queries are'} new or judged anew, and not compared with anything.`,
  recordAgain: 'Run it with `--record` to hold later changes to this.',

  // --suggest-terms
  noProposals: 'Nothing to propose: no words that the content clearly uses for one thing are missing in the glossary.',
  proposals: (count: number) =>
    `${count} ${count === 1 ? 'proposal' : 'proposals'}. Nothing was written: put in what is right, and leave out what is not.`,
  moreProposals: (count: number) => `${count} more are in \`--json\`.`,
  addTo: (path: string, title: string) => `${path} (${title}): write`,
  makeNew: (path: string) => `${path}: a new page`,
  because: {
    said: (word: string) => `${said(word)}: the content says so`,
    brackets: (word: string) => `${said(word)}: stands in brackets after the other, or the other after it`,
    short: (word: string) => `${said(word)}: looks like a short form, and stands on the same pages`,
    sound: (word: string) => `${said(word)}: sounds the same, and stands on the same page`,
    asked: (word: string) => `${said(word)}: was asked, did not find this page first, and is on none`,
  },
};

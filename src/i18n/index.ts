/** Every sentence that kairanban says. English is the type; Japanese that lacks a sentence does not compile. */
import type { Locale } from '../config.ts';
import { action as enAction } from './en/action.ts';
import { boards as enBoards } from './en/boards.ts';
import { cli as enCli } from './en/cli.ts';
import { csv as enCsv } from './en/csv.ts';
import { feeds as enFeeds } from './en/feeds.ts';
import { fields as enFields } from './en/fields.ts';
import { front as enFront } from './en/front.ts';
import { portal as enPortal } from './en/portal.ts';
import { problems as enProblems } from './en/problems.ts';
import { prose as enProse } from './en/prose.ts';
import { rules as enRules } from './en/rules.ts';
import { search as enSearch } from './en/search.ts';
import { summary as enSummary } from './en/summary.ts';
import { words as enWords } from './en/words.ts';
import { action as jaAction } from './ja/action.ts';
import { boards as jaBoards } from './ja/boards.ts';
import { cli as jaCli } from './ja/cli.ts';
import { csv as jaCsv } from './ja/csv.ts';
import { feeds as jaFeeds } from './ja/feeds.ts';
import { fields as jaFields } from './ja/fields.ts';
import { front as jaFront } from './ja/front.ts';
import { portal as jaPortal } from './ja/portal.ts';
import { problems as jaProblems } from './ja/problems.ts';
import { prose as jaProse } from './ja/prose.ts';
import { rules as jaRules } from './ja/rules.ts';
import { search as jaSearch } from './ja/search.ts';
import { summary as jaSummary } from './ja/summary.ts';
import { words as jaWords } from './ja/words.ts';

const en = {
  action: enAction,
  boards: enBoards,
  cli: enCli,
  csv: enCsv,
  feeds: enFeeds,
  fields: enFields,
  front: enFront,
  portal: enPortal,
  problems: enProblems,
  prose: enProse,
  rules: enRules,
  search: enSearch,
  summary: enSummary,
  words: enWords,
};
const ja: Messages = {
  action: jaAction,
  boards: jaBoards,
  cli: jaCli,
  csv: jaCsv,
  feeds: jaFeeds,
  fields: jaFields,
  front: jaFront,
  portal: jaPortal,
  problems: jaProblems,
  prose: jaProse,
  rules: jaRules,
  search: jaSearch,
  summary: jaSummary,
  words: jaWords,
};

export type Messages = typeof en;

const all: { readonly [L in Locale]: Messages } = { ja, en };

/** The sentences of one language. */
export function messages(locale: Locale): Messages {
  return all[locale];
}

/** `kairanban search --suggest-terms`: other words for the glossary, to be accepted in a pull request. */
import { dump, FAILSAFE_SCHEMA } from 'js-yaml';
import { entryRoute } from '../graph/routes.ts';
import { visibleAt } from '../graph/visibility.ts';
import { type Messages, messages } from '../i18n/index.ts';
import { folderPrefix } from '../load/limits.ts';
import { inertLine } from '../render/inert.ts';
import { type Added, type Asked, type Proposal, proposeAliases } from '../search/alias-proposals.ts';
import { resultOf, worthOf } from '../search/judge.ts';
import { recordText } from '../search/record.ts';
import { type CommonOptions, type Io, isHopeless, languageOf, openWatched } from './context.ts';
import { pageText } from './csv-text.ts';
import { judgeContent } from './judge.ts';
import { readJudged, withRowsOf } from './judged-file.ts';
import { inertJson, prettyReport } from './report.ts';

export interface SuggestOptions extends CommonOptions {
  /** A file of judged queries: those that do not find their page are looked at too. */
  readonly judge: string | undefined;
  readonly json: boolean;
}

/** After so many proposals, and places for one, nobody reads on. */
const most = { proposals: 20, places: 3 } as const;

/** The longest piece of a line that is shown. */
const mostShown = 80;

/** Prints proposals and writes nothing. 0 fine, also without any; 1 for unusable content and bad rows. */
export async function runSuggestTerms(options: SuggestOptions, io: Io): Promise<number> {
  const { judge: file, visibility, content } = options;
  const { graph, problems } = openWatched(options, io, { least: 'error' });
  const words = messages(languageOf(options, graph.config));
  if (isHopeless(problems)) {
    io.err(prettyReport(problems, words, { checked: 0, color: io.color }));
    return 1;
  }
  const visible = visibleAt(graph, visibility);
  const rows = file === undefined ? [] : withRowsOf(() => readJudged(file, graph, visible), words, io);
  if (!rows) return 1;
  const verdicts = rows.length === 0 ? [] : await judgeContent(rows, graph, visibility, words, io);
  const byAddress = new Map(visible.entries.map((entry) => [`/${entryRoute(entry)}`, entry]));
  const asked = verdicts
    .filter((verdict) => verdict.judged.pages.length > 0 && worthOf(resultOf(verdict)) < 1)
    .map(({ judged }): Asked => {
      const place = { path: file as string, line: () => judged.line, text: judged.query };
      return { query: judged.query, pages: judged.pages.flatMap((page) => byAddress.get(page) ?? []), place };
    });
  const site = { graph: visible, level: visibility, words: messages(graph.config.locale) };
  const names = asked.length === 0 ? [] : visible.entries.map((entry) => recordText(site, entry).tags);
  const proposals = proposeAliases(visible, asked, folderPrefix(content), names);
  if (options.json) io.out(inertJson({ version: 1, proposals: proposals.map(asData) }));
  else if (proposals.length === 0) io.out(`${words.search.noProposals}\n`);
  else io.out(report(proposals, words));
  return 0;
}

function report(proposals: readonly Proposal[], words: Messages): string {
  const { search } = words;
  const blocks = proposals.slice(0, most.proposals).map((proposal) => {
    const { path, title, isNew, field, values, added } = proposal;
    const text = isNew
      ? pageText({ title, aliases: [...values] }, '')
      : dump({ [field]: values }, { schema: FAILSAFE_SCHEMA, flowLevel: 1, lineWidth: -1 });
    return [
      isNew ? search.makeNew(path) : search.addTo(path, title),
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`),
      ...added.flatMap((one) => because(one, words)),
      '',
    ].map(inertLine);
  });
  const left = proposals.length - most.proposals;
  const end = [
    search.proposals(Math.min(proposals.length, most.proposals)),
    ...(left > 0 ? [search.moreProposals(left)] : []),
  ];
  return `${[...blocks.flat(), ...end].join('\n')}\n`;
}

function because({ word, reason, places }: Added, { search }: Messages): string[] {
  const shown = places.slice(0, most.places).map(({ path, line, text }) => {
    return `    ${path}:${line()}: ${around(text.trim(), word)}`;
  });
  return [`  ${search.because[reason](word)}`, ...shown];
}

/** A piece of a long line, with the word in it if it has it. */
function around(text: string, word: string): string {
  if (text.length <= mostShown) return text;
  const at = Math.max(0, text.toLowerCase().indexOf(word.toLowerCase()) - mostShown / 2);
  return `${at > 0 ? '…' : ''}${text.slice(at, at + mostShown)}${at + mostShown < text.length ? '…' : ''}`;
}

function asData({ added, ...proposal }: Proposal): object {
  const plain = added.map(({ places, ...one }) => ({
    ...one,
    places: places.map(({ path, line, text }) => ({ path, line: line(), text: text.trim() })),
  }));
  return { ...proposal, added: plain };
}

/** Where machines begin: what a portal holds and where, in the form of llmstxt.org. It is the twin of the first page. */
import {
  type AnyEntry,
  entriesOf,
  feedsOf,
  itemOf,
  kindNames,
  linkTo,
  oneLine,
  paragraphs,
  rootOf,
  toldReleases,
} from '#core';
import type { PageContext } from '../context.ts';
import { homeSections, homeView, shownActions } from '../home-view.ts';
import { loopView } from '../loop-view.ts';
import { hasPage } from '../navigation.ts';
import { isInside } from '../write.ts';
import { labelled, linkToPage, section } from './parts.ts';

/** Releases that it names; the others are in the list that it leads to. */
const latest = 20;

/** The whole of `llms.txt`. */
export function startTwin(context: PageContext): string {
  const { graph, words, level, to, toKind } = context;
  const { portal: p, front: f, feeds } = words;
  const { actions, selling } = homeView(context);
  const shown = homeSections(graph);
  const lists = kindNames.flatMap((kind) => {
    const { length } = entriesOf(graph, kind);
    return length === 0 ? [] : [`- ${linkToPage(context, words.words.kinds[kind], toKind(kind))}: ${p.count(length)}`];
  });
  const overviews = [
    ['roadmap', words.boards.roadmap, () => words.boards.roadmapNote],
    ['executive', f.executive, () => f.executiveLead],
    ['loop', p.loop, () => stuckOf()],
  ] as const;
  const releases = toldReleases(graph).slice(0, latest) as unknown as AnyEntry[];
  const file = (text: string, path: string) => `- [${oneLine(text)}](${rootOf(context)}${path})`;
  return paragraphs(
    `# ${oneLine(graph.config.title)}`,
    `> ${[feeds.about, p.levelNotice[level]].filter((text) => text !== '').join(' ')}`,
    graph.entries.length === 0 ? (isInside(context) ? f.empty : f.emptyOutside) : '',
    feeds.how,
    section(2, p.searchLists, lists.join('\n')),
    section(
      2,
      feeds.overviews,
      overviews
        .filter(([path]) => hasPage(context, path))
        .map(([path, title, about]) => `- ${linkToPage(context, title, to(`${path}/`))}: ${about()}`)
        .join('\n'),
    ),
    section(2, p.latest, releases.map((release) => itemOf(context, release)).join('\n')),
    section(2, p.toDo, shown.includes('todo') ? actions.slice(0, shownActions).map(actionOf).join('\n') : ''),
    section(2, p.howToSell, shown.includes('selling') ? selling.map((page) => itemOf(context, page)).join('\n') : ''),
    section(
      2,
      feeds.more,
      [
        file(feeds.graph, 'graph.json'),
        ...feedsOf(context).map(({ title, path }) => file(title, encodeURI(path))),
      ].join('\n'),
    ),
  );

  function stuckOf(): string {
    const { stuck } = loopView(graph);
    return stuck > 0 ? f.loopStuck(stuck) : f.loopFlows;
  }
  function actionOf({ who, what, by, release }: (typeof actions)[number]): string {
    return `- ${linkTo(context, release)}: ${[labelled(context, who, what), by ?? p.unset].join(' · ')}`;
  }
}

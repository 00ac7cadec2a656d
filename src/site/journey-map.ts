/** A journey → its map: stages side by side, what is done in each, and which release closed which gap. */
import { type AnyEntry, type Entry, type Graph, releaseStatus } from '#core';

type Stage = NonNullable<Entry<'journey'>['fields']['stages']>[number];

interface MapGap {
  readonly id: string;
  readonly text: string;
  /** Releases that close it, newest first; those that are not out yet are planned. */
  readonly closedBy: readonly { readonly release: AnyEntry; readonly planned: boolean }[];
}

export interface MapStage {
  readonly stage: Stage;
  readonly gaps: readonly MapGap[];
  /** Requests that were raised at this stage. */
  readonly requests: readonly AnyEntry[];
}

/** The stages of a journey with what points at them. */
export function mapOf(graph: Graph, journey: Entry<'journey'>): MapStage[] {
  const links = graph.linksTo.get(journey as AnyEntry) ?? [];
  const at = (field: string, part: string) => [
    ...new Set(links.filter((link) => link.path[0] === field && link.target.part === part).map(({ from }) => from)),
  ];
  return (journey.fields.stages ?? []).map((stage) => ({
    stage,
    gaps: (stage.gaps ?? []).map(({ id, text }) => ({
      id,
      text,
      closedBy: at('closes', id).flatMap((release) => closing(graph, release)),
    })),
    requests: at('stage', stage.id),
  }));
}

function closing(graph: Graph, release: AnyEntry) {
  if (release.kind !== 'release') return [];
  const status = releaseStatus(release, graph.today);
  return status === 'withdrawn' ? [] : [{ release: release as AnyEntry, planned: status !== 'released' }];
}

/** How many gaps a journey has, and how many of them no release has closed yet. */
export function openGaps(graph: Graph, journey: Entry<'journey'>): { readonly open: number; readonly all: number } {
  const gaps = mapOf(graph, journey).flatMap((stage) => stage.gaps);
  const open = gaps.filter(({ closedBy }) => !closedBy.some(({ planned }) => !planned));
  return { open: open.length, all: gaps.length };
}

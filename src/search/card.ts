/** What a result says of an entry, so that a reader need not open it: what it is, for which plans, what to say. */

import { levelOf } from '../graph/visibility.ts';
import { badgesOf, dayOf, leadOf, productsOf, type Worded } from '../labels.ts';
import type { AnyEntry } from '../load/entry.ts';
import { sectionsOf } from '../load/sections.ts';
import { spokenMarkdown } from './record.ts';

export interface Card {
  readonly badges: readonly { readonly text: string; readonly tone: string }[];
  readonly day?: string;
  readonly products: readonly string[];
  readonly plans: readonly string[];
  /** One or two sentences. */
  readonly lead: string;
  /** What a salesperson says, to be copied. */
  readonly talk?: string;
}

/** The card of an entry of a portal's graph. */
export function cardOf(portal: Worded, entry: AnyEntry): Card {
  const day = dayOf(portal, entry);
  const talk = talkOf(portal, entry);
  const { plans } = portal.graph.config;
  return {
    badges: badgesOf(portal, entry, false),
    ...(day !== undefined && { day }),
    products: productsOf(portal, entry),
    plans: (entry.kind === 'release' ? (entry.fields.plans ?? []) : []).map((id) => plans?.[id] ?? id),
    lead: leadOf(entry),
    ...(talk !== '' && { talk }),
  };
}

/** A talk track is a section of that name, or a page of that type. */
function talkOf({ graph }: Worded, entry: AnyEntry): string {
  if (entry.kind === 'enablement' && entry.fields.type === 'talk-track') return plainTalk(entry.body);
  const sections = sectionsOf(entry, levelOf(entry, graph.now), graph.config);
  return plainTalk(sections.find(({ role }) => role === 'talkTrack')?.text ?? '');
}

function plainTalk(markdown: string): string {
  return spokenMarkdown(markdown)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Every kind, in the order in which people read them. A new kind is one file and one line here. */
import type { Values } from './fields.ts';
import { account } from './kinds/account.ts';
import { customerCase } from './kinds/case.ts';
import { enablement } from './kinds/enablement.ts';
import { goal } from './kinds/goal.ts';
import { insight } from './kinds/insight.ts';
import { journey } from './kinds/journey.ts';
import { persona } from './kinds/persona.ts';
import { prd } from './kinds/prd.ts';
import { release } from './kinds/release.ts';
import { request } from './kinds/request.ts';
import { term } from './kinds/term.ts';

export const kinds = {
  release,
  enablement,
  case: customerCase,
  prd,
  request,
  insight,
  goal,
  persona,
  journey,
  account,
  term,
} as const;

export type Kind = keyof typeof kinds;
export type FieldsOf<K extends Kind> = Values<(typeof kinds)[K]['fields']>;

/** Fields that keep something from somebody. An entry in which one cannot be read is kept from everybody. */
export const guards: readonly string[] = ['visibility', 'draft', 'announceAt', 'consent'];

export const kindNames = Object.keys(kinds) as Kind[];

const byFolder = new Map(kindNames.map((name) => [kinds[name].folder as string, name]));

/** The kind whose entries live in a folder directly below the content folder. */
export function kindOfFolder(folder: string): Kind | undefined {
  return byFolder.get(folder);
}

/** The folder of a kind; for the name of no kind, that name. */
export function folderOf(kind: string): string {
  return Object.hasOwn(kinds, kind) ? kinds[kind as Kind].folder : kind;
}

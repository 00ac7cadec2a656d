/** Where somebody begins to write. */
import { docs, isOnGitHub, type Kind, newFileUrl, type Portal } from '#core';

/** The page that says what one can write. */
export const writePath = 'write';

/** Whether the readers are of the company: others are not told where its people write, or whom they ask. */
export function isInside({ level }: Pick<Portal, 'level'>): boolean {
  return level !== 'public' && level !== 'partner';
}

/** Whether there is anywhere to write: `portal.edit` leads to GitHub, and the readers are of the company. */
export function canWrite(portal: Portal): boolean {
  return isInside(portal) && isOnGitHub(portal.graph.config.portal.edit);
}

/** The page of GitHub on which a new page of a kind is begun, with its template. */
export function writeUrl(portal: Portal, kind: Kind): string | undefined {
  if (!canWrite(portal)) return undefined;
  const { config, today } = portal.graph;
  const { locale } = portal;
  return newFileUrl(config.portal.edit, kind, { config, locale, month: today.slice(0, 7) });
}

/** What a kind is and who writes it, as plain text. */
export function aboutKind({ locale }: Portal, kind: Kind): string {
  return docs(locale).kinds[kind].about.replaceAll('`', '');
}

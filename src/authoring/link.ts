/** A link that opens GitHub's page for a new file with the name and the template in it. */
import { docs } from '../i18n/docs.ts';
import type { Kind } from '../schema/index.ts';
import type { RawMap } from '../schema/read-fields.ts';
import { idPrefix, pagePath } from './name.ts';
import { type Detail, type TemplateOptions, templateOf } from './template.ts';

/** The longest address that GitHub takes is about 8,190 characters; some are left to what stands in between. */
const addressLimit = 8000;

/** From the most to the least that a template explains. */
const details: readonly Detail[] = ['full', 'brief', 'bare'];

/** `https://host/owner/repository/edit/branch/folder`: GitLab and others have more steps before `edit`. */
const onGitHub = /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/edit\/(.+?)\/*$/;

/** Whether `portal.edit` leads to GitHub, where new pages can be written. */
export function isOnGitHub(edit: string | undefined): boolean {
  return edit !== undefined && onGitHub.test(edit);
}

/**
 * The address at which a new page of a kind is written in the browser, if `edit` (as `portal.edit` in `kairanban.yaml`)
 * is of GitHub's form. `id` is the page's; without one its writer sees where the name belongs, behind `month`
 * (`2026-11`) where the kind wants it. A template that would make the address too long explains less.
 */
export function newFileUrl(
  edit: string | undefined,
  kind: Kind,
  options: TemplateOptions & { readonly answers?: RawMap; readonly id?: string; readonly month?: string },
): string | undefined {
  const [, repository, folder] = onGitHub.exec(edit ?? '') ?? [];
  if (repository === undefined || folder === undefined) return undefined;
  const { name, month } = docs(options.locale).template.file;
  const id = options.id ?? idPrefix(kind, options.month ?? month) + name;
  const address = (parameters: Record<string, string>) =>
    `${repository}/new/${folder}?${new URLSearchParams({ filename: pagePath(kind, id), ...parameters })}`;
  const whole = details.map((detail) =>
    address({ value: templateOf(kind, options.answers ?? {}, { ...options, detail }) }),
  );
  return whole.find((url) => url.length <= addressLimit) ?? address({});
}

/** What sentences in every language say in the same way. */
import { ruleIds } from '../problem.ts';

/** A name or a path within a sentence, whole. */
export function quote(text: string): string {
  return `\`${text}\``;
}

/** What somebody wrote or is to write, within a sentence; long texts are cut. */
export function code(text: string): string {
  return quote(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}

export function isRule(name: string): boolean {
  return ruleIds.some((rule) => rule === name);
}

/** The name of a field without those that it stands in. */
export function lastOf(field: string): string {
  return field.replace(/^.*\./, '');
}

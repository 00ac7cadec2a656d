/** Which findings are about fields that keep something from somebody. */
import type { Config } from '../config.ts';
import type { Finding } from '../problem.ts';
import type { Shape } from '../schema/fields.ts';
import { guards } from '../schema/index.ts';
import { type FieldPath, guardMeant, isBlank, type RawMap } from '../schema/read-fields.ts';
import { suggestion } from '../suggest.ts';
import { foldName, laterNames, mappedName } from './from-elsewhere.ts';
import { lenientDay } from './lenient.ts';
import { meantBy } from './meant-fields.ts';

/** Whether a finding is about a field that keeps something from somebody. */
export function isGuarding(finding: Finding, where: FieldPath): boolean {
  if (finding.rule === 'unknown-field' && guardMeant(finding.args.field) !== undefined) return true;
  // One that is indented stands below another.
  const names = finding.rule === 'unknown-field' ? meantBy(finding.args) : where;
  return guards.some((guard) => names.includes(guard));
}

/** Whether a name that we do not know was to be that of such a field, had `import.fields` spelled it. */
export function isMappedToGuard(finding: Finding, shape: Shape, { import: given }: Config): boolean {
  const target = finding.rule === 'unknown-field' && mappedName(finding.args.field, given?.fields ?? {});
  const own = guards.filter((guard) => Object.hasOwn(shape, guard));
  if (typeof target !== 'string') return false;
  return meantBy({ field: target, known: own, ...suggestion(target, own) }).some((name) => name !== undefined);
}

/**
 * Whether a finding is about a day on which a page goes out, of a kind that has none: nothing would keep the page until
 * then. One that the page's own days have passed held it back once, and says nothing now.
 */
export function isHeldBack(finding: Finding, shape: Shape, raw: RawMap, { timeZone }: Config): boolean {
  if (finding.rule !== 'unknown-field' || Object.hasOwn(shape, 'announceAt')) return false;
  const { field } = finding.args;
  const dayIn = (name: string) => (typeof raw[name] === 'string' ? lenientDay(raw[name], timeZone) : undefined);
  if (!laterNames.includes(foldName(field)) || isBlank(raw[field] ?? '')) return false;
  const day = dayIn(field);
  return day === undefined || !['date', 'updated', 'reviewed'].some((name) => (dayIn(name) ?? '') >= day);
}

/** Which findings are about fields that keep something from somebody. */
import type { Config } from '../config.ts';
import type { Finding } from '../problem.ts';
import type { Shape } from '../schema/fields.ts';
import { guards } from '../schema/index.ts';
import type { FieldPath } from '../schema/read-fields.ts';
import { suggestion } from '../suggest.ts';
import { mappedName } from './from-elsewhere.ts';
import { meantBy } from './meant-fields.ts';

/** Whether a finding is about a field that keeps something from somebody. */
export function isGuarding(finding: Finding, where: FieldPath): boolean {
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

/** Words for the fields of kairanban.yaml that there are one of for every kind or rule. */
import { defaultSeverity, type SettableRule, type Severity, settableRules } from '../problem.ts';
import { type Kind, kindNames } from '../schema/index.ts';
import type { ValueDoc } from './docs.ts';

/** Words about the review interval of every kind. */
export function reviewDocs(of: (kind: Kind) => ValueDoc) {
  const each = kindNames.map((kind) => [`review.${kind}`, of(kind)]);
  return Object.fromEntries(each) as { readonly [P in `review.${Kind}`]: ValueDoc };
}

/** Words about the severity of every rule that may be set; the example is what holds without it. */
export function ruleDocs(of: (rule: SettableRule, severity: Severity) => string) {
  const each = settableRules.map((rule) => {
    const severity = defaultSeverity(rule);
    return [`rules.${rule}`, [of(rule, severity), severity]];
  });
  return Object.fromEntries(each) as { readonly [P in `rules.${SettableRule}`]: ValueDoc };
}

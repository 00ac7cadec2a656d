/** Everything that can be wrong with content, as data. Words are made of it in `i18n/` only. */
import type { ListName } from './schema/fields.ts';
import type { Kind } from './schema/index.ts';
import type { Level } from './schema/level.ts';

export type Severity = 'error' | 'warning';

/** A place in a file as written: `line` and `column` count from 1, columns in UTF-16 units. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What a value should have been. */
export type Expected =
  | {
      readonly what:
        | 'line'
        | 'text'
        | 'number'
        | 'flag'
        | 'day'
        | 'instant'
        | 'interval'
        | 'person'
        | 'list'
        | 'mapping';
    }
  | { readonly what: 'choice'; readonly values: readonly string[] }
  | { readonly what: 'reference'; readonly kinds: readonly Kind[]; readonly part: boolean }
  | { readonly what: 'time-zone' | 'url' | 'id' | 'csv-file' | 'color' | 'contrast' | 'picture' };

export type Actual = 'blank' | 'text' | 'list' | 'mapping';

/** What YAML found wrong, in the words of people who do not know YAML where we have them. */
export type YamlReason =
  | 'tab'
  | 'duplicate-key'
  | 'colon'
  | 'value-colon'
  | 'indent'
  | 'dash'
  | 'continued'
  | 'both'
  | 'person'
  | 'quote'
  | 'flow'
  | 'character'
  | 'depth'
  | 'conflict'
  | 'other';

/** The rules, each with what its message needs. The name of a rule is what `rules:` in kairanban.yaml takes. */
export interface ProblemArgs {
  // reading
  'content-missing': { readonly folder: string };
  'content-empty': { readonly folder: string };
  'file-unreadable': { readonly reason: string };
  'file-type': { readonly what: 'link-outside' | 'link-broken' | 'special' | 'name' | 'extension' | 'windows' };
  'file-size': { readonly bytes: number; readonly limit: number };
  'file-encoding': { readonly what: 'utf16' | 'not-utf8' | 'nul' };
  'file-empty': Record<never, never>;
  'file-place': { readonly folder: string; readonly suggestion?: string };
  // front matter
  /** `needed`: what is lacking of a note that begins with its title and needs no front matter for more. */
  'front-matter-missing': {
    readonly first: 'blank' | 'dashes' | 'field' | 'fence' | 'other';
    readonly needed?: string;
  };
  'front-matter-open': { readonly fence: '---' | '+++' };
  'front-matter-language': { readonly language: string };
  'front-matter-mapping': Record<never, never>;
  'yaml-syntax': { readonly reason: YamlReason; readonly detail: string };
  'toml-syntax': { readonly detail: string };
  'yaml-feature': { readonly feature: 'anchor' | 'alias' | 'tag' };
  'csv-syntax': { readonly detail: string };
  'csv-id': Record<never, never>;
  'body-depth': { readonly limit: number };
  // fields
  'unknown-field': {
    readonly field: string;
    readonly suggestion?: string;
    readonly known: readonly string[];
    /** Another name of the same field, which is written as well. */
    readonly instead?: string;
    /** The field below which one of this name may stand. */
    readonly below?: string;
  };
  'missing-field': {
    readonly field: string;
    readonly expected: Expected;
    readonly toml?: true;
    /** A name written beside it that is none and was probably meant. */
    readonly suggestion?: string;
  };
  'wrong-type': { readonly field: string; readonly expected: Expected; readonly actual: Actual };
  'bad-value': {
    readonly field: string;
    readonly value: string;
    readonly expected: Expected;
    readonly suggestion?: string;
    /** Whether it stands where there may be several. */
    readonly several?: boolean;
  };
  // the graph
  'duplicate-id': {
    readonly id: string;
    readonly other: string;
    /** Whether both are files, of folders of their own, that have other ids by their paths. */
    readonly apart?: true;
  };
  'unknown-reference': {
    readonly field: string;
    readonly kind: Kind;
    readonly id: string;
    readonly suggestion?: string;
    /** Whether entries of the kind are rows of a table. */
    readonly rows?: boolean;
  };
  'unknown-part': { readonly field: string; readonly id: string; readonly part: string; readonly suggestion?: string };
  'unknown-id': {
    readonly field: string;
    readonly id: string;
    readonly list: ListName;
    readonly suggestion?: string;
    readonly known: readonly string[];
    /** What `kairanban.yaml` calls those that are known. */
    readonly labels: { readonly [id: string]: string };
    /** Whether it stands where a person does, without a team before it. */
    readonly person?: boolean;
  };
  'former-id': { readonly id: string; readonly other: string };
  cycle: { readonly field: string; readonly ids: readonly string[] };
  /** `known`: the headings of the page, where none is like the one that was meant. */
  'broken-link': {
    readonly href: string;
    readonly what: 'missing' | 'outside' | 'anchor' | 'local';
    readonly known?: readonly string[];
    readonly suggestion?: string;
  };
  'missing-alt': Record<never, never>;
  /** A component as `name`; `value` is what is wrong about it. */
  component: {
    readonly what: 'unknown' | 'open' | 'close' | 'line' | 'attribute' | 'type' | 'url';
    readonly name: string;
    readonly value?: string;
    readonly known?: readonly string[];
    readonly suggestion?: string;
  };
  'mdx-code': { readonly what: 'import' | 'export' | 'expression' };
  unclosed: { readonly what: 'comment' | 'code' };
  // meaning
  'audience-section': { readonly audience: string; readonly headings: readonly string[] };
  'sales-section': { readonly headings: readonly string[]; readonly depth: number };
  'status-date': { readonly what: 'released-later' | 'planned-past' | 'withdrawn-embargo'; readonly date: string };
  'prd-without-release': Record<never, never>;
  'prd-not-shipped': { readonly release: string; readonly status: string };
  'declined-unexplained': { readonly missing: readonly ('reason' | 'reply')[] };
  'weight-unexplained': { readonly field: string; readonly missing: readonly ('pickedBy' | 'reason' | 'until')[] };
  'weight-expired': { readonly field: string; readonly until: string };
  'not-agreed': { readonly missing: readonly ('product' | 'cs')[] };
  'output-goal': { readonly word: string };
  'not-approved': { readonly approvedBy?: string };
  'consent-expired': { readonly expires: string };
  'named-beyond-consent': { readonly name: string };
  'hidden-section': { readonly heading: string; readonly level: Level; readonly wanted: Level };
  /** `loose`: the whole line, which Markdown does not take for a heading; `more`: it has text behind what was to be one. */
  'almost-heading': {
    readonly heading: string;
    readonly suggestion: string;
    readonly loose?: true;
    readonly more?: true;
  };
  'bad-suppression': { readonly what: 'rule' | 'reason'; readonly rule: string; readonly suggestion?: string };
  'avoided-spelling': { readonly word: string; readonly term: string };
  'stale-page': { readonly days: number; readonly reviewed: string; readonly release?: string };
  'unknown-heading': {
    readonly heading: string;
    readonly level: string;
    readonly known: readonly string[];
    readonly suggestion?: string;
  };
}

export type RuleId = keyof ProblemArgs;

/** A finding without its place. */
export type Finding = { [R in RuleId]: { readonly rule: R; readonly args: ProblemArgs[R] } }[RuleId];

export type Problem = Finding & Place & { readonly severity: Severity };

/** What keeps something from being read. Nobody can wave it away: what is not read would be lost in silence. */
const unreadable = [
  'content-missing',
  'content-empty',
  'file-unreadable',
  'file-type',
  'file-size',
  'file-encoding',
  'file-empty',
  'front-matter-missing',
  'front-matter-open',
  'front-matter-language',
  'front-matter-mapping',
  'yaml-syntax',
  'toml-syntax',
  'yaml-feature',
  'csv-syntax',
  'csv-id',
  'body-depth',
  'missing-field',
  'wrong-type',
  'bad-value',
  'duplicate-id',
] as const satisfies readonly RuleId[];

/** The other rules with their severities, which `rules:` in kairanban.yaml may change. */
const defaultSeverities: { readonly [R in Exclude<RuleId, (typeof unreadable)[number]>]: Severity } = {
  'file-place': 'warning',
  'unknown-field': 'error',
  'unknown-reference': 'error',
  'unknown-part': 'error',
  'unknown-id': 'error',
  'former-id': 'warning',
  cycle: 'error',
  'named-beyond-consent': 'error',
  'broken-link': 'warning',
  'missing-alt': 'warning',
  component: 'warning',
  'mdx-code': 'warning',
  unclosed: 'warning',
  'audience-section': 'warning',
  'sales-section': 'warning',
  'status-date': 'warning',
  'prd-without-release': 'warning',
  'prd-not-shipped': 'warning',
  'declined-unexplained': 'warning',
  'weight-unexplained': 'warning',
  'weight-expired': 'warning',
  'not-agreed': 'warning',
  'output-goal': 'warning',
  'not-approved': 'warning',
  'consent-expired': 'warning',
  'hidden-section': 'warning',
  'almost-heading': 'warning',
  'avoided-spelling': 'warning',
  'bad-suppression': 'warning',
  'stale-page': 'warning',
  'unknown-heading': 'warning',
};

export type SettableRule = keyof typeof defaultSeverities;

export const settableRules = Object.keys(defaultSeverities) as SettableRule[];

/** Every rule, in the order in which content is judged. */
export const ruleIds: readonly RuleId[] = [...unreadable, ...settableRules];

/** The severity of a rule unless `rules:` says otherwise. */
export function defaultSeverity(rule: RuleId): Severity {
  return defaultSeverities[rule as SettableRule] ?? 'error';
}

/** Arguments that say more of a problem without being the problem: they change with the day or with other files. */
const incidental: ReadonlySet<string> = new Set([
  'suggestion',
  'known',
  'labels',
  'rows',
  'several',
  'days',
  'other',
  'bytes',
]);

/**
 * Text that is the same for a problem wherever in whichever file it stands, and on whichever day it is found: the rule
 * and what it is about. Two equal problems of one file have one text.
 */
export function identityOf({ rule, args }: Finding): string {
  const essential = Object.entries(args).filter(([name]) => !incidental.has(name));
  return JSON.stringify([rule, Object.fromEntries(essential.sort(([a], [b]) => compareText(a, b)))]);
}

/** Puts a finding at its place. */
export function problemAt(place: Place, finding: Finding): Problem {
  return { ...finding, ...place, severity: defaultSeverity(finding.rule) };
}

/** Text order by code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By path, then line, column, rule: the order in which problems are always shown. */
export function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

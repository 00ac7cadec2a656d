/** A new page as its writer gets it: what is known filled in, blanks for the rest, and beside each what to write. */
import { dump, FAILSAFE_SCHEMA } from 'js-yaml';
import type { Config, Locale } from '../config.ts';
import { docs } from '../i18n/docs.ts';
import { messages } from '../i18n/index.ts';
import { allRoles, type SectionRole } from '../load/sections.ts';
import type { Field, ListName, Shape } from '../schema/fields.ts';
import { type Kind, kinds } from '../schema/index.ts';
import { isMap, type RawMap, type RawValue } from '../schema/read-fields.ts';
import { askedFields, presets } from './asked.ts';

/** What the configuration says of the ids and headings that a page may use. */
type TemplateConfig = Pick<Config, 'audiences'> & { readonly [L in Exclude<ListName, 'audiences'>]?: Config[L] };

/** How much a template explains. What is `brief` has no examples and no labels; what is `bare` no ids of the company's. */
export type Detail = 'full' | 'brief' | 'bare';

export interface TemplateOptions {
  readonly config: TemplateConfig;
  readonly locale: Locale;
  readonly detail?: Detail;
}

interface Context extends Required<TemplateOptions> {
  readonly kind: Kind;
}

/**
 * The text of a new page of a kind. `answers` are what is known of it, as front matter says it; they are written as
 * given, and the fields that a page of the kind usually has are left blank. Comments say what belongs into each.
 */
export function templateOf(kind: Kind, answers: RawMap, options: TemplateOptions): string {
  const context: Context = { detail: 'full', ...options, kind };
  const values = { ...presets[kind], ...answers };
  const fields = fieldLines(context, kinds[kind].fields, '', values, '');
  const body = bodyParts(context, answers).map((part) => `\n${part}\n`);
  return ['---\n', `# ${words(context).intro}\n`, ...fields.map((line) => `${line}\n`), '---\n', ...body].join('');
}

const words = ({ locale }: Context) => docs(locale).template;

/** The lines of the fields of a shape: those that are usually written, in their order, then those that are known. */
function fieldLines(context: Context, shape: Shape, prefix: string, values: RawMap, indent: string): string[] {
  const usual = askedFields(context.kind)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).replace(/\..*$/, ''));
  // Of a group that is usually left out and has an answer, the writer sees all there is.
  const known = Object.keys(shape).filter(
    (name) => values[name] !== undefined || (prefix !== '' && usual.length === 0),
  );
  return [...new Set([...usual, ...known])].flatMap((name) => {
    const field = shape[name] as Field;
    const comment = `${indent}# ${commentOf(context, field, prefix + name)}`;
    const inner = innerShape(field);
    if (!inner) return [comment, `${indent}${name}: ${values[name] === undefined ? '' : yaml(values[name])}`];
    return [
      comment,
      `${indent}${name}:`,
      ...groupLines(context, field, inner, `${prefix}${name}.`, values[name], indent),
    ];
  });
}

/** The lines of a group, or of each item of a list of groups; without any, of one that is blank. */
function groupLines(
  context: Context,
  field: Field,
  shape: Shape,
  prefix: string,
  value: RawValue | undefined,
  indent: string,
): string[] {
  const linesOf = (item: RawValue | undefined, more: string) =>
    fieldLines(context, shape, prefix, item !== undefined && isMap(item) ? item : {}, indent + more);
  if (field.type !== 'list') return linesOf(value, '  ');
  const items = Array.isArray(value) ? (value as readonly RawValue[]) : [value];
  return items.flatMap((item) => {
    const lines = linesOf(item, '    ');
    const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
    return lines.map((line, at) => (at === first ? line.replace(`${indent}    `, `${indent}  - `) : line));
  });
}

function innerShape(field: Field): Shape | undefined {
  if (field.type === 'list') return innerShape(field.of);
  return field.type === 'group' ? field.shape : undefined;
}

/** A value on one line. */
function yaml(value: RawValue): string {
  return dump(flat(value), { schema: FAILSAFE_SCHEMA, flowLevel: 0, lineWidth: -1 }).trimEnd();
}

function flat(value: RawValue): RawValue {
  if (typeof value === 'string') return oneLine(value);
  if (!isMap(value)) return value.map(flat);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, flat(item)]));
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** What to write after a field's colon, on one line. */
function commentOf(context: Context, field: Field, path: string): string {
  const { required, requiredWithin, choices, blank, several, team, example, space } = words(context);
  const [meaning, sample] = docOf(context, path);
  const one: Field = field.type === 'list' ? field.of : field;
  const ids = one.type === 'listed' || one.type === 'person' ? idsOf(context, one) : [];
  const values = one.type === 'choice' ? one.values.map(String) : one.type === 'listed' ? ids : [];
  const labels = values.map((value) => labelled(context, path, one, value));
  const hint =
    values.length > 0
      ? choices(labels)
      : one.type === 'person' && ids.length > 0
        ? team(ids)
        : sample && example(sample);
  const full = context.detail === 'full';
  const limit = full && ids.length === 0 && values.length === 0 ? briefly[context.locale] : 0;
  const mark = field.required ? (path.includes('.') ? requiredWithin : required) : '';
  return [
    mark + sentences(meaning, limit),
    full || values.length > 0 || ids.length > 0 ? hint : undefined,
    one.type === 'choice' && field.default !== undefined ? blank(String(field.default)) : undefined,
    full && field.type === 'list' && values.length > 1 ? several(values.slice(0, 2)) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(space);
}

function docOf({ kind, locale }: Context, path: string): readonly [meaning: string, example: string | undefined] {
  const { common, kinds: all } = docs(locale);
  const own = all[kind];
  const fields: { readonly [path: string]: readonly [string, string?] } = { ...common, ...own.fields };
  const [meaning, sample] = fields[path] as readonly [string, string?];
  return [meaning, path === 'title' ? /^title: (.+)$/m.exec(own.example.text)?.[1] : sample];
}

/** How many characters of what is said of a field are read while one fills it in. */
const briefly: { readonly [L in Locale]: number } = { ja: 45, en: 90 };

/** The first sentence, and those after it that fit. */
function sentences(text: string, limit: number): string {
  const [first = '', ...rest] = text.match(/.+?(?:。|\.(?=\s|$)|$)\s*/g) ?? [];
  let said = first;
  for (const next of rest) {
    if ((said + next).trimEnd().length > limit) break;
    said += next;
  }
  return said.trimEnd();
}

type Listed = Extract<Field, { type: 'listed' | 'person' }>;

/** The ids that a field takes, as far as the configuration declares them. */
function idsOf({ config, detail }: Context, field: Listed): string[] {
  return detail === 'bare' ? [] : listsOf(field).flatMap((list) => Object.keys(config[list] ?? {}).map(oneLine));
}

function listsOf(field: Listed): readonly ListName[] {
  return field.type === 'person' ? ['teams'] : field.lists;
}

/** A value with what a reader sees in its place. */
function labelled(context: Context, path: string, field: Field, value: string): string {
  const { config, locale, detail } = context;
  const { values, tiers, audiences } = messages(locale).words;
  const listed = field.type === 'listed' ? field.lists : [];
  const declared = listed.map((list) =>
    list === 'audiences' ? config.audiences[value]?.label : config[list]?.[value],
  );
  const fixed = path === 'tier' ? tiers[Number(value) as keyof typeof tiers] : values[value];
  const label = listed.length === 0 ? fixed : (declared.find((one) => one !== undefined) ?? audiences[value]);
  // What a company calls its own may be long; what we call ours is not.
  if (label === undefined || label === value || (detail !== 'full' && listed.length > 0)) return value;
  return words(context).label(value, oneLine(label));
}

/** The parts of the body, each a heading with a comment below it. */
function bodyParts(context: Context, answers: RawMap): string[] {
  const { kind, locale } = context;
  const { release, bodies } = words(context);
  if (kind !== 'release') return bodies[kind].map(([heading, comment]) => part(heading && `## ${heading}`, comment));
  const role = (name: SectionRole, depth: number) =>
    part(`${'#'.repeat(depth)} ${allRoles[name][locale === 'ja' ? 0 : 1]}`, release[name]);
  return [
    role('summary', 2),
    ...audiencesOf(context, answers).flatMap(([id, heading]) =>
      id === 'sales'
        ? [part(heading), role('talkTrack', 3), role('discovery', 3), role('objections', 3)]
        : [part(heading, id === 'cs' || id === 'customer' ? release[id] : release.others)],
    ),
    role('doNotPromise', 2),
  ];
}

function part(heading: string, comment?: string): string {
  return [heading, comment && `<!-- ${comment} -->`].filter(Boolean).join('\n\n');
}

/** Audiences that everybody has and few write a section for. */
const seldom: readonly string[] = ['marketing', 'product', 'executive'];

/** The audiences that a release has a section for, with its heading: as answered, else those usually written for. */
function audiencesOf({ config, locale }: Context, answers: RawMap): [id: string, heading: string][] {
  const { audiences } = answers;
  const wanted = audiences === undefined ? undefined : [audiences].flat();
  return Object.entries(config.audiences)
    .filter(([id]) => (wanted ? wanted.includes(id) : !seldom.includes(id)))
    .flatMap(([id, { headings }]) => {
      const own = headings.find((heading) => /[^ -~]/.test(heading) === (locale === 'ja')) ?? headings[0];
      return own === undefined ? [] : [[id, `## ${oneLine(own)}`] as [string, string]];
    });
}

/**
 * JSON Schemas of every kind's front matter and of `kairanban.yaml`, for editors. They take what our reader takes, also
 * as other tools parse it: `1.10` as a number, a blank as null. See docs/schemas/README.md.
 */
import { load } from 'js-yaml';
import { locales } from '../src/config.ts';
import { messages } from '../src/i18n/index.ts';
import type { Field, Shape } from '../src/schema/fields.ts';
import { labelOf, type Subject, shapeOf, subjects, wordsOf } from './described.ts';
import { formOf } from './form.ts';

type Schema = { readonly [keyword: string]: unknown };

/** The schemas: path and text. */
export function jsonSchemas(): [string, string][] {
  return subjects.map((subject) => {
    const definitions: Record<string, Schema> = { blank };
    const { ja, en } = { ja: messages('ja').words.kind, en: messages('en').words.kind };
    const title = subject === 'kairanban' ? 'kairanban.yaml' : `${ja[subject]} / ${en[subject]}`;
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $comment: 'Written by scripts/generate.ts.',
      title,
      ...groupSchema(subject, shapeOf(subject), '', definitions),
      definitions,
    };
    return [`docs/schemas/${subject}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
  });
}

function groupSchema(subject: Subject, shape: Shape, prefix: string, definitions: Record<string, Schema>): Schema {
  const properties = Object.entries(shape).map(([name, field]) => {
    const path = prefix + name;
    const value = valueSchema(subject, field, path, definitions);
    return [name, { ...described(subject, path, field), ...(field.required ? value : blankable(value)) }];
  });
  const required = Object.keys(shape).filter((name) => shape[name]?.required);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}

function described(subject: Subject, path: string, field: Field): Schema {
  const [ja, en] = [wordsOf(subject, path, 'ja'), wordsOf(subject, path, 'en')];
  const both = `${ja.meaning}\n${en.meaning}`;
  const examples = new Set([ja.example, en.example].filter((example) => example !== undefined));
  return {
    description: both.replaceAll('`', ''),
    // Editors that know it show code as code.
    ...(both.includes('`') && { markdownDescription: both.replace('\n', '\n\n') }),
    ...(field.default !== undefined && { default: field.default }),
    ...(examples.size > 0 && { examples: [...examples].map((example) => load(example)) }),
  };
}

function valueSchema(subject: Subject, field: Field, path: string, definitions: Record<string, Schema>): Schema {
  switch (field.type) {
    case 'group':
      return groupSchema(subject, field.shape, `${path}.`, definitions);
    case 'map': {
      const value = blankable(valueSchema(subject, field.of, path, definitions));
      return { type: 'object', additionalProperties: value };
    }
    case 'list': {
      const one = itemSchema(subject, field.of, path, definitions);
      // A lone value counts as a list of one, and blank items are passed over.
      const forms = [one, { type: 'array', items: blankable(one) }];
      return { anyOf: field.csv ? [...forms, { type: 'string' }] : forms };
    }
    default:
      return scalarSchema(field, path);
  }
}

/** Items with fields of their own are written once, although they may stand alone or in a list. */
function itemSchema(subject: Subject, field: Field, path: string, definitions: Record<string, Schema>): Schema {
  const schema = valueSchema(subject, field, path, definitions);
  if (field.type !== 'group') return schema;
  definitions[path] = schema;
  return { $ref: `#/definitions/${path}` };
}

/** Any scalar: a tool may make a number or a switch of a text that was not put into quotation marks. */
const text: Schema = { not: { type: ['array', 'object', 'null'] } };

/** Null, or a text of spaces. Said by what it is not, or editors would offer `null` wherever one may write nothing. */
const blank: Schema = {
  not: { anyOf: [{ type: ['number', 'boolean', 'array', 'object'] }, { type: 'string', pattern: '\\S' }] },
};

const patterns = {
  web: '^https?:[^?#\\s]+$',
  link: '^(https?|mailto):\\S+$',
  color: '^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$',
  picture: '\\.([sS][vV][gG]|[pP][nN][gG]|[jJ][pP][eE]?[gG]|[wW][eE][bB][pP])$',
  number: '^[+-]?(\\d+(\\.\\d+)?|\\.\\d+)$',
  flag: '^(true|false)$',
  day: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  instant: '^\\d{4}-\\d{2}-\\d{2}[T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
  interval: '^[1-9]\\d{0,4}d$',
  person: '^[^\\s/@]+(/[^\\s/@]+)?$',
} as const;

type Scalar = Exclude<Field, { type: 'list' | 'group' | 'map' }>;

function scalarSchema(field: Scalar, path: string): Schema {
  // Editors show this in place of the pattern.
  const patternErrorMessage = locales.map((locale) => formOf(field, path, locale).replaceAll('`', '')).join(' / ');
  switch (field.type) {
    case 'text':
      if (field.form === undefined || field.form === 'id') return text;
      return { type: 'string', pattern: patterns[field.form], patternErrorMessage };
    case 'listed':
      return text;
    case 'number':
      return { type: ['number', 'string'], pattern: patterns.number, patternErrorMessage };
    case 'flag':
      return { type: ['boolean', 'string'], pattern: patterns.flag, patternErrorMessage };
    case 'day':
    case 'instant':
    case 'interval':
      return { type: 'string', pattern: patterns[field.type], patternErrorMessage };
    case 'person':
      return { type: ['string', 'number'], pattern: patterns.person, patternErrorMessage };
    case 'choice':
      return choiceSchema(field.values, path);
    case 'ref': {
      const prefix = `(${field.kinds.join('|')}):`;
      const id = field.part ? '[^#]+#[^#]+' : '.+';
      const pattern = `^${field.kinds.length > 1 ? prefix : ''}${id}$`;
      return { type: ['string', 'number'], pattern, patternErrorMessage };
    }
  }
}

/** The values, each with its labels; numbers also as text. */
function choiceSchema(values: readonly (string | number)[], path: string): Schema {
  const texts = values.filter((value) => typeof value === 'number').map(String);
  const labels = values.map((value) => [labelOf('ja', path, value), labelOf('en', path, value)]);
  const known = labels.every((label) => !label.includes(undefined));
  const schema = { enum: values, ...(known && { enumDescriptions: labels.map((label) => label.join(' / ')) }) };
  return texts.length > 0 ? { anyOf: [schema, { type: 'string', pattern: `^(${texts.join('|')})$` }] } : schema;
}

/** The same, or nothing at all: a field whose value somebody has yet to write counts as absent. */
function blankable(schema: Schema): Schema {
  return { anyOf: [...(Array.isArray(schema.anyOf) ? schema.anyOf : [schema]), { $ref: '#/definitions/blank' }] };
}

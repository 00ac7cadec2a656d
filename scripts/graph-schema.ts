/** The JSON Schema of a portal's `graph.json`, made of the same declarations as the graph. */
import { locales } from '../src/config.ts';
import { graphVersion, labelledLists } from '../src/feeds/graph-json.ts';
import { messages } from '../src/i18n/index.ts';
import type { Field, Shape } from '../src/schema/fields.ts';
import { type Kind, kindNames, kinds } from '../src/schema/index.ts';
import { levels } from '../src/schema/level.ts';
import { type Subject, wordsOf } from './described.ts';

type Schema = { readonly [keyword: string]: unknown };

const text: Schema = { type: 'string' };
const reference: Schema = object({ kind: { enum: kindNames }, id: text, part: text }, ['kind', 'id']);

/** The schema: path and text. */
export function graphSchema(): [string, string] {
  const labels = { type: 'object', additionalProperties: text };
  const head = {
    version: { const: graphVersion, description: 'Another number: this schema is not of that file.' },
    title: text,
    url: {
      ...text,
      description: 'What the address of every page begins with; a path where the portal’s is not known.',
    },
    locale: { enum: locales },
    visibility: { enum: levels, description: 'Who the portal is for: nothing stands here that they may not see.' },
    today: { ...text, format: 'date', description: 'The day of which states are.' },
    labels: object(Object.fromEntries(labelledLists.map((list) => [list, labels])), labelledLists),
    entries: { type: 'array', items: { oneOf: kindNames.map((kind) => ({ $ref: `#/definitions/${kind}` })) } },
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by scripts/generate.ts.',
    title: 'graph.json',
    ...object(head, Object.keys(head)),
    definitions: { reference, ...Object.fromEntries(kindNames.map((kind) => [kind, entrySchema(kind)])) },
  };
  return ['docs/schemas/graph.schema.json', `${JSON.stringify(schema, null, 2)}\n`];
}

function entrySchema(kind: Kind): Schema {
  const { ja, en } = { ja: messages('ja').words.kind[kind], en: messages('en').words.kind[kind] };
  const link = object({ field: text, kind: { enum: kindNames }, id: text, part: text }, ['field', 'kind', 'id']);
  const properties = {
    kind: { const: kind },
    id: text,
    url: text,
    markdown: { ...text, description: 'The same page as Markdown.' },
    state: { ...text, description: 'What follows from the day and from other entries.' },
    stale: { const: true, description: 'Past its review, or older than a release that it depends on.' },
    fields: groupSchema(kind, kinds[kind].fields, ''),
    links: { type: 'array', items: link },
  };
  return { title: `${ja} / ${en}`, ...object(properties, ['kind', 'id', 'url', 'markdown', 'fields', 'links']) };
}

/** Fields that not every reader may see may be missing, even those that a page must have. */
function groupSchema(subject: Subject, shape: Shape, prefix: string): Schema {
  const fields = Object.entries(shape).filter(([name]) => prefix !== '' || name !== 'draft');
  const properties = fields.map(([name, field]) => {
    const description = wordsOf(subject, prefix + name, 'en').meaning.replaceAll('`', '');
    return [name, { description, ...valueSchema(subject, field, prefix + name) }];
  });
  const sure = fields.filter(
    ([, { required, default: usual, level, said }]) => (required || usual !== undefined) && !level && !said,
  );
  return object(
    Object.fromEntries(properties),
    sure.map(([name]) => name),
  );
}

function valueSchema(subject: Subject, field: Field, path: string): Schema {
  switch (field.type) {
    case 'list':
      return { type: 'array', items: valueSchema(subject, field.of, path) };
    case 'group':
      return groupSchema(subject, field.shape, `${path}.`);
    case 'map':
      return { type: 'object', additionalProperties: valueSchema(subject, field.of, path) };
    case 'ref':
      return { $ref: '#/definitions/reference' };
    case 'choice':
      return { enum: field.values };
    case 'flag':
      return { type: 'boolean' };
    case 'number':
    case 'interval':
      return { type: 'number' };
    default:
      return text;
  }
}

function object(properties: Schema, required: readonly string[]): Schema {
  return { type: 'object', additionalProperties: false, ...(required.length > 0 && { required }), properties };
}

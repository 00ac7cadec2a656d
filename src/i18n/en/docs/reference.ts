import type { Docs } from '../../docs.ts';

const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' or ');

export const reference: Docs['reference'] = {
  title: 'Reference',
  intro:
    'The fields at the top of a page, between `---` and `---`, and those of the configuration file `kairanban.yaml`.',
  omitted:
    'Everything works without a field that is not marked **required**. Where nothing else is said, a field that is left out is just not shown.',
  rules: '[Rules](rules.md): what `kairanban check` looks at.',
  mistakes: '[Ordinary mistakes](mistakes.md): what is said about them, and the line corrected.',
  generated: 'Written by `npm run generate`; to change it, change `src/i18n/en/docs/`.',
  own: 'Fields of this kind',
  common: 'Fields of every kind',
  example: (path) => `Example: \`content/${path}\``,
  columns: ['Field', 'Meaning', 'How to write it', 'Example'],
  required: 'required',
  requiredIn: (group) => `required in \`${group}\``,
  default: (value) => `without it: \`${value}\``,
  level: (level) => `However public the page, this field is not shown more widely than "${level}".`,
  said: (level) =>
    `A public page and a message to customers go by it, and do not say it: it is not shown more widely than "${level}".`,
  placed: (folder) => `Lives in \`content/${folder}/\`. The name of the file, without its extension, is the id.`,
  rows: 'May also be a row of a CSV file.',
  several: 'several as `[one, two]`',
  map: (form) => `pairs of \`left: right\`; on the right, ${form}`,
  form: {
    line: 'one line of text',
    text: 'text',
    id: 'the former name of a file, without its extension',
    web: 'an address that begins with `https://`',
    color: "a colour such as `'#1f4e80'`",
    picture: 'a picture in the content folder (SVG, PNG, JPEG, WebP)',
    link: 'an address that begins with `https://` or `mailto:`',
    number: 'a number, nothing else',
    flag: '`true` or `false`',
    day: 'a day such as `2026-11-21`',
    instant: 'an instant such as `2026-11-21T10:00+09:00`',
    interval: 'a number of days such as `90d`',
    person: '`team/name` or `team`',
    group: 'the fields below, indented, from the next line on',
    csv: 'or the name of a CSV file',
  },
  listed: (lists) => `an id of ${codes(lists)} in \`kairanban.yaml\``,
  ref: (kind) => `the id of a page: ${kind}`,
  prefixed: (kinds) => `an id with its kind before it: ${kinds.join(', ')}`,
  part: (kind) => `\`id#part\`, the id of a page (${kind}) and of a part of it`,
};

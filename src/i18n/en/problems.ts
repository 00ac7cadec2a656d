/** What each problem says: what was found, what was expected, what to do. */
import type { Actual, Expected, ProblemArgs, RuleId, YamlReason } from '../../problem.ts';

const code = (text: string): string => `\`${text}\``;
const codes = (texts: readonly string[]): string => texts.slice(0, 12).map(code).join(', ');
const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${code(suggestion)}?`;

function expectation(expected: Expected): string {
  switch (expected.what) {
    case 'line':
      return 'one line of text';
    case 'text':
      return 'text';
    case 'number':
      return 'a number such as `12` or `3.5`, without a unit';
    case 'flag':
      return '`true` or `false`';
    case 'day':
      return 'a day that exists, written like `2026-11-21`';
    case 'instant':
      return 'a day, time and offset, written like `2026-11-21T10:00+09:00`';
    case 'interval':
      return 'a number of days, written like `90d`';
    case 'person':
      return '`team/handle` or `team`, never an e-mail address';
    case 'list':
      return 'a list such as `[one, two]`';
    case 'mapping':
      return 'a mapping of `key: value`, indented below it';
    case 'choice':
      return `one of ${codes(expected.values)}`;
    case 'reference':
      return expected.kinds.length > 1
        ? `an id with its kind in front, such as ${codes(expected.kinds.slice(0, 2).map((kind) => `${kind}:id`))}`
        : expected.part
          ? `${code(`${expected.kinds[0]}-id#part`)}`
          : `the id (file name) of a ${expected.kinds[0]}`;
    case 'time-zone':
      return 'a time zone such as `Asia/Tokyo`';
    case 'url':
      return 'an address that begins with `https://`';
    case 'csv-file':
      return 'the name of a CSV file in the same folder';
  }
}

const actual: { readonly [A in Actual]: string } = {
  blank: 'nothing',
  text: 'text',
  list: 'a list',
  mapping: 'a mapping',
};

const corrected = (detail: string): string => (detail === '' ? '' : ` Write ${code(detail)}.`);

const yaml: { readonly [R in YamlReason]: (detail: string) => string } = {
  tab: () => 'Unexpected tab, expected spaces: front matter is indented with spaces only.',
  'duplicate-key': (detail) => `Unexpected second ${code(detail)}, expected every field once; merge the two.`,
  colon: (detail) =>
    `Unexpected \`:\`, expected \`field: value\` with an ASCII colon, and quotes around a value that holds one.${corrected(detail)}`,
  indent: () => 'Unexpected indentation, expected fields at the left edge and their lists and mappings two spaces in.',
  quote: (detail) => `Unexpected quotation mark, expected it to open and close the whole value.${corrected(detail)}`,
  flow: () => 'Unexpected end of the list, expected each `[` or `{` to be closed on its line.',
  character: (detail) => `Unexpected character at the start of a value, expected it inside quotes.${corrected(detail)}`,
  depth: () => 'Unexpected depth, expected at most 20 levels of nesting.',
  other: (detail) => `Cannot read this as YAML (${detail}); expected lines such as \`title: Something\`.`,
};

export const problems: { readonly [R in RuleId]: (args: ProblemArgs[R]) => string } = {
  'content-missing': ({ folder }) =>
    `Cannot find the content folder ${code(folder)}; name it with \`--content DIR\`, or make one with a Markdown file in \`releases/\`.`,
  'content-empty': ({ folder }) =>
    `Cannot find any content in ${code(folder)}; put a Markdown file with front matter into ${code(`${folder}/releases/`)}.`,
  'file-unreadable': ({ reason }) => `Cannot read the file (${reason}); check that it may be read.`,
  'file-type': ({ what }) =>
    ({
      'link-outside': 'Unexpected link that leaves the content folder, expected a file inside it; copy the file here.',
      'link-broken': 'Unexpected link that leads nowhere, expected a file; delete the link or restore its target.',
      special: 'Unexpected special file, expected a plain file; delete it.',
      name: 'Unexpected characters in the file name; expected letters, digits, `-`, `_`, `.` or spaces. Rename the file.',
    })[what],
  'file-size': ({ bytes, limit }) =>
    `Unexpected size of ${bytes.toLocaleString('en')} bytes, expected at most ${limit.toLocaleString('en')}; split the file.`,
  'file-encoding': ({ what }) =>
    what === 'nul'
      ? 'Unexpected NUL character, expected text; save the file again as UTF-8 text.'
      : `Unexpected ${what === 'utf16' ? 'UTF-16' : 'bytes that are not UTF-8'}, expected UTF-8; save the file again as UTF-8.`,
  'file-empty': () => 'Unexpected empty file, expected front matter and text; write it or delete the file.',
  'file-place': ({ folder, suggestion }) =>
    `Unexpected ${folder === '' ? 'place for a page' : `folder ${code(folder)}`}, expected one folder per kind such as \`releases\` or \`requests\`; nothing in it is shown.${mean(suggestion)}`,
  'front-matter-missing': () =>
    'Cannot find front matter; expected the first line to be `---`, then fields such as `title: Something`, then `---`.',
  'front-matter-open': () =>
    'Cannot find the end of the front matter; expected a line of exactly `---` after the fields.',
  'front-matter-language': ({ language }) =>
    `Unexpected ${code(language)} after \`---\`, expected nothing: front matter is YAML and is never run.`,
  'front-matter-mapping': () => 'Unexpected front matter, expected lines such as `title: Something`.',
  'yaml-syntax': ({ reason, detail }) => yaml[reason](detail),
  'yaml-feature': ({ feature }) =>
    `Unexpected YAML ${feature} (${{ anchor: '`&`', alias: '`*`', tag: '`!`' }[feature]}), expected plain text; put the value in quotes.`,
  'csv-syntax': ({ detail }) => `Cannot read this as CSV (${detail}); expected a header line and one row a line.`,
  'csv-id': () => 'Cannot find an `id` in this row; expected a column `id` with a value of its own in each row.',
  'body-depth': ({ limit }) => `Unexpected nesting of quotes or lists deeper than ${limit} levels; flatten it.`,
  'unknown-field': ({ field, suggestion, known }) =>
    `Unexpected field ${code(field)}.${mean(suggestion)}${suggestion === undefined ? ` Expected one of ${codes(known)}${known.length > 12 ? ' …' : ''}.` : ''}`,
  'missing-field': ({ field, expected }) => `Cannot find ${code(field)}; expected ${expectation(expected)}.`,
  'wrong-type': ({ field, expected, actual: what }) =>
    `Unexpected ${actual[what]} in ${code(field)}, expected ${expectation(expected)}.`,
  'bad-value': ({ field, value, expected, suggestion }) =>
    `Unexpected ${code(value)} in ${code(field)}, expected ${expectation(expected)}.${mean(suggestion)}`,
  'duplicate-id': ({ id, other }) =>
    `Unexpected second ${code(id)}: ${code(other)} has the same id, and that one counts. Rename one of the two.`,
  'unknown-reference': ({ field, kind, id, suggestion }) =>
    `Cannot find the ${kind} ${code(id)} of ${code(field)}.${mean(suggestion)}`,
  'unknown-part': ({ field, id, part, suggestion }) =>
    `Cannot find ${code(`#${part}`)} in ${code(id)} (${code(field)}).${mean(suggestion)}`,
  'unknown-id': ({ field, id, list, known, suggestion }) =>
    `Cannot find ${code(id)} of ${code(field)} among \`${list}\` in kairanban.yaml${suggestion === undefined ? ` (${codes(known)})` : ''}.${mean(suggestion)}`,
  'stale-page': ({ days, reviewed, release }) =>
    release === undefined
      ? `Last reviewed ${days} days ago (${reviewed}), which is past its interval; check that it still holds and set \`reviewed\` to today.`
      : `The release ${code(release)} changed after the last review (${reviewed}); check that the page still holds and set \`reviewed\` to today.`,
  'unknown-heading': ({ heading, level, suggestion }) =>
    `Unexpected heading ${code(heading)} on a page for ${level} readers: its section stays internal.${mean(suggestion)}`,
};

/** What each problem says: what was found, what was expected, what to do. */
import type { Actual, Expected, ProblemArgs, RuleId } from '../../problem.ts';
import { folderOf, type Kind } from '../../schema/index.ts';
import { fieldMeant, folderMeant, labelled, valueMeant } from '../by-label.ts';
import { code, isRule, lastOf } from '../code.ts';
import { fields } from './fields.ts';
import { words } from './words.ts';
import { yaml } from './yaml.ts';

const codes = (texts: readonly string[]): string => texts.slice(0, 12).map(code).join(', ');
const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${code(suggestion)}?`;

/** Ids, each with what readers see in its place. */
const listed = (ids: readonly string[], labels: { readonly [id: string]: string }): string =>
  ids
    .slice(0, 12)
    .map((id) => code(id) + (labels[id] !== undefined && labels[id] !== id ? ` (${labels[id]})` : ''))
    .join(', ');

/** A kind within a sentence: only what is an abbreviation keeps its capitals. */
const kindOf = (kind: Kind | undefined): string =>
  kind === undefined ? '' : words.kind[kind].replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

const choices = (field: string, values: readonly string[]): string =>
  labelled(field, values.slice(0, 12), words, (value, label) => code(value) + (label ? ` (${label})` : '')).join(', ');

function expectation(expected: Expected, field: string): string {
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
      return 'lines such as `key: value`, indented below it';
    case 'choice':
      return expected.values.length === 1 ? codes(expected.values) : `one of ${choices(field, expected.values)}`;
    case 'reference':
      return expected.kinds.length > 1
        ? `an id with its kind in front, such as ${codes(expected.kinds.slice(0, 2).map((kind) => `${kind}:id`))}`
        : expected.part
          ? `${code(`${expected.kinds[0]}-id#part`)}`
          : `the id (file name) of a ${kindOf(expected.kinds[0])}`;
    case 'time-zone':
      return 'a time zone such as `Asia/Tokyo`';
    case 'url':
      return 'an address such as `https://intra.example.com/kb/`, without `?` or `#`';
    case 'id':
      return 'an id: letters, digits, `-`, `_`, `.` or spaces, and no `/`';
    case 'color':
      return "a colour in quotation marks, written like `'#1f4e80'`";
    case 'contrast':
      return 'a colour dark enough to be read on a light ground (a contrast of at least 4.5)';
    case 'picture':
      return 'a picture in the content folder, such as `brand/logo.svg` (SVG, PNG, JPEG or WebP)';
    case 'csv-file':
      return 'the name of a CSV file in the same folder';
  }
}

const actual: { readonly [A in Actual]: string } = {
  blank: 'blank',
  text: 'text',
  list: 'list',
  mapping: '`key: value`',
};

/** Whether a field stands in no other. */
const isTop = (field: string): boolean => !/[.[]/.test(field);

const csv: { readonly [detail: string]: string } = {
  open: 'Unexpected end of the file: this `"` is not closed. Expected a second `"` at the end of the cell.',
  quote: 'Unexpected `"` inside a cell, expected the whole cell between `"`, and each `"` within it twice (`""`).',
  cells: 'Unexpected cell beyond the last column of the first line; put a cell that holds a comma between `"`.',
};

export const problems: { readonly [R in RuleId]: (args: ProblemArgs[R]) => string } = {
  'content-missing': ({ folder }) =>
    `Cannot find the content folder ${code(folder)}; run this at the top of the repository, name the folder with \`--content DIR\`, or make one with \`npx kairanban init\`.`,
  'content-empty': ({ folder }) =>
    `Cannot find any content in ${code(folder)}; put a Markdown file with front matter into ${code(`${folder}/releases/`)}.`,
  'file-unreadable': ({ reason }) => `Cannot read the file (${reason}); check that it may be read.`,
  'file-type': ({ what }) =>
    ({
      'link-outside': 'Unexpected link that leaves the content folder, expected a file inside it; copy the file here.',
      'link-broken': 'Unexpected link that leads nowhere, expected a file; delete the link or restore its target.',
      special: 'Unexpected special file, expected a plain file; delete it.',
      name: 'Unexpected character in the file name, expected none of `: * ? " < > | # % \\` and no invisible one; rename the file.',
      extension: 'Unsupported file extension: the file is not read; rename it to end in `.md`.',
      windows:
        'Unexpected name, expected one that Windows can hold (not `con` and its like, no `.` or space at the end); rename the file.',
    })[what],
  'file-size': ({ bytes, limit }) =>
    `Unexpected size of ${bytes.toLocaleString('en')} bytes, expected at most ${limit.toLocaleString('en')}; split the file.`,
  'file-encoding': ({ what }) =>
    what === 'nul'
      ? 'Unexpected NUL character, expected text; save the file again as UTF-8 text.'
      : `Unexpected ${what === 'utf16' ? 'UTF-16' : 'bytes that are not UTF-8'}, expected UTF-8; save the file again as UTF-8 (in Excel, “CSV UTF-8”).`,
  'file-empty': () => 'Unexpected empty file, expected content; write it or delete the file.',
  'file-place': (args) => {
    const { folder } = args;
    return `Unexpected ${folder === '' ? 'file' : `folder ${code(folder)}`} here, expected one folder per kind such as \`releases\` or \`requests\`; ${folder === '' ? 'the file is not read' : 'nothing in it is shown'}. Move the file (on GitHub, edit it and change its name).${mean(folderMeant(args, words.kinds, words.kind))}`;
  },
  'front-matter-missing': ({ first, needed }) =>
    needed !== undefined
      ? `Cannot find the required ${code(needed)} of this note, whose title is its heading; put the lines \`---\`, ${code(`${needed}: 2026-11-21`)} or the like, and \`---\` above it${needed === 'date' ? ', or begin the name of the file with the day (`2026-11-21-name.md`)' : ''}.`
      : {
          blank: 'Unexpected blank line at the top, expected `---` on the first line; delete the blank lines above it.',
          dashes: 'Unexpected first line, expected three half-width hyphens: `---`.',
          other:
            'Cannot find front matter (the fields at the top); expected the first line to be `---`, then fields such as `title: Something`, then `---`.',
          field:
            'Unexpected field on the first line, expected `---` above it; put a line of `---` before the fields and one after them.',
          fence:
            'Unexpected code block around the page; delete the first line, ` ``` `, and the last one that ends it, so that `---` is the first line.',
        }[first],
  'front-matter-open': ({ fence }) =>
    `Cannot find the end of the front matter (the fields at the top); expected a line of exactly ${code(fence)} after them.`,
  'front-matter-language': ({ language }) =>
    `Unexpected ${code(language)} after \`---\`, expected nothing: front matter is YAML and is never run.`,
  'front-matter-mapping': () => 'Unexpected line that is no field, expected `field: value` such as `title: Something`.',
  'yaml-syntax': ({ reason, detail }) => yaml[reason](detail),
  'toml-syntax': ({ detail }) =>
    `Cannot read this line as TOML (${detail}); expected lines such as \`title = "Something"\`.`,
  'yaml-feature': ({ feature }) =>
    `Unexpected ${{ anchor: '`&`', alias: '`*`', tag: '`!`' }[feature]} at the start of a value (to YAML ${feature === 'tag' ? 'a tag' : `an ${feature}`}), expected plain text; put the value in quotes.`,
  'csv-syntax': ({ detail }) => csv[detail] ?? `Cannot find a column ${code(detail)}; add its name to the first line.`,
  'csv-id': () =>
    'Cannot find an `id`; expected `id` among the names in the first line, and in each row below an id of its own, separated by commas.',
  'body-depth': ({ limit }) => `Unexpected nesting of quotes, lists or notes deeper than ${limit} levels; flatten it.`,
  'unknown-field': (args) => {
    const { field, known, instead, below } = args;
    const suggestion = fieldMeant(args, fields);
    if (below !== undefined && suggestion === undefined)
      return `Unexpected field ${code(field)} here; expected it below ${code(`${below}:`)}, indented. Move it there.`;
    // Names of rules are expected in `rules:` alone.
    if (isRule(field) && known.includes('unknown-field'))
      return `${code(field)} cannot be silenced; delete it here and mend the problem.`;
    return instead !== undefined
      ? `Unexpected field ${code(field)}: ${code(instead)} is read as the same field${suggestion === undefined || suggestion === instead ? '' : ` (${code(suggestion)})`}, and that one counts. Delete one of the two.`
      : `Unexpected field ${code(field)}.${mean(suggestion)}${suggestion === undefined ? ` Expected one of ${codes(known)}${known.length > 12 ? ' …' : ''}.` : ''}`;
  },
  'missing-field': ({ field, expected, toml, suggestion }) =>
    suggestion !== undefined
      ? `Cannot find the required ${code(field)}; if ${code(suggestion)} here is meant, write ${code(lastOf(field))} in its place.`
      : `Cannot find the required ${code(field)}; add a line${isTop(field) ? ` below the first \`${toml ? '+++' : '---'}\`` : ''}: ${code(`${lastOf(field)}${toml ? ' =' : ':'}`)} and after it ${expectation(expected, field)}.`,
  'wrong-type': ({ field, expected, actual: what }) =>
    what === 'blank'
      ? `Cannot find a value of ${code(field)}; expected ${expectation(expected, field)}.`
      : `Unexpected ${actual[what]} in ${code(field)}, expected ${expectation(expected, field)}.`,
  'bad-value': (args) => {
    const expected = expectation(args.expected, args.field);
    return `Unexpected ${code(args.value)} in ${code(args.field)}, expected ${expected}.${mean(valueMeant(args))}`;
  },
  'duplicate-id': ({ id, other, apart }) =>
    `Duplicate id ${code(id)}: also used by ${code(other)}, which wins. Rename one of the two${apart ? ', or, if there are many of them, write `import: { ids: path }` in kairanban.yaml' : ''}.`,
  'unknown-reference': ({ field, kind, id, suggestion, rows }) => {
    const expected = rows
      ? `an \`id\` in the CSV of \`${folderOf(kind)}/\`, or the name of a Markdown file there without its ending`
      : `the name of a file in \`${folderOf(kind)}/\`, without its ending`;
    return `Cannot find the ${kindOf(kind)} ${code(id)} of ${code(field)}${suggestion === undefined ? `; expected ${expected}` : ''}.${mean(suggestion)}`;
  },
  'unknown-part': ({ field, id, part, suggestion }) =>
    `Cannot find ${code(`#${part}`)} of ${code(field)} in ${code(id)}${suggestion === undefined ? `; expected the \`id\` of one of its ${field === 'stage' ? 'stages' : 'gaps'}` : ''}.${mean(suggestion)}`,
  'unknown-id': ({ field, id, list, known, suggestion, labels, person }) => {
    const ids = listed(known, { ...words.audiences, ...labels });
    return person && suggestion === undefined && known.length > 0
      ? `Cannot find a team ${code(id)} (${code(field)}); expected \`team/name\` such as ${code(`${known[0]}/${id}`)}. The teams are ${ids}.`
      : `Cannot find ${code(id)} of ${code(field)} among \`${list}\` in kairanban.yaml${suggestion === undefined && ids !== '' ? `: ${ids}` : ''}.${mean(suggestion)}`;
  },
  'former-id': ({ id, other }) =>
    `${code(id)} is listed as a former id, but ${code(other)} uses it now, and old links will lead there; change one of the two.`,
  cycle: ({ field, ids }) =>
    ids.length === 2 && ids[0] === ids[1]
      ? `Circular ${code(field)}: this page names itself; delete ${code(ids[0] as string)}.`
      : `Circular ${code(field)}: ${ids.map(code).join(' → ')}. Delete one of them.`,
  'broken-link': ({ href, what, known = [], suggestion }) =>
    what === 'local'
      ? `Unexpected address ${code(href)} on the writer’s own computer, which nobody else can open${suggestion === undefined ? '; put the file into the content folder, beside this page perhaps, and write its name' : ''}.${mean(suggestion)}`
      : what === 'outside'
        ? `Unexpected link ${code(href)} out of the content folder, which the portal cannot follow; link to a file inside it or to an address that begins with \`https://\`.`
        : what === 'anchor'
          ? `Cannot find the heading that the link ${code(href)} leads to${suggestion === undefined ? `; after \`#\` write the words of a heading in lower case, with \`-\` for blanks${known.length > 0 ? `: ${codes(known)}${known.length > 12 ? ' …' : ''}` : ' (that page has none)'}` : ''}.${mean(suggestion)}`
          : `Cannot find what the link ${code(href)} leads to${suggestion === undefined ? '; check the place and the name of the file' : ''}.${mean(suggestion)}`,
  'missing-alt': () =>
    'Cannot find a description of the picture; write one between the brackets, `![what it shows](…)`, for those who cannot see it.',
  component: ({ what, name, value = '', known = [], suggestion }) => {
    const tag = code(`<${name}>`);
    const end = code(`</${name}>`);
    switch (what) {
      case 'unknown':
        return `Cannot find a component ${tag}; there are ${codes(known.map((one) => `<${one}>`))}.${suggestion === undefined ? ' If it is to be read, put it in back-ticks.' : mean(suggestion)}`;
      case 'open':
        return `Cannot find the end of ${tag}; put a line with ${end} alone before the next heading.`;
      case 'close':
        return `Unexpected ${end} without an open ${tag}; take this line out or put in the one that begins it.`;
      case 'line':
        return `Unexpected place or form of ${tag}, which is shown as text; give the tag a line to itself, and values double quotes, as in \`type="warning"\`.`;
      case 'attribute':
        return `Unexpected ${code(value)} on ${tag}; ${known.length === 0 ? 'it takes nothing but its name' : `it takes ${codes(known)}`}.`;
      case 'type':
        return `Unexpected \`type\` ${code(value)} of ${tag}; there are ${codes(known)}.${mean(suggestion)}`;
      case 'url':
        return `Unexpected \`url\` ${code(value)} of ${tag}; write an address that begins with \`https://\`.`;
    }
  },
  'mdx-code': ({ what }) =>
    what === 'expression'
      ? 'Unexpected `{`: expressions are not computed but shown as text; write the value itself, or put it in back-ticks.'
      : `Unexpected ${code(what)}, which is not run but shown as text; take the line out. Components need not be imported.`,
  unclosed: ({ what }) =>
    what === 'comment'
      ? 'Unexpected beginning of a comment, `<!--`, without its end; put `-->` behind what is meant as a comment. Until then the text below is not shown, or the comment is.'
      : 'Unexpected beginning of code, such as ` ``` `, without its end; put a line with the same marks alone behind the code. Until then all the text below is code.',
  'audience-section': ({ audience, headings }) =>
    `Cannot find anything for ${code(audience)}, which \`audiences\` names; write it under ${code(`## ${headings.at(-1) ?? ''}`)} or take the audience out.`,
  'sales-section': ({ headings, depth }) =>
    `Cannot find “${headings.at(-1)}” in a release that everyone must act on (\`tier: 1\`); write it under ${code(`${'#'.repeat(depth)} ${headings.at(-1)}`)}, or set \`tier: 2\`.`,
  'status-date': ({ what, date }) =>
    ({
      'released-later': `Unexpected \`status: released\` before its \`date\` (${date}); correct the day or delete the \`status\` line.`,
      'planned-past': `Unexpected \`status: planned\` after its \`date\` (${date}); delete the \`status\` line if it is out, or give the new day.`,
      'withdrawn-embargo': 'Unexpected `announceAt` to come on a withdrawn release; delete the `announceAt` line.',
    })[what],
  'prd-without-release': () =>
    'Unexpected `status: shipped`: no release points at this PRD; name it in `prds:` of a release, or correct the status.',
  'prd-not-shipped': ({ release, status }) =>
    `Unexpected ${code(`status: ${status}`)}: the release ${code(release)} is out; set \`status: shipped\`.`,
  'declined-unexplained': ({ missing }) =>
    `This declined request has no ${missing.map(code).join(' and no ')}; write it so that sales knows what to answer.`,
  'weight-unexplained': ({ field, missing }) =>
    `Cannot find ${missing.map(code).join(', ')} of the weight ${code(field)}; a weight says who picked it, why, and until when.`,
  'weight-expired': ({ field, until }) =>
    `The weight ${code(field)} ended on ${until}; give a new \`until\`, or delete the \`weight\`.`,
  'not-agreed': ({ missing }) =>
    `Cannot find the agreement of ${missing.map((side) => ({ product: 'product', cs: 'customer success' })[side]).join(' and ')}; write who agreed: \`agreedBy: { product: team/name, cs: team/name }\`.`,
  'output-goal': ({ word }) =>
    `Unexpected “${word}”, which counts what was made; write what changes for customers, so that product and customer success can share the goal.`,
  'not-approved': ({ approvedBy }) =>
    approvedBy === undefined
      ? 'Cannot find an approval by sales; have somebody of sales read the page and write `approvedBy: sales/name`.'
      : `Unexpected ${code(approvedBy)}, who is not of the sales team; have somebody of sales read the page and write \`approvedBy: sales/name\`.`,
  'consent-expired': ({ expires }) =>
    `The customer’s consent ended on ${expires}; ask again and set a new \`expires\`, or set \`consent: internal\`.`,
  'named-beyond-consent': ({ name }) =>
    `Unexpected name ${code(name)} where outsiders read it: no case says that it may be named (\`consent: named\`); describe the customer instead, or move the text to an internal section.`,
  'hidden-section': ({ heading, level, wanted }) =>
    `“${heading}” is for readers of “${words.values[wanted]}”, who never see a page with ${code(`visibility: ${level}`)} (${words.values[level]}); set ${code(`visibility: ${wanted}`)} if they should.`,
  'almost-heading': ({ heading, suggestion, loose, more }) =>
    more
      ? `The line ${code(heading)} begins with no heading to Markdown; write ${code(suggestion)} on a line of its own and the rest below it. Until then all of it is kept inside the company.`
      : loose
        ? `${code(heading)} is no heading to Markdown; write ${code(suggestion)} at the start of the line, with half-width "#" and a blank. Until then what follows is kept inside the company.`
        : `Unexpected heading ${code(heading)}, almost ${code(suggestion)}; write ${code(suggestion)} if that is what it means, for its readers are found by it.`,
  'avoided-spelling': ({ word, term }) => `Unexpected spelling ${code(word)}; write ${code(term)}.`,
  'bad-suppression': ({ what, rule, suggestion }) =>
    what === 'reason'
      ? `Cannot find a reason for silencing ${code(rule)}; write ${code(`kairanban-disable-next-line ${rule} -- reason`)}.`
      : rule === ''
        ? `Cannot find the rule to be silenced; write ${code('kairanban-disable-next-line rule -- reason')}.`
        : isRule(rule)
          ? `${code(rule)} cannot be silenced; delete this line and mend the problem.`
          : `${rule === '' ? 'Cannot find the name of a rule' : `Unknown ${rule.startsWith('kairanban-') ? 'comment' : 'rule'} ${code(rule)}`}${suggestion === undefined ? '; write the name that stands behind a problem' : ''}.${mean(suggestion)}`,
  'stale-page': ({ days, reviewed, release }) =>
    release === undefined
      ? `Last reviewed ${days} days ago (${reviewed}), which is past its interval; check that it still holds and set \`reviewed\` to today.`
      : `The release ${code(release)} changed after the last review (${reviewed}); check that the page still holds and set \`reviewed\` to today.`,
  'unknown-heading': ({ heading, level, known, suggestion }) =>
    `Unexpected heading ${code(heading)} on a page for ${level} readers: its section stays internal.${mean(suggestion)}${suggestion === undefined ? ` Name it ${codes(known.slice(0, 4))} or the like, or make it a smaller heading below one of these.` : ''}`,
};

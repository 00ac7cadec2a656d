/** What `kairanban import csv` says. */

import type { Kind } from '../../schema/index.ts';
import { quote } from '../code.ts';
import { words } from './words.ts';

const quotes = (texts: readonly string[]): string => texts.map(quote).join(', ');
const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${quote(suggestion)}?`;
const some = (texts: readonly string[]): string => `${quotes(texts.slice(0, 12))}${texts.length > 12 ? ' …' : ''}`;

/** What became, or would become, of the rows. */
interface Counts {
  readonly written: number;
  readonly same: number;
  readonly kept: number;
  readonly rejected: number;
}

const several: { readonly [K in Kind]?: string } = { request: 'requests', account: 'accounts' };

export const csv = {
  /** The label of a page's text, for columns of that name. */
  body: 'Body',
  noKind: 'Cannot find what the rows are; add `--kind request` or `--kind account`.',
  badMap: (pair: string) =>
    `Unexpected ${quote(pair)} after \`--map\`, expected a column and a field, such as \`Subject=title\`.`,
  unknownColumn: (column: string, known: readonly string[], suggestion: string | undefined) =>
    `Cannot find the column ${quote(column)}.${mean(suggestion)} There are ${some(known)}.`,
  unknownField: (field: string, kind: Kind, known: readonly string[], suggestion: string | undefined) =>
    `Cannot find the field ${quote(field)} of ${several[kind] ?? kind}.${mean(suggestion)} There are ${quotes(known)}.`,
  sameField: (field: string, columns: readonly string[]) =>
    `Unexpected columns ${columns.map(quote).join(' and ')} for ${quote(field)}, expected one of them.`,
  twins: (name: string, columns: readonly number[]) =>
    `Cannot tell which column ${quote(name)} is: columns ${columns.join(' and ')} have that name. Give the others another name in the first line of the file.`,
  noColumn: {
    id: (candidates: readonly string[]) =>
      `Cannot find the column that tells each row from the others; name it with \`--map COLUMN=id\`.${candidates.length > 0 ? ` It may be ${some(candidates)}.` : ''}`,
    title: (candidates: readonly string[]) =>
      `Cannot find the column with the title; name it with \`--map COLUMN=title\`.${candidates.length > 0 ? ` It may be ${some(candidates)}.` : ''}`,
  },
  insideContent: (file: string) =>
    `Cannot import ${quote(file)}: it lies in the folder that is imported to. Move it elsewhere.`,
  workbook: (file: string) => `Cannot read ${quote(file)}: it is an Excel workbook. Save it as “CSV UTF-8” in Excel.`,
  encoding: (file: string, encoding: string) =>
    `Cannot read ${quote(file)}: it seems to be in ${encoding}. Save it as UTF-8 (in Excel, “CSV UTF-8”).`,
  noRows: (file: string) => `Cannot find a row in ${quote(file)} below the names of the columns.`,
  brokenTarget: (place: string, problem: string) =>
    `Cannot add rows to what cannot be read; correct it first. ${place}: ${problem}`,
  tooLarge: (path: string, limit: number) =>
    `Cannot write ${quote(path)}: it would be larger than ${limit.toLocaleString('en')} bytes. Divide the CSV file.`,
  // rows
  noId: 'The id is blank. Fill it in, so that the row is known when it comes again.',
  sameId: (id: string, row: number) => `The id ${quote(id)} stands in row ${row} too. Give each row its own.`,
  unreadable:
    'The row has characters that cannot be read. Type them again; if there are many such rows, save the file as UTF-8.',
  active: 'Excel would calculate this instead of showing it. Begin it with another character.',
  inColumn: (column: string, reason: string) => `Column ${quote(column)}: ${reason}`,
  kept: (path: string, fields: readonly string[], id?: string) =>
    `Left ${quote(path)} as it is: ${id === undefined ? 'it' : `what it says of ${quote(id)}`} differs${fields.length > 0 ? ` in ${quotes(fields)}` : ''}.`,
  more: (count: number) => `… and ${count} more.`,
  rejects: { line: 'row', reason: 'reason it was not imported' },
  // the end
  taken: (pairs: readonly (readonly [string, string])[]) =>
    `Columns taken: ${pairs.map(([column, field]) => (column === field ? quote(field) : `${column} → ${quote(field)}`)).join(', ')}`,
  unnamed: (number: number) => `column ${number}`,
  left: (columns: readonly string[], body: boolean) =>
    `Columns left out: ${columns.join(', ')} (\`--map COLUMN=FIELD\` takes one${body ? ', `--map COLUMN=body` into the text' : ''})`,
  personal: (file: string) =>
    `${quote(file)} holds every column of the file that it comes from, which may be personal data: do not commit it. The line \`*.rejected*.csv\` in \`.gitignore\` keeps it out.`,
  done: (kind: Kind, counts: Counts, place: string, rejects: string | undefined, dryRun: boolean) => {
    const { written, same, kept, rejected } = counts;
    const what = written === 1 ? (words.kind[kind] ?? kind).toLowerCase() : (several[kind] ?? kind);
    return [
      `${written} ${what} ${dryRun ? 'would be ' : ''}written to ${quote(place)}.`,
      ...(same > 0 ? [`${same} there already and unchanged.`] : []),
      ...(kept > 0
        ? [
            `${kept} there already, different and left alone: correct the one that is wrong by hand or, if they are not the same ${several[kind] ?? kind}, give the rows other ids (such as \`crm2-1001\`).`,
          ]
        : []),
      ...(rejected > 0
        ? [
            `${rejected} ${rejected === 1 ? 'row' : 'rows'} not imported${rejects ? `; ${quote(rejects)} says why` : ''}.`,
          ]
        : []),
    ].join(' ');
  },
};

/** What the command line says besides problems. */

import type { Refusal } from '../../load/write.ts';
import { quote } from '../code.ts';

const mean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${quote(suggestion)}?`;

export const cli = {
  severity: { error: 'error', warning: 'warning' },
  counts: ({ errors, warnings, checked }: { errors: number; warnings: number; checked: number }) => {
    const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
    const files = `${checked} ${checked === 1 ? 'file' : 'files'} checked`;
    return errors + warnings === 0
      ? `No problems. ${files}.`
      : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}. ${files}.`;
  },
  corrected: (line: string) => `Corrected: ${line}`,
  lineNow: 'now:      ',
  lineThen: 'corrected:',
  lineAdded: 'added:    ',
  foreign:
    'Notes of another system are read with `import: { unknownFields: warn }` in kairanban.yaml; `fields` there says what their fields are here.',
  fixable: (count: number) => `\`kairanban check --fix\` can mend ${count === 1 ? 'one' : count} of these.`,
  fixed: (file: string, count: number) => `Fixed ${count === 1 ? 'one place' : `${count} places`} in ${file}.`,
  notFixed: (file: string, why: Refusal) =>
    `Left ${file} as it is: ${typeof why === 'object' ? `it cannot be written (${why.code})` : { link: 'it is a link; the file that it leads to is the one to fix', changed: 'it changed in the meantime; run the check again' }[why]}.`,
  nothingFixed: 'Nothing to fix without asking.',
  sarifCut: (left: number, limit: number) =>
    `${left} more problems were left out: GitHub takes at most ${limit.toLocaleString('en')} of a run.`,
  nothingNew: (checked: number) => `No new problems. ${checked} ${checked === 1 ? 'file' : 'files'} checked.`,
  olderLeftOut: (count: number) =>
    `${count} older ${count === 1 ? 'problem' : 'problems'} left out; \`kairanban check\` shows all.`,
  badSince: (ref: string, detail: string) => `Cannot compare with ${quote(ref)}: ${detail}`,
  watching: (time: string) => `Checked at ${time}. Waiting for changes (Ctrl+C to stop).`,
  watchFormat: (format: string) =>
    `Unexpected \`--format ${format}\` with \`--watch\`, expected \`pretty\` or no \`--format\`.`,
  watchInCi: 'Unexpected `--watch` in CI (where the variable `CI` is set), expected a check that ends; leave it out.',
  watchLimit: (folder: string, code: string) =>
    `Cannot watch ${quote(folder)} (${code}): this system watches no more at once. End what else is watching, or raise its limit.`,
  unknownCommand: (command: string, suggestion: string | undefined) =>
    `Unexpected command ${quote(command)}.${mean(suggestion)} See \`kairanban --help\`.`,
  unknownOption: (option: string, command: string | undefined, suggestion: string | undefined) =>
    `Unexpected option ${quote(option)}.${mean(suggestion)} See \`kairanban ${command === undefined ? '' : `${command} `}--help\`.`,
  missingValue: (option: string) => `Cannot find a value after ${quote(option)}.`,
  badOption: (option: string, value: string, expected: string) =>
    `Unexpected ${quote(value)} after ${quote(option)}, expected ${expected}.`,
  formLike: (example: string) => `the form ${quote(example)}`,
  forms: {
    count: (_example: string) => 'a whole number, 0 or more',
    day: (example: string) => `a day that exists, written like ${quote(example)}`,
    days: (example: string) => `one day or more, written like ${quote(example)}`,
    week: (example: string) => `a week that its year has, written like ${quote(example)}`,
  },
  productsExample: 'payroll=Payroll',
  oneOf: (values: readonly string[]) => `one of ${values.map(quote).join(', ')}`,
  exclusive: (options: readonly string[]) => `Unexpected ${options.map(quote).join(' with ')}, expected one of them.`,
  unexpectedArgument: (argument: string, command: string) =>
    `Unexpected argument ${quote(argument)}. See \`kairanban ${command} --help\`.`,
  missingArgument: (name: string, command: string) => `Cannot find ${name}. See \`kairanban ${command} --help\`.`,
  contentTooDeep: (folder: string, around: string) =>
    `Unexpected ${quote(folder)} as the content folder, expected the one around it: \`--content ${around}\`.`,
  unknownAudience: (audience: string, known: readonly string[], suggestion: string | undefined) =>
    `Cannot find the audience ${quote(audience)}.${mean(suggestion)} There are ${known.map(quote).join(', ')}.`,
  unknownRelease: (id: string, suggestion: string | undefined) =>
    `Cannot find a release ${quote(id)} that this audience may see.${mean(suggestion)}`,
  badRange: (range: string, detail: string) => `Cannot read the commits ${quote(range)}: ${detail}`,
  bug: (detail: string) => `This is a bug in kairanban; its report is welcome, with the lines below.\n${detail}`,
  nodeTooOld: (found: string) => `kairanban needs Node.js 22.12 or later; this is ${found}.`,
  // build, dev, preview
  checking: 'Checking the content …',
  building: 'Building the pages …',
  built: (pages: number, folder: string, seconds: string) => `Built ${pages} pages in ${quote(folder)} (${seconds} s).`,
  notBuilt: 'Nothing was written because of the errors above.',
  leftOut: (files: number) =>
    `Left out what has an error (${files} ${files === 1 ? 'file' : 'files'}); \`kairanban check\` says which.`,
  builtWithErrors: 'The portal was built without what could not be read; see the errors above.',
  outInside: (folder: string) =>
    `Cannot build into ${quote(folder)}: it holds the content or the working folder. Name another folder with \`--out DIR\`.`,
  outWithin: (folder: string) =>
    `Cannot build into ${quote(folder)}: it is inside the content folder. Name another folder with \`--out DIR\`.`,
  outForeign: (folder: string) =>
    `Cannot build into ${quote(folder)}: it is not empty and was not made by kairanban. Name another folder with \`--out DIR\`, or empty it.`,
  outUnwritable: (folder: string, reason: string) =>
    `Cannot write to ${quote(folder)} (${reason}). Name another folder with \`--out DIR\`, or make it writable.`,
  workUnwritable: (folder: string, reason: string) =>
    `Cannot write to ${quote(folder)} (${reason}), where the portal is prepared; run kairanban in a folder that you may write to.`,
  noPortal: (folder: string) => `Cannot find a portal in ${quote(folder)}; run \`npx kairanban build\` first.`,
  serving: (url: string) => `Portal: ${url}  (Ctrl+C to stop)`,
  portsTaken: (first: number, last: number) =>
    `Cannot find a free port from ${first} to ${last}; name one with \`--port N\`.`,
  // import
  importUnreadable: (file: string, reason: string) =>
    reason === 'ENOENT' ? `Cannot find the file ${quote(file)}.` : `Cannot read ${quote(file)} (${reason}).`,
  importNotFile: (file: string) => `Cannot import ${quote(file)}: it is a folder or a device, expected a file.`,
  importUnknownSource: (source: string, known: readonly string[]) =>
    `Cannot import from ${quote(source)}, expected ${known.map(quote).join(' or ')}.`,
  importForeignOption: (option: string, source: string) =>
    `Unexpected option ${quote(option)}: \`import ${source}\` does not take it.`,
  importOutside: (folder: string) =>
    `Cannot write to ${quote(folder)}: it is a link out of the content folder. Put a folder in its place.`,
  importUnwritable: (path: string, reason: string) => `Cannot write ${quote(path)} (${reason}).`,
  importUnknownProduct: (id: string, known: readonly string[], suggestion: string | undefined) =>
    known.length === 0
      ? `Cannot find the product ${quote(id)} in kairanban.yaml; write \`products\` as ids and names, such as \`{ payroll: Payroll }\`.`
      : `Cannot find the product ${quote(id)} in kairanban.yaml (${known.map(quote).join(', ')}).${mean(suggestion)}`,
  importNoVersions: (file: string) =>
    `Cannot find a version in ${quote(file)}; expected headings such as \`## 1.2.0 - 2026-11-21\`, or \`1.2.0 (2026-11-21)\` as a line of its own, in bold or as an item of a list.`,
  imported: (written: number, same: number, folder: string) =>
    `${written} ${written === 1 ? 'release' : 'releases'} written to ${quote(folder)}${same > 0 ? `, ${same} there already and unchanged` : ''}.`,
  wouldImport: (written: number, same: number, folder: string) =>
    `${written} ${written === 1 ? 'release' : 'releases'} would be written to ${quote(folder)}${same > 0 ? `, ${same} there already and unchanged` : ''}.`,
  importDifferent: (path: string) =>
    `Left ${quote(path)} as it is: it exists and differs. Delete it to import it again.`,
  importMoreDifferent: (count: number) => `Left as they are, for they differ: ${count} more.`,
  importUndated: (file: string, line: number, version: string, date: string, whose: string | undefined) =>
    `${file}:${line}: no date for ${quote(version)}; \`date: ${date}\`${whoseDate(whose)} was written, please correct it.`,
  importMoreUndated: (file: string, versions: readonly string[], folder: string) =>
    `${file}: ${versions.length} more without a sure date (${versions.slice(0, 10).map(quote).join(', ')}${versions.length > 10 ? ' …' : ''}); the files in ${quote(folder)} say why on their line of \`date:\`, please correct it.`,
  importUndatedComment: 'the changelog gives no date',
  importDoubt: {
    calendar: (file: string, line: number, version: string, given: string, date: string, whose: string | undefined) =>
      `${file}:${line}: ${quote(given)} is no day, so ${quote(version)} has no date; \`date: ${date}\`${whoseDate(whose)} was written, please correct it.`,
    order: (file: string, line: number, version: string, given: string, date: string, whose: string | undefined) =>
      `${file}:${line}: ${quote(given)} may be two days, so ${quote(version)} has no date; \`date: ${date}\`${whoseDate(whose)} was written, please correct it.`,
    month: (file: string, line: number, version: string, given: string, date: string) =>
      `${file}:${line}: ${quote(given)} is a month, so \`date: ${date}\` was written for ${quote(version)}; please correct the day.`,
  },
  importDoubtComment: {
    calendar: (given: string) => `the changelog's date, ${given}, is not in the calendar`,
    order: (given: string) => `the changelog's date, ${given}, may be two days`,
    month: (given: string) => `the changelog says only ${given}`,
  },
  importUnreleased: (file: string, line: number) =>
    `${file}:${line}: left out, so that nobody is told before it is out; import again then.`,
  importPreamble: (file: string) => `${file}:1: the text before the first version is of no release, and was left out.`,
  importNews: (count: number, past: string) =>
    `Without a sure date, but new enough to be posted by the push that adds them: ${count}. If they are older, delete these files and import again with \`--date ${past}\`, say.`,
  importNoProduct: (known: readonly string[]) =>
    `Without \`--product\` these releases count for every product; those in kairanban.yaml are ${known.map(quote).join(', ')}.`,
  // init
  initNotFolder: (path: string) => `Cannot write below ${quote(path)}: it is not a folder. Name another folder.`,
  initUnwritable: (path: string, reason: string) =>
    `Cannot write ${quote(path)} (${reason}). Make it writable, or name another folder.`,
  initOutside: (path: string) =>
    `Cannot write ${quote(path)}: a link leads out of the folder there. Take the link away, or name another folder.`,
  initContent: (content: string) =>
    `Unexpected ${quote(content)} after \`--content\`, expected a folder inside the one to set up.`,
  // new
  newKind: 'What do you write?',
  newFrom: 'What does it follow from?',
  newNothing: 'Nothing',
  newSome: ' (space to choose, Enter to go on)',
  newLater: 'Later',
  newTitle: 'Expected a title; it can be changed later.',
  newDay: 'Expected a day that exists, written like 2026-11-21.',
  newId: 'Name of the file, which is its id',
  newNext: 'When you have filled in what is blank, run `npx kairanban check`.',
  newStopped: 'Stopped; nothing was written.',
  unknownKind: (name: string, known: readonly string[], suggestion: string | undefined) =>
    `Cannot find the kind ${quote(name)}.${mean(suggestion)} There are ${known.map(quote).join(', ')}.`,
  unknownEntry: (name: string, suggestion: string | undefined) => `Cannot find ${quote(name)}.${mean(suggestion)}`,
  notFollowing: (kind: string, from: string, known: readonly string[]) =>
    known.length === 0
      ? `Cannot make a ${kind} from another page; leave out \`--from\`.`
      : `Cannot make a ${kind} from a ${from}, expected one of ${known.map(quote).join(', ')}.`,
  badId: (id: string) =>
    `Unexpected ${quote(id)}, expected a name of letters, digits, \`-\`, \`_\`, \`.\` and spaces that Windows takes too (and not \`readme\`).`,
  takenId: (id: string) => `Unexpected id ${quote(id)}, which is in use; choose another or leave out \`--id\`.`,
  unwritable: (path: string, reason: string) => `Cannot write ${quote(path)} (${reason}).`,
  noEditUrl:
    'Cannot make an address on GitHub; write `portal.edit` in `kairanban.yaml` as `https://github.com/company/repository/edit/main/content`.',
  // help
  help: {
    intro: 'kairanban: a knowledge portal from Markdown in Git',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    examples: 'Examples',
    default: (value: string) => `default: ${value}`,
    more: 'kairanban COMMAND --help tells more of a command; kairanban --version tells the version.',
    exit: 'Exit codes: 0 fine · 1 problems · 2 wrong usage · 70 a bug of ours',
    command: {
      init: 'Set up a repository: settings, examples, workflow, forms, editor',
      check: 'Check the content and say what is wrong, where',
      summary: 'Print what there is to tell an audience',
      build: 'Build the portal with its search index',
      dev: 'Show the portal while you write',
      preview: 'Serve a built portal on this machine',
      search: 'Search a built portal in the terminal; say how well it finds what is asked',
      new: 'Prepare a page (release, request, prd …) to be filled in, and print its path',
      import: 'Turn an existing CHANGELOG.md into releases, a CSV file into requests or accounts',
    },
    option: {
      content: 'the content folder',
      visibility: 'make the output for readers of this level',
      lang: 'the language of messages (default: KAIRANBAN_LANG, else that of the site)',
      now: 'treat this instant as now, such as 2026-11-21T10:00+09:00',
      help: 'show this help',
      version: 'show the version',
      format: 'the form of the output',
      maxWarnings: 'fail if there are more than N warnings',
      changedSince: 'only problems made since the commit or branch, by what is not yet committed as well',
      fix: 'fix what is safe to fix: date formats, full-width letters, spellings that the glossary avoids',
      watch: 'check again whenever the content changes, until Ctrl+C',
      audience: 'who is to be told',
      since: 'releases from this day on',
      last: 'releases of the last days, such as 7d',
      week: 'releases of an ISO week, such as 2026-W47',
      release: 'one release, by its id',
      range: 'releases that a range of commits made due',
      out: 'the folder of the portal',
      locale: 'the language of the portal (default: --lang, else that of the site)',
      strict: 'build nothing when there is an error',
      port: 'the port; if it is taken, the next free one',
      site: 'the folder of a built portal (default: portal; with --judge the content, as it is now)',
      json: 'print data for programs',
      limit: 'at most so many results',
      explain: 'say of each result why it stands where it does',
      judge: 'ask every query of a CSV file (query,pages,category) and say how many find their page',
      record: 'with --judge: hold later runs to these results',
      suggestTerms: 'propose other words for the glossary, from the content and the queries of --judge; writes nothing',
      product: 'the product that what is imported belongs to',
      date: 'changelog: the day of versions that have none (default: that of the next older one that has a day, or newer, or today)',
      dryRun: 'only say what would be written',
      kind: 'csv: what each row is',
      map: 'csv: what a column becomes, such as Subject=title; may be repeated',
      title: 'the title',
      from: 'the page that it follows from, of which it takes title, products, owner, goal (as in prd:shift-import)',
      set: 'any other field (tier=1, products=payroll,attendance); may be given again',
      id: 'the name of the file (default: made of the title)',
      url: 'print the address at which it is written on GitHub, and write no file',
      yes: 'no questions (the default when not in a terminal)',
      siteTitle: 'the name of the portal',
      products: 'the products: names, or id=name, with commas between',
      kinds: 'of which kinds to write an example, with commas between',
    },
  },
};

/** Whose date a version without one was given, if that of another. */
function whoseDate(version: string | undefined): string {
  return version === undefined ? '' : `, that of ${quote(version)},`;
}

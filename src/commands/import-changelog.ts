import { basename, dirname } from 'node:path';
import { freeId } from '../authoring/name.ts';
import { isNews } from '../graph/state.ts';
import { addDays } from '../graph/time.ts';
import { type Messages, messages } from '../i18n/index.ts';
import { type Changelog, readChangelog, type Version } from '../load/changelog.ts';
import { decodeForeign } from '../load/decode-foreign.ts';
import { slug } from '../load/file-names.ts';
import { writeNew } from '../load/write.ts';
import { inertLine } from '../render/inert.ts';
import { dayIn } from '../schema/day-in.ts';
import { type Io, languageOf, openWorkspace } from './context.ts';
import { bytesOf, type ImportOptions, requireKnownProduct } from './import-options.ts';
import { messageOf } from './report.ts';
import { UsageError } from './usage.ts';

interface ChangelogOptions extends ImportOptions {
  /** The day of versions that have none. */
  readonly date: string | undefined;
}

/**
 * `kairanban import changelog FILE`: a release file for each version that is out. What is not out yet waits until it has
 * a version: nobody is told of it, and its text may change from run to run. 0 fine, 1 when an existing file differs.
 */
export function importChangelog(options: ChangelogOptions, io: Io): number {
  const { file, product } = options;
  const { graph } = openWorkspace(options);
  const words = messages(languageOf(options, graph.config));
  const products = graph.config.products ?? {};
  requireKnownProduct(product, graph.config);
  const today = dayIn(options.now, graph.config.timeZone);
  const changelog = readChangelog(textOf(file));
  if (changelog.versions.length === 0) throw new UsageError((said) => said.cli.importNoVersions(file));
  const versions = changelog.versions.filter(({ unreleased }) => !unreleased);
  const named = product === undefined ? undefined : { id: product, name: products[product] ?? product };
  const plan = planImport(versions, file, named, options.date, today, words);
  const counts = { written: 0, same: 0, different: 0 };
  const undated: Undated[] = [];
  const different: string[] = [];
  for (const file of plan) {
    const { path, text, guessed } = file;
    const result = writeNew(options.content, path, text, options.dryRun, (there) => isSame(there, text, guessed));
    counts[result] += 1;
    if (result === 'different') different.push(`${options.content}/${path}`);
    if (result !== 'written') continue;
    if (options.dryRun) io.out(`${options.content}/${path}\n`);
    if (isUndated(file)) undated.push(file);
  }
  for (const path of firstOf(different)) io.err(`${words.cli.importDifferent(path)}\n`);
  const others = different.length - firstOf(different).length;
  if (others > 0) io.err(`${words.cli.importMoreDifferent(others)}\n`);
  for (const { note } of firstOf(undated)) io.err(`${inertLine(note)}\n`);
  const more = undated.slice(firstOf(undated).length);
  const at = `${options.content}/${dirname(more[0]?.path ?? '')}/`;
  const names = more.map(({ name }) => name);
  if (more.length > 0) io.err(`${inertLine(words.cli.importMoreUndated(file, names, at))}\n`);
  const news = options.date === undefined ? undated.filter(({ date }) => isNews(date, today)).length : 0;
  if (news > 0) io.err(`${words.cli.importNews(news, addDays(today, -365))}\n`);
  if (counts.written > 0 || plan.length === 0) {
    for (const note of leftOut(changelog, file, words)) io.err(`${inertLine(note)}\n`);
  }
  if (product === undefined && Object.keys(products).length > 0 && counts.written > 0) {
    io.err(`${words.cli.importNoProduct(Object.keys(products))}\n`);
  }
  const say = options.dryRun ? words.cli.wouldImport : words.cli.imported;
  io.out(`${say(counts.written, counts.same, `${options.content}/releases/`)}\n`);
  return counts.different > 0 ? 1 : 0;
}

/** Whose releases they are: the id in kairanban.yaml, and what it is called there. */
interface Product {
  readonly id: string;
  readonly name: string;
}

/** A file to write; its path is below the content folder. */
interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly date: string;
  /** Whether its date comes from elsewhere than the changelog, so that it may change and be corrected. */
  readonly guessed: boolean;
  /** What the version is called. */
  readonly name: string;
  /** What a person should look at. */
  readonly note?: string;
}

type Undated = PlannedFile & { readonly note: string };

function isUndated(file: PlannedFile): file is Undated {
  return file.note !== undefined;
}

/** Nobody reads a line for each of hundreds: of more than these, so many are shown and the others are counted. */
const mostShown = 10;

function firstOf<T>(all: readonly T[]): readonly T[] {
  return all.length > mostShown ? all.slice(0, mostShown / 2) : all;
}

/** What of a changelog belongs to no release, and where it stands. */
function leftOut({ preamble, versions }: Changelog, file: string, { cli }: Messages): string[] {
  return [
    ...(preamble === '' ? [] : [cli.importPreamble(file)]),
    ...versions
      .filter(({ unreleased, body }) => unreleased && body !== '')
      .map(({ line }) => cli.importUnreleased(file, line)),
  ];
}

/** What to write for the versions of a changelog; nothing is written here. */
function planImport(
  versions: readonly Version[],
  file: string,
  product: Product | undefined,
  fallback: string | undefined,
  today: string,
  words: Messages,
): PlannedFile[] {
  const prefix =
    product?.id ??
    named(
      basename(file)
        .replace(/\.[^.]*$/, '')
        .toLowerCase(),
    );
  const taken = new Set<string>();
  // The oldest take their ids first, so that a changelog that grows at its top does not rename what was there.
  const ids = versions
    .toReversed()
    .map((version) => {
      const names = [ownerOf(version, product), version.name].filter((name) => name !== undefined);
      return freeId([prefix, ...names.map(named)].join('-'), taken);
    })
    .toReversed();
  return versions.map((version, index) => {
    const older = versions.slice(index + 1).find((other) => other.date !== undefined);
    const near = older ?? versions.slice(0, index).findLast((other) => other.date !== undefined);
    const date = version.date ?? fallback ?? near?.date ?? today;
    const id = ids[index] as string;
    const text = releaseText(version, date, product, words);
    const guessed = version.date === undefined || version.doubt !== undefined;
    const whose = fallback === undefined && near ? near : undefined;
    const note = guessed && undatedNote(version, file, date, whose, words);
    return {
      path: `releases/${prefix}/${id}.md`,
      text,
      date,
      guessed,
      name: shownName(version),
      ...(note && { note }),
    };
  });
}

/** The part of a file's name that stands for a text. */
function named(text: string): string {
  return slug(text) || 'release';
}

/** The package that a version's heading names, unless it is the product itself. */
function ownerOf({ package: owner }: Version, product: Product | undefined): string | undefined {
  const names = [product?.id, product?.name].map((name) => name?.toLowerCase());
  return names.includes(owner?.toLowerCase()) ? undefined : owner;
}

/** Why a version has a date that its heading does not give, and `whose` it is. */
function undatedNote(version: Version, file: string, date: string, whose: Version | undefined, { cli }: Messages) {
  const { line, doubt } = version;
  const [name, other] = [shownName(version), whose && shownName(whose)];
  return doubt
    ? cli.importDoubt[doubt.why](file, line, name, doubt.text, date, other)
    : cli.importUndated(file, line, name, date, other);
}

function shownName({ name, package: owner }: Version): string {
  return [owner, name].filter(Boolean).join(' ');
}

function releaseText(version: Version, date: string, product: Product | undefined, words: Messages): string {
  const title = [product?.name, ownerOf(version, product), version.name, version.title].filter(Boolean).join(' ');
  const { doubt, date: day } = version;
  const reason = doubt ? words.cli.importDoubtComment[doubt.why](doubt.text) : words.cli.importUndatedComment;
  const undated = doubt || day === undefined ? ` # ${reason}` : '';
  const fields = [
    `title: ${yamlText(title)}`,
    ...(product === undefined ? [] : [`products: [${yamlText(product.id)}]`]),
    `date: ${date}${undated}`,
    ...(version.numbered ? [`version: ${yamlText(version.name)}`] : []),
    ...(version.yanked ? ['status: withdrawn'] : []),
    'tier: 3',
  ];
  return `---\n${fields.join('\n')}\n---\n${version.body === '' ? '' : `\n${version.body}\n`}`;
}

/** Whether a file holds a text, whatever its line ends are and, where the date was guessed, its date. */
function isSame(there: string, text: string, guessed: boolean): boolean {
  const comparable = (whole: string) => {
    const plain = whole.replace(/\r\n/g, '\n');
    return guessed ? plain.replace(/^date:.*$/m, '') : plain;
  };
  return comparable(there) === comparable(text);
}

/** A scalar in double quotes wherever a plain one could be read as something else. */
function yamlText(text: string): string {
  return /^[\w.][\w .+-]*$/.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text);
}

/** The text of a changelog, in whatever of the encodings it is that CSV comes in. */
function textOf(file: string): string {
  const decoded = decodeForeign(bytesOf(file));
  if ('encoding' in decoded) throw new UsageError(({ csv }) => csv.encoding(file, decoded.encoding));
  const { text, damaged } = decoded;
  const at = text.search(damaged ? /[\0\ufffd]/ : /\0/);
  if (at === -1) return text;
  const [line, column] = [text.slice(0, at).split('\n').length, at - text.lastIndexOf('\n', at)];
  const finding = { rule: 'file-encoding', args: { what: text[at] === '\0' ? 'nul' : 'not-utf8' } } as const;
  throw new UsageError((said) => `${file}:${line}:${column}: ${messageOf(finding, said)}`);
}

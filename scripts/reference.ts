/** The pages of the reference: a page a kind and one for `kairanban.yaml`, in every language. */
import { type Locale, locales } from '../src/config.ts';
import { type Docs, docs } from '../src/i18n/docs.ts';
import { messages } from '../src/i18n/index.ts';
import type { Field, Shape } from '../src/schema/fields.ts';
import { kindNames, kinds } from '../src/schema/index.ts';
import { isCommon, type Subject, shapeIn, shapeOf, subjects, wordsOf } from './described.ts';
import { formOf } from './form.ts';

/** The pages: path and text. */
export function referencePages(): [string, string][] {
  return locales.flatMap((locale): [string, string][] => [
    [`docs/reference/${locale}/README.md`, indexPage(locale)],
    ...subjects.map((subject): [string, string] => [
      `docs/reference/${locale}/${subject}.md`,
      subjectPage(subject, locale),
    ]),
  ]);
}

function indexPage(locale: Locale): string {
  const { reference, kinds: ofKinds, config } = docs(locale);
  const { kind } = messages(locale).words;
  const rows = kindNames.map((name) => `- [${kind[name]}](${name}.md) (\`${name}\`): ${ofKinds[name].about}`);
  const last = `- [kairanban.yaml](kairanban.md): ${config.about}`;
  return page(
    locale,
    `# ${reference.title}`,
    reference.intro,
    reference.omitted,
    [...rows, last, `- ${reference.rules}`, `- ${reference.mistakes}`].join('\n'),
  );
}

function subjectPage(subject: Subject, locale: Locale): string {
  const { reference, kinds: ofKinds, config } = docs(locale);
  const { about, example } = subject === 'kairanban' ? config : ofKinds[subject];
  const sample = [`## ${reference.example(example.path)}`, fenced(example.text, subject)];
  const rows = rowsOf(subject, locale);
  if (subject === 'kairanban')
    return page(locale, '# kairanban.yaml', about, ...sample, reference.omitted, table(reference, rows));
  const kind = kinds[subject];
  const place = [reference.placed(kind.folder), ...('csv' in kind ? [reference.rows] : [])].join(' ');
  return page(
    locale,
    `# ${messages(locale).words.kind[subject]} (\`${subject}\`)`,
    about,
    place,
    ...sample,
    `## ${reference.own}`,
    reference.omitted,
    table(
      reference,
      rows.filter(({ path }) => !isCommon(path)),
    ),
    `## ${reference.common}`,
    table(
      reference,
      rows.filter(({ path }) => isCommon(path)),
    ),
  );
}

function page(locale: Locale, ...blocks: readonly string[]): string {
  return `${[`<!-- ${docs(locale).reference.generated} -->`, ...blocks].join('\n\n')}\n`;
}

function fenced(text: string, subject: Subject): string {
  return `\`\`\`${subject === 'kairanban' ? 'yaml' : 'markdown'}\n${text}\`\`\``;
}

interface Row {
  readonly path: string;
  readonly cells: readonly string[];
}

function table({ columns }: Docs['reference'], rows: readonly Row[]): string {
  const lines = [columns, columns.map(() => '---'), ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The fields in the order in which they are declared, each followed by the fields inside it. */
function rowsOf(subject: Subject, locale: Locale): Row[] {
  const walk = (shape: Shape, prefix: string, shownPrefix: string): Row[] =>
    Object.entries(shape).flatMap(([name, field]) => {
      const [path, shown] = [prefix + name, shownPrefix + name];
      const inner = shapeIn(field);
      // The keys of a map are its author's, and no step of the path by which words are found.
      const step = field.type === 'map' ? '.(ID).' : '.';
      const below = inner ? walk(inner, `${path}.`, `${shown}${step}`) : [];
      return [{ path, cells: cellsOf(subject, path, shown, field, locale) }, ...below];
    });
  return walk(shapeOf(subject), '', '');
}

function cellsOf(subject: Subject, path: string, shown: string, field: Field, locale: Locale): string[] {
  const { reference } = docs(locale);
  const { fields, words } = messages(locale);
  const labels: { readonly [name: string]: string } = fields;
  const { meaning, example } = wordsOf(subject, path, locale);
  const dot = path.lastIndexOf('.');
  const name = path.slice(dot + 1);
  const required = dot < 0 ? `**${reference.required}**` : reference.requiredIn(path.slice(0, dot));
  const label = subject === 'kairanban' ? undefined : (labels[path] ?? labels[name]);
  const level = field.level && reference.level(words.values[field.level] as string);
  const said = field.said && reference.said(words.values[field.said] as string);
  const fallback = field.default === undefined ? undefined : reference.default(String(field.default));
  return [
    [`\`${shown}\``, label, field.required && required],
    [meaning, level, said],
    [formOf(field, path, locale), fallback],
    [example && `\`${name}: ${example}\``],
  ].map((lines) =>
    lines
      .filter((line) => typeof line === 'string')
      .join('<br>')
      .replaceAll('|', '\\|'),
  );
}

/** The examples of the reference as the first pages of a content folder: only what refers to something that is there. */
import { dump } from 'js-yaml';
import { completeConfig, type Locale } from '../config.ts';
import { addDays, daysBetween } from '../graph/time.ts';
import { docs } from '../i18n/docs.ts';
import { starterWords } from '../i18n/starter.ts';
import { isLocated, readPage } from '../load/front-matter.ts';
import type { Field, Reference } from '../schema/fields.ts';
import { type Kind, kinds } from '../schema/index.ts';
import { type FieldPath, readFields } from '../schema/read-fields.ts';
import { walkFields } from '../schema/walk.ts';

export interface Example {
  readonly kind: Kind;
  /** Relative to the content folder. */
  readonly path: string;
  readonly text: string;
}

/** The day on which the examples of the reference were written: what they tell of was then the day before. */
const written = '2026-11-21';

/**
 * One page of each wanted kind, as of `today`. They are marked as examples, belong to `product` if there is one, and
 * pass the check with no configuration but that product; nobody outside sees them, and nobody is told of the release.
 */
export function examplesOf(
  wanted: readonly Kind[],
  locale: Locale,
  today: string,
  product: string | undefined,
): Example[] {
  const originals = wanted.map((kind) => ({ kind, ...docs(locale).kinds[kind].example }));
  const there = new Set(originals.map(({ kind, path }) => `${kind}:${idOf(path)}`));
  const days = daysBetween(written, today);
  const ids = new Map(originals.map(({ path, text }) => [idOf(path), idAt(idOf(path), text, days)]));
  const renamed = (text: string) => [...ids].reduce((left, [from, to]) => left.replaceAll(from, to), text);
  return originals.map(({ kind, path, text }) => {
    const fitting = asExample(kind, inside(withoutUnknown(kind, text, there)), locale, product);
    return { kind, path: renamed(path), text: renamed(moved(fitting, days)) };
  });
}

/** An id that begins with a month begins with that of its page's new date. */
function idAt(id: string, text: string, days: number): string {
  const date = /^date: (.*)$/m.exec(text)?.[1];
  return date === undefined ? id : id.replace(/^\d{4}-\d{2}(?=-)/, addDays(date, days).slice(0, 7));
}

/** All days and quarters, later by so many days. */
function moved(text: string, days: number): string {
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => addDays(day, days))
    .replace(/\b(\d{4})Q([1-4])\b/g, (_all, year: string, quarter: string) => {
      const middle = addDays(`${year}-${String(Number(quarter) * 3 - 1).padStart(2, '0')}-15`, days);
      return `${middle.slice(0, 4)}Q${Math.ceil(Number(middle.slice(5, 7)) / 3)}`;
    });
}

/** Says that it is an example, of a product of ours; nothing in it is told to anybody. */
function asExample(kind: Kind, text: string, locale: Locale, product: string | undefined): string {
  const { example, exampleNote, exampleNotTold } = starterWords(locale);
  const products = product === undefined ? '' : dump({ products: [product] }, { flowLevel: 1 });
  const note = kind === 'release' ? exampleNotTold : exampleNote;
  return text
    .replace(/^---\n/, `---\n# ${note}\n`)
    .replace(/^title: (.*)$/m, (_line, title: string) => `title: ${dump(example(title), { lineWidth: -1 }).trimEnd()}`)
    .replace(/^products: .*\n/m, () => products)
    .replace(/^date: .*$/m, (line) => (kind === 'release' ? `${line}\nstatus: beta` : line))
    .replace(/^status: shipped$/m, 'status: delivery');
}

const { audiences } = completeConfig({});

/** A page as only colleagues see it: a public portal that somebody builds soon shows no example. */
function inside(text: string): string {
  let left = withoutField(text, 'visibility');
  for (const [id, { level, headings }] of Object.entries(audiences)) {
    if (level === 'internal') continue;
    left = left.replace(new RegExp(`^(audiences: .*), ${id}\\b`, 'm'), '$1');
    for (const heading of headings) left = left.replace(new RegExp(`^## ${heading}\\n(?:(?!## ).*\\n)*`, 'm'), '');
  }
  return left;
}

/** A page without what refers to pages that are not there, or to lists that nobody declared. */
function withoutUnknown(kind: Kind, text: string, there: ReadonlySet<string>): string {
  const page = readPage(text);
  if (isLocated(page)) throw new Error(`the example of ${kind} has no front matter`);
  const shape = kinds[kind].fields;
  const values = readFields(shape, page.raw, () => {});
  let left = text;
  walkFields(shape, values, (field, value, path) => {
    if (isKnown(field, value, path, there)) return;
    const [name, , inner] = path as [string, number?, string?];
    left = inner === undefined || field.required ? withoutField(left, name) : withoutInner(left, inner);
  });
  return left;
}

function isKnown(field: Field, value: unknown, path: FieldPath, there: ReadonlySet<string>): boolean {
  if (field.type === 'ref') return there.has(`${(value as Reference).kind}:${(value as Reference).id}`);
  if (field.type !== 'listed' || path[0] === 'products') return true;
  return field.lists.includes('audiences') && Object.hasOwn(audiences, value as string);
}

function withoutField(text: string, name: string): string {
  return text.replace(new RegExp(`^${name}:.*\\n(?:[ ].*\\n)*`, 'm'), '');
}

/** Without a field of the groups in a list; the field after it begins the item where it did. */
function withoutInner(text: string, name: string): string {
  return text
    .replace(new RegExp(`^( *)- ${name}: .*\\n\\1  `, 'gm'), '$1- ')
    .replace(new RegExp(`^ +${name}: .*\\n`, 'gm'), '');
}

function idOf(path: string): string {
  return path.replace(/^.*\/|\.md$/g, '');
}

/** One scalar as text → its typed value. */
import { closest, severalIn } from '../suggest.ts';
import { readColor } from './color.ts';
import type { Field, Reference, RefKind } from './fields.ts';

type ScalarField = Exclude<Field, { type: 'list' | 'group' | 'map' }>;

/** The typed value of one scalar, or `undefined` when the text is not of the field's form. */
export function readScalar(field: ScalarField, raw: string): unknown {
  const value = raw.trim().normalize('NFC');
  switch (field.type) {
    case 'text':
      if (field.oneLine && value.includes('\n')) return undefined;
      return field.form === undefined || forms[field.form](value) ? value : undefined;
    case 'number':
      return /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(value) ? Number(value) : undefined;
    case 'flag':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'day':
      return isDay(value) ? value : undefined;
    case 'instant':
      return isInstant(value) ? value : undefined;
    case 'interval':
      return /^[1-9]\d{0,4}d$/.test(value) ? Number(value.slice(0, -1)) : undefined;
    case 'choice':
      return field.values.find((candidate) => String(candidate) === value);
    case 'person':
      return /^[^\s/@]+(\/[^\s/@]+)?$/.test(value) ? value : undefined;
    case 'listed':
      return value;
    case 'ref':
      return readReference(field.kinds, field.part, value);
  }
}

/** Whether a text can be an id: the last step of a path, of a URL too, and a word in a log. */
export function isId(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\\/:*?"<>|#%]/;
  return !/^\.{0,2}$/.test(text) && !odd.test(text);
}

const forms = {
  id: isId,
  web: (text: string) => /^https?:$/.test(addressOf(text)?.protocol ?? '') && !/[?#\s]/.test(text),
  color: (text: string) => readColor(text) !== undefined,
  picture: (text: string) =>
    /^(?!\.{0,2}\/|[a-z]+:)[^\\]+\.(svg|png|jpe?g|webp)$/i.test(text) && !/(^|\/)\.\.(\/|$)/.test(text),
  link: (text: string) => /^(https?|mailto):$/.test(addressOf(text)?.protocol ?? '') && !/\s/.test(text),
} as const;

function addressOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function readReference(kinds: readonly RefKind[], part: boolean, value: string): Reference | undefined {
  const prefix = kinds.find((kind) => value.startsWith(`${kind}:`));
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const kind = prefix ?? only;
  if (kind === undefined) return undefined;
  const target = prefix === undefined ? value : value.slice(prefix.length + 1).trim();
  if (!part) return target === '' ? undefined : { kind, id: target };
  const [id, name, ...rest] = target.split('#');
  return id && name && rest.length === 0 ? { kind, id, part: name } : undefined;
}

/** Whether the text is a day that the calendar has, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (year === 0 || month === 0 || month > 12 || day === 0) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the text is an instant with its offset, `YYYY-MM-DDThh:mm[:ss](Z|±hh:mm)`. */
export function isInstant(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  return match?.[1] !== undefined && isDay(match[1]);
}

/** A scalar as half-width text, without the quotation marks that a word processor puts around it. */
export function bareText(raw: string): string {
  const text = raw.normalize('NFKC').trim();
  return /^(["'\u2018-\u201f].*["'\u2018-\u201f]|「.*」|『.*』)$/s.test(text) ? text.slice(1, -1).trim() : text;
}

/** `true` or `false` for a switch as YAML 1.1 knows it, in any case. */
export function lenientFlag(raw: string): 'true' | 'false' | undefined {
  const text = raw.trim().toLowerCase();
  if (/^(true|yes|on)$/.test(text)) return 'true';
  return /^(false|no|off)$/.test(text) ? 'false' : undefined;
}

const dash = '[-\\u2010-\\u2015\\u2212\\u30fc]';
const dayForms = [
  new RegExp(`^(\\d{4})(?:[/.年]|${dash})(\\d{1,2})(?:[/.月]|${dash})(\\d{1,2})日?(?!\\d)`, 'u'),
  /^(\d{4})(\d{2})(\d{2})(?!\d)/,
  /^(?:令和|R)(元|\d{1,2})[年.](\d{1,2})[月.](\d{1,2})日?(?!\d)/i,
];

/** The day with which a text begins, whatever stands between its numbers, and the text behind it. */
export function leadingDay(text: string): { day: string; rest: string } | undefined {
  for (const form of dayForms) {
    const [all, year = '', month = '', date = ''] = form.exec(text) ?? [];
    if (all === undefined) continue;
    // Reiwa 1 was 2019.
    const common = year.length === 4 ? year : String(2018 + (year === '元' ? 1 : Number(year)));
    const day = `${common}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isDay(day) ? { day, rest: text.slice(all.length) } : undefined;
  }
  return undefined;
}

/** What was most likely meant by a scalar that does not have its field's form. */
export function nearestValue(field: ScalarField, raw: string): { suggestion?: string } {
  if (raw.length > 60 || field.type === 'text' || field.type === 'listed') return {};
  // An id may hold full-width letters; everything else is half-width.
  const text = field.type === 'ref' ? raw.trim() : bareText(raw);
  const near = readScalar(field, text) === undefined ? nearestText(field, text) : text;
  return near === undefined || near === raw ? {} : { suggestion: near };
}

/** `team / Family Given` without its blanks; those of a name in Japanese part nothing. A name alone says no team. */
function personIn(text: string): string {
  const plain = text.replace(/^@/, '').replace(/\s*\/\s*/g, '/');
  if (!plain.includes('/')) return plain;
  return plain.replace(/(?<=[^ -~])\s+(?=[^ -~])/g, '').replace(/\s+/g, '-');
}

/** The list that was most likely meant by a text that is no value of a list: each of its parts as it was meant. */
export function nearestValues(field: ScalarField, raw: string): string | undefined {
  if (raw.length > 200 || field.type === 'text' || field.type === 'listed') return undefined;
  const meant = (part: string) => (readScalar(field, part) === undefined ? nearestValue(field, part).suggestion : part);
  // A name of a person may have other marks in it.
  return severalIn(raw, meant, field.type === 'person' ? /[,，、､;；]/ : undefined);
}

function nearestText(field: ScalarField, text: string): string | undefined {
  const ifRead = (near: string) => (readScalar(field, near) === undefined ? undefined : near);
  switch (field.type) {
    case 'choice':
      return closest(text, field.values.map(String));
    case 'flag':
      return lenientFlag(text) ?? closest(text, ['true', 'false']);
    case 'day': {
      const { day, rest = '' } = leadingDay(text) ?? {};
      // A time, a day of the week or a full stop says no more.
      return /^(T.*|\s+\d{1,2}:\d{2}\b.*|\s*\([月火水木金土日](曜日?)?\)|[。.])?$/.test(rest) ? day : undefined;
    }
    case 'instant': {
      const { day, rest = '' } = leadingDay(text) ?? {};
      const time = rest.replace(/^[T\s]\s*/, '').replace(/\s+(?=[-+Z])/, '');
      return ifRead(`${day}T${time.replace(/^\d:/, '0$&')}`);
    }
    case 'interval':
      return ifRead(text.replace(/\s*(日間?|days?|d)?$/i, 'd'));
    case 'number':
      return ifRead(text.replace(/(?<=\d),(?=\d{3})/g, '').replace(/\s*[^\d.\s]+$/, ''));
    case 'person':
      return ifRead(personIn(text));
    case 'ref': {
      const at = text.indexOf(':');
      const kind = at < 0 ? undefined : closest(text.slice(0, at), field.kinds);
      return kind === undefined ? undefined : kind + text.slice(at);
    }
    default:
      return undefined;
  }
}

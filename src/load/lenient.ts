/** Values as other systems write them → the same as we write them. What is not surely meant stays as it is. */
import type { Config } from '../config.ts';
import { dayIn } from '../schema/day-in.ts';
import type { Field, ListName, Shape } from '../schema/fields.ts';
import { type FieldPath, type FieldReport, isMap, type RawMap, type RawValue } from '../schema/read-fields.ts';
import { isDay, lenientFlag } from '../schema/read-scalar.ts';
import { idNamed, type Lists } from './listed.ts';

/** What the readings depend on besides the value. */
type Site = Pick<Config, 'timeZone'> & Lists;

/**
 * Writes a value as its field wants it: days without their times, switches as `true` and `false`, people as
 * `team/handle`, ids for the labels that `kairanban.yaml` gives them, texts with commas as lists. Our own reader then
 * takes it, or reports what it was. `report` is told what of a person is not taken.
 */
export function lenientValue(field: Field, raw: RawValue, site: Site, report: FieldReport, path: FieldPath): RawValue {
  switch (field.type) {
    case 'day':
      return typeof raw === 'string' ? (lenientDay(raw, site.timeZone) ?? raw) : raw;
    case 'flag':
      return typeof raw === 'string' ? (lenientFlag(raw) ?? raw) : raw;
    case 'person':
      return isMap(raw) ? personOf(raw, site, report, path) : typeof raw === 'string' ? withTeamId(raw, site) : raw;
    case 'listed':
      return typeof raw === 'string' ? idOf(raw, field.lists, site) : raw;
    case 'list': {
      const items = typeof raw === 'string' && isDivided(field.of, path) ? partsOf(raw) : raw;
      if (!Array.isArray(items)) return lenientValue(field.of, items, site, report, path);
      return items.map((item, index) => lenientValue(field.of, item, site, report, [...path, index]));
    }
    case 'group': {
      if (!isMap(raw)) return raw;
      const parts = Object.entries(raw).map(([name, value]) => {
        const part = Object.hasOwn(field.shape, name) ? (field.shape as Shape)[name] : undefined;
        return [name, part ? lenientValue(part, value, site, report, [...path, name]) : value];
      });
      return Object.fromEntries(parts);
    }
    default:
      return raw;
  }
}

/**
 * The day of a text that begins with its year: `2024/5/1`, `2024-05-01 10:00`, `2024-05-01T20:00:00Z`, and as Google's
 * forms write it, `2024/05/01 8:00:00 午後 GMT+9`. With an offset it is the day in the time zone, without one the day as
 * written. `05/01/2024` could be two days and is none.
 */
export function lenientDay(raw: string, timeZone: string): string | undefined {
  const text = raw.normalize('NFKC').trim();
  const date = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)/.exec(text);
  if (!date || text.length > 60) return undefined;
  const [all, year, , month, date1, month2, date2] = date;
  const two = (part = '') => part.padStart(2, '0');
  const day = `${year}-${two(month ?? month2)}-${two(date1 ?? date2)}`;
  const rest = text.slice(all.length);
  if (!isDay(day) || rest === '') return isDay(day) ? day : undefined;
  const clock = /^[T\s]\s*([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d)?(?:[.,]\d+)?\s*(?:(AM|午前)|(PM|午後))?\s*(.*)$/i.exec(
    rest,
  );
  const zone = /^(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?)?$/i.exec(clock?.[6] ?? '?');
  if (!clock || !zone) return undefined;
  const [, hours = '', minute, second = ':00', morning, afternoon] = clock;
  const halved = morning !== undefined || afternoon !== undefined;
  if (halved && Number(hours) > 12) return undefined;
  const hour = halved ? (Number(hours) % 12) + (afternoon === undefined ? 0 : 12) : Number(hours);
  const [, named, sign, ahead = '', minutes = '00'] = zone;
  if (named === undefined && sign === undefined) return day;
  const offset = named === undefined ? `${sign}${two(ahead)}:${minutes}` : 'Z';
  const instant = Date.parse(`${day}T${two(String(hour))}:${minute}${second}${offset}`);
  const there = Number.isNaN(instant) ? '' : dayIn(instant, timeZone);
  return isDay(there) ? there : undefined;
}

/**
 * A number as people write amounts, with commas between thousands and a sign or unit that changes nothing of it:
 * `¥1,209,600`, `380名`. What would have to be converted (`120万円`, `3k`) is none.
 */
export function lenientNumber(raw: string): string | undefined {
  const text = raw.normalize('NFKC').trim();
  const found = /^(?:[¥\\]|JPY)?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:円|名|人|JPY)?$/i.exec(text);
  return found?.[1]?.replaceAll(',', '');
}

/** `{ name: Sato Taro, team: pmm }` → `pmm/Sato-Taro`. Without a team nobody can tell, and the text says what was there. */
function personOf(raw: RawMap, site: Site, report: FieldReport, path: FieldPath): RawValue {
  const { team, handle, name } = raw;
  const who = [handle, name].find((text) => typeof text === 'string' && text.trim() !== '');
  if (typeof team !== 'string' || team.trim() === '' || [handle, name].some((text) => typeof text === 'object')) {
    return Object.entries(raw)
      .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : '…'}`)
      .join(', ');
  }
  for (const key of Object.keys(raw)) {
    if (['team', 'handle', 'name'].includes(key)) continue;
    report({ rule: 'unknown-field', args: { field: key, known: ['team', 'handle', 'name'] } }, [...path, key], 'key');
  }
  const id = idOf(team, ['teams'], site);
  return typeof who === 'string' ? `${id}/${who.trim().replace(/\s+/g, '-')}` : id;
}

/** `PMM/sato` → `pmm/sato`, where `PMM` is what the team `pmm` is called. */
function withTeamId(text: string, site: Site): string {
  const [team = '', ...rest] = text.trim().split('/');
  return [idOf(team, ['teams'], site), ...rest].join('/');
}

/** The id that a text is the label of, or is in another case; the text where that is none or several. */
function idOf(written: string, lists: readonly ListName[], site: Site): string {
  return idNamed(written, site, lists) ?? written.trim();
}

/** Whether a comma divides the texts of a list: where each is a word or a name, never where it may be a sentence. */
function isDivided(item: Field, path: FieldPath): boolean {
  return path.at(-1) === 'tags' || item.type === 'person' || item.type === 'listed' || item.type === 'choice';
}

function partsOf(text: string): RawValue {
  const parts = text.split(/[,、，]/).map((part) => part.trim());
  return parts.length > 1 ? parts : text;
}

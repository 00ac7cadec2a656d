/** Instants → days. Instants are milliseconds since 1970 UTC. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes ahead of UTC, all year round. Asking `Intl` first costs a tenth of a whole run over a small folder. */
const fixed: { readonly [timeZone: string]: number } = { UTC: 0, 'Asia/Tokyo': 540 };

/** The day that an instant falls on in a time zone. */
export function dayIn(instant: number, timeZone: string): string {
  const ahead = Object.hasOwn(fixed, timeZone) ? fixed[timeZone] : undefined;
  if (ahead !== undefined) return new Date(instant + ahead * 60_000).toISOString().slice(0, 10);
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** How far a time zone is ahead of UTC on a day, as RFC 3339 wants it: `+09:00`, `Z`. */
export function offsetOn(day: string, timeZone: string): string {
  const format = offsets.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  offsets.set(timeZone, format);
  const name = format.formatToParts(Date.parse(`${day}T00:00:00Z`)).find(({ type }) => type === 'timeZoneName')?.value;
  return /[+-]\d\d:\d\d/.exec(name ?? '')?.[0] ?? 'Z';
}

/** Days. They are text, `2026-11-21`, and sort as text. */

/** A day some days later (earlier, for a negative number). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days `to` is after `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Monday and Sunday of an ISO 8601 week, `2026-W47`; `undefined` for a week that the year does not have. */
export function weekDays(week: string): { first: string; last: string } | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return undefined;
  const [year, number] = [match[1] as string, Number(match[2])];
  const fourth = `${year}-01-04`; // always in week 1
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  const first = addDays(fourth, (number - 1) * 7 - weekday);
  const thursday = addDays(first, 3);
  return number >= 1 && thursday.startsWith(year) ? { first, last: addDays(first, 6) } : undefined;
}

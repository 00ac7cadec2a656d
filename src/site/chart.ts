/**
 * Readings over time → where a chart draws them. All places are percentages of the drawing, so that one drawing fits a phone
 * and a desk, with letters of the same size on both.
 */

export interface Reading {
  readonly date: string;
  readonly value: number;
}

export interface ChartInput<M> {
  readonly readings: readonly Reading[];
  readonly target?: number | undefined;
  readonly baseline?: number | undefined;
  /** What is marked on the axis of time, in any order. */
  readonly marks: readonly { readonly date: string; readonly of: M }[];
}

interface Tick {
  readonly at: number;
  readonly label: string;
}

interface ChartMark<M> {
  readonly number: number;
  readonly date: string;
  readonly of: M;
}

export interface Chart<M> {
  readonly points: readonly { readonly x: number; readonly y: number; readonly reading: Reading }[];
  readonly yTicks: readonly Tick[];
  /** Days, `2026-11-01`, at which the axis of time has a tick. */
  readonly xTicks: readonly Tick[];
  readonly target?: number;
  readonly baseline?: number;
  /** What is marked within the time of the readings, numbered in the order of time. */
  readonly marks: readonly ChartMark<M>[];
  /** Marks too close to each other share a flag. */
  readonly flags: readonly { readonly x: number; readonly label: string }[];
  readonly top: number;
  readonly bottom: number;
}

/** The drawing's margins: labels of values to the left, flags above, days below. */
const area = { left: 11, right: 96, top: 14, bottom: 86 } as const;

/** Flags closer than this would cover each other on a phone. */
const flagWidth = 8;

/** Points beyond this cannot be told apart: each stretch of time keeps its last. */
const mostPoints = 150;

/** A chart of readings; nothing to draw without any. */
export function chartOf<M>({ readings, target, baseline, marks }: ChartInput<M>): Chart<M> | undefined {
  const sorted = thinned([...readings].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return undefined;
  const inTime = marks
    .filter(({ date }) => date >= first.date && date <= last.date)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((mark, at) => ({ ...mark, number: at + 1 }));
  const from = dayNumber(first.date);
  const span = dayNumber(last.date) - from;
  const x = (date: string) =>
    round(
      span === 0
        ? (area.left + area.right) / 2
        : area.left + ((dayNumber(date) - from) / span) * (area.right - area.left),
    );
  const values = [...sorted.map(({ value }) => value), target, baseline].filter((value) => value !== undefined);
  const { ticks, label } = niceTicks(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  const y = (value: number) => round(area.bottom - ((value - low) / (high - low)) * (area.bottom - area.top));
  return {
    points: sorted.map((reading) => ({ x: x(reading.date), y: y(reading.value), reading })),
    yTicks: ticks.map((value) => ({ at: y(value), label: label(value) })),
    xTicks: timeTicks(first.date, last.date).map((day) => ({ at: x(day), label: day })),
    ...(target !== undefined && { target: y(target) }),
    ...(baseline !== undefined && { baseline: y(baseline) }),
    marks: inTime,
    flags: flagsOf(inTime.map(({ date, number }) => ({ x: x(date), number }))),
    top: area.top,
    bottom: area.bottom,
  };
}

/** Room for a line of words on a phone: its width to either end of the drawing, and its height. */
const words = { width: 45, height: 8 } as const;

/** Where the name of the baseline stands so that no line of readings leads through it, if there is such a place. */
export function baselinePlace<M>({ points, baseline = 0 }: Chart<M>): {
  end: 'left' | 'right';
  side: 'above' | 'below';
} {
  const [first, last] = [points[0], points.at(-1)];
  const sides = first && first.y > baseline ? (['above', 'below'] as const) : (['below', 'above'] as const);
  const isFree = (end: 'left' | 'right', side: 'above' | 'below') => {
    const [from, to] = end === 'left' ? [0, words.width] : [100 - words.width, 100];
    const [high, low] = side === 'above' ? [baseline - words.height, baseline] : [baseline, baseline + words.height];
    // The last reading has its value written beside it.
    if (end === 'right' && last && Math.abs(last.y - baseline) < 2 * words.height) return false;
    return points.every((point, at) => {
      const next = points[at + 1] ?? point;
      if (next.x < from || point.x > to) return true;
      const yAt = (x: number) =>
        next.x === point.x ? point.y : point.y + ((next.y - point.y) * (x - point.x)) / (next.x - point.x);
      const [one, two] = [yAt(Math.max(from, point.x)), yAt(Math.min(to, next.x))];
      return Math.max(one, two) <= high || Math.min(one, two) >= low;
    });
  };
  const places = (['left', 'right'] as const).flatMap((end) => sides.map((side) => ({ end, side })));
  return places.find(({ end, side }) => isFree(end, side)) ?? { end: 'left', side: sides[0] };
}

function thinned(sorted: readonly Reading[]): readonly Reading[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (sorted.length <= mostPoints || !first || !last) return sorted;
  const from = dayNumber(first.date);
  const width = Math.max(1, dayNumber(last.date) - from) / (mostPoints - 1);
  const kept = new Map(sorted.map((reading) => [Math.floor((dayNumber(reading.date) - from) / width), reading]));
  return [...kept.values()];
}

function flagsOf(marks: readonly { readonly x: number; readonly number: number }[]) {
  const flags: { from: number; numbers: number[] }[] = [];
  for (const { x, number } of marks) {
    const before = flags.at(-1);
    if (before && x - before.from < flagWidth) before.numbers.push(number);
    else flags.push({ from: x, numbers: [number] });
  }
  return flags.map(({ from, numbers }) => ({
    x: from,
    label: numbers.length === 1 ? String(numbers[0]) : `${numbers[0]}–${numbers.at(-1)}`,
  }));
}

/** Round values around a range, three to six of them, and how they are written. */
export function niceTicks(low: number, high: number): { ticks: number[]; label: (value: number) => string } {
  // What cannot be told apart on paper is one value, which stands in the middle.
  const isFlat = !(high - low > 1e-9 && high - low > Math.abs(high) * 1e-9 && Number.isFinite(high - low));
  const range = isFlat ? Math.max(1, Math.abs(high)) : high - low;
  const power = 10 ** Math.floor(Math.log10(range / 4));
  const step = power * ([1, 2, 5, 10].find((one) => range / (one * power) <= 4.5) ?? 10);
  const first = Math.floor(low / step) - (isFlat ? 1 : 0);
  const last = Math.ceil(high / step) + (isFlat ? 1 : 0);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toFixed(decimals))),
    label: (value) => value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  };
}

/** Days between two for an axis: firsts of years or months, or for a short time single days; at most five. */
export function timeTicks(first: string, last: string): string[] {
  const days = dayNumber(last) - dayNumber(first);
  if (days <= 62) {
    const step = [1, 2, 7, 14, 21].find((one) => days / one <= 4) ?? 21;
    return Array.from({ length: Math.floor(days / step) + 1 }, (_, at) => dayOf(dayNumber(first) + at * step));
  }
  const next = monthNumber(first) + (first.endsWith('-01') ? 0 : 1);
  const step =
    [1, 2, 3, 6].find((one) => (monthNumber(last) - next) / one <= 4) ??
    12 * Math.ceil((monthNumber(last) - next) / 48);
  const from = step < 12 ? next : 12 * Math.ceil(next / 12);
  const months = monthNumber(last) - from;
  return Array.from({ length: Math.max(0, Math.floor(months / step) + 1) }, (_, at) => {
    const month = from + at * step;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}

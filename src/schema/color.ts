/** The accent colour of a portal: whether it can be read, and the shades that come of it. */

/** What the accent stands on, light and dark, as `src/site/styles/tokens.css` has it. */
const grounds = { light: ['#faf8f3', '#fffefb'], dark: ['#14171b', '#1b1f25'] } as const;

/** Contrast of words with their ground: WCAG 2.2, 1.4.3, level AA. */
const enough = 4.5;

type Rgb = readonly [number, number, number];

/** `#rgb` or `#rrggbb`, in any case, as `#rrggbb`; nothing for what is no colour. */
export function readColor(text: string): string | undefined {
  const [, digits] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return `#${full.toLowerCase()}`;
}

/** The shades of an accent, each with its wash, which words in the accent stand on. */
interface Shades {
  readonly light: string;
  readonly dark: string;
  readonly lightWash: string;
  readonly darkWash: string;
}

/** The shades of an accent that can be read on the light ground; on the dark one it is made lighter until it can be. */
export function shadesOf(accent: string): Shades {
  const dark = readable(accent, 'dark');
  return { light: accent, dark, lightWash: washOf(accent, 'light'), darkWash: washOf(dark, 'dark') };
}

/** The nearest colour, darker or lighter, whose words can be read on every ground of a scheme: often the colour itself. */
export function readable(color: string, scheme: keyof typeof grounds): string {
  const to: Rgb = scheme === 'light' ? [0, 0, 0] : [255, 255, 255];
  for (let part = 0; part < 100; part += 2) {
    const shade = hex(mix(rgb(color), to, part / 100));
    const all = [...grounds[scheme], washOf(shade, scheme)];
    if (all.every((ground) => contrast(shade, ground) >= enough)) return shade;
  }
  return hex(to);
}

/** The contrast of two colours, from 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function washOf(color: string, scheme: keyof typeof grounds): string {
  return hex(mix(rgb(grounds[scheme][1]), rgb(color), scheme === 'light' ? 0.08 : 0.13));
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgb(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mix(from: Rgb, to: Rgb, part: number): Rgb {
  return from.map((value, index) => Math.round(value + ((to[index] as number) - value) * part)) as unknown as Rgb;
}

function hex(color: Rgb): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

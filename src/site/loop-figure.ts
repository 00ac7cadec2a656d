/** The loop as a figure: its stages on a circle, clockwise from the top. Numbers only; the drawing is the component's. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The figure's size, and those of its circle and of a stage on it. */
export const figure = { size: 360, radius: 128, stage: 40 } as const;

/** The middles of so many stages. */
export function spotsOf(count: number): Spot[] {
  return Array.from({ length: count }, (_, index) => spotAt((index / count) * 2 * Math.PI, figure.radius));
}

/** The arcs from each stage to the next, clear of both, as SVG paths. */
export function arcsOf(count: number): string[] {
  const { radius, stage } = figure;
  const gap = 2 * Math.asin((stage + 9) / 2 / radius);
  return Array.from({ length: count }, (_, index) => {
    const from = spotAt((index / count) * 2 * Math.PI + gap, radius);
    const to = spotAt(((index + 1) / count) * 2 * Math.PI - gap, radius);
    return `M${from.x} ${from.y}A${radius} ${radius} 0 0 1 ${to.x} ${to.y}`;
  });
}

function spotAt(angle: number, radius: number): Spot {
  const middle = figure.size / 2;
  return { x: round(middle + radius * Math.sin(angle)), y: round(middle - radius * Math.cos(angle)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

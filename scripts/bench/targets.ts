/** What we want to hold, and whether it does. */
import type { Cost } from './measure.ts';
import { totalOf, type Weight } from './page-weight.ts';
import type { SubjectName } from './subjects.ts';

/** The figures of one content folder. */
export interface Measured {
  /** Markdown files, and their bytes. */
  readonly count: number;
  readonly bytes: number;
  readonly costs: { readonly [S in SubjectName]?: Cost };
  /** Of the built portal. */
  readonly weights?: { readonly home: Weight; readonly release: Weight };
}

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  /** `undefined`: not measured in this run. */
  readonly met: boolean | undefined;
}

/** User and system time together: what a machine has to do, however busy it is otherwise. */
export function cpu(cost: Cost): number {
  return cost.user + cost.system;
}

/** Every target with its figure. `example` is the `content/` folder of this repository. */
export function targetsOf(example: Measured, sizes: readonly Measured[]): Target[] {
  const at = (count: number) => sizes.find((size) => size.count === count)?.costs ?? {};
  const thousand = at(1000);
  const plain = add(thousand.astro, thousand.pagefind);
  const exampleCheck = example.costs.check;
  const largest = sizes.at(-1);
  return [
    limit('CPU of `check` on `content/`', exampleCheck && cpu(exampleCheck), 0.5, (value) => `${value.toFixed(2)} s`),
    ratio('`check` at 10,000 documents ÷ its floor', seconds(at(10_000).check), seconds(at(10_000).floor), 4),
    ratio('`check` at 1,000 ÷ markdownlint-cli2', seconds(thousand.check), seconds(thousand.lint), 1 / 8),
    ...sizes.map(({ count, costs }) =>
      ratio(`\`summary\` at ${number(count)} ÷ \`check\``, seconds(costs.summary), seconds(costs.check), 1.2),
    ),
    ratio('`build` at 1,000 ÷ (plain Astro + stock Pagefind)', seconds(thousand.build), plain, 0.75),
    ratio('`build` at 1,000 ÷ Starlight', seconds(thousand.build), seconds(thousand.starlight), 0.5),
    again(thousand),
    memory('Memory of `build` at 5,000, besides Pagefind', at(5000).build, 1000),
    weight('First page of `content/`, HTML + CSS + JavaScript', example),
    ...(largest ? [weight(`First page of ${number(largest.count)} documents`, largest)] : []),
  ];
}

/** A build after an edited text beside a first one. Both make the index anew, whose time is told and left out. */
function again({ build, edited, graph, index }: Measured['costs']): Target {
  const share = build && edited && graph && index && cpu(index) - cpu(graph);
  const without = (cost: Cost | undefined) => (cost && share !== undefined ? cpu(cost) - share : undefined);
  const told = share === undefined ? '' : `, ${share.toFixed(2)} s of each`;
  const what = `\`build\` at 1,000 after a text was edited ÷ \`build\`, both without the index${told}`;
  return ratio(what, without(edited), without(build), 1 / 4);
}

/** `most` in MB, of the process of the command itself. */
function memory(what: string, cost: Cost | undefined, most: number): Target {
  return limit(what, cost && cost.ownMemory / 1e6, most, (value) => `${number(Math.round(value))} MB`);
}

export function number(value: number): string {
  return value.toLocaleString('en');
}

function weight(what: string, { weights }: Measured): Target {
  return limit(what, weights && totalOf(weights.home) / 1000, 15, (value) => `${value.toFixed(1)} kB`);
}

function seconds(cost: Cost | undefined): number | undefined {
  return cost && cpu(cost);
}

function add(a: Cost | undefined, b: Cost | undefined): number | undefined {
  return a && b && cpu(a) + cpu(b);
}

function ratio(what: string, part: number | undefined, whole: number | undefined, most: number): Target {
  const value = part === undefined || whole === undefined ? undefined : part / whole;
  return limit(what, value, most, (share) => `${share.toFixed(share < 1 ? 3 : 2)} ×`);
}

function limit(what: string, value: number | undefined, most: number, format: (value: number) => string): Target {
  const found = value === undefined ? 'not measured' : format(value);
  return { what, wanted: `≤ ${format(most)}`, found, met: value === undefined ? undefined : value <= most };
}

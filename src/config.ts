/** `kairanban.yaml`: what it may hold, and what holds when it does not say. */
import { type RuleId, settableRules } from './problem.ts';
import {
  choice,
  formed,
  group,
  interval,
  line,
  list,
  listed,
  map,
  number,
  required,
  type Values,
  withDefault,
} from './schema/fields.ts';
import { type Kind, kindNames } from './schema/index.ts';
import { type Level, levels } from './schema/level.ts';

export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];

export const configFile = 'kairanban.yaml';

export const defaultTimeZone = 'Asia/Tokyo';

const channelTypes = ['slack', 'teams', 'google-chat', 'email', 'webhook'] as const;

const each = <const N extends string, F>(names: readonly N[], field: F) =>
  Object.fromEntries(names.map((name) => [name, field])) as { [K in N]: F };

export const configShape = {
  schemaVersion: withDefault(choice(1), 1),
  title: withDefault(line(), 'kairanban'),
  locale: withDefault(choice(...locales), 'ja'),
  timeZone: withDefault(line(), defaultTimeZone),
  portal: group({
    url: formed('web'),
    feedback: formed('link'),
    edit: formed('web'),
    logo: formed('picture'),
    accent: formed('color'),
    home: list(choice('new', 'todo', 'selling', 'loop', 'all')),
  }),
  products: map(line()),
  plans: map(line()),
  segments: map(line()),
  teams: map(line()),
  audiences: map(
    group({
      label: line(),
      level: choice(...levels),
      headings: list(line()),
      budget: group({ items: number(), characters: number() }),
    }),
  ),
  channels: list(
    group({
      name: required(line()),
      type: required(choice(...channelTypes)),
      audience: required(listed('audiences')),
      products: list(listed('products')),
    }),
  ),
  review: group(each(kindNames, interval())),
  rules: group(each(settableRules, choice('off', 'warning', 'error'))),
  import: group({ fields: map(line()), unknownFields: choice('error', 'warn', 'ignore'), ids: choice('name', 'path') }),
} as const;

type Written = Values<typeof configShape>;

interface Audience {
  readonly label?: string;
  readonly level: Level;
  readonly headings: readonly string[];
}

export interface Config extends Omit<Written, 'audiences' | 'review' | 'rules' | 'portal' | 'channels'> {
  readonly audiences: { readonly [id: string]: Audience };
  readonly channels: NonNullable<Written['channels']>;
  readonly portal: NonNullable<Written['portal']>;
  /** Days after which a reviewed page of a kind is stale. */
  readonly review: { readonly [K in Kind]?: number };
  readonly rules: { readonly [R in RuleId]?: 'off' | 'warning' | 'error' };
}

/** The audiences that exist without being written. */
const audiences: { readonly [id: string]: Audience } = {
  sales: { level: 'internal', headings: ['営業向け', 'For sales'] },
  cs: { level: 'internal', headings: ['CS向け', 'For CS'] },
  marketing: { level: 'internal', headings: ['マーケ向け', 'For marketing'] },
  product: { level: 'internal', headings: ['プロダクト向け', 'For product'] },
  executive: { level: 'internal', headings: ['経営向け', 'For executives'] },
  customer: { level: 'public', headings: ['お客様向け', 'For customers'] },
};

const review = { enablement: 90, case: 180, persona: 180, journey: 180 } as const;

/** Completes what `kairanban.yaml` said (as read by `configShape`) with the defaults. */
export function completeConfig(written: Partial<Written>): Config {
  const said = written.audiences ?? {};
  // Without a prototype, so that an audience may be called `constructor` and nobody finds one that is not there.
  const merged: Record<string, Audience> = Object.assign(Object.create(null), audiences);
  for (const [id, own] of Object.entries(said)) {
    const base = merged[id] ?? { level: 'internal' as const, headings: [] };
    const { label, level, headings } = own;
    merged[id] = { ...base, ...(label && { label }), ...(level && { level }), ...(headings && { headings }) };
  }
  return {
    schemaVersion: 1,
    title: 'kairanban',
    locale: 'ja',
    timeZone: defaultTimeZone,
    ...written,
    audiences: merged,
    channels: written.channels ?? [],
    portal: written.portal ?? {},
    review: { ...review, ...written.review },
    rules: written.rules ?? {},
  };
}

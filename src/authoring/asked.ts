/** Which fields a new page of each kind asks for: what must be there, and the handful that its writer knows by then. */
import type { CommonDocs, KindDoc } from '../i18n/docs.ts';
import type { Kind } from '../schema/index.ts';

type Path<K extends Kind> = (keyof CommonDocs | keyof KindDoc<K>['fields']) & string;

/** In the order in which one thinks of them. The others are in the reference. */
const asked: { readonly [K in Kind]: readonly Path<K>[] } = {
  release: ['title', 'date', 'products', 'tier', 'type', 'plans', 'audiences', 'prds', 'owner', 'visibility'],
  enablement: ['title', 'type', 'products', 'releases', 'owner', 'approvedBy', 'reviewed'],
  case: [
    'title',
    'account',
    'consent',
    'expires',
    'products',
    'releases',
    'results.measure',
    'results.before',
    'results.after',
    'results.unit',
    'owner',
  ],
  prd: ['title', 'products', 'status', 'decider', 'requests', 'goal', 'horizon', 'owner'],
  request: [
    'title',
    'products',
    'source',
    'raised',
    'wanted',
    'voices.account',
    'voices.date',
    'voices.by',
    'voices.quote',
    'owner',
  ],
  insight: ['title', 'type', 'date', 'n', 'accounts', 'informs', 'feedbackTo', 'owner'],
  goal: ['title', 'layer', 'unit', 'baseline', 'target', 'period', 'agreedBy.product', 'agreedBy.cs', 'owner'],
  persona: ['title', 'role', 'buyer', 'pains', 'wants', 'agreedBy.product', 'agreedBy.cs', 'reviewed', 'owner'],
  journey: [
    'title',
    'persona',
    'stages.id',
    'stages.title',
    'stages.goal',
    'stages.gaps.id',
    'stages.gaps.text',
    'agreedBy.product',
    'agreedBy.cs',
    'owner',
  ],
  account: ['title', 'status', 'segment', 'industry', 'plans', 'alias', 'owner'],
  term: ['title', 'aliases', 'avoid', 'owner'],
};

/** What a page starts with because leaving it out would say too much: a case without consent counts as `named`. */
export const presets: { readonly [K in Kind]?: { readonly [field: string]: string } } = {
  case: { consent: 'internal' },
};

/** The fields of a new page, by their paths (`voices.quote`). */
export function askedFields(kind: Kind): readonly string[] {
  return asked[kind];
}

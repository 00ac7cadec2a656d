/** An entry → the two or three things beside its title that one compares it by, in lists. */
import { type AnyEntry, daysBetween, type Entry, find, type Reference, requestStatus } from '#core';
import type { PageContext } from './context.ts';
import { timeLabel, valueLabel, valuesOf } from './dimensions.ts';
import { personName } from './facts.ts';
import { openGaps } from './journey-map.ts';

export interface Point {
  readonly label: string;
  readonly text: string;
  /** Whether somebody should mind. */
  readonly warn?: true;
}

/** What is compared among entries of a kind. */
export function pointsOf(context: PageContext, entry: AnyEntry): Point[] {
  const points = written(context, entry);
  return points.filter((point): point is Point => point.text !== undefined && point.text !== '');
}

type Draft = Omit<Point, 'text'> & { readonly text: string | undefined };

function written(context: PageContext, entry: AnyEntry): Draft[] {
  const { graph, words } = context;
  const { fields, boards } = words;
  const value = (name: string | undefined) => (name === undefined ? undefined : (words.words.values[name] ?? name));
  const person = (name: string | undefined) => (name === undefined ? undefined : personName(context, name));
  const named = (name: 'segment' | 'plan' | 'team' | 'horizon') =>
    valuesOf(graph, entry, name)
      .filter((one) => one !== '-')
      .map((one) => valueLabel(context, name, one))
      .join(words.boards.comma);
  const titles = (references: readonly Reference[] | undefined) => titlesOf(context, references ?? []);
  switch (entry.kind) {
    case 'request':
      return requestPoints(context, entry);
    case 'prd':
      return [
        { label: fields.horizon, text: named('horizon') },
        { label: fields.decider, text: person(entry.fields.decider) },
        { label: fields.goal, text: titles(entry.fields.goal && [entry.fields.goal]) },
        { label: fields.confidence, text: value(entry.fields.confidence) },
      ];
    case 'enablement':
      return [
        { label: fields.buyer, text: value(entry.fields.buyer) },
        { label: fields.approvedBy, text: person(entry.fields.approvedBy) },
      ];
    case 'case':
      return [
        { label: fields.industry, text: entry.fields.industry },
        ...(entry.fields.results ?? []).map(({ measure, before, after, unit }) => ({
          label: measure,
          text: [before, after].filter((one) => one !== undefined).join('\u00a0→ ') + (unit ? `\u00a0${unit}` : ''),
        })),
      ];
    case 'insight':
      return [
        { label: fields.informs, text: titles(entry.fields.informs) },
        { label: fields.feedbackTo, text: named('team') },
      ];
    case 'goal': {
      const latest = [...(entry.fields.readings ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
      const amount = (number: number | undefined) => number?.toLocaleString('en');
      const unit = entry.fields.unit === undefined ? '' : ` ${entry.fields.unit}`;
      return [
        { label: boards.latestReading, text: latest && amount(latest.value) + unit },
        {
          label: fields.target,
          text: entry.fields.target === undefined ? undefined : amount(entry.fields.target) + unit,
        },
        { label: fields.period, text: entry.fields.period && timeLabel(words, entry.fields.period) },
      ];
    }
    case 'persona':
      return [
        { label: fields.role, text: entry.fields.role },
        { label: fields.buyer, text: value(entry.fields.buyer) },
      ];
    case 'journey': {
      const { open, all } = openGaps(graph, entry);
      return [
        { label: fields.persona, text: titles(entry.fields.persona && [entry.fields.persona]) },
        { label: boards.gapsOpen, text: all === 0 ? undefined : boards.of(open, all) },
      ];
    }
    case 'account':
      return [
        { label: '', text: entry.fields.doNotReapproach && fields.doNotReapproach, warn: true },
        { label: fields.industry, text: entry.fields.industry },
        { label: fields.segment, text: named('segment') },
        { label: fields.plans, text: named('plan') },
      ];
    case 'term':
      return [
        { label: fields.aliases, text: entry.fields.aliases?.join(words.boards.comma) },
        { label: fields.formula, text: entry.fields.metric?.formula },
      ];
    default:
      return [];
  }
}

function requestPoints({ graph, words: { boards } }: PageContext, request: Entry<'request'>): Draft[] {
  const { raised, voices } = request.fields;
  const waits = requestStatus(graph, request) === 'new' && raised !== undefined && raised <= graph.today;
  const weight = weightOf(graph, request);
  return [
    { label: boards.ageLabel, text: waits ? boards.age(daysBetween(raised, graph.today)) : undefined, warn: true },
    { label: boards.voices, text: voices && String(voices.length) },
    { label: boards.weight, text: weight > 0 ? String(weight) : undefined },
  ];
}

/** The weight that CS gives a request now: of the voices of all accounts, or of those that `of` picks. */
export function weightOf(
  { today }: PageContext['graph'],
  request: Entry<'request'>,
  of: (account: Reference | undefined) => boolean = () => true,
): number {
  const inForce = (request.fields.voices ?? []).filter(
    ({ account, weight }) => weight && (weight.until === undefined || weight.until >= today) && of(account),
  );
  return inForce.reduce((sum, { weight }) => sum + (weight?.value ?? 0), 0);
}

/** Titles shown at most, so that a card stays a card. */
const named = 2;

function titlesOf({ graph, words }: PageContext, references: readonly Reference[]): string {
  const titles = references.flatMap(({ kind, id }) => find(graph, kind, id)?.fields.title ?? []);
  const rest = titles.length - named;
  return titles.slice(0, named).join(words.boards.comma) + (rest > 0 ? words.boards.more(rest) : '');
}

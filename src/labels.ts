/** Entries → the short words that stand beside their titles. */
import { newsDay, releaseStatus, requestStatus, staleness } from './graph/state.ts';
import { isSaidAt, levelOf } from './graph/visibility.ts';
import type { Messages } from './i18n/index.ts';
import type { AnyEntry } from './load/entry.ts';
import { withoutTags } from './load/tags.ts';
import type { Portal } from './portal.ts';

/** A portal and the words of its language. */
export type Worded = Pick<Portal, 'graph' | 'level'> & { readonly words: Messages };

export interface Badge {
  readonly text: string;
  /** `seal` stands out most, `quiet` least. */
  readonly tone: 'seal' | 'warn' | 'good' | 'quiet';
}

/** A free word in the reader's language where we have a name for it: `interview`, `next`. Others stay as they are. */
export function spokenWord({ words: { values } }: Messages, word: string): string {
  return Object.hasOwn(values, word) ? (values[word] as string) : word;
}

/** What a reader should know before reading: importance, state and, where asked, who else may see it. */
export function badgesOf({ graph, words, level }: Worded, entry: AnyEntry, withLevel: boolean): Badge[] {
  const { values, tiers } = words.words;
  const value = (name: string | undefined) => (name === undefined ? undefined : (values[name] ?? name));
  const badges: (Badge | undefined)[] = [];
  if (entry.kind === 'release') {
    const status = releaseStatus(entry, graph.today);
    if (entry.fields.tier === 1 && isSaidAt('release', 'tier', level))
      badges.push({ text: tiers[1] as string, tone: 'seal' });
    if (status !== 'released')
      badges.push({ text: value(status) as string, tone: status === 'withdrawn' ? 'warn' : 'good' });
    badges.push(badge(value(entry.fields.type), entry.fields.type === 'sunset' ? 'warn' : 'quiet'));
  } else if (entry.kind === 'request') {
    const status = requestStatus(graph, entry);
    badges.push(badge(value(status), status === 'shipped' ? 'good' : status === 'new' ? 'warn' : 'quiet'));
  } else if (entry.kind === 'prd' || entry.kind === 'account') badges.push(badge(value(entry.fields.status), 'quiet'));
  else if (entry.kind === 'enablement' || entry.kind === 'insight')
    badges.push(badge(value(entry.fields.type), 'quiet'));
  else if (entry.kind === 'goal')
    badges.push(entry.fields.northStar ? { text: words.fields.northStar, tone: 'seal' } : undefined);
  if (staleness(graph, entry)) badges.push({ text: words.portal.stale, tone: 'warn' });
  const own = levelOf(entry, graph.now);
  if (own === 'confidential' || (withLevel && own !== level)) {
    badges.push({ text: value(own) as string, tone: own === 'confidential' ? 'warn' : 'quiet' });
  }
  return badges.filter((one) => one !== undefined);
}

function badge(text: string | undefined, tone: Badge['tone']): Badge | undefined {
  return text === undefined ? undefined : { text, tone };
}

/** The day that an entry is of, for lists. */
export function dayOf({ graph }: Worded, entry: AnyEntry): string | undefined {
  if (entry.kind === 'release') return newsDay(entry, graph.config.timeZone);
  if (entry.kind === 'insight') return entry.fields.date;
  if (entry.kind === 'request') return entry.fields.raised;
  return entry.fields.reviewed ?? entry.fields.updated;
}

/** The products of an entry by name. */
export function productsOf({ graph }: Worded, entry: AnyEntry): string[] {
  return (entry.fields.products ?? []).map((id) => graph.config.products?.[id] ?? id);
}

/** One or two sentences: the summary, else the beginning of the text before any heading. */
export function leadOf(entry: AnyEntry): string {
  const { summary, title } = entry.fields;
  if (summary !== undefined && summary !== title) return summary;
  const first =
    withoutTags(entry.body)
      .trim()
      .split(/\n\s*\n/)
      .find((block) => !/^(#|```|\||>|[-*+] |---)/.test(block)) ?? '';
  const plain = first
    .slice(0, 1000)
    // Escaped marks are no marks: they hide in the private area until the others are gone.
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(0xe000 + mark.charCodeAt(0)))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\]\(\s*(<[^<>\n]*>|[^\s()]+)/g, '](')
    // An underscore within a word is part of a name: `Shift_JIS`.
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xe000))
    .replace(/&(lt|amp|#32);/g, (_, name: string) => (name === 'lt' ? '<' : name === 'amp' ? '&' : ' '))
    .replace(/\s+/g, ' ');
  return plain.length > 140 ? `${plain.slice(0, 139)}…` : plain;
}

/** Which documents there are, and which of them belong together. */
import { type Random, random } from './random.ts';
import { features, type Language, slots } from './words.ts';

/** The kinds by folder, each with its share of the documents and the fewest there are. */
const mix = {
  releases: { share: 0.36, least: 1 },
  requests: { share: 0.25, least: 1 },
  prds: { share: 0.13, least: 1 },
  enablement: { share: 0.1, least: 1 },
  terms: { share: 0.06, least: 1 },
  insights: { share: 0.04, least: 1 },
  cases: { share: 0.03, least: 1 },
  goals: { share: 0.015, least: 1 },
  personas: { share: 0.007, least: 1 },
  journeys: { share: 0.008, least: 1 },
} as const;

export type Folder = keyof typeof mix;

export interface PlannedPage {
  readonly folder: Folder;
  readonly id: string;
  /** Below the content folder. */
  readonly path: string;
  readonly title: string;
  /** Its place among its kind, oldest first, and its subject. */
  readonly index: number;
  readonly feature: (typeof features)[number];
  readonly language: Language;
  /** Of releases and insights: the day. */
  readonly day: string;
  /** Releases only: a fix is a few lines. */
  readonly fix: boolean;
}

export interface Plan {
  readonly pages: readonly PlannedPage[];
  /** The PRD that a release makes true, by the ids of both. */
  readonly shipped: ReadonlyMap<string, string>;
  readonly of: { readonly [F in Folder]: readonly PlannedPage[] };
  readonly accounts: readonly string[];
}

const firstDay = Date.UTC(2022, 0, 11);
const lastDay = Date.UTC(2026, 11, 10);

/** Plans `count` documents; ids and titles first, so that any document can link to any other. */
export function planOf(count: number): Plan {
  const folders = Object.keys(mix) as Folder[];
  const sizes = folders.map((folder) => Math.max(mix[folder].least, Math.round(count * mix[folder].share)));
  sizes[0] = (sizes[0] as number) + count - sizes.reduce((sum, size) => sum + size, 0);
  const chance = random(count);
  const of = Object.fromEntries(
    folders.map((folder, at) => [
      folder,
      Array.from({ length: sizes[at] as number }, (_, index) => pageOf(chance, folder, index, sizes[at] as number)),
    ]),
  ) as unknown as Plan['of'];
  const accounts = Array.from(
    { length: Math.min(200, 10 + Math.round(count / 50)) },
    (_, index) => `account-${index + 1}`,
  );
  const shipped = new Map(
    of.releases
      .filter(({ fix }) => !fix && chance.chance(0.6))
      .map((page) => [page.id, partner(of.prds, page, of.releases.length).id]),
  );
  return { pages: folders.flatMap((folder) => of[folder]), shipped, of, accounts };
}

function pageOf(chance: Random, folder: Folder, index: number, size: number): PlannedPage {
  const feature = chance.pick(features);
  const day = new Date(firstDay + ((lastDay - firstDay) * index) / size).toISOString().slice(0, 10);
  const language: Language = chance.chance(0.2) ? 'en' : 'ja';
  const number = String(index + 1).padStart(4, '0');
  const fix = folder === 'releases' && chance.chance(0.2);
  const japaneseId = folder === 'terms' && chance.chance(0.3);
  const name = `${japaneseId ? feature[0] : feature[2]}-${number}`;
  const id = folder === 'releases' || folder === 'insights' ? `${day.slice(0, 7)}-${name}` : name;
  const title = titleOf(chance, folder, language, feature, fix, index + 1);
  return { folder, id, path: `${folder}/${id}.md`, title, index, feature, language, day, fix };
}

function titleOf(
  chance: Random,
  folder: Folder,
  language: Language,
  [ja, en]: PlannedPage['feature'],
  fix: boolean,
  number: number,
): string {
  const words = slots[language];
  const one = (name: string) => chance.pick(words[name] as readonly string[]);
  if (language === 'en') {
    const name = `${en[0]?.toUpperCase()}${en.slice(1)}`;
    if (folder === 'releases')
      return fix ? `${name} ${one('fixed')} (${number})` : `${name} ${one('change')} in every ${one('place')}`;
    if (folder === 'requests') return `The ${en} in a ${one('place')} ${one('trouble')}`;
    if (folder === 'enablement') return `${name}: what to say to a ${one('who')} (${number})`;
    return folder === 'terms' ? `${name} (${number})` : `${name} for a ${one('place')}, ${one('thing')} first`;
  }
  if (folder === 'releases')
    return fix ? `${ja}の${one('thing')}が${one('fixed')}` : `${one('place')}の${ja}を${one('change')}`;
  if (folder === 'requests') return `${one('place')}の${ja}で、${one('thing')}を${one('who')}が${one('doing')}`;
  if (folder === 'enablement') return `${ja}の話を${one('who')}にする（${number}）`;
  if (folder === 'terms') return `${ja}の${one('thing')}（${number}）`;
  return `${ja}：${one('place')}の${one('thing')}から始める`;
}

/** The page of another kind that stands where `index` of `size` does, so that chains stay short at any size. */
export function partner(pages: readonly PlannedPage[], { index }: PlannedPage, size: number, shift = 0): PlannedPage {
  const at = Math.floor((index * pages.length) / size) + shift;
  return pages[Math.max(0, Math.min(pages.length - 1, at))] as PlannedPage;
}

/** The accounts as CSV. */
export function accountsText({ accounts }: Plan): string {
  const chance = random(accounts.length);
  const { first = [], second = [] } = slots.ja;
  // Numbered, so that nobody whom a text names is one of them.
  const rows = accounts.map((id, index) => {
    const industry = chance.pick(second);
    const status = chance.pick(['customer', 'customer', 'customer', 'prospect', 'lost']);
    const size = chance.int(20, 1900);
    const segment = size < 100 ? 'smb' : size < 500 ? 'mid' : 'enterprise';
    return `${id},${chance.pick(first)}第${index + 1}${industry}株式会社,${status},${segment},${industry},pro,payroll;attendance,cs/sonobe,${size},${industry}の会社（約${size}名）`;
  });
  return `id,title,status,segment,industry,plans,products,owner,size,alias\n${rows.join('\n')}\n`;
}

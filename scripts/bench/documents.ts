/** One planned document → the text of its file. */
import { type Draft, type Parts, quoted } from './draft.ts';
import { enablementOf, prdOf, releaseOf, requestOf } from './loop-kinds.ts';
import { caseOf, goalOf, insightOf, journeyOf, personaOf, termOf } from './other-kinds.ts';
import { type Folder, type Plan, type PlannedPage, partner } from './plan.ts';
import { writer } from './prose.ts';
import type { Random } from './random.ts';
import { people } from './words.ts';

const kinds: { readonly [F in Folder]: (draft: Draft) => Parts } = {
  releases: releaseOf,
  requests: requestOf,
  prds: prdOf,
  enablement: enablementOf,
  terms: termOf,
  insights: insightOf,
  cases: caseOf,
  goals: goalOf,
  personas: personaOf,
  journeys: journeyOf,
};

/** The whole file. */
export function documentOf(page: PlannedPage, plan: Plan, random: Random): string {
  const { folder, language, feature } = page;
  const write = writer(random, language, feature[language === 'ja' ? 0 : 1]);
  const to = (other: Folder, shift = 0) => partner(plan.of[other], page, plan.of[folder].length, shift);
  const link = (other: Folder, shift = 0) => {
    const target = to(other, shift);
    return `[${target.title}](../${encodeURI(target.path)})`;
  };
  const { fields, body } = kinds[folder]({ ...write, page, plan, to, link });
  const common = [
    `title: ${quoted(page.title)}`,
    !page.fix && random.chance(0.85) && `summary: ${quoted(write.say(folder === 'terms' ? 'means' : 'fact'))}`,
    `owner: ${random.chance(0.3) ? `[${random.some(people, 2).join(', ')}]` : random.pick(people)}`,
    `products: [${random.some(['payroll', 'attendance', 'yearend'], random.int(1, 2)).join(', ')}]`,
    random.chance(0.6) && `tags: [${[feature[0], write.fill('{item}'), write.fill('{place}')].join(', ')}]`,
  ];
  const front = [...common, ...fields].filter(Boolean).join('\n');
  return `---\n${front}\n---\n\n${body.filter(Boolean).join('\n\n')}\n`;
}

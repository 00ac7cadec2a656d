/** The kinds that lead from a wish to what is sold: most of the documents. */
import { type Draft, heading, type Parts, quoted, unique } from './draft.ts';
import { people } from './words.ts';

/** A release for every audience, or a fix of a few lines. */
export function releaseOf(draft: Draft): Parts {
  if (draft.page.fix) return fixOf(draft);
  const { page, random, language, to, paragraph, bullets, say, table, code, link, plan } = draft;
  const head = (depth: number, ja: string, en: string) => heading(depth, language, ja, en);
  const isPublic = random.chance(0.45);
  const forExecutives = random.chance(0.4);
  const prd = plan.shipped.get(page.id);
  const pair = () => `${say('object')}\n${say('answer')}`;
  const older = page.index > 5 && random.chance(0.1) && plan.of.releases[page.index - 5];
  return {
    fields: [
      isPublic && 'visibility: public',
      `date: ${page.day}`,
      `version: "${random.int(2, 9)}.${random.int(0, 20)}.${random.int(0, 9)}"`,
      `type: ${random.pick(['feature', 'feature', 'improvement', 'change', 'sunset'])}`,
      `tier: ${random.pick([1, 2, 2, 3])}`,
      `plans: [${random.some(['standard', 'pro', 'enterprise'], random.int(1, 3)).join(', ')}]`,
      `segments: [${random.some(['smb', 'mid', 'enterprise'], random.int(1, 2)).join(', ')}]`,
      `audiences: [${['sales', 'cs', forExecutives && 'executive', isPublic && 'customer'].filter(Boolean).join(', ')}]`,
      prd !== undefined ? `prds: [${prd}]` : random.chance(0.4) && `requests: [${to('requests').id}]`,
      `levers: [${random.some(['acquisition', 'retention', 'expansion', 'activation'], 2).join(', ')}]`,
      random.chance(0.2) && `closes: ["${to('journeys').id}#close-gap"]`,
      random.chance(0.5) &&
        `actions:\n  - { who: sales, what: ${quoted(say('todo'))}, by: ${page.day} }\n  - { who: cs, what: ${quoted(say('todo'))} }`,
      random.chance(0.3) &&
        `expects:\n  - { goal: ${to('goals').id}, baseline: ${random.int(20, 40)}, target: ${random.int(41, 70)} }`,
      older ? `supersedes: [${older.id}]` : false,
      random.chance(0.02) && `formerly: [${page.id}-old]`,
    ],
    body: [
      head(2, '概要', 'Summary'),
      paragraph(7, 'fact', 'reason'),
      random.chance(0.35) && table(),
      random.chance(0.08) && code(),
      paragraph(6, 'fact', 'number'),
      head(2, '営業向け', 'For sales'),
      head(3, 'トークトラック', 'Talk track'),
      paragraph(6, 'open', 'reason'),
      random.chance(0.4) && `→ ${link('enablement')}`,
      head(3, 'ヒアリング', 'Discovery'),
      bullets(4, 'ask'),
      random.chance(0.7) && head(3, '切り返し', 'Objections'),
      pair(),
      random.chance(0.5) && pair(),
      head(2, 'CS向け', 'For CS'),
      paragraph(7, 'care', 'fact'),
      bullets(4, 'care'),
      ...(forExecutives ? [head(2, '経営向け', 'For executives'), paragraph(4, 'number')] : []),
      ...(isPublic ? [head(2, 'お客様向け', 'For customers'), paragraph(6, 'outside')] : []),
      head(2, '約束しないこと', 'Do not promise'),
      bullets(4, 'never'),
    ],
  };
}

function fixOf({ page, random, paragraph, say }: Draft): Parts {
  return {
    fields: [
      'visibility: public',
      `date: ${page.day}`,
      `version: "${random.int(2, 9)}.${random.int(0, 20)}.${random.int(1, 9)}"`,
      'type: fix',
      'tier: 3',
    ],
    body: [paragraph(4, 'fact', 'outside'), say('outside')],
  };
}

/** A problem and who has it. */
export function requestOf({ random, plan, to, say, paragraph, bullets, link, fill, language }: Draft): Parts {
  const month = random.int(1, 11);
  const voices = Array.from({ length: random.int(1, 3) }, () => {
    const weight = `    weight:\n      value: ${random.int(1, 3)}\n      pickedBy: cs/sonobe\n      reason: ${quoted(say('reason'))}\n      until: 2027-03-31`;
    const voice = `  - account: ${random.pick(plan.accounts)}\n    date: 2026-${String(month).padStart(2, '0')}-${random.int(10, 28)}\n    by: ${random.pick(people)}\n    quote: ${quoted(say('heard'))}`;
    return random.chance(0.4) ? `${voice}\n${weight}` : voice;
  });
  const status = random.pick(['new', 'triaged', 'planned', 'declined']);
  return {
    fields: [
      `source: ${random.pick(['sales', 'cs', 'support', 'community', 'survey', 'lost-deal'])}`,
      `status: ${status}`,
      status === 'declined' && `reason: ${quoted(say('reason'))}\nreply: ${quoted(say('answer'))}`,
      `raised: 2026-${String(month).padStart(2, '0')}-${random.int(10, 28)}`,
      random.chance(0.5) && 'triagedBy: product/mikuriya',
      `wanted: ${quoted(say('todo'))}`,
      random.chance(0.4) && `stage: ${to('journeys').id}#close`,
      `voices:\n${voices.join('\n')}`,
      random.chance(0.1) &&
        `lostDeals:\n  - { account: ${random.pick(plan.accounts)}, date: 2026-03-1${random.int(0, 9)}, size: ${fill('{100-900}000')} }`,
    ],
    body: [
      paragraph(6, 'fact', 'reason'),
      paragraph(6, 'reason', 'number'),
      random.chance(0.5) && bullets(4, 'heard'),
      random.chance(0.5) && paragraph(5, 'reason', 'fact'),
      random.chance(0.3) && heading(2, language, '確かめたこと', 'What we checked'),
      paragraph(5, 'fact', 'number'),
      random.chance(0.5) && link('prds'),
    ],
  };
}

/** What is to be built, and why so. */
export function prdOf(draft: Draft): Parts {
  const { random, to, paragraph, bullets, say, link, table, code, language, page, plan } = draft;
  const head = (ja: string, en: string) => heading(2, language, ja, en);
  const isShipped = [...plan.shipped.values()].includes(page.id);
  return {
    fields: [
      `status: ${isShipped ? 'shipped' : random.pick(['discovery', 'validated', 'delivery', 'cancelled'])}`,
      'decider: product/mikuriya',
      'team: product',
      `requests: [${unique(to('requests'), to('requests', 1))}]`,
      `evidence:\n  - { kind: interview, n: ${random.int(4, 30)}, note: ${quoted(say('number'))} }\n  - { kind: usage, n: ${random.int(40, 3000)}, note: ${quoted(say('number'))} }`,
      `goal: ${to('goals').id}`,
      `horizon: ${random.pick(['now', 'next', 'later', '2026Q4', '2027Q1'])}`,
      `personas: [${to('personas').id}]`,
      `journey: ${to('journeys').id}`,
      `confidence: ${random.pick(['low', 'medium', 'high'])}`,
      `updated: ${page.day < '2026-11-21' ? page.day : '2026-11-20'}`,
    ],
    body: [
      head('課題', 'Problem'),
      paragraph(6, 'fact', 'reason'),
      link('insights'),
      head('なぜこの形にしたか', 'Why this shape'),
      paragraph(6, 'reason'),
      paragraph(6, 'reason', 'number'),
      head('やること', 'In scope'),
      bullets(6, 'todo'),
      random.chance(0.3) && table(),
      random.chance(0.08) && code(),
      head('やらないこと', 'Out of scope'),
      bullets(4, 'never'),
      head('決めていないこと', 'Open questions'),
      paragraph(4, 'fact', 'number'),
      `→ ${link('requests')}`,
    ],
  };
}

/** How to sell a release. */
export function enablementOf({ random, to, paragraph, bullets, say, link, language }: Draft): Parts {
  const head = (ja: string, en: string) => heading(2, language, ja, en);
  const stale = random.chance(0.1);
  return {
    fields: [
      `type: ${random.pick(['talk-track', 'battlecard', 'faq', 'playbook', 'qualification'])}`,
      `releases: [${unique(to('releases'), to('releases', 1))}]`,
      `personas: [${to('personas').id}]`,
      `buyer: ${random.pick(['executive', 'it', 'end-user'])}`,
      'motion: sales-led',
      'approvedBy: sales/kuwabara',
      `reviewed: 2026-${stale ? '06' : '11'}-${random.int(10, 20)}`,
    ],
    body: [
      head('最初の30秒', 'The first thirty seconds'),
      `「${say('heard')}」`,
      paragraph(6, 'open', 'reason'),
      head('会えたら', 'In the meeting'),
      bullets(6, 'ask').replaceAll(/^- /gm, '1. '),
      paragraph(5, 'open', 'fact'),
      head('言われること', 'What they will say'),
      ...Array.from({ length: random.int(3, 5) }, () => `${say('object')}\n${say('answer')}`),
      head('やらないでほしいこと', 'What not to do'),
      paragraph(6, 'care', 'reason'),
      bullets(3, 'never'),
      link('releases'),
    ],
  };
}

/** The kinds of which there are few. */
import { type Draft, heading, type Parts, quoted, unique } from './draft.ts';

/** By whom pages that product and customer success share were agreed. */
const agreed = 'agreedBy:\n  product: product/tachibana\n  cs: cs/ugajin';

/** A word of the glossary. */
export function termOf({ random, fill, paragraph, link }: Draft): Parts {
  return {
    fields: [
      random.chance(0.7) && 'visibility: public',
      `aliases: [${quoted(fill('{thing}の{item}'.replace('の', ' ')))}, ${quoted(fill('{item} {place}'))}]`,
      random.chance(0.2) && `metric: { formula: ${quoted(fill('{thing} ÷ {place}'))}, unit: "%" }`,
    ],
    body: [paragraph(5, 'means'), random.chance(0.6) && paragraph(4, 'fact', 'reason'), `→ ${link('releases')}`],
  };
}

/** What was heard. */
export function insightOf({ page, random, plan, paragraph, bullets, say, link, to, language }: Draft): Parts {
  return {
    fields: [
      `type: ${random.pick(['roundtable', 'interview', 'support', 'survey', 'usage'])}`,
      `date: ${page.day}`,
      `n: ${random.int(3, 40)}`,
      `accounts: [${random.some(plan.accounts, 3).join(', ')}]`,
      `informs: ["prd:${to('prds').id}", "request:${to('requests').id}", "request:${to('requests', 1).id}"]`,
      'feedbackTo: [product, sales]',
    ],
    body: [
      paragraph(7, 'reason', 'number'),
      heading(2, language, '話してもらったこと', 'What they said'),
      ...Array.from({ length: random.int(3, 6) }, () => `> ${say('heard')}`),
      paragraph(9, 'fact', 'reason'),
      heading(2, language, '持ち帰り', 'To take home'),
      bullets(5, 'todo'),
      link('prds'),
    ],
  };
}

/** What a customer got out of it. */
export function caseOf({ random, plan, paragraph, fill, to, link }: Draft): Parts {
  return {
    fields: [
      'visibility: public',
      `account: ${random.pick(plan.accounts)}`,
      'consent: anonymous',
      `releases: [${unique(to('releases'), to('releases', 1))}]`,
      `results:\n  - { measure: ${quoted(fill('{thing}'))}, before: ${random.int(40, 90)}, after: ${random.int(3, 30)}, unit: 件 }`,
      'reference: false',
      `reviewed: 2026-${random.pick(['07', '08', '09', '10'])}-${random.int(10, 28)}`,
    ],
    body: [
      ...Array.from({ length: random.int(3, 6) }, () => paragraph(6, 'fact', 'reason', 'number')),
      link('releases'),
    ],
  };
}

/** A measure and its readings. */
export function goalOf({ page, plan, random, paragraph, bullets, language }: Draft): Parts {
  return {
    fields: [
      `layer: ${random.pick(['business', 'adoption', 'outcome'])}`,
      'unit: "%"',
      `baseline: ${random.int(10, 40)}`,
      `target: ${random.int(45, 90)}`,
      `period: 20${random.int(23, 26)}Q${random.int(1, 4)}`,
      agreed,
      page.index > 0 && page.index % 3 === 0 && `parent: ${plan.of.goals[page.index - 1]?.id}`,
      `readings:\n${[7, 8, 9].map((month) => `  - { date: 2026-0${month}-30, value: ${random.int(20, 60)} }`).join('\n')}`,
    ],
    body: [
      paragraph(6, 'number', 'reason'),
      heading(2, language, '測り方', 'How it is measured'),
      paragraph(5, 'means', 'fact'),
      bullets(4, 'todo'),
    ],
  };
}

/** Someone who uses the product. */
export function personaOf({ random, fill, say, paragraph }: Draft): Parts {
  return {
    fields: [
      `role: ${quoted(fill('{who}'))}`,
      `buyer: ${random.pick(['executive', 'it', 'end-user'])}`,
      `pains:\n  - ${quoted(say('heard'))}\n  - ${quoted(say('heard'))}`,
      `wants:\n  - ${quoted(say('todo'))}`,
      agreed,
      'reviewed: 2026-09-14',
    ],
    body: Array.from({ length: 6 }, () => paragraph(6, 'reason', 'fact', 'number')),
  };
}

/** What a persona goes through, with its gaps. */
export function journeyOf({ to, fill, say, paragraph }: Draft): Parts {
  return {
    fields: [
      `persona: ${to('personas').id}`,
      `stages:\n${['collect', 'close', 'pay']
        .map(
          (id) =>
            `  - id: ${id}\n    title: ${quoted(fill('{item}'))}\n    goal: ${quoted(say('means'))}\n    gaps:\n      - { id: ${id}-gap, text: ${quoted(say('heard'))} }`,
        )
        .join('\n')}`,
      agreed,
      'reviewed: 2026-10-28',
    ],
    body: Array.from({ length: 4 }, () => paragraph(6, 'reason', 'fact')),
  };
}

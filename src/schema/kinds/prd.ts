import { atMost, choice, group, line, list, listed, number, person, ref, text } from '../fields.ts';
import { kind } from '../kind.ts';
import { levers } from '../levers.ts';

/** What is to be built, for which problem, and how success will be told. */
export const prd = kind({
  folder: 'prds',
  fields: {
    status: choice('discovery', 'validated', 'delivery', 'shipped', 'cancelled'),
    decider: atMost('internal', person()),
    team: listed('teams'),
    requests: list(ref('request')),
    evidence: list(group({ kind: line(), n: number(), note: text(), link: line() })),
    goal: ref('goal'),
    /** Only where no goal covers it. */
    success: group({ measure: line(), baseline: number(), target: number(), unit: line() }),
    /** `2026Q4`, or now · next · later. */
    horizon: line(),
    personas: list(ref('persona')),
    journey: ref('journey'),
    levers: atMost('internal', list(choice(...levers))),
    confidence: choice('low', 'medium', 'high'),
  },
});

import { atMost, choice, day, flag, group, line, number, person, ref, required, table, text } from '../fields.ts';
import { kind } from '../kind.ts';

/** A measure that product and customer success share. */
export const goal = kind({
  folder: 'goals',
  fields: {
    layer: choice('business', 'adoption', 'outcome', 'experience'),
    northStar: flag(),
    unit: line(),
    baseline: number(),
    target: number(),
    period: line(),
    agreedBy: atMost('internal', group({ product: person(), cs: person() })),
    /** The company goal of which this is a department's reading. */
    parent: ref('goal'),
    translation: text(),
    cadence: choice('weekly', 'monthly', 'quarterly'),
    readings: table({ date: required(day()), value: required(number()) }),
  },
});

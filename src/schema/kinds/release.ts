import {
  atMost,
  choice,
  day,
  group,
  instant,
  line,
  list,
  listed,
  number,
  partOf,
  ref,
  required,
  saidAtMost,
  text,
  withDefault,
} from '../fields.ts';
import { kind } from '../kind.ts';
import { levers } from '../levers.ts';

/** Something that changed for customers, and what each audience needs to know of it. */
export const release = kind({
  folder: 'releases',
  fields: {
    date: required(day()),
    version: line(),
    /** Without it: released when `date` is not after today, else planned. */
    status: choice('planned', 'beta', 'released', 'withdrawn'),
    type: choice('feature', 'improvement', 'fix', 'change', 'sunset'),
    /** 1 everyone must act · 2 good to know · 3 digest only. */
    tier: saidAtMost('internal', withDefault(choice(1, 2, 3), 2)),
    plans: list(listed('plans')),
    segments: list(listed('segments')),
    audiences: saidAtMost('internal', list(listed('audiences'))),
    prds: list(ref('prd')),
    requests: list(ref('request')),
    levers: atMost('internal', list(choice(...levers))),
    /** Journey gaps that it closes, `journey-id#gap-id`. */
    closes: list(partOf('journey')),
    /** Embargo: confidential until this instant. */
    announceAt: instant(),
    actions: atMost(
      'internal',
      list(group({ who: required(listed('teams', 'audiences')), what: required(text()), by: day() })),
    ),
    expects: atMost('internal', list(group({ goal: required(ref('goal')), baseline: number(), target: number() }))),
    supersedes: list(ref('release')),
  },
});

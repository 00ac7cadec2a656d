import type { KindDoc } from '../../docs.ts';

export const release: KindDoc<'release'> = {
  about:
    'One thing that changed for customers, with what sales, customer success and customers each need to know of it. Written by the product manager for a feature, an improvement, a fix, a price change or a sunset; product marketing finishes the section for sales. Once it is merged and its day has come, sales is told.',
  fields: {
    date: [
      'The day from which customers can use it, written by the product manager. With a day to come it is planned, and the first push after that day tells it.',
      '2026-11-10',
    ],
    version: ['The version of the product, shown as you write it. Leave it out if you have no numbers.', '5.12.0'],
    status: [
      'How far it is. Without it, the date decides: released up to today, planned after. Written for a beta, and when something is withdrawn.',
      'beta',
    ],
    type: ['What happened. Without it, no type is shown.', 'feature'],
    tier: [
      'How much it matters to sales: 1 everyone must act, 2 good to know, 3 one line in the digest. Product marketing decides; too many 1s and nobody reads them.',
      '1',
    ],
    plans: [
      'The plans that include it, by their ids under `plans` in `kairanban.yaml`. Without it, it is not limited to any.',
      '[standard, pro]',
    ],
    segments: [
      'The sizes of customers that it matters to, by their ids under `segments` in `kairanban.yaml`. Without it, all of them.',
      '[mid, enterprise]',
    ],
    audiences: [
      'Who is told. Without it, every audience; write it to spare those whom it does not concern.',
      '[sales, cs]',
    ],
    prds: ['The ids of the PRDs behind it. They tie the release to the requests that it answers.', '[shift-import]'],
    requests: [
      'The ids of requests that it answers without a PRD; they then count as shipped. Where there is a PRD, `prds` is enough.',
      '[shift-reentry]',
    ],
    levers: [
      'The kinds of growth that it serves, chosen by product and product marketing. Without it, none is shown.',
      '[acquisition, activation]',
    ],
    closes: [
      'The gaps of a journey that it closes, as `journey-id#gap-id`. Without it, it closes none.',
      '[monthly-close#retype]',
    ],
    announceAt: [
      'The embargo, with its offset from UTC. Until that moment the release is confidential and nobody is told; the first push after it tells it. Without it, `date` is the day of the news.',
      '2026-12-01T10:00+09:00',
    ],
    actions: [
      'Who in the company does what because of it, written by product marketing. Without it, there is nothing to do.',
    ],
    'actions.who': ['The team that acts: an id of `teams` or `audiences` in `kairanban.yaml`.', 'sales'],
    'actions.what': [
      'What to do, in one sentence that a reader can act on.',
      'Call the companies that we lost over shift entry, with the talk track',
    ],
    'actions.by': ['Until when. Without it, there is no deadline.', '2026-12-04'],
    expects: [
      'Which goal it is expected to move, and how far. Written by the product manager, and later compared with what came.',
    ],
    'expects.goal': ['The id of the goal.', 'shift-publish-rate'],
    'expects.baseline': ['The number before the release, without its unit.', '31.5'],
    'expects.target': ['The number to reach, without its unit.', '42'],
    supersedes: [
      'The ids of earlier releases that it replaces. Without it, it replaces none.',
      '[2026-11-payroll-auto-lock]',
    ],
  },
  example: {
    path: 'releases/2026-11-shift-csv-import.md',
    text: `---
title: Shifts can be imported from CSV
owner: [product/mikuriya, pmm/okudaira]
products: [attendance]
visibility: public
date: 2026-11-10
version: 5.12.0
type: feature
tier: 1
plans: [standard, pro]
audiences: [sales, cs, customer]
prds: [shift-import]
closes: [monthly-close#retype]
actions:
  - who: sales
    what: Call the companies that we lost over shift entry, with the talk track
    by: 2026-12-04
expects:
  - { goal: shift-publish-rate, baseline: 31.5, target: 42 }
---

## Summary

Shift tables made by the shops no longer have to be typed in again.

## For sales

### Talk track

"Who types in your shift tables today, and how long does it take?"

### Objections

"Can it read our Excel file as it is?" No, it cannot. We hand over a template instead.

## For CS

Let customers try it with a month that is over.

## For customers

Shift tables can now be imported at once: Shifts > Import.

## Do not promise

- Reading Excel files directly
`,
  },
};

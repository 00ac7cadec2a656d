import type { KindDoc } from '../../docs.ts';

export const prd: KindDoc<'prd'> = {
  about:
    'What is to be built, for which problem, and how success will be told. The product manager writes it when the thought of building comes up, and keeps it with the reason when it is cancelled. The roadmap is made of these pages.',
  fields: {
    status: ['How far it is; the product manager changes it along the way. Without it, no stage is shown.', 'delivery'],
    decider: ['The one person who decides in the end, not those who are asked.', 'product/mikuriya'],
    team: ['The team that builds it: an id of `teams` in `kairanban.yaml`.', 'product'],
    requests: [
      'The ids of the requests that it answers. Whoever brought them can follow what becomes of them.',
      '[shift-reentry]',
    ],
    evidence: ['Besides requests, why we believe that the problem is real.'],
    'evidence.kind': ['How it was found: an interview, usage logs, a survey, in your own words.', 'interview'],
    'evidence.n': ['From how many people or cases, as a number.', '8'],
    'evidence.note': ['What was learnt.', 'Seven of eight want the retyping to end, not shifts made for them'],
    'evidence.link': ['Where the material is.', 'https://docs.example.com/interviews/2026-09'],
    goal: ['The id of the goal that it moves, one that the departments agreed on.', 'shift-publish-rate'],
    success: ['How success will be told, only where no goal covers it. Where one does, write `goal`.'],
    'success.measure': ['What is measured.', 'Time spent on entering shifts'],
    'success.baseline': ['The number now, without its unit.', '3'],
    'success.target': ['The number to reach, without its unit.', '0.5'],
    'success.unit': ['The unit of both numbers.', 'days'],
    horizon: ['When: a quarter such as `2026Q4`, or `now`, `next`, `later`. Without it, the time is open.', '2026Q4'],
    personas: ['Whose problem it is, by the ids of personas.', '[hitori-roumu]'],
    journey: ['The id of the journey in which the problem comes up.', 'monthly-close'],
    levers: [
      'The kinds of growth that it serves, chosen by product and product marketing.',
      '[acquisition, activation]',
    ],
    confidence: ['How sure we are. The product manager raises it as evidence comes in.', 'high'],
  },
  example: {
    path: 'prds/shift-import.md',
    text: `---
title: Import of shift tables
owner: product/mikuriya
products: [attendance]
status: shipped
decider: product/mikuriya
team: product
requests: [shift-reentry]
evidence:
  - { kind: interview, n: 8, note: "Seven of eight want the retyping to end, not shifts made for them" }
goal: shift-publish-rate
horizon: 2026Q4
personas: [hitori-roumu]
journey: monthly-close
levers: [acquisition, activation]
confidence: high
---

## Problem

Headquarters types in again what the shops made in Excel.

## What we do

- Import of a CSV file with six columns

## What we do not do

- Making shifts automatically
`,
  },
};

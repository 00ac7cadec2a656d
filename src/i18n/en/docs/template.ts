import type { Docs } from '../../docs.ts';

export const template: Docs['template'] = {
  file: { name: 'name', month: 'yyyy-mm' },
  intro:
    'Lines with # explain and are shown nowhere. Write after the colon and a space; only what is required must be filled in.',
  required: 'Required. ',
  requiredWithin: 'Required, if you write the rest. ',
  choices: (values) => `One of ${values.join(', ')}.`,
  label: (value, label) => `${value} (${label})`,
  blank: (value) => `Empty: ${value}.`,
  several: (values) => `Several: [${values.join(', ')}]`,
  team: (teams) => `Written team/name; teams: ${teams.join(', ')}.`,
  example: (value) => `Example: ${value}`,
  space: ' ',
  release: {
    summary: 'What changed for customers, in one to three sentences.',
    talkTrack: 'The first words, ready to be said.',
    discovery: 'Questions that show to whom it matters.',
    objections: 'What will be asked, and the answer.',
    cs: 'What to tell customers who have it, and how to answer their questions.',
    customer: 'What customers read. To show it outside, set visibility to public.',
    others: 'What these readers need to know.',
    doNotPromise: 'What it cannot do yet, and what nobody may say for sure.',
  },
  bodies: {
    enablement: [['', 'Ready to be used. Headings in the order of the talk are found during a call.']],
    case: [['', 'What was hard before, how it is used, what changed. No names without consent.']],
    prd: [
      ['Problem', 'Who is troubled by what, and when.'],
      ['What we will do', 'What is to be built.'],
      ['What we will not do', 'What stays out this time, and why.'],
    ],
    request: [['', 'The problem: who has it, when, and what it costs them. Solutions belong into `wanted`.']],
    insight: [
      ['What we learnt', 'The words as they were said, and what follows from them.'],
      ['What is next', 'Who does what with it.'],
    ],
    goal: [['', 'Why this number, and how it is counted.']],
    persona: [['', 'How they work, and what matters to them when they buy. No names of people.']],
    journey: [['', 'Whose work it is, and in which situation.']],
    account: [['', 'What to remember. No names of people at the customer.']],
    term: [['', 'What it means, in one or two sentences: what it includes, and what not.']],
  },
};

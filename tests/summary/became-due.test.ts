/** What a push makes due: the content at both ends of a range, both seen now. */
import { expect, test } from 'vitest';
import { becameDue } from '../../src/graph/state.ts';
import { type Files, graphOf, page } from './memory.ts';

const out = page('title: 題\ndate: 2026-11-01');
const some = (fields: string, name = 'a') => ({ [`releases/${name}.md`]: page(`title: 題\n${fields}`) });
const a = { 'releases/a.md': out };
const none: Files = { 'requests/r.md': page('title: 要望') };

test.each<[string, Files, Files, string[]]>([
  ['a release that was added', none, a, ['a']],
  ['the second of two', a, { ...a, 'releases/b.md': out }, ['b']],
  ['nothing where nothing changed', a, a, []],
  ['nothing where words changed', a, some('date: 2026-11-01\nsummary: 別'), []],
  ['a release dated today', none, some('date: 2026-11-21'), ['a']],
  ['nothing dated tomorrow', none, some('date: 2026-11-22'), []],
  ['a date that moved into the past', some('date: 2026-12-01'), some('date: 2026-11-20'), ['a']],
  ['nothing for a date that moved within the past', some('date: 2026-11-01'), some('date: 2026-11-20'), []],
  ['planned → released', some('date: 2026-11-01\nstatus: planned'), a, ['a']],
  ['beta → released', some('date: 2026-11-01\nstatus: beta'), some('date: 2026-11-01\nstatus: released'), ['a']],
  ['no beta', none, some('date: 2026-11-01\nstatus: beta'), []],
  ['a draft that was finished', some('date: 2026-11-01\ndraft: true'), a, ['a']],
  ['nothing for a file that moved', a, some('date: 2026-11-01\nformerly: [a]', 'b'), []],
  [
    'nothing for a file that moved twice',
    some('date: 2026-11-01\nformerly: [z]', 'a'),
    some('date: 2026-11-01\nformerly: [a, z]', 'b'),
    [],
  ],
  ['nothing for a file that got another name', a, { 'releases/b.md': out }, []],
  ['one of two that take the place of one', a, { 'releases/b.md': out, 'releases/c.md': out }, ['c']],
  ['a second release of one title and day', a, { ...a, 'releases/b.md': out }, ['b']],
  ['a release that takes the place of another', a, some('date: 2026-11-02', 'b'), ['b']],
  [
    'a release that takes the place of one never told',
    some('date: 2026-11-01\ndraft: true'),
    { 'releases/b.md': out },
    ['b'],
  ],
  ['nothing for a folder that was tidied', a, { 'releases/2026/a.md': out }, []],
  ['nothing before an embargo ends', none, some('date: 2026-11-01\nannounceAt: 2026-11-21T09:01+09:00'), []],
  ['a release whose embargo just ended', none, some('date: 2026-11-01\nannounceAt: 2026-11-21T09:00+09:00'), ['a']],
  [
    'a release announced before its date',
    none,
    some('date: 2026-12-01\nstatus: released\nannounceAt: 2026-11-20T09:00+09:00'),
    ['a'],
  ],
  ['an embargo that was lifted', some('date: 2026-11-01\nannounceAt: 2026-12-01T09:00+09:00'), a, ['a']],
  [
    'an audience that was added',
    some('date: 2026-11-01\naudiences: [cs]'),
    some('date: 2026-11-01\naudiences: [cs, sales]'),
    ['a'],
  ],
  ['nothing for another audience', none, some('date: 2026-11-01\naudiences: [cs]'), []],
  ['a release opened up', some('date: 2026-11-01\nvisibility: confidential'), a, ['a']],
  ['nothing that was removed', a, none, []],
  ['a release that is withdrawn from the start', none, some('date: 2026-11-01\nstatus: withdrawn'), ['a']],
  ['released → withdrawn', a, some('date: 2026-11-01\nstatus: withdrawn'), ['a']],
  ['withdrawn → released', some('date: 2026-11-01\nstatus: withdrawn'), a, ['a']],
  [
    'a new release under an id that another gave up',
    a,
    { ...some('date: 2026-11-01\nformerly: [a]', 'b'), ...some('date: 2026-11-20') },
    ['a'],
  ],
  [
    'nothing for a file of which only the case changed',
    some('date: 2026-11-01', 'Import'),
    some('date: 2026-11-01', 'import'),
    [],
  ],
])('%s', (_name, base, head, due) => {
  expect(becameDue(graphOf(base), graphOf(head), 'sales').map(({ id }) => id)).toEqual(due);
});

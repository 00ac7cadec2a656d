/** The short words of entries. */
import { expect, test } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { leadOf, spokenWord } from '../src/labels.ts';
import type { AnyEntry } from '../src/load/entry.ts';

test.each([
  ['Shift_JISで保存した snake_case_name を', 'Shift_JISで保存した snake_case_name を'],
  ['_強く_、__もっと__、**太く**、`印`', '強く、もっと、太く、印'],
])('the first words of %s lose their marks and nothing else', (body, lead) => {
  expect(leadOf({ fields: {}, body } as unknown as AnyEntry)).toBe(lead);
});

test('a gap of a journey has one name, and no typesetter’s', () => {
  const { fields, boards } = messages('ja');
  expect(JSON.stringify(messages('ja'))).not.toContain('行間');
  for (const label of [fields.closes, boards.gapsOpen]) expect(label).toContain(fields.gaps);
});

test.each([
  ['lost-deal', '失注'],
  ['next', '次'],
  ['電話', '電話'],
  ['constructor', 'constructor'],
])('%s is read as %s', (word, read) => {
  expect(spokenWord(messages('ja'), word)).toBe(read);
});

/** The short words of entries. */
import { expect, test } from 'vitest';
import { leadOf } from '../src/labels.ts';
import type { AnyEntry } from '../src/load/entry.ts';

test.each([
  ['Shift_JISで保存した snake_case_name を', 'Shift_JISで保存した snake_case_name を'],
  ['_強く_、__もっと__、**太く**、`印`', '強く、もっと、太く、印'],
])('the first words of %s lose their marks and nothing else', (body, lead) => {
  expect(leadOf({ fields: {}, body } as unknown as AnyEntry)).toBe(lead);
});

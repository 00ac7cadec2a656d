/** The example content in every format, read and approved by a person. `UPDATE=1` writes the files anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { summaryFormats } from '../../src/commands/options.ts';
import { runSummary } from '../../src/commands/summary.ts';
import { now } from './memory.ts';

const folder = 'tests/fixtures/summary';

describe.each(['sales', 'cs', 'executive', 'customer'])('for %s', (audience) => {
  describe.each(['ja', 'en'] as const)('in %s', (lang) => {
    test.each(summaryFormats)('as %s', async (format) => {
      const out: string[] = [];
      const io = { out: (text: string) => out.push(text), err: () => {}, progress: () => {}, color: false };
      // Long enough for all three tiers and a withdrawn release.
      const selection = { last: 60 };
      await runSummary({ content: 'content', visibility: 'internal', now, lang, audience, format, selection }, io);
      const path = `${folder}/${audience}.${lang}.${format}.txt`;
      if (process.env.UPDATE === '1') writeFileSync(path, out.join(''));
      expect(out.join('')).toBe(readFileSync(path, 'utf8'));
    });
  });
});

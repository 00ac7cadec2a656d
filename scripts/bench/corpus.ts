/** A content folder of any size: the same for the same size, valid, and linked like a real one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentOf } from './documents.ts';
import { accountsText, planOf } from './plan.ts';
import { random } from './random.ts';
import { configText } from './words.ts';

/** The instant that the documents were written for. */
export const corpusNow = '2026-11-21T09:00+09:00';

/** Writes `kairanban.yaml`, the accounts and `count` Markdown files. Gives the bytes of the Markdown. */
export function writeCorpus(folder: string, count: number): number {
  const plan = planOf(count);
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('kairanban.yaml', configText);
  write('accounts/accounts.csv', accountsText(plan));
  let bytes = 0;
  for (const [index, page] of plan.pages.entries()) {
    const text = documentOf(page, plan, random(index * 2_654_435_761));
    bytes += Buffer.byteLength(text);
    write(page.path, text);
  }
  return bytes;
}

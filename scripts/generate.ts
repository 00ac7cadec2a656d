/** Writes every generated file; with `--check` it fails instead when one is not current. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleAction } from './bundle.ts';
import { graphSchema } from './graph-schema.ts';
import { jsonSchemas } from './json-schemas.ts';
import { mistakePages } from './mistakes.ts';
import { readmeTables } from './readme-tables.ts';
import { referencePages } from './reference.ts';
import { rulePages } from './rule-pages.ts';

const check = process.argv.includes('--check');
const stale: string[] = [];

const folder = mkdtempSync(join(tmpdir(), 'kairanban-'));
try {
  await bundleAction(folder);
  for (const name of ['action.js', 'action.licenses.txt'])
    settle(join('dist', name), readFileSync(join(folder, name), 'utf8'));
} finally {
  rmSync(folder, { recursive: true });
}
for (const [path, text] of [
  ...readmeTables(),
  ...rulePages(),
  ...mistakePages(),
  ...jsonSchemas(),
  graphSchema(),
  ...referencePages(),
])
  settle(path, text);

if (stale.length > 0) {
  process.stderr.write(`Not current: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.\n`);
  process.exitCode = 1;
}

function settle(path: string, text: string): void {
  let known: string | undefined;
  try {
    known = readFileSync(path, 'utf8');
  } catch {
    // not there yet
  }
  if (known === text) return;
  if (check) stale.push(path);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

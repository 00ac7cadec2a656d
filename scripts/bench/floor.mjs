// The least that any check of front matter has to do: read every page, split it, parse the YAML. Nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

const folder = process.argv[2] ?? '.';
let read = 0;
for (const path of readdirSync(folder, { recursive: true })) {
  if (!path.endsWith('.md')) continue;
  const text = readFileSync(join(folder, path), 'utf8');
  const end = text.indexOf('\n---', 3);
  if (typeof load(text.slice(4, end), { schema: FAILSAFE_SCHEMA }) === 'object') read += 1;
}
process.stdout.write(`${read}\n`);

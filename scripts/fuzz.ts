/** `npm run fuzz -- --runs N [--seed S]`: reads and checks N made-up folders, and shows the smallest that breaks something. */
import { parseArgs } from 'node:util';
import { fuzz } from '../tests/load/fuzz.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } } });
const start = performance.now();
fuzz(Number(values.runs), values.seed === undefined ? undefined : Number(values.seed));
process.stdout.write(`${values.runs} folders, nothing broken, ${((performance.now() - start) / 1000).toFixed(0)} s\n`);

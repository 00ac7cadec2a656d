/** `npm start`: the main job on the example, from check to a portal to look at. `-- --no-serve` ends after the build. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const asked = process.argv.slice(2);
const serve = !asked.includes('--no-serve');
const shared = asked.filter((word) => word !== '--no-serve');

const steps = [['check'], ['summary', '--format', 'text'], ['build'], ...(serve ? [['preview']] : [])];

for (const step of steps) {
  process.stdout.write(`\n$ kairanban ${step.join(' ')}\n\n`);
  const { status } = spawnSync(process.execPath, [cli, ...step, ...shared], { stdio: 'inherit' });
  if (status !== 0) {
    process.exitCode = status ?? 1;
    break;
  }
}

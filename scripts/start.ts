/** `npm start`: the main job on the example, from check to a portal to look at. `-- --no-serve` ends after the build. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const asked = process.argv.slice(2);
const serve = !asked.includes('--no-serve');
const shared = asked.filter((word) => word !== '--no-serve');

const steps = [['check'], ['summary', '--format', 'text'], ['build'], ...(serve ? [['preview']] : [])];

let running: ChildProcess | undefined;
// The server ends with us, not before it has ended: a terminal tells both of Ctrl+C, others tell us alone.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => running?.kill('SIGTERM'));

for (const step of steps) {
  process.stdout.write(`\n$ kairanban ${step.join(' ')}\n\n`);
  running = spawn(process.execPath, [cli, ...step, ...shared], { stdio: 'inherit' });
  const [code] = (await once(running, 'exit')) as [number | null];
  if (code !== 0) {
    process.exitCode = code ?? 1;
    break;
  }
}

/** A command → what it cost, all of its child processes included. Needs Linux (`/proc`) and bash. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ProcessWatch } from './process-watch.ts';

/** Seconds, and bytes of memory. */
export interface Cost {
  readonly user: number;
  readonly system: number;
  readonly wall: number;
  /** The most that all of its processes held at one instant (resident set). */
  readonly memory: number;
  /** The most that the command's own process ever held, without its children (the kernel's high-water mark). */
  readonly ownMemory: number;
}

export interface Command {
  readonly argv: readonly string[];
  readonly cwd: string;
  /** Exit codes that are fine; 0 without them. */
  readonly exits?: readonly number[];
}

/** Where a command keeps what its next run may use, below its working directory. */
export const memoryFolder = 'cache';

/** How often processes are looked at, in milliseconds. */
const interval = 25;

// bash's `time` counts every descendant that was waited for; its report goes to descriptor 3, apart from the command's.
const script = 'TIMEFORMAT="%3U %3S %3R"; exec 4>&2 2>&3; time "$@" 2>&4 3>&- 4>&-';

/**
 * Runs a command and measures it. A child that its parent kills and does not wait for (Pagefind's service, at times) is
 * missing from the kernel's sums; what was last seen of it counts then.
 */
export async function measure({ argv, cwd, exits = [0] }: Command): Promise<Cost> {
  const child = spawn('bash', ['-c', script, 'bash', ...argv], {
    cwd,
    env: environment(cwd),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const watch = new ProcessWatch(child.pid as number);
  const timer = setInterval(() => watch.look(), interval);
  const [errors, report] = [child.stderr, child.stdio[3]].map((stream) => {
    const chunks: Buffer[] = [];
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  if (code === null || !exits.includes(code)) {
    throw new Error(`${argv.join(' ')} ended with ${code}\n${Buffer.concat(errors ?? []).toString()}`);
  }
  const [user = 0, system = 0, wall = 0] = Buffer.concat(report ?? [])
    .toString()
    .trim()
    .split(' ')
    .map(Number);
  const seen = watch.total();
  return {
    user: Math.max(user, seen.user),
    system: Math.max(system, seen.system),
    wall,
    memory: watch.peak,
    ownMemory: watch.ownPeak,
  };
}

/** The median of each figure. */
export function median(costs: readonly Cost[]): Cost {
  const middle = (of: (cost: Cost) => number) => {
    const sorted = costs.map(of).sort((a, b) => a - b);
    const at = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? (sorted[at] as number) : ((sorted[at - 1] as number) + (sorted[at] as number)) / 2;
  };
  return {
    user: middle((cost) => cost.user),
    system: middle((cost) => cost.system),
    wall: middle((cost) => cost.wall),
    memory: middle((cost) => cost.memory),
    ownMemory: middle((cost) => cost.ownMemory),
  };
}

/** The same surroundings for all: no colours, no telemetry, nothing that a shell around us has set for Node. */
function environment(cwd: string): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    XDG_CACHE_HOME: join(cwd, memoryFolder),
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    CI: '1',
  };
}

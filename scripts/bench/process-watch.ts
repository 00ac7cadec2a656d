/** The processes below a process, looked at now and then through `/proc`. */
import { readdirSync, readFileSync } from 'node:fs';

interface Seen {
  readonly user: number;
  readonly system: number;
}

/** Linux counts a process's time in hundredths of a second. */
const ticks = 100;
/** Every so many looks, new processes are searched for; between them the known ones are looked at. */
const searchEvery = 4;

export class ProcessWatch {
  /** The most bytes that they held together. */
  peak = 0;
  /** The most that one of those right below it ever held, without its children. */
  ownPeak = 0;
  private readonly root: number;
  private readonly seen = new Map<number, Seen>();
  private readonly own = new Set<number>();
  private looks = 0;

  constructor(root: number) {
    this.root = root;
  }

  /** Looks once. A process that lost its parent stays known. */
  look(): void {
    if (this.looks++ % searchEvery === 0) this.search();
    let memory = 0;
    for (const pid of this.seen.keys()) memory += this.note(pid);
    this.peak = Math.max(this.peak, memory);
  }

  /** The time of all processes that were ever seen, as of when each was last seen. */
  total(): Seen {
    const all = [...this.seen.values()];
    const add = (of: (seen: Seen) => number) => all.reduce((sum, seen) => sum + of(seen), 0) / ticks;
    return { user: add((seen) => seen.user), system: add((seen) => seen.system) };
  }

  private search(): void {
    const parents = new Map<number, number>();
    for (const name of readdirSync('/proc')) {
      const pid = Number(name);
      const fields = Number.isInteger(pid) ? statOf(pid) : undefined;
      if (fields) parents.set(pid, Number(fields[1]));
    }
    for (const [pid, parent] of parents) if (parent === this.root) this.own.add(pid);
    // A child may have a lower number than its parent, so once more until nothing is new.
    for (let before = -1; before !== this.seen.size; ) {
      before = this.seen.size;
      for (const [pid, parent] of parents) {
        const ours = parent === this.root || this.seen.has(parent);
        if (ours && !this.seen.has(pid)) this.seen.set(pid, { user: 0, system: 0 });
      }
    }
  }

  /** Notes a process's time and gives its memory in bytes; 0 when it is gone. */
  private note(pid: number): number {
    const fields = statOf(pid);
    if (!fields) return 0;
    this.seen.set(pid, { user: Number(fields[11]), system: Number(fields[12]) });
    const status = read(`/proc/${pid}/status`) ?? '';
    const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;
    if (this.own.has(pid)) this.ownPeak = Math.max(this.ownPeak, bytes('VmHWM'));
    return bytes('VmRSS');
  }
}

/** The fields of `/proc/<pid>/stat` behind the name: state, parent, … */
function statOf(pid: number): string[] | undefined {
  const text = read(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // the process is gone
  }
}

/** How busy everybody else kept the machine while we measured. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export class Load {
  private readonly start = Date.now();
  private readonly busyBefore = busySeconds();
  private ownSeconds = 0;

  /** Notes processor time that was ours. */
  own(seconds: number): void {
    this.ownSeconds += seconds;
  }

  /** The share of the machine's time since the start, between 0 and 1, that others took. */
  others(): number {
    const { user, system } = process.cpuUsage();
    const ours = this.ownSeconds + (user + system) / 1e6;
    const available = ((Date.now() - this.start) / 1000) * availableParallelism();
    return Math.max(0, (busySeconds() - this.busyBefore - ours) / available);
  }
}

/** The time that the machine was neither idle nor waiting for a disk; Linux counts it in hundredths of a second. */
function busySeconds(): number {
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = readFileSync('/proc/stat', 'utf8')
    .split(/\s+/)
    .slice(1, 8)
    .map(Number);
  return (user + nice + system + interrupts + softInterrupts) / 100;
}

/**
 * Slows a process down, all of its threads: it runs for one part of the time and stands still for the others. DevTools'
 * own slowdown (`Emulation.setCPUThrottlingRate`) reaches pages only, and search runs in a worker.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** How long the process runs each time, in milliseconds. */
const slice = 2;

/** Makes a process so many times slower, until the function that it gives is called. */
export function slowDown(pid: number, times: number): () => Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { pid, times } });
  return async () => {
    await worker.terminate();
    process.kill(pid, 'SIGCONT');
  };
}

if (!isMainThread) {
  const { pid, times } = workerData as { pid: number; times: number };
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const pause = (milliseconds: number) => Atomics.wait(cell, 0, 0, milliseconds);
  for (;;) {
    pause(slice);
    process.kill(pid, 'SIGSTOP');
    pause(slice * (times - 1));
    process.kill(pid, 'SIGCONT');
  }
}

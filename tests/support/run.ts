/** What the test files of one run share: a folder of its own, gone when the run ends, and the browser's program. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder. */
    readonly shared: string;
  }
}

/** Vitest calls it before the first file; what it gives, after the last. */
export default async function setup(project: TestProject): Promise<() => void> {
  // It is unpacked by the first who asks; a second would be told at once that it is there, and start half of it.
  await chromium.executablePath();
  const shared = mkdtempSync(join(tmpdir(), 'kairanban-run-'));
  project.provide('shared', shared);
  return () => rmSync(shared, { recursive: true, force: true });
}

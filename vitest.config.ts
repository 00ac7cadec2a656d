import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // It imports JSON as bundlers do and Node does not.
    server: { deps: { inline: [/@actions\/workflow-parser/] } },
    // Builds and browsers take their time on a small machine.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Most of them wait for processes: two at a time on two cores.
    maxWorkers: 2,
    env: { KAIRANBAN_LANG: '', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  },
});

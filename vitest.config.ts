import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, so that nobody waits for it alone in the end. */
const longest = ['again', 'every-page', 'search', 'amounts', 'serve', 'hostile', 'changelogs', 'build', 'package'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/run.ts',
    // It imports JSON as bundlers do and Node does not.
    server: { deps: { inline: [/@actions\/workflow-parser/] } },
    // Builds and browsers take their time on a small machine.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Most of them wait for processes: two at a time on two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    env: { KAIRANBAN_LANG: '', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  },
});

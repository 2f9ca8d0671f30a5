import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Some take half a minute: begun last, one of them would be all that runs at the end. */
const LONG = /\/(faults|hostile-input|start|departure|erasure-proof|drills\/\w+)\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** The built API on a real PostgreSQL: one server for the run, a database of its own for each file. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/house/postgres.ts'],
    pool: 'forks',
    isolate: false,
    // One more than there are cores: in each there is something to wait for.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Generous: nothing here waits by time, and a machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // Node loads the build itself, as in production.
    server: { deps: { external: [/[\\/]dist[\\/]/] } },
  },
});

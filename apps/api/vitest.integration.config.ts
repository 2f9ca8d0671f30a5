import { defineConfig } from 'vitest/config';

/** The built API on a real PostgreSQL: one server for the run, a database of its own for each file. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/house/postgres.ts'],
    pool: 'forks',
    isolate: false,
    // Every core: one worker less would leave half of a small machine idle.
    maxWorkers: '100%',
    // Generous: nothing here waits by time, and a machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Node loads the build itself, as in production.
    server: { deps: { external: [/[\\/]dist[\\/]/] } },
  },
});

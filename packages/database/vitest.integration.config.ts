import { defineConfig } from 'vitest/config';

/** A real PostgreSQL for each file, and the built packages, as the house has them. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/model.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Every core: one worker less would leave half of a small machine idle.
    maxWorkers: '100%',
    server: { deps: { external: [/[\\/]dist[\\/]/] } },
  },
});

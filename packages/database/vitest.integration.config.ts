import { defineConfig } from 'vitest/config';

/** A real PostgreSQL each, and the built packages, as the house has them. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    server: { deps: { external: [/[\\/]dist[\\/]/] } },
  },
});

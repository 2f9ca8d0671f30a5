import { defineConfig } from 'vitest/config';

// Every file starts a stand-in of its own, with six new RSA keys: on a busy machine that takes a while.
export default defineConfig({
  test: {
    include: ['test/**/*.spec.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Every core: one worker less would leave half of a small machine idle.
    maxWorkers: '100%',
  },
});

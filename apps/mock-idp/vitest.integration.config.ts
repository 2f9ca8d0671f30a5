import { defineConfig } from 'vitest/config';

// They change what a whole process believes or is told: where Google is, and by whose word. The last takes longest, and
// begins first here.
const alone = ['test/as-google.spec.ts', 'test/guides.spec.ts', 'test/guide-playwright.spec.ts'];

// Every file starts a stand-in of its own, with six new RSA keys: on a busy machine that takes a while.
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Every core: one worker less would leave half of a small machine idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // What many files import is loaded once.
        test: { name: 'together', include: ['test/**/*.spec.ts'], exclude: alone, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});

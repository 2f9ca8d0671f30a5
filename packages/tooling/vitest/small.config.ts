import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// They weigh this process itself: whatever other files left in it would be weighed along.
const alone = ['packages/tooling/test/fuzz.spec.ts'];
// The phone's app has packages of its own, and is tested where they are: `npm run mobile -- check`.
const exclude = ['apps/brand-mobile/**', '**/node_modules/**', '**/dist/**', '**/.next/**'];

export default defineConfig({
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  test: {
    // Generous: nothing here waits by time, and a machine may be busy.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // Every core: one worker less would leave half of a small machine idle.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'small',
          include: [
            'apps/*/src/**/*.spec.{ts,tsx}',
            'packages/*/src/**/*.spec.ts',
            'packages/{protocol,tooling}/test/**/*.spec.ts',
          ],
          exclude: [...exclude, ...alone],
          // What many files import is loaded once: by far the most of the time went there.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone, exclude } },
    ],
  },
});

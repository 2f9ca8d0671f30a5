import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../../../', import.meta.url)),
  test: {
    include: [
      'apps/*/src/**/*.spec.{ts,tsx}',
      'packages/*/src/**/*.spec.ts',
      'packages/{protocol,tooling}/test/**/*.spec.ts',
    ],
    // Generous: nothing here waits by time, and a machine may be busy.
    testTimeout: 60_000,
    // Every core: one worker less would leave half of a small machine idle.
    maxWorkers: '100%',
    // The phone's app has packages of its own, and is tested where they are: `npm run mobile -- check`.
    exclude: ['apps/brand-mobile/**', '**/node_modules/**', '**/dist/**', '**/.next/**'],
  },
});

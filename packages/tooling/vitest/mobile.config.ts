import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The small tests of the phone's app, which has packages of its own: they are not there before it is installed. */
export default defineConfig({
  root: fileURLToPath(new URL('../../../apps/brand-mobile', import.meta.url)),
  test: { include: ['src/**/*.spec.ts'], passWithNoTests: true, testTimeout: 60_000 },
});

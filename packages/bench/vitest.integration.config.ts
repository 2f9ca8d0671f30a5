import { defineConfig } from 'vitest/config';

/** The command as a person runs it, in its short form. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 180_000 },
});

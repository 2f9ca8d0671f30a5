import { defineConfig } from 'vitest/config';

// Every file starts a stand-in of its own, with six new RSA keys: on a busy machine that takes a while.
export default defineConfig({
  test: { include: ['test/**/*.spec.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
});

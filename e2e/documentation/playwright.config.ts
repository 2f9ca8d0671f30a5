import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.js';

const port = process.env['DOCS_PORT'] ?? '4400';
const baseURL = `http://localhost:${port}`;

/** The documentation as it was built, in a browser. */
export default defineConfig({
  ...usual,
  testDir: '.',
  workers: 2,
  outputDir: '../test-results/documentation',
  use: { ...usual.use, baseURL },
  projects: [{ name: 'documentation' }],
  webServer: {
    command: `${process.execPath} ../../docs/site/preview.ts ${port}`,
    url: baseURL,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});

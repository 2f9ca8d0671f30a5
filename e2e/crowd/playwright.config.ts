import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.js';

/** A house of its own, and nothing beside it: what is measured is how smooth one page is. */
export default defineConfig({
  ...usual,
  testDir: '.',
  workers: 1,
  timeout: 600_000,
  outputDir: '../test-results/crowd',
  projects: [{ name: 'crowd', testDir: '.' }],
});

import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.js';

/** Several processes of the API, which nobody is bound to: `npm run house -- --test`. */
export default defineConfig({
  ...usual,
  testDir: '..',
  outputDir: '../test-results/replicas',
  workers: 1,
  projects: [{ name: 'replicas', testDir: '.' }],
});

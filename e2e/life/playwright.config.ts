import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.js';

/** There is one time in a house, and these journeys move it: one after the other, beside no others. */
export default defineConfig({
  ...usual,
  testDir: '..',
  timeout: 120_000,
  workers: 1,
  fullyParallel: false,
  outputDir: '../test-results',
  projects: [
    { name: 'life', testDir: '.' },
    { name: 'last', testDir: '../last', dependencies: ['life'] },
  ],
});

import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.js';

/** There is one time in a house, and these journeys move it: one after the other, beside no others. */
export default defineConfig({
  ...usual,
  testDir: '..',
  workers: 1,
  fullyParallel: false,
  use: { ...usual.use, actionTimeout: 20_000 },
  outputDir: '../test-results/life',
  projects: [
    { name: 'life', testDir: '.' },
    { name: 'last', testDir: '../last', dependencies: ['life'] },
  ],
});

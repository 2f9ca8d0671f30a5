import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.js';

/** Brand, service and provider are three sites, over HTTPS: `npm run cross-site`. */
export default defineConfig({
  ...usual,
  testDir: '..',
  outputDir: '../test-results',
  projects: [
    { name: 'cross-site', testDir: '.' },
    { name: 'last', testDir: '../last', dependencies: ['cross-site'] },
  ],
});

import { defineConfig } from '@playwright/test';
import usual from '../playwright.config.js';

// Where the app of the phone could be built; it is a site of its own beside the three.
const phones = process.env['PHONE'] === '1' ? ['phone'] : [];

/** Brand, service and provider are three sites, over HTTPS: `npm run cross-site`. */
export default defineConfig({
  ...usual,
  testDir: '..',
  outputDir: '../test-results/cross-site',
  projects: [
    { name: 'cross-site', testDir: '.' },
    ...phones.map((name) => ({ name, testDir: '../phone' })),
    { name: 'last', testDir: '../last', dependencies: ['cross-site', ...phones] },
  ],
});

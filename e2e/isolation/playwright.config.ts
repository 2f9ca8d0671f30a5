import { defineConfig } from '@playwright/test';
import { launchOptions } from '../fixtures/browser.js';

/** Many at a time on purpose: eight workers on few cores, each with its own namespace of one stand-in. */
export default defineConfig({
  testDir: '.',
  timeout: 120_000,
  expect: { timeout: 60_000 },
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['dot'], ['json']],
  use: { launchOptions, testIdAttribute: 'data-testid', locale: 'en-GB', timezoneId: 'Europe/London' },
});

import { defineConfig } from '@playwright/test';
import { launchOptions } from './fixtures/browser.js';

export default defineConfig({
  testDir: '.',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    launchOptions,
    trace: 'retain-on-failure',
    testIdAttribute: 'data-testid',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    { name: 'journeys', testDir: 'journeys' },
    // They stop parts of the house: nothing else runs beside them.
    { name: 'drills', testDir: 'drills', dependencies: ['journeys'], fullyParallel: false, workers: 1 },
    { name: 'last', testDir: 'last', dependencies: ['drills'] },
    { name: 'pictures', testDir: 'pictures', fullyParallel: false, workers: 1 },
  ],
});

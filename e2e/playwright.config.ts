import { defineConfig } from '@playwright/test';
import { launchOptions } from './fixtures/browser.js';

// The app of the phone has packages of its own: where they cannot be had, everything else is tested all the same.
const hasPhone = process.env['PHONE'] === '1';
// Not by the command line: what another project depends on runs whole, whatever is said there.
const selection = process.env['IN_SHORT'] === '1' ? { grepInvert: /@in-full/ } : {};
const phone = { name: 'phone', testDir: 'phone' };

export default defineConfig({
  ...selection,
  testDir: '.',
  // Each run empties its own: several may run beside each other.
  outputDir: 'test-results/journeys',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // One more than a small machine has cores: in each there is something to wait for.
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    launchOptions,
    // Pictures of every step cost time in each test, and say little that the snapshots do not.
    trace: 'off',
    testIdAttribute: 'data-testid',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    { name: 'journeys', testDir: 'journeys' },
    ...(hasPhone ? [phone] : []),
    // They stop parts of the house: nothing else runs beside them.
    { name: 'drills', testDir: 'drills', dependencies: ['journeys'], fullyParallel: false, workers: 1 },
    { name: 'last', testDir: 'last', dependencies: ['drills'] },
    {
      name: 'pictures',
      testDir: 'pictures',
      timeout: 600_000,
      fullyParallel: false,
      workers: 1,
      use: { actionTimeout: 15_000 },
    },
  ],
});

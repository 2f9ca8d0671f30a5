import { defineConfig } from '@playwright/test';

const origin = process.env['SHOP_URL'] ?? 'http://sundry.localhost:5300';
const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
  testDir: 'tests',
  timeout: 60_000,
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  expect: { timeout: 15_000 },
  use: {
    baseURL: origin,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  webServer: {
    command: 'node shop.mjs',
    wait: { stdout: /shop ready/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});

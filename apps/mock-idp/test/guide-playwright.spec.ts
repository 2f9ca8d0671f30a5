import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command, runNode } from './support/command.js';
import { freePort } from './support/free-port.js';
import { file, readGuide, Workshop } from './support/guide.js';

const modules = file('../../e2e/node_modules');
const chromium = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium'].find((path) => existsSync(path));

const ports = { 3000: await freePort(), 4000: await freePort() };
const application = readGuide('passport').filter(({ name }) => name === 'server.mjs');
const workshop = new Workshop([...readGuide('playwright'), ...application], ports);
afterAll(() => workshop.close());

/** The printed configuration, with the browser this machine has. */
const here = `import printed from './playwright.config.mjs';
export default {
  ...printed,
  use: { ...printed.use, launchOptions: ${JSON.stringify({
    ...(chromium ? { executablePath: chromium } : {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })} },
};
`;

test('the guide for playwright logs in as printed', { timeout: 120_000 }, async () => {
  workshop.install('@playwright/test', `${modules}/@playwright/test`);
  workshop.install('.bin/countersign-mock-idp', command);
  workshop.write('here.config.mjs', here);
  const playwright = `${workshop.folder}/node_modules/@playwright/test/cli.js`;
  const { code, out, err } = await runNode(
    [playwright, 'test', '-c', 'here.config.mjs', '--reporter=line'],
    { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, HOME: workshop.folder },
    workshop.folder,
  ).ended;
  expect({ code, out, err }).toMatchObject({ code: 0, out: expect.stringContaining('2 passed') });
});

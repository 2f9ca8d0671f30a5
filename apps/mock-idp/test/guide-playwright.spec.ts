import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freePort } from '@countersign/ports';
import { afterEach, expect, test } from 'vitest';
import { command, type Ended, ready, runNode } from './support/command.js';
import { type Block, commandsIn, file, readGuide, Workshop } from './support/guide.js';

const modules = file('../../e2e/node_modules');
const chromium = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium'].find((path) => existsSync(path));
const switches = ['--no-sandbox', '--disable-dev-shm-usage'];

let workshop: Workshop | undefined;
afterEach(() => workshop?.close());

async function openWorkshop(blocks: readonly Block[]): Promise<Workshop> {
  workshop = new Workshop(blocks, { 3000: await freePort(), 4000: await freePort() });
  workshop.install('@playwright/test', `${modules}/@playwright/test`);
  workshop.install('.bin/countersign-mock-idp', command);
  return workshop;
}

/** Runs what lies in the workshop by Playwright, in the browser this machine has. */
function playwright(at: Workshop, printed: string, more: readonly string[] = []): Promise<Ended> {
  const launch = { ...(chromium && { executablePath: chromium }), args: [...switches, ...more] };
  at.write(
    'here.config.mjs',
    `${printed}
export default { ...printed, use: { ...printed.use, launchOptions: ${JSON.stringify(launch)} } };
`,
  );
  const cli = `${at.folder}/node_modules/@playwright/test/cli.js`;
  return runNode(
    [cli, 'test', '-c', 'here.config.mjs', '--reporter=line'],
    { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, HOME: at.folder },
    at.folder,
  ).ended;
}

const passed = (tests: number) => ({ code: 0, out: expect.stringContaining(`${tests} passed`) });

test('the guide for playwright logs in as printed', { timeout: 120_000 }, async () => {
  const application = readGuide('passport').filter(({ name }) => name === 'server.mjs');
  const at = await openWorkshop([...readGuide('playwright'), ...application]);
  const ran = await playwright(at, "import printed from './playwright.config.mjs';");
  expect(ran).toMatchObject(passed(2));
});

const signIn = (app: string): string => `
import { expect, test } from '@playwright/test';
test('Ada signs in at Google', async ({ page }) => {
  await page.goto('${app}/login');
  expect(page.url()).toMatch(/^https:\\/\\/accounts\\.google\\.com\\//);
  await page.getByTestId('account-ada').click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByText('Signed in as Ada Osei, ada@example.com')).toBeVisible();
});
`;

test('a browser goes where Google is by the two switches of the guide', { timeout: 120_000 }, async () => {
  const blocks = readGuide('better-auth');
  const at = await openWorkshop(blocks);
  const [standIn, application] = commandsIn(blocks);
  if (!standIn || !application) throw new Error('the guide has no commands');
  const started = at.run({ ...standIn, env: { PORT: String(at.ports[4000]) } });
  await ready(started);
  await at.run(application).line('http://localhost:');
  const { spki } = JSON.parse(await started.line('"spki"')) as { spki: string };
  const told = readFileSync(at.path('switches'), 'utf8')
    .replace('<the hash it prints>', spki)
    .replaceAll('"', '')
    .trim();
  at.write('sign-in.spec.mjs', signIn(`http://localhost:${at.ports[3000]}`));
  const ran = await playwright(at, 'const printed = {};', told.split('\n'));
  expect(ran).toMatchObject(passed(1));
});

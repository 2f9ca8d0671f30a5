import type { Page } from '@playwright/test';
import { findingsOf } from '../fixtures/axe.js';
import { expect, test } from '../fixtures/test.js';

const nobody = '01a22400-0000-7000-8000-000000000000';

/** From now on the service answers nothing to what ends like this, as if it were slow. */
const holdBack = (page: Page, paths: readonly RegExp[]) =>
  Promise.all(paths.map((path) => page.route(path, () => undefined)));

async function look(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // Whatever is drawn by then, the page has a beginning.
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  expect.soft(await findingsOf(page), address).toEqual([]);
}

test('axe finds nothing in the workspace while what it shows is on its way', async ({ developer, world }) => {
  test.slow();
  const { page } = developer;
  const { workspace } = world;
  await holdBack(page, [/\/v1\/agent\/(?!me$)/, /\/v1\/console\/(?!preview)/]);
  for (const path of [
    '/conversations',
    `/conversations/${nobody}`,
    '/customers',
    `/customers/${nobody}`,
    '/connections',
    '/connections/own',
    '/connections/own/try',
    '/webhooks',
    `/webhooks/${nobody}`,
    `/attempts/${nobody}`,
    '/setup',
  ])
    await look(page, `${workspace}${path}`);
  await holdBack(page, [/\/v1\/agent\/me$/]);
  await look(page, `${workspace}/conversations`);
});

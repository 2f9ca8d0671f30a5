import { expect, type Page } from '@playwright/test';
import { findingsOf } from '../fixtures/axe.js';
import type { Consumer } from '../fixtures/consumer.js';
import { test as withOwnBrand } from '../fixtures/own-brand.js';
import { Receiver } from '../fixtures/receiver.js';

/** A brand of which nothing else happens, its developer at the workspace and a visitor at its page. */
const test = withOwnBrand.extend<{ builder: Page; visitor: Consumer }>({
  visitor: async ({ ownBrand }, use) => use(await ownBrand.visitor()),
  builder: async ({ ownBrand }, use) => use((await ownBrand.staff('developer')).page),
});

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** By the page, as a developer would; answers the secret it shows once. */
async function addEndpoint(page: Page, url: string, name: string): Promise<string> {
  await page.getByTestId('add-endpoint').click();
  await page.getByTestId('endpoint-url').fill('https://169.254.169.254/latest/meta-data');
  await page.getByTestId('save-endpoint').click();
  await expect(page.getByTestId('form-trouble')).toContainText('private, local or reserved address');
  await page.getByTestId('endpoint-url').fill(url);
  await page.getByTestId('endpoint-description').fill(name);
  await page.getByTestId('save-endpoint').click();
  const secret = (await page.getByTestId('secret-once').locator('code').textContent()) ?? '';
  await page.getByTestId('secret-kept').click();
  await expect(page.getByTestId('endpoint-state')).toHaveText(['On', 'On']);
  return secret;
}

test('a developer sets a webhook up, sees it retried, and sends again what failed', async ({
  builder: page,
  visitor,
}) => {
  const receiver = await Receiver.open();
  await page.getByTestId('section-webhooks').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const secret = await addEndpoint(page, receiver.url, 'Our CRM');
  expect(secret).toMatch(/^whsec_/);

  await page.getByTestId('send-test').click();
  const rows = page.getByTestId('delivery-row');
  await expect(rows.first()).toHaveAttribute('data-state', 'delivered');
  expect(receiver.told(secret).map(({ type }) => type)).toEqual(['webhook.test']);

  receiver.status = 500;
  await visitor.visit('/');
  await visitor.openChat();
  await visitor.write('Is my order on its way?');
  const opened = rows.filter({ hasText: 'conversation.opened' }).first();
  await expect(opened).toContainText('Refused: answered 500');
  await opened.click();
  const attempts = page.getByTestId('attempt');
  // Five seconds after the first: the schedule's own second try.
  await expect(attempts).toHaveCount(2, { timeout: 20_000 });
  await expect(attempts.first()).toContainText('The database is away');
  expect(await findingsOf(page), 'event').toEqual([]);

  receiver.status = 200;
  await page.getByTestId('replay').click();
  await expect(attempts.first()).toContainText('Delivered: answered 200', { timeout: 15_000 });
  await expect(attempts.first()).toContainText('asked for by hand');
  const told = receiver.told(secret).filter(({ type }) => type === 'conversation.opened');
  expect(new Set(told.map(({ data }) => data['conversation'])).size).toBe(1);
  expect(JSON.stringify(receiver.came)).not.toContain('Is my order on its way?');

  await page.getByTestId('back').click();
  await page.getByTestId('replay-failed').click();
  await page.getByTestId('confirm-replay').click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(/sent again/);
  await page.keyboard.press('Escape');
  expect(await findingsOf(page), 'endpoint').toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await overflows(page)).toBe(false);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByTestId('endpoint-menu').click();
  await page.getByTestId('rotate-secret').click();
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('secret-once')).toContainText('The new signing secret');
  await page.getByTestId('secret-kept').click();
  await page.getByTestId('endpoint-menu').click();
  await page.getByTestId('remove-endpoint').click();
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('endpoint-row').filter({ hasText: 'Our CRM' })).toHaveCount(0);
  await receiver.close();
});

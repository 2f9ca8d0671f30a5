import type { Page } from '@playwright/test';
import { Agent } from '../fixtures/agent.js';
import { findingsOf } from '../fixtures/axe.js';
import { openBrandPage, type PageOf } from '../fixtures/brand-page.js';
import { Consumer } from '../fixtures/consumer.js';
import { operatorOf } from '../fixtures/operator.js';
import { makeStaff } from '../fixtures/people.js';
import { Receiver } from '../fixtures/receiver.js';
import { expect, test as withPeople } from '../fixtures/test.js';

const html: PageOf['html'] = ({ api, brand }) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Acme</title><script src="${api}/widget.js" async></script></head><body><main><h1>Acme</h1></main>
<countersign-chat brand="${brand}" connection="web" signed-in-as=""></countersign-chat></body></html>`;

/** A brand of which nothing else happens, its developer at the workspace and a visitor at its page. */
const test = withPeople.extend<{ builder: Page; visitor: Consumer }>({
  visitor: async ({ world, browser, tag }, use) => {
    const site = await openBrandPage(world, `hooks-${tag}`, { html });
    const context = await browser.newContext();
    await use(new Consumer(await context.newPage(), site.origin));
    await context.close();
    await site.close();
  },
  builder: async ({ visitor: _, agentsBrowser, idp, world, tag }, use) => {
    const brand = `hooks-${tag}`;
    const staff = await makeStaff(idp, `h${tag}`, 'larkspur.example');
    await operatorOf(world).invite(brand, { email: staff.email, name: staff.name, role: 'developer' });
    const context = await agentsBrowser.newContext();
    const agent = new Agent(await context.newPage(), world.workspace, staff);
    await agent.comeIn(world.api, brand);
    await use(agent.page);
    await context.close();
    await idp.removePerson(staff.id);
  },
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

import { Consumer } from '../fixtures/consumer.js';
import { expect, test } from '../fixtures/test.js';

test('a page written for LivePerson works unchanged but for the script tag and the connection setting', async ({
  consumer,
  customer,
  agent,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.visit('/classic');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await consumer.say('Hello from the old page');
  await agent.take(customer.name);

  const sealed = {
    customer_id: customer.account,
    customer_status: 'active',
    customer_type: 'Larkspur 40',
    account_balance: '28.00',
    given_name: customer.name.split(' ')[0],
    locale: 'en-GB',
    email: customer.email,
    phone_number: '+44 117 496 0000',
    phone_type: 'MOBILE',
    registration_date: '2023',
  };
  for (const [name, value] of Object.entries(sealed)) {
    await expect(agent.fact(name)).toContainText(String(value));
    await expect(agent.fact(name).getByTestId('seal')).toBeVisible();
  }
  await expect(agent.fact('cart')).toHaveCount(0);
  await expect(agent.pageFact('cart')).toContainText('2 items, 49.00 GBP');
  await expect(agent.pageFact('section')).toContainText('support / billing');
  const conflict = agent.panel.getByTestId('conflict-customer_status');
  await expect(conflict).toContainText('says the page');
  await expect(agent.panel.getByTestId('conflict-account_balance')).toHaveCount(0);
  await agent.panel.getByTestId('relaxed').getByRole('button').click();
  await expect(agent.panel.getByTestId('relaxed')).toContainText('A token need not carry a nonce');
});

test('the same token after a reload goes on in the same browser, and is refused in another', async ({
  consumer,
  customer,
  browser,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.visit('/classic');
  const token = () => consumer.page.evaluate(async () => (await fetch('/classic/token')).text());
  const before = await token();
  await consumer.openChat();
  await consumer.say('Before the reload');

  await consumer.page.reload();
  expect(await token()).toBe(before);
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await expect(consumer.message('Before the reload')).toBeVisible();

  // Whoever copies the cookie of the shop has the same token, and another browser.
  const context = await browser.newContext({ storageState: await consumer.page.context().storageState() });
  const other = new Consumer(await context.newPage(), consumer.shop);
  await other.visit('/classic');
  expect(await other.page.evaluate(async () => (await fetch('/classic/token')).text())).toBe(before);
  const refused = other.page.evaluate(
    () =>
      new Promise((resolve) => {
        const func = (data: unknown) => resolve(data);
        window.lpTag?.events?.bind({ appName: 'countersign', eventName: 'refused', func });
      }),
  );
  await other.openChat();
  expect(await refused).toMatchObject({ reason: 'proof_replayed', internalErrorCode: 9014 });
  await expect(other.message('Before the reload')).toHaveCount(0);
  await context.close();
});

test('a page that takes its identity function away and turns the page has signed out', async ({
  consumer,
  customer,
}) => {
  await consumer.signIn(customer, 'larkspur');
  await consumer.visit('/classic');
  await consumer.openChat();
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await consumer.page.evaluate(() => {
    if (window.lpTag) window.lpTag.identities = [];
    window.lpTag?.newPage?.(location.href, { section: ['bye'] });
  });
  await expect(consumer.identity).not.toHaveText(`Signed in as ${customer.name}`);
});

type Bound = { appName: string; eventName: string; func: (data: unknown) => void };

declare global {
  interface Window {
    lpTag?: {
      identities?: unknown[];
      newPage?: (url: string, more: object) => void;
      events?: { bind(bound: Bound): void };
    };
  }
}

import type { Page } from '@playwright/test';
import type { ConnectionKey, Consumer, Way } from '../fixtures/consumer.js';
import { expect, type Row, test } from '../fixtures/cross-site.js';
import { onlyInFull } from '../fixtures/in-full.js';
import type { Customer } from '../fixtures/people.js';

type Flow = { readonly row: Row; readonly way: Way; readonly connection: ConnectionKey };

const flows: readonly Flow[] = [
  { row: 'back-channel', way: 'larkspur', connection: 'own' },
  { row: 'provider-popup', way: 'google', connection: 'google' },
  { row: 'signed', way: 'larkspur', connection: 'signed' },
  { row: 'sealed', way: 'larkspur', connection: 'sealed' },
];

/** Whatever the page's own policy kept from happening. */
function violationsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

async function arrive(consumer: Consumer, customer: Customer, { way, connection }: Flow): Promise<void> {
  await consumer.signIn(customer, way);
  await consumer.prefer(connection);
  await consumer.visit('/');
  await consumer.openChat();
}

// With and without a window, with and without a place to keep the key.
const reloaded = new Set(['back-channel, usual', 'provider-popup, no-storage', 'sealed, no-storage']);

for (const flow of flows) {
  test(
    `across sites without third-party cookies a proven consumer talks with an agent: ${flow.row}`,
    onlyInFull(flow.row === 'signed'),
    async ({ consumerWith, customer, agent, shows }) => {
      const consumer = await consumerWith('no-third-party-cookies');
      await arrive(consumer, customer, flow);
      await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
      await consumer.say('From another site');
      await agent.take(customer.name);
      await expect(agent.fact('sub').getByTestId('seal')).toBeVisible();
      await agent.answer('To another site');
      await expect(consumer.message('To another site')).toBeVisible();
      shows(flow.row, 'no-third-party-cookies', 'works');
    },
  );

  for (const condition of ['usual', 'no-storage'] as const)
    test(
      `across sites a proven consumer finds the conversation again after a reload: ${flow.row}, ${condition}`,
      onlyInFull(!reloaded.has(`${flow.row}, ${condition}`)),
      async ({ consumerWith, customer, shows }) => {
        const consumer = await consumerWith(condition);
        await arrive(consumer, customer, flow);
        await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
        await consumer.say('Before');
        await consumer.page.reload();
        await expect(consumer.page.getByTestId('launcher')).toBeVisible();
        if (!(await consumer.page.getByTestId('window').isVisible())) await consumer.openChat();
        await expect(consumer.message('Before')).toBeVisible();
        shows(flow.row, condition, 'works');
      },
    );
}

for (const flow of flows.filter(({ row }) => row !== 'provider-popup'))
  test(
    `a flow that needs no window works where windows are blocked: ${flow.row}`,
    onlyInFull(flow.row !== 'signed'),
    async ({ consumerWith, customer, shows }) => {
      const consumer = await consumerWith('no-windows');
      await arrive(consumer, customer, flow);
      await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
      await consumer.say('Without a window');
      shows(flow.row, 'no-windows', 'works');
    },
  );

test('where windows are blocked a provider that needs one is refused with the reason, and anonymous chat remains', async ({
  consumerWith,
  customer,
  shows,
}) => {
  const consumer = await consumerWith('no-windows');
  await arrive(consumer, customer, { row: 'provider-popup', way: 'google', connection: 'google' });
  const reason = consumer.page.getByTestId('refusal-details').locator('code').first();
  await expect(reason).toHaveText('Reason: page_method_failed', { useInnerText: false });
  await consumer.page.getByTestId('chat-anonymously').click();
  await consumer.say('Then without signing in');
  shows('provider-popup', 'no-windows', 'refused: `page_method_failed`; anonymous chat works');
});

test('the chat lives in a page whose policy allows no inline script, no inline style and no eval', async ({
  consumerWith,
  customer,
}) => {
  const consumer = await consumerWith('no-third-party-cookies');
  const violations = violationsOf(consumer.page);
  const [response] = await Promise.all([
    consumer.page.waitForResponse((answer) => answer.request().isNavigationRequest() && answer.ok()),
    consumer.visit('/'),
  ]);
  const policy = (await response.allHeaders())['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  await arrive(consumer, customer, { row: 'signed', way: 'larkspur', connection: 'signed' });
  await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
  await consumer.say('Within the policy');
  expect(violations).toEqual([]);
});
